"""What the learner sets right in the list of what was found, and the opportunity that comes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from app.applying.opportunity import MAX_REQUIREMENTS, MAX_TEXT, MOST_YEARS, Asked, Opportunity
from app.applying.postings.model import Found, FoundKind, Posting
from app.applying.postings.phrases import subject
from app.errors import PersonError
from app.records.text import one_line
from pathways.matching import match_text
from pathways.pack.store import Pack

TOP = 3
FOUND_KINDS: tuple[FoundKind, ...] = get_args(FoundKind)
CHANGEABLE = frozenset({"text", "kind", "essential", "years", "agreed"})


def matched(pack: Pack, found: Sequence[Found], *, top: int = TOP) -> tuple[Found, ...]:
    """Each thing asked with what it may mean, best first; a condition means no skill. No proposal counts by itself."""
    return tuple(
        one if one.kind == "condition" else replace(one, matches=match_text(pack, _phrase(one), top=top))
        for one in found
    )


def correct(found: Sequence[Found], changes: Sequence[Mapping[str, Any]]) -> tuple[Found, ...]:
    """The list as the learner sets it right; places are those of the list as given.

    Each change is plain data: {"do": "change", "at": 2, and any of text, kind, essential, years, agreed (concept ids)},
    {"do": "remove", "at": 2} or {"do": "add", "text": …, and any of the others}. A changed text loses its proposals.
    PersonError `correction_bad` (number: which change, from 1) where one cannot be followed; then nothing is changed.
    """
    held: list[Found | None] = list(found)
    added: list[Found] = []
    for number, change in enumerate(changes, start=1):
        if change.get("do") == "add":
            added.append(_changed(Found(""), change, number))
            continue
        place = _place(change, held, number)
        one = held[place]
        if one is None:
            raise PersonError("correction_bad", number=number)
        held[place] = None if change["do"] == "remove" else _changed(one, change, number)
    return (*(one for one in held if one is not None), *added)


def opportunity_of(posting: Posting) -> Opportunity:
    """The opportunity that a posting comes to. PersonError opportunity_lacks (field), opportunity_asks_too_much."""
    asked = tuple(_asked(one) for one in posting.found if one.kind != "condition")
    told = tuple(one.sentence or one.text for one in posting.found if one.kind == "condition")
    for field, value in (("title", posting.title), ("organisation", posting.organisation), ("requirements", asked)):
        if not value:
            raise PersonError("opportunity_lacks", field=field)
    if len(asked) > MAX_REQUIREMENTS:
        raise PersonError("opportunity_asks_too_much", count=len(asked), limit=MAX_REQUIREMENTS)
    return Opportunity(
        posting.title,
        posting.organisation,
        asked,
        posting.challenge,
        posting.domain,
        posting.ignored,
        posting.kind,
        posting.answers,
        tuple(dict.fromkeys(told)),
    )


def _asked(one: Found) -> Asked:
    concepts = tuple(dict.fromkeys((*((one.id,) if one.id else ()), *one.agreed)))
    kind = "skill" if one.kind == "condition" else one.kind
    return Asked(one.text, concepts, one.essential, kind, one.sentence, one.years)


def _phrase(one: Found) -> str:
    return subject(one.text) if one.kind == "years" else one.text


def _place(change: Mapping[str, Any], held: Sequence[object], number: int) -> int:
    place = change.get("at")
    known = isinstance(place, int) and not isinstance(place, bool) and 0 <= place < len(held)
    if not known or not isinstance(place, int) or change.get("do") not in {"change", "remove"}:
        raise PersonError("correction_bad", number=number)
    return place


def _changed(one: Found, change: Mapping[str, Any], number: int) -> Found:
    new = {name: value for name, value in change.items() if name in CHANGEABLE}
    text = one_line(new["text"], MAX_TEXT) if isinstance(new.get("text", ""), str) and "text" in new else one.text
    kind, essential, years = new.get("kind", one.kind), new.get("essential", one.essential), new.get("years", one.years)
    agreed = new.get("agreed", one.agreed)
    fits = (
        bool(text)
        and isinstance(new.get("text", ""), str)
        and change.keys() <= CHANGEABLE | {"do", "at"}
        and kind in FOUND_KINDS
        and isinstance(essential, bool)
        and _is_years(years)
        and isinstance(agreed, list | tuple)
        and all(isinstance(id_, str) and id_ for id_ in agreed)
    )
    if not fits:
        raise PersonError("correction_bad", number=number)
    matches = one.matches if text == one.text else ()
    # A condition is told in the posting's sentence, unless the learner says it otherwise.
    sentence = "" if kind == "condition" and text != one.text else one.sentence
    return replace(
        one,
        text=text,
        sentence=sentence,
        kind=kind,
        essential=essential,
        years=years,
        agreed=tuple(agreed),
        matches=matches,
    )


def _is_years(value: object) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return value is None or (number and isinstance(value, int | float) and 0 < value <= MOST_YEARS)
