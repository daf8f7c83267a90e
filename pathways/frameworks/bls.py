"""BLS: OEWS wages, Employment Projections, and the NEM–O*NET crosswalk. Source: bls.gov/oes, bls.gov/emp."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pathways.frameworks.files import SourceFile, header_of, number, read_sheet, sheet_rows

FIGURES = (
    *("H_MEAN", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90"),
    *("A_MEAN", "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90"),
)
PROJECTIONS_SHEET = "Table 1.2"
CROSSWALK_SHEET = "ONET to SOC crosswalk"
DASHES = ("—", "–", "-", "")


@dataclass(frozen=True)
class WageRow:
    """National wages of one OEWS occupation: dollars in the order of `FIGURES`, None where not published.

    `top_coded` are the places in `FIGURES` whose wage is only known to be at or above the ceiling.
    """

    code: str
    title: str
    employment: int | None
    figures: tuple[float | None, ...]
    top_coded: frozenset[int]
    annual_only: bool
    hourly_only: bool


@dataclass(frozen=True)
class ProjectionRow:
    """One occupation of the National Employment Matrix; employment and openings a year are counts of people."""

    code: str
    title: str
    employment: int | None
    projected: int | None
    change_percent: float | None
    openings: int | None
    education: str
    experience: str
    training: str


def find_wages(files: Sequence[SourceFile]) -> SourceFile | None:
    """The OEWS national workbook, told by its header."""
    return next((f for f in _books(files) if {"OCC_CODE", "O_GROUP", "A_MEDIAN"} <= set(header_of(f))), None)


def find_projections(files: Sequence[SourceFile]) -> SourceFile | None:
    """The workbook of occupational projections, told by its Table 1.2."""
    return next((f for f in _books(files) if "occupation" in f.name.lower() and sheet_rows(f, PROJECTIONS_SHEET)), None)


def find_nem_onet(files: Sequence[SourceFile]) -> SourceFile | None:
    """The NEM–O*NET crosswalk, told by its sheet."""
    return next((f for f in _books(files) if "nem" in f.name.lower() and sheet_rows(f, CROSSWALK_SHEET)), None)


def _books(files: Sequence[SourceFile]) -> Iterator[SourceFile]:
    return (f for f in files if f.name.lower().endswith(".xlsx"))


def read_ceilings(file: SourceFile) -> tuple[float | None, float | None]:
    """The hourly and annual wage that `#` stands for, as the workbook's field descriptions state them."""
    text = " ".join(str(cell) for row in sheet_rows(file, "Field Descriptions") for cell in row)
    stated = re.search(r"\$([\d,.]+) per hour or \$([\d,]+) per year", text)
    if stated is None:
        return None, None
    return float(stated[1].replace(",", "")), float(stated[2].replace(",", ""))


def stated_release(file: SourceFile) -> str:
    """The release a wage workbook names, such as `May 2024`."""
    text = " ".join(str(cell) for row in sheet_rows(file, "Field Descriptions")[:3] for cell in row)
    stated = re.search(r"([A-Z][a-z]+ \d{4}) OEWS", text)
    return stated[1] if stated else "unknown"


def read_wages(file: SourceFile) -> Iterator[WageRow]:
    """Wages of every detailed occupation, the twelve that combine several SOC codes included."""
    ceilings = read_ceilings(file)
    columns = ("OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "ANNUAL", "HOURLY", *FIGURES)
    for code, title, group, employed, annual, hourly, *figures in read_sheet(file, columns):
        if group == "detailed":
            yield WageRow(
                code,
                title,
                _count(employed, file, 1),
                tuple(_wage(text, file, ceilings[i >= len(FIGURES) // 2]) for i, text in enumerate(figures)),
                frozenset(i for i, text in enumerate(figures) if text == "#"),
                annual.upper() == "TRUE",
                hourly.upper() == "TRUE",
            )


def _wage(text: str, file: SourceFile, ceiling: float | None) -> float | None:
    if text == "#":
        return ceiling
    return None if text in ("*", "**", *DASHES) else number(text, file)


def _count(text: str, file: SourceFile, unit: int) -> int | None:
    return None if text in ("*", "**", *DASHES) else round(number(text, file) * unit)


def stated_years(file: SourceFile) -> str:
    """The years the projections span, such as `2024–34`, from the title of Table 1.2."""
    rows = sheet_rows(file, PROJECTIONS_SHEET)
    stated = re.search(r"(\d{4})[–-](?:20)?(\d{2})", str(rows[0][0])) if rows and rows[0] else None
    return f"{stated[1]}–{stated[2]}" if stated else "unknown"


def read_projections(file: SourceFile) -> Iterator[ProjectionRow]:
    """Employment, openings and typical preparation of every line item of Table 1.2."""
    header = [str(cell) for cell in next((r for r in sheet_rows(file, PROJECTIONS_SHEET) if len(r) > 9 and r[1]), [])]
    columns = tuple(_starting(header, start) for start in _PROJECTION_COLUMNS)
    for code, kind, title, now, then, change, openings, *entry in read_sheet(file, columns, PROJECTIONS_SHEET):
        if kind == "Line item":
            education, experience, training = ("" if text in DASHES else text for text in entry)
            percent = None if change in DASHES else number(change, file)
            yield ProjectionRow(
                code,
                title,
                _count(now, file, 1000),
                _count(then, file, 1000),
                percent,
                _count(openings, file, 1000),
                education,
                experience,
                training,
            )


_PROJECTION_COLUMNS = (
    "National Employment Matrix code",
    "Occupation type",
    "National Employment Matrix title",
    "Employment, ",
    "Employment, >",
    "Employment change, percent",
    "Occupational openings",
    "Typical education needed for entry",
    "Work experience in a related occupation",
    "Typical on-the-job training",
)


def _starting(header: Sequence[str], start: str) -> str:
    """The header that holds `start`; years change with each release, and `>` asks for the last such header."""
    found = [name for name in header if start.rstrip(">") in name]
    return (found[-1] if start.endswith(">") else found[0]) if found else start.rstrip(">")


def stated_day(file: SourceFile) -> str:
    """The day a crosswalk names in its heading, such as `9/6/2023`."""
    text = " ".join(str(cell) for row in sheet_rows(file, CROSSWALK_SHEET)[:4] for cell in row)
    stated = re.search(r"As of (\d{1,2})/(\d{1,2})/(\d{4})", text)
    return f"{stated[3]}-{int(stated[1]):02}-{int(stated[2]):02}" if stated else "unknown"


def read_nem_onet(file: SourceFile) -> Iterator[tuple[str, str]]:
    """(O*NET-SOC code, National Employment Matrix code)."""
    yield from ((c, n) for c, n in read_sheet(file, ("O*NET-SOC Code", "NEM Code"), CROSSWALK_SHEET) if c)
