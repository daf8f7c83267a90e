"""Ending in good order when the system asks the program to end: the vault is locked, and practice leaves nothing."""

import os
import signal
import sys

from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtWidgets import QWidget

ASKING = ("SIGTERM", "SIGHUP")
AT_ONCE = 64


def end_when_asked(window: QWidget) -> None:
    """Close the window and end at the system's signal; Windows asks the window itself.

    Python hears of a signal only between two steps of its own, and none comes while Qt waits: a pipe wakes Qt.
    """
    if sys.platform == "win32":
        return
    heard, told = os.pipe()
    os.set_blocking(told, False)
    signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    waking = QSocketNotifier(heard, QSocketNotifier.Type.Read, window)
    waking.activated.connect(lambda *_: os.read(heard, AT_ONCE))

    def close(*_: object) -> None:
        window.close()
        QCoreApplication.quit()

    for name in ASKING:
        asking = getattr(signal, name)
        if signal.getsignal(asking) is not signal.SIG_IGN:  # as where it was started to outlive its terminal
            signal.signal(asking, close)
