"""Reading a table that a person gives row by row: what is whole is kept, what is damaged is counted and named."""

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pathways.errors import PathwaysError
from pathways.frameworks.files import Row, SourceFile
from pathways.frameworks.rows import Numbered, numbered_rows

Reason = Literal[
    "row_short",
    "row_long",
    "row_twice",
    "cell_missing",
    "code_bad",
    "number_bad",
    "text_bad",
    "mark_bad",
]
Check = Callable[[str], Reason | None]
Tell = Callable[[float], object]
FIRST = 5
"""Damaged rows named of each table; the rest are counted."""
BATCH = 4_000
LONGEST_SHOWN = 60
_CODE = re.compile(r"\d{2}-\d{4}\.\d{2}")
_SOC = re.compile(r"\d{2}-\d{4}")
_ID = re.compile(r"[0-9A-Za-z]+(?:[.\-][0-9A-Za-z]+)*")
_ESCO = re.compile(r"https?://data\.europa\.eu/(?:esco|ISCO)/[\w./\-]{1,150}")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
"""As publishers write one; Python would read other digits and underscores, too."""
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True)
class Column:
    """A column: what it is called (then what other releases call it), what its cells must be, whether it may lack."""

    names: Row
    check: Check
    optional: bool = False


@dataclass(frozen=True)
class Table:
    """A table: its columns, which of them tell its rows apart (all where empty), and which rows are wanted.

    `sole` are columns that only other tables have; with them it is another table. `at_odds` finds the cell that cannot
    stand beside the others of its row.
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[int, ...] = ()
    wanted: Callable[[Row], bool] = lambda _row: True
    sole: frozenset[str] = frozenset()
    at_odds: Callable[[Row], int | None] = lambda _row: None


@dataclass(frozen=True)
class Damage:
    """One row that was left out: its file and number (the header has 1), why, and the column and cell at fault."""

    file: str
    row: int
    reason: Reason
    column: str = ""
    cell: str = ""


@dataclass(frozen=True)
class Sifted:
    """The whole rows of one file as CSV under the first names of the columns; how many were read and left out."""

    content: bytes
    read: int
    kept: int
    left_out: Mapping[Reason, int]
    named: tuple[Damage, ...]


def places(header: Sequence[str], table: Table) -> list[int | None] | None:
    """Where each column of a table stands in a header, None where an optional one lacks; None if it is no such table.

    A column that stands there twice cannot be told from its twin: then it is no such table either.
    """
    folded = [name.strip().casefold() for name in header]
    if table.sole & set(folded):
        return None
    found: list[int | None] = []
    for column in table.columns:
        name = next((one.casefold() for one in column.names if one.casefold() in folded), None)
        if (name and folded.count(name) > 1) or not (name or column.optional):
            return None
        found.append(None if name is None else folded.index(name))
    return found


def sift(file: SourceFile, table: Table, tell: Tell, before: dict[Row, Row] | None = None) -> Sifted:
    """The whole rows of a file, and what was wrong with the rest.

    Two rows that say different things of the same are both left out: nothing tells which is right. `before` are the
    rows of the table's other files by their keys, and takes this file's: a copy of one is passed over. Errors as
    `numbered_rows`, and `framework_header_unknown`, `framework_mostly_damaged` (rows, damaged) where most are,
    `framework_files_differ` where another file gainsays this one.
    """
    rows = numbered_rows(file)
    header = next(rows, (1, list[str]()))[1]
    at = places(header, table)
    if at is None:
        raise PathwaysError("framework_header_unknown", file=file.name, missing=", ".join(lacking(header, table)))
    whole: dict[Row, tuple[int, Row]] = {}
    damages: list[Damage] = []
    read = 0
    for numbered in rows:
        row, damage = _row(file, table, at, len(header), numbered)
        if damage is None and not (table.wanted(row) and _is_new(file, table, row, before)):
            continue
        read += 1
        if read % BATCH == 0:
            tell(read)
        damages += _placed(file, table, whole, numbered[0], row) if damage is None else [damage]
    if before is not None:
        before |= {key: row for key, (_, row) in whole.items() if row}
    return _sifted(file, table, [row for _, row in whole.values() if row], read, damages)


def _key(table: Table, row: Row) -> Row:
    return tuple(row[i] for i in table.key) if table.key else row


def _is_new(file: SourceFile, table: Table, row: Row, before: Mapping[Row, Row] | None) -> bool:
    """Whether no file before has this row."""
    known = before.get(_key(table, row)) if before else None
    if known is not None and known != row:
        raise PathwaysError("framework_files_differ", file=file.name, cell=shown(" ".join(_key(table, row))))
    return known is None


def _sifted(file: SourceFile, table: Table, whole: list[Row], read: int, damages: list[Damage]) -> Sifted:
    if 2 * len(damages) > read:
        raise PathwaysError("framework_mostly_damaged", file=file.name, damaged=len(damages), rows=read)
    named = tuple(sorted(damages, key=lambda one: one.row)[:FIRST])
    counted = Counter(one.reason for one in damages)
    return Sifted(as_csv([tuple(c.names[0] for c in table.columns), *whole]), read, len(whole), counted, named)


def lacking(header: Sequence[str], table: Table) -> list[str]:
    """The columns that a header must have for a table and has not."""
    folded = {name.strip().casefold() for name in header}
    needed = (column for column in table.columns if not column.optional)
    return [one.names[0] for one in needed if not folded & {name.casefold() for name in one.names}]


def _row(
    file: SourceFile, table: Table, at: list[int | None], width: int, numbered: Numbered
) -> tuple[Row, Damage | None]:
    number, cells = numbered
    if len(cells) < width:
        return (), Damage(file.name, number, "row_short")
    if len(cells) > width and any(cells[width:]):
        return (), Damage(file.name, number, "row_long")
    row = tuple("" if place is None else cells[place].strip() for place in at)
    for column, cell in zip(table.columns, row, strict=True):
        if reason := column.check(cell):
            return row, Damage(file.name, number, reason, column.names[0], shown(cell))
    if (place := table.at_odds(row)) is not None:
        return row, Damage(file.name, number, "number_bad", table.columns[place].names[0], shown(row[place]))
    return row, None


def _placed(file: SourceFile, table: Table, whole: dict[Row, tuple[int, Row]], number: int, row: Row) -> list[Damage]:
    """Keep a row unless one with its key is there; where the two differ, neither stays."""
    key = _key(table, row)
    first, kept = whole.setdefault(key, (number, row))
    if first == number:
        return []
    numbers = [number]
    if kept and kept != row:
        whole[key] = (first, ())
        numbers = [first, number]
    column = table.columns[(table.key or (0,))[0]].names[0]
    return [Damage(file.name, one, "row_twice", column, shown(key[0])) for one in numbers]


def as_csv(rows: Sequence[Row]) -> bytes:
    """Rows as CSV, quoted where they must be."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def shown(cell: str) -> str:
    """The start of a cell as it can be shown on one line."""
    plain = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in cell[: LONGEST_SHOWN + 1])
    return plain[:LONGEST_SHOWN] + "…" if len(plain) > LONGEST_SHOWN else plain


