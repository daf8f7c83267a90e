"""LearnCard's export: a zip whose files are each locked with a password, beside a list of them that anyone can read.

Format: LearnCard Holder Continuity Bundle 1.0.0. A locked file is JSON with `ciphertext` (AES-256-GCM, the tag at its
end), `iv` and `salt` in base64 and `kdfParams` (Argon2id, memory in KiB), as @learncard/sss-key-manager writes it.
"""

from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.errors import PersonError
from app.records import json_text
from app.records.limits import Limits
from app.records.model import Source, Unreadable
from app.records.zips import Piece

_MANIFEST = "manifest.json"
_WALLET = "LearnCard"
# Payloads that can be somebody's records. The rest are lists of the wallet's own, and what it was allowed to share.
_READ = frozenset({"credential", "presentation", "unknown-json"})
_KEYS = "key-jwks"
# What one guess at a password may cost: five times what LearnCard asks for, well inside a small computer's memory.
_MOST_TIME, _MOST_MEMORY, _MOST_LANES = 15, 131_072, 16
_KEY_SIZE, _NONCE_SIZE, _SALT_SIZES = 32, 12, range(8, 65)


class _LockedError(Exception):
    """Why a payload stays locked; `args[0]` is a reason code."""


@dataclass(frozen=True)
class Keys:
    """The wallet's secret keys as it wrote them."""

    methods: Mapping[str, Any]
    source: Source


def manifest_in(pieces: list[Piece], limits: Limits) -> Mapping[str, Any] | None:
    """The list of a LearnCard export among the files of a zip; None where there is none."""
    for piece in pieces:
        name = (piece.source.member or "").replace("\\", "/").rpartition("/")[2]
        if name == _MANIFEST:
            found = _parsed(piece.data, limits)
            if (
                isinstance(found, dict)
                and found.get("walletName") == _WALLET
                and isinstance(found.get("contents"), list)
            ):
                return found
    return None


def opened(
    manifest: Mapping[str, Any], pieces: list[Piece], source: Source, password: str | None, limits: Limits
) -> Iterator[Piece | Keys | Unreadable]:
    """The records and keys of an export. Unreadable: export_needs_password once, export_wrong_password once."""
    stored = {_path(piece.source.member): piece for piece in pieces}
    for entry in manifest["contents"]:
        piece = _wanted(entry, stored)
        if piece is None:
            continue
        try:
            data = _unlocked(piece.data, password, limits) if entry.get("encrypted") else piece.data
        except _LockedError as locked:
            code = locked.args[0]
            yield Unreadable(source if code != "export_damaged" else piece.source, code)
            if code != "export_damaged":
                return
            continue
        if entry["type"] != _KEYS:
            yield Piece(data, piece.source)
        elif isinstance(methods := _parsed(data, limits), dict):
            yield Keys(methods, piece.source)


def _wanted(entry: object, stored: Mapping[str, Piece]) -> Piece | None:
    if not isinstance(entry, dict) or not isinstance(entry.get("type"), str) or not isinstance(entry.get("path"), str):
        return None
    return stored.get(_path(entry["path"])) if entry["type"] in _READ or entry["type"] == _KEYS else None


def _path(member: str | None) -> str:
    return (member or "").replace("\\", "/").removeprefix("./")


def _parsed(data: bytes, limits: Limits) -> object:
    try:
        return json_text.load(data, limits)
    except PersonError:
        return None


def _unlocked(data: bytes, password: str | None, limits: Limits) -> bytes:
    """A payload unlocked; LockedError: export_needs_password, export_wrong_password, export_damaged."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    if password is None:
        raise _LockedError("export_needs_password")
    envelope = _parsed(data, limits)
    cost = envelope.get("kdfParams") if isinstance(envelope, dict) else None
    if not isinstance(envelope, dict) or not isinstance(cost, dict) or cost.get("algorithm") != "argon2id":
        raise _LockedError("export_damaged")
    sealed, nonce, salt = (_bytes(envelope.get(key)) for key in ("ciphertext", "iv", "salt"))
    time, memory = _within(cost.get("timeCost"), _MOST_TIME), _within(cost.get("memoryCost"), _MOST_MEMORY)
    lanes = _within(cost.get("parallelism"), _MOST_LANES)
    if len(nonce) != _NONCE_SIZE or len(salt) not in _SALT_SIZES or memory < 8 * lanes:
        raise _LockedError("export_damaged")
    kdf = Argon2id(salt=salt, length=_KEY_SIZE, iterations=time, lanes=lanes, memory_cost=memory)
    try:
        return AESGCM(kdf.derive(password.encode("utf-8", "surrogatepass"))).decrypt(nonce, sealed, None)
    except InvalidTag:
        raise _LockedError("export_wrong_password") from None


def _bytes(text: object) -> bytes:
    try:
        return b64decode(text, validate=True) if isinstance(text, str) else b""
    except ValueError:
        return b""


def _within(number: object, most: int) -> int:
    if isinstance(number, bool) or not isinstance(number, int) or not 0 < number <= most:
        raise _LockedError("export_damaged")
    return number
