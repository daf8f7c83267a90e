"""Status lists as they were served: as JSON with proofs in it, or as a signed text (a compact JWS); and their bits."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from app.errors import PersonError
from app.records.jose import unpack
from app.records.jwt_claims import document
from app.records.model import Source
from app.trust.contexts import FrozenResolver, UnknownContextError
from app.trust.documents import Documents
from app.trust.inline import MeaningError
from app.trust.issuers import issuer_of
from app.trust.jose import proof_of
from app.trust.multibase import decode_base64url
from app.trust.proofs import ProofFinding, verify_proofs

MAX_LIST_TEXT = 8_000_000
MAX_LIST_BYTES = 16_000_000
LONGEST_TTL = timedelta(days=1)

# Window bits of zlib for what lists are packed in.
GZIP, ZLIB = 31, 15


@dataclass(frozen=True)
class StatusList:
    """The credential that a list is, and what came of its proofs."""

    document: Mapping[str, Any]
    proofs: tuple[ProofFinding, ...]


def read_list(content: object, documents: Documents, resolver: FrozenResolver | None) -> StatusList | None:
    """A list as an address gave it; None for what cannot be read as one."""
    if isinstance(content, str):
        return _read_text(content, documents)
    if not isinstance(content, dict):
        return None
    try:
        proofs = verify_proofs(content, purpose="assertionMethod", documents=documents, resolver=resolver)
    except (MeaningError, UnknownContextError):
        return None
    return StatusList(content, proofs)


def _read_text(text: str, documents: Documents) -> StatusList | None:
    """A list in a signed text. Its signature covers each letter: no context can give its words another meaning."""
    try:
        jws = unpack(text)
    except PersonError:
        return None
    if not isinstance(jws.payload, dict):
        return None
    part, faults = document(jws, Source(""))
    issuer = issuer_of(part.value)
    if faults or issuer is None:
        return None
    return StatusList(part.value, (proof_of(jws, jws.payload, issuer, documents),))


def asks_again_after(content: object) -> timedelta:
    """For how long a list says its readers need not ask for it again (`ttl`), at most a day; zero where it does not.

    Seconds in a Token Status List (draft, section 5.1), milliseconds in a Bitstring Status List (1.0, section 2.2). It
    is what the list says, whoever signed it: it spares a question and changes no answer.
    """
    if isinstance(content, str):
        try:
            content = unpack(content).payload
        except PersonError:
            return timedelta()
    stated = content if isinstance(content, dict) else {}
    inner = stated.get("vc", stated)
    subject = inner.get("credentialSubject") if isinstance(inner, dict) else None
    of_bits = subject.get("ttl") if isinstance(subject, dict) else None
    seconds = _number(of_bits) / 1000 if of_bits is not None else _number(stated.get("ttl"))
    return timedelta(seconds=min(max(seconds, 0), LONGEST_TTL.total_seconds()))


def _number(value: object) -> float:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else 0


def unpacked(encoded: object, window: int) -> bytes | None:
    """The bytes of a list in base64url, unpacked; None where they cannot be had whole or are too many."""
    if not isinstance(encoded, str) or len(encoded) > MAX_LIST_TEXT:
        return None
    unpacker = zlib.decompressobj(wbits=window)
    try:
        data = unpacker.decompress(decode_base64url(encoded), MAX_LIST_BYTES)
    except (ValueError, zlib.error):
        return None
    return data if unpacker.eof and not unpacker.unconsumed_tail else None


def from_left(data: bytes, index: int, size: int) -> int | None:
    """The number in `size` bits at an index, bit 0 being the leftmost of the first byte; None outside the list."""
    start, end = index * size, (index + 1) * size
    if end > 8 * len(data):
        return None
    around = data[start // 8 : (end + 7) // 8]
    return (int.from_bytes(around) >> -end % 8) & (1 << size) - 1


def from_right(data: bytes, index: int, size: int) -> int | None:
    """The number in `size` bits (1, 2, 4, 8) at an index, the first at the right of the first byte; None outside."""
    place, shift = divmod(index * size, 8)
    return (data[place] >> shift) & (1 << size) - 1 if place < len(data) else None
