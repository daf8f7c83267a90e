"""Every page and dialog of the window in every state that looks different, for tests and for pictures.

A state is a function that brings the window there from the one before it; `STATES` runs in this order on one window.
"""

from collections.abc import Callable, Iterator

from apply_states import APPLY
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from window_driver import Driver

from app.journey import goal as goals

State = Callable[[Driver], None]


def door(_driver: Driver) -> None:
    """The door, as it stands when the window opens."""


def records(driver: Driver) -> None:
    """The practice learner's records."""
    driver.practice()


def step(name: str) -> State:
    """A step of the journey, as it stands for the practice learner."""

    def turned(driver: Driver) -> None:
        driver.window.go(name)
        driver.settle()

    return turned


def goal_three(driver: Driver) -> None:
    """Three jobs side by side."""
    codes = ("31-9092.00", "29-2061.00", "43-6013.00")
    driver.window.run(
        lambda session, _progress: goals.set_compared(session, codes), lambda _: None, owner=driver.window
    )
    driver.settle()
    step("goal")(driver)


def _search(driver: Driver, words: str) -> None:
    step("goal")(driver)
    field = driver.window.findChild(QLineEdit, "find-job")
    field.clear()
    field.setFocus()
    driver.type(words)
    driver.key(Qt.Key.Key_Return)
    driver.settle()


def goal_by_name(driver: Driver) -> None:
    """Jobs found by name."""
    _search(driver, "nurse")


def goal_nothing(driver: Driver) -> None:
    """No job goes by that name."""
    _search(driver, "qqxyzzy")


def goal_onward(driver: Driver) -> None:
    """Where people like the learner go."""
    step("goal")(driver)
    driver.press("way-onward")


def goal_why(driver: Driver) -> None:
    """Why a job is suggested."""
    step("goal")(driver)
    driver.press("way-skills")
    driver.press(next(name for name in driver.object_names() if name.startswith("why-")))


def bug(driver: Driver) -> None:
    """The dialog for a fault of ours."""
    driver.window.go("records")
    driver.settle()
    driver.meant = True
    driver.window.fail(RuntimeError("a fault made for this test"))
    driver.settle()


def closed(driver: Driver) -> None:
    """No dialog is open any more."""
    if driver.window.cover is not None:
        driver.window.cover.dialog.reject()
    driver.settle()


STATES: dict[str, State] = {
    "door": door,
    "records": records,
    "skills": step("skills"),
    "goal": step("goal"),
    "goal_three": goal_three,
    "goal_by_name": goal_by_name,
    "goal_nothing": goal_nothing,
    "goal_onward": goal_onward,
    "goal_why": goal_why,
    "plan": step("plan"),
    **APPLY,
    "after": step("after"),
    "bug": bug,
}


def all_states(driver: Driver) -> Iterator[str]:
    """Bring the window into one state after another; the name of each while it is shown."""
    for name, state in STATES.items():
        state(driver)
        driver.settle()
        yield name
        closed(driver)
