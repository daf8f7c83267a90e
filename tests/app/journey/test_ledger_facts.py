"""What the ledger says of one thing sent: the key, what they were told, the end, and what can still be taken back."""

import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from applying_world import ASKED, PRIVATE, TERMS, holding, key_of, ready_for, showing, take_sd_jwt, transcript
from signed_records import LEARNER, LEARNER_SEED

from app.applying.candidate import Wishes
from app.applying.making import PROOF_FORMS, Making
from app.applying.opportunity import Opportunity
from app.journey.after.facts import LedgerFacts, facts_of
from app.journey.after.ledger import entries
from app.journey.after.lines import fact_lines, fact_words
from app.journey.apply.preparing import elsewhere, keep, signed, with_wishes
from app.journey.apply.tie_words import tie_words
from app.journey.apply.ties import ties_of
from app.journey.papers import labels
from app.journey.session import Session
from app.vault import store_keys
from app.wording import Words
from app.wording.papers import STATEMENT

EN = Words("en")


def records() -> list[dict[str, Any]]:
    older = {"data_model": "1.1", "suite": "Ed25519Signature2020"}
    return [
        showing("Clinic Terms", TERMS, subject=LEARNER.did, **older),
        showing("Keeps Things Private", PRIVATE, subject=None, **older),
    ]


def send(session: Session, making: Making, title: str = "Trainee") -> LedgerFacts:
    ready = ready_for(session, Opportunity(title, "Clinic", ASKED[:2]))
    told = frozenset(elsewhere(session, ready, making.key))
    keep(session, ready, signed(session, ready, labels(EN, STATEMENT), told=told, making=making))
    return facts_of(session, entries(session)[0])


@pytest.mark.parametrize("proof", PROOF_FORMS)
def test_key_end_and_what_they_were_told(tmp_path: Path, proof: Any) -> None:
    with holding(tmp_path, *records()) as session:
        ends = session.clock() + timedelta(days=10)
        found = send(session, Making(proof, "new", ends))
        assert found.proof == proof
        assert found.ends == ends.replace(microsecond=0)
        assert (found.key.held, found.key.made_for, found.key.also) == (True, "Clinic: Trainee", ())
        assert set(found.told) >= {"issuer", "issue_date"}
        assert {one.name: one.code for one in found.ties} == {
            "Clinic Terms": "other_key",
            "Keeps Things Private": "no_key",
        }
        assert found.take_back == ("stops_counting_on", "made_for_them_alone", "outcome_can_be_changed")
        assert found.stays == ("they_keep_the_file", "records_have_no_end")
        can, cannot = fact_words(EN, found)
        assert EN.value(ends.astimezone()) in can[0]
        assert cannot[0] == "They have the file. What it says cannot be taken back."


def test_the_key_a_record_is_bound_to_links_what_was_sent(tmp_path: Path) -> None:
    with holding(tmp_path, *records()) as session:
        store_keys.keep_key(session.vault, LEARNER_SEED, "Brought along", lambda _seed: LEARNER.did)
        first = send(session, Making())
        second = send(session, Making(), "Other")
        assert first.key.did == second.key.did == LEARNER.did
        assert second.key.also == (entries(session)[1].id,)
        assert "same_key_elsewhere" in second.stays
        assert "no_end_was_set" in second.stays
        assert "made_for_them_alone" not in second.take_back
        assert {one.code for one in second.ties} == {"signer", "no_key"}
        alone = send(session, Making(key="new"), "Third")
        assert alone.key.did != LEARNER.did
        assert {one.code for one in alone.ties} == {"own_key", "no_key"}


def test_after_its_end(tmp_path: Path) -> None:
    with holding(tmp_path, *records()) as session:
        send(session, Making(ends=session.clock() + timedelta(days=1)))
        later = session.clock() + timedelta(days=2)
        found = facts_of(replace(session, clock=lambda: later), entries(session)[0])
        assert found.take_back[0] == "ended_on"


def test_a_record_bound_to_no_key_is_said_to_be_so(tmp_path: Path) -> None:
    with holding(tmp_path, *records()) as session:
        ready = ready_for(session, Opportunity("Trainee", "Clinic", ASKED[:2]))
        told = {one.name: tie_words(EN, one) for one in ties_of(session, ready)}
        assert "names no key of yours" in told["Keeps Things Private"]
        assert "names another key" in told["Clinic Terms"]
        assert len(store_keys.keys(session.vault)) == 0, "asking makes no key"


def test_a_record_that_went_shorter_is_in_the_list_and_parts_of_one_that_went_whole_are_not(tmp_path: Path) -> None:
    course = showing("Privacy course", PRIVATE)
    with holding(tmp_path / "w", transcript(course), *records()[1:]) as session:
        take_sd_jwt(session, tmp_path)
        ready = ready_for(session, Opportunity("Trainee", "Clinic", ASKED[:1]))
        ready = with_wishes(ready, Wishes(send=frozenset({key_of(ready, "All courses")})))
        told = frozenset(elsewhere(session, ready))
        keep(session, ready, signed(session, ready, labels(EN, STATEMENT), told=told))
        (entry,) = entries(session)
        found = facts_of(session, entry)
        went = {"All courses", "Basic medical terms"}
        assert (set(entry.records), {one.name for one in found.seen.records}) == (went, went)
        assert {one.name: one.code for one in found.ties} == {
            "All courses": "other_key",
            "Basic medical terms": "no_key",
        }
        assert "birth_date" not in found.told


def test_what_the_learner_noted_is_in_the_list(tmp_path: Path) -> None:
    with holding(tmp_path, *records()) as session:
        noted = (("reply_by", "3 May"), ("of_a_file", "its own"))
        ready = ready_for(session, replace(Opportunity("Trainee", "Clinic", ASKED[:2]), answers=noted))
        told = frozenset(elsewhere(session, ready))
        keep(session, ready, signed(session, ready, labels(EN, STATEMENT), told=told))
        send(session, Making(), "Other")
        other, entry = entries(session)
        lines = fact_lines(EN, entry, facts_of(session, entry), (other, entry), session.clock())
    assert (other.answers, dict(entry.answers)) == ((), dict(noted))
    said = next(one.says for one in lines if one.code == "answers")
    assert set(said) == {"By when do they want to hear from you? 3 May", "of_a_file: its own"}


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this machine's time zone cannot be set for one program")
def test_the_end_is_told_by_the_learners_own_calendar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with holding(tmp_path, *records()) as session:
        ends = (session.clock() + timedelta(days=10)).replace(hour=3)
        found = send(session, Making(ends=ends))
        monkeypatch.setenv("TZ", "America/Chicago")
        time.tzset()
        try:
            (can, *_), _ = fact_words(EN, found)
            assert EN.value(ends.date() - timedelta(days=1)) in can
        finally:
            monkeypatch.undo()
            time.tzset()
