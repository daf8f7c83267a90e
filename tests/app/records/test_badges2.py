"""Open Badges 2.0, 1.1 and 1.0: one assertion, one record, whatever it links."""

import json

import pytest
from old_badges import AWARD, BADGE, ISSUER, OB_1, OB_2, SITE, award, badge_class, jws, profile, signed_award
from sample_records import FILE, codes, faults, one, read

from app.records.badges2 import UNNAMED
from app.records.model import Achievement, Alignment, Evidence, Identity, Issuer, Subject
from app.records.reading import read_bytes

WHOLE = award(badge=badge_class(issuer=profile()))


def test_all_that_an_assertion_and_what_stands_in_it_say():
    found = one(WHOLE)
    assert (found.kind, found.form, found.data_model, found.id) == ("ob2", "json", None, AWARD)
    assert found.name == "Forklift Safety"
    assert found.issuer == Issuer(ISSUER, "Riverside Trade School", f"{SITE}/")
    assert found.subjects == (Subject(identities=(Identity("ana@example.org", False, "emailAddress"),)),)
    assert (found.awarded, found.valid_until) == ("2026-01-05T09:00:00Z", None)
    assert found.description == "Drives a forklift safely.\n\nDrove every day."
    assert found.evidence == (Evidence("Test drive", "https://school.example/video", "Filmed."),)
    aligned = Alignment(
        "Operate forklifts", "https://skills.example/forklift", "F-1", "Skills", None, "To operate one."
    )
    assert found.achievements == (
        Achievement(
            "Forklift Safety",
            BADGE,
            None,
            "Drives a forklift safely.",
            "Passed the test.",
            f"{SITE}/criteria",
            ("warehouse", "safety"),
            (aligned,),
        ),
    )
    assert found.faults == ()


def test_a_badge_that_is_only_linked_is_no_fault_and_has_its_address():
    found = one(award())
    assert (found.name, found.issuer, found.faults) == (UNNAMED, Issuer(), ())
    assert [achieved.id for achieved in found.achievements] == [BADGE]
    half = one(award(badge=badge_class()))
    assert (half.name, half.issuer, half.faults) == ("Forklift Safety", Issuer(id=ISSUER), ())


def test_a_signed_assertion_is_read_from_its_text_and_the_text_is_kept():
    text = jws(signed_award(badge=badge_class()))
    found = one(b"\n" + text + b"\n")
    assert (found.kind, found.form, found.raw, found.name) == ("ob2", "jwt", text, "Forklift Safety")
    assert [again.key for again in read_bytes(found.raw, FILE)] == [found.key]


OLD = {
    "uid": "abc-12",
    "recipient": {"type": "email", "hashed": True, "salt": "sea", "identity": "sha256$00ff"},
    "badge": BADGE,
    "verify": {"type": "hosted", "url": AWARD},
    "issuedOn": 1359217910,
}
OLDEST = {
    "recipient": "sha256$00ff",
    "salt": "sea",
    "issued_on": "2011-05-02",
    "expires": "2013-06-01",
    "badge": {
        "version": "0.5.0",
        "name": "Web Maker",
        "image": "/badge.png",
        "description": "Made a page.",
        "criteria": "https://p2pu.example/criteria",
        "issuer": {"origin": "https://p2pu.example", "name": "P2P School"},
    },
}


def test_assertions_of_1_x_are_read():
    found = one(OLD)
    assert (found.kind, found.id, found.awarded, found.faults) == ("ob1", "abc-12", "2013-01-26T16:31:50Z", ())
    assert found.subjects[0].identities == (Identity("sha256$00ff", True, "emailAddress", "sea"),)
    newer = one({"@context": OB_1, "type": "Assertion", "id": AWARD, **OLD, "issuedOn": "2013-01-26T16:31:50Z"})
    assert (newer.kind, newer.id, newer.faults) == ("ob1", AWARD, ())


def test_an_assertion_from_before_1_0_is_read():
    found = one(OLDEST)
    assert (found.kind, found.name) == ("ob1", "Web Maker")
    assert found.issuer == Issuer("https://p2pu.example", "P2P School", "https://p2pu.example")
    assert (found.awarded, found.valid_until) == ("2011-05-02T00:00:00Z", "2013-06-01T00:00:00Z")
    assert found.subjects[0].identities == (Identity("sha256$00ff", True, "emailAddress", "sea"),)
    assert found.achievements[0].criteria_url == "https://p2pu.example/criteria"
    assert found.faults == ()


