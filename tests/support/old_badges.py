"""Open Badges 1 and 2 of the tests' own, with keys of their own, and pictures to bake them into."""

import base64
import json
import struct
import zlib
from datetime import UTC, datetime
from functools import cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from app.trust.documents import Documents, HeldDocument

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
ASKED = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
OB_2 = "https://w3id.org/openbadges/v2"
OB_1 = "https://w3id.org/openbadges/v1"

SITE = "https://school.example"
AWARD = f"{SITE}/awards/7.json"
BADGE = f"{SITE}/badges/forklift.json"
ISSUER = f"{SITE}/issuer.json"
KEY = f"{SITE}/key.json"
REVOKED = f"{SITE}/revoked.json"


def changed(made: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """`made` with changes; one of None takes a field away."""
    return {key: value for key, value in {**made, **changes}.items() if value is not None}


def school_pages() -> dict[str, Any]:
    """What the school's website gives for the assertion and for what it links."""
    return {AWARD: award(), BADGE: badge_class(), ISSUER: profile()}


def award(**changes: Any) -> dict[str, Any]:
    """A hosted assertion of 2.0 that only links its badge."""
    made = {
        "@context": OB_2,
        "type": "Assertion",
        "id": AWARD,
        "recipient": {"type": "email", "hashed": False, "identity": "ana@example.org"},
        "issuedOn": "2026-01-05T09:00:00Z",
        "badge": BADGE,
        "verification": {"type": "HostedBadge"},
        "evidence": [{"id": "https://school.example/video", "name": "Test drive", "narrative": "Filmed."}],
        "narrative": "Drove every day.",
    }
    return changed(made, changes)


def badge_class(**changes: Any) -> dict[str, Any]:
    """A badge class of 2.0 that only links its issuer."""
    made = {
        "@context": OB_2,
        "type": "BadgeClass",
        "id": BADGE,
        "name": "Forklift Safety",
        "description": "Drives a forklift safely.",
        "criteria": {"id": f"{SITE}/criteria", "narrative": "Passed the test."},
        "tags": ["warehouse", "safety"],
        "alignment": [
            {
                "targetName": "Operate forklifts",
                "targetUrl": "https://skills.example/forklift",
                "targetCode": "F-1",
                "targetFramework": "Skills",
                "targetDescription": "To operate one.",
            }
        ],
        "issuer": ISSUER,
    }
    return changed(made, changes)


def profile(**changes: Any) -> dict[str, Any]:
    """An issuer's profile of 2.0 with one key and a list of what it revoked."""
    made = {
        "@context": OB_2,
        "type": "Profile",
        "id": ISSUER,
        "name": "Riverside Trade School",
        "url": f"{SITE}/",
        "publicKey": [KEY],
        "revocationList": REVOKED,
    }
    return changed(made, changes)


def key_document(name: str = "school", **changes: Any) -> dict[str, Any]:
    """A CryptographicKey of 2.0."""
    made = {"@context": OB_2, "type": "CryptographicKey", "id": KEY, "owner": ISSUER, "publicKeyPem": pem(name)}
    return changed(made, changes)


def web(**documents: Any) -> dict[str, Any]:
    """What the school's website has by address, all in order; a keyword (award, badge, …) puts another in its place."""
    named = {"award": AWARD, "badge": BADGE, "issuer": ISSUER, "key": KEY, "revoked": REVOKED}
    made = {
        "award": award(),
        "badge": badge_class(),
        "issuer": profile(),
        "key": key_document(),
        "revoked": {"@context": OB_2, "type": "RevocationList", "id": REVOKED, "revokedAssertions": []},
    }
    return {named[name]: content for name, content in changed(made, documents).items()}


def served(pages: dict[str, Any]) -> Documents:
    """Documents as a website gave them a day ago."""
    return Documents({address: HeldDocument(content, ASKED) for address, content in pages.items()})


@cache
def rsa(name: str) -> RSAPrivateKey:
    """A key of that name, made once for all tests."""
    return generate_private_key(65537, 2048)


def pem(name: str) -> str:
    """The public half of a key."""
    return rsa(name).public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def signed_award(**changes: Any) -> dict[str, Any]:
    """An assertion of 2.0 that is to be signed."""
    made = {"id": "urn:uuid:2b1c", "verification": {"type": "SignedBadge", "creator": KEY}}
    return award(**{**made, **changes})


def jws(payload: object, name: str = "school", **header: Any) -> bytes:
    """A compact JWS, RS256 unless the header says otherwise."""
    stated = {"alg": "RS256", **header}
    start = f"{_segment(json.dumps(stated).encode())}.{_segment(json.dumps(payload).encode())}"
    return f"{start}.{_segment(rsa(name).sign(start.encode(), PKCS1v15(), SHA256()))}".encode()


def unsigned_jws(payload: object, signature: bytes = b"", **header: Any) -> bytes:
    """A compact JWS with any header and whatever bytes for its signature."""
    parts = (json.dumps(header).encode(), json.dumps(payload).encode(), signature)
    return ".".join(map(_segment, parts)).encode()


def png(*chunks: bytes) -> bytes:
    """A picture of one grey dot with more chunks before its end."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    dot = chunk(b"IDAT", zlib.compress(b"\0\x80"))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + dot + chunk(b"IEND", b"")


def chunk(kind: bytes, body: bytes) -> bytes:
    """One chunk of a PNG with its length and checksum."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def itxt(text: str, keyword: bytes = b"openbadges", *, packed: bool = False) -> bytes:
    """An international text chunk, packed or not."""
    body = zlib.compress(text.encode()) if packed else text.encode()
    return chunk(b"iTXt", keyword + b"\0" + bytes([packed, 0]) + b"\0\0" + body)


def svg(inside: str, doctype: str = "") -> bytes:
    """A drawing with one element more."""
    return f'<?xml version="1.0"?>{doctype}<svg xmlns="http://www.w3.org/2000/svg"><rect/>{inside}</svg>'.encode()


def _segment(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
