"""What each proof suite canonicalises, hashes and signs with.

Sources: W3C Data Integrity EdDSA Cryptosuites 1.0 and ECDSA Cryptosuites 1.0, each section 3; for the old linked-data
suites Ed25519 Signature 2018, JSON Web Signature 2020, and what their implementations agree on: the proof's options are
read with the document's own contexts.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from app.trust.contexts import FrozenResolver
from app.trust.detached import check_detached
from app.trust.inline import MeaningError
from app.trust.jcs import InexactNumberError, canonical_json
from app.trust.keys import Finding
from app.trust.meaning import Meaning
from app.trust.multibase import decode_multibase
from app.trust.options import canonical_options
from app.trust.public_keys import KeyKind, PublicKey
from app.trust.sd import Checked, check_statements
from app.trust.signatures import Algorithm, is_signed

Over = Literal["rdf", "letters", "statements"]

# All that a Data Integrity proof has (Verifiable Credential Data Integrity 1.0, section 2.1).
_PROOF_TERMS = frozenset(
    {
        "@context", "id", "type", "cryptosuite", "created", "expires", "verificationMethod", "proofPurpose",
        "previousProof", "challenge", "domain", "nonce", "proofValue",
    }
)  # fmt: skip
_ALGORITHMS: Mapping[KeyKind, tuple[str, Algorithm]] = {
    "Ed25519": ("sha256", "EdDSA"),
    "P-256": ("sha256", "ES256"),
    "P-384": ("sha384", "ES384"),
}


@dataclass(frozen=True)
class Suite:
    """Over what a suite signs (RDF, the letters, or statement by statement), with which kinds of key, written where."""

    over: Over
    keys: frozenset[KeyKind]
    field: Literal["proofValue", "jws"] = "proofValue"


_ED25519: frozenset[KeyKind] = frozenset({"Ed25519"})
_CURVES: frozenset[KeyKind] = frozenset({"P-256", "P-384"})

SUITES: Mapping[str, Suite] = {
    "eddsa-rdfc-2022": Suite("rdf", _ED25519),
    "eddsa-jcs-2022": Suite("letters", _ED25519),
    "ecdsa-rdfc-2019": Suite("rdf", _CURVES),
    "ecdsa-jcs-2019": Suite("letters", _CURVES),
    "ecdsa-sd-2023": Suite("statements", frozenset({"P-256"})),
    "Ed25519Signature2020": Suite("rdf", _ED25519),
    "Ed25519Signature2018": Suite("rdf", _ED25519, "jws"),
    "JsonWebSignature2020": Suite("rdf", frozenset({"Ed25519", "P-256", "P-384", "RSA"}), "jws"),
}

# Linked-data suites that are not checked here but sign RDF all the same.
OTHER_RDF_SUITES = frozenset({"RsaSignature2018", "BbsBlsSignature2020", "EcdsaSecp256k1Signature2019"})


@dataclass(frozen=True)
class Covered:
    """What one proof covers: the document without its proofs but for those it follows, and that document's meaning.

    `meaning` may be None for a suite that signs the letters.
    """

    document: Mapping[str, Any]
    meaning: Meaning | None
    resolver: FrozenResolver | None


def suite_name(proof: Mapping[str, Any]) -> str:
    """The name of a proof's suite as it stands there, cut to a length that can be shown."""
    kind = proof.get("type")
    return str(proof.get("cryptosuite") if kind == "DataIntegrityProof" else kind)[:80]


def signs_letters(proof: object) -> bool:
    """Whether a proof is of a suite that signs a document letter by letter."""
    suite = SUITES.get(suite_name(proof)) if isinstance(proof, Mapping) else None
    return suite is not None and suite.over == "letters"


def contexts_of(holder: Mapping[str, Any]) -> list[str]:
    """The contexts that a document or proof states, one by one, so that they can be compared to the letter."""
    stated = holder.get("@context")
    return [json.dumps(one, sort_keys=True) for one in (stated if isinstance(stated, list) else [stated])]


def options_of(proof: Mapping[str, Any]) -> dict[str, Any]:
    """What a proof says beside its signature, in the one field where its suite has that."""
    suite = SUITES.get(suite_name(proof))
    field = suite.field if suite else "proofValue"
    return {key: value for key, value in proof.items() if key != field}


def check_proof(covered: Covered, proof: Mapping[str, Any], key: PublicKey) -> Checked:
    """Whether a proof of a known suite, its key being of a kind for it, was made over what it covers.

    Raises MeaningError where the proof could mean something else than it says.
    """
    suite = SUITES[suite_name(proof)]
    if suite.over == "statements":
        return _statements(covered, proof, key)
    if suite.field == "jws":
        return _whole(check_detached(proof.get("jws"), rdf_input(covered, proof), key))
    hashing, algorithm = _ALGORITHMS[key.kind]
    make = rdf_input if suite.over == "rdf" else letters_input
    try:
        sound = is_signed(key, algorithm, make(covered, proof, hashing), decode_multibase(proof.get("proofValue")))
    except ValueError:
        sound = False
    return _whole(Finding("yes", "sound") if sound else Finding("no", "broken"))


def rdf_input(covered: Covered, proof: Mapping[str, Any], hashing: str = "sha256") -> bytes:
    """What a suite over RDF signs: the hash of the proof's options, then that of the document."""
    if covered.meaning is None:
        raise MeaningError("too_complex")
    return _hash(_options(covered, proof, hashing), hashing) + _hash(
        covered.meaning.canonical_with(hashing).encode(), hashing
    )


def letters_input(covered: Covered, proof: Mapping[str, Any], hashing: str = "sha256") -> bytes:
    """What a suite over letters signs. Raises MeaningError for terms that no proof has, and ValueError.

    A proof that states its contexts signs the document with those (vc-di-eddsa, section 3.3.2).
    """
    strange = sorted(proof.keys() - _PROOF_TERMS)
    if strange:
        raise MeaningError("undefined_term", term=strange[0][:80])
    context = {"@context": proof["@context"]} if "@context" in proof else {}
    try:
        letters = canonical_json({**covered.document, **context})
        return _hash(canonical_json(options_of(proof)), hashing) + _hash(letters, hashing)
    except InexactNumberError:
        raise MeaningError("bad_number") from None


def _statements(covered: Covered, proof: Mapping[str, Any], key: PublicKey) -> Checked:
    if covered.meaning is None:
        raise MeaningError("too_complex")
    options = _hash(_options(covered, proof, "sha256"), "sha256")
    return check_statements(covered.document, covered.meaning, proof.get("proofValue"), options, key, covered.resolver)


def _options(covered: Covered, proof: Mapping[str, Any], hashing: str) -> bytes:
    """What a proof says beside its signature, read with the document's contexts."""
    options = {**options_of(proof), "@context": covered.document.get("@context")}
    return canonical_options(options, covered.resolver, hashing).encode()


def _whole(finding: Finding) -> Checked:
    return Checked(finding, frozenset())


def _hash(data: bytes, hashing: str) -> bytes:
    return hashlib.new(hashing, data).digest()
