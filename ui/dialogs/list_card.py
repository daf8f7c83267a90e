"""One list of known issuers, or folder of pages, that is at hand: what it holds, since when, what to do with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from app.journey.issuers.at_hand import AtHand
from app.wording import Words
from app.wording import lists as lists_said
from app.wording.days import day
from app.wording.online import failure
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.layouts import Flow, column, holding, row
from ui.kit.text import Pictured, Text
from ui.pages.record_card import brief
from ui.theme.look import Look

SHOWN = 20
"""Lists of one list that are shown, each with what can be said of it."""


@dataclass(frozen=True)
class Does:
    """What the buttons do: take one out by its key and name; ask for one by its source, None where nobody is asked."""

    take_out: Callable[[str, str], object]
    ask: Callable[[str], object] | None


def list_card(look: Look, one: AtHand, place: int, today: datetime, does: Does) -> QWidget:
    """The card; the lists that it names stand below it, each with whether it could be looked in."""
    words = look.words
    name = brief(one.name) or words.text("Pages that came with this vault")
    lines = column(Text(look, name, "row", weight="semibold"), gap=look.px(2))
    if one.source.startswith("https://") and not one.source.removeprefix("https://").startswith(one.name):
        lines.addWidget(Text(look, one.source, "caption", "quiet"))
    for says in told(words, one, today):
        lines.addWidget(Text(look, says, "caption", "quiet"))
    for named in one.names[:SHOWN]:
        lines.addWidget(_named(look, named))
    if len(one.names) > SHOWN:
        rest = words.count("And {number} more.", "And {number} more.", len(one.names) - SHOWN)
        lines.addWidget(Text(look, rest, "caption", "quiet"))
    buttons = _buttons(look, one, name, place, does)
    margins = (look.px(14), look.px(8), look.px(12), look.px(8))
    if look.compact:
        below = [holding(Flow(*buttons, gap=look.px(8)))] if buttons else []
        return Card(look, column(holding(lines), *below, gap=look.px(6), margins=margins))
    line = row(gap=look.px(12), margins=margins)
    line.addLayout(lines, 1)
    for button in buttons:
        line.addWidget(button)
    return Card(look, line)


def told(words: Words, one: AtHand, today: datetime) -> tuple[str, ...]:
    """What it holds and since when, or why it cannot be looked in; and what came of asking for it last."""
    if one.kind == "list":
        number = one.number if one.counted else None
        lines = lists_said.told(words, one.sort, number, one.as_of, one.why, one.name)
        if one.failure and one.failed_at:
            why = failure(words, one.failure)
            lines += (words.text("Asked on {day}: {what}", day=one.failed_at.astimezone(), what=why),)
        return lines
    pages = words.count("{number} kept page", "{number} kept pages", one.number)
    if one.as_of is None:
        return (pages,)
    return (words.text("{number}. As of {day}.", number=pages, day=day(words, one.as_of.astimezone(), today)),)


def _named(look: Look, one: AtHand) -> QWidget:
    """A list that this one names."""
    words = look.words
    number = one.number if one.counted else None
    said = " ".join(lists_said.told(words, one.sort, number, one.as_of, one.why, one.name))
    if not one.why:
        said = words.text("{name}: {text}", name=brief(one.name), text=said)
    return Pictured(look, "check" if not one.why else "circle-help", said, "caption", "quiet", size=16)


def _buttons(look: Look, one: AtHand, name: str, place: int, does: Does) -> list[Button]:
    words, made = look.words, list[Button]()
    if one.asks and one.key and does.ask is not None:
        says = words.text("Ask for {name} now", name=name)
        ask = partial(does.ask, one.source)
        text = words.text("Ask now…")
        made.append(Button(look, text, ask, size="small", icon="globe", says=says, name=f"ask-list-{place}"))
    if one.key:
        says = words.text("Take out {name}", name=name)
        out = partial(does.take_out, one.key, name)
        made.append(Button(look, words.text("Take out"), out, size="small", says=says, name=f"take-out-{place}"))
    return made