def test_alignments_of_1_1_are_read():
    badge = badge_class(alignment=[{"name": "CCSS 4", "url": "https://ccss.example/4", "description": "Ratios."}])
    found = one({"@context": OB_1, **OLD, "badge": badge})
    assert found.achievements[0].alignments == (
        Alignment("CCSS 4", "https://ccss.example/4", None, None, None, "Ratios."),
    )


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("2017-10-01T00:00Z", "2017-10-01T00:00:00Z"),
        ("2017-10-01T00:00:00+0200", "2017-10-01T00:00:00+02:00"),
        ("2017-10-01T00:00:00-08", "2017-10-01T00:00:00-08:00"),
        ("2017-10-01", "2017-10-01T00:00:00Z"),
        ("2017-10-01T00:00:00.1234567Z", "2017-10-01T00:00:00.1234567Z"),
    ],
)
def test_dates_of_badges_are_looser(written, read_as):
    found = one(award(issuedOn=written))
    assert (found.awarded, found.faults) == (read_as, ())


@pytest.mark.parametrize("written", ["yesterday", "2017-13-01", "2017-02-30T00:00:00Z", "20171001", 1359217910, {}])
def test_what_is_no_date_is_a_fault(written):
    assert not {"unreadable_date", "wrong_type"}.isdisjoint(faults(award(issuedOn=written)))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"@context": "https://w3id.org/openbadges/invalid"}, "no_vc_context"),
        ({"@context": None}, "no_vc_context"),
        ({"type": "OtherAssertion"}, "missing_type"),
        ({"recipient": None}, "missing_subject"),
        ({"recipient": {"type": "email"}}, "missing_subject"),
        ({"recipient": [7]}, "missing_subject"),
        ({"badge": None}, "missing_achievement"),
        ({"badge": 7}, "wrong_type"),
        ({"issuedOn": None}, "missing_date"),
        ({"verification": None}, "missing_verification"),
        ({"verification": {"type": "Trust me"}}, "missing_verification"),
        ({"id": None}, "no_home"),
        ({"id": "urn:uuid:1"}, "no_home"),
        ({"id": "https://a\u202e.example"}, "bad_identifier"),
        ({"image": "data:image/png;base64,iVBORw0KGgo="}, "picture_inside"),
        ({"image": {"id": "data:image/png;base64,iVBORw0KGgo="}}, "picture_inside"),
        ({"badge": badge_class(name=None)}, "missing_achievement_name"),
        ({"badge": badge_class(issuer=None)}, "missing_issuer"),
        ({"badge": badge_class(issuer={"name": "x"})}, "missing_issuer_id"),
        ({"badge": badge_class(alignment=[7])}, "wrong_type"),
    ],
)
def test_broken_form_is_said(changes, code):
    assert code in faults(award(**changes))


@pytest.mark.parametrize(
    "value",
    [
        badge_class(),
        profile(),
        {"type": "BadgeClass", "name": "x"},
        {"@context": OB_2, "type": "Endorsement", "claim": {"id": BADGE, "endorsementComment": "Good."}},
    ],
)
def test_what_only_describes_a_badge_is_no_record(value):
    assert codes(read(value)) == ["badge_description"]


def test_extensions_are_kept_and_not_shown():
    extended = award(**{"extensions:grade": {"@context": "https://x.example/c.json", "grade": "A+"}})
    found = one(extended)
    assert json.loads(found.raw) == extended
    assert "A+" not in repr(found.achievements) + repr(found.evidence) + str(found.description)


def test_a_name_in_place_of_a_hash_and_a_key_are_told_apart():
    key = one(award(recipient={"type": "url", "hashed": False, "identity": "did:key:z6MkLearner"}))
    assert key.subjects == (Subject(id="did:key:z6MkLearner"),)
    hashed = one(award(recipient={"type": "email", "identity": "md5$00ff", "salt": "s"}))
    assert hashed.subjects[0].identities[0].hashed


@pytest.mark.parametrize("text", [b"eyJ4.e30.", b"eyJhbGciOiJSUzI1NiJ9.e30.c2ln", b"e30.e30.!"])
def test_a_text_that_is_no_signed_assertion_is_left_to_others(text):
    assert codes(read(text)) != ["record"]
