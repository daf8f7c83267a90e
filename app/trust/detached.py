"""Detached signatures of the old linked-data suites: JWS with an unencoded payload (RFC 7515 appendix F, RFC 7797)."""

from collections.abc import Mapping

from app.errors import PersonError
from app.records.json_text import load
from app.trust.keys import Finding
from app.trust.multibase import decode_base64url
from app.trust.public_keys import KeyKind, PublicKey
from app.trust.signatures import Algorithm, is_signed

MAX_TEXT = 10_000

# JSON Web Signature 2020 has one algorithm for each kind of key, so that a header cannot choose another.
_ALGORITHMS: Mapping[KeyKind, Algorithm] = {"Ed25519": "EdDSA", "P-256": "ES256", "P-384": "ES384", "RSA": "PS256"}


def check_detached(jws: object, data: bytes, key: PublicKey) -> Finding:
    """Whether a detached JWS (header, nothing, signature) was made over `data` with that key."""
    parts = jws.split(".") if isinstance(jws, str) and len(jws) <= MAX_TEXT else []
    if len(parts) != 3 or parts[1]:
        return Finding("no", "bad_proof")
    try:
        header, signature = load(decode_base64url(parts[0])), decode_base64url(parts[2])
    except (ValueError, PersonError):
        return Finding("no", "bad_proof")
    if not isinstance(header, dict) or header.get("b64") is not False or header.get("crit") != ["b64"]:
        return Finding("no", "bad_proof")
    algorithm = _ALGORITHMS[key.kind]
    if header.get("alg") != algorithm:
        return _other_algorithm(header.get("alg"), key)
    sound = is_signed(key, algorithm, parts[0].encode() + b"." + data, signature)
    return Finding("yes", "sound") if sound else Finding("no", "broken")


def _other_algorithm(named: object, key: PublicKey) -> Finding:
    """RS256 is sound cryptography that no such suite has; any other name does not go with the key."""
    if named == "RS256" and key.kind == "RSA":
        return Finding("not checked", "unsupported_suite", {"suite": "RS256"})
    return Finding("no", "key_not_for_suite", {"key": str(named)[:80]})
