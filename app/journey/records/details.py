"""All there is to know of one record: each check as a question with its answer and reason, what it says, what it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.journey.records.about_you import Named, named
from app.journey.records.cards import Fact, RecordCard, fact, on_card, record_cards, today
from app.journey.records.files import came_from, file_name
from app.journey.records.holding import Card, card, kept
from app.journey.records.items import association_text, attachment_text, item_text
from app.journey.records.kinds import given_on
from app.journey.records.newer import may_be_renewed
from app.journey.session import Session
from app.profile.claims import claims_of
from app.records.dates import moment
from app.records.model import Check, Record, Result
from app.trust.about import clear_names
from app.trust.known import NOT_LOOKED_IN
from app.vault import store_records
from app.wording import Words
from app.wording.addresses import readable
from app.wording.days import day
from app.wording.record_words import KINDS, LABELS, RESULTS, USES

# Who could mend an answer that is not yes: a code for the button beside it.
_MENDS = {
    "key_not_at_hand": "ask_issuer",
    "key_not_in_document": "ask_issuer",
    "document_not_at_hand": "ask_issuer",
    "site_not_asked": "ask_issuer",
    "cancel_not_asked": "ask_issuer",
    "badge_not_at_hand": "ask_issuer",
    "issuer_not_at_hand": "ask_issuer",
    "not_asked_since": "ask_issuer",
    "page_not_there": "ask_issuer",
    "page_unreadable": "ask_issuer",
    "site_silent": "ask_issuer",
    "site_not_safe": "ask_issuer",
    "status_list_not_at_hand": "get_list",
    "issuer_not_listed": "see_lists",
    "no_registry": "see_lists",
    "lists_not_asked": "see_lists",
    "lists_not_looked_in": "see_lists",
    **dict.fromkeys(NOT_LOOKED_IN, "see_lists"),
    "subject_not_confirmed": "say_who_you_are",
    "subject_is_not_yours": "say_who_you_are",
}


LONG_NAME = 120
"""Letters from which on a name does not stand in a title, and is told in full among the other facts."""


@dataclass(frozen=True)
class Question:
    """One check in full: "Is the signature sound?", "Yes.", why, and since when the answer stands.

    `since` is empty for an answer of now. `mend` is a code: ask_issuer, get_list, see_lists, say_who_you_are or "".
    """

    fact: Fact
    question: str
    answer: str
    reason: str
    since: str
    mend: str


@dataclass(frozen=True)
class About:
    """One line of what a record is: a code, its label and the value as people write it."""

    code: str
    label: str
    value: str


@dataclass(frozen=True)
class Details:
    """One record in full.

    `heading` is "Employer statement from Brightway Practice Market. Given Oct 3, 2025."; `says` what it says the
    learner can do; `usable` and `use` whether it can go into an application; `named` whom it names, to be confirmed;
    `file` a name to propose for a copy. `renewable`: its issuer may offer a newer version.
    """

    card: RecordCard
    heading: str
    questions: tuple[Question, ...]
    says: tuple[str, ...]
    usable: bool
    use: str
    about: tuple[About, ...]
    named: tuple[Named, ...]
    inside: tuple[RecordCard, ...]
    file: str
    renewable: bool


def details(session: Session, words: Words, key: str) -> Details:
    """Everything about one record, as of now. PersonError `record_not_found`."""
    found = card(session, key)
    parts, holders = _around(session, found)
    (shown,) = record_cards(words, [found], [*holders, found])
    use = _use(found)
    return Details(
        shown,
        _heading(words, found, shown),
        tuple(_question(words, check, found) for check in on_card(found)),
        tuple(dict.fromkeys(claim.text for claim in claims_of(found.record))),
        use in ("usable", "lapsed"),
        words.text(USES[use]),
        tuple(_about(session, words, found, shown.part_of)),
        named(session, words, found),
        record_cards(words, parts, [found, *parts]),
        file_name(found.record.name, found.record.form),
        may_be_renewed(found.record),
    )


def _around(session: Session, found: Card) -> tuple[list[Card], list[Card]]:
    """The cards of the records inside a record, and of those it is inside of, where they are kept too."""
    held = kept(session)
    inside = [one.key for one in held if one.key in found.inside]
    outside = [one.key for one in held if found.record.key in session.memory.inside(one.key)]
    return [card(session, key) for key in inside], [card(session, key) for key in outside]


def _heading(words: Words, found: Card, shown: RecordCard) -> str:
    kind, given = words.text(KINDS[shown.kind]), given_on(found.record)
    if given is None:
        return words.text("{kind} from {issuer}.", kind=kind, issuer=shown.issuer)
    return words.text("{kind} from {issuer}. Given {date}.", kind=kind, issuer=shown.issuer, date=given)


def _question(words: Words, check: Check, found: Card) -> Question:
    now = today(found)
    older = check.as_of.date() < now.date()
    return Question(
        fact(words, check, found),
        words.check(check.check),
        words.state(check.answer),
        words.reason(check.reason, check.values, check.check),
        words.text("As of {day}.", day=day(words, check.as_of, now)) if older else "",
        "" if check.answer == "yes" else _MENDS.get(check.reason, ""),
    )


def _use(found: Card) -> str:
    """Whether a record can go into an application: a code of `USES`."""
    if found.standing.evidence is None:
        return "shows_nothing"
    if found.standing.reason == "unsigned":
        return "own_word"
    return "lapsed" if found.standing.lapsed else "usable"


def _about(session: Session, words: Words, found: Card, part_of: str) -> Iterator[About]:
    record = found.record
    rows = (*_people(words, found), *_dates(record), *_said(words, record), *_place(session, words, found, part_of))
    for code, value in rows:
        if value:
            yield About(code, words.text(LABELS[code]), words.value(value))


def _people(words: Words, found: Card) -> Iterator[tuple[str, object]]:
    record = found.record
    yours = any(check.reason == "subject_is_your_key" for check in found.checks)
    yield "issuer", record.issuer.name
    yield "issuer_address", readable(words, record.issuer.id)
    yield "issuer_number", record.issuer.number
    for subject in record.subjects:
        yield "about", clear_names(subject) or (words.text("A key in this vault") if yours else subject.id)


def _dates(record: Record) -> Iterator[tuple[str, object]]:
    given = given_on(record)
    start = moment(record.valid_from or "")
    yield "given", given
    yield "from", start if start and start.date() != given else None
    yield "until", moment(record.valid_until or "")


def _said(words: Words, record: Record) -> Iterator[tuple[str, object]]:
    yield "name", record.name if len(record.name) > LONG_NAME else ""
    yield "description", record.description
    for achieved in record.achievements:
        yield "how", achieved.criteria or achieved.criteria_url
    for result in record.results:
        yield "result", _result(words, result)
    for item in record.items:
        yield f"item_{item.kind}", item_text(words, item)
    for attached in record.attachments:
        yield "attachment", attachment_text(words, attached)
    for found in record.associations:
        yield "association", association_text(words, found)
    for sample in record.evidence:
        yield "sample", " ".join(text for text in (sample.name, sample.url) if text)


def _result(words: Words, result: Result) -> str:
    status = words.text(RESULTS[result.status]) if result.status in RESULTS else result.status
    said = ", ".join(text for text in (result.value, result.level, status) if text)
    return words.text("{name}: {result}", name=result.name, result=said) if result.name and said else said


def _older(session: Session, words: Words, key: str) -> str:
    """An older version: when it was given, and when it came here."""
    row, record = store_records.record(session.vault, key), session.memory.read[key].record
    given = given_on(record) if record else None
    if row is None or given is None:
        return ""
    added = datetime.fromisoformat(row.added_at).date()
    return words.text("Given {date}, added here {added}", date=given, added=added)


def _place(session: Session, words: Words, found: Card, part_of: str) -> Iterator[tuple[str, object]]:
    record = found.record
    row = store_records.record(session.vault, record.key)
    other = next((check.values.get("other") for check in found.checks if check.check == "format"), None)
    yield "number", readable(words, record.id)
    yield "part_of", part_of
    yield "came_from", came_from(words, record.source)
    yield "added", datetime.fromisoformat(row.added_at) if row else None
    for key in found.older:
        yield "older", _older(session, words, key)
    yield "other_words", other
