"""Building a page a part at a time, so that the window gets its turn in between."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer


class Turns(QObject):
    """Does one thing after another, each in a turn of the event loop; new ones put an end to those before."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._waiting: list[Callable[[], object]] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._next)

    def take(self, things: Iterable[Callable[[], object]]) -> None:
        """Do these, in their order."""
        self._waiting = list(things)
        self._timer.start()

    @property
    def over(self) -> bool:
        """Whether all is done."""
        return not self._waiting

    def _next(self) -> None:
        if self._waiting:
            self._waiting.pop(0)()
        if not self._waiting:
            self._timer.stop()
