"""What every page has: one question, why it is asked, a body, perhaps a side, and what stands at the foot."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import RING, Card, Scroll
from ui.kit.dialog import Dialog
from ui.kit.fields import announce
from ui.kit.layouts import column, holding, row
from ui.kit.text import Heading, Pictured, Text

SIDE_GAP = 20


@dataclass(frozen=True)
class Action:
    """Something to press: its words and what it does. `off` says in words why it cannot be pressed now."""

    text: str
    do: Callable[[], object]
    icon: str = ""
    off: str = ""


@dataclass(frozen=True)
class Footer:
    """What stands at the foot of the window: the one next thing, a note beside it, and other things to do."""

    primary: Action | None = None
    note: str = ""
    extra: tuple[Action, ...] = ()


@dataclass(frozen=True)
class Side:
    """A panel at the side; where there is little room it is one bar, whose button opens the panel.

    `says` stands in the bar (`Page.side_says` changes it), `title` over the panel that was opened, else `says`.
    """

    panel: Callable[[], QWidget]
    width: int
    icon: str
    says: str
    button: str
    title: str = ""


@dataclass
class _Beside:
    """The page of a step as it stands on the screen now, for the panel that was opened over the one before."""

    page: "Page | None" = None

    def again(self) -> Dialog | None:
        """The panel as a dialog; None where it stands at the side of the page now."""
        page = self.page
        return page.side_dialog() if page is not None and isValid(page) and page.look.compact else None


class Page(QWidget):
    """One step of the journey. `foot_changed` says that the footer is another one now."""

    foot_changed = Signal()
    step = ""

    def __init__(self, guide: Guide, question: str, why: str, aside: QWidget | None = None) -> None:
        super().__init__()
        self.guide, self.look, self.words = guide, guide.look, guide.words
        self.heading = Heading(self.look, question)
        self.why = Text(self.look, why, "body", "quiet")
        self._aside = aside
        self._side: QWidget | None = None
        self._of_side: Side | None = None
        self._side_words: Pictured | None = None
        self._opened: Dialog | None = None
        self._foot = Footer()
        self.awaited = ""
        """What had the keyboard before the page was drawn anew, by its name in the program, if it was not there yet."""
        self.setAccessibleName(question)

    def arrive(self) -> None:
        """The page is shown: ask for what it draws."""

    def question(self, question: str, why: str) -> None:
        """Ask something else, when what is known has changed."""
        if question != self.heading.text() and self.heading.hasFocus():
            announce(self.heading, question)
        self.heading.setText(question)
        self.heading.setAccessibleName(question)
        self.why.setText(why)
        self.setAccessibleName(question)

    @property
    def footer(self) -> Footer:
        """What stands at the foot."""
        return self._foot

    def foot(self, footer: Footer) -> None:
        """Put something else at the foot."""
        self._foot = footer
        self.foot_changed.emit()

    def lay_out(self, body: QWidget, side: Side | None = None, below: QWidget | None = None) -> None:
        """Head, body and side; with little room all of it scrolls as one and the side is a bar.

        `below` stands under the body and does not scroll with it where there is room.
        """
        self._of_side = side
        self._beside().page = self
        look, edge = self.look, self.look.margin - RING  # what scrolls leaves room for rings at its own edges
        gap = look.px(14)
        if look.compact:
            self._side = self._bar(side) if side else None
            parts = [part for part in (self._side, body, below) if part is not None]
            inside = column(self._head(), *parts, None, gap=gap, margins=(edge, 12 - RING, edge, gap))
            self.setLayout(column(Scroll(holding(inside), self.heading.text())))
            return
        start = column(Scroll(body, self.heading.text()), *([below] if below is not None else []), gap=look.px(6))
        start.setStretch(0, 1)
        across = row(gap=look.px(SIDE_GAP) - 2 * RING)
        across.addLayout(start, 1)
        if side is not None:
            self._side = Scroll(side.panel(), side.title or side.says)
            self._side.setFixedWidth(look.px(side.width) + 2 * RING)
            across.addWidget(self._side)
        head = column(self._head(), margins=(RING, 0, RING, 0))
        self.setLayout(column(head, across, gap=gap - RING, margins=(edge, look.px(18), edge, gap - RING)))

    def show_side(self, *, shown: bool) -> None:
        """The side is there, or it is of no use now."""
        if self._side is not None:
            self._side.setVisible(shown)

    def close_side(self) -> None:
        """Close the panel where it was opened over the page."""
        if self._opened is not None and isValid(self._opened):
            self._opened.accept()

    def side_says(self, words: str) -> None:
        """Say something else in the bar that stands for the side."""
        if self._side_words is not None:
            self._side_words.setText(words)

    def lay_out_apart(self, body: QWidget) -> None:
        """Head, and a body whose parts scroll by themselves; with little room all of it scrolls as one."""
        if self.look.compact:
            self.lay_out(body)
            return
        look = self.look
        margins = (look.margin, look.px(18), look.margin, look.px(14))
        across = column(self._head(), body, gap=look.px(14), margins=margins)
        across.setStretchFactor(body, 1)
        self.setLayout(across)

    def _head(self) -> QWidget:
        words = column(self.heading, self.why, gap=self.look.px(2))
        if self._aside is None:
            return holding(words)
        if self.look.compact:
            words.setSpacing(self.look.px(8))
            alone = isinstance(self._aside, Button)
            words.addWidget(self._aside, 0, Qt.AlignmentFlag.AlignLeading if alone else Qt.AlignmentFlag(0))
            return holding(words)
        made = row(gap=self.look.px(16))
        made.addLayout(words, 1)
        made.addWidget(self._aside, 0, Qt.AlignmentFlag.AlignVCenter)
        return holding(made)

    def _bar(self, side: Side) -> QWidget:
        look = self.look
        opener = Button(look, side.button, lambda: self._open(side), kind="forward", name="open-side")
        words = self._side_words = Pictured(look, side.icon, side.says, "group", icon_tone="primary", size=20)
        inside = row(gap=look.px(12), margins=(look.px(16), look.px(8), look.px(10), look.px(8)))
        inside.addWidget(words, 1)
        inside.addWidget(opener)
        return Card(look, inside, ground="selected")

    def _open(self, _side: Side) -> None:
        dialog = self.side_dialog()
        if dialog is not None:
            self.guide.open(dialog, again=self._beside().again)

    def side_dialog(self) -> Dialog | None:
        """The panel at the side as a dialog; None where the page has none."""
        side = self._of_side
        if side is None:
            return None
        close = Button(self.look, self.words.text("Close"), kind="primary")
        self._opened = Dialog(self.look, side.title or side.says, side.panel(), [close])
        close.clicked.connect(self._opened.accept)
        return self._opened

    def _beside(self) -> _Beside:
        return self.guide.recall(f"side-{self.guide.step}", _Beside)
