"""Drives the real window as people do: by what controls are called, by keys, by looking at what is shown."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.frame.window import Window
from ui.kit.parts import Parts
from ui.kit.turns import Turns

PATIENCE = 60_000
"""Milliseconds to wait for the worker on a slow, shared machine; nothing is asserted about speed."""


class Driver:
    """The window and what a person does with it. A fault that opened the bug dialog fails the test."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self.qtbot, self.window = qtbot, window
        self.bugs: list[Exception] = []
        self.meant = False
        """Whether a bug dialog that opens is meant to."""
        fail = window.fail

        def failed(error: Exception) -> None:
            if not hasattr(error, "code") and not self.meant:
                self.bugs.append(error)
            fail(error)

        window.fail = failed

    def raise_bugs(self) -> None:
        """Fail with the first bug that the window met."""
        if self.bugs:
            raise self.bugs[0]

    def settle(self) -> None:
        """Wait until no work is under way and everything that came of it is drawn."""
        for _ in range(2):  # what came of the first work may ask for more
            self.qtbot.waitUntil(lambda: not self.window.desk.busy, timeout=PATIENCE)
            QApplication.processEvents()
            self.qtbot.waitUntil(lambda: not self.building, timeout=PATIENCE)
        for _layout in range(3):  # what was drawn last is laid out, and what stands around it after that
            QApplication.processEvents()
        self.raise_bugs()

    @property
    def building(self) -> bool:
        """Whether something is still drawn over turns of the event loop."""
        parts = any(one.building for one in self.window.findChildren(Parts))
        return parts or any(one.busy for one in self.window.findChildren(Turns))

    @property
    def front(self) -> QWidget:
        """What a person can use now: the dialog that is open, else the window."""
        cover = self.window.cover
        return self.window if cover is None or not cover.isVisible() else cover.dialog

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=PATIENCE)
        self.raise_bugs()

    def shown(self, kind: type[QWidget] = QWidget) -> list[QWidget]:
        """Every visible widget of a kind, in the window."""
        return [one for one in self.window.findChildren(kind) if one.isVisible()]

    def texts(self) -> str:
        """Everything written on the screen, one text a line."""
        labels = [one.accessibleName() or one.text() for one in self.window.findChildren(QLabel) if one.isVisible()]
        buttons = [one.text() for one in self.window.findChildren(QAbstractButton) if one.isVisible()]
        return "\n".join(filter(None, [*labels, *buttons]))

    def button(self, name: str) -> QAbstractButton:
        """The one button that is called so; what lies under an open dialog cannot be pressed."""
        found = [
            one
            for one in self.front.findChildren(QAbstractButton)
            if one.isVisible() and name in (one.accessibleName(), one.text(), one.objectName())
        ]
        assert len(found) == 1, f"{len(found)} buttons called {name!r}; there are {self.button_names()}"
        return found[0]

    def object_names(self) -> list[str]:
        """Object names of the visible buttons."""
        return [one.objectName() for one in self.front.findChildren(QAbstractButton) if one.isVisible()]

    def button_names(self) -> list[str]:
        """What the visible buttons are called."""
        return [
            one.accessibleName() or one.text() for one in self.front.findChildren(QAbstractButton) if one.isVisible()
        ]

    def field(self, name: str) -> QLineEdit:
        """The one field that is called so."""
        found = [
            one
            for one in self.front.findChildren(QLineEdit)
            if one.isVisible() and name in (one.accessibleName(), one.objectName())
        ]
        assert len(found) == 1, f"{len(found)} fields called {name!r}"
        return found[0]

    def boxes(self) -> list[QPlainTextEdit]:
        """The visible inputs of several lines."""
        return [one for one in self.front.findChildren(QPlainTextEdit) if one.isVisible()]

    def label(self, name: str) -> QLabel:
        """The one visible text of an object name."""
        (found,) = [one for one in self.front.findChildren(QLabel, name) if one.isVisible()]
        return found

    def write(self, name: str, words: str) -> None:
        """Type into a field, in place of what stands there."""
        field = self.field(name)
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Backspace)
        if words.isascii():
            QTest.keyClicks(field, words)
        else:  # QTest has keys for ASCII alone; others come as from an input method
            field.insert(words)

    def choose(self, path: Path) -> None:
        """Name a file or folder in the system's window that asks for one."""
        self.until(lambda: self.window.findChild(QFileDialog) is not None)
        asking = self.window.findChild(QFileDialog)
        assert asking is not None
        name = asking.findChild(QLineEdit)
        assert name is not None
        name.setText(str(path))
        asking.accept()
        self.until(lambda: self.window.findChild(QFileDialog) is None)
        self.window.activateWindow()  # as a window manager does
        self.settle()

    def said_in_front(self) -> list[str]:
        """Every text of the dialog that is open, else of the window, as a screen reader hears it."""
        labels = [one for one in self.front.findChildren(QLabel) if one.isVisible()]
        return [one.accessibleName() or one.text() for one in labels]

    def paste(self, words: str) -> None:
        """Put text where the keyboard is, as pasting does."""
        edit = QApplication.focusWidget()
        assert isinstance(edit, QPlainTextEdit)
        edit.insertPlainText(words)

    def click(self, button: QWidget) -> None:
        """Click with the mouse, as the window gets it."""
        QTest.mouseClick(
            self.window.windowHandle(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            button.mapTo(self.window, button.rect().center()),
        )

    def press(self, name: str) -> None:
        """Click a button, wait for what comes of it."""
        button = self.button(name)
        assert button.isEnabled(), f"{name!r} is off"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def pick(self, name: str, choice: str) -> None:
        """Open the list of a button and choose from it, by keyboard."""
        button = self.button(name)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        self.until(lambda: QApplication.activePopupWidget() is not None)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        wanted = next(action for action in menu.actions() if action.text() == choice)
        menu.setActiveAction(wanted)
        QTest.keyClick(menu.windowHandle(), Qt.Key.Key_Return)  # as the system does, to the window
        self.until(lambda: QApplication.activePopupWidget() is None)
        self.window.activateWindow()  # as a window manager does
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key, as the keyboard does: the window gets it and hands it to where the focus is."""
        QTest.keyClick(self.window.windowHandle(), key, modifier)

    def key_in(self, widget: QWidget, key: Qt.Key) -> None:
        """Press a key where a window of its own is open, such as a menu."""
        QTest.keyClick(widget.windowHandle(), key)

    def key_of(self, letter: str) -> None:
        """Press the key of one ASCII letter."""
        QTest.keyClick(self.window.windowHandle(), letter)

    def type(self, words: str) -> None:
        """Type where the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the keyboard"
        QTest.keyClicks(focus, words)

    def focus_name(self) -> str:
        """What has the keyboard, by name."""
        focus = QApplication.focusWidget()
        return "" if focus is None else focus.accessibleName()

    def unlock(self, passphrase: str) -> None:
        """Open the vault that the door shows."""
        self.write("passphrase", passphrase)
        self.press("Unlock")
        self.until(lambda: self.window.place.is_open)
        self.settle()

    def practice(self, name: str = "Maya Torres") -> None:
        """Open a practice learner from the door."""
        self.settle()
        self.press("practice")
        if not self.window.place.is_open:
            self.press(name)
        self.settle()
        self.until(lambda: self.window.place.is_open)
        self.settle()
