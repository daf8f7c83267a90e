"""What a mutated inside is put back into, so that the reader of the inside meets it and not a broken seal."""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass

from nacl.signing import SigningKey
from old_badges import chunk, itxt, png, svg
from openvc.cbor import decode, encode
from other_records import locked, pdf, qr, zipped
from signed_texts import digest, jwk, sd_jwt

Seal = Callable[[bytes], bytes]
EDWARD = SigningKey(bytes([1]) * 32)
# What a QR code of the biggest kind can hold, with room for letters that take more.
MOST_IN_A_CODE = 1_000


@dataclass(frozen=True)
class Sealed:
    """Bytes to be changed and what they are put into."""

    inner: bytes
    seal: Seal


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def did() -> str:
    return "did:jwk:" + b64(json.dumps(jwk("EdDSA"), separators=(",", ":")).encode())


def jwt(payload: bytes, header: bytes = b'{"alg":"EdDSA"}') -> bytes:
    """A compact JWS over any bytes, soundly signed."""
    start = f"{b64(header)}.{b64(payload)}"
    return f"{start}.{b64(EDWARD.sign(start.encode()).signature)}".encode()


def typed(kind: str) -> Seal:
    """`jwt` with a media type in its header."""
    header = json.dumps({"alg": "EdDSA", "typ": kind, "kid": f"{did()}#0"}).encode()
    return lambda payload: jwt(payload, header)


def under_header(payload: bytes) -> Seal:
    """A JWS whose header is what changes."""
    return lambda header: jwt(payload, header)


def enveloped(kind: str) -> Seal:
    """An enveloped credential whose token is what changes."""
    return lambda payload: json.dumps(
        {
            "@context": "https://www.w3.org/ns/credentials/v2",
            "type": "EnvelopedVerifiableCredential",
            "id": f"data:application/{kind},{jwt(payload).decode()}",
        }
    ).encode()


def disclosing(payload: bytes) -> Seal:
    """An SD-JWT one disclosure of which changes, its digest in the signed part."""

    def seal(content: bytes) -> bytes:
        part = b64(content)
        return sd_jwt({**json.loads(payload), "_sd": [digest(part)]}, [part], typ="dc+sd-jwt").encode()

    return seal


def in_sd_jwt(disclosures: list[str]) -> Seal:
    """An SD-JWT whose signed part changes."""
    header = json.dumps({"alg": "EdDSA", "typ": "dc+sd-jwt"}).encode()
    return lambda payload: "~".join([jwt(payload, header).decode(), *disclosures, ""]).encode()


def bound(presented: str) -> Seal:
    """An SD-JWT whose key binding changes."""
    return lambda claims: presented.encode() + jwt(claims, b'{"alg":"EdDSA","typ":"kb+jwt"}')


def in_jades(payload: bytes) -> bytes:
    """A JSON JWS with an unencoded payload."""
    protected = b64(json.dumps({"alg": "EdDSA", "b64": False, "crit": ["b64"], "jwk": jwk("EdDSA")}).encode())
    signature = b64(EDWARD.sign(protected.encode() + b"." + payload).signature)
    text = payload.decode("utf-8", "replace")
    return json.dumps({"payload": text, "signatures": [{"protected": protected, "signature": signature}]}).encode()


def in_png(keyword: bytes, *, packed: bool = False) -> Seal:
    """A badge baked into a picture, checksums right."""
    return lambda text: png(itxt(text.decode("utf-8", "replace"), keyword, packed=packed))


def in_text_chunk(text: bytes) -> bytes:
    """A badge baked as the first ones were."""
    return png(chunk(b"tEXt", b"openbadges\0" + text))


def in_chunk(body: bytes) -> bytes:
    """A chunk of a picture that changes itself, checksum right."""
    return png(chunk(b"iTXt", body))


def in_svg(text: bytes) -> bytes:
    """A badge baked into a drawing."""
    inside = text.decode("utf-8", "replace").replace("]]>", "")
    return svg(f'<o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0"><![CDATA[{inside}]]></o:credential>')


def in_pdf(data: bytes) -> bytes:
    return pdf(**{"record.json": data})


def in_qr(text: bytes) -> bytes:
    return qr(text.decode("utf-8", "replace")[:MOST_IN_A_CODE] or "x")


def in_zip(data: bytes) -> bytes:
    return zipped(**{"a/record.json": data, "b/record.json": data[: len(data) // 2]})


def in_export(manifest: bytes) -> bytes:
    """An export of LearnCard whose list of contents changes."""
    return zipped(**{"manifest.json": manifest, "credentials/0.json.enc": locked("{}")})


def locked_in_export(data: bytes) -> bytes:
    """An export of LearnCard whose locked record changes."""
    manifest = {
        "specVersion": "1.0.0",
        "walletName": "LearnCard",
        "contents": [
            {"type": "credential", "path": "credentials/0.json.enc", "encrypted": True},
            {"type": "key-jwks", "path": "keys/jwks.json.enc", "encrypted": True},
        ],
    }
    text = data.decode("utf-8", "replace")
    return zipped(
        **{
            "manifest.json": json.dumps(manifest),
            "credentials/0.json.enc": locked(text),
            "keys/jwks.json.enc": locked(text),
        }
    )


def statements(document: bytes) -> Sealed:
    """A document whose `ecdsa-sd-2023` proof value changes inside its CBOR."""
    made = json.loads(document)
    value = unb64(made["proof"]["proofValue"][1:])

    def seal(data: bytes) -> bytes:
        return json.dumps({**made, "proof": {**made["proof"], "proofValue": "u" + b64(value[:3] + data)}}).encode()

    assert encode(decode(value[3:]))
    return Sealed(value[3:], seal)
