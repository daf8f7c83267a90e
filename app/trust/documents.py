"""Documents at hand: what stands for the network (DID documents, status lists, hosted records), each with its date."""

import os
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from app.errors import PersonError
from app.records.dates import moment
from app.records.jose import is_compact
from app.records.json_text import decode, parse

MAX_INDEX_BYTES = 5_000_000
MAX_DOCUMENT_BYTES = 20_000_000
MAX_ENTRIES = 20_000
MAX_FOLDER_BYTES = 100_000_000
"""Most that is read of one folder: an index may name one large file at each of its addresses."""

T = TypeVar("T")

What = Literal["keys", "list", "badge", "schema", "registry", "federation", "record", "newer"]
"""What for an address is looked up: whose key it is, whether something is canceled, what a hosted badge says, the form
that a record must fit, a list of known issuers, and what a federation says of one issuer; beside the checks a record
that a link leads to, and a newer version of one."""
LISTS: frozenset[str] = frozenset({"registry", "federation"})
"""What is held as the bytes that came: such lists repeat keys, or are signed texts."""
RAW = ".list"
"""How the name of a file ends that is held so."""


@dataclass(frozen=True)
class HeldDocument:
    """JSON, a signed text (a compact JWS) or a list of known issuers as bytes, as it was at a time (aware, UTC)."""

    content: Any
    as_of: datetime


@dataclass(frozen=True)
class NotHad:
    """Why an address that was asked gave no document (a code of `app.online.fetching`), and when (aware, UTC)."""

    code: str
    as_of: datetime


@dataclass(frozen=True)
class Documents:
    """Documents by the address or DID they stand for, and the addresses that were asked and gave none."""

    held: Mapping[str, HeldDocument] = field(default_factory=lambda: MappingProxyType({}))
    worked_out: dict[Hashable, object] = field(default_factory=dict, repr=False, compare=False)
    not_had: Mapping[str, NotHad] = field(default_factory=lambda: MappingProxyType({}))

    def get(self, address: str, what: What) -> HeldDocument | None:  # noqa: ARG002  for those who note what is asked
        """The document at an address or DID, or None where it is not at hand; what follows "#" is a place in it."""
        held = self.held.get(address)
        return self.held.get(page_of(address)) if held is None else held

    def keep(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` works out of these documents, made once: a thousand records may share one list."""
        if key not in self.worked_out:
            self.worked_out[key] = make()
        return self.worked_out[key]  # type: ignore[return-value]  # a key is of one `make`, so of one type


NO_DOCUMENTS = Documents()


def page_of(address: str) -> str:
    """A web address without what follows "#", which no server is told; a DID as it is."""
    return address.partition("#")[0] if address[:8].lower() == "https://" else address


def read_document(data: bytes) -> object:
    """What bytes say as JSON, or the text that a compact JWS is. PersonError as `app.records.json_text.load`."""
    text = decode(data).strip(" \t\r\n")
    return text if is_compact(text) else parse(text)


def load_documents(folder: Path, *, as_of: datetime | None = None, now: datetime | None = None) -> Documents:
    """Documents of a folder whose `index.json` maps address -> file name inside it.

    Each is as of `as_of` (aware) if given, else of the time that `dates.json` has for its address (ISO 8601), else of
    its file's time of change: copies of a folder lose those. A date after `now` (the computer's own unless given) is
    taken for `now`: it would count for as long as its writer likes, and more than all that is said later. A file that
    is not there is not at hand; one that is too large, by itself or with those before it, or neither JSON nor a signed
    text, is held with the content None, so that the checks resting on it are "not checked" and the others go on.
    Raises PersonError: documents_no_index, documents_bad_index, documents_outside.
    """
    index = _read_index(folder / "index.json")
    dates = _read_dates(folder / "dates.json")
    held, latest, left = {}, now or datetime.now(UTC), MAX_FOLDER_BYTES
    for address, name in index.items():
        path = _inside(folder, name)
        if path is not None:
            file, limit = path.stat(), min(MAX_DOCUMENT_BYTES, left)
            when = as_of or min(dates.get(address) or datetime.fromtimestamp(file.st_mtime, UTC), latest)
            read = _read_bytes if name.endswith(RAW) else _read_json
            held[address] = HeldDocument(read(path, limit), when)
            left -= file.st_size if file.st_size <= limit else 0
    return Documents(MappingProxyType(held))


def _read_dates(path: Path) -> Mapping[str, datetime]:
    found = _read_json(path, MAX_INDEX_BYTES) if path.is_file() else None
    stated = found if isinstance(found, dict) else {}
    return {address: day for address, text in stated.items() if (day := moment(str(text))) is not None}


def _read_index(path: Path) -> dict[str, str]:
    if not os.path.isfile(path):  # noqa: PTH113  false, not an error, where nobody may look
        raise PersonError("documents_no_index", file=str(path))
    index = _read_json(path, MAX_INDEX_BYTES)
    if not isinstance(index, dict) or len(index) > MAX_ENTRIES:
        raise PersonError("documents_bad_index", file=str(path))
    if not all(isinstance(name, str) for name in index.values()):
        raise PersonError("documents_bad_index", file=str(path))
    return index


def _inside(folder: Path, name: str) -> Path | None:
    """The file of a name, or None where there is none; never one outside the folder, by whatever way."""
    root = folder.resolve()
    try:
        path = (root / name).resolve()
        if not path.is_relative_to(root):
            raise PersonError("documents_outside", file=name[:200])
        return path if path.is_file() else None
    except (OSError, ValueError):
        return None


def _read_json(path: Path, limit: int) -> object:
    try:
        return read_document(path.read_bytes()) if path.stat().st_size <= limit else None
    except (PersonError, OSError, RecursionError):
        return None


def _read_bytes(path: Path, limit: int) -> bytes | None:
    try:
        return path.read_bytes() if path.stat().st_size <= limit else None
    except OSError:
        return None
