"""E-mails as mail programs save them (RFC 5322, `.eml`): what is attached, and a record in the text itself."""

import re
from collections.abc import Iterator
from email.message import Message
from itertools import islice

from app.records.limits import Limits
from app.records.model import Source, Unreadable
from app.records.text import path_text
from app.records.zips import Piece

_HEAD = 20_000
_NAME = re.compile(rb"^([A-Za-z0-9-]{1,60}):[ \t]?", re.MULTILINE)
_ALWAYS, _OFTEN = b"from", frozenset({b"to", b"subject", b"date", b"delivered-to"})
_PARTS = 200
# What Python's parser may take: it keeps each line apart, looks at it once more for each level of parts in parts, and
# reads a header with many quotes and semicolons in the square of its length. 20 MB as mail programs write them are
# 270,000 lines, in two or three levels.
_MOST_LINES, _MOST_LOOKS, _MOST_LEVELS = 400_000, 3_000_000, 40
_MOST_HEADERS, _LONGEST_HEADER = 1_000, 2_000
_HEADER = re.compile(rb"^content-(?:type|disposition):[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_LEVEL = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.IGNORECASE)
_RECORD = (b'"@context"', b"eyJ")


def is_mail(data: bytes) -> bool:
    """Whether bytes start like an e-mail: with headers, of which some say who wrote to whom."""
    if not _NAME.match(data):
        return False
    head = re.split(rb"\r?\n\r?\n", data[:_HEAD], maxsplit=1)[0]
    names = {name.lower() for name in _NAME.findall(head)}
    return _ALWAYS in names and not names.isdisjoint(_OFTEN)


def unpack(data: bytes, source: Source, limits: Limits) -> Iterator[Piece | Unreadable]:
    """What came along with an e-mail, in its order. Unreadable: mail_too_much, mail_broken, mail_too_many_parts."""
    if len(data) > limits.file_bytes or not _is_small(data):
        yield Unreadable(source, "mail_too_much")
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


def _is_small(data: bytes) -> bool:
    """Whether parsing costs little, counted before it is done."""
    plain = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    headers = [match[0] for match in islice(_HEADER.finditer(plain), _MOST_HEADERS + 1)]
    lines, levels = plain.count(b"\n"), sum(1 for header in headers if _LEVEL.match(header))
    if lines > _MOST_LINES or levels > _MOST_LEVELS or lines * (1 + levels) > _MOST_LOOKS:
        return False
    return len(headers) <= _MOST_HEADERS and all(len(header) <= _LONGEST_HEADER for header in headers)


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
