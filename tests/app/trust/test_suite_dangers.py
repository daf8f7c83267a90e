"""What must never be let through, under each embedded suite; and what must not be refused."""

import json
from dataclasses import replace

import pytest
from trust_samples import (
    VC2,
    answer,
    at_hand,
    badge,
    contexts_for,
    record,
    signed,
    sound,
    with_options,
)

from app.trust.bounds import MAX_PROOFS
from app.trust.documents import NO_DOCUMENTS
from app.trust.inline import MeaningError
from app.trust.multibase import encode_base58
from app.trust.proofs import unsecured, verify_proofs
from bench.signers import key, unpadded, with_proof

KEYS = {
    "eddsa-rdfc-2022": ["Ed25519"],
    "eddsa-jcs-2022": ["Ed25519"],
    "ecdsa-rdfc-2019": ["P-256", "P-384"],
    "ecdsa-jcs-2019": ["P-256", "P-384"],
    "Ed25519Signature2020": ["Ed25519"],
    "Ed25519Signature2018": ["Ed25519"],
    "JsonWebSignature2020": ["Ed25519", "P-256", "P-384"],
}
CASES = [(suite, kind) for suite, kinds in KEYS.items() for kind in kinds]
JCS = [case for case in CASES if "jcs" in case[0]]


@pytest.mark.parametrize(("suite", "kind"), CASES)
class TestEverySuite:
    def test_what_is_signed_is_sound_and_the_issuers(self, suite, kind):
        document = sound(suite, kind)
        assert answer(document, "format") == ("yes", "all_defined")
        assert answer(document) == ("yes", "sound")
        assert answer(document, "issuer_binding") == ("yes", "key_names_itself")

    def test_a_change_breaks_it(self, suite, kind):
        document = sound(suite, kind)
        assert answer({**document, "name": "Crane safety"}) == ("no", "broken")
        assert answer({**document, "validUntil": "2030-01-01T00:00:00Z"}) == ("no", "broken")
        assert answer(with_options(document, created="2026-01-02T03:04:06Z")) == ("no", "broken")
        assert answer(with_options(document, expires="2030-01-02T03:04:06Z")) == ("no", "broken")

    def test_a_signature_of_another_key_is_broken_or_anothers(self, suite, kind):
        other = key(kind, 8)
        document = sound(suite, kind)
        assert answer(with_options(document, verificationMethod=other.method)) == ("no", "broken")
        stranger = with_proof(unsecured(document), suite, other)
        assert answer(stranger) == ("yes", "sound")
        assert answer(stranger, "issuer_binding") == ("no", "key_of_another")

    def test_undefined_and_respelled_terms_are_refused_though_signed(self, suite, kind):
        for term, reason in (
            ("extra", "undefined_term"),
            ("https://www.w3.org/2018/credentials#validUntil", "respelled_term"),
            ("https://vendor.example/terms#extra", "iri_term"),
        ):
            document = sound(suite, kind)
            if "jcs" in suite:
                document = sound(suite, kind, document={**unsecured(document), term: "2027-01-01T00:00:00Z"})
            else:
                document[term] = "2027-01-01T00:00:00Z"
            assert answer(document, "format") == ("no", reason)
            assert answer(document) == ("not checked", "format_failed")

    def test_a_relative_type_or_a_redefined_term_is_refused_though_signed(self, suite, kind):
        redefined = {"validUntil": "https://vendor.example/ends"}
        renamed = {"ends": "https://www.w3.org/2018/credentials#validUntil"}
        for change, reason in (
            ({"type": ["VerifiableCredential", "OpenBadgeCredential", "Relative"]}, "undefined_type"),
            ({"@context": [*contexts_for(suite), redefined]}, "inline_redefines_term"),
            ({"@context": [*contexts_for(suite), renamed]}, "inline_redefines_iri"),
            ({"@context": [*contexts_for(suite), {"@vocab": "https://vendor.example/"}]}, "inline_vocabulary"),
        ):
            document = sound(suite, kind)
            if "jcs" in suite:
                document = sound(suite, kind, document={**unsecured(document), **change})
            else:
                document.update(change)
            assert answer(document, "format") == ("no", reason)

    def test_a_second_signature_field_is_no_way_to_add_something(self, suite, kind):
        document = sound(suite, kind)
        added = with_options(document, **{"proofValue" if "jws" in document["proof"] else "jws": "x"})
        assert answer(added)[0] != "yes"

    def test_a_proof_for_another_purpose_is_no(self, suite, kind):
        document = sound(suite, kind, proofPurpose="authentication")
        assert answer(document) == ("no", "wrong_purpose")
        swapped = with_options(document, proofPurpose="assertionMethod")
        assert answer(swapped) == ("no", "broken")

    def test_the_dates_of_a_proof_count(self, suite, kind):
        assert answer(sound(suite, kind, expires="2026-02-01T00:00:00Z"), "in_force") == ("no", "proof_expired")
        assert answer(sound(suite, kind, created="2027-02-01T00:00:00Z"), "in_force") == ("no", "signed_in_future")
        assert answer(sound(suite, kind, expires="2026-02-01T00:00:00Z")) == ("yes", "sound")

    def test_a_key_that_is_not_listed_for_assertion_is_not_the_issuers(self, suite, kind):
        by, name = key(kind), "did:web:school.example"
        method = {"id": f"{name}#key-1", "type": "Multikey", "publicKeyMultibase": by.method.partition("#")[2]}
        made = badge(**{"@context": contexts_for(suite)}, issuer={"id": name, "type": ["Profile"]})
        document = with_proof(made, suite, by, verificationMethod=f"{name}#key-1")
        listed = {"id": name, "verificationMethod": [method], "assertionMethod": [method["id"]]}
        only_to_sign_in = {"id": name, "verificationMethod": [method], "authentication": [method["id"]]}
        assert answer(document, "issuer_binding", documents=at_hand(**{name: listed})) == ("yes", "key_is_theirs")
        assert answer(document, "issuer_binding", documents=at_hand(**{name: only_to_sign_in})) == (
            "no",
            "key_not_for_purpose",
        )

    def test_a_key_of_another_kind_is_no(self, suite, kind):
        if suite == "JsonWebSignature2020":
            wrong = key("P-384" if kind == "P-256" else "P-256")
        else:
            wrong = key("P-256" if kind == "Ed25519" else "Ed25519")
        found = answer(with_options(sound(suite, kind), verificationMethod=wrong.method))
        assert found == ("no", "key_not_for_suite")

    def test_each_proof_of_a_set_counts_and_a_chain_rests_on_its_link(self, suite, kind):
        first = sound(suite, kind, id="urn:uuid:5c1f8e0a-0009-4000-8000-000000000001")
        two = with_proof(first, suite, key(kind, 8))
        assert answer(two) == ("yes", "sound")
        field = "jws" if "jws" in first["proof"] else "proofValue"
        broken = {**two["proof"][1], field: two["proof"][0][field]}
        assert answer({**two, "proof": [two["proof"][0], broken]}) == ("no", "broken")
        if "Signature" in suite:
            return  # these have no chains
        chain = with_proof(first, suite, key(kind, 8), previousProof=first["proof"]["id"])
        assert answer(chain) == ("yes", "sound")
        other = with_proof(unsecured(first), suite, key(kind, 9), id=first["proof"]["id"])["proof"]
        assert answer({**chain, "proof": [other, chain["proof"][1]]}) == ("no", "broken")
        assert answer({**chain, "proof": chain["proof"][1]}) == ("no", "previous_proof_missing")


