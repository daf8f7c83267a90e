"""Days as people say them near today."""

from datetime import date, datetime

from babel.dates import format_date, format_skeleton

from app.wording.words import Words


def weekday(words: Words, when: date) -> str:
    """A day in full: "Tuesday, April 14, 2026"."""
    return str(format_date(when, "full", locale=words.locale))


def month(words: Words, when: date) -> str:
    """A month in short: "Apr", "abr"."""
    return str(format_skeleton("MMM", when, locale=words.locale))


def day(words: Words, when: date, today: datetime) -> str:
    """A day, with its year unless it is this one: "Jan 31", "Nov 14, 2027"; "31 ene" in Spanish."""
    pattern = "MMMd" if when.year == today.year else "yMMMd"
    return str(format_skeleton(pattern, when, locale=words.locale))
