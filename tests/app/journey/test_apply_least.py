"""In an application: only what is needed goes, nothing unasked is in the bytes, canceled and unchecked are told."""

import json
import re
from base64 import b64decode
from io import BytesIO
from zipfile import ZipFile

import pytest
from applying_world import (
    BIRTH,
    SPANISH,
    TERMS,
    TITLE,
    WANTED,
    holding,
    key_of,
    ready_for,
    showing,
    take_sd_jwt,
    titles,
)
from signed_records import LEARNER, LEARNER_SEED
from signed_texts import b64
from statement_samples import in_parts

from app.applying.candidate import Wishes
from app.errors import PersonError
from app.journey.after.ledger import entries, seen
from app.journey.apply.page import application_page, preview
from app.journey.apply.papers import PAPER_FORMS, make_files
from app.journey.apply.preparing import elsewhere, keep, signed, signing_key, with_wishes
from app.journey.apply.table import apply_table
from app.journey.apply.ties import ties_of
from app.journey.apply.words import goes_as, stays, to_know
from app.journey.papers import labels
from app.profile.evidence import Standing
from app.vault import store_keys
from app.wording import Words
from app.wording.papers import STATEMENT

EN = Words()
ATTACHED = re.compile(rb"(?:[A-Za-z0-9+/]{4}){50,}")


@pytest.fixture
def session(tmp_path):
    """One record as an SD-JWT whose birth date can be left out, about the first thing asked."""
    with holding(tmp_path / "world", showing("Spanish", SPANISH)) as journey:
        take_sd_jwt(journey, tmp_path)
        yield journey


def test_the_birth_date_of_an_sd_jwt_is_not_in_the_bytes(session):
    ready = ready_for(session)
    assert "Basic medical terms" in titles(ready, ready.tailored.chosen)
    made = signed(session, ready, labels(EN, STATEMENT), told=frozenset(elsewhere(session, ready)))
    assert BIRTH.encode() not in made.content
    assert TITLE.encode() in made.content
    table = apply_table(ready)
    going = {one.title: one for one in table.going}
    assert goes_as(EN, going["Basic medical terms"]) == "Of this record these stay home: birth date."
    assert goes_as(EN, going["Spanish"]) == "This one goes whole or not at all."
    assert stays(EN, table.rows[0]) == "Parts of it that are not needed"
    assert "birth_date" not in going["Basic medical terms"].tells
    assert "2000-01-01" not in json.dumps([dict(one.facts) for one in table.going])
    assert b64('["c2FsdA", "birthdate"')[:20].encode() not in made.content


def test_what_stays_home_is_in_no_paper_and_the_ledger_knows_what_went(session):
    ready = ready_for(session)
    made = signed(session, ready, labels(EN, STATEMENT), told=frozenset(elsewhere(session, ready)))
    files, faults = make_files(
        EN, ready, made, application_page(EN, ready, made, name="Ana", practice=False), PAPER_FORMS
    )
    assert faults == ()
    with ZipFile(BytesIO(files["application.zip"])) as packed:
        files |= {f"application.zip/{name}": packed.read(name) for name in packed.namelist()}
    for name, content in files.items():
        inside = [content, *(b64decode(one) for one in ATTACHED.findall(content))]
        assert [one for one in inside if BIRTH.encode() in one or b"2000-01-01" in one] == [], name
    keep(session, ready, made)
    (entry,) = entries(session)
    assert set(entry.records) == {"Basic medical terms", "Spanish"}
    assert {one.name for one in seen(entry).records} == set(entry.records)


