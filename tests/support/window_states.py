"""Every page and dialog of the window in every state that looks different, for tests and for pictures.

A state is a function that brings the window there from the one before it; `STATES` runs in this order on one window.
"""

from collections.abc import Callable, Iterator

from skill_states import SKILLS
from window_driver import Driver

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


def bug(driver: Driver) -> None:
    """The dialog for a fault of ours."""
    driver.window.go("records")
    driver.settle()
    driver.meant = True
    driver.window.fail(RuntimeError("a fault made for this test"))
    driver.settle()


def closed(driver: Driver) -> None:
    """No dialog is open any more."""
    driver.window.covers.close()
    driver.settle()


STATES: dict[str, State] = {
    "door": door,
    "records": records,
    "skills": step("skills"),
    **SKILLS,
    "goal": step("goal"),
    "plan": step("plan"),
    "apply": step("apply"),
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
