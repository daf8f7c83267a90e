"""Credentials and keys of the tests' own, and W3C's examples context spelled out term by term."""

import base64
import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

from nacl.signing import SigningKey

from app.records.model import Record, Source
from app.records.presentations import Presentation
from app.records.reading import read_bytes, read_presentation
from app.trust.contexts import FrozenResolver, shipped
from app.trust.documents import Documents, HeldDocument
from app.trust.keys import did_key, did_key_method
from app.trust.multibase import encode_multikey
from app.trust.proofs import add_proof
from app.trust.seven import check_record
from bench.signers import key, with_proof

DATA = Path(__file__).parents[1] / "data"
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
CREATED = "2026-01-02T03:04:05Z"

VC1 = "https://www.w3.org/2018/credentials/v1"
VC2 = "https://www.w3.org/ns/credentials/v2"
OB3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
DI2 = "https://w3id.org/security/data-integrity/v2"
ED2020 = "https://w3id.org/security/suites/ed25519-2020/v1"

JWS = "https://w3id.org/security/suites/jws-2020/v1"
ED2018 = "https://w3id.org/security/suites/ed25519-2018/v1"
CONTEXTS = {"Ed25519Signature2020": [ED2020], "Ed25519Signature2018": [ED2018], "JsonWebSignature2020": [JWS]}

ISSUER, STRANGER, LEARNER = (bytes([number]) * 32 for number in (1, 2, 3))


def reread(document):
    """A presentation as who gets its JSON reads it."""
    found = read_presentation(json.dumps(document).encode(), Source("presentation.json"))
    assert isinstance(found, Presentation), found
    return found


def public(seed):
    return bytes(SigningKey(seed).verify_key)


def did(seed):
    return did_key(public(seed))


def method(seed):
    return did_key_method(public(seed))


def vectors(name):
    return json.loads((DATA / name).read_text("utf-8"))


def badge(**changes):
    """An unsigned Open Badges 3.0 credential, VC 2.0."""
    document = {
        "@context": [VC2, OB3],
        "id": "urn:uuid:5c1f8e0a-0001-4000-8000-000000000001",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": did(ISSUER), "type": ["Profile"], "name": "Test School"},
        "validFrom": "2026-01-01T00:00:00Z",
        "name": "Forklift safety",
        "credentialSubject": {
            "id": did(LEARNER),
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "urn:uuid:5c1f8e0a-0002-4000-8000-000000000001",
                "type": ["Achievement"],
                "name": "Forklift safety",
                "description": "Drives a forklift safely.",
                "criteria": {"narrative": "Passed the test."},
            },
        },
    }
    return {key: value for key, value in {**document, **changes}.items() if value is not None}


def old_credential(**changes):
    """An unsigned VC 1.1 credential that can carry either suite."""
    document = {
        "@context": [VC1, DI2, ED2020],
        "id": "urn:uuid:5c1f8e0a-0003-4000-8000-000000000001",
        "type": ["VerifiableCredential"],
        "issuer": did(ISSUER),
        "issuanceDate": "2026-01-01T00:00:00Z",
        "credentialSubject": {"id": did(LEARNER)},
    }
    return {key: value for key, value in {**document, **changes}.items() if value is not None}


def signed(document, seed=ISSUER, **options):
    given = {
        "seed": seed,
        "verification_method": method(seed),
        "purpose": "assertionMethod",
        "created": CREATED,
        **options,
    }
    return add_proof(document, **given)


def examples_resolver():
    """The shipped contexts and, for W3C's vectors alone, the terms of the examples context that they use."""
    examples = {name: f"https://www.w3.org/ns/credentials/examples#{name}" for name in ("alumniOf", "AlumniCredential")}
    return FrozenResolver({**shipped(), "https://www.w3.org/ns/credentials/examples/v2": examples})


def record(document):
    """A Record of a document, read through the front door."""
    found = list(read_bytes(json.dumps(document, ensure_ascii=False).encode(), Source("test.json")))
    assert len(found) == 1, found
    assert isinstance(found[0], Record), found
    return found[0]


def checks(document, **options):
    """Check name -> its Check, of a document."""
    return {one.check: one for one in check_record(record(document), now=NOW, **options)}


def at_hand(**documents):
    return Documents({address: HeldDocument(content, NOW) for address, content in documents.items()})


def did_document(name, seed, *, purposes=("assertionMethod",), **changes):
    """A did:web document that lists one key by reference."""
    key = {
        "id": f"{name}#key-1",
        "type": "Multikey",
        "controller": name,
        "publicKeyMultibase": encode_multikey(public(seed)),
    }
    return {"id": name, "verificationMethod": [key], **{purpose: [key["id"]] for purpose in purposes}, **changes}


def status_list(address, bits, *, purpose="revocation", seed=ISSUER, issuer=None, kind="Bitstring", **changes):
    """A signed status list whose set bits are those numbered."""
    data = bytearray(16_384)
    for bit in bits:
        data[bit // 8] |= 128 >> bit % 8
    packed = base64.urlsafe_b64encode(gzip.compress(bytes(data), mtime=0)).decode().rstrip("=")
    old = kind == "StatusList2021"
    document = {
        "@context": [VC1, "https://w3id.org/vc/status-list/2021/v1", DI2] if old else [VC2],
        "id": address,
        "type": ["VerifiableCredential", "StatusList2021Credential" if old else "BitstringStatusListCredential"],
        "issuer": issuer or did(seed),
        "issuanceDate" if old else "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "id": f"{address}#list",
            "type": "StatusList2021" if old else "BitstringStatusList",
            "statusPurpose": purpose,
            "encodedList": packed if old else "u" + packed,
        },
    }
    return signed({key: value for key, value in {**document, **changes}.items() if value is not None}, seed=seed)


def contexts_for(suite):
    return [VC2, OB3, *CONTEXTS.get(suite, [])]


def sound(suite, kind, *, document=None, **changes):
    by = key(kind)
    made = document or badge(**{"@context": contexts_for(suite)}, issuer={"id": by.did, "type": ["Profile"]})
    return with_proof(made, suite, by, **changes)


def answer(document, check="signature", **options):
    found = checks(document, **options)[check]
    return found.answer, found.reason


def with_options(document, **changes):
    proof = {**document["proof"], **changes}
    return {**document, "proof": {name: value for name, value in proof.items() if value is not None}}