def test_a_record_that_only_others_can_cut_goes_whole_and_says_so(tmp_path):
    """Its grades go, too, though nobody asked for them: so that is told, and the file holds it to the letter."""
    sent = in_parts(TERMS)
    with holding(tmp_path, sent, showing("Spanish", SPANISH)) as session:
        ready = ready_for(session)
        made = json.loads(
            signed(session, ready, labels(EN, STATEMENT), told=frozenset(elsewhere(session, ready))).content
        )
        table = apply_table(ready)
    assert sent in made["verifiableCredential"]
    (one,) = [one for one in table.going if one.title == "Forklift safety"]
    assert (one.whole, one.kept_back) == ("not_cut_here", ())
    assert "grades" in one.tells
    assert goes_as(EN, one).startswith("This one goes whole or not at all. It could be cut, but Pathfolio cannot")
    assert stays(EN, table.rows[0]) == "Goes as a whole"


def test_a_record_that_shows_more_than_is_asked_tells_other_skills(tmp_path):
    with holding(tmp_path, showing("Both", TERMS, SPANISH)) as session:
        ready = ready_for(session)
        (one,) = ready.candidates
        assert "other_skills" not in one.gives_away
        only = type(WANTED)("Aide", "Elm House", WANTED.asked[:1])
        (one,) = ready_for(session, only).candidates
        assert "other_skills" in one.gives_away
        assert one.facts["other_skills"]


def test_a_record_that_could_not_be_checked_goes_with_that_said(tmp_path):
    named = {"issuer": {"id": "https://elm.example/issuer", "type": ["Profile"], "name": "Elm Care Home"}}
    with holding(tmp_path, showing("Word", TERMS, extra=named)) as session:
        ready = ready_for(session)
        page = preview(session, EN, ready, name="Ana").page
    assert page.answers[0].evidence_words == "someone’s word; not all of it could be checked"
    assert ready.tailored.notes == {key_of(ready, "Word"): ("not_checked",)}
    assert "Word could not be checked in full. Its reader may not take it." in to_know(EN, apply_table(ready), [])


def test_a_canceled_record_stays_home_until_it_is_sent_and_the_page_says_so(tmp_path, monkeypatch):
    """What a status list says is tested where it is read; here a card that stands as canceled."""
    monkeypatch.setattr("app.journey.records.holding.standing", lambda *_a, **_k: Standing(None, "canceled"))
    with holding(tmp_path, showing("Gone", TERMS)) as session:
        ready = ready_for(session)
        assert [(one.title, one.why.reason) for one in apply_table(ready).staying] == [("Gone", "canceled")]
        sent = with_wishes(ready, Wishes(send=frozenset({key_of(ready, "Gone")})))
        made = signed(session, sent, labels(EN, STATEMENT), told=frozenset(elsewhere(session, sent)))
        page = application_page(EN, sent, made, name="Ana", practice=False)
    assert [one.facts for one in page.sent] == [("Canceled",)]
    assert to_know(EN, apply_table(sent), [])[0].startswith("Gone was canceled. It goes because you say so")


@pytest.mark.parametrize("kept", [True, False], ids=["own key", "key of another"])
def test_the_key_that_an_sd_jwt_confirms_signs_where_it_is_the_learners(tmp_path, kept):
    with holding(tmp_path / "world", showing("Spanish", SPANISH, subject=None)) as session:
        take_sd_jwt(session, tmp_path, cnf={"kid": LEARNER.method})
        if kept:
            store_keys.keep_key(session.vault, LEARNER_SEED, "Brought along", lambda _seed: LEARNER.did)
        ready = ready_for(session)
        other = key_of(ready, "Basic medical terms")
        found = {one.key: one.code for one in ties_of(session, ready)}
        assert (found[other], elsewhere(session, ready)) == (("signer", ()) if kept else ("other_key", (other,)))
        known = signing_key(session, ready)
        assert (known.did if known else None) == (LEARNER.did if kept else None)
        if not kept:
            with pytest.raises(PersonError, match="subject_key_differs"):
                signed(session, ready, labels(EN, STATEMENT), told=frozenset())
        made = signed(session, ready, labels(EN, STATEMENT), told=frozenset(elsewhere(session, ready)))
    assert (made.holder == LEARNER.did) is kept
