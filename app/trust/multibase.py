"""Base58 (Bitcoin alphabet), base64url, and multibase; the multikey of an Ed25519 key."""

import base64

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_VALUES = {letter: value for value, letter in enumerate(ALPHABET)}

ED25519_PUBLIC = b"\xed\x01"
_MAX_TEXT = 200


def encode_base58(data: bytes) -> str:
    """Base58 text of bytes; leading zero bytes become leading "1"s."""
    number, digits = int.from_bytes(data), ""
    while number:
        number, remainder = divmod(number, 58)
        digits = ALPHABET[remainder] + digits
    return "1" * (len(data) - len(data.lstrip(b"\0"))) + digits


def decode_base58(text: str) -> bytes:
    """Bytes of base58 text of at most 200 characters. Raises ValueError."""
    if len(text) > _MAX_TEXT or not all(letter in _VALUES for letter in text):
        raise ValueError(text[:20])
    number = 0
    for letter in text:
        number = number * 58 + _VALUES[letter]
    zeros = len(text) - len(text.lstrip("1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8)


def decode_base64url(text: str) -> bytes:
    """Bytes of base64url text, padded or not (RFC 4648, section 5). Raises ValueError."""
    bare = text.rstrip("=")
    return base64.b64decode(bare + "=" * (-len(bare) % 4), altchars=b"-_", validate=True)


def decode_multibase(text: object) -> bytes:
    """Bytes of multibase text: base58btc ("z...", at most 200 characters) or base64url ("u..."). Raises ValueError."""
    if isinstance(text, str) and text.startswith("z"):
        return decode_base58(text[1:])
    if isinstance(text, str) and text.startswith("u"):
        return decode_base64url(text[1:])
    raise ValueError(str(text)[:20])


def encode_multikey(public: bytes) -> str:
    """Multikey of an Ed25519 public key (32 bytes): "z6Mk..."."""
    return "z" + encode_base58(ED25519_PUBLIC + public)
