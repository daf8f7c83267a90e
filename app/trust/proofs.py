"""Ed25519 proofs over RDF: `eddsa-rdfc-2022` (Data Integrity) and `Ed25519Signature2020`, made and verified.

Sources: W3C Data Integrity EdDSA Cryptosuites 1.0, sections 3.2 and 3.4 (Ed25519Signature2020 in its appendix), and
Verifiable Credential Data Integrity 1.0, section 4 (sets and chains).
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from app.trust.contexts import FrozenResolver
from app.trust.documents import Documents
from app.trust.inline import MeaningError
from app.trust.keys import Finding, Purpose, find_key
from app.trust.meaning import Meaning, read_meaning
from app.trust.multibase import decode_multibase, encode_base58
from app.trust.public_keys import PublicKey
from app.trust.sets import texts
from app.trust.signatures import is_signed

Suite = Literal["eddsa-rdfc-2022", "Ed25519Signature2020"]

SUITES = ("eddsa-rdfc-2022", "Ed25519Signature2020")
MAX_PROOFS = 16


@dataclass(frozen=True)
class ProofFinding:
    """What came of one proof; `method` and `key` where it named a key that could be had.

    `origin` is what the place that the key came from says about whose it is, where no document lists it.
    """

    proof: Mapping[str, Any]
    finding: Finding
    method: str | None = None
    key: PublicKey | None = None
    origin: Finding | None = None


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
    from nacl.signing import SigningKey

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
    document: Mapping[str, Any],
    proof: Mapping[str, Any],
    resolver: FrozenResolver | None = None,
    meaning: Meaning | None = None,
) -> bytes:
    """The 64 bytes an Ed25519 proof signs: SHA-256 of the proof's options, then of the document without its proofs.

    A proof in a chain signs the document with the proofs it names (`previousProof`). `meaning` is the document's
    without its proofs, where it was read already.
    """
    options = {"@context": document.get("@context"), **{key: proof[key] for key in proof if key != "proofValue"}}
    linked = _previous(document, proof)
    if linked or meaning is None:
        meaning = read_meaning({**unsecured(document), **linked}, resolver)
    return _hash(read_meaning(options, resolver)) + _hash(meaning)


def verify_proofs(
    document: Mapping[str, Any],
    *,
    purpose: Purpose,
    documents: Documents,
    resolver: FrozenResolver | None = None,
    meaning: Meaning | None = None,
) -> tuple[ProofFinding, ...]:
    """What came of each proof of a document, each alone, in their order; `meaning` where it was read already.

    Raises MeaningError and UnknownContextError where document or proof mean something that is refused or unknown.
    """
    proofs = proofs_of(document)
    if len(proofs) > MAX_PROOFS:
        raise MeaningError("too_many_proofs", limit=MAX_PROOFS)
    meaning = meaning or read_meaning(unsecured(document), resolver)
    signed = _Signed(document, meaning, purpose, documents, resolver)
    return tuple(_verify(signed, proof) for proof in proofs)


def verdict(found: Sequence[ProofFinding]) -> Finding:
    """One answer for a set of proofs, each alone: one broken proof makes "no".

    A proof that cannot be checked beside a sound one leaves "yes" and is counted: it could as well be left out, so it
    takes nothing from the sound one.
    """
    findings = [one.finding for one in found]
    if not findings:
        return Finding("no", "no_proof")
    broken = next((finding for finding in findings if finding.answer == "no"), None)
    if broken is not None:
        return broken
    unchecked = [finding for finding in findings if finding.answer == "not checked"]
    if len(unchecked) == len(findings):
        return unchecked[0]
    if unchecked:
        return Finding("yes", "sound_beside_unchecked", {"unchecked": len(unchecked), "proofs": len(findings)})
    return Finding("yes", "sound", {"proofs": len(findings)}) if len(findings) > 1 else findings[0]


def proofs_of(document: Mapping[str, Any]) -> list[Any]:
    """The proofs of a document as a list, as they stand."""
    proof = document.get("proof")
    if proof is None:
        return []
    return list(proof) if isinstance(proof, list) else [proof]


def unsecured(document: Mapping[str, Any]) -> dict[str, Any]:
    """A document without its proofs."""
    return {key: value for key, value in document.items() if key != "proof"}


@dataclass(frozen=True)
class _Signed:
    """A document with what all its proofs are verified against."""

    document: Mapping[str, Any]
    meaning: Meaning
    purpose: Purpose
    documents: Documents
    resolver: FrozenResolver | None


def _verify(signed: _Signed, proof: object) -> ProofFinding:
    if not isinstance(proof, dict):
        return ProofFinding({}, Finding("no", "bad_proof"))
    problem = _cannot_check(signed.document, proof, signed.purpose)
    if problem is not None:
        return ProofFinding(proof, problem)
    method = proof["verificationMethod"]
    key = find_key(method, signed.documents)
    if isinstance(key, Finding):
        return ProofFinding(proof, key, method)
    if key.kind != "Ed25519":
        return ProofFinding(proof, Finding("no", "key_not_for_suite", {"key": method}), method)
    data = signing_input(signed.document, proof, signed.resolver, signed.meaning)
    sound = _is_sound(data, proof.get("proofValue"), key)
    return ProofFinding(proof, Finding("yes", "sound") if sound else Finding("no", "broken"), method, key)


def _cannot_check(document: Mapping[str, Any], proof: Mapping[str, Any], purpose: Purpose) -> Finding | None:
    suite = _suite(proof)
    if suite not in SUITES:
        return Finding("not checked", "unsupported_suite", {"suite": suite})
    if "@context" in proof:
        return Finding("not checked", "proof_has_context")
    if proof.get("proofPurpose") != purpose:
        return Finding("no", "wrong_purpose", {"expected": purpose})
    if not isinstance(proof.get("verificationMethod"), str):
        return Finding("no", "bad_proof")
    missing = set(_previous_names(proof)) - set(texts([other.get("id") for other in _other_proofs(document)]))
    return Finding("no", "previous_proof_missing") if missing else None


def _suite(proof: Mapping[str, Any]) -> str:
    kind = proof.get("type")
    return str(proof.get("cryptosuite") if kind == "DataIntegrityProof" else kind)[:80]


def _is_sound(data: bytes, proof_value: object, public: PublicKey) -> bool:
    try:
        return is_signed(public, "EdDSA", data, decode_multibase(proof_value))
    except ValueError:
        return False


def _previous(document: Mapping[str, Any], proof: Mapping[str, Any]) -> dict[str, Any]:
    """The proofs that a proof in a chain signs along with the document, under their key; empty outside a chain."""
    names = _previous_names(proof)
    return {"proof": [other for other in _other_proofs(document) if other.get("id") in names]} if names else {}


def _previous_names(proof: Mapping[str, Any]) -> list[Any]:
    named = proof.get("previousProof", [])
    return [str(name) for name in (named if isinstance(named, list) else [named])]


def _other_proofs(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [other for other in proofs_of(document) if isinstance(other, dict)]


def _hash(meaning: Meaning) -> bytes:
    return hashlib.sha256(meaning.canonical.encode()).digest()
