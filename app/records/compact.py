"""A compact JWS taken apart (RFC 7515, section 7.1), strictly and without judging its signature."""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.records.json_text import decode, load, parse

# Three parts, the first of which starts as base64url of "{" must.
_COMPACT = re.compile(r"e[w-z0-9_-][\w-]+\.[\w-]+\.[\w-]*", re.ASCII)


@dataclass(frozen=True)
class Jws:
    """A signed text: the header that is signed, the JSON it carries with its text, and what was signed how."""

    header: Mapping[str, Any]
    payload: Any
    text: str
    signature: bytes
    signing_input: bytes


def is_compact(text: str) -> bool:
    """Whether a text has the form of a compact JWS."""
    return bool(_COMPACT.fullmatch(text))


def unpack(text: str) -> Jws:
    """The parts of a compact JWS. Raises ValueError, and PersonError (json_*) for header or payload."""
    protected, payload, signature = text.split(".") if text.count(".") == 2 else ("", "", "")
    header = load(_segment(protected))
    if not isinstance(header, dict) or "crit" in header or "b64" in header:
        raise ValueError("jws")
    inner = decode(_segment(payload))
    return Jws(header, parse(inner), inner, _segment(signature), f"{protected}.{payload}".encode())


def _segment(text: str) -> bytes:
    """Bytes of base64url without padding, in its only spelling (RFC 7515, section 2)."""
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        raise ValueError("jws") from None
    if base64.urlsafe_b64encode(data).rstrip(b"=") != text.encode("utf-8", "replace"):
        raise ValueError("jws")
    return data
