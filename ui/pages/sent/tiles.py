"""How many were sent, and how many came to what."""

from collections.abc import Mapping

from PySide6.QtWidgets import QGridLayout, QWidget

from app.wording.after import tiles
from ui.kit.card import Card
from ui.kit.layouts import Flow, column, row
from ui.kit.text import Icon, Text
from ui.pages.sent.looks import ICONS, tone_of
from ui.theme.look import Look

IN_A_ROW, AT_MOST = 4, 5


class Tiles(QWidget):
    """A tile for all that was sent, and one for each outcome there is."""

    def __init__(self, look: Look, counts: Mapping[str, int]) -> None:
        super().__init__()
        told = tiles(look.words, counts)
        shown = [_tile(look, *one, beside=look.compact or len(told) <= IN_A_ROW) for one in told]
        if look.compact:
            self.setLayout(Flow(*shown, gap=look.px(8)))
            return
        across = IN_A_ROW if len(shown) <= IN_A_ROW else AT_MOST
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px(12))
        for place, tile in enumerate(shown):
            grid.addWidget(tile, place // across, place % across)
        for place in range(across):
            grid.setColumnStretch(place, 1)


def _tile(look: Look, code: str, number: int, words: str, *, beside: bool) -> Card:
    """The words stand beside the number, or below it where many tiles share the room."""
    shown = look.words.number(number)
    large = Text(look, shown, "title" if look.compact else "price", weight="bold")
    large.setWordWrap(False)
    inside = row(gap=look.px(10))
    inside.addWidget(Icon(look, ICONS[code], tone_of(code), size=22))
    inside.addWidget(large)
    name = Text(look, words, "row")
    name.setWordWrap(not look.compact)
    margins = (look.px(14), look.px(4), look.px(10), look.px(4))
    if beside:
        inside.addWidget(name, 1)
        inside.setContentsMargins(*margins)
        card = Card(look, inside)
    else:
        inside.addStretch(1)
        card = Card(look, column(inside, name, gap=0, margins=margins))
    card.setMinimumHeight(look.px(44 if look.compact else 56))
    card.setAccessibleName(look.words.text("{number} {what}", number=number, what=words))
    return card
