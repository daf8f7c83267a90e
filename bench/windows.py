"""The window: its start beside an empty one, turning pages with many records, and how long it ever stands still."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bench.records import badges
from bench.timing import Peer, Row, Spread, spread

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.journey.session import Session
    from ui.frame.window import Window
    from ui.work.desk import Progress

GROUP = "Window (offscreen)"
STARTS, TURNS = 7, 3
RECORDS = 1000
STEPS = ("skills", "goal", "plan", "apply", "after", "records")
FIRST = """
import sys
if sys.argv[1] == "empty":
    from PySide6.QtWidgets import QApplication, QMainWindow
    app = QApplication([])
    window = QMainWindow()
    window.show()
else:
    from ui.main import application
    app, window = application().start(["pathfolio"])
app.processEvents()
window.grab()
import os
os._exit(0)
"""


def rows() -> Iterator[Row]:
    """Every row; the pages are measured in a process of their own, without a screen."""
    ours, empty = _starts()
    yield Row(
        GROUP, "start of the program until its first window is painted", "ms", ours, Peer("an empty window", empty)
    )
    done = subprocess.run([sys.executable, "-m", "bench.windows"], env=_quiet(), capture_output=True, check=True)
    for what, unit, values in json.loads(done.stdout):
        yield Row(GROUP, what, unit, spread(values))


def _quiet() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PATHFOLIO_DATA": tempfile.gettempdir()}


def _compiled(folder: str) -> dict[str, str]:
    """As installed programs run: compiled, in the rounds that count for nothing; the empty window's too."""
    kept = {name: value for name, value in _quiet().items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": folder}


def _starts() -> tuple[Spread, Spread]:
    """Rounds of both in turn, after one of each that counts for nothing."""
    both = ("pathfolio", "empty")
    with tempfile.TemporaryDirectory() as compiled:
        pairs = [{name: _start(name, _compiled(compiled)) for name in both} for _ in range(STARTS + 1)][1:]
    ours, empty = ([pair[name] for pair in pairs] for name in both)
    return spread(ours), spread(empty)


def _start(which: str, env: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", FIRST, which], env=env, check=True, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000


class Pulse:
    """Beats as often as the event loop can; the longest time between two beats is how long the window stood still."""

    def __init__(self, parent: "QWidget") -> None:
        from PySide6.QtCore import QTimer

        self.gaps: list[tuple[float, str]] = []
        self.doing = ""
        self._last = time.perf_counter()
        self._timer = QTimer(parent)
        self._timer.timeout.connect(self._beat)
        self._timer.start(0)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append(((now - self._last) * 1000, self.doing))
        self._last = now


def _wait(holds: Callable[[], bool]) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if holds() else None)
    timer.start(0)
    loop.exec()


def _measure() -> list[tuple[str, str, list[float]]]:
    """Open a vault with many records in the real window; turn every page a few times."""
    from PySide6.QtWidgets import QApplication

    from app.preferences import Preferences
    from ui.application import open_window, prepare

    app = QApplication([])
    prepare(app)
    window = open_window(Preferences(language="en", theme="light"))
    window.show()
    pulse = Pulse(window)
    pulse.doing = "opening"
    window.enter(_opening, "Bench", failed=window.fail)
    _wait(lambda: window.place.is_open and not window.desk.busy)
    turns: dict[str, list[float]] = {step: [] for step in STEPS}
    for _ in range(TURNS):
        for step in STEPS:
            pulse.doing = step
            turns[step].append(_turn(window, step))
    window.close()
    longest = sorted(pulse.gaps, reverse=True)
    sys.stderr.write(f"longest gaps: {longest[:8]}\n")
    return [
        *((f"turn to {step}, {RECORDS:,} records, until all is drawn", "ms", turns[step]) for step in STEPS),
        ("longest time the window stood still meanwhile", "ms", [longest[0][0]]),
    ]


def _turn(window: "Window", step: str) -> float:
    began = time.perf_counter()
    window.go(step)
    _wait(lambda: not window.desk.busy)
    window.grab()
    return (time.perf_counter() - began) * 1000


@contextmanager
def _opening(_progress: "Progress") -> Iterator["Session"]:
    from app.journey.goal import set_goal
    from app.journey.opening import session_of
    from app.journey.records import import_paths
    from app.vault.vault import Vault

    with ExitStack() as open_:
        folder = Path(open_.enter_context(tempfile.TemporaryDirectory()))
        for number, raw in enumerate(badges(RECORDS)):
            (folder / f"{number}.json").write_bytes(raw)
        session = open_.enter_context(session_of(open_.enter_context(Vault.temporary())))
        import_paths(session, [folder])
        set_goal(session, "31-9092.00")
        yield session


if __name__ == "__main__":
    print(json.dumps(_measure()))
