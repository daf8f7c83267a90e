"""What is published of a job: openings, growth and pay, each with where and when it is from. Told apart from fit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from pathways.pack import labour
from pathways.pack.growth import Growth, growth, overall_growth
from pathways.pack.store import Pack, sources_of

NEEDS_TABLES = ("links:occupation_activity", "matrix:knowledge", "matrix:skill", "links:occupation_software", "esco")
POINTS = ("10", "25", "median", "75", "90")
LEAST_OPENINGS = 10_000
STEPS = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
PAY_STEP = 5_000
Lacks = Literal["", "not_published", "no_figure"]
"""Why a place tells no pay of a job: BLS does not publish it there, or the place's list does not have the job."""


@dataclass(frozen=True)
class Spread:
    """Five points of a range of pay in U.S. dollars; the median is there, and None is not published.

    A tenth earn less than `p10`, a quarter less than `p25`, half less than `median`, and so on. `at_least` names the
    points (of `POINTS`) that are only known to be that much or more.
    """

    p10: float | None
    p25: float | None
    median: float
    p75: float | None
    p90: float | None
    at_least: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Pay:
    """Pay a year and an hour; None where it is not published so. `shared` names the jobs it stands for together.

    `area` is where it is paid, with the release it is from; None: the U.S. as a whole, from `Sources.pay`.
    """

    yearly: Spread | None
    hourly: Spread | None
    shared: str | None
    area: labour.Area | None = None


@dataclass(frozen=True)
class Outlook:
    """Openings a year, and projected change in percent with its step beside all jobs; None is not published.

    `shared_by` says for how many O*NET jobs the figures stand together.
    """

    openings: int | None
    change_percent: float | None
    growth: Growth | None
    shared_by: int


@dataclass(frozen=True)
class Sources:
    """Where the figures are from: the month of pay (`May 2024`), first and last year of openings, names of needs."""

    pay: str
    first_year: int | None
    last_year: int | None
    needs: tuple[str, ...]


@dataclass(frozen=True)
class Published:
    """Outlook and pay of one job, as `outlook_of` and `pay_in`; `place` is where its pay was asked for."""

    outlook: Outlook | None
    pay: Pay | None
    lacks: Lacks
    place: labour.Area | None
    sources: Sources


def outlook_of(pack: Pack, code: str) -> Outlook | None:
    """Openings and growth of a job; None where nothing is published."""
    found = labour.outlook(pack, code)
    if found is None:
        return None
    change, overall = found.change_percent, overall_growth(pack)
    step = None if change is None or overall is None else growth(change, overall)
    return Outlook(found.openings, change, step, found.shared_by)


def pay_of(pack: Pack, code: str, area: str = labour.NATION) -> Pay | None:
    """Pay of a job in the U.S. as a whole or in one of `labour.areas`; None where nothing is published there."""
    found = labour.wages(pack, code, area)
    if found is None:
        return None
    yearly, hourly = _spread(found, "annual"), _spread(found, "hourly")
    where = None if area == labour.NATION else found.area
    return Pay(yearly, hourly, found.title if found.shared else None, where) if yearly or hourly else None


def pay_in(pack: Pack, code: str, place: labour.Area | None) -> tuple[Pay | None, Lacks]:
    """Pay of a job in a place, or in the U.S. (None); where the place tells none, that in the U.S., and why so."""
    if place is None:
        return pay_of(pack, code), ""
    listed = labour.wages(pack, code, place.code) is not None
    there = pay_of(pack, code, place.code) if listed else None
    if there is not None:
        return there, ""
    return pay_of(pack, code), "not_published" if listed else "no_figure"


def published(pack: Pack, code: str, place: labour.Area | None) -> Published:
    """All that is published of a job."""
    return Published(outlook_of(pack, code), *pay_in(pack, code, place), place, sources(pack))


def _spread(found: labour.Wages, per: str) -> Spread | None:
    p10, p25, median, p75, p90 = (getattr(found, f"{per}_{point}") for point in POINTS)
    if median is None:
        return None
    return Spread(p10, p25, median, p75, p90, frozenset(one for one in POINTS if f"{per}_{one}" in found.top_coded))


def sources(pack: Pack) -> Sources:
    """Where pay, openings and needs are from, as the releases state it."""
    pay = ", ".join(one.version for one in sources_of(pack, "wage"))
    years = re.match(r"(\d{4})[–-](\d{2,4})", next((one.version for one in sources_of(pack, "projection")), ""))
    first = int(years[1]) if years else None
    last = int(years[1][: 4 - len(years[2])] + years[2]) if years else None
    named = dict.fromkeys(
        one.title.removesuffix(" Database") for table in NEEDS_TABLES for one in sources_of(pack, table)
    )
    return Sources(pay, first, last, tuple(sorted(named, key=lambda name: name.startswith("ESCO"))))


def titles_of(pack: Pack, names: str) -> tuple[str, ...]:
    """The titles of sources, such as `O*NET 30.1`, by the names that a need or fact carries them in."""
    wanted = set(names.split(", "))
    rows = pack.connection.execute("SELECT name, title FROM source ORDER BY name")
    return tuple(title.removesuffix(" Database") for name, title in rows if name in wanted)


def openings_end(found: Iterable[Outlook | None]) -> int:
    """Where the bars of openings end, so that jobs beside one another share a scale that starts at 0.

    The next round number at or above the most openings, and no less than 10,000: a rare job is never a full bar.
    """
    most = max((one.openings for one in found if one and one.openings), default=0)
    needed = max(most, LEAST_OPENINGS)
    size = int(10 ** (len(str(needed)) - 1))
    return round(next(step * size for step in STEPS if step * size >= needed))


def pay_ends(found: Iterable[Pay | None]) -> tuple[int, int] | None:
    """Dollars a year where the ranges of pay begin and end, so that jobs beside one another share a scale.

    Full 5,000s around the lowest and the highest point published; None where no pay a year is.
    """
    spreads = [one.yearly for one in found if one and one.yearly]
    points = [
        value for one in spreads for value in (one.p10, one.p25, one.median, one.p75, one.p90) if value is not None
    ]
    if not points:
        return None
    low, high = int(min(points) // PAY_STEP) * PAY_STEP, -int(-max(points) // PAY_STEP) * PAY_STEP
    return low, max(high, low + PAY_STEP)
