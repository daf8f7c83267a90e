"""The job, course or benefit applied for, read from a small JSON file (form: docs/interfaces.md)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, get_args

from app.errors import PersonError
from app.records.json_text import load
from app.records.limits import Limits
from app.records.text import is_identifier, one_line, path_text

LIMITS = Limits(file_bytes=2_000_000, depth=20, values=10_000)  # all that an opportunity may hold, in any letters
MAX_REQUIREMENTS = 200
MAX_TEXT = 200
MAX_TOKEN = 500
SPELLINGS: Mapping[str, str] = MappingProxyType({"organization": "organisation"})
KNOWN = frozenset({"title", "organisation", "requirements", "challenge", "domain", "kind", "answers", "conditions"})
MAX_SENTENCE = 500
MAX_ANSWERS = 20
MOST_YEARS = 60

Kind = Literal["job", "course", "apprenticeship", "benefit", "claim"]
AskedKind = Literal["skill", "credential", "licence", "years"]
KINDS: tuple[Kind, ...] = get_args(Kind)
ASKED_KINDS: tuple[AskedKind, ...] = get_args(AskedKind)


@dataclass(frozen=True)
class Asked:
    """One thing the opportunity asks for. `concepts` are ids that meet it: its own, and matches the learner agreed.

    `sentence` is where the posting says so, empty where nobody kept it; `years` is how long, for things of that kind.
    """

    name: str
    concepts: tuple[str, ...] = ()
    essential: bool = True
    kind: AskedKind = "skill"
    sentence: str = ""
    years: float | None = None


@dataclass(frozen=True)
class Opportunity:
    """What is applied for; `challenge` and `domain` as given, None where nobody gave them.

    `ignored` names keys of the file that were not used. `conditions` are told and never matched (a background check,
    weights to lift); `answers` are the learner's to the few questions of this kind, by code.
    """

    title: str
    organisation: str
    asked: tuple[Asked, ...]
    challenge: str | None = None
    domain: str | None = None
    ignored: tuple[str, ...] = ()
    kind: Kind = "job"
    answers: tuple[tuple[str, str], ...] = ()
    conditions: tuple[str, ...] = ()


def read_opportunity(path: Path) -> Opportunity:
    """Read an opportunity file of at most 2 MB; what is wrong raises PersonError: opportunity_*, file_*, json_*."""
    try:
        with path.open("rb") as file:
            content = file.read(LIMITS.file_bytes + 1)
    except OSError as error:
        raise PersonError("opportunity_unreadable", file=path_text(path.name), why=type(error).__name__) from error
    return opportunity_from(content)


def opportunity_from(content: bytes) -> Opportunity:
    """Read the bytes of an opportunity; errors as in `read_opportunity`."""
    return opportunity_in(load(content, LIMITS))


def opportunity_in(document: object) -> Opportunity:
    """The opportunity in the data of such a file; errors opportunity_*."""
    if not isinstance(document, dict):
        raise PersonError("opportunity_not_an_object")
    values = {SPELLINGS.get(key, key): value for key, value in document.items()}
    return Opportunity(
        title=_text(values, "title"),
        organisation=_text(values, "organisation"),
        asked=_all_asked(values.get("requirements")),
        challenge=_token(values, "challenge"),
        domain=_token(values, "domain"),
        ignored=tuple(sorted(one_line(key, 60) for key in values.keys() - KNOWN))[:20],
        kind=_kind(values),
        answers=_answers(values),
        conditions=_conditions(values),
    )


def opportunity_json(opportunity: Opportunity) -> dict[str, Any]:
    """The opportunity as its file would hold it; of the ids that meet a thing asked the first, which is its own."""
    tokens = {"challenge": opportunity.challenge, "domain": opportunity.domain}
    return {
        "title": opportunity.title,
        "organisation": opportunity.organisation,
        "requirements": [_asked_json(one) for one in opportunity.asked],
        **{name: value for name, value in tokens.items() if value is not None},
        **({"kind": opportunity.kind} if opportunity.kind != "job" else {}),
        **({"answers": dict(opportunity.answers)} if opportunity.answers else {}),
        **({"conditions": list(opportunity.conditions)} if opportunity.conditions else {}),
    }


def _asked_json(one: Asked) -> dict[str, Any]:
    """What is as usual is left out, so files from before read and write the same."""
    return {
        "name": one.name,
        "essential": one.essential,
        **({"id": one.concepts[0]} if one.concepts else {}),
        **({"kind": one.kind} if one.kind != "skill" else {}),
        **({"sentence": one.sentence} if one.sentence else {}),
        **({"years": one.years} if one.years is not None else {}),
    }


def agreed(opportunity: Opportunity, matches: Mapping[int, tuple[str, ...]]) -> Opportunity:
    """The same opportunity with the concept ids that the learner confirmed, by the requirement's place in the list."""
    asked = tuple(
        replace(item, concepts=tuple(dict.fromkeys((*item.concepts, *matches.get(index, ())))))
        for index, item in enumerate(opportunity.asked)
    )
    return replace(opportunity, asked=asked)


