"""The forms a practice record is written in, before its proofs: an Open Badge on either VC data model, a transcript."""

import uuid
from dataclasses import dataclass
from typing import Literal

from app.trust.proofs import Suite
from installer.practice_issuers import Issuer, Json

VC_1 = "https://www.w3.org/2018/credentials/v1"
VC_2 = "https://www.w3.org/ns/credentials/v2"
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
ED25519_2020 = "https://w3id.org/security/suites/ed25519-2020/v1"
DATA_INTEGRITY = "https://w3id.org/security/data-integrity/v2"
TRANSCRIPT = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
STATUS = "https://www.w3.org/ns/credentials/status/v1"
MADE_UP = "Practice record: the people and places in it are made up."

EDDSA: Suite = "eddsa-rdfc-2022"
OLD: Suite = "Ed25519Signature2020"

Model = Literal["1.1", "2.0"]


@dataclass(frozen=True)
class Draft:
    """A record before its proofs: `signer` is whose key signs, which need not be the issuer's.

    `members` are records that a transcript holds, each signed before the whole is.
    """

    file: str
    document: Json
    signer: Issuer
    suites: tuple[Suite, ...]
    signed: str
    members: tuple["Draft", ...] = ()


def achievement(
    issuer: Issuer,
    slug: str,
    *,
    name: str,
    kind: str,
    description: str,
    criteria: str,
    alignments: tuple[Json, ...] = (),
    tags: tuple[str, ...] = (),
) -> Json:
    """An Open Badges 3.0 Achievement."""
    shown: Json = {"alignment": list(alignments), "tag": list(tags)}
    return {
        "id": f"{issuer.web}/achievements/{slug}",
        "type": ["Achievement"],
        "achievementType": kind,
        "name": name,
        "description": description,
        "criteria": {"narrative": criteria},
        **{key: value for key, value in shown.items() if value},
    }


def subject(achieved: Json, *, did: str | None, **more: object) -> Json:
    """An AchievementSubject; `more` are further terms of it."""
    known = {"id": did} if did else {}
    return {**known, "type": ["AchievementSubject"], **more, "achievement": achieved}


def draft(
    slug: str,
    issuer: Issuer,
    about: Json,
    *,
    model: Model,
    suites: tuple[Suite, ...],
    signed: str,
    until: str | None = None,
    status: Json | None = None,
    signer: Issuer | None = None,
    **more: object,
) -> Draft:
    """An OpenBadgeCredential about a subject; `more` are further terms of it."""
    begins, ends = ("issuanceDate", "expirationDate") if model == "1.1" else ("validFrom", "validUntil")
    optional = {ends: until, "credentialStatus": status}
    document: Json = {
        "@context": _contexts(model, suites, with_status=status is not None),
        "id": record_id(issuer, slug),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": about["achievement"]["name"],
        "description": MADE_UP,
        "issuer": {"id": issuer.id, "type": ["Profile"], "name": issuer.name},
        begins: signed,
        **{key: value for key, value in optional.items() if value},
        **more,
        "credentialSubject": about,
    }
    return Draft(f"{slug}.json", document, signer or issuer, suites, signed)


def transcript(slug: str, issuer: Issuer, *, name: str, did: str, signed: str, members: tuple[Draft, ...]) -> Draft:
    """A Comprehensive Learner Record 2.0: records of the same subject, and a proof around them all."""
    document: Json = {
        "@context": [VC_2, TRANSCRIPT, OPEN_BADGES],
        "id": record_id(issuer, slug),
        "type": ["VerifiableCredential", "ClrCredential"],
        "name": name,
        "description": MADE_UP,
        "issuer": {"id": issuer.id, "type": ["Profile"], "name": issuer.name},
        "validFrom": signed,
        "credentialSubject": {"id": did, "type": ["ClrSubject"]},
    }
    return Draft(f"{slug}.json", document, issuer, (EDDSA,), signed, members)


def record_id(issuer: Issuer, slug: str) -> str:
    """A record's own id, the same each time it is made."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{issuer.web}/records/{slug}").urn


def status_entry(issuer: Issuer, place: int) -> Json:
    """Where the issuer's status list says whether the record is canceled."""
    address = issuer.status_list
    return {
        "id": f"{address}#{place}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(place),
        "statusListCredential": address,
    }


def _contexts(model: Model, suites: tuple[Suite, ...], *, with_status: bool) -> list[str]:
    """VC 2.0's own context holds Data Integrity proofs and status lists; VC 1.1 needs one more for each."""
    old = model == "1.1"
    return [
        VC_1 if old else VC_2,
        OPEN_BADGES,
        *([STATUS] if old and with_status else []),
        *([DATA_INTEGRITY] if old and EDDSA in suites else []),
        *([ED25519_2020] if OLD in suites else []),
    ]
