"""Dates of records: kept as written, read only to be compared."""

import re
from datetime import UTC, datetime, timedelta, timezone

_DATE_TIME = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,30}))?(?:([Zz])|([+-])(\d\d):(\d\d))?", re.ASCII
)


def moment(text: str) -> datetime | None:
    """The moment, aware and in UTC, that an XSD dateTime names; None where it names none.

    Without a time zone it is read as UTC. Fractions beyond microseconds are cut, a leap second is the second before
    it and 24:00:00 the next midnight (XML Schema 1.1 part 2, section 3.3.7). A date alone is no moment.
    """
    match = _DATE_TIME.fullmatch(text)
    if not match:
        return None
    year, month, day, hour, minute, second = map(int, match.groups()[:6])
    fraction = int((match[7] or "").ljust(6, "0")[:6])
    midnight = (hour, minute, second, fraction) == (24, 0, 0, 0)
    try:
        zone = _zone(match[9], match[10], match[11])
        local = datetime(year, month, day, 0 if midnight else hour, minute, min(second, 59), fraction, tzinfo=zone)
        return (local + timedelta(days=midnight)).astimezone(UTC) if second <= 60 else None
    except (ValueError, OverflowError):
        return None


def numeric_moment(value: object) -> datetime | None:
    """The moment, aware and in UTC, that a NumericDate names (RFC 7519, section 2: seconds since 1970)."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return datetime.fromtimestamp(value, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def local(when: datetime) -> datetime:
    """An aware moment by this computer's clock; as it is where no calendar reaches so far."""
    try:
        return when.astimezone()
    except (ValueError, OverflowError):
        return when


def written(when: datetime) -> str:
    """An aware moment as an XSD dateTime in UTC."""
    return when.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _zone(sign: str | None, hours: str | None, minutes: str | None) -> timezone:
    if not (sign and hours and minutes):
        return UTC
    if int(minutes) > 59:
        raise ValueError(minutes)
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-offset if sign == "-" else offset)
