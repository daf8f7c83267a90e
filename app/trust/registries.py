"""Lists of known issuers: the Digital Credentials Consortium's JSON form, `registry[did]` with a name."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.errors import PersonError
from app.records.text import one_line
from app.trust.keys import Finding

MAX_REGISTRY_BYTES = 20_000_000


@dataclass(frozen=True)
class Registry:
    """A list of known issuers: issuer id -> the name the list gives it; `as_of` is aware, UTC."""

    name: str
    as_of: datetime
    issuers: Mapping[str, str]


def load_registry(path: Path, *, as_of: datetime | None = None) -> Registry:
    """The list in a file, as of the file's time of change unless given.

    Raises PersonError: registry_missing, registry_too_large, registry_unreadable.
    """
    try:
        status = path.stat()
        with path.open("rb") as file:
            data = file.read(MAX_REGISTRY_BYTES + 1)
    except OSError:
        raise PersonError("registry_missing", file=str(path)) from None
    if len(data) > MAX_REGISTRY_BYTES:
        raise PersonError("registry_too_large", file=str(path), limit=MAX_REGISTRY_BYTES)
    return read_registry(data, path.stem, as_of or datetime.fromtimestamp(status.st_mtime, UTC))


def read_registry(data: bytes, name: str, as_of: datetime) -> Registry:
    """The list in JSON bytes. Raises PersonError: registry_unreadable.

    Published lists repeat keys, so this is read more freely than records are: the last entry of an issuer counts.
    """
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        raise PersonError("registry_unreadable", file=name) from None
    listed = content.get("registry") if isinstance(content, dict) else None
    if not isinstance(listed, dict):
        raise PersonError("registry_unreadable", file=name)
    about = content.get("meta")
    title = about.get("title") if isinstance(about, dict) else None
    name = one_line(title) if isinstance(title, str) and title.strip() else name
    return Registry(name, as_of, {issuer: _name(entry, issuer) for issuer, entry in listed.items()})


def known_issuer(issuer: str, registries: Iterable[Registry]) -> Finding:
    """Whether a list that is loaded names an issuer; "not checked" while none is."""
    loaded = list(registries)
    if not loaded:
        return Finding("not checked", "no_registry")
    for registry in loaded:
        if issuer in registry.issuers:
            values = {"registry": registry.name, "name": registry.issuers[issuer]}
            return Finding("yes", "issuer_listed", values, registry.as_of)
    return Finding("no", "issuer_not_listed", {"registries": len(loaded)}, min(one.as_of for one in loaded))


def _name(entry: object, issuer: str) -> str:
    name = entry.get("name") if isinstance(entry, dict) else None
    return one_line(name) if isinstance(name, str) and name.strip() else issuer
