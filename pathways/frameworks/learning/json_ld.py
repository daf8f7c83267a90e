"""JSON and JSON-LD of lists, alone, line by line, in registry envelopes, or in the scripts of a saved web page."""

import base64
import binascii
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pathways.errors import PathwaysError
from pathways.frameworks.learning.model import Trouble
from pathways.frameworks.learning.table import MOST_ROWS
from pathways.frameworks.learning.text import decoded
from pathways.frameworks.sift import shown
from pathways.strict_json import no_twins
from pathways.web_page import read_page

MOST_SCRIPTS = 2_000
MOST_BYTES = 25_000_000
"""JSON takes up to twenty times its room once it is read."""
MOST_OBJECTS = 600_000
"""Objects of one list: a place, a price and a code are some, too."""
LANGUAGES = ("en-US", "en-us", "en", "en-GB")
Vocabulary = Literal["ctdl", "schema", ""]
_CTDL = ("ceterms:", "https://purl.org/ctdl/terms/", "http://purl.org/ctdl/terms/")
_SCHEMA = ("schema:", "https://schema.org/", "http://schema.org/")


@dataclass(frozen=True)
class Document:
    """One JSON text of a list: its number (line, script or place), its content, the words it is written in."""

    row: int
    content: Any
    vocabulary: Vocabulary = ""


@dataclass(frozen=True)
class Node:
    """An object with a type: its types and properties by their plain names, and the document it stands in.

    `place` tells it from others while the documents are there (Python's own `id`).
    """

    row: int
    vocabulary: Vocabulary
    types: tuple[str, ...]
    told: Mapping[str, Any] = field(repr=False)
    place: int = 0

    @property
    def id(self) -> str:
        """Its `@id`; empty where it has none."""
        return str(self.told.get("@id") or "")


def documents(content: bytes, file: str) -> tuple[list[Document], list[Trouble]] | None:
    """The JSON in a file, and what of it could not be read; None where it is no JSON and no web page.

    Errors: `learning_json` (file), `learning_too_many_rows`, `learning_not_known` for a page without a list; as
    `decoded`.
    """
    text = decoded(content, file).lstrip("\ufeff \t\r\n")
    if text[:1] in ("{", "[", "<") and len(content) > MOST_BYTES:
        raise PathwaysError("learning_too_large", file=file)
    if text[:1] in ("{", "["):
        return _of_json(text, file)
    if text[:1] == "<":
        return _of_page(text, file)
    return None


def _of_json(text: str, file: str) -> tuple[list[Document], list[Trouble]]:
    try:
        return [_document(1, _loads(text, file))], []
    except (ValueError, RecursionError) as error:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
        if len(lines) < 2 or not all(line.lstrip()[:1] == "{" for _, line in lines[:2]) or not _is_json(lines[0][1]):
            raise PathwaysError("learning_json", file=file) from error
        return _each(lines, file)


