"""Locked in the middle, canceled at any point, taken back, pressed twice: nothing is lost or done twice."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from applying_world import TERMS
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from sent_things import CLINIC, send
from skill_states import press_first, write
from terminal import GOAL, PASSPHRASE, RECORDS
from window_driver import Driver
from window_vaults import vault_of

from app.applying.opportunity import Asked, Opportunity
from app.journey import goal as goals
from app.journey.apply_draft import Draft, keep_draft
from app.journey.apply_save import STEPS as SIGNING
from app.journey.session import Session
from ui.pages import record_changes
from ui.work.task import Progress

TABLES = {
    "record": "key FROM record WHERE removed_at IS NULL",
    "own_words": "text, note FROM own_words",
    "answer": "claim_id, concept_id, agreed, level FROM answer",
    "plan_step": "goal, step_id, position, state FROM plan_step",
    "opportunity": "* FROM opportunity",
    "presentation": "* FROM presentation",
    "outcome": "* FROM outcome",
    "setting": "name, value_json FROM setting WHERE name != 'progress' AND value_json NOT IN ('[]', '{}', 'null')",
}
"""What of each table is the learner's; what pages note for the rail is not."""
Act = Callable[[Driver], None]


def all_of(session: Session) -> dict[str, list[str]]:
    """All that the vault holds, but for what pages note for the rail."""
    found = {}
    with session.vault.reading() as database:
        for table, wanted in TABLES.items():
            rows = database.execute(f"SELECT {wanted}").fetchall()
            found[table] = sorted(repr(tuple(row)) for row in rows)
    return found


def kept(driver: Driver, ask: Callable[[Session], Any] = all_of) -> Any:
    """What the open vault holds."""
    found = list[Any]()
    driver.window.run(lambda session, _progress: ask(session), found.append, owner=None)
    driver.settle()
    return found[0]


def do(driver: Driver, act: Callable[[Session], object]) -> None:
    driver.window.run(lambda session, _progress: act(session), lambda _none: None, owner=None)
    driver.settle()


def twice(driver: Driver, name: str, key: Qt.Key = Qt.Key.Key_Space) -> None:
    """A quick second press of whatever has the keyboard by then, before anything came of the first."""
    driver.button(name).setFocus()
    driver.key(key)
    driver.key(key)
    driver.settle()


@pytest.fixture
def ana(driver: Driver) -> Driver:
    """A vault of one's own with records, a goal and something that was sent."""
    vault_of("Ana Ruiz", RECORDS)
    driver.window.pages["welcome"].arrive()
    driver.settle()
    unlock(driver)
    do(driver, lambda session: goals.set_goal(session, GOAL))
    do(driver, lambda session: send(session, CLINIC))
    return driver


def unlock(driver: Driver) -> None:
    driver.write("passphrase", PASSPHRASE)
    driver.press("Unlock")


def nothing(_driver: Driver) -> None:
    """The page as it stands."""


def why(driver: Driver) -> None:
    press_first(driver, "why-")


def searching(driver: Driver) -> None:
    driver.write("find-job", "nurse")


def limits(driver: Driver) -> None:
    driver.press("change-limits")
    driver.write("limit-budget", "150")


def needs(driver: Driver) -> None:
    driver.press("group-missing")
    press_first(driver, "why-")


def outcome(driver: Driver) -> None:
    press_first(driver, "see-")


def settings(driver: Driver) -> None:
    driver.press("Settings")
    driver.write("identity", "half@typed")


def passphrase(driver: Driver) -> None:
    driver.press("Settings")
    driver.press("change-passphrase")
    driver.write("new-passphrase", "another long passphrase")


def new_code(driver: Driver) -> None:
    driver.press("Settings")
    driver.press("new-code")


MIDDLES: dict[str, tuple[str, Act]] = {
    "goal": ("goal", nothing),
    "goal, why": ("goal", why),
    "goal, searching": ("goal", searching),
    "plan": ("plan", nothing),
    "plan, limits": ("plan", limits),
    "plan, a need over all needs": ("plan", needs),
    "after": ("after", nothing),
    "after, what they saw": ("after", outcome),
    "settings": ("records", settings),
    "settings, new passphrase": ("after", passphrase),
    "settings, new code": ("goal", new_code),
}


def test_a_lock_in_the_middle_of_anything_leaves_all_as_it_was(ana: Driver) -> None:
    for name, (step, act) in MIDDLES.items():
        ana.window.go(step)
        ana.settle()
        before = kept(ana)
        act(ana)
        ana.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        ana.settle()
        assert not ana.window.place.is_open, name
        assert ana.window.cover is None, name
        assert ana.focus_name() == "Passphrase for Ana Ruiz", name
        unlock(ana)
        assert ana.window.step == step, name
        assert ana.window.cover is None, name
        assert kept(ana) == before, name


