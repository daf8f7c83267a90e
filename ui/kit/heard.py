"""Whoever listens for a click hears of a choice made by a screen reader, too: it toggles without a click."""

from PySide6.QtCore import QObject, QSignalBlocker, QTimer
from PySide6.QtWidgets import QAbstractButton, QRadioButton


class Heard(QObject):
    """Watches one checkable button. What the program itself checks goes through `quietly`, and nobody is told."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self.button = button
        self._waiting = QTimer(self, singleShot=True, interval=0)
        self._waiting.timeout.connect(self._tell)
        button.toggled.connect(self._toggled)
        button.clicked.connect(self._waiting.stop)

    def _toggled(self, on: bool) -> None:  # noqa: FBT001  Qt's own
        if on or not isinstance(self.button, QRadioButton):
            self._waiting.start()

    def _tell(self) -> None:
        """A click on a radio that is chosen changes nothing and tells its group; a check is told of as it stands."""
        if isinstance(self.button, QRadioButton):
            self.button.click()
        else:
            self.button.clicked.emit(self.button.isChecked())


def quietly(button: QAbstractButton, *, checked: bool) -> None:
    """Check or uncheck a button from the program."""
    with QSignalBlocker(button):
        button.setChecked(checked)
    button.update()
