"""How long nobody was there and nothing was done."""

from ui.frame.idle import Idle
from ui.work.desk import Desk
from ui.work.task import Task


class Rest:
    """Hears when work ends: what a long import found is still drawn for a while after it."""

    def __init__(self, desk: Desk, idle: Idle) -> None:
        self._desk, self._idle = desk, idle
        self._worked = idle.clock()
        desk.ended.connect(self._note)

    def _note(self, _task: Task) -> None:
        self._worked = self._idle.clock()

    def seconds(self) -> float:
        """Seconds without anybody there or any work."""
        return 0.0 if self._desk.busy else min(self._idle.rested, self._idle.clock() - self._worked)
