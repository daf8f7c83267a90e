"""One record as a card: what it is, who gave it, and each fact that was checked. Never a verdict on the whole."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.journey.records.cards import Fact, RecordCard
from app.journey.records.details import LONG_NAME
from app.records.text import one_line
from ui.kit.buttons import Button
from ui.kit.card import Card, Tile
from ui.kit.layouts import column, holding, row
from ui.kit.text import Marked, Text, Tone
from ui.theme.look import Look, Weight
from ui.theme.marks import FactMark

TITLE, FACTS = 230, 218
"""Widths of the title and of the first column of facts, in pixels at 100 % text."""
ROOM_FOR_A_FACT = 300
"""Pixels at 100 % text that a column of facts gets where the card has a line of its own for them."""
_SAID: dict[FactMark, tuple[Tone, Weight]] = {
    "yes": ("ink", "regular"),
    "not_checked": ("quiet", "regular"),
    "in_no_list": ("quiet", "regular"),
    "out_of_date": ("partly", "semibold"),
    "broken": ("danger", "semibold"),
}

Open = Callable[[str], object]


def record_card(look: Look, card: RecordCard, open_details: Open) -> QWidget:
    """The card; with little room its facts stand below what it is."""
    details = Button(
        look,
        look.words.text("Details"),
        lambda: open_details(card.key),
        kind="forward",
        size="small",
        icon_after="chevron-right",
        says=look.words.text("Details of {name}", name=brief(card.name)),
        name=details_name(card.key),
    )
    made = _compact(look, card, details) if look.compact else _wide(look, card, details)
    made.setAccessibleName(brief(card.name))
    return made


def brief(text: str) -> str:
    """A name as far as a card shows it; the details show the rest."""
    return one_line(text, LONG_NAME)


def details_name(key: str) -> str:
    """What the Details button of a record is called inside the program."""
    return f"details-{key}"


def _wide(look: Look, card: RecordCard, details: Button) -> Card:
    title = holding(_title(look, card))
    title.setFixedWidth(look.px(TITLE))
    inside = row(gap=look.px(14), margins=(look.px(16), look.px(16), look.px(14), look.px(16)))
    inside.addWidget(Tile(look, card.icon))
    inside.addWidget(title)
    inside.addLayout(_facts(look, card.facts, 2, first=look.px(FACTS)), 1)
    inside.addWidget(details)
    return Card(look, inside)


def _compact(look: Look, card: RecordCard, details: Button) -> Card:
    head = row(gap=look.px(12))
    head.addWidget(Tile(look, card.icon), 0, Qt.AlignmentFlag.AlignTop)
    head.addLayout(_title(look, card), 1)
    head.addWidget(details, 0, Qt.AlignmentFlag.AlignTop)
    columns = max(1, min(3, int(look.width / look.scale / ROOM_FOR_A_FACT)))
    inside = column(head, _facts(look, card.facts, columns), gap=look.px(12))
    inside.setContentsMargins(look.px(14), look.px(12), look.px(14), look.px(12))
    return Card(look, inside)


def _title(look: Look, card: RecordCard) -> QVBoxLayout:
    lines = [
        Text(look, brief(card.name), "title"),
        Text(look, brief(card.issuer), "row"),
        Text(look, card.line, "caption", "quiet"),
    ]
    if card.part_of:
        lines.append(Text(look, look.words.text("Part of {name}", name=brief(card.part_of)), "caption", "quiet"))
    return column(None, *lines, None, gap=look.px(1))


def _facts(look: Look, facts: Sequence[Fact], columns: int, first: int = 0) -> QGridLayout:
    """The facts, one column after the other, as they are read."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(look.px(12))
    grid.setVerticalSpacing(look.px(8))
    rows = -(-len(facts) // columns)
    for place, fact in enumerate(facts):
        grid.addWidget(fact_line(look, fact), 1 + place % rows, place // rows)
    for place in range(columns):
        grid.setColumnStretch(place, 0 if first and place == 0 else 1)
    if first:
        grid.setColumnMinimumWidth(0, first)
    grid.setRowStretch(0, 1)
    grid.setRowStretch(rows + 1, 1)
    return grid


def fact_line(look: Look, fact: Fact) -> Marked:
    """One fact: its mark and its short sentence."""
    tone, weight = _SAID[fact.mark]
    return Marked(look, fact.mark, fact.short, "row", tone, weight=weight)
