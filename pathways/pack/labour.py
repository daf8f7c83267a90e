"""Asking the pack about programs of study, wages and openings."""

import zlib
from dataclasses import dataclass
from typing import Any

from pathways.errors import PathwaysError
from pathways.pack.occupations import Occupation, occupation, occupations
from pathways.pack.schema import WAGE_FIGURES
from pathways.pack.store import Pack, keep, sources_of


@dataclass(frozen=True)
class Program:
    """A program of study by its CIP code and title."""

    cip: str
    title: str


NATION = "99"
"""BLS's code of the U.S. as a whole."""


@dataclass(frozen=True)
class Area:
    """A place that wages are published for: its code, its name, its kind, the release (`May 2024`).

    Kinds: national, state (territories too), metro, nonmetro. `state` is where most of it lies, in two letters; empty
    where the release does not say.
    """

    code: str
    title: str
    kind: str
    state: str
    released: str


@dataclass(frozen=True)
class Wages:
    """Wages in dollars, a year and an hour; None is not published, and `top_coded` names figures "or more".

    `shared` is true where BLS publishes the figures for several SOC codes together; `title` says for which.
    """

    code: str
    title: str
    shared: bool
    employment: int | None
    annual_10: float | None
    annual_25: float | None
    annual_median: float | None
    annual_75: float | None
    annual_90: float | None
    annual_mean: float | None
    hourly_10: float | None
    hourly_25: float | None
    hourly_median: float | None
    hourly_75: float | None
    hourly_90: float | None
    top_coded: frozenset[str]
    annual_only: bool
    hourly_only: bool
    area: Area


@dataclass(frozen=True)
class Outlook:
    """Employment now and projected, and openings a year: counts of people; what BLS calls typical for entry.

    `shared_by` says how many O*NET-SOC occupations the figures stand for together.
    """

    code: str
    title: str
    employment: int | None
    projected: int | None
    change_percent: float | None
    openings: int | None
    education: str | None
    experience: str | None
    training: str | None
    shared_by: int


def programs(pack: Pack) -> dict[str, Program]:
    """Every program of study in force by CIP code; two- and four-digit codes are families and series."""
    rows = "SELECT cip, title FROM program ORDER BY cip"
    return keep(pack, "programs", lambda: {c: Program(c, t) for c, t in pack.connection.execute(rows)})


def programs_for(pack: Pack, code: str) -> tuple[Program, ...]:
    """The programs that CIP–SOC ties to an O*NET-SOC or SOC code."""
    rows = pack.connection.execute("SELECT cip FROM program_soc WHERE soc = ? ORDER BY cip", (code[:7],))
    known = programs(pack)
    return tuple(known[c] for (c,) in rows if c in known)


def occupations_of(pack: Pack, cip: str) -> tuple[Occupation, ...]:
    """The occupations that CIP–SOC ties to a program, every O*NET-SOC code of each SOC code."""
    socs = {s for (s,) in pack.connection.execute("SELECT soc FROM program_soc WHERE cip = ?", (cip,))}
    return tuple(o for o in occupations(pack) if o.soc in socs)


def nation(pack: Pack) -> Area:
    """The U.S. as a whole, with the release that its wages are from."""
    released = ", ".join(source.version for source in sources_of(pack, "wage"))
    return keep(pack, "nation", lambda: Area(NATION, "U.S.", "national", "US", released))


def areas(pack: Pack) -> dict[str, Area]:
    """The states and areas whose wages were brought, by code, in the order of their kinds and names."""
    query = "SELECT * FROM area ORDER BY CASE kind WHEN 'state' THEN 0 WHEN 'metro' THEN 1 ELSE 2 END, title, code"
    return keep(pack, "areas", lambda: {row[0]: Area(*row) for row in pack.connection.execute(query)})


def wages(pack: Pack, code: str, area: str = NATION) -> Wages | None:
    """Wages of an occupation, in the U.S. as a whole or in one of `areas`; None where BLS publishes none there.

    Error `area_unknown`.
    """
    known = occupation(pack, code)
    if area == NATION:
        columns = ", ".join(("employment", *WAGE_FIGURES, "top_coded", "annual_only", "hourly_only"))
        query = f"SELECT code, title, {columns} FROM wage WHERE code = ?"  # noqa: S608 - our own names
        row = pack.connection.execute(query, (known.oews,)).fetchone()
        return None if row is None else _wages(known, row[1], (row[0], *row[2:]), nation(pack))
    place = areas(pack).get(area)
    if place is None:
        raise PathwaysError("area_unknown", area=area)
    published = _of_area(pack, area)
    # an area's release may stand under another code than the nation's: they combine occupations year by year
    codes = (known.oews, known.soc, known.nem, f"{known.soc[:6]}0")
    line = next((published[one] for one in codes if one in published), None)
    return None if line is None else _wages(known, _title(pack, line[0]), _unpacked(line), place)


def _of_area(pack: Pack, area: str) -> dict[str, list[str]]:
    """The wages of an area by OEWS code, as they are packed."""
    row = pack.connection.execute("SELECT wages FROM area_wage WHERE area = ?", (area,)).fetchone()
    try:
        lines = zlib.decompress(row[0]).decode().split("\n")
    except (TypeError, zlib.error, UnicodeDecodeError) as error:
        raise PathwaysError("pack_unreadable", file=str(pack.path)) from error
    return {line.partition("\t")[0]: line.split("\t") for line in lines}


def _unpacked(line: list[str]) -> tuple[Any, ...]:
    code, employment, *figures, top, annual_only, hourly_only = line
    numbers = (float(figure) if figure else None for figure in figures)
    return code, int(employment) if employment else None, *numbers, top, int(annual_only), int(hourly_only)


def _title(pack: Pack, code: str) -> str:
    row = pack.connection.execute("SELECT title FROM wage WHERE code = ?", (code,)).fetchone()
    return "" if row is None else str(row[0])


def _wages(known: Occupation, title: str, row: tuple[Any, ...], area: Area) -> Wages:
    """`row`: code, employment, figures in the order of WAGE_FIGURES, those top-coded, annual only, hourly only."""
    code, employment, *figures, top, annual_only, hourly_only = row
    shown = {name: one for name, one in zip(WAGE_FIGURES, figures, strict=True) if name != "hourly_mean"}
    return Wages(
        code=code,
        title=title or known.title,
        shared=code != known.soc,
        employment=employment,
        **shown,
        top_coded=frozenset(str(top).split()) & frozenset(WAGE_FIGURES),
        annual_only=bool(annual_only),
        hourly_only=bool(hourly_only),
        area=area,
    )


def outlook(pack: Pack, code: str) -> Outlook | None:
    """Projected employment and openings of an occupation; None where BLS projects none (military)."""
    known = occupation(pack, code)
    row = pack.connection.execute(
        f"SELECT {_OUTLOOK_COLUMNS} FROM projection WHERE nem = ?",  # noqa: S608 - our own names
        (known.nem,),
    ).fetchone()
    if row is None:
        return None
    (shared,) = pack.connection.execute("SELECT count(*) FROM occupation WHERE nem = ?", (known.nem,)).fetchone()
    return Outlook(**dict(zip(_OUTLOOK, row, strict=True)), shared_by=shared)


_OUTLOOK = (
    "code",
    "title",
    "employment",
    "projected",
    "change_percent",
    "openings",
    "education",
    "experience",
    "training",
)
_OUTLOOK_COLUMNS = ", ".join(("nem", *_OUTLOOK[1:]))
