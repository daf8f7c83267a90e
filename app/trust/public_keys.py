"""Public keys in every form that issuers write them: multikey, JWK, PEM and bare base58."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from app.trust.multibase import ED25519_PUBLIC, decode_base58, decode_base64url, decode_multibase

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

KeyKind = Literal["Ed25519", "P-256", "P-384", "RSA"]

# Unsigned varints of the multicodec table: p256-pub, p384-pub.
_P256_PUBLIC, _P384_PUBLIC = b"\x80\x24", b"\x81\x24"
RSA_BITS = (2048, 8192)
MAX_PEM = 10_000


class UnknownKindError(ValueError):
    """A key of a kind that is not known here: nothing is wrong with it as far as can be told."""


# Characters; twice what the longest key known here takes.
_LONGEST_REMEMBERED = 200


@dataclass(frozen=True)
class PublicKey:
    """A public key, equal to any other of the same key however that was written.

    `data` is the 32 bytes of an Ed25519 key, the compressed point of a P-256 or P-384 key (SEC 1, section 2.3.3), or
    the DER SubjectPublicKeyInfo of an RSA key.
    """

    kind: KeyKind
    data: bytes


def from_multikey(text: object) -> PublicKey:
    """The key of a Multikey (Controlled Identifiers 1.0, section 2.2.2). Raises ValueError."""
    if isinstance(text, str) and len(text) <= _LONGEST_REMEMBERED:
        return _remembered(text)
    return from_multikey_bytes(decode_multibase(text))


@lru_cache(maxsize=512)
def _remembered(text: str) -> PublicKey:
    """One issuer's key is asked for twice in each of its records."""
    return from_multikey_bytes(decode_multibase(text))


def from_multikey_bytes(data: bytes) -> PublicKey:
    """The key of a Multikey's bytes: a header for its kind, then the key. Raises ValueError."""
    header, rest = data[:2], data[2:]
    if header == ED25519_PUBLIC and len(rest) == 32:
        return PublicKey("Ed25519", rest)
    if header == _P256_PUBLIC:
        return _on_curve("P-256", rest)
    if header == _P384_PUBLIC:
        return _on_curve("P-384", rest)
    raise UnknownKindError(header.hex())


def from_jwk(jwk: object) -> PublicKey:
    """The key of a JSON Web Key (RFC 7517, RFC 8037). Raises ValueError, for a private one too."""
    if not isinstance(jwk, Mapping) or "d" in jwk:
        raise ValueError("jwk")
    kind, curve = jwk.get("kty"), jwk.get("crv")
    reader = _JWK_READERS.get((str(kind), curve if curve is None else str(curve)))
    if reader is None:
        raise UnknownKindError("jwk")
    return reader(jwk)


def from_pem(text: object) -> PublicKey:
    """The key of a PEM "PUBLIC KEY" block or certificate, as Open Badges 2.0 writes them. Raises ValueError."""
    from cryptography.hazmat.primitives.serialization import load_pem_public_key
    from cryptography.x509 import load_pem_x509_certificate

    if not isinstance(text, str) or len(text) > MAX_PEM:
        raise ValueError("pem")
    block = text.encode()
    if b"BEGIN CERTIFICATE" in block:
        return _from_library(lambda: load_pem_x509_certificate(block).public_key())
    return _from_library(lambda: load_pem_public_key(block))


def from_certificate(der: bytes) -> PublicKey:
    """The key of an X.509 certificate in DER; nothing else of it is believed. Raises ValueError."""
    from cryptography.x509 import load_der_x509_certificate

    return _from_library(lambda: load_der_x509_certificate(der).public_key())


def from_method(method: Mapping[str, Any]) -> PublicKey:
    """The key of a verification method, in whichever form it states it. Raises ValueError."""
    for field, read in _METHOD_READERS.items():
        if field in method:
            return read(method[field])
    raise ValueError("no key")


def states_key(method: Mapping[str, Any]) -> bool:
    """Whether an object states a public key in some form."""
    return not _METHOD_READERS.keys().isdisjoint(method)


def _from_base58(text: object) -> PublicKey:
    """An Ed25519 key of 32 bytes (Ed25519VerificationKey2018)."""
    data = decode_base58(text) if isinstance(text, str) else b""
    if len(data) != 32:
        raise ValueError(str(text)[:20])
    return PublicKey("Ed25519", data)


def _ed25519_jwk(jwk: Mapping[str, Any]) -> PublicKey:
    data = decode_base64url(str(jwk.get("x")))
    if len(data) != 32:
        raise ValueError("jwk")
    return PublicKey("Ed25519", data)


def _ec_jwk(jwk: Mapping[str, Any]) -> PublicKey:
    x, y = decode_base64url(str(jwk.get("x"))), decode_base64url(str(jwk.get("y")))
    if len(x) != len(y):
        raise ValueError("jwk")
    return _on_curve("P-256" if jwk["crv"] == "P-256" else "P-384", b"\x04" + x + y)


def _rsa_jwk(jwk: Mapping[str, Any]) -> PublicKey:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers

    modulus, exponent = decode_base64url(str(jwk.get("n"))), decode_base64url(str(jwk.get("e")))
    if 8 * len(modulus) > 2 * RSA_BITS[1] or len(exponent) > 8:
        raise ValueError("jwk")
    return _rsa(RSAPublicNumbers(int.from_bytes(exponent), int.from_bytes(modulus)).public_key())


def _from_library(load: Callable[[], object]) -> PublicKey:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, SECP384R1, EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    try:
        key = load()
    except UnsupportedAlgorithm as other:
        raise UnknownKindError("kind of key") from other
    if isinstance(key, Ed25519PublicKey):
        return PublicKey("Ed25519", key.public_bytes_raw())
    if isinstance(key, RSAPublicKey):
        return _rsa(key)
    if isinstance(key, EllipticCurvePublicKey) and isinstance(key.curve, (SECP256R1, SECP384R1)):
        return _point("P-256" if isinstance(key.curve, SECP256R1) else "P-384", key)
    raise UnknownKindError("kind of key")


def _on_curve(kind: Literal["P-256", "P-384"], point: bytes) -> PublicKey:
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, SECP384R1, EllipticCurvePublicKey

    curve = SECP256R1() if kind == "P-256" else SECP384R1()
    return _point(kind, EllipticCurvePublicKey.from_encoded_point(curve, point))


def _point(kind: KeyKind, key: "EllipticCurvePublicKey") -> PublicKey:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return PublicKey(kind, key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint))


def _rsa(key: "RSAPublicKey") -> PublicKey:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    if not RSA_BITS[0] <= key.key_size <= RSA_BITS[1]:
        raise ValueError("rsa size")
    return PublicKey("RSA", key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))


_JWK_READERS: Mapping[tuple[object, object], Callable[[Mapping[str, Any]], PublicKey]] = {
    ("OKP", "Ed25519"): _ed25519_jwk,
    ("EC", "P-256"): _ec_jwk,
    ("EC", "P-384"): _ec_jwk,
    ("RSA", None): _rsa_jwk,
}
_METHOD_READERS: Mapping[str, Callable[[object], PublicKey]] = {
    "publicKeyMultibase": from_multikey,
    "publicKeyJwk": from_jwk,
    "publicKeyBase58": _from_base58,
    "publicKeyPem": from_pem,
}
