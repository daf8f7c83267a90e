"""The rows of a table that a person gives: text with tabs or commas, or a workbook, told by what is in it."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from itertools import islice

from pathways.errors import PathwaysError
from pathways.frameworks.files import MAX_FIELD, Row, SourceFile, cell_text, read_bytes, read_text
from pathways.frameworks.given import MOST_OF_ONE, weigh

MOST_ROWS = 1_000_000
MOST_SHEET_ROWS = 600_000
CHUNK = 1 << 20
OVERLAP = 64
TOP = 1 << 18
"""Bytes of a sheet that are looked at to tell what it is."""
_BLANK = (b" ", b"\t", b"\r", b"\n")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_FAR = re.compile(rb" r=[\"'](?:[A-Z]*(?:\d{7}|[6-9]\d{5}[\"'])|(?:[B-Z][A-Z]|[A-Z]{3,})\d)")
"""A cell or row below row 600,000 or beyond column AZ; no table read here has more than 32 columns.

Readers make room for every cell of the smallest rectangle around all cells. Begins with letters, which finds it fast;
what is spaced otherwise is looked for apart.
"""
_SPACED = (*(b"r" + one for one in _BLANK), *(b"r=" + one for one in _BLANK), b"\tr=", b"\rr=", b"\nr=")
_SPACED_TAG = re.compile(rb"<(?:\w+:)?(?:c|row)\s(?:[^<>]*?\s)??(?:r\s+=|r=\s|(?<=[\t\r\n])r=)")
"""No tag is sought beyond the next: tags that are never closed would else take hours."""
Numbered = tuple[int, list[str]]


def is_workbook(file: SourceFile) -> bool:
    """Whether a file is a workbook, by its first bytes."""
    return read_bytes(file)[:4] == b"PK\x03\x04"


def numbered_rows(file: SourceFile, *, only_top: bool = False) -> Iterator[Numbered]:
    """Each row that is not empty with its number (the header has 1).

    `only_top` reads the first rows of a workbook alone; formulas may be in it then.

    Errors: `framework_file_unreadable`, `framework_file_too_large`, `framework_cut_short`, `framework_has_formulas`,
    `framework_too_many_rows`.
    """
    if is_workbook(file):
        yield from _sheet(file, only_top=only_top)
        return
    text = read_text(file)
    if "\0" in text:
        raise PathwaysError("framework_file_unreadable", file=file.name)
    tabs = "\t" in text.partition("\n")[0]
    for number, row in enumerate(_tabs(file, text) if tabs else _commas(file, text), start=1):
        if number > MOST_ROWS:
            raise PathwaysError("framework_too_many_rows", file=file.name, limit=MOST_ROWS)
        if any(row):
            yield number, row


def first_rows(file: SourceFile, count: int) -> list[Row]:
    """The first rows of a file that are not empty."""
    return [tuple(cell.strip() for cell in row) for _, row in islice(numbered_rows(file, only_top=True), count)]


def _tabs(file: SourceFile, text: str) -> Iterator[list[str]]:
    """Unquoted, as O*NET writes text: a last line without its end that lacks cells was cut off in the download."""
    lines = text.split("\n")
    width = lines[0].count("\t")
    if lines[-1].count("\t") < width and lines[-1]:
        raise PathwaysError("framework_cut_short", file=file.name)
    return (line.removesuffix("\r").split("\t") for line in lines)


def _commas(file: SourceFile, text: str) -> Iterator[list[str]]:
    """Quoted; past a quote that is not as it must be, no row can be trusted."""
    csv.field_size_limit(MAX_FIELD)
    width, row = 0, list[str]()
    try:
        for row in csv.reader(io.StringIO(text, newline=""), strict=True):
            width = width or len(row)
            yield row
    except csv.Error as error:
        ended = "unexpected end" in str(error)
        raise PathwaysError("framework_cut_short" if ended else "framework_file_unreadable", file=file.name) from error
    if not text.endswith(("\n", "\r")) and len(row) < width:
        raise PathwaysError("framework_cut_short", file=file.name)


def _sheet(file: SourceFile, *, only_top: bool) -> Iterator[Numbered]:
    import python_calamine

    data = read_bytes(file)
    if only_top:
        data = _top_of(file, data)
    look_through(file, data, formulas=only_top)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        rows = book.get_sheet_by_index(0).iter_rows() if book.sheet_names else iter(())
        for number, row in enumerate(rows, start=1):
            if any(cell != "" for cell in row):
                yield number, [cell if type(cell) is str else cell_text(cell) for cell in row]
    except (python_calamine.CalamineError, IndexError, ValueError) as error:
        raise PathwaysError("framework_file_unreadable", file=file.name) from error


def look_through(file: SourceFile, data: bytes, *, formulas: bool, far: re.Pattern[bytes] = _FAR) -> None:
    """Read all of a workbook once, as bytes: what it unpacks to, how wide and long its sheets are, any formula.

    A formula's cell shows what some program once worked out from cells that may not be here; with `formulas` it may be
    there. `far` finds a cell that lies too far out.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            weigh(file.name, book.infolist())
            for one in book.infolist():
                _look_at(file, book, one, formulas=formulas, far=far)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise PathwaysError("framework_file_unreadable", file=file.name) from error


def _look_at(
    file: SourceFile, book: zipfile.ZipFile, one: zipfile.ZipInfo, *, formulas: bool, far: re.Pattern[bytes]
) -> None:
    sheet, seen, before = "worksheets/" in one.filename, 0, b""
    with book.open(one) as stream:
        while chunk := stream.read(CHUNK):
            seen += len(chunk)
            if seen > MOST_OF_ONE:
                raise PathwaysError("framework_file_too_large", file=file.name)
            if sheet:
                _look_at_cells(file, before + chunk, formulas=formulas, far=far)
                before = chunk[-OVERLAP:]


def _look_at_cells(file: SourceFile, xml: bytes, *, formulas: bool, far: re.Pattern[bytes]) -> None:
    if not formulas and (b"<f" in xml or b":f" in xml) and _FORMULA.search(xml):
        raise PathwaysError("framework_has_formulas", file=file.name)
    spaced = any(one in xml for one in _SPACED) and _SPACED_TAG.search(xml)
    if far.search(xml) or spaced:
        raise PathwaysError("framework_too_many_rows", file=file.name, limit=MOST_SHEET_ROWS)


def _top_of(file: SourceFile, data: bytes) -> bytes:
    """A workbook with the first rows of its sheets alone, so that what it is can be told at once."""
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(out, "w") as top:
            weigh(file.name, book.infolist())
            for one in book.infolist():
                with book.open(one) as stream:
                    part = stream.read(TOP if "worksheets/" in one.filename else MOST_OF_ONE)
                top.writestr(one.filename, _closed(part) if len(part) == TOP else part)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise PathwaysError("framework_file_unreadable", file=file.name) from error
    return out.getvalue()


def _closed(part: bytes) -> bytes:
    """The start of a sheet up to the end of its last whole row."""
    end = re.compile(rb"</(\w+:)?row>")
    last = max(end.finditer(part), key=lambda found: found.end(), default=None)
    if last is None:
        return part
    name = last[1] or b""
    return part[: last.end()] + b"</" + name + b"sheetData></" + name + b"worksheet>"