def test_a_lock_while_a_page_is_asked_for_leaves_all_as_it_was(ana: Driver) -> None:
    before = kept(ana)
    for step in ("goal", "plan", "after", "apply", "skills"):
        ana.window.go(step)
        ana.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)  # the worker has not answered yet
        ana.settle()
        assert not ana.window.place.is_open
        assert "Something went wrong" not in ana.texts()
        unlock(ana)
        assert ana.window.step == step
    assert kept(ana) == before


def cancel_at(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Cancel is pressed when the work under way tells of its progress for the so-many-th time."""
    told, real = [0], Progress.__call__

    def tell(self: Progress, done: int, total: int | None = None) -> None:
        told[0] += 1
        if told[0] == number:
            self.cancel()
        real(self, done, total)

    monkeypatch.setattr(Progress, "__call__", tell)


@pytest.mark.parametrize("number", [1, 2, 5, 8])
def test_an_import_canceled_at_any_record_adds_nothing(
    driver: Driver, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    driver.practice("Daniel Novak")
    before = kept(driver)
    with monkeypatch.context() as patched:
        cancel_at(patched, number)
        record_changes.add_files(driver.window, [RECORDS])
        driver.settle()
    assert "Stopped. Nothing was added." in driver.texts()
    assert kept(driver) == before


def test_a_search_for_plans_canceled_at_any_point_changes_nothing(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.practice()
    driver.window.go("plan")
    driver.settle()
    before = kept(driver)
    for number in (1, 2, 3):
        with monkeypatch.context() as patched:
            cancel_at(patched, number)
            driver.window.pages["plan"].ask()  # type: ignore[attr-defined]
            driver.settle()
        assert "You stopped the search for plans." in driver.texts()
        assert kept(driver) == before
        assert "Use the cheapest plan" in driver.texts()


@pytest.mark.parametrize("number", range(1, len(SIGNING) + 1))
def test_signing_canceled_at_any_step_leaves_nothing(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    driver.practice()
    driver.window.go("apply")
    driver.settle()
    driver.press("practice-posting")
    driver.press("next")
    driver.write("sign-folder", str(tmp_path / "out"))
    before = kept(driver)
    with monkeypatch.context() as patched:
        cancel_at(patched, number)
        driver.press("sign-now")
    said = "\n".join(driver.said_in_front()) + driver.texts()
    if "Nothing was signed or saved." in said:
        assert kept(driver) == before
        assert not list(tmp_path.glob("out/*"))
    else:  # too late to stop: all of it is there
        assert number == len(SIGNING)
        assert {"presentation.json", "presentation.html"} <= {one.name for one in (tmp_path / "out").iterdir()}


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


def level(driver: Driver) -> None:
    press_first(driver, "change-")
    driver.press("level-very_well")
    press_first(driver, "save-")


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
    driver.button(name).picked(1)  # type: ignore[attr-defined]
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


def test_a_draft_half_way_is_kept_over_a_lock(ana: Driver) -> None:
    wanted = Opportunity("Trainee", "Clinic", (Asked("Know medical terms", (TERMS,)),))
    do(ana, lambda session: keep_draft(session, Draft(wanted)))
    ana.window.go("apply")
    ana.settle()
    ana.press("next")
    ana.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    ana.settle()
    unlock(ana)
    assert "What should Clinic get to see?" in ana.texts()


def write_in_all(driver: Driver) -> None:
    """Type into the form of Apply, the own words of Skills and the field for a record's text, and save nothing."""
    driver.window.go("apply")
    driver.settle()
    driver.write("posting-title", "Night porter")
    driver.window.go("skills")
    driver.settle()
    driver.press("add-own")
    write(driver, "own-text", "Sing to the old")
    driver.key(Qt.Key.Key_Escape)
    driver.window.go("records")
    driver.settle()
    driver.press("paste")
    write(driver, "pasted", "half a record")


def test_what_is_half_typed_is_there_again_after_a_lock_and_nowhere_in_between(ana: Driver) -> None:
    write_in_all(ana)
    ana.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    ana.settle()
    assert not ana.window.memories.unsaved()
    folder = ana.window.door.folder
    assert folder is not None
    for file in folder.rglob("*"):
        assert not file.is_file() or b"Night porter" not in file.read_bytes()
    unlock(ana)
    ana.press("paste")
    assert ana.window.findChildren(QPlainTextEdit)[-1].toPlainText() == "half a record"
    ana.key(Qt.Key.Key_Escape)
    ana.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)  # with two pages not yet seen again
    ana.settle()
    unlock(ana)
    assert ana.window.memories.unsaved().keys() == {"apply", "skills"}
    ana.window.go("apply")
    ana.settle()
    assert ana.field("posting-title").text() == "Night porter"
    ana.window.go("skills")
    ana.settle()
    ana.press("add-own")
    assert ana.window.findChild(QPlainTextEdit, "own-text").toPlainText() == "Sing to the old"  # type: ignore[union-attr]
