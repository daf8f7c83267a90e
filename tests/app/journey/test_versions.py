"""A newer version of a record takes the older one's place, and only if it is truly its issuer's."""

import json

import pytest
from journey_world import journey
from signed_records import COLLEGE_SEED, MARKET_SEED, signed_badge

from app.applying.holder import holder_of
from app.journey.records.details import details
from app.journey.records.holding import cards, import_bytes, put_back, remove
from app.journey.records.import_report import import_report
from app.journey.skills.profile import answer, profile
from app.profile.skills import Answer
from app.trust.proofs import unsecured
from app.vault import store_records
from app.wording import Words
from bench.signers import key, with_proof

LATER = {"validFrom": "2026-01-15T00:00:00Z"}
LINKED = {
    "alignment": [
        {"type": ["Alignment"], "targetName": "Mending nets", "targetUrl": "https://practice.example/skills/nets"}
    ]
}


@pytest.fixture
def session(tmp_path):
    with journey(tmp_path, records=False) as opened:
        yield opened


def take(session, *documents):
    return import_bytes(session, json.dumps(documents).encode())


def names(session):
    return [(card.record.name, card.record.valid_from[:10]) for card in cards(session)]


def test_a_newer_version_takes_the_place_and_the_older_stays_in_the_vault(session):
    take(session, signed_badge("Nets"))
    came = take(session, signed_badge("Nets", extra=LATER))
    (card,) = cards(session)
    assert card.record.valid_from == LATER["validFrom"]
    assert [record.key for record in came.newer] == [card.record.key]
    assert len(store_records.records(session.vault)) == 2
    assert "newer version" in " ".join(line.text for line in import_report(Words(), came).lines)
    said = {about.code: about.value for about in details(session, Words(), card.record.key).about}
    assert said["older"].startswith("Given Dec 12, 2025")


def test_the_order_of_coming_makes_no_difference(session):
    came = take(session, signed_badge("Nets", extra=LATER), signed_badge("Nets"))
    assert names(session) == [("Nets", "2026-01-15")]
    assert [record.valid_from for record in came.newer] == [LATER["validFrom"]]


def test_a_newer_version_that_is_removed_gives_the_place_back(session):
    take(session, signed_badge("Nets"), signed_badge("Nets", extra=LATER))
    newest = cards(session)[0].record.key
    remove(session, newest)
    assert names(session) == [("Nets", "2025-12-12")]
    put_back(session, newest)
    assert names(session) == [("Nets", "2026-01-15")]


def test_a_stranger_with_the_same_id_and_a_later_date_takes_no_place(session):
    college = holder_of(COLLEGE_SEED).did
    theirs = {**LATER, "issuer": {"id": college, "type": ["Profile"], "name": "Harbor Practice College"}}
    came = take(session, signed_badge("Nets"), signed_badge("Nets", seed=MARKET_SEED, extra=theirs))
    assert len(names(session)) == 2
    assert came.newer == ()


def test_a_changed_copy_with_a_later_date_takes_no_place(session):
    take(session, signed_badge("Nets"), {**signed_badge("Nets"), **LATER})
    assert len(names(session)) == 2


@pytest.mark.parametrize(
    "other",
    [
        signed_badge("Nets", seed=MARKET_SEED, extra=LATER),
        signed_badge("Nets", extra={**LATER, "id": "https://practice.example/records/other"}),
        signed_badge("Nets", extra={"description": "Said better."}),
    ],
    ids=["another issuer", "another id", "the same date"],
)
def test_what_is_no_newer_version_stands_beside(session, other):
    take(session, signed_badge("Nets"), other)
    assert len(names(session)) == 2


def test_what_the_learner_answered_about_the_older_holds_for_the_newer(session):
    take(session, signed_badge("Nets", achievement=LINKED))
    claim = profile(session).skills[0].claim
    concept = "2.A.1.a"
    answer(session, claim.id, concept, Answer(agreed=True))
    assert concept in profile(session).held
    take(session, signed_badge("Nets", achievement=LINKED, extra=LATER))
    assert len(names(session)) == 1
    assert concept in profile(session).held


def test_a_version_that_is_not_given_yet_takes_no_place(session):
    take(session, signed_badge("Nets"), signed_badge("Nets", extra={"validFrom": "2099-01-01T00:00:00Z"}))
    assert len(names(session)) == 2


def test_a_version_whose_signature_no_longer_counts_takes_no_place(session):
    by = key("Ed25519")
    bare = {**unsecured(signed_badge("Nets")), "issuer": {"id": by.did, "type": ["Profile"]}}
    first = with_proof(bare, "eddsa-rdfc-2022", by)
    lapsed = with_proof({**bare, **LATER}, "eddsa-rdfc-2022", by, expires="2026-01-20T00:00:00Z")
    take(session, first, lapsed)
    assert len(names(session)) == 2
    take(session, with_proof({**bare, **LATER}, "eddsa-rdfc-2022", by))
    assert len(names(session)) == 2
    assert sorted(given for _, given in names(session)) == ["2026-01-15", "2026-01-15"]
