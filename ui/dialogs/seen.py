"""What the reader of something sent saw: record by record, own words, and the file itself."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.applying.proof_forms import file_of
from app.files import write_file
from app.journey.after.facts import LedgerFacts
from app.journey.after.ledger import Entry, SeenRecord, file_text
from app.journey.after.lines import FactLine, fact_lines
from app.wording.giving import GIVES_AWAY
from ui.dialogs.form import Form
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, text_edit
from ui.kit.files import choose_new_file
from ui.kit.layouts import Flow, column, holding, row
from ui.kit.text import Paragraph, Pictured, Text

LONGEST = 200_000
"""Characters of the file that are shown; a saved copy has all of them."""
LINES = 10
WIDE, LABEL = 820, 220


class SeenForm(Form):
    """Everything that left the vault with one file. The file itself is shown when it is asked for."""

    def __init__(
        self, guide: Guide, entry: Entry, facts: LedgerFacts, named: str, ledger: Sequence[Entry], today: datetime
    ) -> None:
        super().__init__(guide)
        self.entry, self.facts, self.saw, self.named = entry, facts, facts.seen, named
        self.ledger, self.today = ledger, today
        self.open_file = False

    def draw(self) -> Dialog:
        """Records, own words, the file."""
        look, words, saw = self.guide.look, self.guide.words, self.saw
        why = words.text(
            "This was in the file you signed on {when}. Nothing else of your vault was in it. "
            "The page beside it has your name too, if you gave one.",
            when=saw.made_at.astimezone(),
        )
        parts: list[QWidget] = [Paragraph(look, why)]
        if saw.records:
            parts += [Text(look, words.text("Records"), "group"), *map(self._record, saw.records)]
        if saw.own_words:
            parts += [Text(look, words.text("In your own words"), "group"), *map(self._own, saw.own_words)]
        if not (saw.records or saw.own_words):
            parts.append(Paragraph(look, words.text("This file cannot be read any more. You can still save a copy.")))
        told = fact_lines(words, self.entry, self.facts, self.ledger, self.today)
        parts += [
            Text(look, words.text("What your list knows of it"), "group"),
            self._card(list(map(self._fact, told))),
        ]
        parts += [Text(look, words.text("The file itself"), "group"), *self._file()]
        close = Button(look, words.text("Close"), self.close, kind="primary", name="close")
        title = words.text("What they saw: {organisation}", organisation=self.named)
        body = holding(column(*parts, gap=look.px(10)))
        self._show_file()
        return self.lay_out(title, body, close, kind="tell", icon="eye", why=self.entry.title, wide=WIDE)

    def _record(self, one: SeenRecord) -> Card:
        look, words = self.guide.look, self.guide.words
        lines: list[QWidget] = [Text(look, one.name, "body", weight="semibold")]
        if one.issuer:
            lines.append(Text(look, words.text("Given by {organisation}", organisation=one.issuer), "row", "quiet"))
        if one.tells:
            told = words.list_of([words.text(GIVES_AWAY[code]) for code in one.tells])
            lines.append(Paragraph(look, words.text("It also told: {things}.", things=told), "row"))
        return self._card(lines)

    def _own(self, one: SeenRecord) -> Card:
        look, words = self.guide.look, self.guide.words
        lines: list[QWidget] = [Text(look, one.name, "body", weight="semibold")]
        if one.text and one.text != one.name:
            lines.append(Paragraph(look, words.text("You wrote: {text}", text=one.text), "row"))
        return self._card(lines)

    def _fact(self, one: FactLine) -> QWidget:
        """A label, and beside it (below it where there is little room) each sentence in a line of its own."""
        look = self.guide.look
        label = Text(look, one.label, "row", "quiet")
        says = column(*(Text(look, line, "row") for line in one.says), gap=look.px(2))
        if look.compact:
            return holding(column(label, says, margins=(0, look.px(4), 0, look.px(4))))
        label.setFixedWidth(look.px(LABEL))
        line = row(gap=look.px(14), margins=(0, look.px(4), 0, look.px(4)))
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(says, 1)
        return holding(line)

    def _card(self, lines: list[QWidget]) -> Card:
        look = self.guide.look
        return Card(look, column(*lines, gap=look.px(2), margins=(look.px(14), look.px(10), look.px(14), look.px(10))))

    def _file(self) -> list[QWidget]:
        look, words = self.guide.look, self.guide.words
        self.turn = Button(look, "", self._turn, name="turn-file")
        save = Button(look, words.text("Save a copy"), self._save, kind="forward", icon="save", name="save-copy")
        self.content = text_edit(look, lines=LINES)
        self.content.setReadOnly(True)
        self.file = Field(look, words.text("The file, as programs read it"), self.content, name="file-text")
        says = words.text("This is only its start. Save a copy to see all of it.")
        self.cut = Pictured(look, "info", says, "row", "quiet")
        text = words.text("Check what I sent")
        check = Button(look, text, self._check, kind="forward", icon="shield-check", name="check-sent")
        return [holding(Flow(self.turn, save, check, gap=look.px(10))), self.cut, self.file]

    def _show_file(self) -> None:
        words, shown = self.guide.words, self.open_file
        text = words.text("Hide the file") if shown else words.text("Show the file as it is")
        self.turn.before = "eye-off" if shown else "file-text"
        self.turn.setText(text)
        self.turn.setAccessibleName(text)
        self.turn.updateGeometry()
        self.content.setPlainText(file_text(self.saw.content[:LONGEST]) if shown else "")
        self.file.setVisible(shown)
        self.cut.setVisible(shown and len(self.saw.content) > LONGEST)

    def _turn(self) -> None:
        self.open_file = not self.open_file
        self._show_file()

    def _check(self) -> None:
        from ui.dialogs.read_back import open_sent

        open_sent(self.guide, self.entry, self.named)

    def _save(self) -> None:
        if self.dialog is None:
            return
        words = self.guide.words
        start = Path.home() / file_of("vp+jwt" if self.facts.proof == "vp+jwt" else "eddsa-rdfc-2022")[0]
        kinds = words.text("Signed file ({kinds})", kinds=f"*{start.suffix}")
        choose_new_file(self.dialog, words.text("Save a copy"), kinds, start, self._write)

    def _write(self, path: Path) -> None:
        saved = self.guide.words.text("Saved: {file}", file=str(path))
        content = self.saw.content
        self.guide.apart(
            lambda _progress: write_file(path, content), lambda _none: self.guide.tell(saved), owner=self.dialog
        )
