"""Zip archives from strangers: counted, bounded and read member by member, by what really comes out."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from app.records.limits import Limits
from app.records.model import Source, Unreadable
from app.records.text import path_text

_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_CHUNK = 65_536
# Below this no ratio is asked about: short files of spaces or zeros are no bombs.
_RATIO_FROM = 1_000_000
# What the system's own tools leave in archives and folders.
LITTER = re.compile(r"(^|/)(\.(?!\.?(/|$))[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(/|$)", re.IGNORECASE)
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


@dataclass(frozen=True)
class Piece:
    """The bytes of one file that was inside another."""

    data: bytes
    source: Source


class _RefusedError(Exception):
    """One member that is not read: a reason code, its values and how many bytes were unpacked before it showed."""

    def __init__(self, code: str, taken: int = 0, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.taken = taken
        self.values = values


def is_zip(data: bytes) -> bool:
    """Whether the bytes start like a zip archive."""
    return data.startswith(_STARTS)


def unpack(data: bytes, source: Source, limits: Limits) -> Iterator[Piece | Unreadable]:
    """The files in an archive, in its order; what is not safe to read gives its reason, the rest is read."""
    # Each entry of the directory carries this mark; counting it costs nothing, believing the header might.
    if data.count(_ENTRY) > limits.zip_entries:
        yield Unreadable(source, "zip_too_many_entries", {"limit": limits.zip_entries})
        return
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE:
        yield Unreadable(source, "zip_broken")
        return
    with archive:
        yield from _members(archive, source, limits)


def _members(archive: zipfile.ZipFile, source: Source, limits: Limits) -> Iterator[Piece | Unreadable]:
    left = limits.zip_bytes
    for entry in archive.infolist():
        if entry.is_dir() or LITTER.search(entry.filename):
            continue
        inner = Source(source.file, path_text(entry.filename))
        try:
            taken = _read(archive, entry, left, limits)
            left -= len(taken)
            yield Piece(taken, inner)
        except _RefusedError as refused:
            left -= refused.taken
            if left < 0:
                yield Unreadable(source, "zip_too_big", {"limit": limits.zip_bytes})
                return
            yield Unreadable(inner, refused.code, refused.values)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int, limits: Limits) -> bytes:
    if entry.flag_bits & _ENCRYPTED:
        raise _RefusedError("zip_member_encrypted")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _RefusedError("zip_member_compression")
    try:
        with archive.open(entry) as member:
            taken = _take(member, entry.compress_size, left, limits)
    except _DAMAGE:
        raise _RefusedError("zip_member_broken") from None
    if is_zip(taken):
        raise _RefusedError("zip_inside_zip", len(taken))
    return taken


def _take(member: IO[bytes], packed: int, left: int, limits: Limits) -> bytes:
    """What comes out of a member; its `packed` bytes bound what zipfile takes from the archive for it."""
    taken = bytearray()
    while chunk := member.read(_CHUNK):
        taken += chunk
        if len(taken) > left or len(taken) > limits.file_bytes:
            raise _RefusedError("zip_member_too_big", len(taken), limit=limits.file_bytes)
        if len(taken) > max(_RATIO_FROM, packed * limits.zip_ratio):
            raise _RefusedError("zip_member_bomb", len(taken), ratio=limits.zip_ratio)
    return bytes(taken)
