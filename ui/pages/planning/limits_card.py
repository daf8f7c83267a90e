"""The learner's limits in a line above the plans, with the button that changes them."""

from collections.abc import Callable

from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.layouts import column, row
from ui.kit.text import Text


def limits_card(guide: Guide, limits: str, change: Callable[[], object]) -> Card:
    """A card that says the limits."""
    look, words = guide.look, guide.words
    said = Text(look, limits, "row", weight="bold")
    lines = column(Text(look, words.text("Your limits"), "caption", "quiet"), said)
    button = Button(
        look, words.text("Change"), change, kind="forward", size="small",
        says=words.text("Change your limits"), name="change-limits",
    )  # fmt: skip
    line = row(gap=look.px(14), margins=(look.px(14), look.px(6), look.px(8), look.px(6)))
    line.addLayout(lines, 1)
    line.addWidget(button)
    return Card(look, line)
