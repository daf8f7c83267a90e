"""Ed25519 proofs over RDF: `eddsa-rdfc-2022` (Data Integrity) and `Ed25519Signature2020`, made and verified.

Sources: W3C Data Integrity EdDSA Cryptosuites 1.0, sections 3.2 and 3.4 (Ed25519Signature2020 in its appendix), and
Verifiable Credential Data Integrity 1.0, section 4 (sets and chains).
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from app.trust.contexts import FrozenResolver
from app.trust.documents import NO_DOCUMENTS, Documents
from app.trust.keys import Finding, PublicKey, Purpose, find_key
from app.trust.meaning import read_meaning
from app.trust.multibase import decode_multibase, encode_base58

Suite = Literal["eddsa-rdfc-2022", "Ed25519Signature2020"]

MAX_PROOFS = 16


@dataclass(frozen=True)
class ProofFinding:
    """What came of one proof; `method` and `key` where it named a key that could be had."""

    proof: Mapping[str, Any]
    finding: Finding
    method: str | None = None
    key: PublicKey | None = None


def add_proof(
    document: Mapping[str, Any],
    *,
    seed: bytes,
    verification_method: str,
    purpose: Purpose,
    created: str,
    suite: Suite = "eddsa-rdfc-2022",
    challenge: str | None = None,
    domain: str | None = None,
    resolver: FrozenResolver | None = None,
) -> dict[str, Any]:
    """The document with one proof more, signed with an Ed25519 seed (32 bytes); `created` is an xsd:dateTime.

    The proofs that are there stay as they are (a proof set). Raises MeaningError where the document could not be
    checked by a reader, and UnknownContextError.
    """
    from nacl.signing import SigningKey  # noqa: PLC0415 - loaded where it is used

    optional = {"challenge": challenge, "domain": domain}
    kind = (
        {"type": "Ed25519Signature2020"}
        if suite == "Ed25519Signature2020"
        else {"type": "DataIntegrityProof", "cryptosuite": suite}
    )
    proof: dict[str, Any] = {
        **kind,
        "created": created,
        "verificationMethod": verification_method,
        "proofPurpose": purpose,
        **{name: value for name, value in optional.items() if value is not None},
    }
    data = signing_input(document, proof, resolver)
    proof["proofValue"] = "z" + encode_base58(SigningKey(seed).sign(data).signature)
    proofs = [*proofs_of(document), proof]
    return {**document, "proof": proofs[0] if len(proofs) == 1 else proofs}


def signing_input(
    document: Mapping[str, Any], proof: Mapping[str, Any], resolver: FrozenResolver | None = None
) -> bytes:
    """The 64 bytes an Ed25519 proof signs: SHA-256 of the proof's options, then of the document without its proofs.

    A proof in a chain signs the document with the proofs it names (`previousProof`).
    """
    context = document.get("@context")
    options = {"@context": context, **{key: value for key, value in proof.items() if key != "proofValue"}}
    unsecured = {key: value for key, value in document.items() if key != "proof"}
    previous = _previous(document, proof)
    if previous:
        unsecured["proof"] = previous
    return _hash(options, resolver) + _hash(unsecured, resolver)


def _hash(document: Mapping[str, Any], resolver: FrozenResolver | None) -> bytes:
    return hashlib.sha256(read_meaning(document, resolver).canonical.encode()).digest()


def proofs_of(document: Mapping[str, Any]) -> list[Any]:
    """The proofs of a document as a list, as they stand."""
    proof = document.get("proof")
    if proof is None:
        return []
    return list(proof) if isinstance(proof, list) else [proof]


def _previous(document: Mapping[str, Any], proof: Mapping[str, Any]) -> list[Any]:
    named = proof.get("previousProof", [])
    names = named if isinstance(named, list) else [named]
    return [other for other in proofs_of(document) if isinstance(other, dict) and other.get("id") in names]
