"""Signed Open Badges 2.0: a key that the issuer's own profile lists, and a list of what was revoked."""

import json

import pytest
from old_badges import (
    ISSUER,
    KEY,
    NOW,
    REVOKED,
    badge_class,
    jws,
    key_document,
    pem,
    profile,
    served,
    signed_award,
    unsigned_jws,
    web,
)

from app.records.model import Record, Source
from app.records.reading import read_bytes
from app.trust.seven import check_record

EVIL = "https://evil.example"


def said(text, pages=None, check="signature"):
    (found,) = read_bytes(text, Source("test.jwt"))
    assert isinstance(found, Record), found
    at_hand = served(pages) if pages is not None else None
    checks = {one.check: one for one in check_record(found, now=NOW, documents=at_hand)}
    return checks[check].answer, checks[check].reason


def all_said(text, pages=None):
    return [said(text, pages, check) for check in ("signature", "issuer_binding", "status")]


GOOD = [("yes", "sound"), ("yes", "key_is_theirs"), ("yes", "not_canceled")]


def test_a_badge_signed_with_its_issuers_key_is_sound():
    assert all_said(jws(signed_award()), web()) == GOOD
    assert all_said(jws(signed_award(badge=badge_class())), web()) == GOOD


@pytest.mark.parametrize(
    "issuer",
    [
        profile(publicKey=KEY),
        profile(publicKey={"id": KEY, "owner": ISSUER, "publicKeyPem": pem("school")}),
        profile(publicKey=[f"{EVIL}/k.json", {"id": KEY}]),
    ],
)
def test_a_profile_may_list_its_keys_in_several_ways(issuer):
    assert all_said(jws(signed_award()), web(issuer=issuer)) == GOOD


def test_a_badge_that_names_no_key_is_tried_with_those_of_its_issuer():
    mine = signed_award(verification={"type": "SignedBadge"})
    assert all_said(jws(mine), web()) == GOOD
    assert said(jws(mine, "stranger"), web()) == ("no", "broken")


def test_without_the_issuers_pages_nothing_is_yes():
    assert all_said(jws(signed_award())) == [
        ("not checked", "key_not_at_hand"),
        ("not checked", "no_sound_proof"),
        ("not checked", "status_list_not_at_hand"),
    ]
    assert all_said(jws(signed_award()), web(issuer=None)) == [
        ("yes", "sound"),
        ("not checked", "document_not_at_hand"),
        ("not checked", "status_list_not_at_hand"),
    ]


def test_a_changed_badge_is_broken():
    head, _, signature = jws(signed_award()).split(b".")
    other = jws(signed_award(narrative="Better.")).split(b".")[1]
    assert said(b".".join((head, other, signature)), web()) == ("no", "broken")


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ({"alg": "none"}, "no_proof"),
        ({"alg": "None"}, "no_proof"),
        ({}, "no_proof"),
        ({"alg": "ES256"}, "key_not_for_suite"),
        ({"alg": "EdDSA"}, "key_not_for_suite"),
    ],
)
def test_a_signature_of_no_kind_or_of_another_is_none(header, reason):
    assert said(unsigned_jws(signed_award(), b"\0" * 64, **header), web()) == ("no", reason)


def test_a_public_key_is_no_shared_secret():
    import hashlib
    import hmac

    text = unsigned_jws(signed_award(), alg="HS256").rsplit(b".", 1)[0]
    for secret in (pem("school").encode(), pem("school").strip().encode()):
        forged = unsigned_jws(signed_award(), hmac.digest(secret, text, hashlib.sha256), alg="HS256")
        assert said(forged, web()) == ("no", "shared_secret")


def test_a_header_cannot_bring_a_key_of_its_own():
    header = {"jku": f"{EVIL}/keys", "jwk": {"kty": "oct", "k": "AA"}, "x5u": f"{EVIL}/cert"}
    assert said(jws(signed_award(), "stranger", **header), web()) == ("no", "broken")


@pytest.mark.parametrize("owner", [ISSUER, f"{EVIL}/issuer.json", None])
@pytest.mark.parametrize("listed", [[KEY], {"id": KEY, "owner": ISSUER, "publicKeyPem": pem("school")}, [], None])
def test_a_strangers_key_is_not_the_issuers(owner, listed):
    mine = signed_award(verification={"type": "SignedBadge", "creator": f"{EVIL}/key.json"})
    strange = key_document("stranger", id=f"{EVIL}/key.json", owner=owner)
    pages = {**web(issuer=profile(publicKey=listed)), f"{EVIL}/key.json": strange}
    binding = ("no", "key_of_another" if owner and EVIL in owner else "key_not_listed")
    assert all_said(jws(mine, "stranger"), pages)[:2] == [("yes", "sound"), binding]


