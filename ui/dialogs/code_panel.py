"""A recovery code to keep: shown, copied, saved as a page of text, and confirmed before anything relies on it."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import PersonError
from app.files import write_file
from app.wording import Words
from app.wording.marking import marked
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.choices import Check
from ui.kit.fields import announce
from ui.kit.files import choose_new_file
from ui.kit.layouts import Flow, column, holding
from ui.kit.text import Paragraph, Text

WHY = marked(
    "Write this code down and keep it apart from this computer. If you forget the passphrase, only this code opens the "
    "vault. We cannot help you then. Whoever has the code and the vault can open it too."
)
PAPER = (
    marked("Recovery code for a Pathfolio vault"),
    marked("Vault: {name}"),
    marked("Made on: {day}"),
    "",
    "    {code}",
    "",
    marked("If you forget the passphrase, this code opens the vault. Nothing else does."),
    marked("Whoever has the code and the vault can open it. Keep the two apart."),
    marked("Print this page, put it in a safe place, and delete the file."),
)
"""The page of text, line by line."""


class CodePanel(QWidget):
    """The code and what to do with it; `kept` hears whether the learner says that they have it."""

    kept = Signal(bool)

    def __init__(self, guide: Guide, name: str, code: str, *, wrote: bool) -> None:
        super().__init__()
        look, words = guide.look, guide.words
        self.guide, self.name, self.code = guide, name, code
        shown = Text(look, code, "title")
        shown.setAccessibleName(words.text("Recovery code {code}", code=code))
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        shown.setObjectName("code-shown")
        card = Card(look, column(shown, margins=(16, 14, 16, 14)), ground="selected")
        copy = Button(look, words.text("Copy the code"), self._copy, icon="copy", name="copy-code")
        save = Button(look, words.text("Save as a text file"), self._save, icon="save", name="save-code")
        self.told = Text(look, "", "caption", "quiet")
        self.told.hide()
        check = Check(
            look, words.text("I wrote the code down, or saved it in a safe place."), name="wrote-down", checked=wrote
        )
        check.toggled.connect(self.kept)
        buttons = holding(Flow(copy, save, gap=look.px(10)))
        self.setLayout(column(Paragraph(look, words.text(WHY)), card, buttons, self.told, check, gap=look.px(12)))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.code)
        self._tell(self.guide.words.text("Copied."))

    def _save(self) -> None:
        words = self.guide.words
        start = Path.home() / words.text("Recovery code for {name}.txt", name=self.name.replace("/", "-"))
        choose_new_file(self, words.text("Save the recovery code"), words.text("Text (*.txt)"), start, self._write)

    def _write(self, path: Path) -> None:
        data = paper(self.guide.words, self.name, self.code, datetime.now().astimezone()).encode()
        saved = self.guide.words.text("Saved: {file}", file=str(path))
        self.guide.apart(
            lambda _progress: write_file(path, data),
            lambda _none: self._tell(saved),
            owner=self,
            failed=self._not_written,
        )

    def _not_written(self, error: Exception) -> None:
        if isinstance(error, PersonError):
            self._tell(self.guide.words.problem(error.code, error.values))
        else:
            self.guide.fail(error)

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()
        announce(self, words)


def paper(words: Words, name: str, code: str, day: datetime) -> str:
    """The page of text to print."""
    return "\n".join(words.text(line, name=name, code=code, day=day) if line else "" for line in PAPER) + "\n"
