"""A row in our fields read as a learning step; a field that cannot be used is unknown, and named."""

import hashlib
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar, cast

from pathways.frameworks.learning import amounts, values
from pathways.frameworks.learning.amounts import Length
from pathways.frameworks.learning.model import Listed, RawRow, Skill, Trouble
from pathways.frameworks.learning.values import LONGEST, LONGEST_CELL, Kind, Unclear
from pathways.frameworks.sift import shown
from pathways.model import Figure, LearningStep, Offering

T = TypeVar("T")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]{0,79}")
EXTRA_COSTS = ("fees", "books", "supplies")
UNIT = re.compile(r"\((hour|day|week|month|year)\)$")


Known = dict[tuple[str, str, str], "tuple[object] | Unclear"]
"""Cells of a list as they were read, by field, cell and what stands beside it: most say what a row before said."""


class _Row:
    """One row while it is read: its fields, and what was wrong in them."""

    def __init__(self, raw: RawRow, known: Known) -> None:
        self.raw, self.known = raw, known
        self.troubles = list(raw.troubles)

    def take(self, field: str, read: Callable[[str], T], beside: str = "") -> T | None:
        """A field as `read` understands it, with another cell `beside` it; what it cannot use is named and unknown."""
        cell = self.raw.fields.get(field, "")
        if not cell and not beside:
            return None
        told = self.known.get((field, cell, beside))
        if told is None:
            told = self.known[field, cell, beside] = _told(read, cell)
        if isinstance(told, Unclear):
            self.troubles.append(Trouble(self.raw.row, field, told.code, shown(cell)))
            return None
        return cast(T, told[0])  # a field has one reader

    def text(self, field: str) -> str | None:
        """A text on one line; None where the row says nothing."""
        found = self.take(field, lambda cell: values.plain(cell, LONGEST.get(field, LONGEST_CELL)))
        return None if found is None or found.casefold() in values.EMPTY else found


def _told(read: Callable[[str], object], cell: str) -> tuple[object] | Unclear:
    try:
        return (read(cell),)
    except Unclear as why:
        return why


def read_row(raw: RawRow, as_of: date | None, known: Known) -> tuple[Listed | None, tuple[Trouble, ...]]:
    """One row as a step, and what was wrong in it; None where it gives none. `as_of` counts where it tells no day.

    `known` holds cells of earlier rows of the same list, empty for the first.
    """
    if any(one.left_out for one in raw.troubles):
        return None, raw.troubles
    row = _Row(raw, known)
    name = row.text("name")
    if name is None:
        bad = any(one.field == "name" for one in row.troubles)
        told = Trouble(raw.row, "name", "name_bad" if bad else "name_missing", shown(raw.fields.get("name", "")))
        return None, (told,)
    step = _step(row, name, row.take("as_of", amounts.day) or as_of)
    skills = (*raw.skills, *(row.take("skills", _skills) or ()))
    codes = row.take("occupations", values.occupations) or ()
    found = Listed(raw.row, step, skills, codes, bool(_own_id(row)), tuple(row.troubles))
    return found, found.troubles


def _step(row: _Row, name: str, as_of: date | None) -> LearningStep:
    """A named row's step; its figures are told by its page, in the year of its data."""
    page = row.take("page", values.page)
    cost, includes = _cost(row)
    length = _length(row)
    year = as_of.year if as_of else None
    cip = row.take("cip", values.cip)
    offering = _offering(row, includes, page, as_of)
    kind, provider = row.take("kind", _kind) or "program", row.text("provider")
    needs, online = row.take("needs", _ids) or (), row.take("online", values.online)
    own = _own_id(row)
    # What stays the same of an offer when its price or dates change.
    lasting = (provider, name, offering.place, online, offering.schedule, offering.language, offering.credential, cip)
    return LearningStep(
        id=key_of(own) if own else _digest(*_same(*lasting)),
        name=name,
        kind=kind,
        provider=provider,
        cost=_figure(cost, page, year),
        hours=_figure(length.hours, page, year),
        weeks=_figure(length.weeks, page, year),
        teaches=(),
        needs=needs,
        cip=cip,
        online=online,
        offering=offering,
    )


def _offering(row: _Row, includes: str, page: str | None, as_of: date | None) -> Offering:
    return Offering(
        place=_place(row),
        language=row.take("language", values.language),
        schedule=row.text("schedule"),
        includes=row.text("includes") or includes or None,
        starts=row.take("starts", amounts.days) or (),
        credential=row.text("credential"),
        page=page,
        as_of=as_of,
    )


