"""Months as publishers write them, in English whatever language this computer speaks."""

import re
from datetime import UTC, datetime

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
OLDEST, WRITTEN = 1990, 2026


def stated_month(text: str, before: str) -> str:
    """The first month and year in a text that stand before a word, such as `May 2024`; empty where none do."""
    found = re.search(rf"(?:{'|'.join(MONTHS)}) \d{{4}}(?= {re.escape(before)})", text)
    return found[0] if found else ""


def can_be(month: str) -> bool:
    """Whether a month such as `2024-05` can be a release's: from the years of these lists, and not years ahead.

    A computer whose clock is behind still takes the releases that were there when this was written.
    """
    return OLDEST <= int(month[:4]) <= max(datetime.now(UTC).year, WRITTEN) + 1


def month_of(stated: str) -> str:
    """`May 2024` as `2024-05`; empty where it is no month and year."""
    month, _, year = stated.partition(" ")
    return f"{year}-{MONTHS.index(month) + 1:02}" if month in MONTHS and year.isdigit() else ""
