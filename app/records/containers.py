"""Files that hold other files: zips, exports of wallets, e-mails, PDFs, pictures with a code, and data: addresses.

What comes out is read as any file is. What all of it may cost is counted over the whole file a person chose.
"""

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from time import monotonic
from urllib.parse import unquote_to_bytes

from app.errors import PersonError
from app.records import baked, learncard, locked_wallets, lookalikes, mails, pdfs, pictures, qr_codes, tars, zips
from app.records.limits import Limits
from app.records.looking import LOOKER
from app.records.model import Source, Unreadable
from app.records.parts import pictured
from app.records.wallets import keys_in
from app.records.zips import Piece

LOOKING = 1.5
"""Seconds for all pictures in one file together."""
GUESSES = 2
"""How many locked backups in one file the password is tried on: each costs the time that guarding it is meant to."""
_DATA = re.compile(rb"data:([\w.+/-]{0,100})((?:;[\w.+=\"-]{0,100}){0,4}),", re.ASCII)
# Signed texts have readers of their own, and stay what they are.
_SIGNED = (b"jwt", b"cose")
_MOST_KEYS = 100
_PACKED = ((tars.is_tar, tars.unpack), (pdfs.is_pdf, pdfs.unpack), (mails.is_mail, mails.unpack))


@dataclass(frozen=True)
class Words(Piece):
    """A text that was in a picture: never taken for another picture, nor for any other file that holds files."""


@dataclass
class Opening:
    """How one file is opened: its limits, the password given, the seconds left for pictures and the guesses left."""

    limits: Limits
    password: str | None = None
    seconds: float = LOOKING
    guesses: int = GUESSES


def inside(data: bytes, source: Source, opening: Opening) -> Iterator[Piece | Unreadable] | None:
    """The files in a file; None for one that is not of a kind to hold any."""
    if zips.is_zip(data):
        return _unzipped(data, source, opening)
    for is_kind, unpack in _PACKED:
        if is_kind(data):
            return unpack(data, source, opening.limits)
    if locked_wallets.is_locked(data):
        return _unlocked(data, source, opening)
    if pictures.is_picture(data) and len(data) <= opening.limits.file_bytes:
        return _in_picture(data, source, opening)
    match = _DATA.match(data.lstrip(b" \t\r\n")[:1_000])
    if match and not match[1].endswith(_SIGNED):
        return iter((Piece(_from_data(data.strip(b" \t\r\n"), match), source),))
    return None


def why_empty(data: bytes) -> str:
    """The reason code for a file that could hold others and holds none."""
    if pdfs.is_pdf(data):
        return "pdf_without_record"
    if mails.is_mail(data):
        return "mail_without_record"
    return "picture_without_record" if pictures.is_picture(data) else "nothing_inside"


def _unlocked(data: bytes, source: Source, opening: Opening) -> Iterator[Piece | Unreadable] | None:
    """What is in a wallet's locked backup; None for a text that only names one."""
    password = opening.password if opening.guesses > 0 else None
    found = locked_wallets.opened(data, source, password, opening.limits)
    if found is None:
        return None
    opening.guesses -= 1
    return iter((found,))


def _unzipped(data: bytes, source: Source, opening: Opening) -> Iterator[Piece | Unreadable]:
    limits = opening.limits
    if lookalikes.is_office(data):
        yield Unreadable(source, "format_not_read", {"looks_like": "office"})
        return
    if b"manifest.json" not in data:
        yield from zips.unpack(data, source, limits)
        return
    found = list(zips.unpack(data, source, limits))
    pieces = [one for one in found if isinstance(one, Piece)]
    manifest = learncard.manifest_in(pieces, limits)
    if manifest is None:
        yield from found
        return
    for one in learncard.opened(manifest, pieces, source, opening.password, limits):
        if isinstance(one, learncard.Keys):
            yield from islice(keys_in(dict(one.methods), one.source), _MOST_KEYS)
        else:
            yield one


def _in_picture(data: bytes, source: Source, opening: Opening) -> Iterator[Piece | Unreadable]:
    """A badge baked into a picture; where there is none, the texts of the codes to be seen in it."""
    try:
        found = baked.texts(data, opening.limits)
    except PersonError as error:
        yield Unreadable(source, error.code, error.values)
        return
    for number, text in enumerate(found, 1):
        yield Words(text.encode("utf-8"), pictured(source, number if len(found) > 1 else 0))
    if not found and qr_codes.is_readable(data):
        yield from _codes(data, source, opening)


def _codes(data: bytes, source: Source, opening: Opening) -> Iterator[Piece | Unreadable]:
    """The texts of the codes in a picture."""
    if opening.seconds <= 0:
        yield Unreadable(source, "picture_not_looked_at")
        return
    start = monotonic()
    try:
        seen = LOOKER.codes(data, opening.seconds)
    except qr_codes.PictureError as error:
        yield Unreadable(source, error.args[0])
        return
    finally:
        opening.seconds -= monotonic() - start
    for text in seen:
        member = f"{source.member}/QR" if source.member else "QR"
        yield Piece(text.encode("utf-8", "surrogatepass"), replace(source, member=member))


def _from_data(data: bytes, match: re.Match[bytes]) -> bytes:
    """What a data: address holds; what is broken in it is for the reader of what it should be to find."""
    content = data[match.end() :]
    if not match[2].lower().endswith(b";base64"):
        return unquote_to_bytes(content)
    try:
        bare = re.sub(rb"[\s]+", b"", unquote_to_bytes(content) if b"%" in content[:4_000] else content)
        return b64decode(bare.translate(bytes.maketrans(b"-_", b"+/")) + b"=" * (-len(bare) % 4), validate=True)
    except ValueError:
        return b"\0"
