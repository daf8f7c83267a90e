"""Dates as credentials write them, read without touching the text that was signed."""

import re
from datetime import UTC, datetime, timedelta

# xsd:dateTime; a date alone is midnight, a time without a zone is taken as UTC (VC Data Model 2.0, section 4.9).
_FORM = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[Tt](?P<time>\d{2}:\d{2}:\d{2})(?:\.(?P<fraction>\d{1,30}))?)?"
    r"(?P<zone>[Zz]|[+-]\d{2}:\d{2})?"
)


def parse_date(text: object) -> datetime | None:
    """Moment (aware, UTC) of an xsd:dateTime or xsd:date; None if it is neither. Digits past microseconds are cut."""
    found = _FORM.fullmatch(text) if isinstance(text, str) and text.isascii() else None
    if found is None:
        return None
    try:
        day = datetime.fromisoformat(f"{found['day']}T{found['time'] or '00:00:00'}").replace(tzinfo=UTC)
        fraction = timedelta(microseconds=int((found["fraction"] or "0")[:6].ljust(6, "0")))
        return day + fraction - _offset(found["zone"])
    except (ValueError, OverflowError):
        return None


def _offset(zone: str | None) -> timedelta:
    if zone is None or zone in "Zz":
        return timedelta(0)
    hours, minutes = int(zone[1:3]), int(zone[4:6])
    if hours > 14 or minutes > 59:
        raise ValueError(zone)
    size = timedelta(hours=hours, minutes=minutes)
    return size if zone[0] == "+" else -size
