"""Signed texts (JWT, SD-JWT, JAdES) with keys of the tests' own, made by PyJWT and not by the program itself."""

import base64
import hashlib
import json
from datetime import UTC, datetime, timedelta
from functools import cache

import jwt as pyjwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

SECONDS = 1_767_225_600  # 2026-01-01T00:00:00Z
CURVES = {"ES256": ec.SECP256R1(), "ES384": ec.SECP384R1()}


@cache
def private(algorithm="ES256", number=1):
    """A key for an algorithm; the same number gives the same key within a run."""
    if algorithm == "EdDSA":
        return Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)
    if algorithm in CURVES:
        return ec.derive_private_key(1_000_003 * number, CURVES[algorithm])
    return rsa.generate_private_key(65537, 2048)


def jwk(algorithm="ES256", number=1, **more):
    """The public JWK of such a key."""
    maker = pyjwt.get_algorithm_by_name(algorithm)
    found = json.loads(maker.to_jwk(private(algorithm, number).public_key()))
    return {key: value for key, value in found.items() if key not in {"key_ops", "d"}} | more


def did_jwk(algorithm="ES256", number=1):
    return "did:jwk:" + b64(json.dumps(jwk(algorithm, number), separators=(",", ":")))


def b64(data):
    data = data.encode() if isinstance(data, str) else data
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def token(payload, algorithm="ES256", number=1, **header):
    """A compact JWS; a header of None is left out."""
    data = json.dumps(payload, ensure_ascii=False).encode()
    stated = {"typ": None, **header}
    return pyjwt.api_jws.encode(data, private(algorithm, number), algorithm=algorithm, headers=stated)


def raw_token(header, payload, signature=b""):
    """Three parts as they are given: a dict or text each, or bytes."""
    return ".".join(
        b64(part if isinstance(part, bytes | str) else json.dumps(part)) for part in (header, payload, signature)
    )


def disclosure(*content):
    return b64(json.dumps(["c2FsdA", *content]))


def digest(text):
    return b64(hashlib.sha256(text.encode()).digest())


def sd_jwt(payload, disclosures=(), *, binding="", **options):
    return "~".join([token(payload, **options), *disclosures, binding])


def as_json(text, *, signatures=(), general=True):
    """An SD-JWT as a JSON JWS (RFC 9901, section 8): what is not signed stands beside the first signature."""
    first, *disclosures, binding = text.split("~")
    protected, payload, signature = first.split(".")
    header = {"disclosures": disclosures, **({"kb_jwt": binding} if binding else {})}
    one = {"protected": protected, "signature": signature, "header": header}
    return {"payload": payload, "signatures": [one, *signatures]} if general else {"payload": payload, **one}


def key_binding(presented, algorithm="ES256", number=9, *, typ="kb+jwt", **claims):
    """The key binding that follows `presented`, which ends with "~"."""
    stated = {"iat": SECONDS, "aud": "clinic.example", "nonce": "c0ffee", "sd_hash": digest(presented), **claims}
    return token({key: value for key, value in stated.items() if value is not None}, algorithm, number, typ=typ)


def certificate(algorithm="ES256", number=1, organisation="Harbor College"):
    """A self-signed certificate in DER."""
    name = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation)])
    start = datetime(2026, 1, 1, tzinfo=UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).serial_number(1)
    made = made.not_valid_before(start).not_valid_after(start + timedelta(days=365))
    key = private(algorithm, number)
    made = made.public_key(key.public_key()).sign(key, None if algorithm == "EdDSA" else hashes.SHA256())
    return made.public_bytes(Encoding.DER)


def jades(payload, algorithm="ES256", number=1, **header):
    """A JSON JWS over an unencoded payload, as European Digital Credentials are sealed."""
    text = json.dumps(payload, ensure_ascii=False)
    der = certificate(algorithm, number)
    stated = {
        "alg": algorithm,
        "x5c": [base64.b64encode(der).decode()],
        "x5t#S256": b64(hashlib.sha256(der).digest()),
        "b64": False,
        "sigT": "2026-01-02T03:04:05Z",
        "crit": ["b64", "sigT"],
        **header,
    }
    protected = b64(json.dumps({key: value for key, value in stated.items() if value is not None}))
    maker = pyjwt.get_algorithm_by_name(algorithm)
    signature = maker.sign(f"{protected}.{text}".encode(), private(algorithm, number))
    return {"payload": text, "signatures": [{"protected": protected, "signature": b64(signature)}]}
