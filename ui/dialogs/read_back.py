"""What holds of a file that is read and not kept: a signed file, or records."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.journey.after.ledger import Entry
from app.journey.records.reading_back import Checked, ReadBack, check_file, check_sent
from ui.dialogs.form import Form
from ui.dialogs.record_answers import answers
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.dialog import Dialog
from ui.kit.files import choose_file
from ui.kit.layouts import column, holding
from ui.kit.text import Marked, Paragraph, Text
from ui.pages.record_card import brief
from ui.work.task import Work

MOST = 20
"""Records of one file that are shown."""


def ask_file(guide: Guide, owner: QWidget) -> None:
    """Ask for a file, then show what holds of it."""
    words = guide.words
    kinds = words.text("All files (*)")
    choose_file(owner, words.text("Which file shall we check?"), kinds, lambda file: open_file(guide, file))


def open_file(guide: Guide, file: Path) -> None:
    """Show what holds of a file."""
    words = guide.words
    _open(
        guide,
        words.text("Check of {file}", file=file.name),
        lambda session, _progress: check_file(session, words, file),
    )


def open_sent(guide: Guide, entry: Entry, named: str) -> None:
    """Show what holds now of what was sent."""
    words = guide.words
    title = words.text("Check of what you sent: {organisation}", organisation=named)
    _open(guide, title, lambda session, _progress: check_sent(session, words, entry))


def _open(guide: Guide, title: str, work: Work) -> None:
    def show(found: ReadBack) -> None:
        if guide.step:
            ReadBackForm(guide, title, found).open()

    guide.run(work, show, owner=None, saying=guide.words.text("Reading files"))


class ReadBackForm(Form):
    """Questions and answers; nothing to decide."""

    def __init__(self, guide: Guide, title: str, found: ReadBack) -> None:
        super().__init__(guide)
        self.title, self.found = title, found

    def draw(self) -> Dialog:
        """The signed file first, then each record."""
        look, words, found = self.guide.look, self.guide.words, self.found
        parts: list[QWidget] = []
        if found.questions:
            parts += [Text(look, words.text("The file as a whole"), "group"), self._about(found)]
            parts.append(Card(look, column(answers(look, found.questions, None))))
        for one in found.records[:MOST]:
            parts += [Text(look, brief(one.name), "group"), *self._issuer(one)]
            parts.append(Card(look, column(answers(look, one.questions, None))))
        rest = len(found.records) - MOST
        if rest > 0:
            parts.append(Text(look, words.count("And {number} more.", "And {number} more.", rest), "row", "quiet"))
        parts += [Marked(look, "not_checked", one, "row") for one in found.faults]
        close = Button(look, words.text("Close"), self.close, kind="primary", name="close")
        why = words.text("We only read this file. Nothing of it is kept in your vault.")
        body = holding(column(*parts, gap=look.px(10)))
        return self.lay_out(brief(self.title), body, close, kind="tell", icon="shield-check", why=why, wide=900)

    def _about(self, found: ReadBack) -> QWidget:
        words = self.guide.words
        if not found.holder:
            return Paragraph(self.guide.look, words.text("It does not say who shows it."), "row")
        return Paragraph(self.guide.look, words.text("It is shown by: {holder}.", holder=found.holder), "row")

    def _issuer(self, one: Checked) -> list[QWidget]:
        if not one.issuer:
            return []
        words = self.guide.words
        return [
            Text(self.guide.look, words.text("Given by {organisation}", organisation=brief(one.issuer)), "row", "quiet")
        ]
