"""What dialogs share that ask for something: they keep what is typed while the window is drawn anew, and can wait."""

from collections.abc import Callable
from typing import Literal

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import PersonError
from pathways.errors import PathwaysError
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, announce
from ui.kit.text import Pictured


class Form:
    """One dialog that asks. A kind of it makes the dialog in `draw`, out of what it keeps."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self._dialog: Dialog | None = None
        self._waiting = ""
        self._wait: Pictured | None = None
        self._held: QWidget | None = None

    def draw(self) -> Dialog:
        """Make the dialog for the look there is now."""
        raise NotImplementedError

    def open(self, on_close: Callable[[], object] | None = None) -> None:
        """Show it."""
        self.guide.open(self._drawn(), on_close, again=self._drawn)

    @property
    def dialog(self) -> Dialog | None:
        """The dialog as it stands on the screen; None once it is gone."""
        return self._dialog if self._dialog is not None and shiboken6.isValid(self._dialog) else None

    def close(self) -> None:
        """Done: take it away."""
        if self.dialog is not None:
            self.dialog.accept()

    def wait(self, saying: str) -> None:
        """Let nothing be pressed while the worker does what was asked, and say so; empty words end it."""
        self._waiting = saying
        if saying and self.dialog is not None:
            announce(self.dialog, saying)
        self._show_wait()

    def said(self, error: Exception) -> str:
        """A person's error as a sentence; empty where it is a bug, which opens its own dialog."""
        if isinstance(error, PersonError | PathwaysError):
            return self.guide.words.problem(error.code, error.values)
        self.guide.fail(error)
        return ""

    def lay_out(
        self,
        title: str,
        body: QWidget,
        primary: Button,
        *,
        cancel: str = "",
        back: Callable[[], object] | None = None,
        icon: str = "",
        why: str = "",
        kind: Literal["ask", "tell"] = "ask",
        wide: int = 640,
    ) -> Dialog:
        """The dialog with its buttons: cancel (or back) first, then the one thing to do; a line for waiting below."""
        look, words = self.guide.look, self.guide.words
        self._wait = Pictured(look, "hourglass", "", "row", "quiet")
        layout = body.layout()
        if layout is not None:
            layout.addWidget(self._wait)
        buttons = [primary]
        if back is not None:
            buttons.insert(0, Button(look, words.text("Back"), back, icon="arrow-left", name="form-back"))
        elif kind == "ask":
            buttons.insert(0, Button(look, cancel or words.text("Cancel"), name="form-cancel"))
        dialog = Dialog(look, title, body, buttons, head_icon=icon, why=why, wide=wide)
        if back is None and kind == "ask":
            buttons[0].clicked.connect(dialog.reject)
        return dialog

    def _drawn(self) -> Dialog:
        self._dialog = self.draw()
        self._show_wait()
        return self._dialog

    def _show_wait(self) -> None:
        if self.dialog is None:
            return
        if self._wait is not None:
            self._wait.setText(self._waiting)
            self._wait.setVisible(bool(self._waiting))
        # Qt would hand the keyboard on to Cancel, and a second press with it
        asking = [part for part in self.dialog.findChildren(QWidget) if part.property("asks")]
        focus, heading = QApplication.focusWidget(), self.dialog.heading
        if self._waiting and focus in asking:
            self._held = focus
            heading.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in asking:
            part.setEnabled(not self._waiting)
        held = self._held
        if not self._waiting and held is not None and held in asking and heading.hasFocus():
            held.setFocus(Qt.FocusReason.OtherFocusReason)


class FieldForm(Form):
    """One that asks with a field, made in `draw`, and says beside it what is wrong."""

    field: Field

    def fault(self, words: str) -> None:
        """Say what is wrong, where the dialog is still there; empty words take it back."""
        if self.dialog is not None:
            self.field.fault(words)

    def failed(self, error: Exception) -> None:
        """The work ended with a person's error, which is said, or a bug, which opens its own dialog."""
        self.wait("")
        if sentence := self.said(error):
            self.fault(sentence)


def asks(*parts: QWidget) -> None:
    """Mark what cannot be used while the form waits."""
    for part in parts:
        part.setProperty("asks", True)  # noqa: FBT003  Qt's own form
