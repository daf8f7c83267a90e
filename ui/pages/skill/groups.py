"""A group of skills as a card; it is built over turns of the event loop and keeps the lines that stay as they are."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtWidgets import QApplication, QWidget

from app.wording.skills import GROUPS
from ui.kit.buttons import Button
from ui.kit.card import Card, Rule
from ui.kit.fields import announce
from ui.kit.layouts import column, holding, inside, row
from ui.kit.text import Pictured, Text
from ui.pages.skill.lines import LineWords, SkillLine
from ui.theme.look import Look

FIRST = 12
"""How many lines of a group are shown until the learner asks for all."""


class GroupCard(Card):
    """One plain group; `full` hears that all of it is wanted, or its first lines alone."""

    def __init__(
        self, look: Look, code: str, icon: str, change: Callable[[str], object], full: Callable[[str, bool], object]
    ) -> None:
        super().__init__(look)
        self.code, self._change, self._full = code, change, full
        self.lines: dict[str, SkillLine] = {}
        self.title = look.words.text(GROUPS[code])
        name = Pictured(look, icon, self.title, "group", icon_tone="primary", size=18)
        self.count = Text(look, "", "caption", "quiet")
        self.count.setWordWrap(False)
        head = row(gap=look.px(12), margins=(look.px(17), look.px(4), look.px(16), look.px(4)))
        head.addWidget(name, 1)
        head.addWidget(self.count)
        top = holding(head)
        top.setMinimumHeight(look.px(33))
        self.room = column()
        self.more = Button(look, "", self._turn, kind="forward", size="small", name=f"all-{code}")
        self.below = holding(column(Rule(look), row(self.more, None, margins=_more_room(look))))
        self.below.hide()
        self._wanted, self._is_full = 0, False
        self.setLayout(column(top, self.room, self.below, margins=(0, 0, 0, look.px(1))))

    def show_lines(self, shown: Sequence[LineWords], *, of: int, full: bool) -> Iterator[None]:
        """Show these lines of so many, one for each step of the iterator."""
        self._wanted, self._is_full = of, full
        self._tell(of)
        keys = {one.key for one in shown}
        for key in [one for one in self.lines if one not in keys]:
            self._drop(key)
            yield
        for place, one in enumerate(shown):
            self._stand(place, one)
            yield

    def _stand(self, place: int, shows: LineWords) -> None:
        """The line of a skill stands at its place."""
        line = self.lines.get(shows.key)
        if line is not None and line.shows == shows:
            if self.room.indexOf(line) != place:
                self.room.insertWidget(place, line)
            return
        had_focus = line is not None and _has_focus(line)
        if line is not None:
            self._drop(shows.key)
        line = self.lines[shows.key] = SkillLine(self.look, shows, self._change, self.width())
        self.room.insertWidget(place, line)
        if had_focus:
            line.change.setFocus()

    def _drop(self, key: str) -> None:
        """Take a line away; its neighbour gets the keyboard if it had it."""
        line = self.lines.pop(key)
        at = self.room.indexOf(line)
        had_focus = _has_focus(line)
        self.room.removeWidget(line)
        if had_focus and self.room.count():
            beside = list(inside(self.room))[min(at, self.room.count() - 1)]
            if isinstance(beside, SkillLine):
                beside.change.setFocus()
        line.hide()
        line.deleteLater()

    def _tell(self, number: int) -> None:
        words = self.look.words
        self.count.setText(words.count("{number} skill", "{number} skills", number))
        self.below.setVisible(number > FIRST)
        if self._is_full:
            text = words.text("Show the first {number}", number=FIRST)
            says = words.text("Show the first {number}: {group}", number=FIRST, group=self.title)
        else:
            text = words.text("Show all {number}", number=number)
            says = words.text("Show all {number}: {group}", number=number, group=self.title)
        self.more.setText(text)
        self.more.setAccessibleName(says)

    def _turn(self) -> None:
        shown = FIRST if self._is_full else self._wanted
        told = self.look.words.text("{shown} of {total}", shown=shown, total=self._wanted)
        self._full(self.code, not self._is_full)
        announce(self, told)


def _has_focus(widget: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and widget.isAncestorOf(focus)


def _more_room(look: Look) -> tuple[int, int, int, int]:
    return (look.px(17), look.px(6), look.px(17), look.px(6))
