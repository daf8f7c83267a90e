"""OEWS by state and by area as BLS offers it: `oesm24st.zip`, `oesm24ma.zip`, the workbooks in them (bls.gov/oes).

A wage is a number, `*` (not available) or `#` (at the ceiling that the workbook states, or above); `**` stands for
employment that is not available.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pathways.frameworks import bls
from pathways.frameworks.bls import FIGURES, WageRow
from pathways.frameworks.files import Row, SourceFile, read_csv, sheet_rows
from pathways.frameworks.months import stated_month
from pathways.frameworks.rows import is_workbook
from pathways.frameworks.sift import Column, Table, a_number, a_text, is_id, is_soc, one_of

KINDS = {"1": "national", "2": "state", "3": "state", "4": "metro", "6": "nonmetro"}
MISSING, TOP = ("*", "**", ""), "#"
_TRUE = one_of("", "TRUE", "FALSE", "True", "False", "true", "false", "1", "0")
TABLE = Table(
    "wages",
    (
        Column(("AREA",), is_id),
        Column(("AREA_TITLE",), a_text(200)),
        Column(("AREA_TYPE",), one_of(*KINDS)),
        Column(("PRIM_STATE",), a_text(2, needed=False), optional=True),
        Column(("OCC_CODE",), is_soc),
        Column(("OCC_TITLE",), a_text(300)),
        Column(("O_GROUP",), a_text(20)),
        Column(("I_GROUP",), a_text(40, needed=False), optional=True),
        Column(("OWN_CODE",), a_text(10, needed=False), optional=True),
        Column(("TOT_EMP",), a_number(0, 1e9, MISSING)),
        Column(("ANNUAL",), _TRUE, optional=True),
        Column(("HOURLY",), _TRUE, optional=True),
        *(Column((name,), a_number(0, 1e7, (*MISSING, TOP))) for name in FIGURES),
    ),
    key=(0, 4),
    wanted=lambda row: row[6] == "detailed" and row[7] in ("", "cross-industry") and row[8] in ("", "1235"),
)


@dataclass(frozen=True)
class Stated:
    """What a workbook says of itself: release such as `May 2024` (empty: not said), what `#` stands for."""

    release: str
    hourly: float | None
    annual: float | None


@dataclass(frozen=True)
class AreaWageRow:
    """Wages of one occupation in one area: BLS's code and name of the area, its kind (of `KINDS`), its main state."""

    area: str
    area_title: str
    kind: str
    state: str
    wages: WageRow


def kind_of(header: Row, rows: Sequence[Row]) -> str:
    """The kind of area that the first row is of, or nothing."""
    at = [name.casefold() for name in header].index("area_type")
    return KINDS.get(rows[0][at], "") if rows and len(rows[0]) > at else ""


def stated(file: SourceFile) -> Stated:
    """What a wage workbook says of itself; a release is also told by a name such as `state_M2024_dl`."""
    release, (hourly, annual) = "", bls.read_ceilings(file) if is_workbook(file) else (None, None)
    if is_workbook(file):
        text = " ".join(str(cell) for row in sheet_rows(file, "Field Descriptions")[:8] for cell in row)
        release = stated_month(text, before="OEWS")
    by_name = re.search(r"_M(20\d\d)_", file.name)
    return Stated(release or (f"May {by_name[1]}" if by_name else ""), hourly, annual)


def read_area_wages(file: SourceFile, hourly: float | None, annual: float | None) -> Iterator[AreaWageRow]:
    """The rows of a table that was kept; `hourly` and `annual` are what `#` stands for."""
    columns = ("AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "OCC_CODE", "OCC_TITLE", "TOT_EMP", "ANNUAL", "HOURLY")
    for area, title, kind, state, code, name, employed, by_year, by_hour, *figures in read_csv(
        file, (*columns, *FIGURES)
    ):
        wages = WageRow(
            code,
            name,
            None if employed in MISSING else round(float(employed)),
            tuple(_wage(text, annual if i >= len(FIGURES) // 2 else hourly) for i, text in enumerate(figures)),
            frozenset(i for i, text in enumerate(figures) if text == TOP),
            by_year.upper() in ("TRUE", "1"),
            by_hour.upper() in ("TRUE", "1"),
        )
        yield AreaWageRow(area, title, KINDS[kind], state, wages)


def _wage(text: str, ceiling: float | None) -> float | None:
    if text == TOP:
        return ceiling
    return None if text in MISSING else float(text)
