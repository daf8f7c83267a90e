"""From bytes to records: which reader takes what, by content and never by a file's name."""

from collections.abc import Callable, Iterator
from pathlib import Path

from app.errors import PersonError
from app.records import credentials, json_text, openbadges
from app.records.limits import LIMITS, Limits
from app.records.model import Record, Source, Unreadable
from app.records.parts import Part, items
from app.records.text import path_text

RecordReader = Callable[[Part], tuple[Record | Unreadable, ...]]

# A later record format is one new file and one line here; the first that gives anything has it.
RECORD_READERS: tuple[RecordReader, ...] = (openbadges.read, credentials.read)


def read_path(path: Path, limits: Limits = LIMITS) -> Iterator[Record | Unreadable]:
    """All records of a file."""
    yield from read_bytes(path.read_bytes(), Source(path_text(str(path))), limits)


def read_bytes(data: bytes, source: Source, limits: Limits = LIMITS) -> Iterator[Record | Unreadable]:
    """All records in the bytes of one file."""
    try:
        text = json_text.decode(data, limits)
        value = json_text.parse(text, limits)
    except PersonError as error:
        yield Unreadable(source, error.code, error.values)
        return
    for part in items(Part(value, text.strip(" \t\n\r"), source)):
        yield from read_part(part)


def read_part(part: Part) -> tuple[Record | Unreadable, ...]:
    """The records of one JSON value."""
    if isinstance(part.value, dict):
        for reader in RECORD_READERS:
            if found := reader(part):
                return found
    return (Unreadable(part.source, "not_a_record"),)
