"""Our own forms of a list: the template as CSV, and the list as Pathfolio hands it on, in JSON."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pathways.errors import PathwaysError
from pathways.frameworks.learning.json_ld import Document
from pathways.frameworks.learning.listed import named_values
from pathways.frameworks.learning.model import FIELDS, Listed, RawRow, Trouble
from pathways.frameworks.learning.table import MOST_ROWS

FORMAT, VERSION = "pathfolio-learning", 1
EXAMPLE = {
    "id": "cna-1",
    "name": "Nursing assistant (example, take this row out)",
    "kind": "course",
    "provider": "Example Community College",
    "city": "Austin",
    "state": "TX",
    "online": "no",
    "cost": "1200",
    "includes": "Class, books and the exam",
    "hours": "100",
    "weeks": "8",
    "starts": "2027-01-11; 2027-03-08",
    "schedule": "Mondays and Wednesdays, 6 to 9 p.m.",
    "language": "English",
    "cip": "51.3902",
    "occupations": "31-1131",
    "credential": "Certified Nursing Assistant",
    "skills": "",
    "needs": "",
    "page": "https://college.example/cna",
    "as_of": "2026-11-01",
}
_LEADS = ("=", "+", "-", "@", "\t", "\r")


def template_csv() -> bytes:
    """A table to fill in: its headings and one example."""
    return _csv([FIELDS, [EXAMPLE.get(field, "") for field in FIELDS]])


def list_csv(rows: Iterable[Listed]) -> bytes:
    """Rows under the headings of the template; no cell can be taken for a formula."""
    return _csv([FIELDS, *([told.get(field, "") for field in FIELDS] for told in map(named_values, rows))])


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    """UTF-8 with a mark, by which Excel knows it."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([harmless(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def harmless(cell: str) -> str:
    """A cell that no workbook takes for a formula."""
    return "'" + cell if cell.startswith(_LEADS) else cell


def list_json(name: str, rows: Iterable[Listed]) -> bytes:
    """The list in our own form (docs/interfaces.md); `rows` reads it again with the same ids."""
    told = {"format": FORMAT, "version": VERSION, "name": name, "steps": [dict(named_values(one)) for one in rows]}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def rows(found: Sequence[Document]) -> tuple[str, list[RawRow]] | None:
    """The list's name and rows; None where it is not in our form. Errors `learning_newer`, `learning_too_many_rows`."""
    told = found[0].content if len(found) == 1 else None
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        return None
    if told.get("version") != VERSION:
        raise PathwaysError("learning_newer")
    steps = told.get("steps")
    if not isinstance(steps, list):
        raise PathwaysError("learning_json", file="")
    if len(steps) > MOST_ROWS:
        raise PathwaysError("learning_too_many_rows", file="", limit=MOST_ROWS)
    return str(told.get("name") or "")[:200], [_row(number, one) for number, one in enumerate(steps, start=1)]


def _row(number: int, one: object) -> RawRow:
    if not isinstance(one, dict):
        return RawRow(number, {}, troubles=(Trouble(number, "", "row_unreadable"),))
    return RawRow(number, {field: _cell(one[field]) for field in FIELDS if field in one})


def _cell(value: Any) -> str:  # noqa: ANN401  any JSON value
    """A value as a cell would tell it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(_cell(one) for one in value)
    if isinstance(value, Mapping):
        return json.dumps(value)[:1000]
    return "" if value is None else str(value)
