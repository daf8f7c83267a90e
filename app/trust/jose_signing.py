"""Compact JWS signed with Ed25519 (RFC 7515; RFC 8037, section 3.1)."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping

ALGORITHM = "EdDSA"


def sign_jws(header: Mapping[str, str], payload: str, seed: bytes) -> str:
    """The compact JWS of a payload's text, to the letter, with an Ed25519 seed (32 bytes); the header gains `alg`."""
    from nacl.signing import SigningKey

    head = json.dumps({"alg": ALGORITHM, **header}, separators=(",", ":"))
    covered = f"{_segment(head.encode())}.{_segment(payload.encode())}"
    return f"{covered}.{_segment(SigningKey(seed).sign(covered.encode('ascii')).signature)}"


def _segment(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode("ascii")
