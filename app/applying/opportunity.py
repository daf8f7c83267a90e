"""The job, course or benefit applied for, read from a small JSON file (form: docs/interfaces.md)."""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.errors import PersonError

MAX_BYTES = 1_000_000
MAX_REQUIREMENTS = 200
MAX_TITLE = 200
MAX_REQUIREMENT = 300
MAX_TOKEN = 500
SPELLINGS: Mapping[str, str] = {"organization": "organisation"}
KNOWN = frozenset({"title", "organisation", "requirements", "challenge", "domain", "@context", "id", "type"})


@dataclass(frozen=True)
class Asked:
    """One thing the opportunity asks for. `concepts` are ids that meet it: its own, and matches the learner agreed."""

    name: str
    concepts: tuple[str, ...] = ()
    essential: bool = True


@dataclass(frozen=True)
class Opportunity:
    """What is applied for; `challenge` and `domain` as given, None where nobody gave them.

    `ignored` names keys of the file that were not used.
    """

    title: str
    organisation: str
    asked: tuple[Asked, ...]
    challenge: str | None = None
    domain: str | None = None
    ignored: tuple[str, ...] = ()


def read_opportunity(path: Path) -> Opportunity:
    """Read an opportunity file of at most 1 MB; anything wrong raises `PersonError("opportunity_…")`."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise PersonError("opportunity_unreadable", file=path.name, why=type(error).__name__) from error
    return opportunity_from(content, file=path.name)


def opportunity_from(content: bytes, *, file: str = "") -> Opportunity:
    """Read the bytes of an opportunity; `file` is only for the error's values."""
    if len(content) > MAX_BYTES:
        raise PersonError("opportunity_too_large", file=file, limit_bytes=MAX_BYTES)
    document = _parsed(content, file)
    values = {SPELLINGS.get(key, key): value for key, value in document.items()}
    return Opportunity(
        title=_text(values, "title", MAX_TITLE, file),
        organisation=_text(values, "organisation", MAX_TITLE, file),
        asked=_asked(values.get("requirements"), file),
        challenge=_token(values, "challenge", file),
        domain=_token(values, "domain", file),
        ignored=tuple(sorted(clean(key, 60) for key in values.keys() - KNOWN))[:20],
    )


def agreed(opportunity: Opportunity, matches: Mapping[int, tuple[str, ...]]) -> Opportunity:
    """The same opportunity with the concept ids that the learner confirmed, by the requirement's place in the list."""
    asked = tuple(
        replace(item, concepts=tuple(dict.fromkeys((*item.concepts, *matches.get(index, ())))))
        for index, item in enumerate(opportunity.asked)
    )
    return replace(opportunity, asked=asked)


def clean(text: str, limit: int) -> str:
    """Text of a stranger made fit to show: NFC, one line, no control or direction characters, at most `limit` long."""
    joined = " ".join(unicodedata.normalize("NFC", text[: limit * 4]).split())
    kept = "".join(letter for letter in joined if not _hidden(letter))
    return kept if len(kept) <= limit else kept[: limit - 1].rstrip() + "…"


def _hidden(letter: str) -> bool:
    joins_letters = letter in "\u200c\u200d"
    return unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn"} and not joins_letters


def _parsed(content: bytes, file: str) -> dict[str, Any]:
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise PersonError("opportunity_not_text", file=file) from error
    except json.JSONDecodeError as error:
        raise PersonError("opportunity_not_json", file=file, line=error.lineno, column=error.colno) from error
    except (RecursionError, ValueError) as error:
        raise PersonError("opportunity_too_deep", file=file) from error
    if not isinstance(document, dict):
        raise PersonError("opportunity_not_an_object", file=file)
    return document


def _text(values: Mapping[str, Any], field: str, limit: int, file: str) -> str:
    value = values.get(field)
    text = clean(value, limit) if isinstance(value, str) else ""
    if not text:
        raise PersonError("opportunity_lacks", file=file, field=field)
    return text


def _token(values: Mapping[str, Any], field: str, file: str) -> str | None:
    """A value that is compared to the letter, so it is taken as it is or refused, never cleaned."""
    value = values.get(field)
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip() or len(value) > MAX_TOKEN or any(map(_hidden, value)):
        raise PersonError("opportunity_bad_field", file=file, field=field)
    return value


def _asked(value: object, file: str) -> tuple[Asked, ...]:
    if not isinstance(value, list) or not value:
        raise PersonError("opportunity_lacks", file=file, field="requirements")
    if len(value) > MAX_REQUIREMENTS:
        raise PersonError("opportunity_asks_too_much", file=file, count=len(value), limit=MAX_REQUIREMENTS)
    return tuple(_one_asked(item, number, file) for number, item in enumerate(value, start=1))


def _one_asked(item: object, number: int, file: str) -> Asked:
    values = {"name": item} if isinstance(item, str) else item
    if not isinstance(values, dict):
        raise PersonError("opportunity_bad_requirement", file=file, number=number)
    name = values.get("name")
    essential = values.get("essential", True)
    text = clean(name, MAX_REQUIREMENT) if isinstance(name, str) else ""
    if not text or not isinstance(essential, bool):
        raise PersonError("opportunity_bad_requirement", file=file, number=number)
    concept = _token(values, "id", file)
    return Asked(text, (concept,) if concept else (), essential)
