"""PDFs from strangers: the files attached to one, as issuers put a record beside its printed page."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from app.records.limits import Limits
from app.records.model import Source, Unreadable
from app.records.pdf_objects import DEEPEST, PdfError, Reader, Ref, text_of, unpacked
from app.records.text import path_text
from app.records.zips import Piece

_HEAD = 1_024
_OBJECTS = 100_000
_WORDS = 400_000
_TOKENS = 150_000
_STREAMS = 2_000
_STREAM_BYTES = 30_000_000
_WORK = 100_000_000
"""Bytes that may be looked through for the ends of streams."""
_FILES = 200
_NEAR = 4_000
_SPACES = b"\0\t\n\f\r "
_NUMBERED = re.compile(rb"(\d{1,10})[\0\t\n\f\r ]{1,8}\d{1,5}[\0\t\n\f\r ]{1,8}$")
_LOCKED = re.compile(rb"/Encrypt[\0\t\n\f\r ]{0,8}(?:\d{1,10}[\0\t\n\f\r ]{1,8}\d{1,5}[\0\t\n\f\r ]{1,8}R|<<)")
_ATTACHES = re.compile(rb"/EF(?=[\0\t\n\f\r <\d])")
_HOLDS_OBJECTS = re.compile(rb"/ObjStm\b")
_STREAM = re.compile(rb"[\0\t\n\f\r ]{0,16}stream(?:\r\n|\n|\r)")
_END = b"endstream"
_CODES = {"packing": "pdf_member_packing", "too_big": "pdf_member_too_big"}


@dataclass
class _Pdf:
    """The file: where each numbered object starts, in order, and each number's latest place."""

    data: bytes
    reader: Reader
    starts: list[int] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)
    work: int = _WORK


def is_pdf(data: bytes) -> bool:
    """Whether the bytes start like a PDF."""
    return b"%PDF-" in data[:_HEAD]


def unpack(data: bytes, source: Source, limits: Limits) -> Iterator[Piece | Unreadable]:
    """The files attached to a PDF, each once; nothing where there are none."""
    if len(data) > limits.file_bytes:
        yield Unreadable(source, "file_too_big", {"bytes": len(data), "limit": limits.file_bytes})
        return
    if _LOCKED.search(data):
        yield Unreadable(source, "pdf_locked")
        return
    try:
        pdf = _indexed(data)
        attached = _attached(pdf)
    except PdfError:
        yield Unreadable(source, "pdf_too_much")
        return
    left = _STREAM_BYTES
    for number, name in islice(attached.items(), _FILES):
        inner = replace(source, member=path_text(f"{source.member}/{name}" if source.member else name))
        try:
            taken = _stream(pdf, number, min(left, limits.file_bytes))
            left -= len(taken)
            yield Piece(taken, inner)
        except PdfError as error:
            yield Unreadable(inner, _CODES.get(error.args[0], "pdf_member_broken"), {"limit": limits.file_bytes})


def _indexed(data: bytes) -> _Pdf:
    """Every numbered object of the file; of several with one number the last counts, as later changes are appended."""
    pdf, position = _Pdf(data, Reader(_TOKENS)), data.find(b"obj")
    left = _WORDS
    while position >= 0:
        left -= 1
        # Most of these words end an object ("endobj"): only a space before one can begin it.
        match = data[position - 1] in _SPACES and _NUMBERED.search(data[max(0, position - 40) : position])
        if match:
            pdf.starts.append(position + 3)
            pdf.places[int(match[1])] = position + 3
        if len(pdf.starts) > _OBJECTS or not left:
            raise PdfError("too_big")
        position = data.find(b"obj", position + 3)
    return pdf


def _attached(pdf: _Pdf) -> dict[int, str]:
    """Number of each stream that is an attached file -> the file's name."""
    found: dict[int, str] = {}
    for start in _objects_with(pdf, _ATTACHES):
        found.update(_files_at(pdf, pdf.data, start))
    left = _STREAM_BYTES
    for start in islice(_objects_with(pdf, _HOLDS_OBJECTS), _STREAMS):
        held = _object_stream(pdf, start, left)
        left -= len(held)
        if left <= 0:
            raise PdfError("too_big")
        for match in islice(_ATTACHES.finditer(held), _FILES):
            found.update(_files_at(pdf, held, _start_of_dictionary(held, match.start())))
    return found


