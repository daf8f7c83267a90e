"""HR Open LER-RS: a résumé as a W3C credential, each entry a person's own word or somebody else's record.

Entries are plain data (own word), or hold `verifications`: records of others, which are read and checked on their own,
statements that nobody signed, and addresses. Specification: HR Open Standards 4.5, LER-RSType and
VerifiableCredentialLER-RSType. A verification is itself a credential about one entry (`educationAndLearning` …).
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from app.records.envelope import Claims, evidence_of, is_credential, record, subjects_of, types
from app.records.fields import LIST_CAP, Faults, Json, line, objects
from app.records.ler_rs_items import ATTACHED, SECTIONS, attachment, holds_record, items_of, person_name
from app.records.model import Achievement, Alignment, Item, Record, Subject
from app.records.parts import Part, entries, field, items

_SIGN = "hropenstandards.org"
_VERIFIED = "verifications"
# What one entry of a section is called where a record is about that entry alone.
_ONE_OF = {
    "skill": "skills",
    "personCompetency": "skills",
    "educationAndLearning": "educationAndLearnings",
    "employmentHistory": "employmentHistories",
    "certification": "certifications",
    "license": "licenses",
}
# Subject, entry, position: nothing that is verified stands deeper.
_DEEPEST = 4


def read(part: Part) -> tuple[Record, ...]:
    """The record of an HR Open credential; nothing for any other value."""
    if not is_ler_rs(part):
        return ()
    faults = Faults()
    subjects = subjects_of(part.value, faults)
    said = [item for subject in subjects for item in _said(subject, faults)]
    attached = [one for subject in subjects for one in objects(subject, ATTACHED, faults)]
    told = [item for subject in subjects for item in _told(subject, faults)]
    claims = Claims(tuple(_achievement(item) for item in told), (), evidence_of(part.value, *subjects, faults=faults))
    found = record(part, "ler-rs", claims, faults)
    names = tuple(person_name(subject) for subject in subjects)
    return (
        replace(
            found,
            name=line(part.value.get("name")) or _first(told) or next(filter(None, names), None) or found.name,
            subjects=tuple(map(_named, found.subjects, names)),
            items=tuple(said),
            attachments=tuple(map(attachment, attached)),
        ),
    )


def members(part: Part) -> Iterator[Part]:
    """The records of others inside an HR Open credential, to the byte."""
    if not is_ler_rs(part) or "credentialSubject" not in part.value:
        return
    for subject in items(field(part, "credentialSubject")):
        yield from islice(_verified(subject, _DEEPEST), LIST_CAP)


def is_ler_rs(part: Part) -> bool:
    """Whether a value is a credential whose content HR Open defines."""
    if not is_credential(part.value):
        return False
    stated = part.value.get("@context")
    contexts = stated if isinstance(stated, list) else [stated]
    subjects = [part.value, *subjects_of(part.value, [])]
    named = [*contexts[:LIST_CAP], *(name for one in subjects for name in types(one))]
    return any(isinstance(name, str) and _SIGN in name for name in named)


def _verified(part: Part, deepest: int) -> Iterator[Part]:
    """Records that stand under `verifications` anywhere below a value, in its order."""
    if isinstance(part.value, list) and _VERIFIED in part.text:
        for entry in items(part):
            yield from _verified(entry, deepest)
    if not isinstance(part.value, dict) or not deepest or _VERIFIED not in part.text:
        return
    for key, inner in entries(part):
        if key == _VERIFIED:
            yield from (entry for entry in items(inner) if holds_record(entry.value))
        elif isinstance(inner.value, (dict, list)) and key != ATTACHED:
            yield from _verified(inner, deepest - 1)


def _said(subject: Json, faults: Faults) -> Iterator[Item]:
    """Every entry of a résumé, in its order."""
    for section in subject:
        if section not in _ONE_OF:
            yield from items_of(subject, section, faults)


def _told(subject: Json, faults: Faults) -> Iterator[Item]:
    """What a record about one entry says of it."""
    for key, section in _ONE_OF.items():
        entries = objects(subject, key, faults)
        yield from items_of({section: entries}, section, faults) if entries else ()


def _achievement(item: Item) -> Achievement:
    aligned = (item.alignment,) if item.alignment else _as_skill(item)
    return Achievement(
        item.name or item.organization or SECTIONS[item.kind],
        type=SECTIONS[item.kind],
        description=item.description,
        alignments=aligned,
    )


def _as_skill(item: Item) -> tuple[Alignment, ...]:
    return (Alignment(item.name),) if item.kind == "skill" and item.name else ()


def _first(told: list[Item]) -> str | None:
    return next((item.name for item in told if item.name), None)


def _named(subject: Subject, name: str | None) -> Subject:
    return replace(subject, name=subject.name or name)
