"""Fields with their label, a hint and, where something is wrong, the reason beside them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from ui.kit.layouts import column
from ui.kit.text import Marked, Text
from ui.theme.look import Look

Input = QLineEdit | QPlainTextEdit | QComboBox


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say something now."""
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
        self.hint.setVisible(bool(hint))
        self.wrong = Marked(look, "broken", "", "caption", "danger", size=16, weight="semibold")
        self.wrong.hide()
        edit.setAccessibleName(label)
        edit.setAccessibleDescription(hint)
        edit.setObjectName(name)
        edit.setFont(look.font("body"))
        layout = column(self.label, edit, self.wrong, self.hint, gap=look.px(6), margins=(4, 4, 4, 4))
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


def line_edit(look: Look, text: str = "", *, placeholder: str = "", secret: bool = False) -> QLineEdit:
    """A one-line input; `secret` shows dots."""
    edit = QLineEdit(text)
    edit.setFont(look.font("body"))
    edit.setPlaceholderText(placeholder)
    edit.setMinimumHeight(look.px(40))
    if secret:
        edit.setEchoMode(QLineEdit.EchoMode.Password)
    return edit


def text_edit(look: Look, text: str = "", *, lines: int = 5) -> QPlainTextEdit:
    """An input of several lines; Tab goes on to the next control."""
    edit = QPlainTextEdit()
    edit.setPlainText(text)
    edit.setFont(look.font("body"))
    edit.setTabChangesFocus(True)
    edit.setMinimumHeight(look.px(24 * lines + 12))
    return edit
