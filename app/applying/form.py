"""An opportunity as typed into a form: what each field may hold, and what is wrong with it, field by field."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as a_field
from difflib import SequenceMatcher
from typing import Literal

from app.applying.opportunity import MAX_REQUIREMENTS, MAX_TEXT, MAX_TOKEN, Asked, AskedKind, Kind, Opportunity
from app.records.text import is_identifier, one_line

FieldName = Literal["title", "organisation", "asked", "code", "address"]
Why = Literal["empty", "too_long", "too_many", "twice", "not_as_sent"]
# What stands before an item of a pasted list: a bullet, or a number with a dot or bracket.
LONG = 4
"""Letters of a word that tells something: not "and", "con", "the"."""
BULLET = re.compile(r"^\s*(?:[-*+•·–—‣▪◦●○■□]|\d{1,3}[.)])\s+")


@dataclass(frozen=True)
class AskedLine:
    """One thing asked as typed; `concept` is the id that the opportunity's own file gave it, if any.

    What else is known of it goes along: its kind, the posting's sentence, the years asked.
    """

    name: str
    essential: bool = True
    concept: str | None = None
    kind: AskedKind = "skill"
    sentence: str = ""
    years: float | None = None


@dataclass(frozen=True)
class Form:
    """The form as typed. `code` and `address` are what the reader sent to sign for (challenge, domain), if anything."""

    title: str = ""
    organisation: str = ""
    asked: tuple[AskedLine, ...] = ()
    code: str = ""
    address: str = ""
    kind: Kind = "job"
    answers: tuple[tuple[str, str], ...] = ()
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True)
class FieldFault:
    """What is wrong with one field: a code and its values. `row` is the place in the list of things asked."""

    field: FieldName
    why: Why
    row: int | None = None
    values: Mapping[str, object] = a_field(default_factory=dict)


def lines_of(text: str) -> tuple[AskedLine, ...]:
    """The things asked of a text that has one a line, without bullets and numbers; blank lines are none."""
    found = (one_line(BULLET.sub("", line), MAX_TEXT + 1) for line in text.splitlines())
    return tuple(AskedLine(line) for line in found if line)


def reworded(before: Sequence[str], after: Sequence[str]) -> dict[str, str]:
    """Lines of which just the words were changed: what each was before, by what it is now.

    It stands where the line before stood, and has a word of it still.
    """
    found = dict[str, str]()
    for kind, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "replace" and end - start == last - first:
            pairs = zip(before[start:end], after[first:last], strict=True)
            found |= {now: was for was, now in pairs if _same_line(was, now) and was not in after and now not in before}
    return found


def _same_line(was: str, now: str) -> bool:
    return bool(_long_words(was) & _long_words(now))


def _long_words(line: str) -> set[str]:
    return {one for one in re.findall(r"\w+", line.casefold()) if len(one) >= LONG}


def read_form(form: Form) -> Opportunity | tuple[FieldFault, ...]:
    """The opportunity a form describes, or what is wrong with it, in the order of the form."""
    faults = tuple(_faults(form))
    if faults:
        return faults
    return Opportunity(
        title=_clean(form.title),
        organisation=_clean(form.organisation),
        asked=tuple(_asked(one) for one in form.asked),
        challenge=form.code.strip() or None,
        domain=form.address.strip() or None,
        kind=form.kind,
        answers=form.answers,
        conditions=form.conditions,
    )


def form_of(wanted: Opportunity) -> Form:
    """An opportunity as a form, to be corrected; ids of things asked stay with their lines."""
    lines = tuple(
        AskedLine(one.name, one.essential, next(iter(one.concepts), None), one.kind, one.sentence, one.years)
        for one in wanted.asked
    )
    code, address = wanted.challenge or "", wanted.domain or ""
    return Form(wanted.title, wanted.organisation, lines, code, address, wanted.kind, wanted.answers, wanted.conditions)


def _asked(one: AskedLine) -> Asked:
    concepts = (one.concept,) if one.concept else ()
    return Asked(_clean(one.name), concepts, one.essential, one.kind, one.sentence, one.years)


def _faults(form: Form) -> Iterator[FieldFault]:
    yield from _text_faults("title", form.title)
    yield from _text_faults("organisation", form.organisation)
    yield from _list_faults(form.asked)
    yield from token_faults("code", form.code)
    yield from token_faults("address", form.address)


def _text_faults(name: FieldName, text: str, row: int | None = None) -> Iterator[FieldFault]:
    if not _clean(text):
        yield FieldFault(name, "empty", row)
    elif len(_clean(text)) > MAX_TEXT:
        yield FieldFault(name, "too_long", row, {"limit": MAX_TEXT})


def _list_faults(lines: tuple[AskedLine, ...]) -> Iterator[FieldFault]:
    if not lines:
        yield FieldFault("asked", "empty")
    if len(lines) > MAX_REQUIREMENTS:
        yield FieldFault("asked", "too_many", None, {"limit": MAX_REQUIREMENTS, "count": len(lines)})
        return
    first: dict[str, int] = {}
    for row, line in enumerate(lines):
        yield from _text_faults("asked", line.name, row)
        known = first.setdefault(_clean(line.name).casefold(), row)
        if known != row and _clean(line.name):
            yield FieldFault("asked", "twice", row, {"first": known + 1})


def token_faults(name: FieldName, text: str) -> Iterator[FieldFault]:
    """A code is compared to the letter, so it is taken as it is or refused; only space around it goes."""
    token = text.strip()
    if len(token) > MAX_TOKEN:
        yield FieldFault(name, "too_long", None, {"limit": MAX_TOKEN})
    elif token and not is_identifier(token):
        yield FieldFault(name, "not_as_sent")


def _clean(text: str) -> str:
    """The text as the opportunity would hold it, one character longer at most than it may be."""
    return one_line(text, MAX_TEXT + 1)
