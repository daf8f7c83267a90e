"""Bare signatures over bytes, by JOSE's names for the algorithms (RFC 7518 section 3.1, RFC 8037)."""

from typing import Literal, cast

from app.trust.public_keys import KeyKind, PublicKey

Algorithm = Literal["EdDSA", "ES256", "ES384", "RS256", "PS256"]

# Which kind of key an algorithm is for: a key of another kind never verifies, whatever a header says.
KEY_KINDS: dict[Algorithm, KeyKind] = {
    "EdDSA": "Ed25519",
    "ES256": "P-256",
    "ES384": "P-384",
    "RS256": "RSA",
    "PS256": "RSA",
}


def is_signed(key: PublicKey, algorithm: Algorithm, data: bytes, signature: bytes) -> bool:
    """Whether `signature` over `data` was made with that key; EC signatures are r and s side by side (IEEE P1363)."""
    if KEY_KINDS[algorithm] != key.kind:
        return False
    if key.kind == "Ed25519":
        return _ed25519(key.data, data, signature)
    return _rsa(key.data, algorithm, data, signature) if key.kind == "RSA" else _ecdsa(key, data, signature)


def _ed25519(public: bytes, data: bytes, signature: bytes) -> bool:
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(public).verify(data, signature)
    except (CryptoError, ValueError, TypeError):
        return False
    return True


def _ecdsa(key: PublicKey, data: bytes, signature: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
    from cryptography.hazmat.primitives.hashes import SHA256, SHA384

    size, curve, algorithm = (32, ec.SECP256R1(), SHA256()) if key.kind == "P-256" else (48, ec.SECP384R1(), SHA384())
    if len(signature) != 2 * size:
        return False
    encoded = encode_dss_signature(int.from_bytes(signature[:size]), int.from_bytes(signature[size:]))
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(curve, key.data).verify(encoded, data, ec.ECDSA(algorithm))
    except InvalidSignature:
        return False
    return True


def _rsa(der: bytes, algorithm: Algorithm, data: bytes, signature: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.padding import MGF1, PSS, PKCS1v15
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    key = cast(RSAPublicKey, load_der_public_key(der))
    padding = PSS(MGF1(SHA256()), SHA256.digest_size) if algorithm == "PS256" else PKCS1v15()
    try:
        key.verify(signature, data, padding, SHA256())
    except InvalidSignature:
        return False
    return True
