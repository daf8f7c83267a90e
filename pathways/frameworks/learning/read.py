"""A list of learning read from its bytes: what it is is told by what is in it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from pathways.errors import PathwaysError
from pathways.frameworks.learning import ctdl, own, schema_org
from pathways.frameworks.learning.headings import (
    HeadingProposals,
    folded,
    heading_row,
    lacking,
    propose,
    unit_of,
)
from pathways.frameworks.learning.json_ld import documents
from pathways.frameworks.learning.listed import EXTRA_COSTS, Known, read_row
from pathways.frameworks.learning.model import FIELDS, Kind, Listed, RawRow, ReadList, Trouble
from pathways.frameworks.learning.settle import settle
from pathways.frameworks.learning.table import MOST_ROWS, is_workbook, tables
from pathways.frameworks.rows import Numbered
from pathways.frameworks.sift import shown

SHOWN_CELLS = 3


def read_list(
    content: bytes, file: str, mapping: Mapping[str, str] | None = None, as_of: date | None = None
) -> ReadList:
    """A list as read. `mapping` are our fields with their headings, in place of what the headings propose.

    Errors: `learning_not_known` (file), `learning_columns` (file, missing, found) where no column is the name, or none
    says more, `learning_no_such_column` (column, found), `learning_heading_twice` (column), `learning_field_unknown`
    (field), `learning_nothing_in_it` (file), as `tables` and `documents`.
    """
    if not is_workbook(content) and (found := _not_a_table(content, file)) is not None:
        kind, name, raws, broken = found
        return _read(kind, raws, broken, as_of, file, name=name)
    rows, proposals, others = _table(content, file)
    columns = proposals.mapping if mapping is None else _checked(mapping, proposals)
    if missing := lacking(set(columns)):
        said = ", ".join(shown(one) for one in proposals.headings if one)
        raise PathwaysError("learning_columns", file=file, missing=", ".join(missing), found=said)
    raws, broken = _raw_rows(rows, proposals.headings, columns)
    return _read("table", raws, [*broken, *others], as_of, file, headings=proposals.headings, columns=columns)


def proposals_of(content: bytes, file: str) -> HeadingProposals | None:
    """What the columns of a table are taken for; None where the list is no table. Errors as `read_list`."""
    if not is_workbook(content) and _not_a_table(content, file) is not None:
        return None
    return _table(content, file)[1]


def _not_a_table(content: bytes, file: str) -> tuple[Kind, str, list[RawRow], list[Trouble]] | None:
    """A list in JSON or inside a web page, with its name; None where it is neither."""
    found = documents(content, file)
    if found is None:
        return None
    nodes, broken = found
    if (ours := own.rows(nodes)) is not None:
        return "pathfolio", ours[0], ours[1], broken
    if raws := ctdl.rows(nodes):
        return "ctdl", "", raws, broken
    if raws := schema_org.rows(nodes):
        return "schema_org", "", raws, broken
    raise PathwaysError("learning_not_known", file=file)


def _read(
    kind: Kind,
    raws: Sequence[RawRow],
    broken: Sequence[Trouble],
    as_of: date | None,
    file: str,
    *,
    headings: tuple[str, ...] = (),
    columns: Mapping[str, str] | None = None,
    name: str = "",
) -> ReadList:
    found: list[Listed] = []
    troubles = list(broken)
    known: Known = {}
    for raw in raws:
        row, wrong = read_row(raw, as_of, known)
        troubles += wrong
        if row is not None:
            found.append(row)
    whole, more = settle(found)
    troubles = sorted((*troubles, *more), key=lambda one: one.row)
    if not raws and not broken:
        raise PathwaysError("learning_nothing_in_it", file=file)
    read = len(raws) + sum(one.left_out for one in broken)
    return ReadList(kind, whole, tuple(troubles), read, headings, columns or {}, name)


def _table(content: bytes, file: str) -> tuple[list[Numbered], HeadingProposals, list[Trouble]]:
    """The rows below the headings, and the headings: of the first table that has some.

    Sheets with the same headings follow it, their rows numbered on; of others that could be a list it is told that they
    were not read (`sheet_other`).
    """
    first: tuple[list[Numbered], HeadingProposals] | None = None
    found: tuple[list[Numbered], HeadingProposals] | None = None
    others: list[Trouble] = []
    for rows in tables(content, file):
        if not rows:
            continue
        place = heading_row(rows)
        at = place or 0
        number, cells = rows[at]
        width = max((i + 1 for i, cell in enumerate(cells) if cell.strip()), default=0)
        heads = [" ".join(cell.split()) for cell in cells[:width]]
        told = propose(heads, number, [[shown(cell) for cell in row] for _, row in rows[at + 1 : at + 1 + SHOWN_CELLS]])
        first = first or (rows[at + 1 :], told)
        if place is None:
            continue
        if found is None:
            found = rows[at + 1 :], told
        elif list(map(folded, told.headings)) == list(map(folded, found[1].headings)):
            last = found[0][-1][0] if found[0] else found[1].row
            found[0].extend((last + one, line) for one, line in rows[at + 1 :])
            if len(found[0]) > MOST_ROWS:
                raise PathwaysError("learning_too_many_rows", file=file, limit=MOST_ROWS)
        elif not lacking(set(told.mapping)):
            others.append(Trouble(number, "", "sheet_other", shown(" | ".join(filter(None, heads[:4])))))
    if first is None:
        raise PathwaysError("learning_nothing_in_it", file=file)
    return (*(found or first), others)


def _checked(mapping: Mapping[str, str], proposals: HeadingProposals) -> dict[str, str]:
    """A person's mapping with headings as they stand in the table."""
    known = {folded(one): one for one in proposals.headings if folded(one)}
    twins = {folded(one) for one in proposals.twins}
    found: dict[str, str] = {}
    for field, heading in mapping.items():
        if field not in FIELDS:
            raise PathwaysError("learning_field_unknown", field=field[:60], known=", ".join(FIELDS))
        plain = folded(heading)
        if plain not in known:
            said = ", ".join(shown(one) for one in proposals.headings if one)
            raise PathwaysError("learning_no_such_column", column=shown(heading), found=said)
        if plain in twins:
            raise PathwaysError("learning_heading_twice", column=shown(heading))
        found[field] = known[plain]
    return found


