"""Whether a record tells people anything in words that only its own context explains.

A proof over RDF signs what a word stands for and not the word, so whoever holds such a record can give its own words
other names and its signature stays sound. Where a reader takes one of those names for a word it knows, what it reads
is not what was signed.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.records.model import Record
from app.records.parts import Part
from app.records.reading import read_part
from app.trust.sets import texts

_TYPES = ("type", "@type")


def tells(record: Record, words: Sequence[str]) -> bool:
    """Whether any of a JSON record's own words, keys or types, changes what is read out of it."""
    bare = _without(record.document, frozenset(words))
    found = next(read_part(Part(bare, json.dumps(bare), record.source)), None)
    if not isinstance(found, Record):
        return True
    return replace(found, key=record.key, raw=record.raw, document=record.document, types=record.types) != record


def _without(value: Any, words: frozenset[str]) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, list):
        return [_without(one, words) for one in value]
    if not isinstance(value, Mapping):
        return value
    kept = {key: one if key == "@context" else _without(one, words) for key, one in value.items() if key not in words}
    return {key: _types_without(one, words) if key in _TYPES else one for key, one in kept.items()}


def _types_without(value: object, words: frozenset[str]) -> object:
    return [one for one in texts(value) if one not in words] if not words.isdisjoint(texts(value)) else value
