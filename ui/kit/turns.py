"""Many small pieces of drawing, done over turns of the event loop, so that keys and clicks never wait for them."""

import time
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QObject, QTimer

AT_ONCE = 0.008
"""Seconds of drawing before the window gets its turn."""


class Turns(QObject):
    """Draws what an iterator yields, piece by piece; a new one takes the place of what is left of the old."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._pieces: Iterator[object] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._turn)

    @property
    def busy(self) -> bool:
        """Whether something is still to be drawn."""
        return self._timer.isActive()

    def start(self, pieces: Iterator[object]) -> None:
        """Draw these, from the next turn on."""
        self._pieces = pieces
        self._timer.start()

    def take(self, things: Iterable[Callable[[], object]]) -> None:
        """Do these one after another."""
        self.start(thing() for thing in things)

    def _turn(self) -> None:
        pieces, ends = self._pieces, time.perf_counter() + AT_ONCE
        for _piece in pieces:
            if time.perf_counter() > ends:
                return
        if pieces is self._pieces:  # drawing the last piece may have asked for more
            self._timer.stop()
