"""Making many widgets without the window standing still: a few in each turn of the event loop."""

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

TURN = 0.012
"""Seconds of making in one turn; laying out and painting what was made come on top."""


def in_turns(owner: QWidget, making: Iterable[Callable[[], object]]) -> None:
    """Do one after the other while `owner` is there, from the next turn on."""
    left = iter(making)
    timer = QTimer(owner, interval=0)
    timer.timeout.connect(lambda: None if _turn(left) else timer.stop())
    timer.start()


def _turn(left: Iterable[Callable[[], object]]) -> bool:
    """Make until the time is up; False when nothing is left."""
    ends = time.perf_counter() + TURN
    for make in left:
        make()
        if time.perf_counter() > ends:
            return True
    return False
