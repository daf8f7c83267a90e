"""What every widget is handed to draw itself: the theme's colors, the text size, the language, the room there is."""

from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtGui import QFont

from app.wording import Words
from ui.theme.colors import LIGHT, Colors

FAMILY = "Atkinson Hyperlegible Next"
COMPACT_BELOW = 1100
"""Pixels of width at 100 % text under which the rail folds and side panels become bars."""
QUESTION_SMALL = 36

Weight = Literal["regular", "semibold", "bold"]
Role = Literal["headline", "question", "price", "sheet", "title", "group", "body", "row", "caption", "label"]

WEIGHTS = {"regular": QFont.Weight.Normal, "semibold": QFont.Weight.DemiBold, "bold": QFont.Weight.Bold}
TYPE: dict[Role, tuple[int, int, Weight]] = {
    "headline": (36, 44, "bold"),
    "question": (28, 36, "bold"),
    "price": (26, 32, "bold"),
    "sheet": (23, 30, "bold"),
    "title": (20, 26, "semibold"),
    "group": (16, 24, "bold"),
    "body": (16, 24, "regular"),
    "row": (15, 22, "regular"),
    "caption": (14, 20, "regular"),
    "label": (13, 18, "regular"),
}
"""Size and line height in pixels at 100 % text, and weight."""


@dataclass(frozen=True)
class Look:
    """How to draw. A change of any part builds the window anew; nothing keeps an old look.

    `scale` is the text size (1–2); `width` the window's width in pixels. Nothing in the window moves by itself.
    """

    colors: Colors = LIGHT
    words: Words = field(default_factory=Words)
    scale: float = 1.0
    width: int = 1440

    @property
    def compact(self) -> bool:
        """Whether there is little room for this text size: one column, no rail."""
        return self.width / self.scale < COMPACT_BELOW

    @property
    def margin(self) -> int:
        """The page's margin left and right, in pixels."""
        return 16 if self.compact else 24

    def px(self, size: float) -> int:
        """Pixels at this text size."""
        return round(size * self.scale)

    def font(self, role: Role, weight: Weight | None = None) -> QFont:
        """The font of a role at this text size; `weight` where it differs from the role's own."""
        size, _, usual = TYPE[role]
        font = QFont(FAMILY)
        font.setPixelSize(self._size(role, size))
        font.setWeight(WEIGHTS[weight or usual])
        return font

    def _size(self, role: Role, size: int) -> int:
        wanted = self.px(size)
        return min(wanted, QUESTION_SMALL) if role == "question" and self.width < COMPACT_BELOW else wanted
