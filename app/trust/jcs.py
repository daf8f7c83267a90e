"""JSON Canonicalization Scheme (RFC 8785), for values that were read from JSON."""

from typing import Any

# The largest whole number that every reader of JSON takes to the letter (I-JSON, RFC 7493 section 2.2).
_EXACT = 2**53


class InexactNumberError(ValueError):
    """A whole number that readers of JSON do not agree about: its canonical form would stand for its neighbors too."""


def canonical_json(value: object) -> bytes:
    """Canonical UTF-8 of a JSON value. Raises InexactNumberError, and ValueError for what is no JSON."""
    from c14n.Canonicalize import canonicalize

    _check_numbers(value)
    return bytes(canonicalize(value))


def _check_numbers(value: object) -> None:
    waiting: list[Any] = [value]
    while waiting:
        found = waiting.pop()
        if isinstance(found, dict):
            waiting.extend(found.values())
        elif isinstance(found, list):
            waiting.extend(found)
        elif isinstance(found, int) and abs(found) > _EXACT and int(float(found)) != found:
            raise InexactNumberError(str(found)[:30])
