"""One of two things that are given to be checked: a file, chosen or dropped, or text that is pasted."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.records.text import path_text
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.drop import DropOn, Dropped
from ui.kit.fields import Field, announce, text_edit
from ui.kit.files import choose_file
from ui.kit.layouts import Flow, column, holding, row
from ui.kit.ring import bring_into_view
from ui.kit.text import Marked, Paragraph, Pictured, Text

LINES = 3


@dataclass
class Side:
    """What was given: a file, a text, or nothing yet."""

    file: Path | None = None
    text: str = ""


@dataclass(frozen=True)
class SideTexts:
    """What stands there: a title with a sentence, a button and the title of its window, a field’s label and hint."""

    title: str
    says: str
    choose: str
    ask: str
    label: str
    hint: str


class GivenSide(Card):
    """Takes a file or a text into `kept`; what is wrong with it stands right here. `asking` are its controls."""

    def __init__(self, guide: Guide, kept: Side, texts: SideTexts, name: str, below: QWidget | None = None) -> None:
        look, words = guide.look, guide.words
        self.guide, self.kept, self.texts = guide, kept, texts
        self.choose = Button(look, texts.choose, self._choose, icon="folder-open", name=f"choose-{name}")
        says = words.text("Take this file away")
        self.away = Button(look, "", lambda: self.take(None), kind="quiet", icon="x", says=says, name=f"away-{name}")
        self.chosen = Pictured(look, "file", "", "row", weight="semibold")
        line = row(gap=look.px(8))
        line.addWidget(self.chosen, 1)
        line.addWidget(self.away)
        self.line = holding(line)
        self.wrong = Marked(look, "broken", "", "caption", "danger", size=16, weight="semibold")
        self.wrong.hide()
        self.edit = edit = text_edit(look, kept.text, lines=LINES)
        edit.setAcceptDrops(False)  # what is dropped on it goes to the whole side, a file too
        edit.textChanged.connect(lambda: self._type(edit.toPlainText()))
        self.field = Field(look, texts.label, edit, hint=texts.hint, name=f"text-{name}")
        self.asking = (self.choose, self.away, edit)
        margin = look.px(16)
        inside = column(
            Text(look, texts.title, "group"),
            Paragraph(look, texts.says, "row", "quiet"),
            holding(Flow(self.choose)),
            self.line,
            self.wrong,
            self.field,
            *([below] if below is not None else []),
            None,
            gap=look.px(8),
            margins=(margin, margin, margin, margin),
        )
        super().__init__(look, inside, ground="dashed")
        self.drops = DropOn(self, self._held, self._dropped)
        self._show_file()

    def take(self, file: Path | None) -> None:
        """Have another file, or none."""
        gone = self.kept.file is not None and file is None
        self.kept.file = file
        self.fault("")
        self._show_file()
        if file is not None:
            announce(self.choose, self.chosen.text())
        elif gone:
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def fault(self, words: str) -> None:
        """Say what is wrong, and leave the keyboard where it can be mended."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        self.choose.setAccessibleDescription(words)
        if words:
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self.choose, words)
            bring_into_view(self.wrong)

    def _show_file(self) -> None:
        file = self.kept.file
        self.chosen.setText(path_text(file.name) if file else "")
        self.line.setVisible(file is not None)

    def _type(self, text: str) -> None:
        self.kept.text = text
        self.fault("")

    def _choose(self) -> None:
        choose_file(self, self.texts.ask, self.guide.words.text("All files (*)"), self.take)

    def _held(self, number: int) -> None:
        self.on("dropping" if number else "dashed")

    def _dropped(self, found: Dropped) -> None:
        """Take the first of the files, or the text."""
        if found.files:
            self.take(found.files[0])
        elif found.text:
            self.edit.setPlainText(found.text)
