"""The entries of an HR Open résumé: skills, learning, work, certificates, licenses and what else people write there."""

from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from app.records.envelope import is_credential, types
from app.records.fields import LIST_CAP, Faults, Json, line, link, objects, prose, web_link
from app.records.model import Alignment, Attachment, Backing, Item, ItemKind

ATTACHED = "attachments"
SECTIONS: Mapping[ItemKind, str] = {
    "about": "Profile",
    "narrative": "Narrative",
    "skill": "Skill",
    "learning": "Degree",
    "work": "Employment",
    "certificate": "Certification",
    "license": "License",
    "goal": "Goal",
    "other": "Record",
}
"""What one entry achieves, named as other formats name it (Open Badges 3.0, AchievementType, where it has one)."""

_KINDS: Mapping[str, ItemKind] = {
    "communication": "about",
    "narratives": "narrative",
    "skills": "skill",
    "personCompetencies": "skill",
    "competencies": "skill",
    "educationAndLearnings": "learning",
    "employmentHistories": "work",
    "certifications": "certificate",
    "licenses": "license",
    "job": "goal",
}
_NOT_ENTRIES = frozenset({"id", "type", "@id", "@type", "@context", "documentId", "person", ATTACHED})
_NAMES = ("name", "title", "positionTitle", "formattedName", "typeName", "tradeName", "legalName", "url", "address")
_VERIFIED = "verifications"


def items_of(subject: Json, section: str, faults: Faults) -> Iterator[Item]:
    """The entries of one section of a résumé; a section nobody foresaw gives its entries by their names."""
    if section in _NOT_ENTRIES or not isinstance(subject.get(section), (dict, list)):
        return
    kind = _KINDS.get(section, "other")
    for entry in objects(subject, section, faults):
        backing = _backing(entry)
        made = list(islice(_READERS.get(kind, _plain)(entry, kind, faults), LIST_CAP))
        if made:
            yield replace(made[0], backing=tuple(dict.fromkeys((*backing, *made[0].backing))))
            yield from made[1:]
        elif backing:
            yield Item(kind, "", own_word=False, backing=backing)


def attachment(entry: Json) -> Attachment:
    """A file inside a résumé: its name, its kind and how long it is."""
    content = entry.get("content")
    inside: Json = content if isinstance(content, dict) else entry
    named = (inside.get("filename"), inside.get("fileName"), entry.get("name"), _value(entry.get("id")))
    name = next((text for one in named if (text := line(one))), "")
    return Attachment(name, line(inside.get("mimeType")), _size(inside))


def person_name(subject: Json) -> str | None:
    """The name of the person a résumé is about."""
    person = subject.get("person")
    name = person.get("name") if isinstance(person, dict) else None
    if not isinstance(name, dict):
        return line(name)
    parts = (line(name.get(key)) for key in ("given", "middle", "family"))
    return line(name.get("formattedName")) or " ".join(part for part in parts if part) or None


def _backing(entry: Json) -> tuple[Backing, ...]:
    """What else stands behind an entry, each kind once."""
    listed = entry.get(_VERIFIED)
    found = [_kind_of(one) for one in (listed if isinstance(listed, list) else [listed])[:LIST_CAP] if one]
    return tuple(dict.fromkeys(found))


def holds_record(value: object) -> bool:
    """Whether a verification is a record of its own: a credential, an Open Badge of any version, a signed text."""
    if isinstance(value, str):
        return value.count(".") == 2 and value.startswith("ey")
    badge = isinstance(value, dict) and ("badge" in value or "Assertion" in types(value))
    return is_credential(value) or badge


def _kind_of(verification: object) -> Backing:
    if holds_record(verification):
        return "record"
    refers = isinstance(verification, str) or (
        isinstance(verification, dict) and any(web_link(verification.get(key)) for key in ("reference", "url", "id"))
    )
    return "reference" if refers else "statement"


def _narrative(entry: Json, kind: ItemKind, faults: Faults) -> Iterator[Item]:
    texts = [one for text in objects(entry, "texts", faults) for one in _lines(text.get("lines"))]
    said = "\n".join(texts) or prose(entry.get("description"))
    if said or line(entry.get("name")):
        yield Item(kind, line(entry.get("name")) or "", description=said)


def _skill(entry: Json, kind: ItemKind, faults: Faults) -> Iterator[Item]:
    name = line(entry.get("name")) or line(entry.get("competencyName"))
    code = entry.get("competencyId", entry.get("taxonomyId"))
    told = "\n".join(_lines(entry.get("comments"))) or prose(entry.get("description"))
    if name or told:
        yield Item(kind, name or "", description=told, level=_level(entry), alignment=_aligned(name, code))
    for inner in ("skills", "competencies"):
        for one in objects(entry, inner, faults):
            yield from _skill(one, "skill", [])


def _with_backing(made: Item, part: Json) -> Item:
    """An item out of a part of an entry, with what stands behind that part; if it says nothing, that alone."""
    backing = _backing(part)
    says = made.name or made.organization or made.start or made.end or made.description
    return replace(made, backing=backing, own_word=bool(says) or not backing)


