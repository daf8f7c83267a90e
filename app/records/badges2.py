"""Open Badges 2.0, 1.1 and 1.0: an assertion that someone earned a badge.

An assertion says little by itself: what was earned stands in its badge class, who gave it in the issuer's profile.
Either stands in the assertion or only at an address; what is linked is filled in where it is at hand (`filled`).
Specifications: https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html and
https://github.com/mozilla/openbadges-backpack/wiki/Assertions for 1.0.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from app.records.badge_dates import badge_date
from app.records.envelope import FAULT_CAP, evidence_of, is_credential, types
from app.records.fields import Faults, Json, identifier, line, objects, prose, web_link, wrong_type
from app.records.model import Achievement, Fault, Form, Identity, Issuer, Record, Source, Subject, Unreadable
from app.records.openbadges import achievement
from app.records.parts import Part
from app.records.text import is_identifier

BadgeKind = Literal["ob1", "ob2"]
KINDS: frozenset[str] = frozenset({"ob1", "ob2"})
HOSTED = frozenset({"hosted", "HostedBadge"})
SIGNED = frozenset({"signed", "SignedBadge"})

# A name for a badge whose own name is not at hand; it is the same in every language.
UNNAMED = "Open Badge"

_CONTEXT = re.compile(r"https?://(?:w3id\.org/openbadges/v|openbadgespec\.org/v)([12])(?:/context\.json)?/?")
_FAMILY = re.compile(r"https?://(?:w3id\.org/openbadges\b|openbadgespec\.org\b)")
_DESCRIPTIONS = frozenset({"BadgeClass", "Issuer", "Profile", "CryptographicKey", "RevocationList", "Endorsement"})
_SAYS_SO = frozenset({"verify", "verification", "uid", "issuedOn", "issued_on"})
_IDENTITIES = {"email": "emailAddress", "telephone": "phone"}
_PLACED = ("did:", "http://", "https://")


@dataclass(frozen=True)
class Linked:
    """The badge class and the issuer that an assertion rests on, None where not at hand, and their addresses."""

    badge: Json | None
    badge_address: str | None
    issuer: Json | None
    issuer_address: str | None


def read(part: Part) -> tuple[Record | Unreadable, ...]:
    """The record of an assertion; what only describes a badge or an issuer says so."""
    kind = badge_kind(part.value)
    if kind:
        return (assertion(part.value, kind, part.raw, part.source, part.carrier.form if part.carrier else "json"),)
    described = isinstance(part.value, dict) and _is_description(part.value)
    return (Unreadable(part.source, "badge_description"),) if described else ()


def badge_kind(value: object) -> BadgeKind | None:
    """Which Open Badges an assertion is of; None for any other value."""
    if not isinstance(value, dict) or is_credential(value):
        return None
    contexts, awards = _contexts(value), bool({"badge", "recipient"} & value.keys())
    named = next((match[1] for text in contexts if (match := _CONTEXT.fullmatch(text))), None)
    is_assertion, family = "Assertion" in types(value), any(map(_FAMILY.match, contexts))
    if (named == "1" and (awards or is_assertion)) or (awards and _is_bare(value)):
        return "ob1"
    return "ob2" if (is_assertion and (awards or family)) or (awards and family) else None


def _is_bare(value: Json) -> bool:
    """Whether an assertion is written as before Open Badges had contexts and types."""
    plain = not {"@context", "type", "verification"} & value.keys()
    issued = isinstance(value.get("badge"), dict) and "issuer" in value["badge"]
    return plain and (issued or bool(_SAYS_SO & value.keys()))


def assertion(document: Json, kind: BadgeKind, raw: bytes, source: Source, form: Form = "json") -> Record:
    """An assertion as a Record, with what it holds of its badge and issuer."""
    faults: Faults = []
    found = linked(document)
    _envelope_faults(document, kind, faults, form)
    issued = "issued_on" if "issued_on" in document else "issuedOn"
    awarded = badge_date(document, issued, faults, unix=kind == "ob1")
    made = Record(
        key=hashlib.sha256(raw).hexdigest(),
        raw=raw,
        document=document,
        kind=kind,
        data_model=None,
        source=source,
        id=_id(document, faults),
        types=types(document),
        name=UNNAMED,
        issuer=Issuer(),
        subjects=_subjects(document, faults),
        valid_from=awarded,
        valid_until=badge_date(document, "expires", faults, unix=kind == "ob1"),
        awarded=awarded,
        evidence=evidence_of(document, faults=faults),
        form=form,
    )
    _linked_faults(document, found, kind, faults)
    made = filled(made, found, faults)
    distinct = {(fault.code, *fault.values.values()): fault for fault in faults}
    return replace(made, faults=tuple(distinct.values())[:FAULT_CAP])


def linked(document: Json, get: Callable[[str], Json | None] = lambda _address: None) -> Linked:
    """Badge class and issuer of an assertion: as they stand in it, else as `get` has them by their address."""
    badge, badge_address = _at(document.get("badge"), get)
    issuer, issuer_address = _at(badge.get("issuer"), get) if badge else (None, None)
    return Linked(badge, badge_address, issuer, issuer_address)


def filled(record: Record, found: Linked, faults: Faults) -> Record:
    """A record of an assertion with the names and texts of its badge and issuer."""
    achieved = _achievement(found, faults)
    told = (achieved.description if achieved else None, prose(record.document.get("narrative")))
    return replace(
        record,
        name=achieved.name if achieved and achieved.name else UNNAMED,
        issuer=_issuer(found),
        description="\n\n".join(text for text in told if text) or None,
        achievements=(achieved,) if achieved else (),
    )


def home_of(issuer: Json) -> str | None:
    """Where an issuer that has no address of its own says it is at home: what it goes by, and is held to."""
    return web_link(issuer.get("origin")) or web_link(issuer.get("url"))


def verification(document: Json) -> Json:
    """How an assertion says it can be verified; empty where it does not say."""
    stated = document.get("verification", document.get("verify"))
    return stated if isinstance(stated, dict) else {}


def address_of(document: Json) -> str | None:
    """Where the issuer keeps a hosted assertion (2.0: its id; 1.x: `verify.url`)."""
    stated = web_link(verification(document).get("url")) if "verify" in document else None
    return stated or web_link(document.get("id"))


def _contexts(document: Json) -> list[str]:
    stated = document.get("@context")
    return [entry for entry in (stated if isinstance(stated, list) else [stated]) if isinstance(entry, str)]


def _is_description(document: Json) -> bool:
    stated = frozenset(types(document))
    family = any(map(_FAMILY.match, _contexts(document)))
    return "BadgeClass" in stated or (family and not _DESCRIPTIONS.isdisjoint(stated))


def _at(value: object, get: Callable[[str], Json | None]) -> tuple[Json | None, str | None]:
    """An object that stands here or at an address, and that address."""
    if isinstance(value, dict):
        return value, web_link(value.get("id", value.get("@id")))
    address = web_link(value) if isinstance(value, str) else None
    return (get(address) if address else None), address


def _id(document: Json, faults: Faults) -> str | None:
    stated = document.get("id", document.get("@id", document.get("uid")))
    if stated is None:
        return address_of(document)
    found = stated if isinstance(stated, str) and is_identifier(stated) else None
    if found is None:
        faults.append(Fault("bad_identifier", {"field": "id"}))
    return found


def _envelope_faults(document: Json, kind: BadgeKind, faults: Faults, form: Form) -> None:
    if kind == "ob2":
        faults.extend(_faults_of_2(document, form))
    if "issuedOn" not in document and "issued_on" not in document and kind == "ob2":
        faults.append(Fault("missing_date", {"field": "issuedOn"}))
    if document.get("badge") in (None, "", {}):
        faults.append(Fault("missing_achievement"))
    elif not isinstance(document["badge"], (str, dict)):
        faults.append(wrong_type("badge", document["badge"]))


def _faults_of_2(document: Json, form: Form) -> Faults:
    faults: Faults = []
    if not any(map(_CONTEXT.fullmatch, _contexts(document))):
        faults.append(Fault("no_vc_context"))
    if "Assertion" not in types(document):
        faults.append(Fault("missing_type"))
    stated = types(verification(document))
    if HOSTED.isdisjoint(stated) and SIGNED.isdisjoint(stated):
        faults.append(Fault("missing_verification"))
    elif form == "json" and not HOSTED.isdisjoint(stated) and address_of(document) is None:
        faults.append(Fault("no_home"))
    image = document.get("image")
    picture = identifier(image) if isinstance(image, dict) else image
    if isinstance(picture, str) and picture[:5].lower() == "data:":
        faults.append(Fault("picture_inside"))
    return faults


def _linked_faults(document: Json, found: Linked, kind: BadgeKind, faults: Faults) -> None:
    """What is wrong with a badge or an issuer that stands in the assertion; a link to one is no fault."""
    if not isinstance(document.get("badge"), dict) or found.badge is None:
        return
    stated = found.badge.get("issuer")
    if stated in (None, "", {}):
        faults.append(Fault("missing_issuer"))
    elif not isinstance(stated, (str, dict)):
        faults.append(wrong_type("issuer", stated))
    elif isinstance(stated, dict) and kind == "ob2" and found.issuer_address is None:
        faults.append(Fault("missing_issuer_id"))


def _subjects(document: Json, faults: Faults) -> tuple[Subject, ...]:
    value = document.get("recipient")
    if isinstance(value, str):
        value = {"identity": value, "type": "email", "salt": document.get("salt")}
    stated = objects({"recipient": value}, "recipient", faults)
    made = tuple(subject for item in stated if (subject := _subject(item)))
    if not made:
        faults.append(Fault("missing_subject"))
    return made


def _subject(item: Json) -> Subject | None:
    named = line(item.get("identity"))
    if named is None:
        return None
    kind, hashed, salt = line(item.get("type")), item.get("hashed"), item.get("salt")
    is_hashed = hashed if isinstance(hashed, bool) else named.startswith(("sha256$", "md5$"))
    if not is_hashed and identifier(named) and named.startswith(_PLACED):
        return Subject(id=named)
    identity = Identity(named, is_hashed, _IDENTITIES.get(kind or "", kind), salt if isinstance(salt, str) else None)
    return Subject(identities=(identity,))


def _issuer(found: Linked) -> Issuer:
    profile = found.issuer or {}
    home = web_link(profile.get("url")) or web_link(profile.get("origin"))
    return Issuer(found.issuer_address or home_of(profile), line(profile.get("name")), home)


def _achievement(found: Linked, faults: Faults) -> Achievement | None:
    if found.badge is None:
        return Achievement(UNNAMED, found.badge_address) if found.badge_address else None
    aligned = [_aligned(item) for key in ("alignment", "alignments") for item in objects(found.badge, key, faults)]
    badge = {key: found.badge[key] for key in ("name", "description", "criteria", "tags", "tag") if key in found.badge}
    made = achievement({**badge, "alignment": aligned}, faults, fallback=None)
    return replace(made, id=found.badge_address, name=made.name if "name" in badge else UNNAMED)


def _aligned(item: Json) -> Json:
    """An alignment of 1.x in the words of 2.0."""
    old = {"targetName": "name", "targetUrl": "url", "targetDescription": "description"}
    return {**item, **{new: item[name] for new, name in old.items() if new not in item and name in item}}
