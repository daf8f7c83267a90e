"""What else is in one record: what it says the learner can do, what it is, and the records inside it."""

from collections.abc import Callable

from PySide6.QtWidgets import QLayout, QWidget

from app.journey.records.cards import RecordCard
from app.journey.records.details import About, Details
from ui.kit.buttons import Button
from ui.kit.card import Card, Plain, Tile
from ui.kit.layouts import Flow, column, holding, row
from ui.kit.parts import Parts
from ui.kit.text import Line, Pictured, Text
from ui.pages.record_card import brief
from ui.theme.look import Look

CHIPS = 40
"""Skills that are shown here; the next page has them all."""
LABEL = 200


def says_you_can(look: Look, found: Details) -> QWidget:
    """What the record says the learner can do, and whether it can be used."""
    words = look.words
    inside = column(gap=look.px(10), margins=(look.px(24), look.px(14), look.px(24), look.px(14)))
    if found.says:
        taken = words.text("Taken from the record. You have the last word on the next page.")
        inside.addLayout(
            _head(look, Text(look, words.text("It says you can"), "group"), Text(look, taken, "caption", "quiet"))
        )
        inside.addWidget(holding(Flow(*(_chip(look, one) for one in found.says[:CHIPS]), gap=look.px(8))))
        rest = len(found.says) - CHIPS
        if rest > 0:
            inside.addWidget(Text(look, words.count("And {number} more.", "And {number} more.", rest), "row", "quiet"))
    icon = "info" if found.usable else "ban"
    inside.addWidget(Pictured(look, icon, found.use, "caption", icon_tone="primary"))
    return Plain(look, look.colors.page, inside, line="above")


def _head(look: Look, title: Text, note: Text) -> QLayout:
    if look.compact:
        return column(title, note, gap=look.px(2))
    note.setWordWrap(False)
    return row(title, None, note, gap=look.px(12))


def _chip(look: Look, text: str) -> Card:
    margins = (look.px(13), look.px(4), look.px(13), look.px(4))
    return Card(look, row(Line(look, text, "row"), margins=margins), radius=16)


def more_about(look: Look, lines: tuple[About, ...]) -> QWidget:
    """Everything else that the record says, each with its label."""
    parts = Parts[tuple[int, About]](look, lambda one: _about(look, one[1]), gap=6, name="more-lines")
    parts.show_items(tuple(enumerate(lines)))
    title = Text(look, look.words.text("More about this record"), "group")
    return holding(column(title, parts, gap=look.px(8), margins=_margins(look)))


def _about(look: Look, about: About) -> QWidget:
    label, value = Text(look, about.label, "row", "quiet"), Text(look, about.value, "row")
    if look.compact:
        return holding(column(label, value))
    label.setFixedWidth(look.px(LABEL))
    line = row(gap=look.px(14))
    line.addWidget(label)
    line.addWidget(value, 1)
    return holding(line)


def inside_it(look: Look, cards: tuple[RecordCard, ...], open_details: Callable[[str], object]) -> QWidget:
    """The records that came inside this one."""
    words = look.words
    parts = Parts[RecordCard](look, lambda one: _inner(look, one, open_details), gap=8, name="more-inside")
    parts.show_items(cards)
    says = words.count("{number} record inside this one", "{number} records inside this one", len(cards))
    return holding(column(Text(look, says, "group"), parts, gap=look.px(8), margins=_margins(look)))


def _inner(look: Look, card: RecordCard, open_details: Callable[[str], object]) -> QWidget:
    words = look.words
    details = Button(
        look,
        words.text("Details"),
        lambda: open_details(card.key),
        kind="forward",
        size="small",
        icon_after="chevron-right",
        says=words.text("Details of {name}", name=brief(card.name)),
        name=f"inside-{card.key}",
    )
    line = row(gap=look.px(12), margins=(look.px(12), look.px(8), look.px(12), look.px(8)))
    line.addWidget(Tile(look, card.icon, side=36))
    line.addLayout(
        column(Text(look, brief(card.name), "row", weight="semibold"), Text(look, card.line, "caption", "quiet")), 1
    )
    line.addWidget(details)
    return Card(look, line)


def _margins(look: Look) -> tuple[int, int, int, int]:
    return (look.px(24), look.px(16), look.px(24), look.px(8))
