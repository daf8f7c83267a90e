"""A piece of work for the worker: what it is asked, how it tells how far it is, and how it is ended."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from app.journey.session import Session

TELL_EVERY = 0.08
"""Seconds between two tellings of progress: more often is work for the window and news for nobody."""


class Cancelled(Exception):  # noqa: N818  not an error: the learner asked for it
    """The learner stopped the work."""


class Progress:
    """Handed to the work: it tells how far it is, and ends there when the learner cancels."""

    def __init__(self, tell: Callable[[int, int | None], None]) -> None:
        self._tell = tell
        self._told = 0.0
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to end at its next step."""
        self._stop.set()

    def over(self) -> None:
        """Let go of whoever was told."""
        self._tell = _unheard

    @property
    def stop(self) -> threading.Event:
        """Set once the learner asked it to end, for work that waits for others than itself."""
        return self._stop

    @property
    def cancelled(self) -> bool:
        """Whether the learner asked it to end."""
        return self._stop.is_set()

    def __call__(self, done: int, total: int | None = None) -> None:
        """Say how many of how many are done; raises Cancelled where the learner asked to stop."""
        if self.cancelled:
            raise Cancelled
        now = time.monotonic()
        if now - self._told >= TELL_EVERY:
            self._told = now
            self._tell(done, total)


Work = Callable[["Session", Progress], Any]


@dataclass
class Task:
    """Work under way. `owner` is the widget that waits: when it is gone, nobody is told."""

    work: Callable[[Progress], Any]
    done: Callable[[Any], object]
    failed: Callable[[Exception], object]
    stopped: Callable[[], object]
    owner: QObject | None
    saying: str
    visit: int | None = None
    """Which opening of a vault it was asked in; None where it needs no vault."""
    told: Callable[[int, int | None], object] = lambda _done, _total: None
    """Hears how far it is, on the window's thread."""
    progress: Progress = field(init=False)

    def cancel(self) -> None:
        """Ask it to end."""
        self.progress.cancel()

    @property
    def waited_for(self) -> bool:
        """Whether somebody still waits for it."""
        return self.owner is None or shiboken6.isValid(self.owner)


def _unheard(_done: int, _total: int | None) -> None:
    pass
