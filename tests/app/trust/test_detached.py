"""The old linked-data suites, whose signatures are detached JWS."""

import pytest
from trust_samples import (
    JWS,
    OB3,
    VC1,
    VC2,
    answer,
    at_hand,
    badge,
    old_credential,
    with_options,
)

from app.trust.documents import NO_DOCUMENTS
from app.trust.keys import Finding
from app.trust.meaning import read_meaning
from app.trust.proofs import verdict, verify_letters
from app.trust.suites import Covered, rdf_input
from bench.signers import detached, key, unpadded, with_proof


def detached_with(**header):
    by = key("P-256")
    document = badge(**{"@context": [VC2, OB3, JWS]}, issuer={"id": by.did, "type": ["Profile"]})
    proof = with_proof(document, "JsonWebSignature2020", by)["proof"]
    data = rdf_input(Covered(document, read_meaning(document), None), proof)
    return {**document, "proof": {**proof, "jws": detached(by, data, **header)}}


def test_the_header_of_a_detached_signature_is_taken_at_its_word():
    assert answer(detached_with()) == ("yes", "sound")
    assert answer(detached_with(kid="any")) == ("yes", "sound")


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ({"alg": "none"}, "key_not_for_suite"),
        ({"alg": "HS256"}, "key_not_for_suite"),
        ({"alg": "ES384"}, "key_not_for_suite"),
        ({"alg": "EdDSA"}, "key_not_for_suite"),
        ({"alg": "RS256"}, "key_not_for_suite"),
        ({"alg": None}, "key_not_for_suite"),
        ({"b64": True}, "bad_proof"),
        ({"b64": None}, "bad_proof"),
        ({"crit": None}, "bad_proof"),
        ({"crit": []}, "bad_proof"),
        ({"crit": ["b64", "exp"]}, "bad_proof"),
    ],
)
def test_a_header_that_fits_not_the_key_or_the_form_is_no(header, reason):
    assert answer(detached_with(**header)) == ("no", reason)


@pytest.mark.parametrize("jws", [None, 5, "", "a.b", "a..b.c", "a.b.c", "..", "e30..AA", "%%..%%", "eyJhbGciOjF9.."])
def test_a_detached_signature_out_of_shape_is_no(jws):
    assert answer(with_options(detached_with(), jws=jws)) == ("no", "bad_proof")


def test_rsa_signs_with_ps256_alone():
    by = key("RSA")
    numbers = by.private.public_key().public_numbers()
    jwk = {"kty": "RSA", "n": unpadded(numbers.n.to_bytes(256)), "e": "AQAB"}
    method = {"id": by.method, "type": "JsonWebKey2020", "controller": by.did, "publicKeyJwk": jwk}
    documents = at_hand(**{by.did: {"id": by.did, "verificationMethod": [method], "assertionMethod": [method["id"]]}})
    document = badge(**{"@context": [VC2, OB3, JWS]}, issuer={"id": by.did, "type": ["Profile"]})
    made = with_proof(document, "JsonWebSignature2020", by)
    assert answer(made, documents=documents) == ("yes", "sound")
    assert answer(made, "issuer_binding", documents=documents) == ("yes", "key_is_theirs")
    other = detached(by, b"", alg="RS256")
    assert answer(with_options(made, jws=other), documents=documents) == ("not checked", "unsupported_suite")


def test_an_old_suite_signs_old_credentials():
    by = key("Ed25519")
    made = old_credential(**{"@context": [VC1]}, issuer=by.did)
    assert answer(with_proof(made, "Ed25519Signature2018", by)) == ("yes", "sound")


def test_a_schema_in_place_of_a_context_leaves_nothing_to_sign():
    made = old_credential(
        **{
            "@context": [
                VC1,
                "http://schema.hropenstandards.org/4.5/recruiting/json/VerifiableCredentialLER-RSType.json",
            ]
        }
    )
    for kind in ("RsaSignature2018", "Ed25519Signature2018"):
        proof = {"type": kind, "created": "2026-01-02T03:04:05Z", "proofPurpose": "assertionMethod", "jws": "a..b"}
        found = verify_letters_of({**made, "proof": proof})
        assert (found.answer, found.reason) == ("no", "nothing_to_sign")
    other = {**made, "@context": [VC1, "https://vendor.example/x.json"]}
    found = verify_letters_of({**other, "proof": proof})
    assert found.answer == "not checked"
    letters = with_proof(made, "eddsa-jcs-2022", key("Ed25519"))
    assert verify_letters_of(letters).reason == "sound"


def verify_letters_of(document):
    unread = Finding("not checked", "unknown_context", {"url": "x"})
    found = verify_letters(document, purpose="assertionMethod", documents=NO_DOCUMENTS, unread=unread)
    return verdict(found)


def test_an_rsa_signature_of_2018_is_not_checked_where_it_could_hold():
    proof = {"type": "RsaSignature2018", "proofPurpose": "assertionMethod", "jws": ""}
    assert answer(old_credential(proof=proof)) == ("not checked", "unsupported_suite")
