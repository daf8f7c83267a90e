"""Backups that Learner Credential Wallet locks with a password: a JWE in what is written like a record and is none.

Format: RFC 7516 (general JSON) with PBES2-HS512+A256KW and A256GCM, as the wallet writes it and not as RFC 7518 has it:
the salt stands alone, bytes are plain base64, and what comes out is the JSON text of a JSON text. Its older form,
a text of another program's after "LOCKED:", is only named.
"""

from base64 import b64decode
from collections.abc import Mapping
from typing import Any

from app.errors import PersonError
from app.records import json_text
from app.records.envelope import types
from app.records.limits import Limits
from app.records.model import Source, Unreadable
from app.records.zips import Piece

TYPE = "EncryptedWallet"
_OLD = b"LOCKED:"
_ALGORITHM, _SEAL = "PBES2-HS512+A256KW", "A256GCM"
# What one guess at a password may cost: three times what the wallet asks for.
_MOST_ROUNDS = 400_000
_KEY_SIZE, _NONCE_SIZE, _SALT_SIZES, _WRAPPED_SIZE = 32, 12, range(8, 65), 40


class _LockedError(Exception):
    """Why a backup stays locked; `args[0]` is a reason code."""


def is_locked(data: bytes) -> bool:
    """Whether bytes may be a locked backup: asked of every file, so that only few are looked at closely."""
    return data.startswith(_OLD) or (data.lstrip(b" \t\r\n").startswith(b"{") and TYPE.encode() in data)


def opened(data: bytes, source: Source, password: str | None, limits: Limits) -> Piece | Unreadable | None:
    """The backup unlocked; None for bytes that are none.

    Unreadable: wallet_locked (its older form), export_needs_password, export_wrong_password, export_damaged.
    """
    if data.startswith(_OLD):
        return Unreadable(source, "wallet_locked")
    sealed = _sealed(data, limits)
    if sealed is None:
        return None
    try:
        return Piece(_unlocked(sealed, password, limits), source)
    except _LockedError as locked:
        return Unreadable(source, locked.args[0])


def _sealed(data: bytes, limits: Limits) -> Mapping[str, Any] | None:
    try:
        found = json_text.load(data, limits)
    except PersonError:
        return None
    if TYPE not in types(found):
        return None
    subject = found.get("credentialSubject")
    sealed = subject.get("jwe") if isinstance(subject, dict) else None
    return sealed if isinstance(sealed, dict) else {}


def _unlocked(sealed: Mapping[str, Any], password: str | None, limits: Limits) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

    if password is None:
        raise _LockedError("export_needs_password")
    recipients = sealed.get("recipients")
    first = recipients[0] if isinstance(recipients, list) and recipients else None
    if not isinstance(first, dict) or not isinstance(first.get("header"), dict):
        raise _LockedError("export_damaged")
    nonce, text, tag = (_bytes(sealed.get(key)) for key in ("iv", "ciphertext", "tag"))
    wrapped = _bytes(first.get("encrypted_key"))
    if len(nonce) != _NONCE_SIZE or len(wrapped) != _WRAPPED_SIZE:
        raise _LockedError("export_damaged")
    try:
        key = aes_key_unwrap(_key(first["header"], password), wrapped)
        return _written(AESGCM(key).decrypt(nonce, text + tag, None), limits)
    except (InvalidUnwrap, InvalidTag):
        raise _LockedError("export_wrong_password") from None


def _key(header: Mapping[str, Any], password: str) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA512
    from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

    salt, rounds = _bytes(header.get("p2s")), header.get("p2c")
    known = header.get("alg") == _ALGORITHM and header.get("enc") == _SEAL and len(salt) in _SALT_SIZES
    if not known or isinstance(rounds, bool) or not isinstance(rounds, int) or not 0 < rounds <= _MOST_ROUNDS:
        raise _LockedError("export_damaged")
    return PBKDF2HMAC(SHA512(), _KEY_SIZE, salt, rounds).derive(password.encode("utf-8", "surrogatepass"))


def _written(data: bytes, limits: Limits) -> bytes:
    """The wallet's own text: it stands as a JSON text within a JSON text, or as it is."""
    try:
        found = json_text.load(data, limits)
    except PersonError:
        return data
    return found.encode("utf-8", "surrogatepass") if isinstance(found, str) else data


def _bytes(text: object) -> bytes:
    try:
        return b64decode(text, validate=True) if isinstance(text, str) else b""
    except ValueError:
        return b""
