"""Before there is anything to apply for: a posting from a file, or typed into a form."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.fields import announce
from ui.kit.layouts import Flow, clear, column, holding, row
from ui.kit.text import Icon, Paragraph, Text
from ui.pages.apply.form_card import FormCard
from ui.pages.apply.left import left_title
from ui.pages.apply.memory import ApplyMemory
from ui.pages.apply.posting_file import FileCard

FILE_WIDTH = 300


@dataclass(frozen=True)
class StartActions:
    """What can be done here.

    Take a posting's file, paste its words, go on with a list left half-way or drop it, take the practice posting, let
    what is lost go.
    """

    file: Callable[[Path], object]
    paste: Callable[[], object]
    go_on: Callable[[], object]
    drop: Callable[[], object]
    practice: Callable[[], object]
    let_go: Callable[[], object]


class Start(QWidget):
    """Two ways to say what is applied for. `typed` hears every key, so that nothing typed is lost."""

    def __init__(self, guide: Guide, memory: ApplyMemory, do: StartActions) -> None:
        super().__init__()
        self.guide, self.look, self.words = guide, guide.look, guide.words
        self.memory, self.do = memory, do
        self.file = FileCard(guide, do.file, do.paste)
        self.form = FormCard(guide, memory.typed, _usual_name(memory))
        self.left_half = column()
        self.left = holding(self.left_half)
        side = column(self.left, self.file, *self._others(), None, gap=self.look.px(12))
        self.show_left()
        if self.look.compact:
            self.setLayout(column(holding(side), self.form, gap=self.look.px(12)))
            return
        narrow = holding(side)
        narrow.setFixedWidth(self.look.px(FILE_WIDTH))
        across = row(narrow, gap=self.look.px(16))
        across.addWidget(self.form, 1, Qt.AlignmentFlag.AlignTop)
        self.setLayout(across)

    def show_left(self) -> None:
        """A posting that was being put right can be gone on with; nothing stands there where none was."""
        look, words = self.look, self.words
        clear(self.left_half)
        title = left_title(self.guide)
        self.left.setVisible(title is not None)
        if title is None:
            return
        head = words.text("You were putting a posting right")
        says = words.text("Let it go: {name}", name=title or head)
        buttons = (
            Button(look, words.text("Go on"), self.do.go_on, kind="forward", icon="pencil", name="go-on-found"),
            Button(look, words.text("Let it go"), self.do.drop, icon="x", says=says, name="drop-found"),
        )
        self.left_half.addWidget(_card(self.guide, "list", head, title, *buttons))

    def _others(self) -> list[QWidget]:
        """What a practice learner can use, and the posting that was put aside."""
        look, words, step = self.look, self.words, self.memory.step
        found: list[QWidget] = []
        if step is not None and step.lost is not None:
            why = words.problem(step.lost.code, step.lost.values)
            gone = Button(look, words.text("Let it go"), self.do.let_go, icon="x", name="let-draft-go")
            found.append(_card(self.guide, "triangle-alert", words.text("Something could not be read"), why, gone))
        if step is not None and step.posting is not None:
            says = words.text(
                "{organisation} looks for: {title}", organisation=step.posting.organisation, title=step.posting.title
            )
            use = Button(
                look, words.text("Use the practice posting"), self.do.practice, kind="forward", name="practice-posting"
            )
            found.append(_card(self.guide, "briefcase", words.text("To practice"), says, use))
        if self.memory.before is not None:
            fill = Button(look, words.text("Correct the last one"), self._correct, icon="pencil", name="correct")
            title = words.text("Something was wrong?")
            found.append(_card(self.guide, "history", title, self.memory.before.wanted.title, fill))
        return found

    def _correct(self) -> None:
        if self.memory.before is not None:
            self.memory.typed.take(self.memory.before.wanted)
            self.form.show_typed()
            self.form.first.setFocus()
            announce(self, self.words.text("The form is filled in."))


def _usual_name(memory: ApplyMemory) -> str:
    typed = memory.typed.name
    return typed if typed is not None else memory.step.name if memory.step is not None else ""


def _card(guide: Guide, icon: str, title: str, says: str, *do: Button) -> Card:
    look = guide.look
    head = row(Icon(look, icon, size=20), gap=look.px(10))
    head.addWidget(Text(look, title, "group"), 1)
    inside = column(head, Paragraph(look, says, "row", "quiet"), holding(Flow(*do, gap=look.px(8))), gap=look.px(8))
    inside.setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(14))
    return Card(look, inside)