def _learning(entry: Json, kind: ItemKind, faults: Faults) -> Iterator[Item]:
    school, start, end = _organization(entry.get("institution")), _date(entry.get("start")), _date(entry.get("end"))
    degrees = objects(entry, "educationDegrees", faults)
    for degree in degrees:
        fields = [name for one in objects(degree, "specializations", faults) if (name := line(one.get("name")))]
        date = _date(degree.get("date")) or end
        made = Item(kind, line(degree.get("name")) or "", school, start, date, ", ".join(fields) or None)
        yield _with_backing(made, degree)
    courses = [one for key in ("programs", "courses") for one in objects(entry, key, faults)]
    for course in courses:
        if name := _name(course):
            yield Item(kind, name, school, start, end, prose(course.get("description")))
    if not degrees and not courses and (school or _name(entry)):
        yield Item(kind, _name(entry) or "", school, start, end, prose(entry.get("description")))
    yield from _inner_skills(entry, faults)


def _work(entry: Json, kind: ItemKind, faults: Faults) -> Iterator[Item]:
    employer = _organization(entry.get("organization", entry.get("employer")))
    positions = objects(entry, "positionHistories", faults)
    for held in positions:
        told = prose(held.get("description")) or "\n".join(_lines(held.get("descriptions"))) or None
        made = Item(kind, _name(held) or "", employer, _date(held.get("start")), _date(held.get("end")), told)
        yield _with_backing(made, held)
        yield from _inner_skills(held, faults)
    if not positions and (employer or _name(entry)):
        start, end = _date(entry.get("start")), _date(entry.get("end"))
        yield Item(kind, _name(entry) or "", employer, start, end, prose(entry.get("description")))
    yield from _inner_skills(entry, faults)


def _certificate(entry: Json, kind: ItemKind, faults: Faults) -> Iterator[Item]:
    period = entry.get("effectiveTimePeriod")
    valid: Json = period if isinstance(period, dict) else {}
    giver = _organization(entry.get("issuingAuthority"))
    start = _date(entry.get("firstIssued")) or _date(valid.get("validFrom"))
    if _name(entry) or giver:
        end = _date(valid.get("validTo")) or _date(entry.get("end"))
        yield Item(kind, _name(entry) or "", giver, start, end, prose(entry.get("description")))
    yield from _inner_skills(entry, faults)


def _about(entry: Json, kind: ItemKind, faults: Faults) -> Iterator[Item]:
    """Ways to reach the person; each kind of them once, since only that they stand there matters."""
    for key in entry:
        found = objects(entry, key, faults) if isinstance(entry[key], (dict, list)) else []
        said = [text for one in found[:20] if (text := _contact(one))]
        if said:
            yield Item(kind, "", description="\n".join(said))


def _contact(one: Json) -> str | None:
    keys = ("line", "postalCode", "city", "countryCode", "formattedNumber", "address", "name", "url")
    return ", ".join(text for key in keys if (text := line(one.get(key)))) or None


def _goal(entry: Json, kind: ItemKind, faults: Faults) -> Iterator[Item]:
    opening = entry.get("positionOpening")
    wanted: Json = opening if isinstance(opening, dict) else entry
    for profile in objects(wanted, "positionProfiles", faults) or [wanted]:
        employers = objects(profile, "positionOrganizations", faults)
        employer = next((name for one in employers if (name := _organization(one))), None)
        if _name(profile) or employer:
            yield Item(kind, _name(profile) or "", employer)


def _plain(entry: Json, kind: ItemKind, _faults: Faults) -> Iterator[Item]:
    if name := _name(entry):
        start, end = _date(entry.get("start", entry.get("date"))), _date(entry.get("end"))
        yield Item(kind, name, _organization(entry.get("organization")), start, end, prose(entry.get("description")))


_READERS: Mapping[ItemKind, Callable[[Json, ItemKind, Faults], Iterator[Item]]] = {
    "about": _about,
    "narrative": _narrative,
    "skill": _skill,
    "learning": _learning,
    "work": _work,
    "certificate": _certificate,
    "license": _certificate,
    "goal": _goal,
}


def _inner_skills(entry: Json, faults: Faults) -> Iterator[Item]:
    for key in ("skills", "competencies", "personCompetencies", "positionCompetencies"):
        for one in objects(entry, key, faults):
            yield from _skill(one, "skill", faults)


def _aligned(name: str | None, code: object) -> Alignment | None:
    """A competency's identifier: an address, or a value with the scheme it belongs to."""
    identifier = code if isinstance(code, dict) else {"value": code}
    value = identifier.get("value")
    url, number = web_link(value), line(value)
    if not number:
        return None
    framework = line(identifier.get("schemeId")) or line(identifier.get("schemeAgencyId"))
    return Alignment(name or number, link(value) if url else None, None if url else number, framework)


def _level(entry: Json) -> str | None:
    level = entry.get("proficiencyLevel")
    return line(level.get("name") or level.get("value")) if isinstance(level, dict) else line(level)


def _organization(value: object) -> str | None:
    return _name(value) if isinstance(value, dict) else line(value)


def _name(entry: Json) -> str | None:
    return next((text for key in _NAMES if (text := line(entry.get(key)))), None)


def _date(value: object) -> str | None:
    stated = value.get("formattedDateTime", value.get("value")) if isinstance(value, dict) else value
    return line(stated)


def _value(value: object) -> object:
    return value.get("value") if isinstance(value, dict) else value


def _lines(value: object) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [text for one in listed[:LIST_CAP] if (text := prose(_value(one)))]


def _size(content: Json) -> int | None:
    """How many bytes an attachment has; what it says itself is not believed."""
    text = content.get("value")
    if not isinstance(text, str):
        return None
    if line(content.get("encoding")) != "base64":
        return len(text.encode("utf-8", "surrogatepass"))
    try:
        return len(b64decode(text.encode("ascii", "replace"), validate=False))
    except Base64Error:
        return None
