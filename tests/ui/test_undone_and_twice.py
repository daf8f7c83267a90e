"""Taken back or pressed twice: nothing is lost or done twice."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from half_way import TABLES, Act, do, kept
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from sent_things import CLINIC, send
from skill_states import press_first, write
from terminal import RECORDS
from window_driver import Driver

from ui.pages import record_changes


def twice(driver: Driver, name: str, key: Qt.Key = Qt.Key.Key_Space) -> None:
    """A quick second press of whatever has the keyboard by then, before anything came of the first."""
    driver.button(name).setFocus()
    driver.key(key)
    driver.key(key)
    driver.settle()


@dataclass(frozen=True)
class Undoable:
    """Something that can be taken back: the page it is done on, and how; `own` says that the vault shows no trace."""

    step: str
    act: Act


def pressing(*starts: str) -> Act:
    def act(driver: Driver) -> None:
        for start in starts:
            press_first(driver, start)

    return act


def remove_record(driver: Driver) -> None:
    press_first(driver, "details-")
    driver.press("remove-record")


def import_one(driver: Driver) -> None:
    record_changes.add_files(driver.window, [RECORDS.parent.parent / "daniel" / "records"])
    driver.settle()
    driver.window.covers.close()


def own_words(driver: Driver) -> None:
    driver.press("add-own")
    write(driver, "own-text", "Paint walls")
    driver.press("save-own")


def other_limits(driver: Driver) -> None:
    driver.press("change-limits")
    driver.write("limit-budget", "300")
    driver.press("keep-limits")


def mark(driver: Driver) -> None:
    if not any(name.startswith("mark-") for name in driver.object_names()):
        driver.press("next")
    press_first(driver, "mark-")


def say_so(driver: Driver) -> None:
    press_first(driver, "say-")
    write(driver, driver.window.findChildren(QPlainTextEdit)[-1].objectName(), "I helped at the pool each summer.")
    driver.press("keep-words")


def sent(driver: Driver) -> None:
    do(driver, lambda session: send(session, CLINIC))
    driver.window.go("after")
    driver.settle()


def come_of_it(driver: Driver) -> None:
    name = next(one for one in driver.object_names() if one.startswith("outcome-"))
    driver.button(name).picked(1)
    driver.settle()
    driver.press("save-outcome")


UNDOABLE: dict[str, Undoable] = {
    "a record removed": Undoable("records", remove_record),
    "records added": Undoable("records", import_one),
    "a guess agreed to": Undoable("skills", pressing("yes-")),
    "a guess denied": Undoable("skills", pressing("no-")),
    "own words": Undoable("skills", own_words),
    "a job compared": Undoable("goal", pressing("compare-")),
    "a plan chosen": Undoable("plan", pressing("next")),
    "a step begun": Undoable("plan", mark),
    "other limits": Undoable("plan", other_limits),
    "own words for a posting": Undoable("apply", say_so),
    "a switch": Undoable("apply", pressing("switch-")),
    "what came of it": Undoable("after", come_of_it),
    "a reminder put aside": Undoable("after", pressing("aside-")),
}


def test_whatever_can_be_undone_is_as_it_was(driver: Driver) -> None:
    driver.practice()
    driver.window.go("apply")
    driver.settle()
    driver.press("practice-posting")
    sent(driver)
    faults = []
    for name, one in UNDOABLE.items():
        driver.window.go(one.step)
        driver.settle()
        if name == "a step begun":
            driver.press("next")
        before = kept(driver)
        one.act(driver)
        if driver.window.said.undo is None:
            faults.append(f"{name}: cannot be taken back; there are {driver.object_names()}")
            driver.window.covers.close()
            continue
        if kept(driver) == before:
            faults.append(f"{name}: changed nothing")
        driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        driver.settle()
        after = kept(driver)
        faults += [f"{name}: {t} is not as it was" for t in TABLES if after[t] != before[t]]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return], ids=["space", "enter"])
def test_the_next_thing_pressed_twice_goes_one_step_at_most(driver: Driver, key: Qt.Key) -> None:
    driver.practice()
    steps = ("records", "skills", "goal", "plan", "apply", "after")
    for place, step in enumerate(steps[:-1]):
        driver.window.go(step)
        driver.settle()
        twice(driver, "next", key)
        assert driver.window.place.is_open, step
        assert driver.window.step in steps[place : place + 2], step
        assert driver.window.cover is None, step
        assert QApplication.focusWidget() is not None
    sent(driver)
    twice(driver, "next", key)
    assert not driver.window.place.is_open
    assert driver.window.cover is None


def test_dialogs_confirmed_twice_do_it_once(driver: Driver, tmp_path: Path) -> None:
    driver.practice()
    driver.window.go("skills")
    driver.settle()
    driver.press("add-own")
    write(driver, "own-text", "Paint walls")
    before = kept(driver)
    twice(driver, "save-own")
    assert len(kept(driver)["own_words"]) == len(before["own_words"]) + 1
    assert driver.window.place.is_open
    driver.window.go("plan")
    driver.settle()
    driver.press("change-limits")
    driver.write("limit-budget", "300")
    twice(driver, "keep-limits")
    assert driver.window.cover is None
    driver.window.go("apply")
    driver.settle()
    driver.press("practice-posting")
    driver.press("next")
    driver.write("sign-folder", str(tmp_path / "out"))
    twice(driver, "sign-now")
    driver.until((tmp_path / "out" / "presentation.json").exists)
    driver.settle()
    assert len(kept(driver)["presentation"]) == 1
    driver.window.covers.close()
    driver.window.go("after")
    driver.settle()
    twice(driver, next(name for name in driver.object_names() if name.startswith("see-")))
    driver.key(Qt.Key.Key_Escape)
    driver.settle()
    assert driver.window.cover is None
