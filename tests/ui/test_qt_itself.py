"""What the Qt binding must hold for the program to stay alive."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

CALLS = 500


class _Teller(QObject):
    told = Signal(object, object)


def test_calls_into_qt_give_no_reference_away(qapp: QApplication) -> None:
    """PySide6 6.12.0 gave None and True away at every call on Python 3.11: after some thousands the program ended."""
    teller, widget = _Teller(), QWidget()
    teller.told.connect(lambda *_: None)
    before = [sys.getrefcount(one) for one in (None, True, False)]
    for _ in range(CALLS):
        teller.told.emit(None, True)
        widget.parentWidget()
        widget.setWindowTitle("")
        widget.isVisible()
    after = [sys.getrefcount(one) for one in (None, True, False)]
    assert all(now > was - CALLS / 10 for was, now in zip(before, after, strict=True)), (before, after)
