"""What Pathfolio promises, beside the door: a headline, three promises, the picture of the way."""

from PySide6.QtWidgets import QLayout

from app.wording.marking import marked
from ui.kit.card import Plain
from ui.kit.layouts import column, row
from ui.kit.text import Icon, Text
from ui.pages.door.hill import Hill
from ui.theme.look import Look

HEADLINE = marked("From what you can do to where you want to be.")
PROMISES = (
    ("laptop", marked("Works without the internet"), marked("Nothing leaves this computer unless you say so.")),
    ("lock", marked("Your records stay locked in your vault"), marked("Only your passphrase opens it. We cannot.")),
    ("eye", marked("You choose what anyone sees"), marked("Each time, the smallest set that does the job.")),
)


def promises(look: Look) -> QLayout:
    """The three, each with its icon."""
    lines = [
        row(
            column(look.px(2), Icon(look, icon, size=22), None),
            column(
                Text(look, look.words.text(name), "body", weight="semibold"),
                Text(look, look.words.text(why), "row", "quiet"),
                gap=look.px(2),
            ),
            gap=look.px(14),
        )
        for icon, name, why in PROMISES
    ]
    for line in lines:
        line.setStretch(1, 1)
    return column(*lines, gap=look.px(18))


def promise_panel(look: Look) -> Plain:
    """The panel at the side of the door, where there is room for it."""
    side = look.px(56)
    words = column(
        Text(look, look.words.text(HEADLINE), "headline"),
        look.px(32),
        promises(look),
        margins=(side, look.px(46), side, 0),
    )
    inside = column(words, look.px(24), Hill(look))
    inside.setStretch(2, 1)
    return Plain(look, look.colors.selected, inside, line="end")
