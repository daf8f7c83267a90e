"""`ecdsa-sd-2023`: statements signed one by one, so that a holder can leave some out (vc-di-ecdsa 1.0, section 3.5).

The issuer's key signs the proof's options, a key made for this one proof, and the statements that must stay; that key
signs each other statement alone. Nothing signed says how many there were: whatever is not among the mandatory ones may
have been left out, from a base proof too, since its holder can drop a statement with its signature.
"""

import base64
import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.trust.canonical import Quad, canonical_form, canonical_labels, labelled
from app.trust.contexts import FrozenResolver
from app.trust.inline import MeaningError
from app.trust.keys import Finding
from app.trust.meaning import Meaning, read_quads
from app.trust.multibase import decode_multibase
from app.trust.naming import with_names
from app.trust.public_keys import PublicKey, from_multikey_bytes
from app.trust.selection import select
from app.trust.signatures import is_signed

MAX_STATEMENTS = 3_000

_BASE, _DERIVED = b"\xd9\x5d\x00", b"\xd9\x5d\x01"
# Names for blank nodes while pointers are followed; they are in no document that is checked.
NAME = "urn:bnid:pathfolio:"


class _UnfollowedError(Exception):
    """A document whose statements cannot be told apart here, such as one with ordered lists."""


@dataclass(frozen=True)
class Disclosed:
    """A proof value and the document's statements as it labels them: those that must stay, and the others."""

    base_signature: bytes
    proof_key: bytes
    signatures: Sequence[bytes]
    mandatory: Sequence[str]
    others: Sequence[str]


@dataclass(frozen=True)
class Checked:
    """What came of a proof; `loose` are the properties (IRIs) of statements that could have been left out."""

    finding: Finding
    loose: frozenset[str]


def check_statements(
    document: Mapping[str, Any],
    meaning: Meaning,
    proof_value: object,
    options_hash: bytes,
    key: PublicKey,
    resolver: FrozenResolver | None,
) -> Checked:
    """Whether an `ecdsa-sd-2023` proof, base or derived, holds for a document without its proofs.

    `options_hash` is SHA-256 of the canonical options of the proof. Raises MeaningError for too much work.
    """
    dataset = list(dict.fromkeys(meaning.quads))
    if len(dataset) > MAX_STATEMENTS:
        raise MeaningError("too_complex")
    try:
        found = read_value(document, meaning, dataset, proof_value, resolver)
        sound = _holds(found, options_hash, key)
    except _UnfollowedError:
        return Checked(Finding("not checked", "unsupported_suite", {"suite": "ecdsa-sd-2023"}), frozenset())
    except ValueError:
        return Checked(Finding("no", "broken"), frozenset())
    if not sound:
        return Checked(Finding("no", "broken"), frozenset())
    return Checked(Finding("yes", "sound"), frozenset(line.split(" ", 2)[1].strip("<>") for line in found.others))


def is_base(proof_value: object) -> bool:
    """Whether it is a base proof's value, of which a shorter one can be made; a derived one cannot be cut again."""
    try:
        return decode_multibase(proof_value).startswith(_BASE)
    except ValueError:
        return False


def read_value(
    document: Mapping[str, Any],
    meaning: Meaning,
    dataset: Sequence[Quad],
    proof_value: object,
    resolver: FrozenResolver | None,
) -> Disclosed:
    """A proof value beside the statements it is about. Raises ValueError, _UnfollowedError."""
    data = decode_multibase(proof_value)
    if data.startswith(_BASE):
        return _base(document, meaning, _decode(data), resolver)
    if data.startswith(_DERIVED):
        return _derived(dataset, _decode(data))
    raise ValueError("proof value")


def _decode(data: bytes) -> list[Any]:
    """The five parts of a proof value, in CBOR."""
    from openvc.cbor import CborError, decode

    try:
        parts = decode(data[3:])
    except CborError as broken:
        raise ValueError("proof value") from broken
    if not isinstance(parts, list) or len(parts) != 5:
        raise ValueError("proof value")
    return parts


