"""What was found of something sent, as a page says it: what was checked, and apart from it what could not be."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from app.journey.papers import sure
from app.journey.received.checked import Got, GotRecord, Verdict, Whose, comes_to, issuer_is_known, whose
from app.journey.received.given import Looked
from app.journey.received.meeting import Met
from app.journey.records.cards import Fact, Mark, mark_of
from app.journey.records.details import About, Question
from app.journey.records.kinds import given_on
from app.profile.claims import claims_of
from app.records.dates import local
from app.records.model import Check, Record, Unreadable
from app.records.stated import stated
from app.records.text import one_line
from app.trust.about import clear_names
from app.wording import Words
from app.wording.addresses import readable
from app.wording.received import (
    ABOUT,
    ALL_CHECKED,
    CALLS_ITSELF,
    DOUBTS,
    GIVEN,
    HOW,
    KEY_ASKED,
    KNOWN_ISSUER,
    LABELS,
    MISSING,
    NAMES_UNCHECKED,
    NOT_REFUSED,
    OTHER_PRINT,
    PRACTICE,
    REFUSED,
    SAME_PRINT,
    SAYS,
    SAYS_MORE,
    SAYS_NO,
    SEE_UNCHECKED,
    TIES,
    UNKNOWN_ISSUER,
    UNNAMED_ISSUER,
    UNREAD_END,
    WHOSE,
)

Shows = Literal["shown", "partly", "unknown"]
MOST_SAYS = 12
"""Things that a record says which are named; the rest are counted."""
LONGEST, LONGEST_TEXT = 200, 500
_SHOWS: dict[str, Shows] = {"record": "shown", "own_word": "partly", "maybe": "partly"}
# Whom a record is about is asked of the vault of whoever owns it; who reads it here has none.
_OF_A_VAULT = "about_me"


@dataclass(frozen=True)
class AskedLine:
    """One thing asked and what shows it; `shows` is how it is painted, and never that it is missing."""

    name: str
    shows: Shows
    says: str


@dataclass(frozen=True)
class RecordLine:
    """One record: whose word it is, what it says, how it is tied to who shows it, and the checks with an answer.

    `lines` are sentences; the first says whose word it is.
    """

    name: str
    whose: Whose
    lines: tuple[str, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Unchecked:
    """A question that could not be answered here, why, and the names of what it was asked about ("" the whole file)."""

    question: Question
    of: tuple[str, ...]


@dataclass(frozen=True)
class SaysNo:
    """One thing that says no, in a sentence; `mark` is how it is painted."""

    mark: Mark
    text: str


@dataclass(frozen=True)
class ReceivedPage:
    """All of it. `unread` are sentences; `whole` are answers about the file."""

    code: Verdict
    verdict: str
    says_no: tuple[SaysNo, ...]
    about: tuple[About, ...]
    asked: tuple[AskedLine, ...]
    whole: tuple[Question, ...]
    records: tuple[RecordLine, ...]
    unchecked: tuple[Unchecked, ...]
    unread: tuple[str, ...]


def received_page(words: Words, found: Looked) -> ReceivedPage:
    """What was found, in words."""
    got = found.got
    unchecked = _unchecked(words, found)
    code = comes_to(got)
    ties = {one.key: one.code for one in got.ties}
    held = [one for one in got.records if isinstance(one, GotRecord)]
    return ReceivedPage(
        code,
        _verdict(words, code, got, unchecked),
        tuple(_says_no(words, found)),
        tuple(_about(words, found)),
        tuple(_asked(words, one) for one in found.met),
        _answered(words, got.checks),
        tuple(_record(words, one, found, ties.get(one.record.key, "")) for one in held),
        unchecked,
        tuple(words.problem(one.code, one.values) for one in got.records if isinstance(one, Unreadable)),
    )


def _verdict(words: Words, code: Verdict, got: Got, unchecked: tuple[Unchecked, ...]) -> str:
    """What it comes to, and what that leaves open."""
    if code == "practice":
        return words.text(PRACTICE)
    if code == "all_checked":
        return words.text(ALL_CHECKED)
    said = [_comes_to(words, code, got)]
    if unread := sum(isinstance(one, Unreadable) for one in got.records):
        said.append(words.count("{number} part could not be read.", "{number} parts could not be read.", unread))
    if code in {"not_refused", "out_of_date"} and unchecked:
        said.append(words.text(SEE_UNCHECKED))
    elif code == "not_refused" and not unread:
        said.append(words.text(NAMES_UNCHECKED))
    return " ".join(said)


def _comes_to(words: Words, code: Verdict, got: Got) -> str:
    if code == "out_of_date":
        return words.count(
            "{number} record is not in force today. Nothing else says no.",
            "{number} records are not in force today. Nothing else says no.",
            len(got.refused),
        )
    return words.text({"refused": REFUSED, "says_no": SAYS_NO, "not_refused": NOT_REFUSED}[code])


def _says_no(words: Words, found: Looked) -> Iterator[SaysNo]:
    """What says no; that an issuer is in no list we know is nobody's fault."""
    if found.got.same_print is False:
        yield SaysNo("broken", words.text(OTHER_PRINT))
    for name, checks in _all_checks(found):
        for one in checks:
            if one.answer == "no" and one.check != "known_issuer":
                said = f"{words.check(one.check)} {words.reason(one.reason, one.values, one.check)}"
                told = words.text("{name}: {what}", name=name, what=said) if name else said
                yield SaysNo(mark_of(one), told)


