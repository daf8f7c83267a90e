"""What the After page knows and keeps."""

from dataclasses import dataclass
from datetime import datetime

from app.journey.after.ledger import Entry
from app.journey.after.page import AfterPage, after_page
from app.journey.records.holding import cards
from app.journey.session import Session
from app.journey.skills.profile import skills_page
from ui.kit.parts import PART
from ui.work.task import Progress


@dataclass(frozen=True)
class Held:
    """The page as read; `today` is now on the learner's calendar."""

    page: AfterPage
    today: datetime

    def entry(self, entry_id: str) -> Entry | None:
        """An entry by its id, as reminders name it."""
        return next((one for one in self.page.ledger if str(one.id) == entry_id), None)


@dataclass
class AfterMemory:
    """What stays while the look or language changes; `shown` is how many entries were asked for."""

    held: Held | None = None
    shown: int = PART


def read(session: Session, progress: Progress) -> Held:
    """Ask the vault, on the worker."""
    kept = cards(session, progress)
    return Held(after_page(session, kept, skills_page(session, kept, tell=progress)), session.clock().astimezone())
