"""How many were sent, and how many came to what."""

from collections.abc import Mapping

from PySide6.QtWidgets import QGridLayout, QWidget

from app.wording.after import tiles
from ui.kit.card import Card
from ui.kit.layouts import row
from ui.kit.text import Icon, Text
from ui.pages.sent.looks import ICONS, tone_of
from ui.theme.look import Look

IN_A_ROW, AT_MOST, COMPACT, LARGE = 4, 5, 2, 1.5


class Tiles(QWidget):
    """A tile for all that was sent, and one for each outcome there is."""

    def __init__(self, look: Look, counts: Mapping[str, int]) -> None:
        super().__init__()
        shown = tiles(look.words, counts)
        roomy = IN_A_ROW if len(shown) <= IN_A_ROW else AT_MOST
        across = roomy if not look.compact else 1 if look.scale > LARGE else COMPACT
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px(12))
        for place, (code, number, words) in enumerate(shown):
            grid.addWidget(_tile(look, code, number, words), place // across, place % across)
        for place in range(across):
            grid.setColumnStretch(place, 1)


def _tile(look: Look, code: str, number: int, words: str) -> Card:
    shown = look.words.number(number)
    large = Text(look, shown, "price")
    large.setWordWrap(False)
    inside = row(gap=look.px(10), margins=(look.px(14), look.px(6), look.px(10), look.px(6)))
    inside.addWidget(Icon(look, ICONS[code], tone_of(code), size=22))
    inside.addWidget(large)
    inside.addWidget(Text(look, words, "row"), 1)
    card = Card(look, inside)
    card.setMinimumHeight(look.px(62))
    card.setAccessibleName(look.words.text("{number} {what}", number=number, what=words))
    return card