def _derived(dataset: Sequence[Quad], parts: Sequence[Any]) -> Disclosed:
    signature, proof_key, signatures, labels, indexes = parts
    given = _label_map(labels)
    blinded = {node: given.get(label.removeprefix("_:c14n")) for node, label in canonical_labels(dataset).items()}
    if None in blinded.values():
        raise ValueError("label map")
    lines = labelled(dataset, {node: str(label) for node, label in blinded.items()})
    if not all(isinstance(index, int) and 0 <= index < len(lines) for index in _list(indexes)):
        raise ValueError("mandatory indexes")
    return _disclosed(signature, proof_key, signatures, lines, frozenset(lines[index] for index in indexes))


def _label_map(labels: object) -> dict[str, str]:
    """Number of a canonical label -> blinded label. Two nodes of one label would be one signed node told twice."""
    if not isinstance(labels, dict) or not all(type(number) is int and number >= 0 for number in labels):
        raise ValueError("label map")
    digests = [_bytes(digest, 32) for digest in labels.values()]
    if len(set(digests)) != len(digests):
        raise ValueError("label map")
    return {str(number): _blank(digest) for number, digest in labels.items()}


def _base(
    document: Mapping[str, Any], meaning: Meaning, parts: Sequence[Any], resolver: FrozenResolver | None
) -> Disclosed:
    signature, proof_key, secret, signatures, pointers = parts
    if not all(isinstance(pointer, str) for pointer in _list(pointers)):
        raise ValueError("pointers")
    try:
        dataset, chosen = _statements(document, pointers, resolver)
    except MeaningError as refused:
        # The document itself was read before: it is the names or the selection that cannot be.
        raise _UnfollowedError from refused
    labels = blinded_labels(dataset, _bytes(secret, 32))
    lines, mandatory = labelled(dataset, labels), frozenset(labelled(chosen, labels))
    if canonical_form(dataset) != meaning.canonical or not mandatory.issubset(lines):
        raise _UnfollowedError
    return _disclosed(signature, proof_key, signatures, lines, mandatory)


def _statements(
    document: Mapping[str, Any], pointers: Sequence[str], resolver: FrozenResolver | None
) -> tuple[list[Quad], list[Quad]]:
    """All statements of a document and those that the pointers choose, with the same labels in both."""
    named = with_names(document, NAME, resolver)
    chosen = select(named, pointers) if pointers else {}
    return unnamed(read_quads(named, resolver)), unnamed(read_quads(chosen, resolver))


def blinded_labels(dataset: Sequence[Quad], secret: bytes) -> dict[str, str]:
    """Blank node -> its label under the issuer's secret for this proof (HMAC with SHA-256)."""
    return {
        node: _blank(hmac.digest(secret, label.removeprefix("_:").encode(), hashlib.sha256))
        for node, label in canonical_labels(dataset).items()
    }


def _disclosed(
    signature: object, proof_key: object, signatures: object, lines: Sequence[str], mandatory: frozenset[str]
) -> Disclosed:
    return Disclosed(
        _bytes(signature, 64),
        _bytes(proof_key, 35),
        [_bytes(one, 64) for one in _list(signatures)],
        [line for line in lines if line in mandatory],
        [line for line in lines if line not in mandatory],
    )


def _holds(found: Disclosed, options_hash: bytes, key: PublicKey) -> bool:
    """Whether the issuer's signature holds, and for each other statement, in order, one of the proof's key."""
    mandatory_hash = hashlib.sha256("".join(found.mandatory).encode()).digest()
    proof_key = from_multikey_bytes(found.proof_key)
    return (
        is_signed(key, "ES256", options_hash + found.proof_key + mandatory_hash, found.base_signature)
        and len(found.signatures) == len(found.others)
        and all(
            is_signed(proof_key, "ES256", line.encode(), signature)
            for line, signature in zip(found.others, found.signatures, strict=True)
        )
    )


def unnamed(quads: Sequence[Quad]) -> list[Quad]:
    """Quads with blank nodes again where they were named."""
    made = ((_blank_again(s), p, _blank_again(o), _blank_again(g)) for s, p, o, g in quads)
    return list(dict.fromkeys(made))


def _blank_again(term: str) -> str:
    return f"_:b{term[1 + len(NAME) : -1]}" if term.startswith(f"<{NAME}") else term


def _blank(digest: bytes) -> str:
    return "_:u" + base64.urlsafe_b64encode(digest).decode().rstrip("=")


def _bytes(value: object, size: int) -> bytes:
    if not isinstance(value, bytes) or len(value) != size:
        raise ValueError("proof value")
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list) or len(value) > MAX_STATEMENTS:
        raise ValueError("proof value")
    return value
