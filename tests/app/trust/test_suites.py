"""Every embedded suite against the values that its specification or its makers published."""

import hashlib

import pytest
from trust_samples import at_hand, vectors

from app.trust.contexts import FrozenResolver, shipped
from app.trust.documents import NO_DOCUMENTS
from app.trust.jcs import canonical_json
from app.trust.keys import find_key
from app.trust.meaning import read_meaning
from app.trust.multibase import decode_multibase
from app.trust.proofs import unsecured, verdict, verify_proofs
from app.trust.suites import SUITES, Covered, letters_input, options_of, rdf_input

W3C = vectors("w3c-suite-vectors.json")
OLD = vectors("old-signature-vectors.json")
BY_FOLDER = {vector["folder"]: vector for vector in W3C["suites"]}
SIGNED = {
    **{name: vector["document"] for name, vector in BY_FOLDER.items()},
    **{vector["folder"]: vector["document"] for vector in W3C["documents"]},
    **{f"{vector['folder']}/{form}": vector[form] for vector in W3C["statements"] for form in ("base", "derived")},
}

CITIZEN, SCHEMA, DATE = (
    "https://w3id.org/citizenship#",
    "https://schema.org/",
    "http://www.w3.org/2001/XMLSchema#dateTime",
)
EXAMPLES = "https://www.w3.org/ns/credentials/examples#"
OLD_EXAMPLES = "https://example.org/examples#"


def _terms(namespace, *names):
    return {name: namespace + name for name in names}


# The terms that the published documents use, spelled out: their own contexts are not shipped.
RESOLVER = FrozenResolver(
    {
        **shipped(),
        "https://www.w3.org/ns/credentials/examples/v2": _terms(EXAMPLES, "alumniOf", "AlumniCredential"),
        "https://www.w3.org/2018/credentials/examples/v1": {
            **_terms(OLD_EXAMPLES, "UniversityDegreeCredential", "BachelorDegree", "degree"),
            "name": {"@id": "http://schema.org/name", "@type": "http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML"},
        },
        "https://w3id.org/citizenship/v4rc1": {
            **_terms(
                CITIZEN,
                *("EmploymentAuthorizationDocumentCredential", "PermanentResidentCardCredential", "EmployablePerson"),
                *("PermanentResident", "EmploymentAuthorizationDocument", "PermanentResidentCard", "lprCategory"),
                *("lprNumber", "commuterClassification", "birthCountry", "permanentResidentCard"),
                "employmentAuthorizationDocument",
            ),
            **_terms(SCHEMA, "Person", "givenName", "familyName", "additionalName", "gender", "identifier"),
            "image": {"@id": SCHEMA + "image", "@type": "@id"},
            "birthDate": {"@id": SCHEMA + "birthDate", "@type": DATE},
            "residentSince": {"@id": CITIZEN + "residentSince", "@type": DATE},
        },
    }
)


def verify(document, documents=NO_DOCUMENTS):
    found = verify_proofs(document, purpose="assertionMethod", documents=documents, resolver=RESOLVER)
    return verdict(found)


@pytest.mark.parametrize("folder", BY_FOLDER)
def test_w3c_vector_holds_to_the_byte(folder):
    vector = BY_FOLDER[folder]
    document, proof = vector["document"], vector["document"]["proof"]
    hashing = "sha384" if "p384" in folder else "sha256"
    bare = unsecured(document)
    if vector["form"] == "jcs":
        canonical = canonical_json({**bare, "@context": proof["@context"]}).decode()
        options = canonical_json(options_of(proof)).decode()
        data = letters_input(Covered(bare, None, None), proof, hashing)
    else:
        meaning = read_meaning(bare, RESOLVER)
        canonical = meaning.canonical_with(hashing)
        stated = {**options_of(proof), "@context": document["@context"]}
        options = read_meaning(stated, RESOLVER).canonical_with(hashing)
        data = rdf_input(Covered(bare, meaning, RESOLVER), proof, hashing)
    assert canonical.splitlines() == vector["canonical_document"]
    assert options.splitlines() == vector["canonical_proof"]
    assert hashlib.new(hashing, canonical.encode()).hexdigest() == vector["document_hash"]
    assert data.hex() == vector["combined_hash"] == vector["proof_hash"] + vector["document_hash"]
    assert decode_multibase(proof["proofValue"]).hex() == vector["signature_hex"]
    assert proof["proofValue"] == vector["signature"]
    assert find_key(proof["verificationMethod"], NO_DOCUMENTS) == find_key(f"did:key:{vector['key']}", NO_DOCUMENTS)


@pytest.mark.parametrize("name", SIGNED)
def test_w3c_document_holds_and_a_change_breaks_it(name):
    document = SIGNED[name]
    assert verify(document).reason == "sound"
    for change in (
        {"validFrom": "2019-12-03T00:00:01Z"},
        {"name": "Other"},
        {"proof": {**document["proof"], "created": "2023-08-15T23:36:39Z"}},
        {"proof": {**document["proof"], "proofValue": document["proof"]["proofValue"][:-8] + "22222222"}},
    ):
        assert (verify({**document, **change}).answer, verify({**document, **change}).reason) == ("no", "broken")


@pytest.mark.parametrize("place", range(3))
def test_json_web_signature_2020_holds(place):
    document, documents = OLD["JsonWebSignature2020"][place], at_hand(**{"did:example:123": OLD["did_document"]})
    assert verify(document, documents).reason == "sound"
    assert verify({**document, "issuanceDate": "2021-01-01T19:23:25Z"}, documents).reason == "broken"


def test_a_presentation_with_json_web_signature_2020_holds():
    document, documents = OLD["presentation"], at_hand(**{"did:example:123": OLD["did_document"]})
    found = verify_proofs(document, purpose="authentication", documents=documents)
    assert verdict(found).reason == "sound"


@pytest.mark.parametrize("vector", OLD["Ed25519Signature2018"])
def test_ed25519_signature_2018_is_told_apart(vector):
    assert verify(vector["document"]).reason == ("sound" if vector["good"] else "broken")


def test_every_suite_has_a_vector():
    told = {one["document"]["proof"].get("cryptosuite") for one in W3C["suites"]}
    told |= {"ecdsa-sd-2023", *OLD} | {one["name"] for one in vectors("w3c-eddsa-vectors.json")["suites"]}
    assert SUITES.keys() <= told