def is_code(cell: str) -> Reason | None:
    """An O*NET-SOC code."""
    return None if _CODE.fullmatch(cell) else "code_bad"


def is_soc(cell: str) -> Reason | None:
    """A SOC or OEWS code."""
    return None if _SOC.fullmatch(cell) else "code_bad"


def is_id(cell: str) -> Reason | None:
    """An id of an element, activity, task or area."""
    return None if len(cell) <= LONGEST_SHOWN and _ID.fullmatch(cell) else "code_bad"


def is_esco(cell: str) -> Reason | None:
    """A URI of ESCO."""
    return None if _ESCO.fullmatch(cell) else "code_bad"


def a_number(low: float, high: float, besides: Row = ()) -> Check:
    """A number from `low` to `high`, or one of the marks in `besides`."""

    def check(cell: str) -> Reason | None:
        if cell in besides:
            return None
        if not cell:
            return "cell_missing"
        return None if _NUMBER.fullmatch(cell) and low <= float(cell) <= high else "number_bad"

    return check


def whole(low: int, high: int, besides: Row = ()) -> Check:
    """A whole number from `low` to `high`."""

    def check(cell: str) -> Reason | None:
        digits = cell.isascii() and cell.isdigit() and len(cell) < 12
        return None if cell in besides or (digits and low <= int(cell) <= high) else "number_bad"

    return check


def one_of(*marks: str) -> Check:
    """One of a few marks."""
    return lambda cell: None if cell in marks else "mark_bad"


def a_text(longest: int, *, needed: bool = True) -> Check:
    """Text that can be shown: lines may break; nothing else that steers a screen, or turns its direction."""

    def check(cell: str) -> Reason | None:
        if not cell:
            return "cell_missing" if needed else None
        if len(cell) > longest or (not cell.isprintable() and any(map(_steers, cell))):
            return "text_bad"
        return None

    return check


def _steers(letter: str) -> bool:
    return letter in _TURNING or (letter not in "\n\r\t" and unicodedata.category(letter) in ("Cc", "Cs"))


def anything(_cell: str) -> Reason | None:
    """Whatever stands there."""
    return None
