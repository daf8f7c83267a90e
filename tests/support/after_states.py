"""The After page and its dialogs in every state that looks different."""

from collections.abc import Callable

from sent_things import CLINIC, COLLEGE, DENTAL, MARKET, sent_things
from window_driver import Driver

from app.wording.after import outcome_word

State = Callable[[Driver], None]


def after_sent(driver: Driver) -> None:
    """After, with four things sent."""
    sent_things(driver, MARKET, DENTAL, CLINIC, COLLEGE)


def after_outcome(driver: Driver) -> None:
    """What came of one of them, with a day that nobody can read."""
    driver.window.go("after")
    driver.settle()
    driver.pick("outcome-3", outcome_word(driver.window.words, "offer"))
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


AFTER: dict[str, State] = {
    "after_sent": after_sent,
    "after_outcome": after_outcome,
    "after_seen": after_seen,
    "after_draft": after_pressed("ask-"),
    "after_remind": after_pressed("act-ends_later"),
}
