"""CLR Standard 2.0: a transcript whose subject holds credentials of their own.

Its record says who issued the whole and claims nothing by itself: what was achieved stands in the credentials inside,
each of which is a record of its own with its own issuer and proof. The subject's `achievement` list only describes
what associations speak of. Specification: https://www.imsglobal.org/spec/clr/v2p0/, ClrSubject.
"""

from collections.abc import Iterator
from dataclasses import replace

from app.records.envelope import Claims, record, subjects_of, types
from app.records.fields import Faults, Json, identifier, line, objects
from app.records.model import Association, Record
from app.records.parts import Part, field, items


def read(part: Part) -> tuple[Record, ...]:
    """The record of a ClrCredential as a whole; nothing for any other value."""
    if not is_clr(part):
        return ()
    faults = Faults()
    subjects = subjects_of(part.value, faults)
    found = record(part, "vc", Claims(), faults)
    return (replace(found, associations=tuple(one for subject in subjects for one in _associations(subject, faults))),)


def members(part: Part) -> Iterator[Part]:
    """The credentials inside a ClrCredential, to the byte."""
    if not is_clr(part) or "credentialSubject" not in part.value:
        return
    for subject in items(field(part, "credentialSubject")):
        if isinstance(subject.value, dict) and "verifiableCredential" in subject.value:
            yield from items(field(subject, "verifiableCredential"))


def _associations(subject: Json, faults: Faults) -> Iterator[Association]:
    """How achievements stand to each other; what names neither end says nothing."""
    stated = objects(subject, "association", faults)
    names = _names(subject) if stated else {}
    for one in stated:
        kind, source, target = line(one.get("associationType")), one.get("sourceId"), one.get("targetId")
        ends = identifier(source), identifier(target)
        if kind and ends[0] and ends[1]:
            yield Association(kind, ends[0], ends[1], names.get(ends[0]), names.get(ends[1]))


def _names(subject: Json) -> dict[str, str]:
    """Id -> name of each achievement that the transcript describes or one of its plain credentials is about."""
    inside = objects(subject, "verifiableCredential", [])
    holders = [subject, *(held for one in inside for held in objects(one, "credentialSubject", []))]
    described = [found for holder in holders for found in objects(holder, "achievement", [])]
    return {key: name for one in described if (key := identifier(one)) and (name := line(one.get("name")))}


def is_clr(part: Part) -> bool:
    """Whether a value states the type ClrCredential."""
    return "ClrCredential" in types(part.value)
