"""Work that takes long enough to be shown at the foot of the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ui.frame.foot import FootBar
from ui.work.desk import Desk
from ui.work.task import Task

SLOW = 400
"""Milliseconds after which work under way is shown."""


class UnderWay(QObject):
    """Follows the desk and says at the foot what is done now, and how far it is; `over` hears that nothing is."""

    def __init__(self, desk: Desk, foot: Callable[[], FootBar | None], over: Callable[[], object]) -> None:
        super().__init__(desk)
        self._foot, self._over = foot, over
        self._tasks: list[Task] = []
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._slow.timeout.connect(self._show)
        desk.started.connect(self._started)
        desk.told.connect(self._told)
        desk.ended.connect(self._ended)

    def stop(self) -> None:
        """Show nothing any more: the window goes, and its foot with it."""
        self._slow.stop()
        self._foot = lambda: None

    def _started(self, task: Task) -> None:
        self._tasks.append(task)
        if not self._slow.isActive():
            self._slow.start()

    def _told(self, task: Task, done: int, total: int | None) -> None:
        foot = self._foot()
        if foot is not None and not self._slow.isActive():
            foot.work_told(task, done, total)

    def _ended(self, task: Task) -> None:
        self._tasks.remove(task)
        foot = self._foot()
        if self._tasks:
            if not self._slow.isActive():
                self._show()
            return
        self._slow.stop()
        if foot is not None:
            foot.work_over()
        self._over()

    def _show(self) -> None:
        """The one that is done now: they are done in the order in which they were asked for."""
        foot = self._foot()
        if self._tasks and foot is not None:
            foot.work_on(self._tasks[0])
