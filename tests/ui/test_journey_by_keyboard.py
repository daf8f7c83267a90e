"""The whole journey of each practice learner by keyboard alone: from the door to signed papers and the After page."""

import json
from pathlib import Path

import pytest
from keyboard import Keyboard
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from window_driver import Driver

from app.preferences import Preferences
from app.records.model import Record
from app.records.reading import read_path

LEARNERS = {
    "maya": ((Preferences(language="en"), (1440, 900)), "Maya Torres"),
    "renee in Spanish": ((Preferences(language="es", theme="dark"), (1440, 900)), "Renee Brooks"),
    "daniel from the right": ((Preferences(language="pseudo-rtl", theme="contrast"), (1440, 900)), "Daniel Novak"),
    "maya with little room": ((Preferences(language="es", text_size=150), (1024, 640)), "Maya Torres"),
}


@pytest.mark.parametrize(("driver", "name"), LEARNERS.values(), ids=LEARNERS, indirect=["driver"])
def test_a_practice_learner_goes_the_whole_way_by_keyboard_alone(driver: Driver, name: str, tmp_path: Path) -> None:
    hand = Keyboard(driver)
    driver.settle()
    hand.press("practice")
    hand.press(name)
    arrived(driver, "records")
    look_at_a_record(hand)
    hand.press("next")
    arrived(driver, "skills")
    answer_a_guess(hand)
    hand.press("next")
    arrived(driver, "goal")
    compare_a_job(hand)
    hand.press("next")
    arrived(driver, "plan")
    choose_a_plan(hand)
    hand.press("next")
    arrived(driver, "apply")
    hand.press("practice-posting")
    sign(hand, tmp_path / "papers")
    arrived(driver, "after")
    say_what_came_of_it(hand)
    hand.press("next")
    assert not driver.window.place.is_open
    papers_are_sound(tmp_path / "papers")


def arrived(driver: Driver, step: str) -> None:
    """The page is there, and its question has the keyboard, so that it is read aloud."""
    driver.settle()
    assert driver.window.step == step
    focus = QApplication.focusWidget()
    assert focus is driver.window.pages[step].heading
    assert QAccessible.queryAccessibleInterface(focus).text(QAccessible.Text.Name)


def look_at_a_record(hand: Keyboard) -> None:
    """Open the details of the first record, and come back to where one was."""
    opener = find_first(hand, "details-")
    hand.hit(Qt.Key.Key_Return if hand.driver.window.look.compact else Qt.Key.Key_Space)
    assert hand.driver.window.cover is not None
    hand.hit(Qt.Key.Key_Escape)
    assert hand.driver.window.cover is None
    assert focus_name() == opener


def answer_a_guess(hand: Keyboard) -> None:
    """Say yes to a guess, and take it back with the keys for that."""
    if hand.driver.window.look.compact:
        hand.press("open-side")
    find_first(hand, "yes-")
    hand.hit(Qt.Key.Key_Space)
    if hand.driver.window.cover is not None:
        hand.hit(Qt.Key.Key_Escape)
    assert hand.driver.window.said.undo is not None
    hand.driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hand.driver.settle()


def compare_a_job(hand: Keyboard) -> None:
    """Find jobs in another way with the arrows, put one beside the goal, and take it away again."""
    before = hand.driver.window.pages["goal"].memory.way
    find_first(hand, "way-")
    hand.hit(Qt.Key.Key_Down if hand.driver.window.look.compact else Qt.Key.Key_Right)
    assert hand.driver.window.pages["goal"].memory.way != before
    hand.hit(Qt.Key.Key_Up if hand.driver.window.look.compact else Qt.Key.Key_Left)
    find_first(hand, "compare-")
    hand.hit(Qt.Key.Key_Space)
    hand.press("undo")


def choose_a_plan(hand: Keyboard) -> None:
    """Walk the map, look at the other plan with an arrow, and make it one's own."""
    driver = hand.driver
    if not driver.window.look.compact:
        hand.find("map-picture")
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
            hand.hit(key)
    compact, mirrored = driver.window.look.compact, driver.window.words.direction == "rtl"
    toward = Qt.Key.Key_Down if compact else Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right
    hand.arrow_to("plan-cheapest", "plan-fastest", toward)
    hand.press("next")
    assert driver.window.said.undo is not None


def sign(hand: Keyboard, folder: Path) -> None:
    """Look at what they would see, then sign and save it, and go on to what came of it."""
    hand.press("extra-0")
    hand.hit(Qt.Key.Key_Escape)
    hand.press("next")
    hand.write("sign-folder", str(folder))
    hand.press("sign-now")
    hand.driver.until((folder / "presentation.json").exists)
    hand.driver.settle()
    hand.press("next-after")


def say_what_came_of_it(hand: Keyboard) -> None:
    """Choose from the list what came of it."""
    name = find_first(hand, "outcome-")
    hand.driver.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    hand.from_list(name, 1)
    assert hand.driver.window.cover is not None
    hand.press("save-outcome")
    assert hand.driver.window.cover is None


def find_first(hand: Keyboard, start: str) -> str:
    """Tab to the first control whose name in the program begins so; that name."""
    for _ in range(200):
        focus = hand.tab()
        if focus.objectName().startswith(start):
            return focus.objectName()
    raise AssertionError(f"Tab never comes to {start!r}")


def focus_name() -> str:
    focus = QApplication.focusWidget()
    return "" if focus is None else focus.objectName()


def papers_are_sound(folder: Path) -> None:
    """What was signed holds records that can be read, and its proof; the papers beside it are there."""
    signed = json.loads((folder / "presentation.json").read_text(encoding="utf-8"))
    assert signed["proof"]["proofPurpose"] == "authentication"
    assert any(isinstance(one, Record) for one in read_path(folder / "presentation.json"))
    assert {one.suffix for one in folder.iterdir()} >= {".json", ".html"}
