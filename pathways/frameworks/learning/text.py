"""Bytes of a list as text: UTF-8, UTF-16 with its mark or plainly so, else line by line as Windows wrote (cp1252)."""

import codecs
import unicodedata

from pathways.errors import PathwaysError

MOST_BYTES = 60_000_000
SAMPLE = 4_000
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decoded(content: bytes, file: str) -> str:
    """The text; errors `learning_not_text`, `learning_too_large` (file)."""
    if len(content) > MOST_BYTES:
        raise PathwaysError("learning_too_large", file=file)
    for encoding in _encodings(content):
        try:
            text = _windows_lines(content) if encoding == "cp1252" else content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return text
    raise PathwaysError("learning_not_text", file=file)


def _encodings(content: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return (encoding,)
    start = content[:SAMPLE]
    if (2 * start.count(0) >= len(start) // 2 and start) and len(content) % 2 == 0:
        return ("utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be",)
    return ("utf-8", "cp1252")


def _windows_lines(content: bytes) -> str:
    """Lines as Windows wrote them; those that are UTF-8 stay so, where two lists were put into one file."""
    return "\n".join(_line(one) for one in content.split(b"\n"))


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252")


def _is_text(text: str) -> bool:
    """Whether it holds no zero bytes, and few other letters that steer: those are named row by row."""
    start = text[: 16 * SAMPLE]
    steers = sum(unicodedata.category(one) == "Cc" for one in start if one not in "\t\r\n")
    return "\0" not in text and 50 * steers <= len(start) + 49
