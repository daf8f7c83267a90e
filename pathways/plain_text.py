"""Bytes that should be text: UTF-8, UTF-16 with its mark or plainly so, else line by line as Windows wrote (cp1252)."""

import codecs
import unicodedata
from typing import Literal

SAMPLE = 4_000
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def plain_text(content: bytes, wrong: Literal["strict", "replace"] = "strict") -> str | None:
    """The text, or None where the bytes are none. `wrong`: what a byte that Windows never wrote does to the rest."""
    for encoding in _encodings(content):
        try:
            text = _windows_lines(content, wrong) if encoding == "cp1252" else content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return text
    return None


def _encodings(content: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return (encoding,)
    start = content[:SAMPLE]
    if (2 * start.count(0) >= len(start) // 2 and start) and len(content) % 2 == 0:
        return ("utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be",)
    return ("utf-8", "cp1252")


def _windows_lines(content: bytes, wrong: str) -> str:
    """Lines as Windows wrote them; those that are UTF-8 stay so, where two texts were put into one file."""
    return "\n".join(_line(one, wrong) for one in content.split(b"\n"))


def _line(line: bytes, wrong: str) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", wrong)


def _is_text(text: str) -> bool:
    """Whether it holds no zero bytes, and few other letters that steer: those are named where they stand."""
    start = text[: 16 * SAMPLE]
    steers = sum(unicodedata.category(one) == "Cc" for one in start if one not in "\t\r\n")
    return "\0" not in text and 50 * steers <= len(start) + 49
