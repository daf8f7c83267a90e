"""What is kept is what came: once each, and still there when the frameworks move on."""

import json

import pytest
from terminal import CHEAP, PASSPHRASE, RECORDS

from app.journey.opening import session_of
from app.journey.records.holding import cards, import_paths
from app.journey.skills.profile import profile, say_in_own_words
from app.records.reading import read_path
from app.vault import store_profile, vault

SPANISH = "http://data.europa.eu/esco/skill/0f58a178-1382-4df2-95e8-2b3f90e80e24"
GONE = "4.A.9.z.9.I99.D99"


@pytest.fixture
def session(tmp_path):
    made, _code = vault.create(tmp_path / "v", PASSPHRASE, cost=CHEAP)
    with made, session_of(made) as opened:
        yield opened


def test_records_inside_a_record_are_kept_once_each(session, tmp_path):
    nested = [json.loads((RECORDS / name).read_bytes()) for name in ("stock-and-till.json", "team-coach.json")]
    clr = {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
        ],
        "type": ["VerifiableCredential", "ClrCredential"],
        "id": "urn:uuid:0b5c8f5e-2d0f-4d3e-9f39-7f4b3d9a1c11",
        "name": "All of it",
        "issuer": {"id": "https://school.example", "type": ["Profile"], "name": "School"},
        "validFrom": "2025-01-01T00:00:00Z",
        "credentialSubject": {"id": "did:example:learner", "type": ["ClrSubject"], "verifiableCredential": nested},
    }
    file = tmp_path / "clr.json"
    file.write_text(json.dumps(clr), encoding="utf-8")
    came = [record.key for record in read_path(file)]
    assert len(import_paths(session, [file]).added) == len(came) == 3
    assert [card.record.key for card in cards(session)] == came


def test_an_answer_about_what_the_frameworks_dropped_stops_nothing(session):
    claim = say_in_own_words(session, "Speak Spanish")
    store_profile.answer(session.vault, claim, SPANISH, agreed=True)
    store_profile.answer(session.vault, claim, GONE, agreed=True)
    assert set(profile(session).held) == {SPANISH}
    assert GONE in {row.concept_id for row in store_profile.answers(session.vault)}
