"""Secret keys as wallets write them, taken apart only when the learner wants one kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from app.trust.multibase import decode_base58, decode_base64url, decode_multibase

# Unsigned varints of the multicodec table (ed25519-priv, x25519-priv, p256-priv, p384-priv, secp256k1-priv).
_ED25519_PRIVATE = b"\x80\x26"
_OTHERS = {b"\x82\x26": "X25519", b"\x86\x26": "P-256", b"\x87\x26": "P-384", b"\x81\x26": "secp256k1"}
_SEED = 32
ED25519: Final = "Ed25519"


@dataclass(frozen=True)
class SecretKey:
    """What kind of key it is, and its seed (32 bytes) where it is an Ed25519 key that fits its public half."""

    kind: str
    seed: bytes | None = field(default=None, repr=False)


def secret_key(method: Mapping[str, Any]) -> SecretKey:
    """The secret key of a verification method or JWK; a seed only where everything stated of the key fits it."""
    try:
        found = _read(method)
        return found if found.seed is None or _fits(method, found.seed) else SecretKey(found.kind)
    except (ValueError, TypeError, KeyError):
        return SecretKey(_stated(method))


def _read(method: Mapping[str, Any]) -> SecretKey:
    jwk = method.get("privateKeyJwk", method if "kty" in method else None)
    if isinstance(jwk, Mapping):
        kind = str(jwk.get("crv", jwk.get("kty")))[:40]
        return SecretKey(kind, _exact(decode_base64url(str(jwk["d"]))) if kind == ED25519 else None)
    if (text := method.get("privateKeyMultibase", method.get("secretKeyMultibase"))) is not None:
        data = decode_multibase(text)
        if data.startswith(_ED25519_PRIVATE):
            return SecretKey(ED25519, _seed_of(data[2:]))
        return SecretKey(_OTHERS.get(data[:2], _stated(method)))
    if _stated(method).startswith(ED25519) and "privateKeyBase58" in method:
        return SecretKey(ED25519, _seed_of(decode_base58(method["privateKeyBase58"])))
    return SecretKey(_stated(method))


def _seed_of(data: bytes) -> bytes:
    """A seed alone, or with its public key behind it (RFC 8032's private key as NaCl keeps it)."""
    from nacl.signing import SigningKey

    seed = _exact(data[:_SEED])
    if len(data) != _SEED and data[_SEED:] != bytes(SigningKey(seed).verify_key):
        raise ValueError("key pair")
    return seed


def _exact(seed: bytes) -> bytes:
    if len(seed) != _SEED:
        raise ValueError("seed")
    return seed


def _fits(method: Mapping[str, Any], seed: bytes) -> bool:
    """Whether the public key that is stated beside a secret one is its own."""
    from nacl.signing import SigningKey

    from app.trust.public_keys import PublicKey, from_jwk, from_method, states_key

    own = PublicKey(ED25519, bytes(SigningKey(seed).verify_key))
    jwk = method.get("privateKeyJwk", method if "kty" in method else None)
    if isinstance(jwk, Mapping):
        return from_jwk({key: value for key, value in jwk.items() if key != "d"}) == own
    return not states_key(method) or from_method(method) == own


def _stated(method: Mapping[str, Any]) -> str:
    kind = method.get("type", "")
    return kind.partition("VerificationKey")[0].partition("KeyAgreement")[0][:40] if isinstance(kind, str) else ""
