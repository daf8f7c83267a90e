"""E-mails as mail programs save them (RFC 5322, `.eml`): what is attached, and a record in the text itself."""

import re
from collections.abc import Iterator
from email.message import Message

from app.records.limits import Limits
from app.records.model import Source, Unreadable
from app.records.text import path_text
from app.records.zips import Piece

_HEAD = 20_000
_NAME = re.compile(rb"^([A-Za-z0-9-]{1,60}):[ \t]?", re.MULTILINE)
_ALWAYS, _OFTEN = b"from", frozenset({b"to", b"subject", b"date", b"delivered-to"})
_PARTS = 200
# Each level of parts in parts costs the parser another look at every line.
_MOST_MARKS = 40
_MULTIPART = re.compile(rb"^content-type:\s*multipart/", re.IGNORECASE | re.MULTILINE)
_RECORD = (b'"@context"', b"eyJ")


def is_mail(data: bytes) -> bool:
    """Whether bytes start like an e-mail: with headers, of which some say who wrote to whom."""
    if not _NAME.match(data):
        return False
    head = re.split(rb"\r?\n\r?\n", data[:_HEAD], maxsplit=1)[0]
    names = {name.lower() for name in _NAME.findall(head)}
    return _ALWAYS in names and not names.isdisjoint(_OFTEN)


def unpack(data: bytes, source: Source, limits: Limits) -> Iterator[Piece | Unreadable]:
    """What came along with an e-mail, in its order. Unreadable: mail_broken, mail_too_many_parts."""
    if len(_MULTIPART.findall(data)) > _MOST_MARKS or len(data) > limits.file_bytes:
        yield Unreadable(source, "mail_too_many_parts", {"limit": _MOST_MARKS})
        return
    try:
        parts = [part for part in _parsed(data).walk() if not part.is_multipart()]
        pieces = [piece for part in parts[:_PARTS] if (piece := _piece(part, source))]
    except (ValueError, LookupError, RecursionError, AttributeError, TypeError):  # of the library, over broken parts
        yield Unreadable(source, "mail_broken")
        return
    yield from pieces
    if len(parts) > _PARTS:
        yield Unreadable(source, "mail_too_many_parts", {"limit": _PARTS})


def _parsed(data: bytes) -> Message:
    from email import message_from_bytes, policy

    return message_from_bytes(data, policy=policy.compat32)


def _piece(part: Message, source: Source) -> Piece | None:
    """What is attached; of the text itself only what may hold a record."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        return None
    name = part.get_filename()
    if name:
        return Piece(content, Source(source.file, path_text(name)))
    plain = part.get_content_type() in {"text/plain", "application/json"}
    return Piece(content, source) if plain and any(mark in content for mark in _RECORD) else None
