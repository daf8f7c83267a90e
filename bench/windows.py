"""The window: its start beside an empty one, turning pages with many records, and how long it ever stands still."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

from bench.journey import RECORDS
from bench.timing import Peer, Row, Spread, spread

GROUP = "Window (offscreen)"
STARTS = 7
IMPORTS = 3
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
    with tempfile.TemporaryDirectory() as folder:
        walked = [sys.executable, "-m", "bench.journey"]
        done = subprocess.run(walked, env=_installed(folder), stdout=subprocess.PIPE, check=True)
    found = json.loads(done.stdout)
    for step, values in found["turns"].items():
        yield Row(GROUP, f"turn to {step}, {RECORDS:,} records, until all is drawn", "ms", spread(values))
    yield Row(GROUP, "longest time the window stood still on the way", "ms", spread(found["longest"]))
    yield from _imports()


def _imports() -> Iterator[Row]:
    """An import of many kinds through the window, a few times anew."""
    times = list[dict[str, float]]()
    for _ in range(IMPORTS + 1):
        with tempfile.TemporaryDirectory() as folder:
            run = [sys.executable, "-m", "bench.importing"]
            done = subprocess.run(run, env=_installed(folder), stdout=subprocess.PIPE, check=True)
        times.append(json.loads(done.stdout))
    what = f"import {RECORDS:,} records of ten kinds"
    took, still = (spread([one[name] for one in times[1:]]) for name in ("took", "longest"))
    yield Row(GROUP, f"{what}, until all is checked and drawn", "ms", took)
    yield Row(GROUP, f"{what}: longest time the window stood still", "ms", still)


def _installed(folder: str) -> dict[str, str]:
    """As installed programs run: compiled, in the rounds that count for nothing. Without a screen or preferences."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    here = {"QT_QPA_PLATFORM": "offscreen", "PATHFOLIO_DATA": folder, "PYTHONPYCACHEPREFIX": folder}
    return {**kept, **here}


def _starts() -> tuple[Spread, Spread]:
    """Rounds of both in turn, after one of each that counts for nothing."""
    both = ("pathfolio", "empty")
    with tempfile.TemporaryDirectory() as folder:
        pairs = [{name: _start(name, _installed(folder)) for name in both} for _ in range(STARTS + 1)][1:]
    ours, empty = ([pair[name] for pair in pairs] for name in both)
    return spread(ours), spread(empty)


def _start(which: str, env: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", FIRST, which], env=env, check=True, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000
