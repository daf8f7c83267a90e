"""Proofs embedded in JSON: made, verified each alone, and one verdict for sets and chains of them.

Sources: W3C Verifiable Credential Data Integrity 1.0, section 4; the suites are in `app.trust.suites`. Those made here
are Ed25519 over RDF: `eddsa-rdfc-2022` and `Ed25519Signature2020`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from app.trust.bounds import check_readings, within_limits
from app.trust.contexts import FrozenResolver
from app.trust.documents import Documents
from app.trust.inline import MeaningError
from app.trust.keys import Finding, Purpose, find_key
from app.trust.meaning import Meaning, read_meaning
from app.trust.multibase import encode_base58
from app.trust.public_keys import PublicKey
from app.trust.sets import texts
from app.trust.suites import OTHER_RDF_SUITES, SUITES, Covered, check_proof, contexts_of, rdf_input, suite_name

Suite = Literal["eddsa-rdfc-2022", "Ed25519Signature2020"]

# HR Open Standards writes the addresses of its JSON Schemas where JSON-LD has contexts.
_SCHEMA = re.compile(r"https?://schema\.hropenstandards\.org/.+\.json")


@dataclass(frozen=True)
class ProofFinding:
    """What came of one proof; `method` and `key` where it named a key that could be had.

    `origin` is what the place that the key came from says about whose it is, where no document lists it.
    `loose` are the properties (IRIs) that the document states and its holder could have left out.
    """

    proof: Mapping[str, Any]
    finding: Finding
    method: str | None = None
    key: PublicKey | None = None
    origin: Finding | None = None
    loose: frozenset[str] = frozenset()


def add_proof(
    document: Mapping[str, Any],
    *,
    seed: bytes,
    verification_method: str,
    purpose: Purpose,
    created: str,
    expires: str | None = None,
    suite: Suite = "eddsa-rdfc-2022",
    challenge: str | None = None,
    domain: str | None = None,
    resolver: FrozenResolver | None = None,
) -> dict[str, Any]:
    """The document with one proof more, signed with an Ed25519 seed (32 bytes).

    `created` and `expires` are xsd:dateTime. The proofs that are there stay as they are (a proof set). Raises
    MeaningError where the document could not be checked by a reader, and UnknownContextError.
    """
    from nacl.signing import SigningKey

    optional = {"expires": expires, "challenge": challenge, "domain": domain}
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
    """The 64 bytes that a proof over RDF signs with SHA-256, in a set or in a chain (`previousProof`)."""
    covered = {**unsecured(document), **_previous(document, proof)}
    return rdf_input(Covered(covered, read_meaning(covered, resolver), resolver), proof)


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
    proofs = within_limits(document, proofs_of(document))
    meaning = meaning or read_meaning(unsecured(document), resolver)
    check_readings(document, proofs, len(meaning.quads))
    signed = _Signed(document, meaning, Finding("yes", "all_defined"), purpose, documents, resolver)
    return tuple(_verify(signed, proof) for proof in proofs)


def verify_letters(
    document: Mapping[str, Any], *, purpose: Purpose, documents: Documents, unread: Finding
) -> tuple[ProofFinding, ...]:
    """What came of each proof of a document whose contexts are not all at hand: of those over RDF, `unread`.

    Where a schema stands for a context there is no RDF to sign, so that such a proof is no signature at all. Raises
    MeaningError where a proof means something that is refused.
    """
    if any(_SCHEMA.fullmatch(address) for address in texts(document.get("@context"))):
        unread = Finding("no", "nothing_to_sign")
    signed = _Signed(document, None, unread, purpose, documents, None)
    return tuple(_verify(signed, proof) for proof in within_limits(document, proofs_of(document)))


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


def may_be_cut(document: Mapping[str, Any]) -> bool:
    """Whether a proof lets the holder leave parts out, so that what is not there may have been."""
    return any(suite_name(proof) == "ecdsa-sd-2023" for proof in _objects(proofs_of(document)))


@dataclass(frozen=True)
class _Signed:
    """A document with what all its proofs are verified against; `unread` says why `meaning` is None."""

    document: Mapping[str, Any]
    meaning: Meaning | None
    unread: Finding
    purpose: Purpose
    documents: Documents
    resolver: FrozenResolver | None


def _verify(signed: _Signed, proof: object) -> ProofFinding:
    if not isinstance(proof, dict):
        return ProofFinding({}, Finding("no", "bad_proof"))
    problem = _cannot_check(signed, proof)
    if problem is not None:
        return ProofFinding(proof, problem)
    method = proof["verificationMethod"]
    key = find_key(method, signed.documents)
    if isinstance(key, Finding):
        return ProofFinding(proof, key, method)
    if key.kind not in SUITES[suite_name(proof)].keys:
        return ProofFinding(proof, Finding("no", "key_not_for_suite", {"key": method}), method)
    checked = check_proof(_covered(signed, proof), proof, key)
    return ProofFinding(proof, checked.finding, method, key, loose=checked.loose)


def _cannot_check(signed: _Signed, proof: Mapping[str, Any]) -> Finding | None:
    name = suite_name(proof)
    suite = SUITES.get(name)
    if signed.meaning is None and (name in OTHER_RDF_SUITES if suite is None else suite.over != "letters"):
        return signed.unread
    if suite is None:
        return Finding("not checked", "unsupported_suite", {"suite": name})
    if proof.get("proofPurpose") != signed.purpose:
        return Finding("no", "wrong_purpose", {"expected": signed.purpose})
    if not isinstance(proof.get("verificationMethod"), str):
        return Finding("no", "bad_proof")
    others = [other.get("id") for other in _objects(proofs_of(signed.document))]
    if not set(_previous_names(proof)) <= set(texts(others)):
        return Finding("no", "previous_proof_missing")
    return _own_contexts(signed, proof) if "@context" in proof else None


def _own_contexts(signed: _Signed, proof: Mapping[str, Any]) -> Finding | None:
    """Why a proof that states contexts of its own cannot be checked, if it cannot.

    One over the letters signs those, and the document may only have added to them (vc-di-eddsa, section 3.3.2): added
    ones are not signed, so they may not change what anything means. One over RDF signs the document's own.
    """
    stated, own = contexts_of(proof), contexts_of(signed.document)
    if stated == own:
        return None
    if SUITES[suite_name(proof)].over != "letters":
        return Finding("not checked", "proof_has_context")
    if own[: len(stated)] != stated:
        return Finding("no", "proof_context_differs")
    if signed.meaning is None:
        return signed.unread
    as_signed = {**unsecured(signed.document), "@context": proof["@context"]}
    try:
        same = read_meaning(as_signed, signed.resolver).canonical == signed.meaning.canonical
    except MeaningError:
        same = False
    return None if same else Finding("no", "broken")


def _covered(signed: _Signed, proof: Mapping[str, Any]) -> Covered:
    document, linked = unsecured(signed.document), _previous(signed.document, proof)
    if SUITES[suite_name(proof)].over == "letters":
        return Covered({**document, **linked}, signed.meaning, signed.resolver)
    if not linked:
        return Covered(document, signed.meaning, signed.resolver)
    own = contexts_of(signed.document)
    document["proof"] = [_without_contexts(other, own) for other in linked["proof"]]
    return Covered(document, read_meaning(document, signed.resolver), signed.resolver)


def _without_contexts(proof: Mapping[str, Any], own: Sequence[str]) -> Mapping[str, Any]:
    """A proof that repeats the document's contexts means the same without them."""
    if "@context" not in proof or contexts_of(proof) != own:
        return proof
    return {key: value for key, value in proof.items() if key != "@context"}


def _previous(document: Mapping[str, Any], proof: Mapping[str, Any]) -> dict[str, Any]:
    """The proofs that a proof in a chain signs along with the document, under their key; empty outside a chain."""
    names = _previous_names(proof)
    return {"proof": [other for other in _objects(proofs_of(document)) if other.get("id") in names]} if names else {}


def _previous_names(proof: Mapping[str, Any]) -> list[Any]:
    named = proof.get("previousProof", [])
    return [str(name) for name in (named if isinstance(named, list) else [named])]


def _objects(values: Sequence[object]) -> list[Mapping[str, Any]]:
    return [value for value in values if isinstance(value, dict)]
