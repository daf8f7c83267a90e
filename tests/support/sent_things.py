"""Things sent by the practice learner of an open window, on days of one's choosing: signed by the real journey."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from applying_world import sign
from window_driver import Driver

from app.applying.opportunity import Asked, Opportunity
from app.journey.after.ledger import entries, say_outcome
from app.journey.apply.preparing import elsewhere, prepare
from app.journey.papers import labels
from app.journey.records.holding import cards
from app.journey.session import Session
from app.journey.skills.profile import skills_page
from app.wording import Words
from app.wording.papers import STATEMENT
from ui.pages.sent.entry_row import EntryRow

TERMS = "http://data.europa.eu/esco/skill/2806260f-6399-4add-8f11-070141423f9d"


@dataclass(frozen=True)
class Told:
    """What came of it: `days` from today, where it names a day."""

    code: str
    note: str = ""
    days: int | None = None
    at: time | None = None


@dataclass(frozen=True)
class Sending:
    """One thing to send, so many days ago. `skills` are names and ids of what is asked."""

    organisation: str
    title: str
    ago: int = 0
    skills: Sequence[tuple[str, str]] = ()
    told: Sequence[Told] = field(default=())


def on_worker(driver: Driver, work: Callable[[Session], Any]) -> Any:
    """Do something with the open vault, and wait for it."""
    found: list[Any] = []
    driver.window.run(lambda session, _progress: work(session), found.append, owner=None)
    driver.settle()
    driver.until(lambda: bool(found))
    return found[0]


def send(session: Session, *sendings: Sending) -> None:
    """Sign each for its opportunity and say what came of it."""
    kept = cards(session)
    held = skills_page(session, kept).held
    vault_clock, today = session.vault._clock, session.clock()
    try:
        for one in sendings:
            then = today - timedelta(days=one.ago)
            session.vault._clock = lambda then=then: then
            _send(replace(session, clock=lambda then=then: then), kept, held, one, today.astimezone().date())
    finally:
        session.vault._clock = vault_clock


def _send(session: Session, kept: Any, held: Any, one: Sending, today: date) -> None:
    asked = tuple(Asked(name, (concept,)) for name, concept in one.skills)
    ready = prepare(session, kept, held, Opportunity(one.title, one.organisation, asked))
    sign(session, ready, labels(Words(), STATEMENT), told=frozenset(elsewhere(session, ready)))
    entry = entries(session)[0]
    for told in one.told:
        on = None if told.days is None else today + timedelta(days=told.days)
        say_outcome(session, entry.id, told.code, note=told.note, on=on, at=told.at)


def utc(*parts: int) -> datetime:
    """A moment in UTC."""
    return datetime(*parts, tzinfo=UTC)


SPANISH = "http://data.europa.eu/esco/skill/0f58a178-1382-4df2-95e8-2b3f90e80e24"
SHIFTS, BOOKING, CARE, AID, STOCK = (
    "4.A.4.a.5.I10.D02",
    "4.A.2.b.5.I03.D02",
    "http://data.europa.eu/esco/skill/51ece34f-c24e-4183-9bf4-9b6f28748aec",
    "4.A.4.a.5.I07.D02",
    "http://data.europa.eu/esco/skill/210827e3-3129-45a2-8683-70399f3f561f",
)
COLLEGE = Sending(
    "Harbor Practice College",
    "Asked for: a place in the Draw blood class",
    5,
    (("Know medical terms", TERMS), ("Keep patient facts private", CARE), ("Give first aid", AID)),
)
CLINIC = Sending(
    "Lakeside Practice Clinic",
    "Medical Assistant Trainee",
    33,
    (
        ("Greet patients", SHIFTS),
        ("Book appointments", BOOKING),
        ("Keep patient facts private", CARE),
        ("Give first aid", AID),
        ("Speak Spanish", SPANISH),
    ),
    (Told("interview", "Ask for Ana at the desk", 2, time(10, 30)),),
)
DENTAL = Sending(
    "Bayview Practice Dental",
    "Front desk assistant",
    34,
    (("Book appointments", BOOKING), ("Greet patients", SHIFTS)),
    (Told("waiting"), Told("not_this_time", "They said the job was filled")),
)
MARKET = Sending("Practice Works Center", "Stock clerk", 35, (("Order supplies", STOCK),), (Told("done"),))
"""What stands in the picture to aim for, as near as the practice learner's records come to it."""


def sent_things(driver: Driver, *sendings: Sending) -> None:
    """Send these, oldest first, then show the After page."""
    on_worker(driver, lambda session: send(session, *sendings))
    driver.window.go("after")
    driver.settle()
    driver.until(lambda: bool(driver.window.findChildren(EntryRow)) or not sendings)
    driver.settle()
