"""How many were sent, and how many came to what."""

from collections.abc import Mapping

from PySide6.QtWidgets import QGridLayout, QWidget

from app.wording.after import tiles
from ui.kit.card import Card
from ui.kit.layouts import Flow, row
from ui.kit.text import Icon, Text
from ui.pages.sent.looks import ICONS, tone_of
from ui.theme.look import Look

IN_A_ROW = 4


class Tiles(QWidget):
    """A tile for all that was sent, and one for each outcome there is."""

    def __init__(self, look: Look, counts: Mapping[str, int]) -> None:
        super().__init__()
        shown = [_tile(look, *one) for one in tiles(look.words, counts)]
        if look.compact or len(shown) > IN_A_ROW:
            self.setLayout(Flow(*shown, gap=look.px(8)))
            return
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px(12))
        for place, tile in enumerate(shown):
            grid.addWidget(tile, 0, place)
        for place in range(IN_A_ROW):
            grid.setColumnStretch(place, 1)


def _tile(look: Look, code: str, number: int, words: str) -> Card:
    shown = look.words.number(number)
    large = Text(look, shown, "title" if look.compact else "price", weight="bold")
    large.setWordWrap(False)
    inside = row(gap=look.px(10), margins=(look.px(14), look.px(6), look.px(10), look.px(6)))
    inside.addWidget(Icon(look, ICONS[code], tone_of(code), size=22))
    inside.addWidget(large)
    name = Text(look, words, "row")
    name.setWordWrap(not look.compact)
    inside.addWidget(name, 1)
    card = Card(look, inside)
    card.setMinimumHeight(look.px(44 if look.compact else 52))
    card.setAccessibleName(look.words.text("{number} {what}", number=number, what=words))
    return card
