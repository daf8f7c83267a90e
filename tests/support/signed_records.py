"""Records signed with the project's own code by made-up issuers with fixed seeds, read back by its own readers."""

import json
from typing import Any

from app.applying.holder import holder_of
from app.records.model import Record, Source
from app.records.reading import read_bytes
from app.trust.proofs import Suite, add_proof

VC_1 = "https://www.w3.org/2018/credentials/v1"
VC_2 = "https://www.w3.org/ns/credentials/v2"
OB_3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
ED25519_2020 = "https://w3id.org/security/suites/ed25519-2020/v1"
DATA_INTEGRITY = "https://w3id.org/security/data-integrity/v2"
COLLEGE_SEED = b"college test seed".ljust(32, b"-")
MARKET_SEED = b"market test seed".ljust(32, b"-")
LEARNER_SEED = b"learner test seed".ljust(32, b"-")
LEARNER = holder_of(LEARNER_SEED)


def signed_badge(
    name: str,
    *,
    seed: bytes = COLLEGE_SEED,
    issuer_name: str = "Harbor Practice College",
    data_model: str = "2.0",
    suite: Suite = "eddsa-rdfc-2022",
    subject: str | None = LEARNER.did,
    achievement: dict[str, Any] | None = None,
    extra: dict[str, Any] | None = None,
    extra_subject: dict[str, Any] | None = None,
) -> dict[str, Any]:
    issuer = holder_of(seed)
    slug = name.lower().replace(" ", "-")
    contexts = [VC_2 if data_model == "2.0" else VC_1, OB_3]
    if suite == "Ed25519Signature2020":
        contexts.append(ED25519_2020)
    elif data_model == "1.1":
        contexts.append(DATA_INTEGRITY)
    dates = {"validFrom": "2025-12-12T00:00:00Z"} if data_model == "2.0" else {"issuanceDate": "2025-12-12T00:00:00Z"}
    badge = {
        "@context": contexts,
        "id": f"https://practice.example/records/{slug}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": name,
        "issuer": {"id": issuer.did, "type": ["Profile"], "name": issuer_name},
        **dates,
        **(extra or {}),
        "credentialSubject": {
            **({"id": subject} if subject else {}),
            "type": ["AchievementSubject"],
            "achievement": {
                "id": f"https://practice.example/achievements/{slug}",
                "type": ["Achievement"],
                "name": name,
                "description": f"{name}.",
                "criteria": {"narrative": "Shown at work."},
                **(achievement or {}),
            },
            **(extra_subject or {}),
        },
    }
    return add_proof(
        badge,
        seed=seed,
        verification_method=issuer.method,
        purpose="assertionMethod",
        created="2025-12-12T00:00:00Z",
        suite=suite,
    )


def record_of(document: dict[str, Any], text: str | None = None) -> Record:
    raw = (text or json.dumps(document)).encode()
    (record,) = read_bytes(raw, Source("test.json"))
    assert isinstance(record, Record), record
    return record


def four_records() -> list[Record]:
    """Both data models with both proof suites."""
    return [
        record_of(signed_badge(f"Skill {data_model} {suite}", data_model=data_model, suite=suite))
        for data_model in ("1.1", "2.0")
        for suite in ("eddsa-rdfc-2022", "Ed25519Signature2020")
    ]
