"""Versions of an application are kept, can be named, and start the next one; not tailoring is a choice."""

from dataclasses import replace

import pytest
from applying_world import DATES, PRIVATE, SPANISH, TERMS, WANTED, holding, key_of, ready_for, showing, titles

from app.applying.candidate import Wishes
from app.errors import PersonError
from app.journey.apply.choice import flip, keep_in, leave_out
from app.journey.apply.draft import Draft, speak_for
from app.journey.apply.preparing import elsewhere, with_wishes
from app.journey.apply.save import sign_and_save
from app.journey.apply.versions import (
    bring_back,
    keep_version,
    let_go,
    prepare_from,
    rename_version,
    start_from,
    version,
    versions,
)
from app.journey.records.holding import cards
from app.vault import store_applications
from app.wording import Words

OTHER = replace(WANTED, title="Front Desk Clerk", organisation="Elm Care Home")


@pytest.fixture
def session(tmp_path):
    records = (
        showing("Front Desk", TERMS, PRIVATE, extra_subject=DATES),
        showing("Course", TERMS),
        showing("Privacy", PRIVATE),
        showing("Idle"),
    )
    with holding(tmp_path / "world", *records) as journey:
        yield journey


def again(session, earlier=None, wanted=WANTED, wishes=None, **more):
    ready = prepare_from(session, cards(session), wanted, wishes or Wishes(), earlier, **more)
    return titles(ready, ready.tailored.chosen)


def test_signing_keeps_a_version_and_the_same_choice_is_kept_once(session, tmp_path):
    ready = ready_for(session)
    for number in range(2):
        sign_and_save(
            session, Words(), ready, tmp_path / str(number), name="", told=frozenset(elsewhere(session, ready))
        )
    (kept,) = versions(session, WANTED)
    assert kept.records == ready.tailored.chosen
    assert (kept.title, kept.organisation, kept.place, kept.name) == (WANTED.title, WANTED.organisation, 1, "")
    assert len(store_applications.presentations(session.vault)) == 2


def test_versions_are_told_apart_by_opportunity_named_and_let_go(session):
    ready = ready_for(session)
    first = keep_version(session, ready, "Short")
    second = keep_version(session, with_wishes(ready, keep_in(ready.wishes, key_of(ready, "Idle"))))
    other = keep_version(session, ready_for(session, OTHER))
    assert [(one.number, one.place) for one in versions(session, WANTED)] == [(first, 1), (second, 2)]
    assert [one.number for one in versions(session, OTHER)] == [other]
    rename_version(session, second, " With\u202e all ")
    assert version(session, "With all").number == second
    assert version(session, str(first)).name == "Short"
    assert let_go(session, first)
    assert not let_go(session, first)
    for unknown in ("Short", "99", ""):
        with pytest.raises(PersonError, match="version_not_found"):
            version(session, unknown)
    with pytest.raises(PersonError, match="version_not_found"):
        rename_version(session, first, "x")


def test_the_next_application_starts_from_an_earlier_one(session):
    one, _ = speak_for(session, Draft(WANTED), WANTED.asked[2], "We speak it at home.")
    ready = ready_for(session, one)
    decided = leave_out(flip(ready.wishes, "grades", on=True), key_of(ready, "Course"))
    keep_version(session, with_wishes(ready, keep_in(decided, key_of(ready, "Idle"))))
    (kept,) = versions(session)
    draft = start_from(kept, OTHER, "Ana Diaz")
    started = ready_for(session, draft)
    assert (started.opportunity.title, draft.name) == ("Front Desk Clerk", "Ana Diaz")
    assert started.wishes == kept.wishes
    assert "Idle" in titles(started, started.tailored.chosen)
    assert [shown.how for shown in started.tailored.shown][2] == "own_word"
    assert "Idle" in again(session, kept)
    assert "Idle" not in again(session, kept, wishes=Wishes(keep=frozenset({key_of(ready, "Idle")})))


def test_what_is_gone_from_the_vault_is_passed_over(session):
    ready = ready_for(session)
    gone = Wishes(send=frozenset({key_of(ready, "Idle")}))
    keep_version(session, with_wishes(ready, gone))
    (kept,) = versions(session)
    lost = replace(kept, wishes=replace(kept.wishes, send=frozenset({"no-such-key"})), records=("no-such-key",))
    assert "Idle" not in again(session, lost)
    assert again(session, lost, by_hand=True) == []


def test_not_tailoring_sends_all_that_shows_something(session):
    assert sorted(again(session, by_hand=True)) == ["Course", "Front Desk", "Privacy"]


def test_by_hand_just_what_is_named_goes_beside_what_went_before(session):
    ready = ready_for(session)
    desk, idle = key_of(ready, "Front Desk"), key_of(ready, "Idle")
    assert again(session, by_hand=True, wishes=Wishes(send=frozenset({idle}))) == ["Idle"]
    keep_version(session, with_wishes(ready, Wishes(send=frozenset({desk}), keep=frozenset({key_of(ready, "Course")}))))
    (kept,) = versions(session)
    assert "Front Desk" in again(session, kept, by_hand=True)
    assert sorted(again(session, kept, by_hand=True, wishes=Wishes(send=frozenset({idle})))) == ["Front Desk", "Idle"]
    assert SPANISH not in again(session, kept, by_hand=True)
    assert again(session, kept, by_hand=True, wishes=Wishes(keep=frozenset({desk}))) == []


def test_a_version_is_brought_back_to_its_own_opportunity(session):
    """Two of the same title and reader that differ in what the learner noted are two."""
    ready = ready_for(session)
    other = replace(ready, opportunity=replace(ready.opportunity, answers=(("job_number", "7"),)))
    keep_version(session, ready)
    gone_number = keep_version(session, other)
    gone = next(one for one in versions(session) if one.number == gone_number)
    assert let_go(session, gone.number)
    bring_back(session, gone)
    assert versions(session)[0].opportunity != gone.opportunity
    assert versions(session)[-1].opportunity == gone.opportunity
