"""What a page or dialog may ask of the window."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar

from PySide6.QtCore import QObject

from app.preferences import Preferences
from app.wording import Words
from ui.kit.dialog import Dialog
from ui.theme.look import Look
from ui.work.desk import Opening
from ui.work.task import Progress, Task, Work

Memory = TypeVar("Memory")
LockedBy = Literal["", "person", "rest"]


@dataclass(frozen=True)
class Door:
    """What the door knows of before: which vault was open last in this window, and what locked it."""

    folder: Path | None = None
    locked_by: LockedBy = ""


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

    @property
    def name(self) -> str:
        """What the learner is called; empty at the door."""

    @property
    def step(self) -> str:
        """The step shown; empty at the door."""

    @property
    def folder(self) -> Path | None:
        """The folder of the vault that is open; None at the door and in practice."""

    @property
    def door(self) -> Door:
        """What the door knows of before."""

    @property
    def preferences(self) -> Preferences:
        """How this computer's window is used."""

    def prefer(self, chosen: Preferences) -> None:
        """Take and keep other preferences; the window is drawn anew."""

    def run(
        self,
        work: Work,
        done: Callable[[Any], object],
        *,
        owner: QObject | None,
        failed: Callable[[Exception], object] | None = None,
        stopped: Callable[[], object] = lambda: None,
        saying: str = "",
        told: Callable[[int, int | None], object] = lambda _done, _total: None,
    ) -> Task:
        """Do `work(session, progress)` on the worker; `saying` tells what is going on while it is slow.

        `owner` is the widget that waits; once it is gone nobody is told. Without one somebody always is.
        Without `failed` a person's error is told at the foot of the window and a bug opens the bug dialog.
        `stopped` hears that the learner canceled it, `told` how many of how many are done.
        """

    def apart(
        self,
        work: Callable[[Progress], Any],
        done: Callable[[Any], object],
        *,
        owner: QObject | None,
        failed: Callable[[Exception], object] | None = None,
        stopped: Callable[[], object] = lambda: None,
        saying: str = "",
        told: Callable[[int, int | None], object] = lambda _done, _total: None,
    ) -> Task:
        """As `run`, for work that needs no open vault."""

    def enter(
        self,
        opening: Opening,
        name: str,
        *,
        failed: Callable[[Exception], object],
        folder: Path | None = None,
        entered: Callable[[], object] | None = None,
    ) -> None:
        """Open a vault and turn to the step where the learner left it, else the first.

        `name` is whose it is where the vault itself does not say.
        """

    def lock(self) -> None:
        """Lock the vault and go to the door."""

    def called(self, name: str) -> None:
        """The learner is called something else from now on."""

    def go(self, step: str) -> None:
        """Turn to a step of the journey."""

    def open(
        self,
        dialog: Dialog,
        on_close: Callable[[], object] | None = None,
        *,
        again: Callable[[], Dialog | None] | None = None,
    ) -> None:
        """Show a dialog over the page; `again` makes it anew when the look or language changes while it is open.

        Where that gives None it has no place in the new look, and is gone.
        """

    def tell(self, words: str, undo: Callable[[], object] | None = None) -> None:
        """Say at the foot of the window, and aloud, what happened; `undo` takes it back."""

    def fail(self, error: Exception) -> None:
        """Say what went wrong: a person's error in a sentence, a bug in its dialog."""

    def asking(self, websites: int) -> None:
        """So many websites may be asked from now on, and the rail says so; 0: no more."""

    def refresh(self) -> None:
        """What the rail says has changed."""

    def renew(self) -> None:
        """Something in the vault has changed: the page shown and the rail ask for it anew."""

    def recall(self, name: str, make: Callable[[], Memory]) -> Memory:
        """What a page keeps while the look or language changes, until the vault is locked."""
