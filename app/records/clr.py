"""CLR Standard 2.0: a transcript whose subject holds credentials of their own.

Its record says who issued the whole and claims nothing by itself: what was achieved stands in the credentials inside,
each of which is a record of its own with its own issuer and proof. The subject's `achievement` list only describes
what associations speak of. Specification: https://www.imsglobal.org/spec/clr/v2p0/, ClrSubject.
"""

from collections.abc import Iterator

from app.records.envelope import Claims, record, subjects_of, types
from app.records.fields import Faults
from app.records.model import Record
from app.records.parts import Part, field, items


def read(part: Part) -> tuple[Record, ...]:
    """The record of a ClrCredential as a whole; nothing for any other value."""
    if not is_clr(part):
        return ()
    faults = Faults()
    subjects_of(part.value, faults)
    return (record(part, "vc", Claims(), faults),)


def members(part: Part) -> Iterator[Part]:
    """The credentials inside a ClrCredential, to the byte."""
    if not is_clr(part) or "credentialSubject" not in part.value:
        return
    for subject in items(field(part, "credentialSubject")):
        if isinstance(subject.value, dict) and "verifiableCredential" in subject.value:
            yield from items(field(subject, "verifiableCredential"))


def is_clr(part: Part) -> bool:
    """Whether a value states the type ClrCredential."""
    return "ClrCredential" in types(part.value)
