"""Fields with their label, a hint and, where something is wrong, the reason beside them."""

import re

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from ui.kit.buttons import Button
from ui.kit.layouts import column, row
from ui.kit.ring import bring_into_view
from ui.kit.text import Marked, Text
from ui.theme.icons import picture
from ui.theme.look import Look

UNBROKEN = 1_000
"""Letters without a space from which on a line may end anywhere."""
Input = QLineEdit | QPlainTextEdit | QComboBox


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say something now; a window that is not shown yet says nothing."""
    if not widget.window().isVisible():
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class Field(QWidget):
    """A label, its input, a hint; `fault` shows what is wrong beside it and says it aloud."""

    def __init__(
        self, look: Look, label: str, edit: Input, *, hint: str = "", name: str = "", beside: QWidget | None = None
    ) -> None:
        super().__init__()
        self.look, self.edit, self._hint = look, edit, hint
        self.label = Text(look, label, "row", weight="semibold")
        self.label.setBuddy(edit)
        self.hint = Text(look, hint, "caption", "quiet")
        self.wrong = Marked(look, "broken", "", "caption", "danger", size=16, weight="semibold")
        for silent in (self.wrong, *(() if hint else (self.hint,))):
            silent.hide()  # what stands nowhere yet and is not hidden would come up as a window of its own
        edit.setAccessibleName(label)
        edit.setAccessibleDescription(hint)
        edit.setObjectName(name)
        if isinstance(edit, Secret):
            edit.shows.setAccessibleDescription(label)
        edit.setFont(look.font("body"))
        layout = column(self.label, edit, self.wrong, self.hint, gap=look.px(6), margins=(0, 4, 0, 4))
        if beside is not None:
            layout.insertWidget(2, beside)
        self.setLayout(layout)

    def fault(self, words: str) -> None:
        """Say what is wrong, beside the field and aloud; empty words take it back."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        self.edit.setAccessibleDescription(words or self._hint)
        self.edit.setProperty("fault", "true" if words else "false")
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)
        if words:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self.edit, words)
            QTimer.singleShot(0, self, self._show_fault)

    def _show_fault(self) -> None:
        """What is wrong is seen, also where it stands below what can be seen."""
        bring_into_view(self.wrong)


class Secret(QLineEdit):
    """An input that shows dots, with a button in it that shows what is typed; `capitals` hears of Caps Lock."""

    capitals = Signal(bool)

    def __init__(self, look: Look, text: str = "", *, show: str, hide: str, says: tuple[str, str]) -> None:
        super().__init__(text)
        self.look, self._words, self._says = look, (show, hide), says
        self.setFont(look.font("body"))
        self.setProperty("tall", "true")
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.shows = Button(look, show, self._turn, size="small", icon="eye", says=says[0], name="show-secret")
        self.shows.setAutoDefault(False)
        edge, room = look.px(8), self.shows.sizeHint().width() + look.px(12)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setLayout(row(None, self.shows, margins=(edge, 0, 0, 0) if mirrored else (0, 0, edge, 0)))
        self.setTextMargins(room if mirrored else 0, 0, 0 if mirrored else room, 0)

    def _turn(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Normal
        self.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)
        self.shows.setText(self._words[0 if hidden else 1])
        self.shows.setAccessibleName(self._says[0 if hidden else 1])
        self.shows.before = "eye" if hidden else "eye-off"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter that comes out large without Shift, or small with it, tells of Caps Lock."""
        super().keyPressEvent(event)
        letter = event.text()
        if letter.isalpha() and letter.upper() != letter.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.capitals.emit(letter.isupper() != shift)


class Asking(QLineEdit):
    """An input whose Enter does what belongs to it, and does not go on to the dialog's filled button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter; `returnPressed` hears it."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class Lines(QPlainTextEdit):
    """An input of several lines. Very long words may break anywhere: Qt takes minutes to wrap them otherwise."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._allow(text)
        self.setPlainText(text)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  Qt's name
        """Take in what is pasted or dropped."""
        self._allow(source.text())
        super().insertFromMimeData(source)

    def _allow(self, text: str) -> None:
        if re.search(rf"\S{{{UNBROKEN}}}", text):
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)


class Search(QLineEdit):
    """A one-line input to look for something, with a magnifier before what is typed."""

    def __init__(self, look: Look, text: str = "") -> None:
        super().__init__(text)
        self.side, self.start = look.px(18), look.px(12)
        self.glass = picture("search", look.colors.quiet, self.side)
        room = self.side + look.px(10)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(0 if mirrored else room, 0, room if mirrored else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then the magnifier."""
        super().paintEvent(event)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - self.start - self.side if mirrored else self.start
        painter = QPainter(self)
        painter.drawPixmap(left, (self.height() - self.side) // 2, self.glass)
        painter.end()


def line_edit(
    look: Look, text: str = "", *, placeholder: str = "", secret: bool = False, search: bool = False
) -> QLineEdit:
    """A one-line input; `secret` shows dots, `search` a magnifier."""
    edit = Search(look, text) if search else QLineEdit(text)
    edit.setFont(look.font("body"))
    edit.setPlaceholderText(placeholder)
    edit.setMinimumHeight(look.px(40))
    if secret:
        edit.setEchoMode(QLineEdit.EchoMode.Password)
    return edit


def text_edit(look: Look, text: str = "", *, lines: int = 5) -> QPlainTextEdit:
    """An input of several lines; Tab goes on to the next control."""
    edit = Lines(text)
    edit.setFont(look.font("body"))
    edit.setTabChangesFocus(True)
    edit.setMinimumHeight(look.px(24 * lines + 12))
    return edit


def tell_fault(control: QWidget, line: Text, words: str) -> None:
    """Say on a line what is wrong with what was given to a control, and put the keyboard where it can be mended."""
    line.setText(words)
    line.setVisible(bool(words))
    control.setAccessibleDescription(words)
    if words:
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(control, words)
        bring_into_view(line)
