"""`vault.key`: the data key, wrapped once under the passphrase and once under the recovery code.

The passphrase is stretched with Argon2id; the recovery code, 128 random bits, needs no stretching and goes through
keyed BLAKE2b. Both wraps are NaCl secret boxes, so a wrong passphrase is told apart from a damaged database. The
file carries a digest of itself: damage is told apart from a wrong passphrase, and the copy beside it is used.
"""

import base64
import binascii
import hashlib
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nacl import hash as nacl_hash
from nacl import pwhash, secret, utils
from nacl.encoding import RawEncoder
from nacl.exceptions import CryptoError
from nacl.exceptions import RuntimeError as NaclRuntimeError

from app.errors import PersonError
from app.files import write_atomically
from app.vault.rules import LEAST_PASSPHRASE

KEY_NAME = "vault.key"
COPY_NAME = "vault.key.copy"
DATABASE_NAME = "vault.db"
KEY_SIZE = 32
LARGEST_FILE = 64 * 1024

_FORMAT = "pathfolio-vault-key"
_VERSION = 1
_SALT_SIZE = pwhash.argon2id.SALTBYTES
_BOX_SIZE = secret.SecretBox.NONCE_SIZE + KEY_SIZE + secret.SecretBox.MACBYTES
_RECOVERY_PERSON = b"pathfolio-vault1"


@dataclass(frozen=True)
class Cost:
    """What one try at a passphrase costs: Argon2id passes, and memory in bytes."""

    passes: int
    memory: int


MODERATE = Cost(pwhash.argon2id.OPSLIMIT_MODERATE, pwhash.argon2id.MEMLIMIT_MODERATE)
CEILING = Cost(8, 1024**3)


@dataclass(frozen=True)
class KeyFile:
    """What `vault.key` holds."""

    cost: Cost
    passphrase_salt: bytes
    passphrase_box: bytes = field(repr=False)
    recovery_salt: bytes
    recovery_box: bytes = field(repr=False)


def wrap(data_key: bytes, passphrase: str, recovery: bytes, cost: Cost = MODERATE) -> KeyFile:
    """Wrap a 32-byte data key under a passphrase and a 16-byte recovery secret. PersonError `passphrase_short`."""
    salt, box = _wrap_with_passphrase(data_key, passphrase, cost)
    recovery_salt, recovery_box = _wrap_with_recovery(data_key, recovery)
    return KeyFile(cost, salt, box, recovery_salt, recovery_box)


def with_passphrase(keys: KeyFile, data_key: bytes, passphrase: str, cost: Cost = MODERATE) -> KeyFile:
    """Wrap the data key under a new passphrase; the recovery code stays. PersonError `passphrase_short`."""
    salt, box = _wrap_with_passphrase(data_key, passphrase, cost)
    return KeyFile(cost, salt, box, keys.recovery_salt, keys.recovery_box)


def with_recovery(keys: KeyFile, data_key: bytes, recovery: bytes) -> KeyFile:
    """Wrap the data key under a new recovery secret; the passphrase stays."""
    salt, box = _wrap_with_recovery(data_key, recovery)
    return KeyFile(keys.cost, keys.passphrase_salt, keys.passphrase_box, salt, box)


def unwrap(keys: KeyFile, passphrase: str) -> bytes:
    """Unwrap the data key with the passphrase, in a second or more. PersonError `wrong_passphrase`, `memory_short`."""
    try:
        return _box(_stretched(passphrase, keys.passphrase_salt, keys.cost)).decrypt(keys.passphrase_box)
    except CryptoError:
        raise PersonError("wrong_passphrase") from None


def unwrap_with_recovery(keys: KeyFile, recovery: bytes) -> bytes:
    """Unwrap the data key with the 16-byte recovery secret. PersonError `wrong_recovery_code`."""
    try:
        return _box(_recovery_key(recovery, keys.recovery_salt)).decrypt(keys.recovery_box)
    except CryptoError:
        raise PersonError("wrong_recovery_code") from None


def save(folder: Path, keys: KeyFile) -> None:
    """Replace `vault.key`, then its copy. Between the two a kill leaves an older copy, which the next unlock renews."""
    data = to_bytes(keys)
    write_atomically(folder / KEY_NAME, data)
    write_atomically(folder / COPY_NAME, data)


def load(folder: Path) -> tuple[KeyFile, bool]:
    """Read `vault.key`, or its copy where it is missing or damaged; the second value says the copy was used.

    PersonError `no_vault`, `vault_key_missing`, `vault_key_damaged`, `vault_key_refused` (passes, memory in bytes),
    `vault_newer` (found, known).
    """
    found = [(name, data) for name in (KEY_NAME, COPY_NAME) if (data := _bytes_of(folder / name)) is not None]
    if not found:
        code = "vault_key_missing" if (folder / DATABASE_NAME).exists() else "no_vault"
        raise PersonError(code, place=str(folder))
    for name, data in found:
        try:
            return from_bytes(data), name == COPY_NAME
        except PersonError as error:
            if error.code != "vault_key_damaged":
                raise
    raise PersonError("vault_key_damaged", place=str(folder))


