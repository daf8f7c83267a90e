"""Presentations: several credentials under one holder, signed or not (W3C VC 1.1 and 2.0, also a wallet's share)."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.records.envelope import DataModel, data_model, types
from app.records.fields import Faults, identifier, named_id, wrong_type
from app.records.model import Fault, Form, Record, Source, Unreadable
from app.records.parts import Part, field, items

_SHARED = "verifiablePresentation"
_HELD = "verifiableCredential"


@dataclass(frozen=True)
class Presentation:
    """A presentation as it came: `raw` is its exact bytes, `key` their SHA-256 in hex, `records` what it holds.

    `document` is what `raw` says. An SD-JWT with a key binding is a presentation of the one record it is.
    """

    key: str
    raw: bytes
    document: Mapping[str, Any]
    data_model: DataModel | None
    source: Source
    id: str | None
    types: tuple[str, ...]
    holder: str | None
    records: tuple[Record | Unreadable, ...]
    faults: tuple[Fault, ...] = ()
    form: Form = "json"


def is_presentation(part: Part) -> bool:
    """Whether a value states the type VerifiablePresentation."""
    return "VerifiablePresentation" in types(part.value)


def unwrapped(part: Part) -> Part:
    """The presentation that some programs put under the key `verifiablePresentation`; else the value itself."""
    wrapped = isinstance(part.value, dict) and not types(part.value) and isinstance(part.value.get(_SHARED), dict)
    return field(part, _SHARED) if wrapped else part


def members(part: Part) -> Iterator[Part]:
    """The credentials in a presentation, or in an object that is nothing but a list of them, to the byte."""
    if isinstance(part.value, dict) and part.value.get(_HELD) and (is_presentation(part) or not types(part.value)):
        yield from items(field(part, _HELD))


def presentation(part: Part, records: tuple[Record | Unreadable, ...]) -> Presentation:
    """A value that `is_presentation`, with the records read from its members."""
    faults = Faults()
    document, raw = part.value, part.raw
    held = document.get(_HELD)
    if held is not None and not isinstance(held, (dict, list, str)):
        faults.append(wrong_type(_HELD, held))
    holder = document.get("holder")
    carried = part.carrier
    if holder is not None and identifier(holder) is None:
        faults.append(Fault("bad_identifier", {"field": "holder"}))
    return Presentation(
        key=hashlib.sha256(raw).hexdigest(),
        raw=raw,
        document=document,
        data_model=data_model(document, faults),
        source=part.source,
        id=named_id(document, "id", "id", faults),
        types=types(document),
        holder=identifier(holder),
        records=records,
        faults=(*(carried.faults if carried else ()), *faults),
        form=carried.form if carried else "json",
    )


def bound(part: Part, record: Record) -> Presentation:
    """The presentation that an SD-JWT with a key binding is: whoever has the key that its issuer named shows it."""
    return Presentation(
        key=record.key,
        raw=part.raw,
        document=part.value,
        data_model=record.data_model,
        source=part.source,
        id=None,
        types=record.types,
        holder=next((subject.id for subject in record.subjects if subject.id), None),
        records=(record,),
        faults=part.carrier.faults if part.carrier else (),
        form="sd-jwt",
    )
