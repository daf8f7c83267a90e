"""Step 6, After: what was sent to whom, what came of it, what comes up and whom to ask."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.journey.after.asking import Ask, asks
from app.journey.after.ledger import Entry, counts, entries
from app.journey.after.reminders import Reminder, remind_days, reminders
from app.journey.records.holding import Card
from app.journey.session import Session
from app.journey.skills.profile import SkillsPage


@dataclass(frozen=True)
class AfterPage:
    """What the After page shows. The ledger is newest first; `counts` says how many there are of each outcome."""

    ledger: tuple[Entry, ...]
    counts: Mapping[str, int]
    coming_up: tuple[Reminder, ...]
    asks: tuple[Ask, ...]
    remind_days: int


def after_page(session: Session, kept: tuple[Card, ...], skills: SkillsPage) -> AfterPage:
    """The After page over the cards of the records and the Skills page made of them."""
    ledger = entries(session)
    coming = reminders(session, kept, ledger, skills.held)
    return AfterPage(ledger, counts(ledger), coming, asks(skills.rows, kept), remind_days(session))
