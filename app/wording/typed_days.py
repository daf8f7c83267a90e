"""Days and times of day as people type them."""

import re
from datetime import date, time, timedelta

from babel.dates import format_skeleton, format_time, get_month_names

from app.wording.words import Words

HALF_A_YEAR = timedelta(days=182)
THIS_CENTURY = 2000
NOON = 12
EARLIEST = 7
"""Hours before it that do not say which half of the day they mean are after noon: nobody meets at two at night."""
_PART = re.compile(r"\d+|[^\W\d_]+")
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(?:h|hrs?|(a|p)\.?\s*m\.?)?", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def typed_day(words: Words, text: str, today: date) -> date | None:
    """The day meant by "4/16", "16 abr", "April 16, 2026" or "2026-04-16"; None where that cannot be told.

    Numbers alone stand in the order of the language. Without a year it is the day nearest to today.
    """
    if found := _ISO.fullmatch(text.strip()):
        return _date(*map(int, found.groups()))
    named, numbers = _month_and_numbers(words, _PART.findall(text))
    if named is None and len(numbers) in (2, 3):
        named = numbers.pop(0 if _month_first(words) else 1)
    if named is None or not 1 <= len(numbers) <= 2:
        return None
    if len(numbers) == 1:
        return _nearest(named, numbers[0], today)
    year = numbers[1]
    return _date(year + THIS_CENTURY if year < 100 else year, named, numbers[0])


def typed_time(text: str) -> time | None:
    """The time of day meant by "10:30", "2 pm", "14:30" or "9 a.m."; None where that cannot be told."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= NOON:
            return None
        hour = hour % NOON + (NOON if half == "p" else 0)
    elif hour < EARLIEST and not found[1].startswith("0"):
        hour += NOON
    return time(hour, minute) if hour < 24 and minute < 60 else None


def day_example(words: Words, when: date) -> str:
    """A day as this language types it: "4/16/2026", "16/4/2026"."""
    return str(format_skeleton("yMd", when, locale=words.locale))


def time_example(words: Words, when: time) -> str:
    """A time of day as this language types it, with plain spaces."""
    return " ".join(str(format_time(when, "short", locale=words.locale)).split())


def _month_first(words: Words) -> bool:
    pattern = words.locale.date_formats["short"].pattern
    return bool(pattern.index("M") < pattern.index("d"))


def _month_and_numbers(words: Words, parts: list[str]) -> tuple[int | None, list[int]]:
    """The month that is named, if one is, and the numbers around it; small words between them say nothing."""
    months = get_month_names("wide", locale=words.locale)
    named: int | None = None
    for part in parts:
        start = part.casefold()
        if named is None and len(start) >= 3 and not start.isdecimal():
            named = next((number for number, name in months.items() if name.casefold().startswith(start)), None)
    return named, [int(part) for part in parts if part.isdecimal()]


def _nearest(month: int, day: int, today: date) -> date | None:
    made = _date(today.year, month, day)
    if made is None:
        return None
    if made - today > HALF_A_YEAR:
        return _date(today.year - 1, month, day)
    return _date(today.year + 1, month, day) if today - made > HALF_A_YEAR else made


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None
