"""Finding a job: by name, and from what the learner can do."""

from collections.abc import Iterator
from threading import Thread
from time import thread_time

import pytest

from app.journey.goal.aim import careers
from app.journey.goal.finding import by_name, from_what_i_can_do, make_ready
from app.journey.opening import practice
from app.journey.plan.ground import TELLING, standpoint
from app.journey.session import Session
from app.journey.skills.profile import profile
from app.profile.skills import Profile

NOTHING = Profile((), {}, {})


class StopError(Exception):
    """The learner pressed Cancel."""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with practice() as (opened, _learner):
        yield opened


def test_a_job_is_found_by_any_of_its_names_and_says_which(session: Session) -> None:
    (lpn,) = by_name(session, "lpn")
    assert (lpn.code, lpn.reason, lpn.also_called) == ("29-2061.00", "other_name", "LPN")
    assert by_name(session, "phleb")[0].name == "Phlebotomists"
    assert by_name(session, "") == ()


def test_what_i_can_do_leads_to_the_jobs_of_the_ranking_in_its_order(session: Session) -> None:
    held = profile(session)
    found = from_what_i_can_do(session, held, 6)
    assert [one.code for one in found] == [one.occupation.id for one in careers(session, held, 6)]
    for one in found:
        gap = standpoint(session, held, one.code).gap[:TELLING]
        assert [one.fit.shown, one.fit.missing] == [sum(item.state == s for item in gap) for s in ("shown", "missing")]
        assert one.shares is not None
        shown = {item.requirement.concept for item in gap if item.state == "shown"}
        assert one.shares.code == "shows"
        assert shown.issuperset(one.shares.things)


def test_who_shows_nothing_is_not_told_what_they_could_become(session: Session) -> None:
    assert from_what_i_can_do(session, NOTHING) == ()


def test_all_is_made_ready_ahead_with_progress_and_can_be_stopped(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session.pack, "facts", {})

    def stop(done: int, total: int) -> None:
        if done > total / 2:
            raise StopError

    with pytest.raises(StopError):
        make_ready(session, stop)
    assert "matching.titles" in session.pack.facts
    assert "matching.names" not in session.pack.facts
    heard: list[int] = []
    make_ready(session, lambda done, _total: heard.append(done))
    assert heard == sorted(heard)
    assert heard[-1] == 100
    again: list[int] = []
    make_ready(session, lambda done, _total: again.append(done))
    assert len(again) < len(heard)  # what is ready is not made again


def test_searching_while_it_is_made_ready_on_another_thread_finds_the_same(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = by_name(session, "nurse")
    monkeypatch.setattr(session.pack, "facts", {})
    ahead = Thread(target=make_ready, args=(session,))
    ahead.start()
    found = [by_name(session, "nurse") for _ in range(5)]
    ahead.join()
    assert found == [wanted] * 5


@pytest.mark.parametrize(
    "typed", ["p", "phl", "phlebotomist", "medical ass", "manager", "phlebotamist", "mediacl asistant"]
)
def test_once_ready_a_search_answers_while_a_person_types(session: Session, typed: str) -> None:
    make_ready(session)
    taken = []
    for _ in range(5):
        start = thread_time()  # as the tests share their computer
        by_name(session, typed)
        taken.append(thread_time() - start)
    assert min(taken) < 0.03