def _raw_rows(
    rows: Iterable[Numbered], headings: Sequence[str], columns: Mapping[str, str]
) -> tuple[list[RawRow], list[Trouble]]:
    """Rows in our fields; those of another width are named."""
    at = {field: headings.index(heading) for field, heading in columns.items()}
    width = len(headings)
    units = {field: unit_of(headings[place]) for field, place in at.items() if field in ("length", "hours", "weeks")}
    beside = {f"{field}_heading": headings[at[field]] for field in ("cost", *EXTRA_COSTS) if field in at}
    if beside.get("cost_heading", "").casefold() in ("cost", "price"):
        beside["cost_heading"] = ""
    raws, broken = [], list[Trouble]()
    for number, cells in rows:
        if len(cells) < width or any(cell.strip() for cell in cells[width:]):
            code = "row_short" if len(cells) < width else "row_long"
            broken.append(Trouble(number, "", code, shown(" | ".join(filter(None, cells[:4])))))
            continue
        fields = {field: cells[place] for field, place in at.items()}
        if fields.get("name", "").strip() == own.EXAMPLE["name"]:
            continue  # our template's example, left in
        for field, unit in units.items():
            if unit and fields[field].strip().replace(".", "", 1).isdigit():
                fields[field] = _with_unit(field, fields[field].strip(), unit)
        raws.append(RawRow(number, {**fields, **beside}))
    return raws, broken


def _with_unit(field: str, number: str, unit: str) -> str:
    return f"{number} ({unit})" if field == "length" else f"{number} {unit}s"
