"""Beside the records: where to drop or choose files, and the sum of what was checked."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.journey.records.cards import Summary, Tally
from ui.kit.bars import TallyBar
from ui.kit.buttons import Button
from ui.kit.card import Card, Rule
from ui.kit.layouts import centered, clear, column, holding, row
from ui.kit.text import Icon, MarkAlone, Paragraph, Pictured, Text
from ui.theme.look import Look

WIDTH = 272


@dataclass(frozen=True)
class Adding:
    """The ways to add records."""

    files: Callable[[], object]
    folder: Callable[[], object]
    paste: Callable[[], object]
    check: Callable[[], object]


class DropArea(Card):
    """Where files can be let go, and the other ways to add some: dropping is never the only one."""

    def __init__(self, look: Look, add: Adding) -> None:
        super().__init__(look, ground="dashed")
        words = look.words
        self.setAccessibleName(words.text("Add records"))
        title = Text(look, words.text("Drop files here"), "title")
        says = Text(
            look,
            words.text("Any badge, course, certificate or letter that you got as a file."),
            "caption",
            "quiet",
        )
        for line in (title, says):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        files, *links = adding_buttons(look, add)
        inside = column(centered(Icon(look, "upload", size=28)), title, says, files, gap=look.px(8))
        inside.addLayout(column(*map(centered, links), gap=0))
        inside.setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(6))
        self.setLayout(inside)

    def held_over(self, *, held: bool) -> None:
        """Something is held over the page, or no more."""
        self.on("dropping" if held else "dashed")


def adding_buttons(look: Look, add: Adding) -> tuple[Button, ...]:
    """The ways that need no mouse, and a check that adds nothing."""
    words = look.words
    check = words.text("Check a file without keeping it")
    return (
        Button(look, words.text("Choose files…"), add.files, kind="forward", name="choose-files"),
        Button(look, words.text("Paste a link or text"), add.paste, kind="link", size="small", name="paste"),
        Button(look, words.text("Choose a whole folder…"), add.folder, kind="link", size="small", name="choose-folder"),
        Button(look, check, add.check, kind="link", size="small", name="check-file"),
    )


class Sum(Card):
    """How many facts are fine, not checked, and so on. It adds up, it does not judge.

    `online` asks whom to ask on the internet; None where nobody can be asked. It stays while the sum is drawn anew.
    """

    def __init__(self, look: Look, online: Callable[[], object] | None) -> None:
        super().__init__(look)
        self.inside = column(gap=look.px(7))
        below = _ask(look, online) if online is not None else _nobody_asked(look)
        margins = (look.px(16), look.px(14), look.px(16), look.px(12))
        self.setLayout(column(holding(self.inside), below, gap=look.px(10), margins=margins))

    def show_sum(self, total: Summary) -> None:
        """Add up anew."""
        look = self.look
        clear(self.inside)
        lines = [_tally(look, one) for one in total.tallies]
        self.inside.addWidget(Text(look, total.title, "title"))
        self.inside.addWidget(TallyBar(look, [(one.mark, one.number) for one in total.tallies], _said(look, total)))
        self.inside.addSpacing(look.px(2))
        for line in lines:
            self.inside.addWidget(line)
        if total.note:
            self.inside.addSpacing(look.px(2))
            self.inside.addWidget(Rule(look))
            self.inside.addWidget(Paragraph(look, total.note, "caption"))


def _ask(look: Look, online: Callable[[], object]) -> QWidget:
    words = look.words
    button = ask_button(look, online)
    says = Text(look, words.text("Uses the internet. You see first whom we would ask."), "caption", "quiet")
    return holding(column(button, says, gap=look.px(6)))


def ask_button(look: Look, online: Callable[[], object]) -> Button:
    """The way to the question whom to ask."""
    return Button(look, look.words.text("Check online now…"), online, kind="forward", icon="globe", name="check-online")


def newer_button(look: Look, newer: Callable[[], object]) -> Button:
    """The way to newer versions; it stands only where issuers may offer some."""
    says = look.words.text("Look for newer versions…")
    return Button(look, says, newer, kind="link", size="small", name="look-for-newer")


def _nobody_asked(look: Look) -> QWidget:
    says = look.words.text("In practice nobody is asked online: these websites are made up.")
    return Pictured(look, "globe", says, "caption", "quiet", size=16)


def _said(look: Look, total: Summary) -> str:
    """The sum in words: "21 are fine, 7 are not checked yet"."""
    words = look.words
    return words.list_of([words.text("{number} {text}", number=one.number, text=one.text) for one in total.tallies])


def _tally(look: Look, tally: Tally) -> QWidget:
    number = Text(look, look.words.number(tally.number), "row", weight="bold")
    number.setWordWrap(False)
    number.setMinimumWidth(look.px(26))
    number.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
    line = row(gap=look.px(10))
    line.addWidget(MarkAlone(look, tally.mark), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Text(look, tally.text, "row"), 1)
    return holding(line)
