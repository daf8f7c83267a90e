"""Tar archives as Learner Credential Wallet saves its backups: profiles and records, one file each, nothing packed.

Format: POSIX.1-1988 (ustar), and the newer headers before a file, which only say more about it, are passed over.
"""

from collections.abc import Iterator

from app.records.limits import Limits
from app.records.model import Source, Unreadable
from app.records.text import path_text
from app.records.zips import LITTER, Piece

_BLOCK = 512
_MAGIC = slice(257, 262)
_CHECKSUM = slice(148, 156)
_FILES = (b"0", b"\0")
# What the wallet lists its own files in: no record, and nothing a person would miss.
_LISTS = frozenset({"manifest.yml"})


def is_tar(data: bytes) -> bool:
    """Whether the bytes start like a tar archive."""
    return data[_MAGIC] == b"ustar" and _is_header(data[:_BLOCK])


def unpack(data: bytes, source: Source, limits: Limits) -> Iterator[Piece | Unreadable]:
    """The files in an archive, in its order. Unreadable: tar_broken, tar_too_many_entries."""
    place = 0
    for _entry in range(limits.zip_entries):
        header = data[place : place + _BLOCK]
        if not header.strip(b"\0"):
            return
        size = _number(header[124:136])
        place += _BLOCK
        if not _is_header(header) or size is None or place + size > len(data):
            yield Unreadable(source, "tar_broken")
            return
        name = _name(header)
        if header[156:157] in _FILES and name not in _LISTS and not LITTER.search(name):
            yield Piece(data[place : place + size], Source(source.file, path_text(name)))
        place += -(-size // _BLOCK) * _BLOCK
    yield Unreadable(source, "tar_too_many_entries", {"limit": limits.zip_entries})


def _is_header(header: bytes) -> bool:
    """Whether a header adds up: its bytes with spaces for the sum itself."""
    stated = _number(header[_CHECKSUM])
    return len(header) == _BLOCK and stated == sum(header) - sum(header[_CHECKSUM]) + 8 * ord(" ")


def _number(field: bytes) -> int | None:
    digits = field.strip(b" \0")
    return int(digits, 8) if digits and not digits.strip(b"01234567") else None


def _name(header: bytes) -> str:
    prefix, name = (part.split(b"\0", 1)[0] for part in (header[345:500], header[:100]))
    return (prefix + b"/" + name if prefix else name).decode("utf-8", "replace")