def _objects_with(pdf: _Pdf, sign: re.Pattern[bytes]) -> Iterator[int]:
    """Where the objects start that a sign stands in, each once."""
    match = sign.search(pdf.data)
    while match:
        after = bisect_right(pdf.starts, match.start())
        if after:
            yield pdf.starts[after - 1]
        match = sign.search(pdf.data, pdf.starts[after]) if after < len(pdf.starts) else None


def _files_at(pdf: _Pdf, data: bytes, start: int) -> Iterator[tuple[int, str]]:
    """Every file that the object at `start` attaches, it or one within it."""
    try:
        value, _end = pdf.reader.value(data, start)
    except PdfError as error:
        if error.args[0] == "too_big" and pdf.reader.left < 0:
            raise
        return
    yield from _files_in(pdf, value, DEEPEST)


def _files_in(pdf: _Pdf, value: Any, deepest: int) -> Iterator[tuple[int, str]]:  # noqa: ANN401  any object of a PDF
    streams = _there(pdf, value.get("EF")) if isinstance(value, dict) else None
    if isinstance(streams, dict):
        inside = next(
            (streams[key] for key in ("UF", "F", "Unix", "DOS", "Mac") if isinstance(streams.get(key), Ref)), None
        )
        if inside is not None:
            yield inside.number, text_of(value.get("UF")) or text_of(value.get("F")) or f"#{inside.number}"
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner if deepest else ():
        yield from _files_in(pdf, one, deepest - 1)


def _there(pdf: _Pdf, value: object) -> object:
    """What stands where a value says that it is, or the value itself."""
    if not isinstance(value, Ref) or value.number not in pdf.places:
        return value
    try:
        return pdf.reader.value(pdf.data, pdf.places[value.number])[0]
    except PdfError:
        if pdf.reader.left < 0:
            raise
        return None


def _start_of_dictionary(data: bytes, position: int) -> int:
    """Where the dictionary opens that a key stands in, as far as brackets before it tell."""
    deep, at, near = 0, position, max(0, position - _NEAR)
    for _ in range(200):
        opens, closes = data.rfind(b"<<", near, at), data.rfind(b">>", near, at)
        if opens < 0:
            return position
        at = max(opens, closes)
        deep += 1 if closes > opens else -1
        if deep < 0:
            return at
    return position


def _object_stream(pdf: _Pdf, start: int, most: int) -> bytes:
    """What an object stream holds; one that is broken or packed strangely holds nothing."""
    try:
        return _stream_at(pdf, start, most)
    except PdfError as error:
        if error.args[0] == "too_big":
            raise
        return b""


def _stream(pdf: _Pdf, number: int, most: int) -> bytes:
    if number not in pdf.places:
        raise PdfError("broken")
    return _stream_at(pdf, pdf.places[number], most)


def _stream_at(pdf: _Pdf, start: int, most: int) -> bytes:
    """The bytes of the stream that is the object at `start`."""
    packing, end = pdf.reader.value(pdf.data, start)
    match = _STREAM.match(pdf.data, end)
    if not isinstance(packing, dict) or not match:
        raise PdfError("broken")
    end = _end_of(pdf.data, match.end(), packing.get("Length"))
    pdf.work -= end - match.end()
    if pdf.work < 0:
        raise PdfError("too_big")
    return unpacked(pdf.data[match.end() : end], packing, most)


def _end_of(data: bytes, start: int, length: object) -> int:
    """Where a stream ends: after its stated length where that fits, else before the word that ends it."""
    if isinstance(length, int) and data[start + length : start + length + 16].lstrip(b"\r\n ").startswith(_END):
        return start + length
    end = data.find(_END, start)
    if end < 0:
        end = len(data)
    return end - 2 if data[end - 2 : end] == b"\r\n" else end - 1 if data[end - 1 : end] in (b"\n", b"\r") else end
