"""From bytes to records: which reader takes what, by content and never by a file's name."""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from app.errors import PersonError
from app.records import (
    among_words,
    answers,
    badges2,
    carriers,
    clr,
    containers,
    credentials,
    edc,
    json_text,
    ler_rs,
    links,
    lookalikes,
    openbadges,
    presentations,
    sd_jwt,
    sd_jwt_vc,
    wallets,
)
from app.records.envelope import types
from app.records.files import pieces, read_file
from app.records.limits import LIMITS, Limits
from app.records.model import Record, Source, Unreadable
from app.records.parts import Part, items
from app.records.presentations import Presentation
from app.records.text import one_line

RecordReader = Callable[[Part], tuple[Record | Unreadable, ...]]
Members = Callable[[Part], Iterator[Part]]

# A later record format is one new file and one line here, before those it must not be mistaken for: the first reader
# that gives anything has the value. A value is parsed JSON, or the text of a file that is no JSON.
RECORD_READERS: tuple[RecordReader, ...] = (
    clr.read,
    edc.read,
    openbadges.read,
    badges2.read,
    ler_rs.read,
    wallets.read,
    lookalikes.read,
    credentials.read,
    sd_jwt_vc.read,
)

# Values that hold others, whether or not they are records themselves.
HOLDERS: tuple[Members, ...] = (presentations.members, clr.members, ler_rs.members, wallets.members, answers.members)

# Holders within holders: an array of presentations of transcripts is three deep.
NESTING = 4
# Files within files: a picture in a PDF in a zip is three deep.
FILES_IN_FILES = 4
_KIND_CAP = 60
# What is said of a text in which a record may stand among other words.
_WORDS = frozenset({"unknown_format", "json_broken", "not_a_record"})


def read_path(path: Path, limits: Limits = LIMITS, *, password: str | None = None) -> Iterator[Record | Unreadable]:
    """All records of a file, or of every file in a folder and its folders, sorted by name.

    `password` opens the exports of wallets that are locked with one. What gives no record gives one Unreadable with its
    reason; a wallet's secret key is one too (FoundKey). Nothing is raised.
    """
    empty = True
    for piece in pieces(path, limits):
        empty = False
        if isinstance(piece, Unreadable):
            yield piece
        else:
            yield from read_bytes(piece.data, piece.source, limits, password=password)
    if empty:
        yield Unreadable(Source(str(path)), "nothing_inside")


def read_bytes(
    data: bytes, source: Source, limits: Limits = LIMITS, *, password: str | None = None
) -> Iterator[Record | Unreadable]:
    """All records in the bytes of one file: one credential, many, or a file that holds such files."""
    yield from _read_file(data, source, containers.Opening(limits, password), FILES_IN_FILES)


def _read_file(data: bytes, source: Source, opening: containers.Opening, deep: int) -> Iterator[Record | Unreadable]:
    inside = containers.inside(data, source, opening)
    if inside is None:
        yield from _read_text(data, source, opening.limits)
        return
    if not deep:
        yield Unreadable(source, "nested_too_deep")
        return
    empty = True
    for piece in inside:
        empty = False
        if isinstance(piece, Unreadable):
            yield piece
        elif isinstance(piece, containers.Words):
            yield from _read_text(piece.data, piece.source, opening.limits)
        else:
            yield from _read_file(piece.data, piece.source, opening, deep - 1)
    if empty:
        yield Unreadable(source, containers.why_empty(data))


def read_presentation_path(path: Path, limits: Limits = LIMITS) -> Presentation | Unreadable:
    """The presentation in a file; Unreadable as for `read_presentation` and `files.read_file`."""
    piece = read_file(path, limits)
    return piece if isinstance(piece, Unreadable) else read_presentation(piece.data, piece.source, limits)


