"""Records in a text that says other things too: a greeting before one, marks around it, a line for each of several."""

import json
import re
from collections.abc import Iterator
from itertools import islice

from app.errors import PersonError
from app.records.jose import is_compact
from app.records.json_text import parse
from app.records.limits import Limits
from app.records.model import Source
from app.records.parts import Part, numbered
from app.records.sd_jwt import is_sd_jwt

_LONGEST = 5_000_000
"""Characters of a text that is searched."""
_TRIES, _MOST = 10, 20_000
_SIGNED = re.compile(r"(?<![\w.~-])eyJ[\w-]{10,}\.[\w-]*\.[\w-]*(?:~[\w.-]*)*", re.ASCII)
_READER = json.JSONDecoder()


def values(text: str, source: Source, limits: Limits) -> Iterator[Part]:
    """Each JSON object and each signed text that stands in a text, in its order, to the letter."""
    found = list(islice(_found(text, limits), _MOST)) if len(text) <= _LONGEST else []
    for number, (value, letters) in enumerate(found, 1):
        yield Part(value, letters, numbered(source, number) if len(found) > 1 else source)


def _found(text: str, limits: Limits) -> Iterator[tuple[object, str]]:
    joined = "".join(text.split())
    if is_compact(joined) or is_sd_jwt(joined):
        yield joined, joined  # a mail program broke it into lines
        return
    position = 0
    for start, end in _objects(text):
        yield from _signed(text[position:start])
        position = end
        try:
            yield parse(text[start:end], limits), text[start:end]
        except PersonError:
            continue
    yield from _signed(text[position:])


def _objects(text: str) -> Iterator[tuple[int, int]]:
    """Where JSON objects stand that are in no other; what begins like one and is none is tried so many times only.

    A text that is meant to be JSON from its first letter, and is broken there, is one broken file.
    """
    tries, start = 1 if text.startswith(("{", "[")) else _TRIES, text.find("{")
    while start >= 0 and tries:
        try:
            end = _READER.raw_decode(text, start)[1]
            yield start, end
        except (ValueError, RecursionError):
            tries, end = tries - 1, start + 1
        start = text.find("{", end)


def _signed(text: str) -> Iterator[tuple[object, str]]:
    for match in _SIGNED.finditer(text):
        yield match[0], match[0]
