"""Reading a file back without keeping it: a signed presentation or records, and what holds of each."""

from dataclasses import dataclass
from pathlib import Path

from app.journey.after.ledger import Entry
from app.journey.issuers.at_hand import counts_for, documents, registries
from app.journey.records.cards import Fact, mark_of
from app.journey.records.details import Question
from app.journey.records.holding import identities
from app.journey.session import Session
from app.records.model import Check, Record, Source, Unreadable
from app.records.presentations import Presentation
from app.records.reading import read_path, read_presentation, read_presentation_path
from app.trust.presentations import check_presentation
from app.trust.seven import check_record
from app.vault import store_keys
from app.wording import Words
from app.wording.addresses import readable


@dataclass(frozen=True)
class Checked:
    """One record and its seven answers."""

    name: str
    issuer: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class ReadBack:
    """What a file holds. `questions` are about the presentation, none where it is none; `faults` are sentences."""

    holder: str
    questions: tuple[Question, ...]
    records: tuple[Checked, ...]
    faults: tuple[str, ...]


def check_file(session: Session, words: Words, file: Path) -> ReadBack:
    """What holds of a file now. Nothing of it is kept."""
    found = read_presentation_path(file)
    if isinstance(found, Presentation):
        return _presented(session, words, found)
    if found.code != "not_a_presentation":
        return ReadBack("", (), (), (words.problem(found.code, found.values),))
    return _read(session, words, tuple(read_path(file)))


def check_sent(session: Session, words: Words, entry: Entry) -> ReadBack:
    """What holds now of what was sent, as who it was for would find it."""
    kept = entry.kept
    found = read_presentation(kept.presentation, Source(""))
    if isinstance(found, Unreadable):
        return ReadBack("", (), (), (words.problem(found.code, found.values),))
    return _presented(session, words, found, challenge=kept.challenge, domain=kept.domain)


def _presented(
    session: Session, words: Words, found: Presentation, *, challenge: str | None = None, domain: str | None = None
) -> ReadBack:
    checks = check_presentation(
        found,
        now=session.clock(),
        challenge=challenge or None,
        domain=domain or None,
        documents=documents(session),
        counts_for=counts_for(session),
    )
    inside = _read(session, words, found.records)
    holder = readable(words, found.holder or "")
    return ReadBack(holder, tuple(_question(words, one) for one in checks), inside.records, inside.faults)


def _read(session: Session, words: Words, items: tuple[Record | Unreadable, ...]) -> ReadBack:
    records = tuple(_checked(session, words, one) for one in items if isinstance(one, Record))
    faults = (words.problem(one.code, one.values) for one in items if isinstance(one, Unreadable))
    return ReadBack("", (), records, tuple(dict.fromkeys(faults)))


def _checked(session: Session, words: Words, record: Record) -> Checked:
    checks = check_record(
        record,
        now=session.clock(),
        documents=documents(session),
        registries=registries(session),
        own_keys=frozenset(store_keys.dids(session.vault)),
        confirmed_identities=identities(session),
        counts_for=counts_for(session),
    )
    issuer = record.issuer.name or readable(words, record.issuer.id or "")
    return Checked(record.name, issuer, tuple(_question(words, one) for one in checks))


def _question(words: Words, check: Check) -> Question:
    fact = Fact(check.check, check.answer, mark_of(check), "")
    reason = words.reason(check.reason, check.values, check.check)
    return Question(fact, words.check(check.check), words.state(check.answer), reason, "", "")
