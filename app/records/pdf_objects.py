"""Just enough of PDF's own objects to find files attached to a PDF, in time and memory that its size bounds.

Libraries for PDF follow its cross-references, which a hostile file can make endless or as wide as memory; here the
file is gone through once from start to end, whatever its references say. What is in a stream is only unpacked where
it must hold objects or is an attached file. Source: ISO 32000-2, 7.3 (objects), 7.4 (filters), 7.5.7 (object streams).
"""

import re
import zlib
from base64 import a85decode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

DEEPEST = 40
MOST_FILTERS = 4
_SPACE = b"\0\t\n\f\r "
_TOKEN = re.compile(
    rb"[\0\t\n\f\r ]+|%[^\r\n]*|(?P<open><<|\[)|(?P<close>>>|\])|/(?P<name>[^\0\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(?P<text>\()|<(?P<hex>[0-9A-Fa-f\0\t\n\f\r ]*)>|(?P<ref>\d{1,10}[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R\b)"
    rb"|(?P<number>[-+.\d][-+.\d]*)|(?P<word>[A-Za-z]+)"
)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b""}
_IN_TEXT = re.compile(rb"\\([0-7]{1,3}|\r\n|.)|[()]", re.DOTALL)


class PdfError(Exception):
    """What cannot be read as a PDF's objects; `args[0]` is a code: broken, packing or too_big."""


@dataclass(frozen=True)
class Name:
    """A PDF name."""

    text: str


@dataclass(frozen=True)
class Ref:
    """A reference to an indirect object, by its number."""

    number: int


class Reader:
    """Reads objects out of bytes; `left` tokens may be taken by all reads together."""

    def __init__(self, left: int) -> None:
        self.left = left

    def value(self, data: bytes, start: int) -> tuple[Any, int]:
        """The object at `start` and where it ends. PdfError."""
        stack: list[list[Any]] = [[]]
        position = start
        while True:
            match = _TOKEN.match(data, position)
            self.left -= 1
            if not match or self.left < 0:
                raise PdfError("broken" if self.left >= 0 else "too_big")
            position = match.end()
            kind = match.lastgroup
            if kind is None:
                continue
            if kind == "open":
                stack.append([])
                if len(stack) > DEEPEST:
                    raise PdfError("too_big")
                continue
            if kind == "close":
                if len(stack) < 2:
                    raise PdfError("broken")
                made = stack.pop()
                found: Any = _dictionary(made) if match[kind] == b">>" else made
            elif kind == "text":
                found, position = self._literal(data, position)
            else:
                found = _atom(kind, match[kind])
            stack[-1].append(found)
            if len(stack) == 1:
                return found, position

    def _literal(self, data: bytes, start: int) -> tuple[bytes, int]:
        """A text in parentheses, which may hold more of them."""
        found, deep, position = bytearray(), 1, start
        for match in _IN_TEXT.finditer(data, start):
            self.left -= 1
            found += data[position : match.start()]
            position = match.end()
            if self.left < 0:
                raise PdfError("too_big")
            if match[1] is not None:
                found += _escaped(match[1])
                continue
            deep += 1 if match[0] == b"(" else -1
            if not deep:
                return bytes(found), position
            found += match[0]
        raise PdfError("broken")


def unpacked(data: bytes, packing: Mapping[str, Any], most: int) -> bytes:
    """A stream's bytes after its filters, at most `most` of them. PdfError: broken, packing, too_big."""
    named = packing.get("Filter")
    filters = named if isinstance(named, list) else [named] if named is not None else []
    if len(filters) > MOST_FILTERS:
        raise PdfError("packing")
    for one in filters:
        unpack = _FILTERS.get(one.text) if isinstance(one, Name) else None
        if unpack is None or _is_predicted(packing):
            raise PdfError("packing")
        data = unpack(data, most)
    if len(data) > most:
        raise PdfError("too_big")
    return data


def text_of(value: object) -> str:
    """A PDF text string."""
    if not isinstance(value, bytes):
        return ""
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    try:
        return value.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _dictionary(made: list[Any]) -> dict[str, Any]:
    return {key.text: value for key, value in zip(made[::2], made[1::2], strict=False) if isinstance(key, Name)}


def _atom(kind: str, text: bytes) -> object:
    if kind == "name":
        return Name(text[:200].decode("latin-1"))
    if kind == "hex":
        digits = text.translate(None, _SPACE).decode("ascii")
        return bytes.fromhex(digits + "0" * (len(digits) % 2))
    if kind == "ref":
        return Ref(int(text.split()[0]))
    if kind == "number":
        return int(text) if text.isdigit() and len(text) < 12 else 0
    return text


def _escaped(letter: bytes) -> bytes:
    if letter[:1].isdigit():
        return bytes([int(letter, 8) & 0xFF])
    return b"" if letter == b"\r\n" else _ESCAPES.get(letter, letter)


def _is_predicted(packing: Mapping[str, Any]) -> bool:
    stated = packing.get("DecodeParms")
    found = stated if isinstance(stated, list) else [stated]
    return any(isinstance(one, Ref) or (isinstance(one, dict) and one.get("Predictor", 1) != 1) for one in found)


def _flate(data: bytes, most: int) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        found = unpacking.decompress(data, most + 1)
    except zlib.error:
        raise PdfError("broken") from None
    if len(found) > most:
        raise PdfError("too_big")
    return found


def _hex(data: bytes, _most: int) -> bytes:
    digits = data.partition(b">")[0].translate(None, _SPACE)
    try:
        return bytes.fromhex(digits.decode("ascii") + "0" * (len(digits) % 2))
    except ValueError:
        raise PdfError("broken") from None


def _base85(data: bytes, most: int) -> bytes:
    # "z" stands for four zeros: the only way it grows.
    if len(data) * 4 > max(most, 1) * 5 or data.count(b"z") * 4 > most:
        raise PdfError("too_big")
    try:
        return a85decode(data.partition(b"~>")[0], ignorechars=_SPACE)
    except ValueError:
        raise PdfError("broken") from None


_FILTERS = {
    "FlateDecode": _flate,
    "Fl": _flate,
    "ASCIIHexDecode": _hex,
    "AHx": _hex,
    "ASCII85Decode": _base85,
    "A85": _base85,
}
