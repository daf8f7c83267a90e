"""Dates of Open Badges 1 and 2: looser than those of W3C credentials, and told in one form."""

import re
from datetime import UTC, datetime

from app.records.dates import moment
from app.records.fields import Faults, Json, wrong_type
from app.records.model import Fault
from app.records.text import one_line

# ISO 8601 with less than XSD asks for: no seconds, no time at all, an offset of hours or without its colon.
_LOOSE = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d)(:\d\d(?:\.\d{1,30})?)?(?:([Zz])|([+-]\d\d)(?::?(\d\d))?)?)?", re.ASCII
)
_SECONDS = re.compile(r"\d{9,11}", re.ASCII)


def badge_date(document: Json, key: str, faults: Faults, *, unix: bool) -> str | None:
    """The date under `key`, as written where that is an XSD dateTime, else in that form; a fault where it is no date.

    With `unix` a number, or a text of nothing else, counts seconds since 1970 (Open Badges 1.0). A date without a
    time is the start of its day in UTC.
    """
    value = document.get(key)
    if value is None:
        return None
    if unix and (counted := _counted(value)):
        return counted
    if not isinstance(value, str):
        faults.append(wrong_type(key, value))
        return None
    found = value if moment(value) else _loose(value)
    if found is None:
        faults.append(Fault("unreadable_date", {"field": key, "text": one_line(value, 60)}))
    return found


def _loose(text: str) -> str | None:
    match = _LOOSE.fullmatch(text)
    if match is None:
        return None
    day, time, seconds, _, hours, minutes = match.groups()
    offset = f"{hours}:{minutes or '00'}" if hours else "Z"
    made = f"{day}T{time or '00:00'}{seconds or ':00'}{offset}"
    return made if moment(made) else None


def _counted(value: object) -> str | None:
    text = str(value) if isinstance(value, (int, str)) and not isinstance(value, bool) else ""
    if not _SECONDS.fullmatch(text):
        return None
    return datetime.fromtimestamp(int(text), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