def _figure(value: float | None, page: str | None, year: int | None) -> Figure:
    return Figure(None) if value is None else Figure(value, page, year)


def _own_id(row: _Row) -> str:
    return row.raw.fields.get("id", "").strip()


def key_of(own: str) -> str:
    """A row's own id as a key: as it is where it is short and plain, else its digest."""
    return own if _KEY.fullmatch(own) else _digest(own)


def _same(*parts: object) -> tuple[str, ...]:
    return tuple(" ".join(str(one or "").casefold().split()) for one in parts)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _kind(cell: str) -> Kind:
    """What kind of step it is; what states list without one are programs of training."""
    text = values.said(cell)
    if text and text not in values.KINDS:
        raise Unclear("mark_bad")
    return values.KINDS[text] if text else "program"


def _place(row: _Row) -> str | None:
    state = row.raw.fields.get("state", "")  # a place may be a state alone
    return row.take("city", lambda city: values.place(city, state), beside=state)


def _cost(row: _Row) -> tuple[float | None, str]:
    """The price with the fees that are told apart; unknown where a fee is charged or nothing else, and one is unknown.

    Returns what it pays for in the list's own words for the columns, where the price stands beside others.
    """
    cost = row.take("cost", amounts.money)
    extra = {field: row.take(field, amounts.money) for field in EXTRA_COSTS if field in row.raw.fields}
    if cost is None:
        return None, ""
    known = {field: value for field, value in extra.items() if value is not None}
    total = round(cost + sum(known.values()), 2)
    if len(known) < len(extra) and (total == 0 or any(known.values())):
        row.troubles.append(Trouble(row.raw.row, "cost", "price_partly", shown(row.raw.fields["cost"])))
        return None, ""
    heads = (row.raw.fields.get(f"{field}_heading", "") for field in ("cost", *known))
    return total, " + ".join(filter(None, heads))


def _length(row: _Row) -> Length:
    """Weeks and hours: each from its own column, else from the one that tells the length with its unit."""
    nothing = Length()
    told = row.take("length", _measured) or nothing
    hours = row.take("hours", lambda cell: amounts.length(cell, "hour")) or nothing
    weeks = row.take("weeks", lambda cell: amounts.length(cell, "week")) or nothing
    return Length(_first(weeks.weeks, told.weeks, hours.weeks), _first(hours.hours, told.hours, weeks.hours))


def _first(*found: float | None) -> float | None:
    return next((one for one in found if one is not None), None)


def _measured(cell: str) -> Length:
    """A length whose unit may be named by its heading: "12 (week)"."""
    named = UNIT.search(cell)
    return amounts.length(cell[: named.start()], named[1]) if named else amounts.length(cell)


def _ids(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values.plain(one) for one in values.parts(_short(cell))))


def _skills(cell: str) -> tuple[Skill, ...]:
    found = dict.fromkeys(values.plain(one, values.LONGEST_PAGE) for one in values.parts(_short(cell)))
    return tuple(Skill(link=one) if "://" in one else Skill(name=one) for one in found if one.casefold() not in _NONE)


def _short(cell: str) -> str:
    if len(cell) > values.LONGEST_LIST:
        raise Unclear("text_long")
    return cell


_NONE = values.EMPTY


def named_values(listed: Listed) -> Mapping[str, str]:
    """A row's step in our own fields, as text, to be written again."""
    step, told = listed.step, listed.step.offering
    numbers = {"cost": step.cost.value, "hours": step.hours.value, "weeks": step.weeks.value}
    texts = {
        "id": listed.key,
        "name": step.name,
        "kind": step.kind,
        "provider": step.provider,
        "city": told.place,
        "online": None if step.online is None else "yes" if step.online else "no",
        **{name: None if value is None else f"{value:.10g}" for name, value in numbers.items()},
        "includes": told.includes,
        "starts": "; ".join(day.isoformat() for day in told.starts),
        "schedule": told.schedule,
        "language": told.language,
        "cip": step.cip,
        "occupations": "; ".join(listed.occupations),
        "credential": told.credential,
        "skills": "; ".join(one.link or one.name or one.code for one in listed.skills),
        "needs": "; ".join(step.needs),
        "page": told.page,
        "as_of": None if told.as_of is None else told.as_of.isoformat(),
    }
    return {name: value for name, value in texts.items() if value}
