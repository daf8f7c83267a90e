"""The facts of one thing sent, in lines: for the window's dialog and for the terminal alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.journey.after.facts import LedgerFacts
from app.journey.after.ledger import Entry
from app.journey.apply.tie_words import tie_words
from app.wording import Words
from app.wording.addresses import readable
from app.wording.after import FACTS, said_line
from app.wording.giving import GIVES_AWAY
from app.wording.postings import QUESTIONS
from app.wording.signing import PROOF_FORMS, STAYS, TAKE_BACK


@dataclass(frozen=True)
class FactLine:
    """What stands under one label: a code of `after.FACTS`, the label, and sentences."""

    code: str
    label: str
    says: tuple[str, ...]


def fact_lines(
    words: Words, entry: Entry, facts: LedgerFacts, ledger: Sequence[Entry], today: datetime
) -> tuple[FactLine, ...]:
    """All facts of an entry that there is something to say of; `ledger` names what else the same key signed."""
    can, cannot = fact_words(words, facts)
    told = words.list_of([words.text(GIVES_AWAY[code]) for code in facts.told])
    says: dict[str, tuple[str, ...]] = {
        "for": tuple(filter(None, (facts.seen.domain, _code(words, facts)))),
        "answers": tuple(_answer(words, code, text) for code, text in entry.answers),
        "key": _key(words, facts, ledger),
        "proof": (words.text(PROOF_FORMS[facts.proof]) if facts.proof in PROOF_FORMS else facts.proof,),
        "told": (words.text("{things}.", things=told),) if told else (),
        "bound": tuple(tie_words(words, one) for one in facts.ties),
        "take_back": can,
        "stays": cannot,
        "came_of_it": tuple(
            said_line(words, one.code, one.note, one.on, one.at, today) for one in reversed(entry.outcomes)
        ),
    }
    return tuple(FactLine(code, words.text(FACTS[code]), said) for code, said in says.items() if any(said))


def fact_words(words: Words, facts: LedgerFacts) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What can be taken back, and what cannot, in sentences; days are those of the learner's calendar."""
    ends = facts.ends and facts.ends.astimezone()
    can = tuple(words.text(TAKE_BACK[code], day=ends) for code in facts.take_back)
    return can, tuple(words.text(STAYS[code]) for code in facts.stays)


def _answer(words: Words, code: str, text: str) -> str:
    """A question with what the learner answered; a file may bring an answer to a question that is not ours."""
    return f"{words.text(QUESTIONS[code]) if code in QUESTIONS else f'{code}:'} {text}"


def _code(words: Words, facts: LedgerFacts) -> str:
    code = facts.seen.challenge
    return words.text("Code of the request: {code}", code=code) if code else ""


def _key(words: Words, facts: LedgerFacts, ledger: Sequence[Entry]) -> tuple[str, ...]:
    """Which key it was, what it was made for, and what else it signed."""
    key = facts.key
    said = [words.text("{key}.", key=readable(words, key.did))]
    if key.made_for:
        said.append(words.text("It was made for: {what}.", what=key.made_for))
    if not key.held:
        said.append(words.text("Your vault does not have this key any more."))
    others = [_named(words, one) for one in ledger if one.id in key.also]
    if others:
        said.append(words.text("It also signed: {things}.", things=words.list_of(others)))
    return tuple(said)


def _named(words: Words, entry: Entry) -> str:
    who = entry.organisation or words.text("Nobody was named")
    return f"{who} ({words.value(entry.made_at.astimezone())})"
