"""The door: whose vault to open, a new one, or a practice learner."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.layouts import column, holding
from ui.kit.page import Page
from ui.work.desk import Progress

if TYPE_CHECKING:
    from app.journey.session import Session


class WelcomePage(Page):
    """Whose vault shall we open?"""

    def __init__(self, guide: Guide) -> None:
        words = guide.words
        super().__init__(
            guide, words.text("Whose vault shall we open?"), words.text("Pick one, then type the passphrase.")
        )
        says = words.text("Try a practice learner")
        button = Button(self.look, says, self._practice, kind="forward", icon="users", name="practice")
        self.lay_out(holding(column(button, None)))

    def _practice(self) -> None:
        self.guide.enter(_opening, "Maya Torres", failed=self.guide.fail)


@contextmanager
def _opening(_progress: Progress) -> Iterator["Session"]:
    from app.journey.opening import practice

    with practice() as (session, _learner):
        yield session


def make_page(guide: Guide) -> Page:
    """The page."""
    return WelcomePage(guide)