def to_bytes(keys: KeyFile) -> bytes:
    """Write as JSON, with a digest of everything else in it."""
    body = {
        "format": _FORMAT,
        "version": _VERSION,
        "passphrase": {
            "kdf": "argon2id",
            "passes": keys.cost.passes,
            "memory": keys.cost.memory,
            "salt": _text(keys.passphrase_salt),
            "box": _text(keys.passphrase_box),
        },
        "recovery": {"kdf": "blake2b", "salt": _text(keys.recovery_salt), "box": _text(keys.recovery_box)},
    }
    return json.dumps({**body, "sha256": _digest(body)}, indent=1).encode() + b"\n"


def from_bytes(data: bytes) -> KeyFile:
    """Read what `to_bytes` wrote. PersonError `vault_key_damaged`, `vault_key_refused`, `vault_newer`.

    The cost is bounded here, so that a hostile file cannot ask for all of the memory or a day of work.
    """
    body = _parsed(data)
    if body.get("format") == _FORMAT and isinstance(found := body.get("version"), int) and found > _VERSION:
        raise PersonError("vault_newer", found=found, known=_VERSION)
    if body.pop("sha256", None) != _digest(body) or (body.get("format"), body.get("version")) != (_FORMAT, _VERSION):
        raise PersonError("vault_key_damaged")
    try:
        first, second = body["passphrase"], body["recovery"]
        if (first["kdf"], second["kdf"]) != ("argon2id", "blake2b"):
            raise PersonError("vault_key_damaged")
        return KeyFile(
            _bounded(first["passes"], first["memory"]),
            _sized(first["salt"], _SALT_SIZE),
            _sized(first["box"], _BOX_SIZE),
            _sized(second["salt"], _SALT_SIZE),
            _sized(second["box"], _BOX_SIZE),
        )
    except (KeyError, TypeError, ValueError, binascii.Error):
        raise PersonError("vault_key_damaged") from None


def _parsed(data: bytes) -> dict[str, Any]:
    if len(data) > LARGEST_FILE:
        raise PersonError("vault_key_damaged")
    try:
        body = json.loads(data)
    except (ValueError, RecursionError):
        raise PersonError("vault_key_damaged") from None
    if not isinstance(body, dict):
        raise PersonError("vault_key_damaged")
    return body


def _digest(body: Mapping[str, Any]) -> str:
    try:
        text = json.dumps(body, sort_keys=True, separators=(",", ":"))
    except RecursionError:
        raise PersonError("vault_key_damaged") from None
    return hashlib.sha256(text.encode()).hexdigest()


def _bounded(passes: object, memory: object) -> Cost:
    if type(passes) is not int or type(memory) is not int:
        raise TypeError
    least = Cost(pwhash.argon2id.OPSLIMIT_MIN, pwhash.argon2id.MEMLIMIT_MIN)
    if not (least.passes <= passes <= CEILING.passes and least.memory <= memory <= CEILING.memory):
        raise PersonError("vault_key_refused", passes=passes, memory=memory)
    return Cost(passes, memory)


def _sized(text: str, size: int) -> bytes:
    data = base64.b64decode(text, validate=True)
    if len(data) != size:
        raise ValueError
    return data


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes_of(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        return None


def _wrap_with_passphrase(data_key: bytes, passphrase: str, cost: Cost) -> tuple[bytes, bytes]:
    if len(_normal(passphrase)) < LEAST_PASSPHRASE:
        raise PersonError("passphrase_short", least=LEAST_PASSPHRASE)
    salt = utils.random(_SALT_SIZE)
    return salt, bytes(_box(_stretched(passphrase, salt, cost)).encrypt(data_key))


def _wrap_with_recovery(data_key: bytes, recovery: bytes) -> tuple[bytes, bytes]:
    salt = utils.random(_SALT_SIZE)
    return salt, bytes(_box(_recovery_key(recovery, salt)).encrypt(data_key))


def _normal(passphrase: str) -> str:
    """RFC 8265 section 4.2.2 (OpaqueString): any space is a space, then NFC; nothing is trimmed or folded."""
    spaced = "".join(" " if unicodedata.category(symbol) == "Zs" else symbol for symbol in passphrase)
    return unicodedata.normalize("NFC", spaced)


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    typed = _normal(passphrase).encode("utf-8", "surrogatepass")
    try:
        return pwhash.argon2id.kdf(KEY_SIZE, typed, salt, opslimit=cost.passes, memlimit=cost.memory)
    except (NaclRuntimeError, MemoryError):
        raise PersonError("memory_short", needed=cost.memory) from None


def _recovery_key(recovery: bytes, salt: bytes) -> bytes:
    return nacl_hash.blake2b(
        b"", digest_size=KEY_SIZE, key=recovery, salt=salt, person=_RECOVERY_PERSON, encoder=RawEncoder
    )


def _box(key: bytes) -> secret.SecretBox:
    return secret.SecretBox(key)
