"""What every W3C credential has, whatever it says: context, types, issuer, subject and dates (VC 1.1 and 2.0)."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app.records.dates import moment
from app.records.fields import (
    LIST_CAP,
    Faults,
    Json,
    dated,
    line,
    named_id,
    objects,
    prose,
    web_link,
    wrong_type,
)
from app.records.model import Achievement, Evidence, Fault, Identity, Issuer, Kind, Record, Result, Subject
from app.records.parts import Part
from app.records.text import is_identifier

VC_1 = "https://www.w3.org/2018/credentials/v1"
VC_2 = "https://www.w3.org/ns/credentials/v2"
OB_TYPES = frozenset({"OpenBadgeCredential", "AchievementCredential"})

# Subjects of these types are the thing achieved, not the one who achieved it: their name is no person's.
ACHIEVED_TYPES = frozenset({"EducationalOccupationalCredential", "Achievement", "Course", "Certification", "Skill"})

FAULT_CAP = 50

DataModel = Literal["1.1", "2.0"]
_FROM = ("validFrom", "issuanceDate", "issued")
_FROM_KEYS = frozenset(_FROM)
_UNTIL = ("validUntil", "expirationDate")
_WORD_START = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


@dataclass(frozen=True)
class Claims:
    """What a credential says beyond its envelope, as its format's reader found it."""

    achievements: tuple[Achievement, ...] = ()
    results: tuple[Result, ...] = ()
    evidence: tuple[Evidence, ...] = ()


def types(value: object) -> tuple[str, ...]:
    """The types a JSON-LD object states, to the letter; one that would need cleaning is none."""
    stated = value.get("type", value.get("@type")) if isinstance(value, dict) else None
    listed = stated if isinstance(stated, list) else [stated]
    return tuple(name for name in listed[:LIST_CAP] if isinstance(name, str) and is_identifier(name))


def is_credential(document: object) -> bool:
    """Whether a value is a W3C credential, if perhaps an incomplete one."""
    if not isinstance(document, dict):
        return False
    stated = types(document)
    named = not {"VerifiableCredential", *OB_TYPES}.isdisjoint(stated)
    shaped = "credentialSubject" in document and not {"issuer", "proof", "@context"}.isdisjoint(document)
    return named or shaped


def subjects_of(document: Json, faults: Faults) -> list[Json]:
    """The objects under `credentialSubject`."""
    return objects(document, "credentialSubject", faults)


def record(part: Part, kind: Kind, claims: Claims, faults: Faults) -> Record:
    """A credential as a Record: the envelope read here, around what its format's reader found."""
    document: Json = part.value
    model = data_model(document, faults)
    stated = types(document)
    if "VerifiableCredential" not in stated:
        faults.append(Fault("missing_type"))
    raw = part.raw
    achieved = next(iter(claims.achievements), None)
    return Record(
        key=hashlib.sha256(raw).hexdigest(),
        raw=raw,
        document=document,
        kind=kind,
        data_model=model,
        source=part.source,
        id=named_id(document, "id", "id", faults),
        types=stated,
        name=line(document.get("name")) or (achieved.name if achieved else None) or type_name(stated),
        issuer=_issuer(document, faults),
        subjects=_subjects(document, faults),
        valid_from=_valid_from(document, model, faults),
        valid_until=_extreme(document, _UNTIL, faults, latest=False),
        awarded=_awarded(document),
        description=prose(document.get("description")) or (achieved.description if achieved else None),
        achievements=claims.achievements,
        results=claims.results,
        evidence=claims.evidence,
        faults=distinct(faults),
    )


def evidence_of(*holders: Json, faults: Faults) -> tuple[Evidence, ...]:
    """The evidence stated on a credential and on its subjects."""
    found = [item for holder in holders for item in objects(holder, "evidence", faults, or_text=True)]
    return tuple(_evidence(item) for item in found)


def _evidence(item: Json) -> Evidence:
    told = [text for key in ("narrative", "description") if (text := prose(item.get(key)))]
    return Evidence(line(item.get("name")), web_link(item.get("id")), "\n\n".join(told) or None)


