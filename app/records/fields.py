"""Fields of a stranger's JSON: the value if it is what it should be, a fault if not, never an exception."""

import re
from collections.abc import Mapping
from typing import Any

from app.records.dates import moment
from app.records.model import Fault
from app.records.text import is_identifier, one_line, paragraphs

Json = Mapping[str, Any]
Faults = list[Fault]

# The most entries of one list that are read out; all of them stay in the raw bytes.
LIST_CAP = 1_000

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_WEB = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_RUNNING = re.compile(r"(javascript|vbscript|data|file):", re.IGNORECASE)


def line(value: object) -> str | None:
    """A name: cleaned, on one line; of several languages English, else the first."""
    return one_line(_words(value)) or None


def prose(value: object) -> str | None:
    """A description: cleaned, with its line breaks; of several languages English, else the first."""
    return paragraphs(_words(value)) or None


def strings(value: object) -> tuple[str, ...]:
    """A string or an array of strings, cleaned; whatever else is in it is left out."""
    listed = value if isinstance(value, list) else [value]
    return tuple(text for entry in listed[:LIST_CAP] if (text := line(entry)))


def identifier(value: object) -> str | None:
    """An id to the letter: a string or the `id` of an object; None where it holds anything that would need cleaning."""
    if isinstance(value, Mapping):
        value = value.get("id", value.get("@id"))
    return value if isinstance(value, str) and is_identifier(value) else None


def web_link(value: object) -> str | None:
    """An http or https address."""
    found = identifier(value)
    return found if found and _WEB.fullmatch(found) else None


def link(value: object) -> str | None:
    """An identifier that names a thing, in whatever scheme, but for those a program would run or open."""
    found = identifier(value)
    return None if found is None or _RUNNING.match(found) else found


def named_id(parent: Json, key: str, field: str, faults: Faults) -> str | None:
    """The identifier under `key`, if there; a fault where it cannot stand as one."""
    if parent.get(key) is None:
        return None
    found = identifier(parent[key]) if isinstance(parent[key], str) else None
    if found is None:
        faults.append(Fault("bad_identifier", {"field": field}))
    return found


def objects(parent: Json, key: str, faults: Faults, *, or_text: bool = False) -> list[Json]:
    """The object or objects under `key`; with `or_text` a string stands for an object with that `id`."""
    value = parent.get(key)
    if value is None:
        return []
    listed = value if isinstance(value, list) else [value]
    if len(listed) > LIST_CAP:
        faults.append(Fault("too_many", {"field": key, "limit": LIST_CAP}))
    found: list[Json] = []
    for entry in listed[:LIST_CAP]:
        if isinstance(entry, dict):
            found.append(entry)
        elif or_text and isinstance(entry, str):
            found.append({"id": entry})
        else:
            faults.append(wrong_type(key, entry))
    return found


def dated(parent: Json, key: str, faults: Faults) -> str | None:
    """A date as written; a fault where it names no moment."""
    value = parent.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        faults.append(wrong_type(key, value))
        return None
    if moment(value) is None:
        faults.append(Fault("unreadable_date", {"field": key, "text": one_line(value, 60)}))
        return one_line(value, 60) or None
    return value


def wrong_type(field: str, value: object) -> Fault:
    """The fault of a field that is not of the kind it must be."""
    return Fault("wrong_type", {"field": field, "found": _kind(value)})


def _kind(value: object) -> str:
    kinds = {bool: "true_or_false", str: "text", int: "number", float: "number", list: "list", dict: "object"}
    return kinds.get(type(value), "nothing")


def _words(value: object) -> str:
    """The text of a string, a number, a JSON-LD language value or map, or an array of those."""
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    spoken = _spoken(value)
    english = (text for language, text in spoken if language.lower().split("-")[0] == "en")
    return next(english, spoken[0][1] if spoken else "")


def _spoken(value: object) -> list[tuple[str, str]]:
    """(language, text) pairs; the language is empty where none is said."""
    if isinstance(value, list):
        return [pair for entry in value[:LIST_CAP] if not isinstance(entry, list) for pair in _spoken(entry)]
    if isinstance(value, str):
        return [("", value)]
    if not isinstance(value, Mapping):
        return []
    if isinstance(value.get("@value"), str):
        language = value.get("@language")
        return [(language if isinstance(language, str) else "", value["@value"])]
    return [(key, text) for key, said in value.items() if _LANGUAGE.fullmatch(key) and (text := _first_text(said))]


def _first_text(value: object) -> str | None:
    """What one language says: a text, or the first of several."""
    said = value[0] if isinstance(value, list) and value else value
    return said if isinstance(said, str) else None
