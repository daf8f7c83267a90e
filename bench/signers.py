"""Signers of every proof suite with made-up keys, for records that the program itself only checks."""

import base64
import hashlib
import json
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256, SHA384
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from openvc.cbor import encode

from app.trust.canonical import canonical_labels, labelled
from app.trust.contexts import FrozenResolver
from app.trust.keys import did_key
from app.trust.meaning import read_meaning, read_quads
from app.trust.multibase import encode_base58
from app.trust.naming import with_names
from app.trust.proofs import proofs_of, unsecured
from app.trust.sd import NAME, blinded_labels, unnamed
from app.trust.selection import select
from app.trust.suites import Covered, letters_input, options_of, rdf_input

CREATED = "2026-01-02T03:04:05Z"
SECRET = bytes(range(32))
_CURVES = {"P-256": (ec.SECP256R1(), SHA256(), 32, b"\x80\x24"), "P-384": (ec.SECP384R1(), SHA384(), 48, b"\x81\x24")}
_ALGORITHMS = {"Ed25519": "EdDSA", "P-256": "ES256", "P-384": "ES384", "RSA": "PS256"}


@dataclass(frozen=True)
class Key:
    """A private key of a kind, and the did:key it makes (for RSA: any name, its document being at hand)."""

    kind: str
    private: Any
    did: str
    method: str

    @property
    def hashing(self) -> str:
        """The hash its suites use."""
        return "sha384" if self.kind == "P-384" else "sha256"

    def sign(self, data: bytes) -> bytes:
        """A signature of that kind of key over bytes; of a curve, r and s side by side."""
        if self.kind == "Ed25519":
            return bytes(self.private.sign(data))
        if self.kind == "RSA":
            return bytes(self.private.sign(data, padding.PSS(padding.MGF1(SHA256()), 32), SHA256()))
        _, hashing, size, _ = _CURVES[self.kind]
        r, s = decode_dss_signature(self.private.sign(data, ec.ECDSA(hashing)))
        return r.to_bytes(size) + s.to_bytes(size)

    @property
    def multikey_bytes(self) -> bytes:
        """A key on a curve as a multikey's bytes."""
        point = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
        return bytes(_CURVES[self.kind][3] + point)


def pem(by: Key) -> str:
    """The public half of a key as PEM."""
    public: bytes = by.private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return public.decode()


def key(kind: str, number: int = 7) -> Key:
    """The key of a number (1 to 255): the same in every run, but for RSA."""
    if kind == "Ed25519":
        private = Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)
        did = did_key(private.public_key().public_bytes_raw())
        return Key(kind, private, did, f"{did}#{did.removeprefix('did:key:')}")
    if kind == "RSA":
        return Key(kind, rsa.generate_private_key(65537, 2048), "did:example:rsa", "did:example:rsa#key")
    point = ec.derive_private_key(number, _CURVES[kind][0])
    multikey = "z" + encode_base58(Key(kind, point, "", "").multikey_bytes)
    return Key(kind, point, f"did:key:{multikey}", f"did:key:{multikey}#{multikey}")


def with_proof(
    document: dict[str, Any],
    suite: str,
    by: Key,
    *,
    contexts: bool = True,
    resolver: FrozenResolver | None = None,
    **changes: object,
) -> dict[str, Any]:
    """The document with one proof more. `contexts`: a suite over letters states them; `changes` to its options."""
    kind = {"type": suite} if "Signature" in suite else {"type": "DataIntegrityProof", "cryptosuite": suite}
    proof: dict[str, Any] = {
        **kind,
        "created": CREATED,
        "verificationMethod": by.method,
        "proofPurpose": "assertionMethod",
        **changes,
    }
    covered = _covered(document, proof, resolver if "jcs" not in suite else None, letters="jcs" in suite)
    if "jcs" in suite:
        if contexts and "@context" not in proof and "@context" in document:
            proof["@context"] = document["@context"]
        proof["proofValue"] = "z" + encode_base58(by.sign(letters_input(covered, proof, by.hashing)))
    elif suite in {"Ed25519Signature2018", "JsonWebSignature2020"}:
        proof["jws"] = detached(by, rdf_input(covered, proof))
    else:
        proof["proofValue"] = "z" + encode_base58(by.sign(rdf_input(covered, proof, by.hashing)))
    return _added(document, proof)


def detached(by: Key, data: bytes, **header: object) -> str:
    """A detached JWS over bytes; a header of None is left out."""
    head: dict[str, object] = {"alg": _ALGORITHMS[by.kind], "b64": False, "crit": ["b64"], **header}
    first = unpadded(json.dumps({name: value for name, value in head.items() if value is not None}).encode())
    return f"{first}..{unpadded(by.sign(first.encode() + b'.' + data))}"


