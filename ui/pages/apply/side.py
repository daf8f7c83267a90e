"""What stands beside the table: the switches, what the reader will see, what stays home."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.journey.apply.choice import Switch as Choice
from app.journey.apply.choice_words import switch_name, switch_note
from app.journey.apply.standing import Open
from app.journey.apply.words import made_for_note, sees, sees_title, stays_home
from ui.guide import Guide
from ui.kit.card import Card, Rule
from ui.kit.choices import Switch
from ui.kit.layouts import clear, column, holding, row
from ui.kit.text import Pictured, Text

Throw = Callable[[Choice], object]


class SidePanel(QWidget):
    """Draws itself anew for each state of the application."""

    def __init__(self, guide: Guide, throw: Throw) -> None:
        super().__init__()
        self.guide, self.throw = guide, throw
        self.inside = QVBoxLayout()
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.setSpacing(guide.look.px(12))
        self.setLayout(self.inside)

    def draw(self, now: Open) -> None:
        """Show this."""
        clear(self.inside)
        self.inside.addWidget(_switches(self.guide, now, self.throw))
        self.inside.addWidget(_seen(self.guide, now))
        self.inside.addStretch(1)


def _margins(guide: Guide) -> tuple[int, int, int, int]:
    across, down = guide.look.px(16), guide.look.px(14)
    return (across, down, across, down)


def _switches(guide: Guide, now: Open, throw: Throw) -> Card:
    look, words = guide.look, guide.words
    title = Text(look, words.text("Skills first"), "title")
    lines = [_switch(guide, now, one, throw) for one in now.switches]
    return Card(look, column(title, *lines, gap=look.px(8), margins=_margins(guide)))


def _switch(guide: Guide, now: Open, one: Choice, throw: Throw) -> QWidget:
    look, words = guide.look, guide.words
    name = switch_name(words, one)
    note = switch_note(words, now.ready, now.table, one)
    switch = Switch(look, name, name=f"switch-{one.name}", checked=one.on)
    switch.setAccessibleDescription(note)
    switch.clicked.connect(partial(_thrown, throw, one))
    state = Text(look, words.text("On") if one.on else words.text("Off"), "caption", "primary" if one.on else "quiet")
    state.setFont(look.font("caption", "semibold" if one.on else "regular"))
    state.setWordWrap(False)
    head = row(gap=look.px(8))
    head.addWidget(Text(look, name, "row", weight="semibold"), 1)
    head.addWidget(state, 0, Qt.AlignmentFlag.AlignTop)
    texts = column(look.px(5), head, Text(look, note, "caption", "quiet"))
    line = row(gap=look.px(12))
    line.addWidget(switch, 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(texts, 1)
    return holding(line)


def _thrown(throw: Throw, one: Choice, *_checked: object) -> None:
    throw(one)


def _seen(guide: Guide, now: Open) -> Card:
    look, words, table = guide.look, guide.words, now.table
    lines = [
        Text(look, sees_title(words, table), "group"),
        *(Pictured(look, "eye", line, "row", icon_tone="primary") for line in _given(guide, now)),
        Rule(look),
        Text(look, words.text("Stays home"), "group"),
        *(Pictured(look, "house", line, "row", icon_tone="quiet") for line in stays_home(words, table)),
    ]
    note = Pictured(look, "lock", made_for_note(words, table, now.told), "caption", icon_tone="primary", size=16)
    made_for = Card(look, row(note, margins=(look.px(12), look.px(8), look.px(12), look.px(8))), ground="selected")
    return Card(look, column(*lines, look.px(4), made_for, gap=look.px(6), margins=_margins(guide)))


def _given(guide: Guide, now: Open) -> tuple[str, ...]:
    return sees(guide.words, now.table, name=now.draft.name)
