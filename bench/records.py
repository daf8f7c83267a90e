"""Records to check, signed here by made-up issuers with fixed seeds: the same bytes in every run."""

import hashlib
import json
from random import Random
from typing import Any

from app.applying.holder import Holder, holder_of
from app.trust.proofs import Suite, add_proof

VC_1 = "https://www.w3.org/2018/credentials/v1"
VC_2 = "https://www.w3.org/ns/credentials/v2"
OB_3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
ED25519_2020 = "https://w3id.org/security/suites/ed25519-2020/v1"
ENDS = "2030-12-12T00:00:00Z"
COUNT = 36
HOST = "https://bench.pathfolio.invalid"
WORDS = (
    "count", "stock", "greet", "guests", "plan", "shifts", "train", "staff", "calm", "disputes", "keep", "records",
    "order", "supplies", "clean", "rooms",
)  # fmt: skip


def badges(count: int = COUNT, kinds: int | None = None) -> list[bytes]:
    """Open Badges 3.0 in VC 2.0 with `eddsa-rdfc-2022`, of many sizes; all of words of their own, or of so many kinds.

    Learners with thousands of records have the same few hundred kinds of badge over and over.
    """
    return [_bytes(_signed(badge(number, kinds), "eddsa-rdfc-2022", _issuer(number))) for number in range(count)]


def older() -> list[bytes]:
    """Open Badges 3.0 in VC 1.1 with `Ed25519Signature2020`, of the same sizes."""
    return [_bytes(_signed(in_vc_1(badge(number)), "Ed25519Signature2020", _issuer(number))) for number in range(COUNT)]


def plain() -> list[bytes]:
    """Small credentials of VC 2.0 and its one context, with `eddsa-rdfc-2022`: what costs least to check."""
    return [_bytes(_signed(_credential(number), "eddsa-rdfc-2022", _issuer(number))) for number in range(COUNT)]


def wrong() -> dict[str, bytes]:
    """What both sides must refuse before any time counts: name of the fault -> record."""
    sound = _signed(badge(1), "eddsa-rdfc-2022", _issuer(1))
    changed = json.loads(json.dumps(sound))
    changed["credentialSubject"]["achievement"]["name"] = "Brain Surgery"
    ended = {**badge(1), "validUntil": "2026-01-01T00:00:00Z"}
    undefined = {**sound, "credentialSubject": {**sound["credentialSubject"], "rank": "Admiral"}}
    return {
        "a changed name": _bytes(changed),
        "a key of another": _bytes(_signed(badge(1), "eddsa-rdfc-2022", _issuer(2))),
        "an end in the past": _bytes(_signed(ended, "eddsa-rdfc-2022", _issuer(1))),
        "an undefined term": _bytes(undefined),
    }


def made(number: int) -> str:
    """When a record is made: at a time of its own, as records are."""
    return f"2025-12-{1 + number % 28:02}T{number % 24:02}:{number % 60:02}:00Z"


def _issuer(number: int) -> Holder:
    return holder_of(hashlib.sha256(f"Pathfolio bench issuer {number % 4}".encode()).digest())


def badge(number: int, kinds: int | None = None) -> dict[str, Any]:
    """An unsigned badge: none to eight alignments, and results or evidence in some; its words are one of the kinds'."""
    random = Random(number % kinds if kinds else number)  # noqa: S311 - made-up content
    learner = holder_of(hashlib.sha256(b"Pathfolio bench learner").digest())
    name = " ".join(random.sample(WORDS, 3)).title()
    return {
        "@context": [VC_2, OB_3],
        "id": f"{HOST}/records/{number}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": name,
        "issuer": {"id": _issuer(number).did, "type": ["Profile"], "name": f"Bench College {number % 4}"},
        "validFrom": made(number),
        "validUntil": ENDS,
        "credentialSubject": {
            "id": learner.did,
            "type": ["AchievementSubject"],
            **({"result": [_result(number)]} if number % 3 == 0 else {}),
            "achievement": _achievement(number, name, random),
        },
        **({"evidence": [_evidence(number, random)]} if number % 4 == 0 else {}),
    }


def _credential(number: int) -> dict[str, Any]:
    whole = badge(number)
    kept = {key: whole[key] for key in ("id", "name", "validFrom", "validUntil")}
    return {
        "@context": [VC_2],
        **kept,
        "type": ["VerifiableCredential"],
        "issuer": whole["issuer"]["id"],
        "description": whole["credentialSubject"]["achievement"]["description"],
        "credentialSubject": {"id": whole["credentialSubject"]["id"], "name": whole["name"]},
    }


def _achievement(number: int, name: str, random: Random) -> dict[str, Any]:
    found = {
        "id": f"{HOST}/achievements/{number}",
        "type": ["Achievement"],
        "achievementType": "Badge",
        "name": name,
        "description": " ".join(random.choices(WORDS, k=20)).capitalize() + ".",
        "criteria": {"narrative": " ".join(random.choices(WORDS, k=30)).capitalize() + "."},
    }
    alignments = [_alignment(place, random) for place in range(number % 9)]
    return {**found, "alignment": alignments} if alignments else found


def _alignment(place: int, random: Random) -> dict[str, Any]:
    return {
        "type": ["Alignment"],
        "targetName": " ".join(random.sample(WORDS, 4)).capitalize(),
        "targetUrl": f"https://www.onetonline.org/find/descriptor/result/2.A.1.{'abcdefghi'[place]}",
        "targetFramework": "O*NET",
    }


def _result(number: int) -> dict[str, Any]:
    return {"type": ["Result"], "value": str(60 + number), "status": "Completed"}


def _evidence(number: int, random: Random) -> dict[str, Any]:
    narrative = " ".join(random.choices(WORDS, k=15))
    return {"id": f"{HOST}/evidence/{number}", "type": ["Evidence"], "name": "Work sample", "narrative": narrative}


def in_vc_1(unsigned: dict[str, Any]) -> dict[str, Any]:
    """A badge in the words of VC 1.1."""
    renamed = {"validFrom": "issuanceDate", "validUntil": "expirationDate"}
    found = {renamed.get(key, key): value for key, value in unsigned.items()}
    return {**found, "@context": [VC_1, OB_3, ED25519_2020]}


def _signed(unsigned: dict[str, Any], suite: Suite, by: Holder) -> dict[str, Any]:
    created = unsigned.get("validFrom") or unsigned["issuanceDate"]
    return add_proof(
        unsigned, seed=by.seed, verification_method=by.method, purpose="assertionMethod", created=created, suite=suite
    )


def _bytes(document: dict[str, Any]) -> bytes:
    return json.dumps(document, indent=2, ensure_ascii=False).encode()