@pytest.mark.parametrize(("suite", "kind"), [case for case in CASES if case[1] in {"P-256", "P-384"}])
def test_numbers_outside_their_range_are_no_signature(suite, kind):
    size = 32 if kind == "P-256" else 48
    order = {
        32: 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
        48: 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973,
    }[size]
    document = sound(suite, kind)
    for r, s in ((0, 0), (0, 1), (1, 0), (order, 1), (1, order), (order + 1, order + 1)):
        signature = r.to_bytes(size) + s.to_bytes(size)
        for data in (signature, signature[1:], signature + b"\0", b""):
            change = {"proofValue": "z" + encode_base58(data)}
            if suite == "JsonWebSignature2020":
                head = document["proof"]["jws"].partition(".")[0]
                change = {"jws": f"{head}..{unpadded(data)}"}
            assert answer(with_options(document, **change)) == ("no", "broken")


@pytest.mark.parametrize("suite", ["eddsa-jcs-2022", "eddsa-rdfc-2022"])
def test_many_proofs_over_much_are_refused_before_the_work(suite):
    long = sound(suite, "Ed25519", document=badge(description="x" * 2_000_000, issuer=key("Ed25519").did))
    found = answer({**long, "proof": [long["proof"]] * MAX_PROOFS}, "format")
    assert found == (("no", "too_complex") if "jcs" in suite else ("yes", "all_defined"))


