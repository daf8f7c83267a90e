"""Jobs side by side: figures as published, fit apart from outlook, unknown never none."""

import dataclasses
from collections.abc import Iterator

import pytest

from app.journey.goal.comparing import Compared, FitBar, compare
from app.journey.goal.outlook import Outlook, openings_end, pay_ends
from app.journey.opening import practice
from app.journey.plan.ground import TELLING, standpoint
from app.journey.session import Session
from app.journey.skills.profile import profile
from app.profile.skills import Profile
from pathways.errors import PathwaysError

ASSISTANTS, NURSES, SECRETARIES = "31-9092.00", "29-2061.00", "43-6013.00"
ACTORS, SURGEONS, OFFICERS, BUYERS, DEVELOPERS = "27-2011.00", "29-1243.00", "55-1011.00", "13-1021.00", "15-1252.00"


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with practice() as (opened, _learner):
        yield opened


@pytest.fixture(scope="module")
def held(session: Session) -> Profile:
    return profile(session)


def one(session: Session, held: Profile, code: str) -> Compared:
    return compare(session, held, (code,)).jobs[0]


def test_figures_are_those_that_bls_publishes(session: Session, held: Profile) -> None:
    found = compare(session, held, (ASSISTANTS, NURSES, SECRETARIES))
    assert [job.code for job in found.jobs] == [ASSISTANTS, NURSES, SECRETARIES]
    first = found.jobs[0]
    assert first.outlook == Outlook(112_300, 12.5, "much_faster", 1)
    assert [job.outlook.growth for job in found.jobs if job.outlook] == ["much_faster", "as_fast", "as_fast"]
    assert first.pay is not None
    assert first.pay.yearly is not None
    assert first.pay.hourly is not None
    assert dataclasses.astuple(first.pay.yearly)[:5] == (35_020, 37_610, 44_200, 48_160, 57_830)
    assert dataclasses.astuple(first.pay.hourly)[:5] == (16.84, 18.08, 21.25, 23.15, 27.80)
    assert (found.sources.pay, found.sources.first_year, found.sources.last_year) == ("May 2024", 2024, 2034)
    assert found.sources.needs == ("O*NET 30.1", "O*NET 29.2", "ESCO 1.1.1")


def test_jobs_side_by_side_share_their_scales(session: Session, held: Profile) -> None:
    found = compare(session, held, (ASSISTANTS, NURSES, SECRETARIES))
    assert (found.openings_end, found.pay_ends) == (120_000, (35_000, 85_000))
    assert [round(found.bar(job.outlook) or 0, 3) for job in found.jobs] == [0.936, 0.453, 0.716]
    assert found.place(60_000) == 0.5
    assert (found.place(10_000), found.place(200_000), found.place(None), found.bar(None)) == (0, 1, None, None)


@pytest.mark.parametrize(
    ("most", "end"), [(0, 10_000), (10_000, 10_000), (10_001, 12_000), (112_300, 120_000), (904_300, 1_000_000)]
)
def test_a_scale_ends_at_the_next_round_number(most: int, end: int) -> None:
    assert openings_end([Outlook(most, None, None, 1), None]) == end


def test_without_pay_there_is_no_scale() -> None:
    assert pay_ends([None]) is None


def test_fit_counts_the_telling_needs_and_gives_a_block_to_each(session: Session, held: Profile) -> None:
    fit = one(session, held, ASSISTANTS).fit
    states = [item.state for item in standpoint(session, held, ASSISTANTS).gap[:TELLING]]
    order = ("shown", "partly", "missing", "unknown")
    assert (fit.shown, fit.partly, fit.missing, fit.unknown) == tuple(map(states.count, order))
    assert fit.blocks == tuple(sorted(states, key=order.index))
    assert fit.total == len(fit.blocks) == TELLING
    assert sum(fit.by_evidence.values()) == fit.shown


def test_there_is_no_single_number_for_a_match() -> None:
    assert {field.name for field in dataclasses.fields(FitBar)} == {
        "shown", "partly", "missing", "unknown", "by_evidence", "unrated",
    }  # fmt: skip
    assert not {"score", "match", "percent", "share"} & {field.name for field in dataclasses.fields(Compared)}


def test_what_is_not_published_is_none_and_never_zero(session: Session, held: Profile) -> None:
    officer = one(session, held, OFFICERS)
    assert (officer.outlook, officer.pay, officer.fit.total) == (None, None, 0)
    assert set(officer.fit.unrated) == {"activity", "knowledge", "skill", "software", "esco_skill"}
    actor = one(session, held, ACTORS)
    assert actor.pay is not None
    assert actor.pay.yearly is None
    assert actor.pay.hourly is not None
    assert actor.pay.hourly.median == 23.33
    assert compare(session, held, (ACTORS,)).pay_ends is None
    assert set(one(session, held, DEVELOPERS).fit.unrated) == {"knowledge", "skill", "esco_skill"}


def test_a_ceiling_is_told_as_one_and_shared_figures_as_shared(session: Session, held: Profile) -> None:
    surgeon, buyer = one(session, held, SURGEONS), one(session, held, BUYERS)
    assert surgeon.pay is not None
    assert surgeon.pay.yearly is not None
    assert surgeon.pay.yearly.at_least == {"25", "median", "75", "90"}
    assert buyer.pay is not None
    assert buyer.outlook is not None
    assert (buyer.pay.shared, buyer.outlook.shared_by) == ("Buyers and Purchasing Agents", 3)


def test_why_it_could_suit_starts_with_what_is_there_and_ends_with_facts(session: Session, held: Profile) -> None:
    why = one(session, held, ASSISTANTS).why
    assert [suits.code for suits in why] == ["shows", "to_learn", "start", "licence_not_in_data"]
    assert why[0].things[0].name == "answer patients' questions"
    assert why[1].number == one(session, held, ASSISTANTS).fit.missing
    assert (
        one(session, held, SECRETARIES).why[0].things[0].name == "Maintain medical records"
    )  # before "Administrative"
    nobody = one(session, Profile((), {}, {}), ASSISTANTS)
    assert [suits.code for suits in nobody.why] == ["to_learn", "start", "licence_not_in_data"]
    assert one(session, held, BUYERS).why[0].code == "close"


def test_a_job_nobody_knows_is_said(session: Session, held: Profile) -> None:
    with pytest.raises(PathwaysError, match="occupation_unknown"):
        compare(session, held, ("00-0000.00",))