def test_a_strangers_profile_in_the_badge_is_not_believed():
    own = profile(publicKey={"id": f"{EVIL}/key.json", "owner": ISSUER, "publicKeyPem": pem("stranger")})
    mine = signed_award(
        badge=badge_class(issuer=own), verification={"type": "SignedBadge", "creator": f"{EVIL}/key.json"}
    )
    pages = {**web(), f"{EVIL}/key.json": key_document("stranger", id=f"{EVIL}/key.json")}
    assert said(jws(mine, "stranger"), pages, "issuer_binding") == ("no", "key_not_listed")


def test_the_name_of_a_listed_key_does_not_make_another_key_the_issuers():
    listed = profile(publicKey={"id": KEY, "owner": ISSUER, "publicKeyPem": pem("school")})
    pages = web(issuer=listed, key=key_document("stranger"))
    assert said(jws(signed_award(), "stranger"), pages) == ("no", "broken")


def test_one_key_of_two_issuers_is_that_of_its_owner():
    """A school that uses another's key, as if it were its own, or an attacker who lists a school's key."""
    theirs = f"{EVIL}/issuer.json"
    badge = badge_class(id=f"{EVIL}/badge.json", issuer=theirs)
    pages = {**web(), theirs: profile(id=theirs), f"{EVIL}/badge.json": badge}
    mine = jws(signed_award(badge=f"{EVIL}/badge.json"))
    assert said(mine, pages, "issuer_binding") == ("no", "key_of_another")


@pytest.mark.parametrize(
    "listed",
    [
        ["urn:uuid:2b1c"],
        [{"id": "urn:uuid:2b1c", "revocationReason": "An error"}],
        {"uid": "u-1"},
        [7, None, {"uid": "u-1"}],
    ],
)
def test_what_the_list_names_was_canceled(listed):
    pages = web(revoked={"type": "RevocationList", "revokedAssertions": listed})
    assert said(jws(signed_award(uid="u-1")), pages, "status") == ("no", "revoked")
    assert said(jws(signed_award(uid="u-1")), pages) == ("yes", "sound")


@pytest.mark.parametrize(
    ("pages", "answer"),
    [
        (web(revoked=None), ("not checked", "status_list_not_at_hand")),
        (web(revoked={"type": "RevocationList"}), ("not checked", "status_list_unreadable")),
        (web(revoked=[]), ("not checked", "status_list_unreadable")),
        (web(issuer=profile(revocationList=None)), ("yes", "no_status_entry")),
        (web(issuer=profile(revocationList=7)), ("not checked", "status_list_not_at_hand")),
    ],
)
def test_a_list_that_cannot_be_had_is_not_checked(pages, answer):
    assert said(jws(signed_award()), pages, "status") == answer


def test_a_badge_of_1_0_is_looked_up_by_its_number():
    old = {
        "uid": "f2c20",
        "recipient": {"type": "email", "hashed": False, "identity": "ana@example.org"},
        "badge": badge_class(),
        "verify": {"type": "signed", "url": KEY},
        "issuedOn": 1359217910,
    }
    pages = web(key=pem("school"), revoked={"qp8g1s": "Issued in error"})
    assert all_said(jws(old), pages) == GOOD
    assert said(jws({**old, "uid": "qp8g1s"}), pages, "status") == ("no", "revoked")


def test_a_signature_of_a_form_that_open_badges_do_not_know_is_not_checked():
    head, payload, signature = jws(signed_award()).decode().split(".")
    text = json.dumps({"payload": payload, "signatures": [{"protected": head, "signature": signature}]}).encode()
    assert all_said(text, web())[:2] == [("not checked", "unsupported_suite"), ("not checked", "no_sound_proof")]


def test_dates_are_those_that_are_signed():
    ends = jws(signed_award(expires="2026-02-01T00:00:00Z"))
    assert said(ends, web(), "in_force") == ("no", "expired")
    assert said(ends, web()) == ("yes", "sound")


def test_a_short_key_is_no_key():
    assert said(jws(signed_award()), web(key=key_document(publicKeyPem="-----BEGIN PUBLIC KEY-----\nAA=="))) == (
        "no",
        "bad_key",
    )
    assert REVOKED in web()
