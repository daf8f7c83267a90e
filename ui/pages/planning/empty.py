"""What stands on the Plan page where there is no plan to show: why, and what to do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.layouts import Flow, centered, column, holding
from ui.kit.text import Icon, Text


def nothing_here(guide: Guide, icon: str, title: str, why: str, buttons: Sequence[Button] = ()) -> QWidget:
    """A picture, what there is not, what to do, and the buttons for it."""
    look = guide.look
    pad = look.px(16 if look.compact else 32)
    heading, told = Text(look, title, "title"), Text(look, why, "body", "quiet")
    for one in (heading, told):
        one.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    inside = column(centered(Icon(look, icon, size=40)), heading, told, gap=look.px(10), margins=(pad, pad, pad, pad))
    for button in buttons:
        inside.addLayout(centered(button))
    return Card(look, inside)


def no_goal(guide: Guide) -> QWidget:
    """Before a goal is chosen."""
    words = guide.words
    pick = Button(
        guide.look, words.text("Pick a goal"), lambda: guide.go("goal"), kind="primary", icon_after="arrow-right",
        name="mend",
    )  # fmt: skip
    why = words.text("Choose a goal first. Then we can look for ways to get there.")
    return nothing_here(guide, "flag", words.text("One step comes before this one"), why, [pick])


def stopped(guide: Guide, again: Callable[[], object]) -> QWidget:
    """After the search was canceled before anything was found."""
    words = guide.words
    button = Button(guide.look, words.text("Find plans"), again, kind="primary", icon="search", name="find-again")
    why = words.text("You stopped the search, so there is no plan yet. Nothing else has changed.")
    return nothing_here(guide, "route", words.text("No plan yet"), why, [button])


def no_ways(guide: Guide, why: str, limits: Callable[[], object]) -> QWidget:
    """Where no step is known that teaches what is missing, or nothing is left to learn."""
    look, words = guide.look, guide.words
    change = Button(look, words.text("Change your limits"), limits, kind="forward", name="empty-limits")
    other = Button(look, words.text("Look at other jobs"), lambda: guide.go("goal"), name="empty-goal")
    title = words.text("There is no way to draw yet")
    made = nothing_here(guide, "route", title, why)
    layout = made.layout()
    if layout is not None:
        layout.addWidget(holding(Flow(change, other, gap=look.px(10))))
    return made
