"""Whose key is it: did:key by itself, did:web and addresses from documents at hand."""

import base64

import pytest
from trust_samples import ISSUER, LEARNER, STRANGER, at_hand, badge, checks, did, did_document, method, public, signed

from app.trust.keys import did_key, did_web_address
from app.trust.multibase import decode_base58, encode_base58, encode_multikey
from app.trust.public_keys import PublicKey, from_multikey

WEB = "did:web:school.example"
ADDRESS = "https://school.example/.well-known/did.json"


def issued_by(name, seed=ISSUER, verification_method=None):
    issuer = {"id": name, "type": ["Profile"], "name": "Test School"}
    return signed(badge(issuer=issuer), seed=seed, verification_method=verification_method or method(seed))


def ask(document, **documents):
    found = checks(document, documents=at_hand(**documents))
    return (found["signature"].answer, found["signature"].reason), (
        found["issuer_binding"].answer,
        found["issuer_binding"].reason,
    )


SOUND = ("yes", "sound")
THEIRS = ("yes", "key_is_theirs")
ITSELF = ("yes", "key_names_itself")
"""Of a DID that is a key."""


def test_did_key_proves_itself():
    assert ask(issued_by(did(ISSUER))) == (SOUND, ITSELF)


def test_another_did_key_is_not_the_issuers():
    assert ask(issued_by(did(ISSUER), seed=STRANGER)) == (SOUND, ("no", "key_of_another"))


def test_one_bound_proof_of_several_is_enough_in_any_order():
    document = issued_by(did(ISSUER))
    for both in (signed(document, seed=STRANGER), signed(issued_by(did(ISSUER), seed=STRANGER), seed=ISSUER)):
        assert ask(both) == (SOUND, ITSELF)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("did:web:school.example", ADDRESS),
        ("did:web:school.example%3A8443", "https://school.example:8443/.well-known/did.json"),
        ("did:web:school.example:issuers:42", "https://school.example/issuers/42/did.json"),
        ("did:web:school.example%3A8443:a", "https://school.example:8443/a/did.json"),
        ("did:web:school.example%2Fevil.example", None),
        ("did:web:school.example:..:other", None),
        ("did:web:school.example:a%2Fb", None),
        ("did:web:user@school.example", None),
        ("did:web:", None),
        ("did:web:school.example::a", None),
        ("did:key:z6Mk", None),
    ],
)
def test_address_of_a_did_web(name, address):
    assert did_web_address(name) == address


@pytest.mark.parametrize("under", [WEB, ADDRESS])
def test_did_web_by_its_document_at_hand_under_name_or_address(under):
    document = issued_by(WEB, verification_method=f"{WEB}#key-1")
    assert ask(document, **{under: did_document(WEB, ISSUER)}) == (SOUND, THEIRS)


def test_did_web_without_its_document_is_not_checked():
    document = issued_by(WEB, verification_method=f"{WEB}#key-1")
    assert ask(document) == (("not checked", "key_not_at_hand"), ("not checked", "no_sound_proof"))
    by_key = issued_by(WEB)
    assert ask(by_key) == (SOUND, ("not checked", "document_not_at_hand"))


def test_a_document_that_says_it_is_anothers_does_not_count():
    document = issued_by(WEB, verification_method=f"{WEB}#key-1")
    other = did_document(WEB, ISSUER, id="did:web:other.example")
    assert ask(document, **{WEB: other})[0] == ("not checked", "key_not_at_hand")


def test_a_key_listed_for_authentication_only_is_not_the_issuers():
    document = issued_by(WEB, verification_method=f"{WEB}#key-1")
    listed = did_document(WEB, ISSUER, purposes=["authentication"])
    assert ask(document, **{WEB: listed}) == (SOUND, ("no", "key_not_for_purpose"))
    assert ask(document, **{WEB: did_document(WEB, ISSUER, purposes=[])}) == (SOUND, ("no", "key_not_for_purpose"))


def test_a_key_that_the_issuer_does_not_list():
    assert ask(issued_by(WEB, seed=STRANGER), **{WEB: did_document(WEB, ISSUER)}) == (SOUND, ("no", "key_not_listed"))
    gone = issued_by(WEB, verification_method=f"{WEB}#key-2")
    assert ask(gone, **{WEB: did_document(WEB, ISSUER)})[0] == ("not checked", "key_not_in_document")


def test_a_document_with_another_key_breaks_the_signature():
    document = issued_by(WEB, verification_method=f"{WEB}#key-1")
    assert ask(document, **{WEB: did_document(WEB, STRANGER)})[0] == ("no", "broken")


