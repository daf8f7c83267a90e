"""Newer versions where the issuer offers them: asked for only for sound records, taken only if truly newer."""

import json
from threading import Event

import pytest
from journey_world import journey
from loopback_server import LoopbackServer, answer
from signed_texts import did_jwk, token
from trust_samples import STRANGER, badge, did, signed

from app.journey.records.holding import cards, import_text
from app.journey.records.newer import ask_newer, newer_question, take_newer
from app.online import fetching
from app.online.asker import asker

pytestmark = pytest.mark.usefixtures("loopback")
ADDRESS = "https://school.example/newer/7"
EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
LATER = "2026-02-01T00:00:00Z"


def renewable(seed=None, address=ADDRESS, kind="1EdTechCredentialRefresh", **changes):
    made = badge(
        **{"@context": [*badge()["@context"], EXTENSIONS], "refreshService": {"id": address, "type": kind}, **changes}
    )
    return signed(made) if seed is None else signed(made, seed=seed)


@pytest.fixture
def web():
    with LoopbackServer() as made:
        made.serve(ADDRESS, renewable(validFrom=LATER))
        yield made


@pytest.fixture
def session(tmp_path):
    with journey(tmp_path, records=False) as opened:
        yield opened


def asked(session, web, *allowed):
    question, stop = newer_question(session), Event()
    allowed = allowed or ("school.example",)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fetching, "system_net", web.net)
        with asker(frozenset(allowed).__contains__, stop) as ask:
            return ask_newer(session, question, allowed, ask=ask, stop=stop)


def test_a_newer_version_is_offered_and_takes_the_place_when_taken(session, web):
    import_text(session, json.dumps(renewable()))
    question = newer_question(session)
    assert [(host.name, host.whats) for host in question.hosts] == [("school.example", ("newer",))]
    assert web.asked == []
    found = asked(session, web)
    assert [one.new.valid_from for one in found.offers] == [LATER]
    assert [card.record.valid_from for card in cards(session)] == ["2026-01-01T00:00:00Z"], "only offered"
    take_newer(session, found.offers)
    (card,) = cards(session)
    assert (card.record.valid_from, len(card.older)) == (LATER, 1)
    assert card.record.source.file == ADDRESS


def test_the_same_again_is_the_newest(session, web):
    web.serve(ADDRESS, json.dumps(renewable()))
    import_text(session, json.dumps(renewable()))
    found = asked(session, web)
    assert (len(found.same), found.offers, found.refused) == (1, (), ())


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (renewable(validFrom=LATER, id="urn:uuid:5c1f8e0a-0001-4000-8000-000000000009"), "newer_other_record"),
        (renewable(STRANGER, validFrom=LATER, issuer=did(STRANGER)), "newer_other_issuer"),
        (renewable(STRANGER, validFrom=LATER), "newer_not_sound"),
        ({**renewable(), "validFrom": LATER}, "newer_not_sound"),
        (
            renewable(validFrom=LATER, credentialSubject={**badge()["credentialSubject"], "id": did(STRANGER)}),
            "newer_other_person",
        ),
        (
            renewable(
                validFrom=LATER,
                credentialSubject={name: one for name, one in badge()["credentialSubject"].items() if name != "id"},
            ),
            "newer_other_person",
        ),
        (renewable(name="Said better"), "newer_not_later"),
        (renewable(validFrom="2025-01-01T00:00:00Z"), "newer_not_later"),
        (renewable(validFrom="2099-01-01T00:00:00Z"), "newer_not_later"),
        ([renewable(validFrom=LATER), renewable(validFrom=LATER, name="Two")], "newer_unreadable"),
        ({"no": "record"}, "newer_unreadable"),
        ("<html></html>", "newer_unreadable"),
    ],
)
def test_what_is_no_newer_version_is_refused(session, web, given, why):
    web.serve(ADDRESS, given)
    import_text(session, json.dumps(renewable()))
    found = asked(session, web)
    assert [one.why for one in found.refused] == [why]
    assert found.offers == ()


def test_a_signed_text_is_renewed_by_a_signed_text(session, web):
    issuer = did_jwk()
    plain = {name: one for name, one in renewable().items() if name != "proof"} | {"issuer": issuer, "iss": issuer}
    web.serve(ADDRESS, token({**plain, "validFrom": LATER}, typ="vc+jwt"), kind="text/plain")
    import_text(session, token(plain, typ="vc+jwt"))
    assert [one.new.valid_from for one in asked(session, web).offers] == [LATER]


@pytest.mark.parametrize(
    "record",
    [
        {**renewable(), "name": "Changed"},
        renewable(STRANGER),
        renewable(id=None),
        renewable(address="http://school.example/newer/7"),
        renewable(address="https://192.168.1.1/newer/7"),
        signed(badge()),
    ],
    ids=["broken", "key of another", "no id", "http", "private", "none offered"],
)
def test_only_a_sound_record_sends_us_anywhere(session, record):
    import_text(session, json.dumps(record))
    assert newer_question(session).hosts == ()


def test_what_only_a_wallet_can_do_is_told(session):
    service = {"url": ADDRESS, "type": "VerifiableCredentialRefreshService2021"}
    import_text(session, json.dumps(badge(refreshService=service)))
    question = newer_question(session)
    assert (question.hosts, len(question.by_wallet)) == ((), 1)


def test_a_website_that_was_not_allowed_is_not_asked(session, web):
    import_text(session, json.dumps(renewable()))
    assert asked(session, web, "other.example").offers == ()
    assert web.asked == []


def test_what_gives_nothing_says_why(session, web):
    web.play(ADDRESS, answer(status=404))
    import_text(session, json.dumps(renewable()))
    assert [one.failure for one in asked(session, web).failed] == ["not_found"]
