"""Every page and dialog of the window in every state that looks different, for tests and for pictures.

A state is a function that brings the window there from the one before it; `STATES` runs in this order on one window.
"""

from collections.abc import Callable, Iterator

from sent_things import CLINIC, COLLEGE, DENTAL, MARKET, sent_things
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


def after_sent(driver: Driver) -> None:
    """After, with four things sent."""
    sent_things(driver, MARKET, DENTAL, CLINIC, COLLEGE)


def after_outcome(driver: Driver) -> None:
    """What came of one of them, with a day that nobody can read."""
    driver.window.go("after")
    driver.settle()
    driver.pick("outcome-3", "interview")
    driver.write("day", "some day")
    driver.press("save-outcome")


def after_pressed(name: str) -> State:
    """After, with one of its buttons pressed."""

    def pressed(driver: Driver) -> None:
        driver.window.go("after")
        driver.settle()
        if driver.window.look.compact and not name.startswith("see-"):
            driver.press("open-side")
        driver.press(next(one for one in driver.object_names() if one.startswith(name)))

    return pressed


def after_seen(driver: Driver) -> None:
    """What they saw, with the file itself."""
    after_pressed("see-3")(driver)
    driver.press("turn-file")


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
    "goal": step("goal"),
    "plan": step("plan"),
    "apply": step("apply"),
    "after": step("after"),
    "after_sent": after_sent,
    "after_outcome": after_outcome,
    "after_seen": after_seen,
    "after_draft": after_pressed("ask-"),
    "after_remind": after_pressed("act-ends_later"),
    "bug": bug,
}


def all_states(driver: Driver) -> Iterator[str]:
    """Bring the window into one state after another; the name of each while it is shown."""
    for name, state in STATES.items():
        state(driver)
        driver.settle()
        yield name
        closed(driver)
