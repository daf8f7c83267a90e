"""Badges baked into pictures: the text chunks of a PNG, the elements of an SVG.

Sources: Open Badges 3.0, section 5.3 (baking), Open Badges Baking Specification 1.0 for 1.x and 2.0, and PNG
(third edition), section 11.3.3, for tEXt, zTXt and iTXt.
"""

import zlib
from collections.abc import Iterator
from xml.parsers import expat

from app.errors import PersonError
from app.records.limits import Limits
from app.records.pictures import PNG, is_svg

KEYWORDS = (b"openbadgecredential", b"openbadges", b"clrcredential")
MAX_CHUNKS = 50_000
MAX_ELEMENTS = 200_000
MAX_ATTRIBUTES = 100_000
MAX_BAKED = 100

_OB3 = ("https://purl.imsglobal.org/ob/v3p0", "https://purl.imsglobal.org/spec/ob/v3p0")
_CLR = ("https://purl.imsglobal.org/clr/v2p0", "https://purl.imsglobal.org/spec/clr/v2p0")
_OLD = "http://openbadges.org"
_ELEMENTS = frozenset({*(f"{space} credential" for space in (*_OB3, *_CLR)), f"{_OLD} assertion"})
_SPACES = tuple(space.encode() for space in (*_OB3, *_CLR, _OLD))


def texts(data: bytes, limits: Limits) -> tuple[str, ...]:
    """The texts baked into a picture, as they stand in it; none where there are none.

    PersonError: picture_broken, picture_bomb (built to cost time or memory), picture_entities (it defines words).
    """
    if data.startswith(PNG):
        return _png(data, limits)
    return _svg(data, limits) if is_svg(data) else ()


def _png(data: bytes, limits: Limits) -> tuple[str, ...]:
    found, left = list[str](), limits.file_bytes
    for kind, body in _chunks(data):
        keyword, _, rest = body.partition(b"\0")
        if kind not in _TEXT_CHUNKS or keyword not in KEYWORDS:
            continue
        text = _decoded(kind, rest, left)
        left -= len(text)
        found.append(text)
        if len(found) > MAX_BAKED or left < 0:
            raise PersonError("picture_bomb")
    return tuple(found)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Type and body of each chunk; a picture may be cut short after them, but not in one that holds text."""
    position = len(PNG)
    for _ in range(MAX_CHUNKS):
        if len(data) < position + 12:
            return
        size, kind = int.from_bytes(data[position : position + 4]), data[position + 4 : position + 8]
        end = position + 8 + size
        if kind == b"IEND":
            return
        if kind in _TEXT_CHUNKS:
            body = data[position + 8 : end]
            if len(data) < end + 4 or zlib.crc32(kind + body) != int.from_bytes(data[end : end + 4]):
                raise PersonError("picture_broken")
            yield kind, body
        position = end + 4
    raise PersonError("picture_broken")


_TEXT_CHUNKS = (b"tEXt", b"zTXt", b"iTXt")


def _decoded(kind: bytes, rest: bytes, left: int) -> str:
    """The text of a chunk after its keyword, at most `left` bytes unpacked."""
    packed = kind == b"zTXt"
    if kind == b"iTXt":
        flags, rest = rest[:2], rest[2:]
        if len(flags) < 2 or flags[0] > 1 or rest.count(b"\0") < 2:
            raise PersonError("picture_broken")
        packed, rest = flags[0] == 1, flags[1:] + rest.split(b"\0", 2)[2]
    if packed or kind == b"iTXt":
        method, rest = rest[:1], rest[1:]
        if packed and method != b"\0":
            raise PersonError("picture_broken")
    body = _inflated(rest, left) if packed else rest
    try:
        # Bakers write UTF-8 in every kind of chunk, though PNG wants Latin-1 in two of them.
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise PersonError("picture_broken") from None


def _inflated(body: bytes, left: int) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        data = unpacker.decompress(body, max(left, 1))
    except zlib.error:
        raise PersonError("picture_broken") from None
    if unpacker.unconsumed_tail:
        raise PersonError("picture_bomb")
    if not unpacker.eof:
        raise PersonError("picture_broken")
    return data


def _svg(data: bytes, limits: Limits) -> tuple[str, ...]:
    if len(data) > limits.file_bytes:
        raise PersonError("file_too_big", bytes=len(data), limit=limits.file_bytes)
    if not any(space in data for space in _SPACES) and b"<!ENTITY" not in data:
        return ()
    # One tag with a million attributes costs the parser seconds; no drawing that bears a badge has so many in all.
    if data.count(b"=") > MAX_ATTRIBUTES:
        raise PersonError("picture_bomb")
    finder = _Finder()
    # One encoding, whatever the drawing names: a stranger's file is not to choose among Python's codecs.
    parser = expat.ParserCreate("utf-8", " ")
    parser.buffer_text = True
    parser.StartElementHandler = finder.start
    parser.EndElementHandler = finder.end
    parser.CharacterDataHandler = finder.characters
    parser.EntityDeclHandler = finder.refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003  expat takes it by position alone
    except expat.ExpatError:
        raise PersonError("picture_broken") from None
    return tuple(finder.found)


class _Finder:
    """Hears the elements of a drawing and keeps what stands in those that hold a badge."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.elements = 0
        self.depth = 0
        self.stated = ""
        self.inside: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.elements += 1
        if self.elements > MAX_ELEMENTS or len(self.found) > MAX_BAKED:
            raise PersonError("picture_bomb")
        if self.depth:
            self.depth += 1
        elif name in _ELEMENTS:
            self.depth, self.stated, self.inside = 1, attributes.get("verify", ""), []

    def characters(self, text: str) -> None:
        """Text, or a CDATA section."""
        if self.depth:
            self.inside.append(text)

    def end(self, _name: str) -> None:
        """An element ends. The record itself counts before the address or signed text in `verify`."""
        if self.depth == 1:
            text = "".join(self.inside).strip() or self.stated.strip()
            self.found += [text] if text else []
        self.depth = max(0, self.depth - 1)

    def refuse(self, *_declaration: object) -> None:
        """An entity is declared: what it stands for could be anything, and grow without end."""
        raise PersonError("picture_entities")