@pytest.mark.parametrize("field", ["expires", "revoked"])
def test_a_withdrawn_key(field):
    document = issued_by(WEB, verification_method=f"{WEB}#key-1")
    listed = did_document(WEB, ISSUER)
    listed["verificationMethod"][0][field] = "2026-06-01T00:00:00Z"
    assert ask(document, **{WEB: listed})[1] == ("no", "key_withdrawn")
    listed["verificationMethod"][0][field] = "2027-06-01T00:00:00Z"
    assert ask(document, **{WEB: listed})[1] == THEIRS


def embedded(**key):
    return {"id": WEB, "assertionMethod": [{"id": f"{WEB}#key-1", "type": "JsonWebKey", "controller": WEB, **key}]}


def jwk(seed, **changes):
    text = base64.urlsafe_b64encode(public(seed)).decode().rstrip("=")
    return {"kty": "OKP", "crv": "Ed25519", "x": text, **changes}


@pytest.mark.parametrize(
    ("document", "answers"),
    [
        (embedded(publicKeyMultibase=encode_multikey(public(ISSUER))), (SOUND, THEIRS)),
        (embedded(publicKeyJwk=jwk(ISSUER)), (SOUND, THEIRS)),
        ({**embedded(publicKeyJwk=jwk(ISSUER)), "authentication": 5}, (SOUND, THEIRS)),
        (
            {
                "id": WEB,
                "verificationMethod": [{"id": "#key-1", "publicKeyJwk": jwk(ISSUER)}],
                "assertionMethod": "#key-1",
            },
            (SOUND, THEIRS),
        ),
    ],
)
def test_forms_of_a_key_in_a_document(document, answers):
    assert ask(issued_by(WEB, verification_method=f"{WEB}#key-1"), **{WEB: document}) == answers


@pytest.mark.parametrize(
    "key",
    [
        {"publicKeyJwk": jwk(ISSUER, crv="X25519")},
        {"publicKeyJwk": jwk(ISSUER, kty="RSA")},
        {"publicKeyJwk": jwk(ISSUER, x="AAAA")},
        {"publicKeyJwk": "x"},
        {"publicKeyMultibase": 5},
    ],
)
def test_keys_of_other_kinds_are_not_checked(key):
    document = issued_by(WEB, verification_method=f"{WEB}#key-1")
    assert ask(document, **{WEB: embedded(**key)})[0] == ("not checked", "unsupported_key")


def test_a_key_that_a_suite_cannot_be_made_with_breaks_the_proof():
    p256 = {"publicKeyMultibase": "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP"}
    document = issued_by(WEB, verification_method=f"{WEB}#key-1")
    assert ask(document, **{WEB: embedded(**p256)})[0] == ("no", "key_not_for_suite")


def test_a_key_in_the_issuers_address_proves_nothing_about_the_issuer():
    name = "https://school.example/issuers/1"
    document = issued_by(name, verification_method=f"{name}#{encode_multikey(public(ISSUER))}")
    assert ask(document) == (SOUND, ("not checked", "key_only_in_address"))
    listed = did_document(name, ISSUER)
    listed["verificationMethod"][0]["id"] = listed["assertionMethod"][0] = f"{name}#{encode_multikey(public(ISSUER))}"
    assert ask(document, **{name: listed}) == (SOUND, THEIRS)
    elsewhere = issued_by(name, verification_method=f"https://other.example/#{encode_multikey(public(ISSUER))}")
    assert ask(elsewhere) == (SOUND, ("not checked", "document_not_at_hand"))


def test_a_page_at_hand_takes_nothing_from_a_key_in_the_issuers_address():
    name = "https://school.example/issuers/1"
    document = issued_by(name, verification_method=f"{name}#{encode_multikey(public(ISSUER))}")
    profile = {"id": name, "type": "Profile", "name": "Test School"}
    assert ask(document, **{name: profile}) == (SOUND, ("not checked", "key_only_in_address"))
    assert ask(document, **{name: did_document(name, ISSUER)}) == (SOUND, THEIRS)
    assert ask(document, **{name: did_document(name, LEARNER)}) == (SOUND, ("no", "key_not_listed"))
    only_shown = did_document(name, ISSUER, purposes=("authentication",))
    assert ask(document, **{name: only_shown}) == (SOUND, ("no", "key_not_for_purpose"))


def test_base58_and_multikeys():
    for data in (b"", b"\0", b"\0\0a", bytes(range(32)), b"\xff" * 64):
        assert decode_base58(encode_base58(data)) == data
    assert encode_base58(b"Hello World!") == "2NEpo7TZRRrLZSi2U"
    assert from_multikey(encode_multikey(public(LEARNER))) == PublicKey("Ed25519", public(LEARNER))
    assert did_key(public(LEARNER)).startswith("did:key:z6Mk")
    for bad in ("z6Mk0", "m" + encode_multikey(public(ISSUER)), "z" + encode_base58(b"\xec\x01" + bytes(32)), None):
        with pytest.raises(ValueError):  # noqa: PT011 - the message is the text itself
            from_multikey(bad)
