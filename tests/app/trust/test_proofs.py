"""Proofs against the published vectors, and made here."""

import hashlib

import pytest
from trust_samples import (
    CREATED,
    ISSUER,
    STRANGER,
    badge,
    examples_resolver,
    method,
    old_credential,
    signed,
    vectors,
)

from app.trust.documents import NO_DOCUMENTS
from app.trust.meaning import read_meaning
from app.trust.multibase import decode_multibase
from app.trust.proofs import add_proof, signing_input, verdict, verify_proofs

W3C = vectors("w3c-eddsa-vectors.json")
SUITES = {vector["name"]: vector for vector in W3C["suites"]}


def verify(document, purpose="assertionMethod", resolver=None):
    return verdict(verify_proofs(document, purpose=purpose, documents=NO_DOCUMENTS, resolver=resolver))


def seed_of(private_multibase):
    return decode_multibase(private_multibase)[2:34]


@pytest.mark.parametrize("name", SUITES)
def test_w3c_vector_holds_to_the_byte(name):
    vector, resolver = SUITES[name], examples_resolver()
    document, proof = vector["document"], vector["document"]["proof"]
    unsecured = {key: value for key, value in document.items() if key != "proof"}
    options = {"@context": document["@context"], **{key: proof[key] for key in proof if key != "proofValue"}}

    canonical = read_meaning(unsecured, resolver).canonical
    assert canonical.splitlines() == vector["canonical_document"]
    assert read_meaning(options, resolver).canonical.splitlines() == vector["canonical_proof"]
    assert hashlib.sha256(canonical.encode()).hexdigest() == vector["document_hash"]
    assert signing_input(document, proof, resolver).hex() == vector["combined_hash"]
    assert signing_input(document, proof, resolver).hex()[:64] == vector["proof_hash"]

    made = add_proof(
        unsecured,
        seed=seed_of(vector["key"]["privateKeyMultibase"]),
        verification_method=proof["verificationMethod"],
        purpose="assertionMethod",
        created=proof["created"],
        suite=name,
        resolver=resolver,
    )
    assert made["proof"]["proofValue"] == vector["signature"] == proof["proofValue"]
    assert decode_multibase(made["proof"]["proofValue"]).hex() == vector["signature_hex"]
    assert made == document
    assert verify(document, resolver=resolver).answer == "yes"


def test_1edtech_vector_holds_to_the_byte():
    vector = vectors("1edtech-ob3-vector.json")
    document, proof = vector["document"], vector["document"]["proof"]
    assert signing_input(document, proof).hex() == vector["data_to_sign"]
    assert vector["data_to_sign"] == vector["proof_hash"] + vector["document_hash"]
    assert decode_multibase(proof["proofValue"]).hex() == vector["signature_hex"]
    assert verify(document).answer == "yes"


@pytest.mark.parametrize("document", W3C["sets"] + W3C["chains"])
def test_w3c_proof_sets_and_chains_hold(document):
    found = verify_proofs(document, purpose="assertionMethod", documents=NO_DOCUMENTS, resolver=examples_resolver())
    assert len(found) > 1 or document in W3C["sets"]
    assert [one.finding.answer for one in found] == ["yes"] * len(found)


@pytest.mark.parametrize("document", W3C["chains"])
def test_a_chain_breaks_with_its_link(document):
    changed = [dict(proof) for proof in document["proof"]]
    changed[0]["created"] = "2023-02-24T23:36:39Z"
    found = verify_proofs(
        {**document, "proof": changed},
        purpose="assertionMethod",
        documents=NO_DOCUMENTS,
        resolver=examples_resolver(),
    )
    assert found[0].finding.reason == "broken"
    link = changed[0]["id"]
    followers = [one for one in found if link in one.proof.get("previousProof", [])]
    assert followers
    assert all(one.finding.answer == "no" for one in followers)


def test_a_chain_without_its_link_is_no():
    chain = W3C["chains"][0]
    found = verify({**chain, "proof": chain["proof"][1:]}, resolver=examples_resolver())
    assert (found.answer, found.reason) == ("no", "previous_proof_missing")


