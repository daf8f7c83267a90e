"""The same record twice is kept once, however it was written the second time."""

import json
from dataclasses import replace

import pytest
from old_badges import itxt, png
from practice_world import NOW
from signed_records import VC_2, signed_badge
from terminal import CHEAP, PASSPHRASE

from app.journey.opening import session_of
from app.journey.records import holding as step
from app.vault import store_records, vault

BADGE = signed_badge("Forklift safety")


@pytest.fixture
def session(tmp_path):
    made, _code = vault.create(tmp_path / "v", PASSPHRASE, cost=CHEAP)
    with made, session_of(made) as opened:
        yield replace(opened, clock=lambda: NOW)


def presented(*held):
    return {"@context": [VC_2], "type": ["VerifiablePresentation"], "verifiableCredential": list(held)}


def transcript(*held):
    context = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
    return {
        "@context": [VC_2, context],
        "type": ["VerifiableCredential", "ClrCredential"],
        "issuer": "https://school.example",
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {"type": ["ClrSubject"], "verifiableCredential": list(held)},
    }


OTHER_LETTERS = {
    "spaces": json.dumps(BADGE, indent=3),
    "no spaces": json.dumps(BADGE, separators=(",", ":")),
    "another order": json.dumps(dict(reversed(BADGE.items()))),
    "in a presentation": json.dumps(presented(BADGE), indent=1),
    "in a picture": png(itxt(json.dumps(BADGE, indent=1), b"openbadgecredential")),
}


@pytest.mark.parametrize("again", OTHER_LETTERS.values(), ids=OTHER_LETTERS.keys())
def test_other_letters_make_no_other_record(session, again):
    first = json.dumps(BADGE).encode()
    step.import_bytes(session, first)
    found = step.import_bytes(session, again if isinstance(again, bytes) else again.encode())
    assert (found.added, [one.name for one in found.known]) == ((), ["Forklift safety"])
    assert [row.raw for row in store_records.records(session.vault)] == [first]


def test_one_file_may_hold_it_twice(session):
    again = dict(reversed(BADGE.items()))
    found = step.import_bytes(session, json.dumps([BADGE, again]).encode())
    assert (len(found.added), len(found.known), len(step.kept(session))) == (1, 1, 1)


def test_a_value_that_differs_makes_another_record(session):
    step.import_bytes(session, json.dumps(BADGE).encode())
    other = json.dumps({**BADGE, "name": "Forklift Safety"}).encode()
    assert len(step.import_bytes(session, other).added) == 1


def test_a_transcript_still_knows_what_is_inside_it(session):
    step.import_bytes(session, json.dumps(BADGE).encode())
    step.import_bytes(session, json.dumps(transcript(BADGE), indent=1).encode())
    badge, whole = step.cards(session)
    assert whole.inside == (badge.record.key,)


def test_one_put_aside_may_come_back_in_other_letters(session):
    (added,) = step.import_bytes(session, json.dumps(BADGE).encode()).added
    step.remove(session, added.key)
    assert len(step.import_bytes(session, json.dumps(BADGE, indent=1).encode()).added) == 1
    assert len(step.kept(session)) == 1
