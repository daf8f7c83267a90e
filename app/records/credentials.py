"""Any other W3C credential: what it says was achieved, where it says so in a way that many issuers share.

There is no one term for it: `hasCredential` (schema.org, used by university issuers), `degree` (the W3C's own
examples), `achievement` without Open Badges types, and lists of skills all occur.
"""

from dataclasses import replace

from app.records.envelope import (
    ACHIEVED_TYPES,
    Claims,
    evidence_of,
    is_credential,
    record,
    subjects_of,
    type_name,
    types,
)
from app.records.fields import Faults, Json, line, link, objects, prose
from app.records.model import Achievement, Alignment, Record
from app.records.openbadges import achievement
from app.records.parts import Part

_CREDENTIALS = ("achievement", "hasAchievement", "hasCredential", "degree", "qualification", "certification")
_ACHIEVED = (*_CREDENTIALS, "certificate", "license", "licence", "award", "course", "hasSkill", "skill", "skills")
_COMPETENCIES = ("competencyRequired", "teaches", "assesses")


def read(part: Part) -> tuple[Record, ...]:
    """The record of a W3C credential; nothing for any other value."""
    if not is_credential(part.value):
        return ()
    faults = Faults()
    subjects = subjects_of(part.value, faults)
    achieved = tuple(made for subject in subjects for made in _achievements(subject, faults))
    told = tuple(text for subject in subjects if (text := prose(subject.get("endorsementComment"))))
    found = record(part, "vc", Claims(achieved, (), evidence_of(part.value, *subjects, faults=faults)), faults)
    return (replace(found, description=found.description or next(iter(told), None)),)


def _achievements(subject: Json, faults: Faults) -> list[Achievement]:
    stated = [entry for key in _ACHIEVED for entry in objects(subject, key, faults, or_text=True)]
    if not ACHIEVED_TYPES.isdisjoint(types(subject)):
        stated.insert(0, subject)
    return [made for entry in stated if (made := _achievement(entry, faults))]


def _achievement(entry: Json, faults: Faults) -> Achievement | None:
    if set(entry) == {"id"}:
        name = line(entry["id"])
        return Achievement(name) if name and not _link_like(name) else None
    stated = types(entry)
    if not (line(entry.get("name")) or stated):
        return None
    made = achievement(entry, faults, fallback=type_name(stated))
    named = [item for key in _COMPETENCIES for item in objects(entry, key, faults, or_text=True)]
    return replace(
        made,
        type=made.type or line(entry.get("credentialCategory")) or (type_name(stated) if stated else None),
        alignments=made.alignments + tuple(item for entry in named if (item := _competency(entry))),
    )


def _competency(term: Json) -> Alignment | None:
    """A schema.org DefinedTerm, or the words or address that stand for one."""
    url = link(term.get("url")) or link(term)
    name = line(term.get("name"))
    if name is None and url is not None and not _link_like(url):
        name, url = line(url), None
    if name is None and url is None:
        return None
    framework = term.get("inDefinedTermSet")
    framework = framework.get("name") if isinstance(framework, dict) else framework
    return Alignment(
        name or str(url), url, line(term.get("termCode")), line(framework), None, prose(term.get("description"))
    )


def _link_like(text: str) -> bool:
    """Whether a text is an address rather than words."""
    scheme, colon, rest = text.partition(":")
    return bool(colon and rest) and scheme.isascii() and scheme.isalnum() and " " not in text
