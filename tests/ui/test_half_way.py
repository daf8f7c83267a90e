"""Locked in the middle or canceled at any point: nothing is lost, and what is half typed is there again."""

from datetime import date, datetime
from pathlib import Path

import pytest
from after_page import language
from applying_world import TERMS
from half_way import Act, do, kept, unlock
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from sent_things import CLINIC, send
from skill_states import press_first, write
from terminal import GOAL, PASSPHRASE, RECORDS
from window_driver import Driver
from window_vaults import vault_of

from app.applying.opportunity import Asked, Opportunity
from app.journey.apply.draft import Draft, keep_draft
from app.journey.apply.save import STEPS as SIGNING
from app.journey.goal import aim as goals
from ui.pages import record_changes
from ui.work.task import Progress


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
            driver.window.pages["plan"].ask()
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
    assert ana.window.findChild(QPlainTextEdit, "own-text").toPlainText() == "Sing to the old"


def test_how_to_sign_is_there_again_after_a_lock_on_the_same_day_in_another_language(ana: Driver) -> None:
    wanted = Opportunity("Trainee", "Clinic", (Asked("Know medical terms", (TERMS,)),))
    do(ana, lambda session: keep_draft(session, Draft(wanted)))
    ana.window.go("apply")
    ana.settle()
    ana.press("next")
    ana.press("more-choices")
    ana.press("paper-text")
    ana.press("proof-vp+jwt")
    last = date(datetime.now().astimezone().year + 1, 2, 3)
    ana.write("counts-until", f"2/3/{last.year}")
    ana.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    ana.settle()
    language(ana, "es")
    ana.write("passphrase", PASSPHRASE)
    ana.press("Abrir")
    ana.window.go("apply")
    ana.settle()
    ana.press("next")
    memory = ana.window.memories.of["apply"]
    assert memory.how.day(ana.window.look.words) == last
    assert (memory.how.proof, "text" in memory.how.forms) == ("vp+jwt", True)
