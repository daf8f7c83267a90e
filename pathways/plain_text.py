"""Bytes that should be text: UTF-8, UTF-16 with its mark or plainly so, else what Windows wrote (cp1252)."""

import codecs
import unicodedata
from typing import Literal

SAMPLE = 4_000
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def plain_text(content: bytes, wrong: Literal["strict", "replace"] = "strict") -> str | None:
    """The text, or None where the bytes are none. `wrong`: what a byte that Windows never wrote does to the rest."""
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding, wrong if encoding == "cp1252" else "strict")
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


def _is_text(text: str) -> bool:
    """Whether it holds no zero bytes, and few other letters that steer: those are named where they stand."""
    start = text[: 16 * SAMPLE]
    steers = sum(unicodedata.category(one) == "Cc" for one in start if one not in "\t\r\n")
    return "\0" not in text and 50 * steers <= len(start) + 49