def test_much_that_must_be_read_again_is_refused_before_the_work():
    bare = badge(issuer={"id": key("Ed25519").did, "type": ["Profile"]})
    first = with_proof(bare, "eddsa-rdfc-2022", key("Ed25519"), id="urn:uuid:5c1f8e0a-0009-4000-8000-000000000001")
    links = {
        **first["proof"],
        "id": "urn:uuid:5c1f8e0a-0009-4000-8000-000000000002",
        "previousProof": [first["proof"]["id"]],
    }
    added = with_proof(bare, "eddsa-jcs-2022", key("Ed25519"), **{"@context": [VC2]})["proof"]
    result = [{"type": ["Result"], "value": str(number)} for number in range(900)]
    much = {**bare, "credentialSubject": {**bare["credentialSubject"], "result": result}}
    for proof in (links, added):
        proofs = [first["proof"], *[proof] * 15]
        assert answer({**bare, "proof": proofs}, "format") == ("yes", "all_defined")
        assert answer({**much, "proof": proofs}, "format") == ("no", "too_complex")


def test_a_proof_with_much_to_say_is_refused():
    document = signed(badge())
    nonces = [{**document["proof"], "nonce": "n" * 20_000}] * 2
    with pytest.raises(MeaningError):
        verify_proofs({**document, "proof": nonces}, purpose="assertionMethod", documents=NO_DOCUMENTS)
    assert record(document)


@pytest.mark.parametrize("kind", ["P-256", "P-384", "Ed25519"])
def test_a_did_jwk_proves_itself_and_names_no_other_key(kind):
    suite = "eddsa-jcs-2022" if kind == "Ed25519" else "ecdsa-rdfc-2019"
    by, other = as_did_jwk(key(kind)), as_did_jwk(key(kind, 8))
    made = badge(issuer={"id": by.did, "type": ["Profile"]})
    document = with_proof(made, suite, by)
    assert answer(document) == ("yes", "sound")
    assert answer(document, "issuer_binding") == ("yes", "key_names_itself")
    assert answer(with_proof(made, suite, other), "issuer_binding") == ("no", "key_of_another")
    for fragment, reason in (("#1", "bad_key"), ("#", "broken")):
        named = with_options(document, verificationMethod=by.did + fragment)
        assert answer(named) == ("no", reason)


def as_did_jwk(found):
    public = found.private.public_key()
    if found.kind == "Ed25519":
        jwk = {"kty": "OKP", "crv": "Ed25519", "x": unpadded(public.public_bytes_raw())}
    else:
        numbers, size = public.public_numbers(), 32 if found.kind == "P-256" else 48
        jwk = {
            "kty": "EC",
            "crv": found.kind,
            "x": unpadded(numbers.x.to_bytes(size)),
            "y": unpadded(numbers.y.to_bytes(size)),
        }
    name = "did:jwk:" + unpadded(json.dumps(jwk).encode())
    return replace(found, did=name, method=name + "#0")