@pytest.mark.parametrize("suite", ["eddsa-rdfc-2022", "Ed25519Signature2020"])
@pytest.mark.parametrize(
    "make",
    [
        old_credential,
        lambda: badge(**{"@context": [*badge()["@context"], "https://w3id.org/security/suites/ed25519-2020/v1"]}),
    ],
)
def test_what_is_signed_here_verifies_and_a_change_breaks_it(suite, make):
    document = signed(make(), suite=suite)
    assert verify(document).reason == "sound"
    assert verify({**document, "id": "urn:uuid:5c1f8e0a-ffff-4000-8000-000000000001"}).reason == "broken"
    proof = {**document["proof"], "created": "2026-01-02T03:04:06Z"}
    assert verify({**document, "proof": proof}).reason == "broken"


def test_each_proof_of_a_set_counts_alone():
    two = signed(signed(badge()), seed=STRANGER)
    assert verify(two).reason == "sound"
    assert [one.method for one in verify_proofs(two, purpose="assertionMethod", documents=NO_DOCUMENTS)] == [
        method(ISSUER),
        method(STRANGER),
    ]


def test_one_broken_proof_makes_the_set_no():
    two = signed(signed(badge()), seed=STRANGER)
    broken = {**two["proof"][1], "proofValue": two["proof"][0]["proofValue"]}
    assert verify({**two, "proof": [two["proof"][0], broken]}).answer == "no"
    assert verify({**two, "proof": [broken, two["proof"][0]]}).answer == "no"


def test_unknown_suite_alone_is_not_checked_and_beside_a_sound_one_is_said():
    document = signed(badge())
    unknown = {"type": "DataIntegrityProof", "cryptosuite": "bbs-2023", "proofValue": "u2"}
    alone = verify({**document, "proof": unknown})
    assert (alone.answer, alone.reason, alone.values["suite"]) == ("not checked", "unsupported_suite", "bbs-2023")
    beside = verify({**document, "proof": [document["proof"], unknown]})
    assert (beside.answer, beside.reason) == ("yes", "sound_beside_unchecked")


def test_no_proof_is_no():
    assert (verify(badge()).answer, verify(badge()).reason) == ("no", "no_proof")
    assert verify(badge(proof=[])).reason == "no_proof"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"proofPurpose": "authentication"}, "wrong_purpose"),
        ({"proofPurpose": "https://w3id.org/security#assertionMethod"}, "wrong_purpose"),
        ({"proofValue": "zzzz"}, "broken"),
        ({"proofValue": "z" + "1" * 64}, "broken"),
        ({"proofValue": 5}, "broken"),
        ({"verificationMethod": {"id": method(ISSUER)}}, "bad_proof"),
        (
            {"verificationMethod": method(ISSUER).partition("#")[0] + "#" + method(STRANGER).partition("#")[2]},
            "bad_key",
        ),
        ({"type": ["DataIntegrityProof"]}, "unsupported_suite"),
        ({"previousProof": "urn:uuid:none"}, "previous_proof_missing"),
        ({"@context": ["https://www.w3.org/ns/credentials/v2"]}, "proof_has_context"),
    ],
)
def test_a_proof_out_of_shape_is_never_yes(change, reason):
    document = signed(badge())
    found = verify({**document, "proof": {**document["proof"], **change}})
    assert (found.answer != "yes", found.reason) == (True, reason)


@pytest.mark.parametrize(
    ("field", "answer"),
    [
        ("proofValue", ("no", "broken")),
        ("verificationMethod", ("no", "bad_proof")),
        ("proofPurpose", ("no", "wrong_purpose")),
        ("cryptosuite", ("not checked", "unsupported_suite")),
        ("type", ("not checked", "unsupported_suite")),
        ("created", ("no", "broken")),
    ],
)
def test_a_proof_without_one_of_its_parts_is_never_yes(field, answer):
    document = signed(badge())
    proof = {key: value for key, value in document["proof"].items() if key != field}
    found = verify({**document, "proof": proof})
    assert (found.answer, found.reason) == answer


def test_a_key_of_a_kind_the_suite_cannot_use_is_never_yes():
    document = signed(badge())
    p256 = "did:key:zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP"
    found = verify({**document, "proof": {**document["proof"], "verificationMethod": f"{p256}#{p256[8:]}"}})
    assert (found.answer, found.reason) == ("no", "key_not_for_suite")


def test_challenge_and_domain_are_signed():
    options = {"purpose": "authentication", "challenge": "c-1", "domain": "clinic.example", "created": CREATED}
    document = signed(badge(), **options)
    assert verify(document, "authentication").answer == "yes"
    for change in ({"challenge": "c-2"}, {"domain": "other.example"}):
        assert verify({**document, "proof": {**document["proof"], **change}}, "authentication").reason == "broken"
