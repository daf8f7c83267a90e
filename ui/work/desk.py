"""One worker thread that owns the open session. The window hands it work and hears back on its own thread."""

import queue
import sys
import threading
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import PersonError
from ui.work.task import Cancelled, Progress, Task, Work

if TYPE_CHECKING:
    from app.journey.session import Session

TURNS = 0.0001
"""Seconds after which a busy worker lets the window have Python; drawing asks for it hundreds of times in a row."""

Opening = Callable[[Progress], AbstractContextManager["Session"]]


class Desk(QObject):
    """Runs one piece of work after another on its thread.

    `started` and `ended` hear a Task, `told` a Task with how many of how many (None: not known) are done.
    Once a vault is locked, nobody hears what was found in it, and nothing asked in it is done in another.
    """

    started = Signal(object)
    told = Signal(object, int, object)
    ended = Signal(object)
    _back = Signal(object)
    _let_go = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._session: Session | None = None
        self._open = ExitStack()
        self._waiting: dict[int, Task] = {}
        self._visit = self._entered = 0
        self._gone = False
        self._asked: list[Task] = []
        self._drawn = QTimer(self, singleShot=True, interval=0)
        self._drawn.timeout.connect(self._hand_over)
        self._held: deque[Task] = deque()
        self._back.connect(_call)
        self.told.connect(self._tell)
        self._let_go.connect(self._release)
        sys.setswitchinterval(TURNS)
        self._thread = threading.Thread(target=self._run, name="vault", daemon=True)
        self._thread.start()

    def run(
        self,
        work: Work,
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
        *,
        stopped: Callable[[], object] = lambda: None,
        owner: QObject | None = None,
        saying: str = "",
        told: Callable[[int, int | None], object] = lambda _done, _total: None,
    ) -> Task:
        """Do `work(session, progress)` on the worker; `done` or `failed` hear of it on the window's thread."""
        visit = self._visit
        task = self._put(
            lambda progress: work(self._opened(visit), progress), done, failed, stopped, owner, saying, visit
        )
        task.told = told
        return task

    def apart(
        self,
        work: Callable[[Progress], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
        *,
        stopped: Callable[[], object] = lambda: None,
        owner: QObject | None = None,
        saying: str = "",
        told: Callable[[int, int | None], object] = lambda _done, _total: None,
    ) -> Task:
        """Do work that needs no open vault."""
        task = self._put(work, done, failed, stopped, owner, saying)
        task.told = told
        return task

    def open(
        self,
        opening: Opening,
        first: Work,
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
        saying: str,
    ) -> Task:
        """Open a journey: it stays open on the worker until `close`. One that was open is closed first.

        What is asked before it is open is not done in it. `done` hears what `first` found out in it; where that goes
        wrong the journey is closed again.
        """
        self._visit += 1
        visit = self._visit + 1

        def entered(found: Any) -> None:  # noqa: ANN401  whatever `first` found
            self._visit = visit
            done(found)

        work = partial(self._enter, opening, first, visit)
        return self._put(work, entered, failed, lambda: None, None, saying)

    def _enter(self, opening: Opening, first: Work, visit: int, progress: Progress) -> object:
        self._leave()
        self._session, self._entered = self._open.enter_context(opening(progress)), visit
        try:
            return first(self._session, progress)
        except BaseException:
            self._leave()
            raise

    def close(self, done: Callable[[], object]) -> None:
        """Lock: after the work that is under way, which is asked to stop."""
        self.cancel()
        self._visit += 1
        self._put(lambda _progress: self._leave(), lambda _none: done(), _raise, lambda: None, None, "")

    def cancel(self) -> None:
        """Ask the work under way to stop, and what waits to stop at its first step; what has no steps is still done."""
        for task in list(self._waiting.values()):
            task.cancel()

    @property
    def busy(self) -> bool:
        """Whether work waits or is under way."""
        return bool(self._waiting)

    def stop(self) -> None:
        """End the thread once the work under way has stopped and the vault is locked; waits for it.

        Nobody hears any more what came of it: those who asked are going.
        """
        self._gone = True
        self.cancel()
        self._hand_over()
        self._tasks.put(None)
        self._thread.join()

    def _put(
        self,
        work: Callable[[Progress], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
        stopped: Callable[[], object],
        owner: QObject | None,
        saying: str,
        visit: int | None = None,
    ) -> Task:
        task = Task(work, done, failed, stopped, owner, saying, visit)
        task.progress = Progress(lambda count, total: self.told.emit(task, count, total))
        self._waiting[id(task)] = task
        self.started.emit(task)
        self._asked.append(task)
        self._held.append(task)
        self._drawn.start()
        return task

    def _hand_over(self) -> None:
        """The worker begins once the window has drawn what it has to: both at once would wait for each other's turn."""
        asked, self._asked = self._asked, []
        for task in asked:
            self._tasks.put(task)

    def _run(self) -> None:
        while (task := self._tasks.get()) is not None:
            outcome = self._outcome(task)
            self._back.emit(outcome)
            del outcome, task
            self._let_go.emit()
        self._leave()

    def _release(self) -> None:
        """Let go of the task whose turn it was, after the worker did.

        A task knows widgets. Were the worker the last to let go of one, Python would take it apart there, at the same
        time as Qt does here: PySide does not survive that.
        """
        self._held.popleft().progress.over()

    def _outcome(self, task: Task) -> Callable[[], None]:
        """Do the work; what is left to do on the window's thread."""
        try:
            found = task.work(task.progress)
        except Cancelled:
            return lambda: self._end(task, task.stopped)
        except Exception as error:  # noqa: BLE001  whoever asked hears of it: a person's error or a bug
            wrong = error
            return lambda: self._end(task, lambda: task.failed(wrong), wrong=True)
        return lambda: self._end(task, lambda: task.done(found))

    def _end(self, task: Task, tell: Callable[[], object], *, wrong: bool = False) -> None:
        self._waiting.pop(id(task), None)
        if self._gone:
            return
        self.ended.emit(task)
        if task.waited_for and (wrong or task.visit in (None, self._visit)):
            tell()

    def _tell(self, task: Task, done: int, total: int | None) -> None:
        if id(task) in self._waiting and task.visit in (None, self._visit) and task.waited_for:
            task.told(done, total)

    def _opened(self, visit: int) -> "Session":
        if self._session is None:
            raise PersonError("vault_locked")
        if visit != self._entered:
            raise Cancelled
        return self._session

    def _leave(self) -> None:
        self._session = None
        self._open.close()


def _call(tell: Callable[[], None]) -> None:
    tell()


def _raise(error: Exception) -> None:
    raise error
