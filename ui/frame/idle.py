"""How long nobody has touched key, mouse or screen, so that a vault left open locks."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

CHECK_EVERY = 5_000
"""Milliseconds between two looks at the clock."""
WARN_BEFORE = 30.0
"""Seconds before the lock in which it is told of, so that whoever reads slowly can stay."""

_ACTS = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
}


class Idle(QObject):
    """Watches the window itself, not its parts: one filter, and no event of the program's own making passes it.

    `soon` hears how many seconds are left, `woken` that somebody came back after that, `due` that the rest is over.
    `allowed` gives the seconds of rest that are allowed now, 0 for any; while `busy` the end is put off.
    """

    soon = Signal(int)
    woken = Signal()
    due = Signal()

    def __init__(
        self, allowed: Callable[[], float], busy: Callable[[], bool], clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__()
        self.clock = clock  # the time of day, which goes on while the computer sleeps
        self._allowed, self._busy = allowed, busy
        self._since = clock()
        self._warned = False
        self._watched: QWindow | None = None
        self._timer = QTimer(self, interval=CHECK_EVERY)
        self._timer.timeout.connect(self.check)
        self._timer.start()

    @property
    def rested(self) -> float:
        """Seconds since somebody was there."""
        return self.clock() - self._since

    def watch(self, window: QWindow) -> None:
        """Hear of what people do to a window."""
        if window is not self._watched:
            self._watched = window
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there."""
        if event.type() in _ACTS:
            self.wake()
        return False

    def wake(self) -> None:
        """Somebody is there."""
        self._since = self.clock()
        if self._warned:
            self._warned = False
            self.woken.emit()

    def stop(self) -> None:
        """Watch no more: the window goes."""
        self._timer.stop()

    def check(self) -> None:
        """Look at the clock."""
        allowed = self._allowed()
        rested = self.rested
        if rested < 0:  # somebody set the clock back
            self.wake()
        elif not allowed:
            return
        elif rested >= allowed:
            if not self._busy():
                self._since, self._warned = self.clock(), False
                self.due.emit()
        elif rested >= allowed - WARN_BEFORE and not self._warned:
            self._warned = True
            self.soon.emit(round(allowed - rested))