def read_presentation(data: bytes, source: Source, limits: Limits = LIMITS) -> Presentation | Unreadable:
    """The presentation that is the whole of `data`, with its records; Unreadable (not_a_presentation) if it is none."""
    if containers.inside(data, source, containers.Opening(limits)) is not None:
        return Unreadable(source, "not_a_presentation")
    part = _parse(data, source, limits)
    if isinstance(part, Unreadable):
        return part
    opened = carriers.opened(presentations.unwrapped(part))
    if isinstance(opened, Unreadable):
        return opened
    part = opened
    if not presentations.is_presentation(part):
        return _shown(part) or next(iter(lookalikes.read(part)), Unreadable(source, "not_a_presentation"))
    return presentations.presentation(part, tuple(_bounded(presentations.members(part), NESTING - 1, limits)))


def _shown(part: Part) -> Presentation | None:
    """An SD-JWT that its holder signed for someone; None for anything else."""
    if part.carrier is None or part.carrier.form != "sd-jwt" or not sd_jwt.has_binding(part.carrier.text):
        return None
    record = next((found for found in read_part(part) if isinstance(found, Record)), None)
    return presentations.bound(part, record) if record else None


def read_part(part: Part, nesting: int = NESTING) -> Iterator[Record | Unreadable]:
    """The records of one value and of the values it holds."""
    opened = carriers.opened(presentations.unwrapped(part))
    if isinstance(opened, Unreadable):
        yield opened
        return
    part = opened
    found = next((found for reader in RECORD_READERS if (found := reader(part))), ())
    yield from (carriers.stated(part, one) for one in found)
    inside = [member for members in HOLDERS for member in members(part)]
    if inside and not nesting:
        yield Unreadable(part.source, "nested_too_deep")
        return
    for member in inside:
        yield from read_part(member, nesting - 1)
    if not found and not inside:
        yield _nothing(part)


def _read_text(data: bytes, source: Source, limits: Limits) -> Iterator[Record | Unreadable]:
    part = _parse(data, source, limits)
    if isinstance(part, Part) and not isinstance(part.value, str):
        yield from _bounded(items(part), NESTING, limits) if part.value != [] else _nothing_inside(source)
        return
    found = [part] if isinstance(part, Unreadable) else list(read_part(part))
    among_others = isinstance(found[0], Unreadable) and found[0].code in _WORDS
    yield from (_among_words(data, source, limits) if among_others else ()) or found


def _nothing_inside(source: Source) -> Iterator[Unreadable]:
    yield Unreadable(source, "nothing_inside")


def _among_words(data: bytes, source: Source, limits: Limits) -> list[Record | Unreadable]:
    """What stands among the words of a text that is no record as a whole; nothing where no record does."""
    text = json_text.decode(data, limits).strip(" \t\r\n")
    found = list(_bounded(among_words.values(text, source, limits), NESTING, limits))
    return found if any(isinstance(one, Record) for one in found) else []


def _bounded(parts: Iterator[Part], nesting: int, limits: Limits) -> Iterator[Record | Unreadable]:
    found = (found for part in parts for found in read_part(part, nesting))
    yield from islice(found, limits.records)
    if more := next(found, None):
        yield Unreadable(Source(more.source.file), "too_many_records", {"limit": limits.records})


def _parse(data: bytes, source: Source, limits: Limits) -> Part | Unreadable:
    """The value in a file: parsed if it is JSON, else its text; the bytes around it belong to no record."""
    if looks_like := lookalikes.of_bytes(data):
        return Unreadable(source, "format_not_read", {"looks_like": looks_like})
    try:
        text = json_text.decode(data, limits).strip(" \t\r\n")
        text = links.carried(text) or text
        return Part(json_text.parse(text, limits) if text.startswith(("{", "[")) else text, text, source)
    except PersonError as error:
        return Unreadable(source, error.code, error.values)


def _nothing(part: Part) -> Unreadable:
    if part.carrier and not presentations.is_presentation(part):
        return Unreadable(part.source, "signed_not_a_record")
    if found := lookalikes.links(part.value):
        return Unreadable(part.source, "link_not_followed", {"links": found})
    if isinstance(part.value, str) and not part.text.startswith('"'):
        return Unreadable(part.source, "unknown_format")
    if presentations.is_presentation(part):
        return Unreadable(part.source, "nothing_inside")
    if kinds := types(part.value):
        return Unreadable(part.source, "other_type", {"kind": one_line(kinds[0], _KIND_CAP)})
    return Unreadable(part.source, "not_a_record")