def _is_json(text: str) -> bool:
    try:
        return isinstance(_loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _each(texts: Iterable[tuple[int, str]], file: str) -> tuple[list[Document], list[Trouble]]:
    found, broken = [], list[Trouble]()
    for place, (number, text) in enumerate(texts):
        if place >= MOST_ROWS:
            raise PathwaysError("learning_too_many_rows", file=file, limit=MOST_ROWS)
        try:
            found.append(_document(number, _loads(text, file)))
        except (ValueError, RecursionError):
            broken.append(Trouble(number, "", "row_unreadable", shown(text[:200])))
    return found, broken


def _loads(text: str, file: str = "") -> Any:  # noqa: ANN401  any JSON value
    """The JSON; ValueError where an object says a key twice: two readers could take two meanings from it.

    PathwaysError `learning_too_large` for more objects than anyone publishes.
    """
    count = 0

    def counted(pairs: list[tuple[str, object]]) -> dict[str, object]:
        nonlocal count
        count += 1
        if count > MOST_OBJECTS:
            raise PathwaysError("learning_too_large", file=file)
        return no_twins(pairs)

    return json.loads(text, object_pairs_hook=counted)


def _of_page(text: str, file: str) -> tuple[list[Document], list[Trouble]]:
    scripts = read_page(text).data[:MOST_SCRIPTS]
    if not scripts:
        raise PathwaysError("learning_not_known", file=file)
    return _each(enumerate(scripts, start=1), file)


def _document(row: int, content: Any) -> Document:  # noqa: ANN401  any JSON value
    return Document(row, content, _vocabulary(content.get("@context")) if isinstance(content, dict) else "")


def _vocabulary(context: object) -> Vocabulary:
    """What a context names; contexts inside contexts are not looked into."""
    words: list[str] = []
    for one in each(context)[:20]:
        words += [one] if isinstance(one, str) else map(str, _strings(one)) if isinstance(one, dict) else []
    named = " ".join(word[:500] for word in words).casefold()
    return "ctdl" if "ctdl" in named or "credreg" in named else "schema" if "schema.org" in named else ""


def _strings(context: Mapping[str, Any]) -> list[str]:
    return [one for one in list(context.values())[:500] if isinstance(one, str)]


def nodes(found: Iterable[Document]) -> list[Node]:
    """Every object with a type, in the order of the documents."""
    every: list[Node] = []
    for document in found:
        waiting: list[tuple[Any, Vocabulary]] = [(document.content, document.vocabulary)]
        while waiting:
            value, words = waiting.pop()
            if isinstance(value, list):
                waiting += [(one, words) for one in reversed(value)]
            elif isinstance(value, dict):
                value, words = _unwrapped(value), _vocabulary(value.get("@context")) or words
                if types := _texts_of(value.get("@type", value.get("type"))):
                    every.append(_node(document.row, words, types, value))
                waiting += [(one, words) for one in reversed(list(value.values())) if isinstance(one, dict | list)]
    return every


def _unwrapped(value: dict[str, Any]) -> dict[str, Any]:
    """A registry's envelope with its resource in plain sight: some hold it only as a signed text (JWT)."""
    packed = value.get("resource")
    if "decoded_resource" in value or not isinstance(packed, str) or packed.count(".") != 2:
        return value
    part = packed.split(".")[1]
    try:
        inside = _loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)).decode())
    except (ValueError, RecursionError, binascii.Error):
        return value
    return {**value, "decoded_resource": inside}


def _node(row: int, words: Vocabulary, types: tuple[str, ...], value: Mapping[str, Any]) -> Node:
    named: Vocabulary = words
    if any(one.startswith(_CTDL) for one in types):
        named = "ctdl"
    elif any(one.startswith(_SCHEMA) for one in types):
        named = "schema"
    return Node(row, named, tuple(local(one) for one in types), plainly(value), id(value))


def plainly(value: Mapping[str, Any]) -> dict[str, Any]:
    """Properties by their plain names, however they were written."""
    found: dict[str, Any] = {}
    for key, one in value.items():
        found.setdefault(local(key), one)
    if "@id" not in found and isinstance(found.get("id"), str):
        found["@id"] = found["id"]
    return found


def local(name: str) -> str:
    """The plain name of a term: what stands behind its prefix or address."""
    if name.startswith("@"):
        return name
    return name.strip().rsplit("/", 1)[-1].rsplit("#", 1)[-1].rsplit(":", 1)[-1]


def _texts_of(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(one for one in values if isinstance(one, str))


def each(value: object) -> list[Any]:
    """A property's values, be there one, several or none."""
    return [one for one in (value if isinstance(value, list) else [value]) if one is not None]


def text(value: object) -> str:
    """A text, in English where there are several languages; the first of several."""
    for one in each(value):
        if isinstance(one, bool):
            return "yes" if one else "no"
        if isinstance(one, str | int | float):
            return str(one)
        if isinstance(one, dict):
            if "@value" in one:
                return text(one["@value"])
            if not any(key.startswith("@") for key in one) and all(isinstance(key, str) for key in one):
                chosen = next((key for key in LANGUAGES if key in one), next(iter(one), None))
                if chosen is not None and _is_language(chosen):
                    return text(one[chosen])
    return ""


def _is_language(key: str) -> bool:
    return 2 <= len(key.partition("-")[0]) <= 3 and key.replace("-", "").isalnum()


def reference(value: object) -> str:
    """The address that a value points to: a text, or an object's `@id`."""
    if isinstance(value, str):
        return value
    return str(value.get("@id") or value.get("id") or "") if isinstance(value, dict) else ""
