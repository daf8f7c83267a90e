"""Is a record about the learner: how it names someone, and the learner's word that this is them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from app.journey.records.about_you import Named
from app.wording.addresses import readable
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.fields import Asking, Field
from ui.kit.layouts import Flow, column, holding, row
from ui.kit.text import Text
from ui.theme.look import Look

MOST = 8
"""Ways of naming someone that are asked about: a record that has more is no help to anybody."""


@dataclass(frozen=True)
class Saying:
    """What the learner can say: that a text is theirs, and that it is not. A field hears if what was typed is wrong."""

    mine: Callable[[str, Field | None], object]
    not_mine: Callable[[str], object]


def about_you(look: Look, ways: tuple[Named, ...], say: Saying) -> QWidget | None:
    """A panel that asks; None where the record needs no word of the learner."""
    lines = [_line(look, place, one, say) for place, one in enumerate(ways[:MOST])]
    if not lines:
        return None
    margins = (look.px(14), look.px(10), look.px(14), look.px(10))
    return Card(look, column(*lines, gap=look.px(10), margins=margins), ground="selected")


def _line(look: Look, place: int, named: Named, say: Saying) -> QWidget:
    if named.yours:
        return _said(look, place, named, say)
    return _asked(look, place, named, say) if named.text else _typed(look, place, named, say)


def _said(look: Look, place: int, named: Named, say: Saying) -> QWidget:
    words = look.words
    says = Text(look, words.text("You said that “{text}” is you.", text=readable(words, named.yours)), "row")
    button = Button(
        look,
        words.text("That is not me"),
        partial(say.not_mine, named.yours),
        size="small",
        icon="undo-2",
        says=words.text("“{text}” is not me", text=readable(words, named.yours)),
        name=f"not-mine-{place}",
    )
    return _beside(look, says, button)


def _asked(look: Look, place: int, named: Named, say: Saying) -> QWidget:
    words = look.words
    button = Button(
        look,
        words.text("Yes, that is me"),
        partial(say.mine, named.text, None),
        kind="forward",
        size="small",
        icon="check",
        says=words.text("Yes, “{text}” is me", text=readable(words, named.text)),
        name=f"mine-{place}",
    )
    return _beside(look, Text(look, named.question, "row", weight="semibold"), button)


def _typed(look: Look, place: int, named: Named, say: Saying) -> QWidget:
    """What the record keeps secret is typed, and compared."""
    edit = Asking()
    edit.setMinimumHeight(look.px(40))
    hint = look.words.text("We compare what you type with the record. It stays in your vault.")
    says = look.words.text("Compare what I typed with the record")
    text = look.words.text("Compare")
    compare = Button(look, text, kind="forward", size="small", says=says, name=f"compare-{place}")
    field = Field(look, named.question, edit, hint=hint, name=f"yours-{place}", beside=holding(Flow(compare)))
    compare.clicked.connect(lambda: say.mine(edit.text(), field))
    edit.returnPressed.connect(lambda: say.mine(edit.text(), field))
    return field


def _beside(look: Look, says: Text, button: Button) -> QWidget:
    if look.compact:
        return holding(column(says, holding(Flow(button)), gap=look.px(8)))
    line = row(gap=look.px(14))
    line.addWidget(says, 1)
    line.addWidget(button)
    return holding(line)
