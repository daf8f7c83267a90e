"""Opening and locking: what the window does when a vault is opened, left alone, or locked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.frame import ahead
from ui.frame.furniture import Place
from ui.frame.idle import Idle
from ui.frame.memories import Typed
from ui.guide import Door, LockedBy
from ui.pages.steps import STEPS
from ui.work.desk import Opening
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session
    from ui.frame.window import Window

AFTER_CLOSING = 50
"""Milliseconds in which a file window that was closed hands back to the page that opened it."""


@dataclass(frozen=True)
class Entered:
    """What the window asks of a vault before it shows it: whose it is, what to tell, what was half typed."""

    name: str
    practice: bool
    notices: tuple[tuple[str, Mapping[str, object]], ...]
    typed: Typed


def look_around(session: "Session", _progress: Progress) -> Entered:
    """Whose vault it is, on the worker; whoever was quicker than what is loaded ahead waits for that here."""
    from app.journey.half_typed import half_typed
    from app.journey.vaults import whose

    ahead.load()
    found = whose(session)
    notices = tuple((one.code, one.values) for one in found.notices)
    return Entered(found.name, session.practice, notices, half_typed(session))


def _keep(session: "Session", typed: Typed) -> None:
    from app.journey.half_typed import keep_half_typed

    keep_half_typed(session, typed)


class Latch(QObject):
    """Opens and locks for a window. `left_at` is the step at which each vault was left, for as long as it runs."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self.window = window
        self.door = Door()
        self.left_at: dict[Path, str] = {}
        self.idle = Idle(self._rest_allowed, lambda: window.desk.busy)
        self.idle.soon.connect(self._warn)
        self.idle.woken.connect(lambda: window.tell(""))
        self.idle.due.connect(self._lock_at_rest)

    def enter(
        self,
        opening: Opening,
        name: str,
        failed: Callable[[Exception], object],
        folder: Path | None,
        entered: Callable[[], object] | None,
    ) -> None:
        """Open a vault on the worker, and turn to the step where the learner left it."""

        def turn(found: Entered) -> None:
            self._show(Place(is_open=True, name=found.name or name, practice=found.practice, folder=folder), found)
            if entered is not None:
                entered()

        self.window.desk.open(opening, look_around, turn, failed, self.window.words.text("Opening the vault"))

    def _show(self, place: Place, found: Entered) -> None:
        window = self.window
        window.covers.close()
        window.memories.begin(found.typed)
        self.idle.wake()
        step = self.left_at.get(place.folder, STEPS[0]) if place.folder is not None else STEPS[0]
        window.place = place.at(step)
        window.build()
        if found.notices:
            window.tell(" ".join(window.words.problem(code, values) for code, values in found.notices))

    def lock(self, by: LockedBy) -> None:
        """Lock the vault and go back to the door; work under way is stopped first and loses nothing kept."""
        window, place = self.window, self.window.place
        if not place.is_open:
            return
        self.keep_typed()  # a dialog that is closed forgets what is typed in it
        window.covers.close()
        if place.folder is not None:
            self.left_at[place.folder] = place.step
        self.door = Door(place.folder, by)
        window.place = Place()
        window.memories.begin()
        window.build()
        window.desk.close(window.garbage.forget)

    def keep_typed(self) -> None:
        """What is typed and not yet saved goes into the vault while that is open; who is made up keeps nothing."""
        window, typed = self.window, self.window.memories.unsaved()
        if window.place.is_open and not window.place.practice:
            window.desk.run(lambda session, _progress: _keep(session, typed), lambda _none: None, window.fail)

    def _rest_allowed(self) -> float:
        """Seconds without key or mouse until the vault locks; 0: never, as at the door and where all is made up."""
        window = self.window
        return window.preferences.lock_after * 60.0 if window.place.is_open and not window.place.practice else 0.0

    def _warn(self, seconds: int) -> None:
        words = self.window.words
        self.window.tell(
            words.text(
                "The vault locks in {seconds} seconds. Press a key or move the mouse to keep it open.", seconds=seconds
            )
        )

    def _lock_at_rest(self) -> None:
        """Lock once no menu or file window is open any more: what waits for its answer goes on first."""
        for waiting in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if waiting is not None:
                waiting.close()
                QTimer.singleShot(AFTER_CLOSING, self, self._lock_at_rest)
                return
        self.lock("rest")
