"""What a text, an amount and an address of a catalog may be."""

import unicodedata
from typing import TypeGuard
from urllib.parse import urlsplit

LONGEST_TEXT = 200
LONGEST_ADDRESS = 600
LARGEST = {"cost": 1_000_000.0, "hours": 20_000.0, "weeks": 520.0}
PRACTICE_HOST = "practice.pathfolio.invalid"


def is_plain(text: str, longest: int = LONGEST_TEXT) -> bool:
    """Whether a text can stand on one line: not blank, not too long, nothing invisible or turning its direction."""
    return 0 < len(text.strip()) <= len(text) <= longest and not any(unicodedata.category(c)[0] == "C" for c in text)


def is_amount(value: object, field: str) -> TypeGuard[float]:
    """Cost may be nothing; time never is."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return 0 <= value <= LARGEST[field] and (value > 0 or field == "cost")


def is_address(address: object, *, practice: bool) -> TypeGuard[str]:
    """Whether it is a plain https address, on the practice host only and always in a practice catalog."""
    if not isinstance(address, str) or not address.isascii() or not is_plain(address, LONGEST_ADDRESS):
        return False
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme != "https" or "." not in host or "@" in parts.netloc or any(c.isspace() for c in address):
        return False
    return (host == PRACTICE_HOST) is practice
