"""What a presentation says of itself: for which request and reader it was made, when, and until when it counts.

None of it is checked here: whoever wrote the file wrote this, too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.errors import PersonError
from app.records.dates import moment, numeric_moment
from app.records.jose import unpack
from app.records.presentations import Presentation


@dataclass(frozen=True)
class Stated:
    """The readers and the request it names (each once, as written), when it was signed, and the earliest end.

    `unread_end`: it states an end that cannot be read, which is not to have none.
    """

    readers: tuple[str, ...]
    requests: tuple[str, ...]
    made: datetime | None
    ends: datetime | None
    unread_end: bool = False


def stated(read: Presentation) -> Stated:
    """What it says of itself; empty where it says nothing."""
    proof, claims = read.document.get("proof"), _claims(read)
    proofs = [one for one in (proof if isinstance(proof, list) else [proof]) if isinstance(one, dict)]
    ends = [read.document.get("validUntil"), *(one.get("expires") for one in proofs)]
    made = [one.get("created") for one in proofs]
    found = [*_moments(ends), *_numeric(claims.get("exp"))]
    said = [one for one in (*ends, claims.get("exp")) if one is not None]
    return Stated(
        readers=_texts([*(one.get("domain") for one in proofs), claims.get("aud")]),
        requests=_texts([*(one.get("challenge") for one in proofs), claims.get("nonce")]),
        made=min([*_moments(made), *_numeric(claims.get("iat"))], default=None),
        ends=min(found, default=None),
        unread_end=len(found) < len(said),
    )


def _claims(read: Presentation) -> Mapping[str, Any]:
    """The claims of whoever signed a text; of an SD-JWT those of the key binding that ends it (RFC 9901, 4.3)."""
    if read.form not in {"jwt", "sd-jwt"}:
        return {}
    last = read.raw.decode("utf-8").rpartition("~")[2].strip()
    try:
        payload = unpack(last).payload
    except PersonError:  # no binding, or one that cannot be read: its check says so
        return {}
    return payload if isinstance(payload, dict) else {}


def _texts(values: list[object]) -> tuple[str, ...]:
    flat = [text for value in values for text in (value if isinstance(value, list) else [value])]
    return tuple(dict.fromkeys(text for text in flat if isinstance(text, str) and text))


def _moments(values: list[object]) -> list[datetime]:
    return [found for text in values if isinstance(text, str) and (found := moment(text))]


def _numeric(value: object) -> list[datetime]:
    found = numeric_moment(value)
    return [found] if found else []
