"""What a page or dialog may ask of the window."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject

from app.wording import Words
from ui.kit.dialog import Dialog
from ui.theme.look import Look
from ui.work.desk import Opening, Task, Work

Memory = TypeVar("Memory")


class Guide(Protocol):
    """The window, as pages know it. A page holds no vault: it asks for work and draws what comes back."""

    @property
    def look(self) -> Look:
        """How to draw."""

    @property
    def words(self) -> Words:
        """The learner's language."""

    @property
    def practice(self) -> bool:
        """Whether the learner is made up."""

    def run(
        self,
        work: Work,
        done: Callable[[Any], object],
        *,
        owner: QObject,
        failed: Callable[[Exception], object] | None = None,
        saying: str = "",
    ) -> Task:
        """Do `work(session, progress)` on the worker; `saying` tells what is going on while it is slow.

        Without `failed` a person's error is told at the foot of the window and a bug opens the bug dialog.
        """

    def enter(self, opening: Opening, name: str, *, failed: Callable[[Exception], object]) -> None:
        """Open a vault and turn to the first step; `name` is whose it is."""

    def go(self, step: str) -> None:
        """Turn to a step of the journey."""

    def open(self, dialog: Dialog, on_close: Callable[[], object] | None = None) -> None:
        """Show a dialog over the page."""

    def tell(self, words: str, undo: Callable[[], object] | None = None) -> None:
        """Say at the foot of the window, and aloud, what happened; `undo` takes it back."""

    def fail(self, error: Exception) -> None:
        """Say what went wrong: a person's error in a sentence, a bug in its dialog."""

    def refresh(self) -> None:
        """What the rail says has changed."""

    def recall(self, name: str, make: Callable[[], Memory]) -> Memory:
        """What a page keeps while the look or language changes, until the vault is locked."""
