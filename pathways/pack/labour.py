"""Asking the pack about programs of study, wages and openings."""

from dataclasses import dataclass

from pathways.pack.occupations import Occupation, occupation, occupations
from pathways.pack.schema import WAGE_FIGURES
from pathways.pack.store import Pack, keep


@dataclass(frozen=True)
class Program:
    """A program of study by its CIP code and title."""

    cip: str
    title: str


@dataclass(frozen=True)
class Wages:
    """National wages in dollars, a year and an hour; None is not published, and `top_coded` names figures "or more".

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


def wages(pack: Pack, code: str) -> Wages | None:
    """National wages of an occupation; None where BLS publishes none (military, a few others)."""
    known = occupation(pack, code)
    columns = ", ".join(_SHOWN)
    query = f"SELECT code, title, employment, {columns}, top_coded, annual_only, hourly_only FROM wage WHERE code = ?"  # noqa: S608 - our own names
    row = pack.connection.execute(query, (known.oews,)).fetchone()
    if row is None:
        return None
    figures, (top, annual_only, hourly_only) = row[3:-3], row[-3:]
    combined = known.oews != known.soc
    top_coded = frozenset(str(top).split()) & frozenset(WAGE_FIGURES)
    shown = dict(zip(_SHOWN, figures, strict=True))
    return Wages(
        code=row[0],
        title=row[1],
        shared=combined,
        employment=row[2],
        **shown,
        top_coded=top_coded,
        annual_only=bool(annual_only),
        hourly_only=bool(hourly_only),
    )


_SHOWN = (
    *("annual_10", "annual_25", "annual_median", "annual_75", "annual_90", "annual_mean"),
    *("hourly_10", "hourly_25", "hourly_median", "hourly_75", "hourly_90"),
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
