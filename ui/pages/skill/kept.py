"""What the Skills page keeps while it is drawn anew: what was found, what is open, what is typed."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.journey.progress import note
from app.journey.records.holding import Card, cards
from app.journey.session import Session
from app.journey.skills.meant import Tell
from app.journey.skills.profile import SkillsPage, skills_page
from app.journey.skills.questions import Question
from app.journey.skills.rows import SkillRow
from ui.guide import Guide
from ui.work.task import Progress

if TYPE_CHECKING:
    from collections.abc import Callable

GUESSES = 3
"""How many guesses are shown at first."""
NO_GUESS = "none"
"""In the place of a guess's key: the line that says that none is left."""


@dataclass(frozen=True)
class Known:
    """What was found in the vault, and the day it was found on."""

    cards: tuple[Card, ...]
    page: SkillsPage
    today: datetime

    @property
    def is_empty(self) -> bool:
        """Whether there are no records and no own words."""
        return not self.cards and not self.page.rows


@dataclass
class Draft:
    """Own words as far as they are typed, and the ids of the skills they are checked to mean."""

    text: str = ""
    sample: str = ""
    means: dict[str, str] = field(default_factory=dict)


class SkillsKept(QObject):
    """`changed` says that something else is to be drawn.

    `full` are the groups shown in full, `shown` how many guesses are. `answering` are keys of guesses whose answer is
    on its way to the vault; `focus` is the key of the guess that gets the keyboard when it is drawn. `undo` takes the
    last change back.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.known: Known | None = None
        self.full: set[str] = set()
        self.shown = {False: GUESSES, True: GUESSES}
        self.answering: set[str] = set()
        self.focus = ""
        self.undo: Callable[[], None] | None = None
        self.draft = Draft()

    def take(self, known: Known) -> None:
        """Draw what is known now."""
        self.known = known
        self.changed.emit()

    def unsaved(self) -> Mapping[str, Any]:
        """The own words as far as they are typed, for the vault."""
        return asdict(self.draft) if self.draft != Draft() else {}

    def restore(self, typed: Mapping[str, Any]) -> None:
        """Go on with the own words where they were left."""
        self.draft = Draft(**typed)

    def row(self, key: str) -> SkillRow | None:
        """A row as it is now; None where it is gone."""
        rows = self.known.page.rows if self.known else ()
        return next((one for one in rows if one.key == key), None)

    def guesses(self, *, also: bool) -> list[Question]:
        """The guesses that wait for an answer; `also`: about words that have a meaning already."""
        if self.known is None:
            return []
        page = self.known.page
        waiting = page.also if also else page.questions
        return [one for one in waiting if one.key not in self.answering] if self.answering else list(waiting)


def kept_of(guide: Guide) -> SkillsKept:
    """What is kept of the Skills page until the vault is locked."""
    return guide.recall("skills", SkillsKept)


def read(session: Session, progress: Progress) -> Known:
    """Read all anew."""
    return read_again(session, cards(session, progress), progress)


def read_again(session: Session, kept: tuple[Card, ...], tell: Tell = lambda _done, _of: None) -> Known:
    """Read what the learner said anew; the records are the same. `tell` as for `profile`."""
    page = skills_page(session, kept, tell=tell)
    note(session, "skills", agreed=page.agreed, open=page.open)
    return Known(kept, page, session.clock())
