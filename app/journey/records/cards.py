"""Records as cards: six facts each (seven where not all of it could be read), said in short, and their sum."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from app.journey.records.holding import Card
from app.journey.records.kinds import given_on, icon_of, kind_of
from app.records.model import Answer, Check
from app.wording import Words
from app.wording.addresses import readable
from app.wording.record_facts import short_fact
from app.wording.record_words import KINDS, sum_note, sum_title, tally_text

Mark = Literal["yes", "not_checked", "in_no_list", "out_of_date", "broken"]
"""How a fact is painted; `in_no_list` is a "no" that is nobody's fault, `broken` the only one in red."""

# Issuers change their keys and forget the old ones: that is no sign of a forgery, as a key of another is.
_NO_FAULT = {"issuer_not_listed", "subject_is_not_yours", "no_proof", "key_not_listed", "key_not_for_purpose"}
_OUT_OF_DATE = {"expired", "not_yet", "proof_expired", "signed_in_future", "key_withdrawn"}
_TALLIES = {
    "issuer_not_listed": "in_no_list",
    "subject_is_not_yours": "not_known_yours",
    "no_proof": "unsigned",
    "expired": "out_of_date",
    "proof_expired": "out_of_date",
    "not_yet": "not_yet",
    "signed_in_future": "not_yet",
    "key_withdrawn": "key_taken_back",
    "key_not_listed": "key_not_listed",
    "key_not_for_purpose": "key_not_listed",
    "revoked": "canceled",
    "suspended": "on_hold",
    "site_differs": "website",
    "not_issuers_site": "website",
}
_TALLIES_OF = {"format": "unreadable", "issuer_binding": "wrong_key", "signature": "broken"}
# In the order they are listed: what is fine first, what is worst last.
_ORDER: tuple[tuple[str, Mark], ...] = (
    ("fine", "yes"),
    ("not_checked", "not_checked"),
    ("in_no_list", "in_no_list"),
    ("unsigned", "in_no_list"),
    ("key_not_listed", "in_no_list"),
    ("not_known_yours", "in_no_list"),
    ("out_of_date", "out_of_date"),
    ("not_yet", "out_of_date"),
    ("key_taken_back", "out_of_date"),
    ("wrong_key", "broken"),
    ("broken", "broken"),
    ("website", "broken"),
    ("unreadable", "broken"),
    ("on_hold", "broken"),
    ("canceled", "broken"),
)
_ASKABLE = {
    "key_not_at_hand",
    "document_not_at_hand",
    "status_list_not_at_hand",
    "key_not_in_document",
    "site_not_asked",
    "cancel_not_asked",
    "badge_not_at_hand",
    "issuer_not_at_hand",
    "not_asked_since",
    "site_silent",
}


@dataclass(frozen=True)
class Fact:
    """One fact on a card: which check, its answer, how it is painted, and the short sentence for it."""

    check: str
    answer: Answer
    mark: Mark
    short: str


@dataclass(frozen=True)
class RecordCard:
    """One record as its card shows it. `kind` and `icon` are codes; `line` is "Badge · Nov 14, 2025".

    `part_of` names the transcript it came in, empty for a record of its own; `inside` are the keys it holds itself.
    """

    key: str
    name: str
    issuer: str
    kind: str
    icon: str
    line: str
    facts: tuple[Fact, ...]
    part_of: str = ""
    inside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tally:
    """How many facts stand alike: a code, how it is painted, the number, and what stands behind the number."""

    code: str
    mark: Mark
    number: int
    text: str


@dataclass(frozen=True)
class Summary:
    """All facts of all records: "5 records, 30 facts", the tallies that are not 0, and what "not checked" means.

    `unchecked` facts are not checked; of these, their issuers could answer `askable` ones.
    """

    records: int
    facts: int
    title: str
    tallies: tuple[Tally, ...]
    unchecked: int
    askable: int
    note: str


def record_cards(words: Words, shown: Iterable[Card], among: Iterable[Card] | None = None) -> tuple[RecordCard, ...]:
    """Cards as they are shown, in their order.

    `shown` may be a slice of all cards, as a page scrolls; then `among` are all of them, to tell what is part of what.
    """
    found = tuple(shown)
    holders = {key: one.record.name for one in (found if among is None else among) for key in one.inside}
    return tuple(_record_card(words, one, holders.get(one.record.key, "")) for one in found)


def _record_card(words: Words, card: Card, part_of: str) -> RecordCard:
    record, kind = card.record, kind_of(card)
    return RecordCard(
        record.key,
        record.name,
        issuer_name(words, card),
        kind,
        icon_of(kind),
        _line(words, card, kind),
        tuple(fact(words, check, card) for check in on_card(card)),
        part_of,
        card.inside,
    )


def on_card(card: Card) -> tuple[Check, ...]:
    """The checks that a card shows: whether all could be read only where the answer is not yes."""
    return tuple(check for check in card.checks if check.check != "format" or check.answer != "yes")


def fact(words: Words, check: Check, card: Card) -> Fact:
    """One answer as a fact."""
    short = short_fact(
        words, check.check, check.answer, check.reason, check.values, as_of=check.as_of, today=today(card)
    )
    return Fact(check.check, check.answer, mark_of(check), short)


def today(card: Card) -> datetime:
    """The moment a card was checked; some of its answers rest on documents that are older."""
    return max(check.as_of for check in card.checks)


def mark_of(check: Check) -> Mark:
    """How an answer is painted."""
    if check.answer == "yes":
        return "yes"
    if check.answer == "not checked":
        return "not_checked"
    if check.reason in _NO_FAULT:
        return "in_no_list"
    return "out_of_date" if check.reason in _OUT_OF_DATE else "broken"


def issuer_name(words: Words, card: Card) -> str:
    """The issuer's name, else its address, else that it names none."""
    issuer = card.record.issuer
    return issuer.name or readable(words, issuer.id) or words.text("an issuer it does not name")


def summary(words: Words, shown: Iterable[Card]) -> Summary:
    """The sum over all cards."""
    found = tuple(shown)
    checks = [check for card in found for check in on_card(card)]
    number = Counter(_tally(check) for check in checks)
    unchecked = number["not_checked"]
    askable = sum(check.answer == "not checked" and check.reason in _ASKABLE for check in checks)
    return Summary(
        len(found),
        len(checks),
        sum_title(words, len(found), len(checks)),
        tuple(
            Tally(code, mark, number[code], tally_text(words, code, number[code]))
            for code, mark in _ORDER
            if number[code]
        ),
        unchecked,
        askable,
        sum_note(words, unchecked, askable),
    )


def _tally(check: Check) -> str:
    if check.answer == "yes":
        return "fine"
    if check.answer == "not checked":
        return "not_checked"
    return _TALLIES.get(check.reason) or _TALLIES_OF[check.check]


def _line(words: Words, card: Card, kind: str) -> str:
    name, given = words.text(KINDS[kind]), given_on(card.record)
    return words.text("{kind} · {date}", kind=name, date=given) if given else name
