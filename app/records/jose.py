"""Signed texts as JOSE writes them: compact JWS and JSON JWS, taken apart strictly and without judging the signature.

Sources: RFC 7515 (JWS), RFC 7797 (`b64`), ETSI TS 119 182-1 (JAdES).
"""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.errors import PersonError
from app.records.json_text import decode, load, parse
from app.records.limits import LIMITS, Limits
from app.records.text import one_line

MAX_SIGNATURES = 16

# The rules a header may insist on. `b64` is followed here; a time of signing and timestamps of JAdES add to what a
# signature says and take nothing from it. `sigD` is not among them: what it signs is not in the file.
_UNDERSTOOD = frozenset({"b64", "sigT", "adoTst", "x5t#o", "sigX5ts", "srCms", "sigPl", "srAts", "sigPId"})
# What no person can mend in a text that only programs write.
NOT_JSON = frozenset({"file_empty", "file_binary", "not_utf8", "json_broken", "json_truncated"})
_SEGMENT = re.compile(r"[A-Za-z0-9_-]*", re.ASCII)
# Three parts, the first of which starts as base64url of "{" must.
_COMPACT = re.compile(r"e[w-z0-9_-][\w-]+\.[\w-]*\.[\w-]*", re.ASCII)


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


def is_json(value: object) -> bool:
    """Whether a value has the form of a JSON JWS, general or flattened (RFC 7515, section 7.2)."""
    keys = value.keys() if isinstance(value, Mapping) else set[str]()
    return "payload" in keys and ("signatures" in keys or {"protected", "signature"} <= keys)


def unpack(signed: str | Mapping[str, Any], limits: Limits = LIMITS) -> Jws:
    """A compact JWS, or the first signature of a JSON JWS.

    PersonError: jws_broken, jws_rule_unknown, jws_detached, file_too_big, json_* (of header or payload).
    """
    return unpack_all(signed, limits)[0]


def unpack_all(signed: str | Mapping[str, Any], limits: Limits = LIMITS) -> tuple[Jws, ...]:
    """Every signature of a signed text, all over the same payload. PersonError as for `unpack`."""
    if isinstance(signed, str):
        parts = signed.split(".")
        if len(parts) != 3:
            raise PersonError("jws_broken")
        return (_one(parts[0], parts[1], parts[2], limits),)
    listed = signed.get("signatures", [signed])
    if not isinstance(listed, list) or not 0 < len(listed) <= MAX_SIGNATURES or not is_json(signed):
        raise PersonError("jws_broken")
    found = tuple(_member(entry, signed["payload"], limits) for entry in listed)
    if len({one.text for one in found}) > 1:
        raise PersonError("jws_broken")
    return found


def segment(text: str) -> bytes:
    """Bytes of base64url without padding, in its only spelling (RFC 7515, section 2). PersonError: jws_broken."""
    if not _SEGMENT.fullmatch(text) or len(text) % 4 == 1:
        raise PersonError("jws_broken")
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if base64.urlsafe_b64encode(data).rstrip(b"=") != text.encode():
        raise PersonError("jws_broken")
    return data


def _member(entry: object, payload: object, limits: Limits) -> Jws:
    if not isinstance(entry, Mapping):
        raise PersonError("jws_broken")
    protected, signature = entry.get("protected"), entry.get("signature")
    if not (isinstance(protected, str) and isinstance(signature, str) and isinstance(payload, str)):
        raise PersonError("jws_broken")
    return _one(protected, payload, signature, limits)


def _one(protected: str, payload: str, signature: str, limits: Limits) -> Jws:
    try:
        header = load(segment(protected), limits)
        if not isinstance(header, dict):
            raise PersonError("jws_broken")
        text = payload if _is_plain(header) else decode(segment(payload), limits)
        return Jws(header, parse(text, limits), text, segment(signature), f"{protected}.{payload}".encode())
    except PersonError as error:
        if error.code in NOT_JSON:
            raise PersonError("jws_broken") from None
        raise


def _is_plain(header: Mapping[str, Any]) -> bool:
    """Whether the payload stands unencoded; PersonError for a rule in the header that is not known here."""
    rules = header.get("crit", [])
    if not isinstance(rules, list) or ("crit" in header and not rules):
        raise PersonError("jws_broken")
    if "sigD" in header:
        raise PersonError("jws_detached")
    for rule in rules:
        if not isinstance(rule, str) or rule not in _UNDERSTOOD or rule not in header:
            raise PersonError("jws_rule_unknown", rule=one_line(str(rule)[:600], 60))
    encoded = header.get("b64", True)
    if not isinstance(encoded, bool) or ("b64" in header and "b64" not in rules):
        raise PersonError("jws_broken")
    return not encoded
