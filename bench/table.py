"""The table as text of fixed width, and as JSON."""

import os
import platform
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

from bench.timing import Row, Spread

HEADINGS = ("", "unit", "median", "lowest – highest", "beside", "median", "lowest – highest", "ratio")
LEFT = {0, 1, 4}


def machine() -> dict[str, object]:
    """What the figures were measured on: no names and no paths."""
    return {
        "system": platform.system(),
        "processor": platform.machine(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "implementation": sys.implementation.name,
    }


def as_json(rows: Sequence[Row], on: dict[str, object]) -> dict[str, object]:
    """The table as data; a ratio is the row's median by its peer's."""
    return {"machine": on, "rows": [{**asdict(row), "ratio": row.ratio} for row in rows]}


def lines(rows: Sequence[Row], on: dict[str, object]) -> Iterator[str]:
    """The table as lines of text."""
    yield f"{on['system']} {on['processor']}, {on['cores']} cores, {on['implementation']} {on['python']}"
    cells = [_cells(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(HEADINGS, *cells, strict=True)]
    yield ""
    yield _line(HEADINGS, widths)
    for group, members in groupby(zip(rows, cells, strict=True), key=lambda one: one[0].group):
        yield ""
        yield group
        for row, found in members:
            yield _line(found, widths) + (f"  {row.note}" if row.note else "")


def _cells(row: Row) -> tuple[str, ...]:
    peer, ratio = row.peer, row.ratio
    return (
        f"  {row.what}",
        row.unit,
        *_figures(row.spread),
        peer.name if peer else "",
        *_figures(peer.spread if peer else None),
        "" if ratio is None else f"{ratio:.2f}",
    )


def _figures(found: Spread | None) -> tuple[str, str]:
    return ("", "") if found is None else (_number(found.median), f"{_number(found.low)} – {_number(found.high)}")


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [
        cell.ljust(width) if place in LEFT else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return "  ".join(padded).rstrip()
