"""Records of ten kinds as learners have them, made here with fixed seeds: the same files in every run."""

import base64
import io
import json
import struct
import zlib
from collections.abc import Callable
from typing import Any

from app.applying.holder import Holder, holder_of
from bench.records import HOST, VC_1, VC_2, badges

MADE = "2025-12-12T00:00:00Z"

ISSUER = holder_of(b"Pathfolio bench issuer of texts!")
OB_2 = "https://w3id.org/openbadges/v2"


def files(count: int) -> dict[str, bytes]:
    """So many files, each with one record, of each of the ten kinds in turn: what it is called -> its bytes."""
    plain = [json.loads(one) for one in badges(-(-count // len(KINDS)) * 2)]
    made = [KINDS[number % len(KINDS)](number, plain[number // len(KINDS) * 2 + number % 2]) for number in range(count)]
    return {f"{number:04}.{ending}": data for number, (ending, data) in enumerate(made)}


def _json(document: object) -> bytes:
    return json.dumps(document, indent=2).encode()


def _numbered(number: int, badge: dict[str, Any]) -> dict[str, Any]:
    """The badge as one of its own, by its name, with no proof on it."""
    kept = {key: value for key, value in badge.items() if key != "proof"}
    issuer = {**badge["issuer"], "id": ISSUER.did}
    return {**kept, "id": f"{HOST}/mixed/{number}", "name": f"{badge['name']} {number}", "issuer": issuer}


def _signed(number: int, badge: dict[str, Any]) -> tuple[str, bytes]:
    from app.trust.proofs import add_proof

    return "json", _json(
        add_proof(
            _numbered(number, badge),
            seed=ISSUER.seed,
            verification_method=ISSUER.method,
            purpose="assertionMethod",
            created=MADE,
            suite="eddsa-rdfc-2022",
        )
    )


def _token(number: int, badge: dict[str, Any]) -> tuple[str, bytes]:
    return "jwt", _jws(_numbered(number, badge), {"typ": "vc+jwt", "kid": ISSUER.method})


def _claims(number: int, badge: dict[str, Any]) -> tuple[str, bytes]:
    claims = {"iss": ISSUER.did, "vct": f"{HOST}/types/{number}", "title": f"{badge['name']} {number}"}
    return "jwt", _jws(claims, {"typ": "dc+sd-jwt", "kid": ISSUER.method}) + b"~"


def _assertion(number: int, badge: dict[str, Any]) -> dict[str, Any]:
    issuer = {"type": "Profile", "id": f"{HOST}/issuer.json", "name": "Bench College", "url": HOST}
    achieved = badge["credentialSubject"]["achievement"]
    return {
        "@context": OB_2,
        "type": "Assertion",
        "id": f"{HOST}/assertions/{number}",
        "recipient": {"type": "email", "hashed": False, "identity": "ana@bench.invalid"},
        "issuedOn": MADE,
        "verification": {"type": "HostedBadge"},
        "badge": {
            "type": "BadgeClass",
            "id": f"{HOST}/classes/{number}",
            "name": f"{badge['name']} {number}",
            "description": achieved["description"],
            "criteria": achieved["criteria"],
            "issuer": issuer,
        },
    }


def _hosted(number: int, badge: dict[str, Any]) -> tuple[str, bytes]:
    return "json", _json(_assertion(number, badge))


def _baked(number: int, badge: dict[str, Any]) -> tuple[str, bytes]:
    text = json.dumps(_assertion(number, badge)).encode()
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    inside = _chunk(b"iTXt", b"openbadges\0\0\0\0\0" + text)
    dot = _chunk(b"IDAT", zlib.compress(b"\0\x80"))
    return "png", b"\x89PNG\r\n\x1a\n" + head + inside + dot + _chunk(b"IEND", b"")


def _drawn(number: int, badge: dict[str, Any]) -> tuple[str, bytes]:
    text = _signed(number, badge)[1].decode()
    inside = f'<o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0"><![CDATA[{text}]]></o:credential>'
    return "svg", f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'.encode()


def _presented(number: int, badge: dict[str, Any]) -> tuple[str, bytes]:
    held = {"@context": [VC_2], "type": ["VerifiablePresentation"]}
    return "json", _json({**held, "verifiableCredential": [json.loads(_signed(number, badge)[1])]})


def _resume(number: int, badge: dict[str, Any]) -> tuple[str, bytes]:
    schema = "http://schema.hropenstandards.org/4.5/recruiting/json/VerifiableCredentialLER-RSType.json"
    subject = {
        "type": "http://schema.hropenstandards.org/4.5/recruiting/json/LER-RSType.json",
        "person": {"name": {"given": "Ana", "family": f"Bench {number}"}},
        "skills": [{"name": badge["name"]}],
        "educationAndLearnings": [{"start": "1996", "end": "2000", "institution": {"name": "Bench College"}}],
    }
    return "json", _json(
        {
            "@context": [VC_1, schema],
            "id": f"{HOST}/resumes/{number}",
            "type": ["VerifiableCredential", "LER-RS VC"],
            "issuer": "Resume Builder",
            "issuanceDate": MADE,
            "credentialSubject": subject,
        }
    )


def _european(number: int, badge: dict[str, Any]) -> tuple[str, bytes]:
    claim = {"id": "urn:bench:1", "type": "LearningAchievement", "title": {"en": [badge["name"]]}}
    return "json", _json(
        {
            "id": f"urn:bench:credential:{number}",
            "type": ["VerifiableCredential", "EuropeanDigitalCredential"],
            "@context": [VC_1, "http://data.europa.eu/snb/model/context/edc-ap"],
            "displayParameter": {"title": {"en": f"{badge['name']} {number}"}},
            "credentialSubject": {"id": "urn:bench:person", "type": "Person", "hasClaim": claim},
            "issuer": {"id": "urn:bench:org", "type": "Organisation", "legalName": {"en": "Bench School"}},
            "validFrom": MADE,
            "issuanceDate": MADE,
        }
    )


def _seen(number: int, badge: dict[str, Any]) -> tuple[str, bytes]:
    """A picture of a QR code."""
    import zxingcpp
    from PIL import Image

    small = {
        "@context": [VC_2],
        "type": ["VerifiableCredential"],
        "name": f"{badge['name']} {number}",
        "issuer": ISSUER.did,
        "credentialSubject": {"name": "Ana"},
    }
    drawn: Any = zxingcpp.create_barcode(json.dumps(small), zxingcpp.BarcodeFormat.QRCode).to_image(scale=4)
    height, width = drawn.shape
    buffer = io.BytesIO()
    Image.frombytes("L", (width, height), bytes(drawn)).save(buffer, "PNG")
    return "png", buffer.getvalue()


def _jws(payload: object, header: dict[str, Any], by: Holder = ISSUER) -> bytes:
    """A text signed with Ed25519."""
    from nacl.signing import SigningKey

    start = b".".join(_url(json.dumps(one).encode()) for one in ({"alg": "EdDSA", **header}, payload))
    return start + b"." + _url(SigningKey(by.seed).sign(start).signature)


def _url(data: bytes) -> bytes:
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


KINDS: tuple[Callable[[int, dict[str, Any]], tuple[str, bytes]], ...] = (
    _signed,
    _token,
    _claims,
    _hosted,
    _baked,
    _drawn,
    _presented,
    _resume,
    _european,
    _seen,
)
