"""What stands on the Plan page where there is no plan to show: why, and what to do."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.journey.steps import First
from ui.dialogs.people import meet
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.empty import Empty, first_needed


def no_goal(guide: Guide) -> QWidget:
    """Before a goal is chosen."""
    return first_needed(guide, First("goal_first", "goal"), lambda: meet(guide))


def stopped(guide: Guide, again: Callable[[], object]) -> QWidget:
    """After the search was canceled before anything was found."""
    words = guide.words
    button = Button(guide.look, words.text("Find plans"), again, kind="primary", icon="search", name="find-again")
    why = words.text("You stopped the search, so there is no plan yet. Nothing else has changed.")
    return Empty(guide.look, "route", words.text("No plan yet"), why, [button])


def no_ways(guide: Guide, why: str, limits: Callable[[], object]) -> QWidget:
    """Where no step is known that teaches what is missing, or nothing is left to learn."""
    look, words = guide.look, guide.words
    change = Button(look, words.text("Change your limits"), limits, kind="forward", name="empty-limits")
    other = Button(look, words.text("Look at other jobs"), lambda: guide.go("goal"), name="empty-goal")
    return Empty(look, "route", words.text("There is no way to draw yet"), why, [change, other])
