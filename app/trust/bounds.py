"""How much work the proofs of one record may take: said before any of it is done."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from app.trust.inline import MeaningError
from app.trust.suites import contexts_of, options_of, signs_letters, suite_name

MAX_PROOFS = 16
# The proof values of statements signed one by one, together, in characters.
MAX_VALUES = 600_000
# What one proof says beside its signature, in characters of JSON.
MAX_OPTIONS = 10_000
# Statements read again for proofs that cover more than the document, or each statement alone; and letters likewise.
MAX_READ_AGAIN = 20_000
MAX_LETTERS_AGAIN = 3_000_000


def within_limits(document: Mapping[str, Any], proofs: list[Any]) -> list[Any]:
    """The proofs, if there are not too many and none has too much to take apart. Raises MeaningError."""
    if len(proofs) > MAX_PROOFS:
        raise MeaningError("too_many_proofs", limit=MAX_PROOFS)
    if len(proofs) > 1 and any(
        len(json.dumps(options_of(proof))) > MAX_OPTIONS for proof in proofs if isinstance(proof, dict)
    ):
        raise MeaningError("too_complex")
    if sum(map(_bytes_to_take_apart, proofs)) > MAX_VALUES:
        raise MeaningError("too_complex")
    more = sum(map(signs_letters, proofs)) - 1
    if more > 0 and more * len(json.dumps(document)) > MAX_LETTERS_AGAIN:
        raise MeaningError("too_complex")
    return proofs


def check_readings(document: Mapping[str, Any], proofs: Sequence[object], statements: int) -> None:
    """Refuse proofs that together need a document of so many statements read too often. Raises MeaningError."""
    if statements * sum(_reads_again(document, proof) for proof in proofs) > MAX_READ_AGAIN:
        raise MeaningError("too_complex")


def _bytes_to_take_apart(proof: object) -> int:
    taken = isinstance(proof, dict) and suite_name(proof) == "ecdsa-sd-2023"
    return len(str(proof.get("proofValue"))) if taken and isinstance(proof, dict) else 0


def _reads_again(document: Mapping[str, Any], proof: object) -> bool:
    """Whether a proof needs the document's statements once more than others do."""
    if not isinstance(proof, dict):
        return False
    if signs_letters(proof):
        return "@context" in proof and contexts_of(proof) != contexts_of(document)
    return "previousProof" in proof or suite_name(proof) == "ecdsa-sd-2023"
