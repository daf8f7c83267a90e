"""The ledger: what was signed for whom, what they saw, and what came of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from app.applying.disclosure import gives_away
from app.applying.statement import is_own
from app.errors import PersonError
from app.journey.session import Session
from app.records.model import Record, Source
from app.records.presentations import Presentation
from app.records.reading import read_bytes, read_presentation
from app.records.stated import stated
from app.records.text import one_line, shown_text
from app.vault import store_applications
from app.vault.store_applications import StoredOutcome, StoredPresentation

OUTCOMES = ("waiting", "interview", "offer", "accepted", "not_this_time", "withdrawn", "done", "other")
"""Codes of what can come of a presentation (`app.wording.after.OUTCOMES`); `waiting` until something was said."""
NOTE_CAP = 500


@dataclass(frozen=True)
class Outcome:
    """One step of what came of it: the learner's note, the day it names, when they said so (aware, UTC).

    `on` and `at` are as on the learner's calendar; `at` is None where no time of day was given.
    """

    id: int
    code: str
    note: str
    on: date | None
    at: time | None
    said_at: datetime


@dataclass(frozen=True)
class SeenRecord:
    """A record as it went: its name, who gave it, what it gives away (codes of `disclosure.WEIGHTS`).

    Of an own statement, `name` is the thing asked and `text` what the learner says.
    """

    name: str
    issuer: str = ""
    tells: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class Sent:
    """A presentation of the ledger as its reader gets it (None where none takes it), its records, own statements."""

    presentation: Presentation | None
    records: tuple[Record, ...]
    own_words: tuple[Record, ...]


@dataclass(frozen=True)
class Seen:
    """What the reader of a presentation saw: its exact bytes, and what they say."""

    content: bytes
    records: tuple[SeenRecord, ...]
    own_words: tuple[SeenRecord, ...]
    made_at: datetime
    holder: str
    challenge: str
    domain: str
    usable_until: datetime | None


@dataclass(frozen=True)
class Entry:
    """One entry of the ledger. `outcomes` are its steps, oldest first; `days` since the day it was made.

    `records` and `own_words` are names as they stand in the file; `usable_until` is about the file, not its records.
    `kept` is the vault's row, with the exact bytes; `answers` are the learner's to the questions of its kind, by code.
    """

    kept: StoredPresentation = field(repr=False)
    made_at: datetime
    organisation: str
    title: str
    records: tuple[str, ...]
    own_words: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    days: int
    usable_until: datetime | None = None
    answers: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> int:
        """Its id in the vault."""
        return self.kept.id

    @property
    def outcome(self) -> Outcome | None:
        """What was said last; None while nothing was."""
        return self.outcomes[-1] if self.outcomes else None

    @property
    def code(self) -> str:
        """What came of it, as one of `OUTCOMES`."""
        return self.outcome.code if self.outcome else "waiting"

    @property
    def days_without_answer(self) -> int | None:
        """How many days it waits; None once there is an answer."""
        return self.days if self.code == "waiting" else None


def entries(session: Session) -> tuple[Entry, ...]:
    """Everything that was signed, newest first."""
    wanted = {one.id: one.opportunity for one in store_applications.opportunities(session.vault)}
    told = defaultdict[int, list[Outcome]](list)
    for one in store_applications.outcomes(session.vault):
        told[one.presentation_id].append(_outcome(one))
    now = session.clock()
    kept = store_applications.presentations(session.vault)
    return tuple(_entry(one, wanted.get(one.opportunity_id, {}), told[one.id], now) for one in reversed(kept))


def counts(ledger: Iterable[Entry]) -> dict[str, int]:
    """How many entries there are of each outcome, in the order of `OUTCOMES`; outcomes of none are left out."""
    found = Counter(one.code for one in ledger)
    return {code: found[code] for code in OUTCOMES if found[code]}


def sent(kept: StoredPresentation) -> Sent:
    """What went, read from its exact bytes; the parts of a record that went whole are no records of their own.

    One that went shorter than it is kept (`applying.least`) has other bytes, and so another key than in the vault.
    """
    read = read_presentation(kept.presentation, Source(""))
    if not isinstance(read, Presentation):
        return Sent(None, (), ())
    found = [one for one in read.records if isinstance(one, Record)]
    others = [one for one in found if not is_own(one)]
    inside = set[str]() if all(one.key in kept.record_keys for one in others) else _inside(others)
    records = tuple(one for one in others if one.key in kept.record_keys or one.key not in inside)
    return Sent(read, records, tuple(one for one in found if is_own(one)))


def seen(entry: Entry, what: Sent | None = None) -> Seen:
    """What they saw; `what` is `sent` of the entry where it was read already."""
    kept = entry.kept
    what = what or sent(kept)
    return Seen(
        content=kept.presentation,
        records=tuple(map(_seen, what.records)),
        own_words=tuple(map(_seen_own, what.own_words)),
        made_at=entry.made_at,
        holder=kept.holder,
        challenge=kept.challenge,
        domain=kept.domain,
        usable_until=entry.usable_until,
    )


def file_text(content: bytes) -> str:
    """The file as text to read; what could hide or turn a line around is replaced, the rest stays to the letter."""
    return "\n".join(map(shown_text, content.decode(errors="replace").split("\n")))


def say_outcome(
    session: Session, entry_id: int, code: str, *, note: str = "", on: date | None = None, at: time | None = None
) -> int:
    """Say what came of it; what was said before stays under it. Returns the outcome's id, for `take_back_outcome`.

    PersonError `sent_not_found`, `note_long`.
    """
    if code not in OUTCOMES:
        raise ValueError(code)
    if len(note) > NOTE_CAP:
        raise PersonError("note_long", limit=NOTE_CAP)
    day = None if on is None else (datetime.combine(on, at).isoformat(timespec="minutes") if at else on.isoformat())
    text = one_line(note, NOTE_CAP) or None
    try:
        return store_applications.add_outcome(session.vault, entry_id, code, note=text, day=day)
    except KeyError:
        raise PersonError("sent_not_found") from None


def take_back_outcome(session: Session, outcome_id: int) -> bool:
    """Undo `say_outcome`: what was said before it counts again. False where there is none."""
    return store_applications.remove_outcome(session.vault, outcome_id)


def _entry(kept: StoredPresentation, wanted: Mapping[str, object], told: list[Outcome], now: datetime) -> Entry:
    made = datetime.fromisoformat(kept.made_at)
    what, answers = sent(kept), wanted.get("answers")
    return Entry(
        kept=kept,
        made_at=made,
        organisation=str(wanted.get("organisation", "")),
        title=str(wanted.get("title", "")),
        records=tuple(one.name for one in what.records),
        own_words=tuple(map(_said, what.own_words)),
        outcomes=tuple(told),
        days=max(0, (now.astimezone().date() - made.astimezone().date()).days),
        usable_until=stated(what.presentation).ends if what.presentation else None,
        answers=tuple((code, str(text)) for code, text in answers.items()) if isinstance(answers, dict) else (),
    )


def _outcome(one: StoredOutcome) -> Outcome:
    day, _, hour = (one.day or "").partition("T")
    on, at = date.fromisoformat(day) if day else None, time.fromisoformat(hour) if hour else None
    return Outcome(one.id, one.code, one.note or "", on, at, datetime.fromisoformat(one.said_at))


def _inside(records: Iterable[Record]) -> set[str]:
    """Keys of what is a part of one of the records, as the courses of a transcript are."""
    found = ((one.key, item) for one in records for item in read_bytes(one.raw, one.source))
    return {item.key for key, item in found if isinstance(item, Record) and item.key != key}


def _said(own: Record) -> str:
    """About which thing asked an own statement is."""
    return own.achievements[0].name


def _seen(record: Record) -> SeenRecord:
    return SeenRecord(record.name, record.issuer.name or "", gives_away(record))


def _seen_own(own: Record) -> SeenRecord:
    text = own.achievements[0].description or ""
    return SeenRecord(_said(own), text=text)
