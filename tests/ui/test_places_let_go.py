"""PySide is left nothing that stands for a place in a layout which Qt has freed: the program would end later."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QLayoutItem
from window_driver import Driver
from window_states import all_states

from ui.kit.layouts import Flow


def places() -> int:
    """How many places in layouts Python knows; those of a `Flow` are its own and go with it.

    Each kind of object is looked at once: there are half a million objects, and every page and dialog asks.
    """
    there = gc.get_objects()
    kinds = {type(one) for one in there}
    flows = {kind for kind in kinds if issubclass(kind, Flow)}
    loose = {kind for kind in kinds if issubclass(kind, QLayoutItem) and not issubclass(kind, QLayout)}
    own = {id(item) for one in there if type(one) in flows for item in one._items}
    return sum(type(one) in loose and id(one) not in own and shiboken6.isValid(one) for one in there)


@pytest.fixture
def new_things() -> Iterator[None]:
    """Leaves out of every look what was there before: the tests that ran here before this one leave millions."""
    assert places() == 0
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("new_things")
def test_no_page_or_dialog_leaves_a_place(driver: Driver) -> None:
    left = []
    for name in all_states(driver):
        driver.key(Qt.Key.Key_Tab)
        if places():
            left.append(name)
            break
    assert left == []


def test_another_look_leaves_no_place(driver: Driver) -> None:
    driver.practice()
    for size in (125, 100, 150, 100):
        driver.window.prefer(replace(driver.window.preferences, text_size=size))
        driver.settle()
    assert places() == 0


SWITCHING = """
import sys
from dataclasses import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.preferences import Preferences
from ui.application import open_window, prepare

app = QApplication([])
prepare(app)
window = open_window(Preferences(language="en", theme="light"))
window.show()
looks = [{"text_size": 125}, {"language": "es"}, {"text_size": 100}, {"language": "en"}] * 40
timer = QTimer(interval=10)

def turn():
    if looks:
        window.prefer(replace(window.preferences, **looks.pop()))
    else:
        window.close()

timer.timeout.connect(turn)
timer.start()
sys.exit(app.exec())
"""


def test_the_program_outlives_many_changes_of_its_look(tmp_path: Path) -> None:
    """In a program of its own: only a running Qt deletes what was drawn before, and a fault would end all tests."""
    apart = {
        **os.environ,
        "PATHFOLIO_DATA": str(tmp_path),
        "PYTHONPATH": os.pathsep.join([os.environ["PYTHONPATH"], str(Path(__file__).parents[2])]),
    }
    done = subprocess.run([sys.executable, "-c", SWITCHING], env=apart, capture_output=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
