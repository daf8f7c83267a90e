"""What was found of something sent: who and for whom, what was asked, what was checked, and what could not be."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.files import write_file
from app.journey.received.given import Looked
from app.journey.received.page import AskedLine, ReceivedPage, RecordLine, SaysNo, Unchecked, received_page
from app.journey.received.text import received_lines
from app.journey.records.details import About, Question
from app.wording.received import NOT_A_NO, TITLES
from ui.dialogs.form import Form
from ui.dialogs.record_answers import fact_row
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card, Rule
from ui.kit.dialog import Dialog
from ui.kit.files import choose_new_file
from ui.kit.layouts import column, holding, row
from ui.kit.parts import PART, Parts
from ui.kit.text import Marked, Paragraph, Pictured, Text
from ui.pages.record_card import brief
from ui.theme.marks import FactMark

WIDE, TALL = 968, 820
LABEL = 252
NAMES = 8
"""Names of records that lack the same answer; the rest are counted."""


class ReceivedFound(Form):
    """One page to read and to save; nothing to decide."""

    def __init__(self, guide: Guide, found: Looked, file: Path | None) -> None:
        super().__init__(guide)
        self.found, self.file, self.shown = found, file, PART

    def draw(self) -> Dialog:
        """The page in the language there is now."""
        look, words = self.guide.look, self.guide.words
        self.page = page = received_page(words, self.found)
        parts: list[QWidget] = [
            self._verdict(page),
            *self._part("about", [self._about(page.about)]),
            *self._part("asked", self._rows([self._asked(one) for one in page.asked])),
            *self._part("checked", [self._whole(page.whole), self._records(page.records)]),
            *self._part("unchecked", self._rows([self._unchecked(one) for one in page.unchecked])),
            *([Paragraph(look, words.text(NOT_A_NO), "row", "quiet")] if page.unchecked else []),
            *self._part("unread", [Marked(look, "not_checked", one, "row") for one in page.unread]),
        ]
        save = Button(look, words.text("Save as text"), self._save, kind="forward", icon="save", name="save-found")
        close = Button(look, words.text("Close"), self.close, kind="primary", name="close")
        title = words.text("What we found: {file}", file=brief(self.file.name)) if self.file else ""
        return Dialog(
            look,
            title or words.text("What we found"),
            holding(column(*parts, gap=look.px(10))),
            [save, close],
            why=words.text("Checked on this computer alone, as of today."),
            head_icon="shield-check",
            wide=WIDE,
            tall=TALL,
        )

    def _part(self, title: str, inside: Sequence[QWidget]) -> list[QWidget]:
        """A title and what stands under it; nothing where there is nothing."""
        return [Text(self.guide.look, self.guide.words.text(TITLES[title]), "title"), *inside] if inside else []

    def _verdict(self, page: ReceivedPage) -> QWidget:
        """What it comes to, and all that says no."""
        look = self.guide.look
        margins = (look.px(16), look.px(12), look.px(16), look.px(12))
        if page.code == "practice":
            said: Text = Pictured(look, "triangle-alert", page.verdict, "body", "band_ink", weight="semibold")
            said.setObjectName("verdict")
            band = Card(look, column(said, margins=margins), ground="band")
            return holding(column(band, *map(self._says_no, page.says_no), gap=look.px(8)))
        said = Marked(look, _mark(page), page.verdict, "body", weight="semibold", size=24, gap=12)
        said.setObjectName("verdict")
        return Card(look, column(said, *map(self._says_no, page.says_no), gap=look.px(8), margins=margins))

    def _says_no(self, one: SaysNo) -> QWidget:
        return Marked(self.guide.look, one.mark, one.text, "row")

    def _about(self, lines: tuple[About, ...]) -> QWidget:
        look = self.guide.look
        return self._card([self._pair(Text(look, one.label, "row", "quiet"), one.value) for one in lines], gap=6)

    def _pair(self, label: Text, value: str) -> QWidget:
        look = self.guide.look
        says = Text(look, value, "row")
        if look.compact:
            return holding(column(label, says))
        label.setFixedWidth(look.px(LABEL))
        line = row(gap=look.px(14))
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(says, 1)
        return holding(line)

    def _asked(self, one: AskedLine) -> QWidget:
        look = self.guide.look
        name = Marked(look, one.shows, one.name, "row", weight="semibold", size=16)
        return self._pair(name, one.says)

    def _whole(self, questions: tuple[Question, ...]) -> QWidget:
        look = self.guide.look
        head = Text(look, self.guide.words.text(TITLES["whole"]), "group")
        return self._card([head, *(fact_row(look, one) for one in questions)])

    def _records(self, records: tuple[RecordLine, ...]) -> QWidget:
        parts = Parts[tuple[int, RecordLine]](
            self.guide.look, lambda one: self._record(one[1]), gap=10, name="more-found", asked=self._keep
        )
        parts.show_items(tuple(enumerate(records)), self.shown)
        return parts

    def _keep(self, shown: int) -> None:
        self.shown = shown

    def _record(self, one: RecordLine) -> QWidget:
        """Whose word it is first: a signature of one's own proves no more than that one said it."""
        look = self.guide.look
        first, *lines = one.lines
        by = (
            Text(look, first, "row", "quiet")
            if one.whose == "record"
            else Pictured(look, "user", first, "row", "partly", weight="semibold", icon_tone="partly")
        )
        said = column(Text(look, brief(one.name), "group"), by, *(Text(look, line, "row") for line in lines), gap=2)
        facts = [fact_row(look, question) for question in one.questions]
        return self._card([holding(said), Rule(look), *facts])

    def _unchecked(self, one: Unchecked) -> QWidget:
        words, names = self.guide.words, [brief(name) for name in one.of if name]
        shown = words.list_of(names[:NAMES])
        rest = len(names) - NAMES
        if rest > 0:
            shown = words.count("{names} and {number} more", "{names} and {number} more", rest, names=shown)
        return fact_row(self.guide.look, one.question, below=shown)

    def _rows(self, rows: list[QWidget]) -> list[QWidget]:
        return [self._card(rows)] if rows else []

    def _card(self, rows: Sequence[QWidget], gap: int = 8) -> Card:
        look = self.guide.look
        margins = (look.px(16), look.px(12), look.px(16), look.px(12))
        return Card(look, column(*rows, gap=look.px(gap), margins=margins))

    def _save(self) -> None:
        if self.dialog is None:
            return
        words = self.guide.words
        start = Path.home() / words.text("What we found.txt")
        choose_new_file(self.dialog, words.text("Save as text"), words.text("Text (*.txt)"), start, self._write)

    def _write(self, path: Path) -> None:
        words = self.guide.words
        text = "\n".join(received_lines(words, self.page)) + "\n"
        saved = words.text("Saved. You can print it from there: {file}", file=str(path))
        self.guide.apart(
            lambda _progress: write_file(path, text.encode("utf-8", "replace")),
            lambda _none: self._tell(saved),
            owner=self.dialog,
            failed=self._failed,
        )

    def _tell(self, words: str, *, wrong: bool = False) -> None:
        if self.dialog is not None:
            self.dialog.tell(words, wrong=wrong)

    def _failed(self, error: Exception) -> None:
        if sentence := self.said(error):
            self._tell(sentence, wrong=True)


def _mark(page: ReceivedPage) -> FactMark:
    """How the whole is painted: as the worst of what says no."""
    if page.code in {"refused", "says_no", "out_of_date"}:
        late = page.says_no and all(one.mark != "broken" for one in page.says_no)
        return "out_of_date" if late else "broken"
    return "yes" if page.code == "all_checked" else "not_checked"
