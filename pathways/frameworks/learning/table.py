"""Tables of a list: its rows with their numbers, from text with commas, tabs, semicolons or bars, or a workbook."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from pathways.errors import PathwaysError
from pathways.frameworks.files import MAX_FIELD, SourceFile, cell_text
from pathways.frameworks.learning.text import MOST_BYTES, decoded
from pathways.frameworks.rows import Numbered, look_through

MOST_ROWS = 50_000
"""Rows of one list: the largest state's list has about half of them. A plan among more would take too long."""
MOST_LINES = 1_000_000
"""Lines of a text, empty ones among them."""
MOST_COLUMNS = 10_000
MOST_SHEETS = 20
ZIP, OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FAR = re.compile(rb" r=[\"'](?:[A-Z]*(?:\d{6,}|[6-9]\d{4}[\"'])|(?:[D-Z][A-Z]|[A-Z]{3,})\d)")
"""A cell or row below row 59,999 or beyond column CZ: readers make room for all cells between."""


def is_workbook(content: bytes) -> bool:
    """Whether a file is an Excel workbook, new or old, by its first bytes."""
    return content[:4] == ZIP or content[:8] == OLD_WORKBOOK


def tables(content: bytes, file: str) -> Iterator[list[Numbered]]:
    """Each table of a file: rows that are not empty, with their numbers from 1.

    Errors: `learning_too_many_rows` (limit), `learning_quotes` (row), `learning_unreadable`, `learning_not_known` for
    more columns than any table has; as `decoded`.
    """
    if is_workbook(content):
        yield from _sheets(content, file)
    else:
        yield _counted(_text_rows(decoded(content, file), file), file)


def _counted(rows: Iterator[Numbered], file: str) -> list[Numbered]:
    found: list[Numbered] = []
    for number, cells in rows:
        if len(found) > MOST_ROWS or number > MOST_LINES:
            raise PathwaysError("learning_too_many_rows", file=file, limit=MOST_ROWS)
        if any(cell and not cell.isspace() for cell in cells):
            found.append((number, cells))
    return found


def _text_rows(text: str, file: str) -> Iterator[Numbered]:
    csv.field_size_limit(MAX_FIELD)
    delimiter = _delimiter(text)
    if max(line.count(delimiter) for line in text.split("\n")) > MOST_COLUMNS:
        raise PathwaysError("learning_not_known", file=file)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 1
    try:
        for cells in reader:
            yield number, [_own(cell) for cell in cells]
            number = reader.line_num + 1
    except csv.Error as error:
        raise PathwaysError("learning_quotes", file=file, row=number) from error


def _delimiter(text: str) -> str:
    """What sets cells apart: the mark that the first lines hold most often."""
    start = "\n".join(text[:20_000].splitlines()[:5])
    return max(",\t;|", key=start.count)


def _own(cell: str) -> str:
    """A cell as we wrote it: the mark that keeps a workbook from taking it for a formula is no part of it."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell


def _sheets(content: bytes, file: str) -> Iterator[list[Numbered]]:
    import python_calamine

    if len(content) > MOST_BYTES:
        raise PathwaysError("learning_too_large", file=file)
    try:
        if content[:4] == ZIP:
            look_through(SourceFile(Path(file), None, file, content), content, formulas=True, far=FAR)
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        for place in range(min(len(book.sheet_names), MOST_SHEETS)):
            yield _counted(_cells(book.get_sheet_by_index(place)), file)
    except PathwaysError as error:
        raise _ours(error, file) from error
    except (python_calamine.CalamineError, IndexError, ValueError, OSError) as error:
        raise PathwaysError("learning_unreadable", file=file) from error


def _ours(error: PathwaysError, file: str) -> PathwaysError:
    """What is wrong with a workbook, said of a list and not of a release."""
    if error.code == "framework_too_many_rows":
        return PathwaysError("learning_too_many_rows", file=file, limit=MOST_ROWS)
    if error.code.startswith("framework_"):
        large = error.code == "framework_file_too_large"
        return PathwaysError("learning_too_large" if large else "learning_unreadable", file=file)
    return error


def _cells(sheet: object) -> Iterator[Numbered]:
    """Every cell as text; a formula's is what the program that saved it showed, and is never worked out here."""
    for number, row in enumerate(sheet.iter_rows(), start=1):  # type: ignore[attr-defined]  # calamine's own sheet
        yield number, [cell if type(cell) is str else cell_text(cell) for cell in row]
