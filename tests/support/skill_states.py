"""The Skills page and its dialogs in every state, one after the other."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
from window_driver import Driver

from app.journey.skills.profile import SkillsPage
from app.profile.skills import Profile
from ui.dialogs import skill_left
from ui.pages.skill.kept import Known, kept_of

LISTENING, SPANISH, EATING = "2.A.1.b", "http://data.europa.eu/esco/skill/f683ae1d", "own-2"
UNBROKEN = "W" * 90


def press_first(driver: Driver, start: str) -> None:
    """Press the first button in front whose name begins so."""
    found = [
        one
        for one in driver.front.findChildren(QAbstractButton)
        if one.isVisible() and one.objectName().startswith(start)
    ]
    driver.press(found[0].objectName())


def write(driver: Driver, name: str, words: str) -> None:
    """Put words into a field of several lines."""
    edit = driver.front.findChild(QPlainTextEdit, name)
    assert edit is not None
    edit.setPlainText(words)
    driver.settle()


def pressed(*names: str) -> Callable[[Driver], None]:
    """Buttons pressed one after the other, each the first of its name."""

    def state(driver: Driver) -> None:
        for name in names:
            press_first(driver, name)

    return state


def left(open_list: Callable[..., None]) -> Callable[[Driver], None]:
    """A list of what is left."""

    def state(driver: Driver) -> None:
        open_list(driver.window)
        driver.settle()

    return state


def searched(driver: Driver) -> None:
    """What is found for a word."""
    left(partial(skill_left.open_guesses, title=""))(driver)
    press_first(driver, "else-")
    driver.write("search-skill", "medicine")
    driver.until(
        lambda: any(one.objectName() == "found-0" and one.isVisible() for one in driver.shown(QAbstractButton))
    )
    driver.settle()


def found_nothing(driver: Driver) -> None:
    """Nothing is found, and nothing chosen."""
    left(partial(skill_left.open_guesses, title=""))(driver)
    press_first(driver, "else-")
    driver.write("search-skill", "zzzzqqq")
    driver.qtbot.wait(300)
    driver.settle()
    driver.press("this-is-it")


def own_suggested(driver: Driver) -> None:
    """Own words, and what they may mean."""
    press_first(driver, "add-own")
    write(driver, "own-text", "Speak Spanish with families and work in teams")
    driver.until(
        lambda: any(one.objectName() == "means-0" and one.isVisible() for one in driver.shown(QAbstractButton))
    )
    driver.settle()


def own_wrong(driver: Driver) -> None:
    """Own words that are empty."""
    press_first(driver, "add-own")
    write(driver, "own-text", "")
    driver.press("save-own")


def hostile(driver: Driver) -> None:
    """Words that would like to be a page."""
    press_first(driver, "add-own")
    write(driver, "own-text", f"<h1>Hi</h1> {UNBROKEN}")
    driver.press("save-own")


def empty(driver: Driver) -> None:
    """No records and no own words."""
    kept = kept_of(driver.window)
    assert kept.known is not None
    nothing = SkillsPage((), (), (), (), (), Profile((), {}, {}))
    kept.take(Known((), nothing, kept.known.today))
    driver.settle()


SKILLS: dict[str, Callable[[Driver], None]] = {
    "skills guesses": left(partial(skill_left.open_guesses, title="")),
    "skills more guesses": left(skill_left.open_also),
    "skills not placed": left(skill_left.open_unplaced),
    "skills said no": left(skill_left.open_denied),
    "skills change": pressed(f"change-{LISTENING}"),
    "skills change own": pressed(f"change-{EATING}"),
    "skills instead": pressed(f"change-{LISTENING}", "instead"),
    "skills search": searched,
    "skills search nothing": found_nothing,
    "skills own words": own_suggested,
    "skills own words wrong": own_wrong,
    "skills hostile": hostile,
    "skills empty": empty,
}
