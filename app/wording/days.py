"""Days as people say them."""

from datetime import date

from babel.dates import format_skeleton

from app.wording.words import Words

# Spanish writes the month out where the year is left off: "8 de marzo".
_THIS_YEAR = {"es": "MMMMd"}


def near_day(words: Words, day: date, today: date) -> str:
    """A day, without its year where that is this year's."""
    if day.year != today.year:
        return words.value(day)
    return str(format_skeleton(_THIS_YEAR.get(words.language, "MMMd"), day, locale=words.locale))
