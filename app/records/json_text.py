"""JSON from strangers: strict UTF-8, no duplicate keys, no numbers that are none, bounded depth and size.

Two readers that disagree about one file are how a signed record says one thing to a checker and another to a person;
so whatever JSON leaves open (RFC 8259, section 4 and 6; I-JSON, RFC 7493) is refused here.
"""

import codecs
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Never

from app.errors import PersonError
from app.records.limits import LIMITS, Limits
from app.records.text import one_line

NUMBER_CAP = 100

_WIDE_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WIDE_STARTS = re.compile(rb"\0{0,3}[\[{]\0|\0{1,3}[\[{]")
_NOT_STRUCTURE = bytes(set(range(256)) - set(b"[]{},"))
_OPEN = b"("
_BRACKETS = bytes.maketrans(b"[{]}", b"(())")
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
_CUT_WORD = re.compile(r"[-+.\w]*")
_SPACE = re.compile(r"[ \t\n\r]*")
_SKIPPER = json.JSONDecoder()


def load(data: bytes, limits: Limits = LIMITS) -> Any:  # noqa: ANN401 - any JSON value
    """The value of a whole JSON text; raises PersonError with the code of the first thing wrong with it."""
    return parse(decode(data, limits), limits)


def load_freely(data: bytes, limits: Limits = LIMITS) -> Any:  # noqa: ANN401 - any JSON value
    """`load` of what nobody signed and many publish carelessly: of a key that is there twice the last counts."""
    return _value(decode(data, limits), limits, _FREE_DECODER)


def decode(data: bytes, limits: Limits = LIMITS) -> str:
    """Strict UTF-8, without a byte-order mark. PersonError: file_too_big, file_empty, not_utf8, file_binary."""
    if len(data) > limits.file_bytes:
        raise PersonError("file_too_big", bytes=len(data), limit=limits.file_bytes)
    if data.startswith(_WIDE_MARKS) or _WIDE_STARTS.match(data):
        raise PersonError("not_utf8")
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        raise PersonError("file_binary" if b"\0" in data else "not_utf8") from None
    if not text.strip():
        raise PersonError("file_empty")
    if "\0" in text:
        raise PersonError("file_binary")
    return text


def parse(text: str, limits: Limits = LIMITS) -> Any:  # noqa: ANN401 - any JSON value
    """The value of `text`. PersonError: json_* codes, each with its values."""
    return _value(text, limits, _DECODER)


def _value(text: str, limits: Limits, decoder: json.JSONDecoder) -> Any:  # noqa: ANN401 - any JSON value
    unclosed = _measure(text.encode("utf-8"), limits)
    try:
        value = decoder.decode(text)
    except json.JSONDecodeError as error:
        _refuse(error, text, unclosed=unclosed)
    _no_lone_surrogates(text, value)
    return value


def spans(text: str, start: int = 0) -> Iterator[tuple[str | int, int, int]]:
    """Key or index, first and past-last position of each value directly inside the object or array at `start`.

    `text` must have passed `parse`: positions are found by decoding again, not by checking again.
    """
    keyed = text[start] == "{"
    position = _after_space(text, start + 1)
    index = 0
    while text[position] not in "]}":
        key: str | int = index
        if keyed:
            key, position = _SKIPPER.raw_decode(text, position)
            position = _after_space(text, _after_space(text, position) + 1)
        end = _SKIPPER.raw_decode(text, position)[1]
        yield key, position, end
        position = _after_space(text, end)
        if text[position] == ",":
            position = _after_space(text, position + 1)
        index += 1


def _after_space(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _measure(data: bytes, limits: Limits) -> bool:
    """Refuse what is too deep or has too many values, before the recursive parser sees it; say if it ends open."""
    # Not by a pattern: it takes seconds over millions of strings, and keeps the window waiting meanwhile.
    bare = data.replace(b"\\\\", b"").replace(b'\\"', b"")
    if bare.count(b'"') > 4 * (limits.values + 1):  # at most two strings, so four quotes, to a comma or bracket
        raise PersonError("json_too_many_values", limit=limits.values)
    between = bare.split(b'"')
    structure, open_string = b"".join(between[::2]).translate(None, _NOT_STRUCTURE), len(between) % 2 == 0
    if len(structure) > limits.values:
        raise PersonError("json_too_many_values", limit=limits.values)
    left = structure.translate(_BRACKETS, b",")
    height = 0
    # Each pass takes away the innermost brackets, so passes count the depth.
    while (fewer := left.replace(b"()", b"")) != left:
        left, height = fewer, height + 1
        if height > limits.depth:
            break
    unclosed = left.count(_OPEN)
    if height + unclosed > limits.depth:
        raise PersonError("json_too_deep", limit=limits.depth)
    return open_string or unclosed > 0


def _refuse(error: json.JSONDecodeError, text: str, *, unclosed: bool) -> Never:
    cut_off = error.msg.startswith("Unterminated string") or _CUT_WORD.fullmatch(text[error.pos :].strip())
    if unclosed and (cut_off or len(text) - error.pos < 8):
        raise PersonError("json_truncated") from None
    raise PersonError("json_broken", line=error.lineno, column=error.colno) from None


def _no_lone_surrogates(text: str, value: object) -> None:
    if not _SURROGATE_ESCAPE.search(text):
        return
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        raise PersonError("json_bad_character") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        counts = Counter(key for key, _ in pairs)
        raise PersonError("json_duplicate_key", key=one_line(counts.most_common(1)[0][0]))
    return made


def _whole(digits: str) -> int:
    if len(digits) > NUMBER_CAP:
        raise PersonError("json_bad_number", number=one_line(digits, 30))
    return int(digits)


def _real(digits: str) -> float:
    value = float(digits)
    if len(digits) > NUMBER_CAP or value in (float("inf"), float("-inf")):
        raise PersonError("json_bad_number", number=one_line(digits, 30))
    return value


def _no_number(word: str) -> Never:
    raise PersonError("json_bad_number", number=word)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_whole, parse_float=_real, parse_constant=_no_number, strict=True
)
_FREE_DECODER = json.JSONDecoder(parse_int=_whole, parse_float=_real, parse_constant=_no_number)