def _text(values: Mapping[str, Any], field: str) -> str:
    value = values.get(field)
    text = one_line(value, MAX_TEXT) if isinstance(value, str) else ""
    if not text:
        raise PersonError("opportunity_lacks", field=field)
    return text


def _token(values: Mapping[str, Any], field: str) -> str | None:
    """A value that is compared to the letter, so it is taken as it is or refused, never cleaned."""
    value = values.get(field)
    if value is None or (isinstance(value, str) and is_token(value)):
        return value
    raise PersonError("opportunity_bad_field", field=field)


def is_token(value: str) -> bool:
    """Whether a text can be compared to the letter: something is there, on one line, and nothing in it is unseen."""
    return len(value) <= MAX_TOKEN and is_identifier(value)


def _kind(values: Mapping[str, Any]) -> Kind:
    for kind in KINDS:
        if values.get("kind", "job") == kind:
            return kind
    raise PersonError("opportunity_bad_field", field="kind")


def _answers(values: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    given = values.get("answers", {})
    if (
        not isinstance(given, dict)
        or len(given) > MAX_ANSWERS
        or not all(isinstance(one, str) for one in given.values())
    ):
        raise PersonError("opportunity_bad_field", field="answers")
    return tuple((one_line(code, 60), one_line(text, MAX_SENTENCE)) for code, text in given.items())


def _conditions(values: Mapping[str, Any]) -> tuple[str, ...]:
    given = values.get("conditions", [])
    if not isinstance(given, list) or len(given) > MAX_REQUIREMENTS or not all(isinstance(one, str) for one in given):
        raise PersonError("opportunity_bad_field", field="conditions")
    return tuple(text for text in (one_line(one, MAX_SENTENCE) for one in given) if text)


def _all_asked(value: object) -> tuple[Asked, ...]:
    if not isinstance(value, list) or not value:
        raise PersonError("opportunity_lacks", field="requirements")
    if len(value) > MAX_REQUIREMENTS:
        raise PersonError("opportunity_asks_too_much", count=len(value), limit=MAX_REQUIREMENTS)
    return tuple(_asked(item, number) for number, item in enumerate(value, start=1))


def _asked(item: object, number: int) -> Asked:
    values = {"name": item} if isinstance(item, str) else item
    if not isinstance(values, dict):
        raise PersonError("opportunity_bad_requirement", number=number)
    name, essential = values.get("name"), values.get("essential", True)
    text = one_line(name, MAX_TEXT) if isinstance(name, str) else ""
    if not text or not isinstance(essential, bool):
        raise PersonError("opportunity_bad_requirement", number=number)
    concept, sentence = _token(values, "id"), values.get("sentence", "")
    kind = next((one for one in ASKED_KINDS if one == values.get("kind", "skill")), None)
    if kind is None or not isinstance(sentence, str):
        raise PersonError("opportunity_bad_requirement", number=number)
    years = _years(values.get("years"), number)
    return Asked(text, (concept,) if concept else (), essential, kind, one_line(sentence, MAX_SENTENCE), years)


def _years(value: object, number: int) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value <= MOST_YEARS:
        raise PersonError("opportunity_bad_requirement", number=number)
    return float(value)
