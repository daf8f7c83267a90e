"""Python's cycle collector, run by the window while nobody waits for it."""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY = 1_000
"""Milliseconds between two looks whether there is anything to do, and time for it."""
ENOUGH = 20_000
"""Objects made since the last time, less those that went by themselves, that are worth a collection."""
TOO_MUCH = 2_000_000
"""As many are collected also while somebody is busy."""
SHORT, LONG = 2.0, 20.0
"""Seconds of rest after which nobody notices the short pause for what is new, and the longer one for everything."""


class Garbage(QObject):
    """Collects on the window's thread once `rested`, in seconds, says that nobody would notice.

    Left to itself Python collects wherever it happens to be: in the middle of the worker's work, while the window
    stands still for as long as it takes to walk over all records and jobs in memory; and what belongs to Qt would be
    taken apart on a thread that is not Qt's.
    """

    def __init__(self, rested: Callable[[], float]) -> None:
        super().__init__()
        self._rested = rested
        self._since_all = 0
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        gc.disable()

    def look(self) -> None:
        """Collect if it is worth it and nobody would notice."""
        made, rested = gc.get_count()[0], self._rested()
        if made > TOO_MUCH or (made > ENOUGH and rested > SHORT):
            self._since_all += made
            gc.collect(1)
        elif self._since_all > ENOUGH and rested > LONG:
            self._since_all = 0
            gc.collect()

    def forget(self) -> None:
        """A vault was locked: what is left of it in memory goes at the next long rest, however little it is."""
        self._since_all = TOO_MUCH

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()
