"""The dialog of learning near the learner in every state."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from texas_list import texas_list
from window_driver import Driver

from ui.dialogs.learning import LearningForm, _held
from ui.dialogs.learning_step import StepForm


def _form(driver: Driver) -> LearningForm:
    """The dialog, open at its list."""
    forms: list[LearningForm] = []
    driver.window.run(_held, lambda found: forms.append(LearningForm(driver.window, found)), owner=None)
    driver.settle()
    forms[0].open()
    driver.settle()
    return forms[0]


def nothing_listed(driver: Driver) -> None:
    """No list yet; a file was refused."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "shopping list.json"
        file.write_text('{"milk": 2')
        _form(driver).look_at(file)
        driver.settle()


def columns(driver: Driver) -> None:
    """What the columns of a table mean."""
    with tempfile.TemporaryDirectory() as name:
        _form(driver).look_at(texas_list(Path(name)))
        driver.settle()


def adding(driver: Driver) -> None:
    """How far it is."""
    form = _form(driver)
    form.done = 430
    form.turn("busy")
    driver.settle()


def added(driver: Driver) -> None:
    """What came of it."""
    columns(driver)
    driver.press("add-now")
    driver.settle()


def typing(driver: Driver) -> None:
    """A course is typed in; a price is wrong."""
    StepForm(driver.window, "", lambda: None).begin()
    driver.settle()
    driver.write("step-name", "Evening phlebotomy")
    driver.write("step-cost", "-5")
    driver.press("keep-step")
    driver.settle()


def listed(driver: Driver) -> None:
    """A list, and a course that was typed in."""
    typing(driver)
    driver.write("step-cost", "350")
    driver.press("keep-step")
    driver.settle()
    _form(driver)


def removing(driver: Driver) -> None:
    """The question before a list is taken out; it is taken out when the next state comes."""
    _form(driver)
    driver.press("remove-0")
    driver.settle()


LEARNING: dict[str, Callable[[Driver], None]] = {
    "learning_none": nothing_listed,
    "learning_columns": columns,
    "learning_adding": adding,
    "learning_added": added,
    "learning_typing": typing,
    "learning_listed": listed,
    "learning_removing": removing,
}
