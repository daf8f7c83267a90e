"""A person with a keyboard and nothing else: Tab until the control that is wanted has the focus, then press it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QWidget
from window_driver import Driver

MOST_TABS = 400
"""Presses of Tab after which a control is taken to be out of reach."""
LOST = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window}


class Keyboard:
    """Presses keys as the system hands them to the window. Controls are known by their name, in any language."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    def tab(self, *, back: bool = False) -> QWidget:
        """Go on to the next control, or back; what has the keyboard then: in view, and known to a screen reader."""
        if back:
            self.driver.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        else:
            self.driver.key(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the keyboard"
        told = QAccessible.queryAccessibleInterface(focus)
        assert told.role() not in LOST, f"the keyboard is on {focus}, which nobody hears of"
        assert told.text(QAccessible.Text.Name), f"{focus} {focus.objectName()!r} has no name"
        assert not focus.visibleRegion().isEmpty(), f"{focus.accessibleName()!r} has the keyboard and is not in view"
        return focus

    def find(self, name: str) -> QWidget:
        """Tab to the control of a name: what it is called, how that begins (`…`), or its name in the program."""
        seen = list[str]()
        for _ in range(MOST_TABS):
            focus = self.tab()
            if _is_called(focus, name):
                return focus
            seen.append(focus.accessibleName())
            if len(seen) > 4 and seen[-2:] == seen[:2] and len(seen) > len(set(seen)) + 2:
                break
        raise AssertionError(f"Tab never comes to {name!r}; it came to {list(dict.fromkeys(seen))}")

    def press(self, name: str, key: Qt.Key = Qt.Key.Key_Space) -> None:
        """Tab to a control and press it."""
        focus = self.find(name)
        assert focus.isEnabled(), f"{name!r} is off"
        self.hit(key)

    def hit(self, key: Qt.Key) -> None:
        """Press a key, and wait for what comes of it."""
        self.driver.key(key)
        self.driver.settle()

    def write(self, name: str, words: str) -> None:
        """Tab to a field and type, in place of what stands there."""
        field = self.find(name)
        self.driver.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.driver.key(Qt.Key.Key_Delete)
        for letter in words:
            self.driver.key_of(letter)
        held = field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
        assert held == words

    def arrow_to(self, start: str, wanted: str, key: Qt.Key = Qt.Key.Key_Right) -> None:
        """Tab to one of several, then go on with an arrow to another of them."""
        focus: QWidget | None = self.find(start)
        for _ in range(12):
            if focus is not None and _is_called(focus, wanted):
                self.driver.settle()
                return
            self.driver.key(key)
            focus = QApplication.focusWidget()
        raise AssertionError(f"no arrow comes to {wanted!r}")

    def from_list(self, name: str, place: int) -> None:
        """Open the list of a button and choose from it with the arrows."""
        self.find(name)
        self.driver.key(Qt.Key.Key_Space)
        self.driver.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in range(len(menu.actions())):
            if menu.activeAction() is menu.actions()[place]:
                break
            self.driver.key_in(menu, Qt.Key.Key_Down)
        self.driver.key_in(menu, Qt.Key.Key_Return)
        self.driver.until(lambda: QApplication.activePopupWidget() is None)
        self.driver.window.activateWindow()  # as a window manager does
        self.driver.settle()


def _is_called(widget: QWidget, name: str) -> bool:
    called = widget.accessibleName()
    return name in (called, widget.objectName()) or (name.endswith("…") and called.startswith(name[:-1]))
