"""The application before anything is signed: the page they read, and what the signed file holds."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.applying.documents import Answer, Application, Sent
from app.journey.apply.page import Preview, preview
from app.journey.apply.standing import Open
from app.journey.apply.words import file_holds
from app.journey.papers import labels
from app.wording import Words
from app.wording.papers import APPLICATION
from ui.dialogs.form import Form
from ui.guide import Guide
from ui.kit.bars import EvidenceMarks
from ui.kit.buttons import Button
from ui.kit.card import Card, Rule
from ui.kit.choices import Segments
from ui.kit.dialog import Dialog
from ui.kit.layouts import clear, column, holding, row
from ui.kit.text import Marked, Paragraph, Pictured, Text
from ui.pages.apply.memory import How
from ui.pages.apply.table import MARKS
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session


class PreviewForm(Form):
    """Two parts: the readable page, and the file line by line. Asked for anew in another language."""

    def __init__(self, guide: Guide, how: How, now: Open) -> None:
        super().__init__(guide)
        self.how, self.now = how, now
        self.part = 0
        self.shown: Preview | None = None
        self.language = ""

    def show(self) -> None:
        """Make the preview, then open."""
        self._ask(self.open)

    def _ask(self, done: Callable[[], object]) -> None:
        words, now = self.guide.words, self.now
        speak, making = self.how.words(words), self.how.making(words)

        def work(session: "Session", _progress: Progress) -> Preview:
            return preview(session, speak, now.ready, name=now.draft.name, making=making)

        def found(shown: Preview) -> None:
            self.shown, self.language = shown, words.language
            done()

        self.guide.run(work, found, owner=None, saying=words.text("Making the preview"))

    def draw(self) -> Dialog:
        """The part that is chosen."""
        look, words = self.guide.look, self.guide.words
        if self.language != words.language:
            self._ask(self._again)
        parts = [
            ("preview-page", words.text("The page they read")),
            ("preview-file", words.text("What the file holds")),
        ]
        body = holding(column(Segments(look, parts, self._turn, chosen=self.part), gap=look.px(12)))
        self.room = QVBoxLayout()
        inside = body.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addWidget(holding(self.room))
        self._fill()
        close = Button(look, words.text("Close"), kind="primary", name="close-preview")
        dialog = self.lay_out(
            words.text("Before you sign"),
            body,
            close,
            icon="eye",
            why=words.text("Nothing is signed yet."),
            kind="tell",
            wide=820,
        )
        close.clicked.connect(dialog.accept)
        return dialog

    def _again(self) -> None:
        if self.dialog is not None:
            self._fill()

    def _turn(self, part: int) -> None:
        self.part = part
        self._fill()

    def _fill(self) -> None:
        clear(self.room)
        if self.shown is not None:
            speak = self.how.words(self.guide.words)
            self.room.addWidget(self._file(self.shown) if self.part else _page(self.guide, speak, self.shown.page))

    def _file(self, shown: Preview) -> QWidget:
        look, words = self.guide.look, self.guide.words
        lines = [
            Pictured(look, "file-text", line, "row", icon_tone="quiet")
            for line in file_holds(words, self.now.table, shown)
        ]
        why = Paragraph(
            look,
            words.text("All that stands here goes to the reader. Nothing else of yours is in the file."),
            "row",
            "quiet",
        )
        return holding(column(why, *lines, gap=look.px(10)))


def _page(guide: Guide, words: Words, page: Application) -> QWidget:
    """The readable page, drawn with plain widgets, in the language of the papers."""
    look, labeled = guide.look, labels(words, APPLICATION)
    for_whom = words.text("{title}, {organisation}", title=page.title, organisation=page.organisation)
    parts = [
        *_practice(guide, labeled, page),
        Text(look, page.name, "question"),
        Text(look, for_whom, "group"),
        Text(look, page.made_on, "caption", "quiet"),
        Paragraph(look, page.summary),
        Rule(look),
        Text(look, labeled["answers"], "title"),
        *(_answer(guide, one) for one in page.answers),
    ]
    if page.own_words:
        parts += _titled(guide, labeled["own_words"], labeled["own_words_note"])
        for said in page.own_words:
            parts += [Text(look, said.about, "row", weight="semibold"), Paragraph(look, said.text, "row")]
    if page.sent:
        parts += _titled(guide, labeled["sent"], labeled["sent_note"])
        parts += [_sent(guide, one) for one in page.sent]
    margins = (look.px(22), look.px(18), look.px(22), look.px(18))
    return Card(look, column(*parts, gap=look.px(8), margins=margins))


def _practice(guide: Guide, labeled: Mapping[str, str], page: Application) -> list[QWidget]:
    """The band of a made-up learner's page."""
    look = guide.look
    band = Text(look, labeled["practice"], "row", "band_ink", weight="bold")
    note = Text(look, labeled["practice_sentence"], "caption", "band_ink")
    return [Card(look, column(band, note, margins=(14, 8, 14, 8)), ground="band")] if page.practice else []


def _titled(guide: Guide, title: str, note: str) -> list[QWidget]:
    look = guide.look
    return [Rule(look), Text(look, title, "title"), Paragraph(look, note, "row", "quiet")]


def _answer(guide: Guide, one: Answer) -> QWidget:
    look = guide.look
    asked = column(Text(look, one.asked, "row", weight="semibold"))
    if one.note:
        asked.addWidget(Text(look, one.note, "caption", "quiet"))
    shown = column(Marked(look, MARKS[one.state], one.shown_by, "row", size=16, gap=9), gap=look.px(2))
    if one.detail:
        shown.addWidget(Text(look, one.detail, "caption", "quiet"))
    sure = row(EvidenceMarks(look, one.evidence), gap=look.px(8))
    sure.addWidget(Text(look, one.evidence_words, "caption", "quiet"), 1)
    shown.addLayout(sure)
    if look.compact:
        asked.addLayout(shown)
        return holding(asked)
    line = row(gap=look.px(16))
    line.addLayout(asked, 2)
    line.addLayout(shown, 3)
    return holding(line)


def _sent(guide: Guide, one: Sent) -> QWidget:
    look = guide.look
    facts = ", ".join(part for part in (one.issuer, *one.facts) if part)
    title = Pictured(look, "award", one.title, "row", icon_tone="quiet", weight="semibold")
    return holding(column(title, *([Text(look, facts, "caption", "quiet")] if facts else [])))
