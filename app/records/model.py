"""What a record is once read: plain data, the same for every format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, Literal

Answer = Literal["yes", "no", "not checked"]

# What a record is: an Open Badge by its version, another W3C credential, an HR Open LER-RS, a European Digital
# Credential, an SD-JWT VC that is no W3C credential.
Kind = Literal["ob1", "ob2", "ob3", "vc", "ler-rs", "edc", "sd-jwt-vc"]
# How its exact bytes carry it: plain JSON, a compact JWS, an SD-JWT with disclosures, a JSON JWS (JAdES).
Form = Literal["json", "jwt", "sd-jwt", "jades"]

NO_VALUES: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True)
class Alignment:
    """A link from a record to a concept of some framework, as the issuer wrote it."""

    name: str
    url: str | None = None
    code: str | None = None
    framework: str | None = None
    type: str | None = None
    description: str | None = None


@dataclass(frozen=True)
class Achievement:
    """What was achieved: an Open Badges Achievement or the nearest thing a format has."""

    name: str
    id: str | None = None
    type: str | None = None
    description: str | None = None
    criteria: str | None = None
    criteria_url: str | None = None
    tags: tuple[str, ...] = ()
    alignments: tuple[Alignment, ...] = ()


@dataclass(frozen=True)
class Result:
    """One result (grade, level, score, status) that a record states."""

    name: str | None = None
    value: str | None = None
    level: str | None = None
    status: str | None = None
    alignments: tuple[Alignment, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """Something a record points at to show the achievement."""

    name: str | None = None
    url: str | None = None
    description: str | None = None


@dataclass(frozen=True)
class Issuer:
    """Who says so. `id` is a DID or URL; a name proves nothing."""

    id: str | None = None
    name: str | None = None
    url: str | None = None
    number: str | None = None
    """The number under which a public register lists it, as it says itself."""


@dataclass(frozen=True)
class Identity:
    """An Open Badges IdentityObject: a name or address of the subject, often hashed."""

    hash: str
    hashed: bool
    type: str | None = None
    salt: str | None = None


@dataclass(frozen=True)
class Subject:
    """Whom the record is about."""

    id: str | None = None
    name: str | None = None
    identities: tuple[Identity, ...] = ()


ItemKind = Literal["about", "narrative", "skill", "learning", "work", "certificate", "license", "goal", "other"]
Backing = Literal["record", "statement", "reference"]


@dataclass(frozen=True)
class Item:
    """One entry of a résumé record. Dates stay as written.

    `own_word` is what the person says there; without it the entry holds nothing but what `backing` names: a record
    inside (read on its own), somebody's statement that no one signed, or an address where something can be asked.
    """

    kind: ItemKind
    name: str
    organization: str | None = None
    start: str | None = None
    end: str | None = None
    description: str | None = None
    level: str | None = None
    alignment: Alignment | None = None
    own_word: bool = True
    backing: tuple[Backing, ...] = ()


@dataclass(frozen=True)
class Attachment:
    """A file that came along inside a record and is never opened: `size` in bytes, None where it is not inside."""

    name: str
    type: str | None = None
    size: int | None = None


@dataclass(frozen=True)
class Association:
    """How two achievements of a transcript stand to each other (CLR 2.0, AssociationType), by their ids and names."""

    type: str
    source: str
    target: str
    source_name: str | None = None
    target_name: str | None = None


@dataclass(frozen=True)
class Fault:
    """Something that keeps a record from being complete: a reason code and its values."""

    code: str
    values: Mapping[str, object] = field(default_factory=lambda: NO_VALUES)


@dataclass(frozen=True)
class Source:
    """Where a record came from: the file, and the way to it inside that file."""

    file: str
    member: str | None = None


@dataclass(frozen=True)
class Record:
    """One LER as it came. `raw` is its exact bytes; `key` their SHA-256 in hex; dates stay as written.

    `document` is what `raw` says: itself parsed where `form` is "json", else what the signature in it covers.
    `data_model` is the W3C's version, None for a record that is no W3C credential.
    """

    key: str
    raw: bytes
    document: Mapping[str, Any]
    kind: Kind
    data_model: Literal["1.1", "2.0"] | None
    source: Source
    id: str | None
    types: tuple[str, ...]
    name: str
    issuer: Issuer
    subjects: tuple[Subject, ...]
    valid_from: str | None = None
    valid_until: str | None = None
    awarded: str | None = None
    description: str | None = None
    achievements: tuple[Achievement, ...] = ()
    results: tuple[Result, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    faults: tuple[Fault, ...] = ()
    form: Form = "json"
    items: tuple[Item, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    associations: tuple[Association, ...] = ()


@dataclass(frozen=True)
class Unreadable:
    """A file, or a part of one, that gave no record, and why."""

    source: Source
    code: str
    values: Mapping[str, object] = field(default_factory=lambda: NO_VALUES)


@dataclass(frozen=True)
class FoundKey(Unreadable):
    """A secret key that came with a wallet's records: no record, and kept only if the learner says so.

    `method` is the key as the wallet wrote it, the secret in it; it is never shown, logged or compared.
    """

    method: Mapping[str, Any] = field(default_factory=lambda: NO_VALUES, repr=False, compare=False)


@dataclass(frozen=True)
class Check:
    """One fact about a record or presentation: what was asked, the answer, why, as of when (aware, UTC)."""

    check: str
    answer: Answer
    reason: str
    as_of: datetime
    values: Mapping[str, object] = field(default_factory=lambda: NO_VALUES)