def base_proof(document: dict[str, Any], by: Key, pointers: list[str], **changes: object) -> dict[str, Any]:
    """The document with an `ecdsa-sd-2023` base proof whose mandatory part the pointers name."""
    proof = {
        "type": "DataIntegrityProof",
        "cryptosuite": "ecdsa-sd-2023",
        "created": CREATED,
        "verificationMethod": by.method,
        "proofPurpose": "assertionMethod",
        **changes,
    }
    once = key("P-256", 99)
    lines, mandatory = _grouped(document, pointers)
    signature = by.sign(_options_hash(document, proof) + once.multikey_bytes + _hash("".join(mandatory)))
    others = [once.sign(line.encode()) for line in lines if line not in mandatory]
    return _added(document, {**proof, "proofValue": base_value(signature, once, others, pointers)})


def base_value(signature: bytes, once: Key, others: list[bytes], pointers: list[str]) -> str:
    """A base proof's value from what it is made of."""
    return sd_value(b"\xd9\x5d\x00", [signature, once.multikey_bytes, SECRET, others, pointers])


def sd_value(header: bytes, parts: list[Any]) -> str:
    """A proof value: its header, then its parts in CBOR."""
    return "u" + unpadded(header + encode(parts))


def derived(document: dict[str, Any], by: Key, pointers: list[str], kept: list[str]) -> dict[str, Any]:
    """What a holder shows of a document signed statement by statement: the mandatory part and what is kept."""
    shown, parts = derived_parts(document, by, pointers, kept)
    return with_derived(document, by, shown, parts)


def derived_parts(
    document: dict[str, Any], by: Key, pointers: list[str], kept: list[str]
) -> tuple[dict[str, Any], list[Any]]:
    """The part shown, and the five parts of its proof value (base signature, key, signatures, labels, indexes)."""
    once = key("P-256", 99)
    named = with_names(document, NAME)
    dataset = unnamed(read_quads(named))
    labels = blinded_labels(dataset, SECRET)
    _, mandatory = _grouped(document, pointers)
    shown = select(document, pointers + kept)
    chosen = unnamed(read_quads(select(named, pointers + kept)))
    told = labelled(chosen, labels)
    numbers = canonical_labels(chosen)
    label_map = {int(number.removeprefix("_:c14n")): _digest(labels[node]) for node, number in numbers.items()}
    proof = base_proof(document, by, pointers)["proof"]
    signature = by.sign(_options_hash(document, proof) + once.multikey_bytes + _hash("".join(mandatory)))
    signatures = [once.sign(line.encode()) for line in told if line not in mandatory]
    indexes = [index for index, line in enumerate(told) if line in mandatory]
    return shown, [signature, once.multikey_bytes, signatures, label_map, indexes]


def with_derived(document: dict[str, Any], by: Key, shown: dict[str, Any], parts: list[Any]) -> dict[str, Any]:
    """The part shown with a derived proof of these parts."""
    proof = {**base_proof(document, by, [])["proof"], "proofValue": sd_value(b"\xd9\x5d\x01", parts)}
    return _added(shown, proof)


def _grouped(document: dict[str, Any], pointers: list[str]) -> tuple[list[str], list[str]]:
    named = with_names(document, NAME)
    dataset = unnamed(read_quads(named))
    labels = blinded_labels(dataset, SECRET)
    chosen = unnamed(read_quads(select(named, pointers))) if pointers else []
    return labelled(dataset, labels), labelled(chosen, labels)


def _digest(label: str) -> bytes:
    text = label.removeprefix("_:u")
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _options_hash(document: dict[str, Any], proof: dict[str, Any]) -> bytes:
    return _hash(read_meaning({**options_of(proof), "@context": document["@context"]}).canonical)


def _covered(
    document: dict[str, Any], proof: dict[str, Any], resolver: FrozenResolver | None, *, letters: bool
) -> Covered:
    named = proof.get("previousProof", [])
    names = named if isinstance(named, list) else [named]
    bare: dict[str, Any] = unsecured(document)
    if names:
        bare["proof"] = [other for other in proofs_of(document) if other.get("id") in names]
    return Covered(bare, None if letters else read_meaning(bare, resolver), resolver)


def _added(document: dict[str, Any], proof: dict[str, Any]) -> dict[str, Any]:
    proofs = [*proofs_of(document), proof]
    return {**document, "proof": proofs[0] if len(proofs) == 1 else proofs}


def unpadded(data: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
