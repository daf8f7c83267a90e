"""The presentation in what someone was sent: its own file, a page with it inside, a PDF that has it, a zip."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from app.records import containers
from app.records.files import read_file
from app.records.limits import LIMITS, Limits
from app.records.model import Source, Unreadable
from app.records.page_archive import page_in_archive
from app.records.presentations import Presentation
from app.records.reading import FILES_IN_FILES, read_presentation
from app.records.zips import Piece

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,1000}(?:<!--(?:(?!-->).){0,2000}-->\s{0,1000}){0,3}(?:<!doctype\s+html|<html)",
    re.IGNORECASE | re.DOTALL,
)
_ARCHIVE = b"From: <Saved by"
_LINK = re.compile(rb"href=[\"'](data:application/[^\"'<>\s]{1,28000000})[\"']", re.IGNORECASE)
_MOST_LINKS = 20
_MOST_FILES = 2_000
# What says nothing beyond that there is no presentation in a file.
_NONE = frozenset({"not_a_presentation", "unknown_format", "pdf_without_record", "nothing_inside", "format_not_read"})


@dataclass(frozen=True)
class Received:
    """A presentation and the bytes of the file that it is the whole of, wherever that was found."""

    presentation: Presentation
    content: bytes


def received_path(path: Path, limits: Limits = LIMITS) -> Received | Unreadable:
    """The presentation in a file; Unreadable as for `received` and `files.read_file`."""
    piece = read_file(path, limits)
    return piece if isinstance(piece, Unreadable) else received(piece.data, piece.source, limits)


def received(data: bytes, source: Source, limits: Limits = LIMITS) -> Received | Unreadable:
    """The one presentation in the bytes of a file, which may be in it several times.

    Unreadable: `several_presentations` (count) where there are more, else why there is none.
    """
    found = list(_found(data, source, containers.Opening(limits), FILES_IN_FILES))
    held = {one.presentation.key: one for one in found if isinstance(one, Received)}
    if len(held) > 1:
        return Unreadable(source, "several_presentations", {"count": len(held)})
    if held:
        return next(iter(held.values()))
    faults = [one for one in found if isinstance(one, Unreadable)]
    told = next((one for one in faults if one.code not in _NONE), None)
    return told or next(iter(faults), Unreadable(source, "not_a_presentation"))


def _found(data: bytes, source: Source, opening: containers.Opening, deep: int) -> Iterator[Received | Unreadable]:
    if data.startswith(_ARCHIVE):
        data = page_in_archive(data) or data
    inside = _in_page(data, source) if _PAGE.match(data) else containers.inside(data, source, opening)
    if inside is None:
        read = read_presentation(data, source, opening.limits)
        # A link to a signed text holds that text in another writing.
        yield read if isinstance(read, Unreadable) else Received(read, data if read.raw in data else read.raw)
        return
    if not deep:
        yield Unreadable(source, "nested_too_deep")
        return
    for piece in islice(inside, _MOST_FILES):
        if isinstance(piece, Unreadable):
            yield piece
        else:
            yield from _found(piece.data, piece.source, opening, deep - 1)


def _in_page(data: bytes, source: Source) -> Iterator[Piece | Unreadable]:
    """The files that a saved page holds in its links."""
    for number, match in enumerate(islice(_LINK.finditer(data), _MOST_LINKS), 1):
        member = f"{source.member}/#{number}" if source.member else f"#{number}"
        yield Piece(match[1], replace(source, member=member))