def _all_checks(found: Looked) -> Iterator[tuple[str, list[Check]]]:
    """The checks of the file (""), then those of each record by its name."""
    yield "", list(found.got.checks)
    for one in found.got.records:
        if isinstance(one, GotRecord):
            yield one.record.name, [check for check in one.checks if check.check != _OF_A_VAULT]


def _about(words: Words, found: Looked) -> Iterator[About]:
    said = stated(found.got.presentation)
    values = {
        "holder": readable(words, one_line(found.got.presentation.holder or "", LONGEST)),
        "readers": words.list_of([one_line(one, LONGEST) for one in said.readers]),
        "requests": words.list_of([one_line(one, LONGEST) for one in said.requests]),
        "made": words.value(local(said.made)) if said.made else "",
        "ends": words.value(local(said.ends)) if said.ends else words.text(UNREAD_END) if said.unread_end else "",
        "fingerprint": found.got.fingerprint,
    }
    if found.got.same_print:
        values["fingerprint"] += ". " + words.text(SAME_PRINT)
    for code, value in values.items():
        yield About(code, words.text(LABELS[code]), value or words.text(MISSING[code]))


def _asked(words: Words, one: Met) -> AskedLine:
    by = words.list_of(list(one.by))
    said = words.text(HOW[one.how], by=by)
    if one.how == "record":
        said = f"{said} ({sure(words, one.evidence)})"
    shows: Shows = "partly" if one.lapsed else _SHOWS.get(one.how, "unknown")
    why = [words.text(DOUBTS[code]) for code in one.doubts]
    if one.lapsed:
        why.append(words.text("It is not in force yet.") if one.early else words.text("It is out of date."))
    if why and len(one.by) > 1:
        why[0] = words.text("{name}: {what}", name=one.by[0], what=why[0])
    return AskedLine(one.asked.name, shows, ". ".join([said, " ".join(why)]) if why else said)


def _answered(words: Words, checks: Iterable[Check]) -> tuple[Question, ...]:
    return tuple(_question(words, one) for one in checks if one.answer != "not checked" and one.check != _OF_A_VAULT)


def _question(words: Words, check: Check) -> Question:
    fact = Fact(check.check, check.answer, mark_of(check), "")
    reason = words.reason(check.reason, check.values, check.check)
    of_issuer = check.check == "issuer_binding" and check.reason == "key_names_itself"
    asked = words.text(KEY_ASKED) if of_issuer else words.check(check.check)
    return Question(fact, asked, words.state(check.answer), reason, "", "")


def _record(words: Words, one: GotRecord, found: Looked, tie: str) -> RecordLine:
    record = one.record
    by = whose(record, found.got.presentation)
    names = [name for subject in record.subjects for name in clear_names(subject)]
    given = given_on(record)
    lines = [_given_by(words, one, found.got) if by == "record" else words.text(WHOSE[by])]
    if names:
        lines.append(words.text(ABOUT, names=words.list_of(list(dict.fromkeys(names)))))
    if given:
        lines.append(words.text(GIVEN, day=given))
    lines += _says(words, one)
    if tie:
        lines.append(words.text(TIES[tie]))
    return RecordLine(record.name, by, tuple(lines), _answered(words, one.checks))


def _given_by(words: Words, one: GotRecord, got: Got) -> str:
    """Who gave a record, as far as anybody checked it: the name that stands in it anyone can write."""
    issuer = one.record.issuer
    named = one_line(issuer.name or ("" if _is_key(one.record) else readable(words, issuer.id)), LONGEST)
    if not issuer_is_known(one, got.presentation):
        return words.text(UNKNOWN_ISSUER, issuer=named) if named else words.text(UNNAMED_ISSUER)
    listed = next(check.values for check in one.checks if check.check == "known_issuer")
    name = one_line(str(listed["name"]), LONGEST)
    told = words.text(KNOWN_ISSUER, issuer=name, registry=one_line(str(listed["registry"]), LONGEST))
    same = issuer.name is None or one_line(issuer.name, LONGEST) == name
    return told if same else f"{told} {words.text(CALLS_ITSELF, issuer=named)}"


def _is_key(record: Record) -> bool:
    """Whether the issuer is no more than a key, which is no name."""
    return (record.issuer.id or "").startswith(("did:key:", "did:jwk:"))


def _says(words: Words, one: GotRecord) -> Iterator[str]:
    """What the record says; an own statement's words stand in its description."""
    told = dict.fromkeys(claim.text for claim in claims_of(one.record) if claim.text != one.record.name)
    said = list(told)
    if len(said) > MOST_SAYS:
        shown, rest = words.list_of(said[:MOST_SAYS]), len(said) - MOST_SAYS
        yield words.text(SAYS_MORE, things=shown, number=rest)
    elif said:
        yield words.text(SAYS, things=words.list_of(said))
    if len(one.record.achievements) == 1:
        item = one.record.achievements[0]
        if item.description and item.description.rstrip(".") != item.name:
            yield one_line(item.description, LONGEST_TEXT)


def _unchecked(words: Words, found: Looked) -> tuple[Unchecked, ...]:
    """What could not be answered, alike ones together: most records lack the same list."""
    held: dict[tuple[str, str], tuple[Question, list[str]]] = {}
    for name, checks in _all_checks(found):
        for one in checks:
            if one.answer == "not checked":
                question = _question(words, one)
                held.setdefault((question.question, question.reason), (question, []))[1].append(name)
    return tuple(Unchecked(question, tuple(dict.fromkeys(of))) for question, of in held.values())
