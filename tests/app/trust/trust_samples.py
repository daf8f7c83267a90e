"""Credentials and keys of the tests' own, and W3C's examples context spelled out term by term."""

import json
from datetime import UTC, datetime
from pathlib import Path

from nacl.signing import SigningKey

from app.trust.contexts import FrozenResolver, shipped
from app.trust.keys import did_key, did_key_method
from app.trust.proofs import add_proof

DATA = Path(__file__).parents[2] / "data"
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
CREATED = "2026-01-02T03:04:05Z"

VC1 = "https://www.w3.org/2018/credentials/v1"
VC2 = "https://www.w3.org/ns/credentials/v2"
OB3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
DI2 = "https://w3id.org/security/data-integrity/v2"
ED2020 = "https://w3id.org/security/suites/ed25519-2020/v1"

ISSUER, STRANGER, LEARNER = (bytes([number]) * 32 for number in (1, 2, 3))


def public(seed):
    return bytes(SigningKey(seed).verify_key)


def did(seed):
    return did_key(public(seed))


def method(seed):
    return did_key_method(public(seed))


def vectors(name):
    return json.loads((DATA / name).read_text("utf-8"))


def badge(*, issuer=None, **changes):
    """An unsigned Open Badges 3.0 credential, VC 2.0."""
    document = {
        "@context": [VC2, OB3],
        "id": "urn:uuid:5c1f8e0a-0001-4000-8000-000000000001",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer or did(ISSUER), "type": ["Profile"], "name": "Test School"},
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


def old_credential(*, issuer=None, **changes):
    """An unsigned VC 1.1 credential that can carry either suite."""
    document = {
        "@context": [VC1, DI2, ED2020],
        "id": "urn:uuid:5c1f8e0a-0003-4000-8000-000000000001",
        "type": ["VerifiableCredential"],
        "issuer": issuer or did(ISSUER),
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