def data_model(document: Json, faults: Faults) -> DataModel:
    """Which VC data model the base context names; a fault where none does or it does not come first."""
    stated = document.get("@context")
    contexts = stated if isinstance(stated, list) else [stated]
    bases = [context for context in contexts if context in (VC_1, VC_2)]
    if not bases:
        faults.append(Fault("no_vc_context"))
        return "1.1" if "issuanceDate" in document else "2.0"
    if contexts[0] != bases[0]:
        faults.append(Fault("vc_context_not_first"))
    return "2.0" if bases[0] == VC_2 else "1.1"


def _issuer(document: Json, faults: Faults) -> Issuer:
    value = document.get("issuer")
    if value is None or value in ("", {}):
        faults.append(Fault("missing_issuer"))
        return Issuer()
    if isinstance(value, str):
        return Issuer(id=named_id(document, "issuer", "issuer", faults))
    if not isinstance(value, dict):
        faults.append(wrong_type("issuer", value))
        return Issuer()
    if value.get("id") is None:
        faults.append(Fault("missing_issuer_id"))
    return Issuer(named_id(value, "id", "issuer.id", faults), line(value.get("name")), web_link(value.get("url")))


def _subjects(document: Json, faults: Faults) -> tuple[Subject, ...]:
    value = document.get("credentialSubject")
    if value is None or value in ([], {}):
        faults.append(Fault("missing_subject"))
    return tuple(_subject(found, faults) for found in subjects_of(document, []))


def _subject(found: Json, faults: Faults) -> Subject:
    return Subject(
        named_id(found, "id", "credentialSubject.id", faults), _person_name(found), _identities(found, faults)
    )


def _person_name(found: Json) -> str | None:
    if not ACHIEVED_TYPES.isdisjoint(types(found)):
        return None
    parts = (line(found.get(key)) for key in ("givenName", "familyName"))
    return line(found.get("name")) or " ".join(part for part in parts if part) or None


def _identities(found: Json, faults: Faults) -> tuple[Identity, ...]:
    made = []
    for item in objects(found, "identifier", faults, or_text=True):
        if (digest := line(item.get("identityHash"))) is None:
            continue
        hashed, salt = item.get("hashed"), item.get("salt")
        made.append(
            Identity(
                digest,
                hashed if isinstance(hashed, bool) else digest.startswith(("sha256$", "md5$")),
                line(item.get("identityType")),
                # To the letter: a salt is hashed, never shown.
                salt if isinstance(salt, str) else None,
            )
        )
    return tuple(made)


def _valid_from(document: Json, model: DataModel, faults: Faults) -> str | None:
    needed = "issuanceDate" if model == "1.1" else "validFrom"
    required = model == "1.1" or not OB_TYPES.isdisjoint(types(document))
    if required and _FROM_KEYS.isdisjoint(document):
        faults.append(Fault("missing_date", {"field": needed}))
    return _extreme(document, _FROM, faults, latest=True)


def _extreme(document: Json, keys: Sequence[str], faults: Faults, *, latest: bool) -> str | None:
    """Of several dates that say the same thing the one that leaves the least time; as written."""
    written = [text for key in keys if (text := dated(document, key, faults))]
    read = sorted((when, text) for text in written if (when := moment(text)))
    if not read:
        return written[0] if written else None
    return read[-1 if latest else 0][1]


def _awarded(document: Json) -> str | None:
    return line(document.get("awardedDate"))


def type_name(stated: Sequence[str]) -> str:
    """The last type as words: `AlumniCredential` is "Alumni Credential"."""
    telling = [name for name in stated if name != "VerifiableCredential"] or ["VerifiableCredential"]
    last = re.split(r"[#/]", telling[-1].rstrip("#/"))[-1]
    return _WORD_START.sub(" ", last)


def distinct(faults: Faults) -> tuple[Fault, ...]:
    """Each fault once, as many as are worth telling."""
    by_content = {(fault.code, *fault.values.values()): fault for fault in faults}
    return tuple(by_content.values())[:FAULT_CAP]
