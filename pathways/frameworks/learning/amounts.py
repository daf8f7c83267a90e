"""What cells of lists of learning mean: prices, lengths and days. A cell that could mean two things means nothing.

Each reader gives a value, None where the cell says nothing, or raises `Unclear` with a code.
"""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from pathways.frameworks.catalog_values import LARGEST
from pathways.frameworks.learning.values import LONGEST_LIST, Unclear, parts, said

CACHED = 4_096
"""Cells of a list repeat: most of its lengths and prices are read once."""
WEEKS = {"day": 1 / 7, "week": 1.0, "month": 52 / 12, "year": 52.0}
"""Weeks in a unit of the calendar; a month is a twelfth of a year."""
FREE = frozenset({"free", "no cost", "no charge", "free of charge", "gratis", "gratuito", "at no cost"})
ANY_TIME = frozenset({
    "ongoing", "open", "open enrollment", "rolling", "continuous", "anytime", "any time", "weekly", "year round",
    "year-round", "self-paced", "self paced", "on demand", "open entry", "open entry/open exit", "monthly",
})  # fmt: skip
_PLAIN_NUMBER = re.compile(r"\d{1,9}(\.\d{1,2}|\.\d{4,15})?|\d{1,3}(,\d{3}){1,3}(\.\d{1,2})?|\d{4,9}\.\d{3}", re.ASCII)
_NEGATIVE = re.compile(r"[-−–(]\s*\$?\s*[\d.,]+\)?|\$\s*[-−–]\s*[\d.,]+", re.ASCII)
_SEVERAL = re.compile(r"\d\D*(?:[-–—]|\bto\b)\D*\d", re.ASCII)
_ISO = re.compile(
    r"P(?=[\dT])(?:(\d{1,3})Y)?(?:(\d{1,4}(?:\.\d{1,3})?)M)?(?:(\d{1,4}(?:\.\d{1,3})?)W)?(?:(\d{1,5})D)?"
    r"(?:T(?=\d)(?:(\d{1,5}(?:\.\d{1,3})?)H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?",
    re.ASCII,
)
_LENGTH = re.compile(
    r"(\d{1,7}(?:,\d{3})*(?:\.\d{1,6})?)[\s-]{0,3}((?:(?:clock|contact|instructional|class|training|total|seat)\s)?"
    r"(?:hours?|hrs?)|days?|weeks?|wks?|months?|mos?|years?|yrs?)\b\.?",
    re.ASCII,
)
_CREDITS = re.compile(r"\b(?:credits?|credit[\s-]?hours?|semesters?|quarters?|units?|ceus?|terms?)\b")
_ABOUT = (
    r"(?:about|approximately|approx\.?|around|total(?: of)?|(?:program |course )?(?:length|duration)|takes|an?|:|\s)*"
)
_KIND = r"(?:full|part)[\s-]?time|of|training|instruction|classroom|class|course|program|long|duration"
_AFTER = rf"(?:{_KIND}|in total|in all|total|[\s().,])*"
_ALONE = re.compile(rf"{_ABOUT}#(?:[\s,;:/(&+-]*(?:and|over|in|within)?[\s(]*#)?{_AFTER}")
"""What may stand around one length, or around hours and the weeks that they take; "#" is a length."""
_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}
_BARE = re.compile(r"\d{1,7}(?:,\d{3})*(?:\.\d{1,15})?", re.ASCII)
_CLOCK = r"\d{1,2}(?::\d\d){1,2}(?:\.\d{1,9})?(?:\s?[AP]\.?M\.?)?|\d{1,2}\s?[AP]\.?M\.?"
_ISO_DAY = re.compile(rf"(\d{{4}})-(\d{{1,2}})-(\d{{1,2}})(?:[T ](?:{_CLOCK})(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII)
_US_DAY = re.compile(rf"(\d{{1,2}})[/-](\d{{1,2}})[/-](\d{{4}})(?:,?\s(?:AT\s)?(?:{_CLOCK}))?", re.ASCII)
_NAMED_DAY = re.compile(
    r"([a-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})|(\d{1,2})\s([a-z]{3,9})\.?,?\s(\d{4})", re.ASCII
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Length(NamedTuple):
    """Weeks on the calendar and hours of work, as far as told."""

    weeks: float | None = None
    hours: float | None = None


@lru_cache(CACHED)
def money(cell: str) -> float | None:
    """A price in U.S. dollars. Codes: price_unclear, price_negative, price_range, price_other_currency, too_large."""
    text = said(cell)
    if not text:
        return None
    if text in FREE:
        return 0.0
    if any(one in text for one in ("€", "£", "¥", "eur", "gbp", "cad", "mxn")):
        raise Unclear("price_other_currency")
    bare = re.sub(r"^(?:us|usd)\b|\b(?:usd|us dollars?|dollars?)$", "", text).strip().removeprefix("us$")
    if _NEGATIVE.fullmatch(bare):
        raise Unclear("price_negative")
    if _SEVERAL.search(bare):
        raise Unclear("price_range")
    number = bare.removeprefix("$").strip()
    if not _PLAIN_NUMBER.fullmatch(number):
        raise Unclear("price_unclear")
    return _within(float(number.replace(",", "")), "cost")


def _within(value: float, what: str) -> float:
    if value > LARGEST[what]:
        raise Unclear("too_large")
    return round(value, 2)


@lru_cache(CACHED)
def length(cell: str, unit: str = "") -> Length:
    """How long a step takes; `unit` (hour, day, week, month, year) is that of a bare number.

    Codes: length_unclear, length_in_credits, length_range, length_negative, length_zero, too_large.
    """
    text = said(cell)
    if not text:
        return Length()
    if found := _ISO.fullmatch(text.upper()):
        return _sized(_iso(found))
    if text[0] in "-−–":
        raise Unclear("length_negative")
    if _BARE.fullmatch(text):
        if not unit:
            raise Unclear("length_unclear")
        return _sized(_in_unit(unit, float(text.replace(",", ""))))
    return _sized(_worded(text))


def _iso(found: re.Match[str]) -> Length:
    years, months, weeks, days, hours, minutes, _ = (float(one or 0) for one in found.groups())
    calendar = years * WEEKS["year"] + months * WEEKS["month"] + weeks + days * WEEKS["day"]
    work = hours + minutes / 60
    if not calendar and not work:
        raise Unclear("length_zero")
    return Length(calendar or None, work or None)


def _worded(text: str) -> Length:
    """One length, or hours and one on the calendar: with more, or other words beside, nobody can tell what is meant."""
    if _CREDITS.search(text):
        raise Unclear("length_in_credits")
    if _SEVERAL.search(re.sub(r"(?<=\d)-(?=[a-z])", " ", text)) and re.search(r"\d\s*(?:[-–—]|to)\s*\d", text):
        raise Unclear("length_range")
    found: dict[str, Length] = {}
    for number, named in _LENGTH.findall(text):
        unit = "hour" if "h" in named.split()[-1][:2] and "mo" not in named else _UNITS[named[0]]
        what = "hours" if unit == "hour" else "weeks"
        if what in found:
            raise Unclear("length_unclear")
        found[what] = _in_unit(unit, float(number.replace(",", "")))
    if not _ALONE.fullmatch(_LENGTH.sub("#", text)):
        raise Unclear("length_unclear")
    return Length(found.get("weeks", Length()).weeks, found.get("hours", Length()).hours)


def _in_unit(unit: str, value: float) -> Length:
    return Length(None, value) if unit == "hour" else Length(value * WEEKS[unit], None)


def _sized(found: Length) -> Length:
    """Weeks and hours within what can be; none takes no time."""
    if 0 in (found.weeks, found.hours):
        raise Unclear("length_zero")
    weeks = None if found.weeks is None else _within(found.weeks, "weeks")
    return Length(weeks, None if found.hours is None else _within(found.hours, "hours"))


def days(cell: str) -> tuple[date, ...]:
    """Days it begins, earliest first; none where it may begin any time. Code: day_bad."""
    if len(cell) > LONGEST_LIST:
        raise Unclear("text_long")
    found = {one for part in parts(cell) if (one := day(part)) is not None}
    return tuple(sorted(found))


def day(cell: str) -> date | None:
    """A day: ISO, month/day/year as U.S. lists write it, or with the month's name."""
    text = said(cell)
    if not text or text in ANY_TIME:
        return None
    try:
        if found := _ISO_DAY.fullmatch(text.upper()):
            return _day(*map(int, found.groups()))
        if found := _US_DAY.fullmatch(text.upper()):
            month, number, year = map(int, found.groups())
            return _day(year, month, number)
        if found := _NAMED_DAY.fullmatch(text):
            first = found.groups()[:3] if found[1] else (found[5], found[4], found[6])
            return _day(int(first[2]), _MONTHS.index(first[0][:3]) + 1, int(first[1]))
    except ValueError:
        pass
    raise Unclear("day_bad")


def _day(year: int, month: int, number: int) -> date:
    if not 1990 <= year <= 2100:
        raise Unclear("day_bad")
    return date(year, month, number)
