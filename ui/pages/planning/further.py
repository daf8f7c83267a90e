"""Below the plans: what records show finished, and the ways on: what if, why not everything, learning near."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.journey.plan.page import Planned
from app.journey.plan.view import ProvenRow
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Rule
from ui.kit.layouts import Flow, column, holding, row
from ui.kit.text import Pictured
from ui.pages.planning.doings import Doings
from ui.pages.planning.reading import Reading


def further(guide: Guide, found: Planned, read: Reading, do: Doings) -> list[QWidget]:
    """A line for each step that a record shows finished, then the buttons."""
    look, words = guide.look, guide.words
    names = {one.step.id: one.step.name for one in found.ways.proven}
    made = [_proven(guide, one, names[one.step], do) for one in found.view.proven]
    buttons = [
        _small(guide, words.text("What if…?"), partial(do.what_if, found), "route", "what-if"),
        _small(guide, words.text("Learning near you"), partial(_near, guide), "graduation-cap", "learning-near"),
    ]
    if found.view.not_taught:
        why = words.text("Why not everything?")
        buttons.insert(1, _small(guide, why, partial(read.why_not, found), "circle-help", "why-not"))
    pad = look.px(12)
    flow = column(holding(Flow(*buttons, gap=look.px(8))), margins=(pad, look.px(4), pad, pad))
    return [*made, Rule(look), holding(flow)]


def _small(guide: Guide, text: str, do: Callable[[], object], icon: str, name: str) -> Button:
    return Button(guide.look, text, do, kind="forward", icon=icon, size="small", name=name)


def _proven(guide: Guide, one: ProvenRow, name: str, do: Doings) -> QWidget:
    look, words = guide.look, guide.words
    no = Button(
        look, words.text("Not so"), partial(do.not_finished, one.step, name), size="small",
        says=words.text("It does not show that you finished {step}", step=name), name=f"not-finished-{one.step}",
    )  # fmt: skip
    pad = look.px(12)
    line = row(gap=look.px(8), margins=(pad, look.px(4), pad, look.px(4)))
    line.addWidget(Pictured(look, "check", one.sentence, "row", size=18), 1)
    line.addWidget(no)
    return holding(line)


def _near(guide: Guide) -> None:
    """The lists of courses that plans are made of."""
    from ui.dialogs import learning

    learning.open_dialog(guide)
