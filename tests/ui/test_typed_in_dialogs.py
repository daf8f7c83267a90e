"""What is typed in a dialog is there again after Escape and after a lock, until it is used; and in no other vault."""

from collections.abc import Callable

import pytest
from half_way import do, lock, unlock
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from sent_things import CLINIC, send
from skill_states import press_first, write
from terminal import PASSPHRASE, RECORDS
from window_driver import Driver
from window_vaults import vault_of

from app.applying.opportunity import Asked, Opportunity
from app.journey.apply.draft import Draft, keep_draft

HALF = "half of what"
POSTING = "Porter\nElm Care\n\nRequirements\n- Lift patients\n- CPR certification\n- Speak Spanish\n"
Act = Callable[[Driver], None]


@pytest.fixture
def ana(driver: Driver) -> Driver:
    """A vault of one's own with records and something that was sent."""
    vault_of("Ana Ruiz", RECORDS)
    vault_of("Ben Hall")
    driver.window.pages["welcome"].arrive()
    driver.settle()
    driver.press("Ana Ruiz")
    unlock(driver)
    do(driver, lambda session: send(session, CLINIC))
    return driver


def escape(driver: Driver) -> None:
    driver.key(Qt.Key.Key_Escape)
    driver.settle()


def locked(driver: Driver) -> None:
    step = driver.window.step
    lock(driver)
    unlock(driver)
    driver.window.go(step)
    driver.settle()


def in_text(driver: Driver, name: str) -> str:
    return driver.window.findChildren(QPlainTextEdit, name)[-1].toPlainText()


def at(driver: Driver, step: str) -> None:
    driver.window.go(step)
    driver.settle()


def begun(driver: Driver) -> None:
    """An application to which nothing answers yet, so that own words are asked for."""
    wanted = Opportunity("Trainee", "Clinic", (Asked("Wave a flag"), Asked("Speak Spanish")))
    do(driver, lambda session: keep_draft(session, Draft(wanted)))
    at(driver, "apply")


@pytest.fixture(params=["escape", "lock"])
def away(request: pytest.FixtureRequest) -> Act:
    """How the dialog goes."""
    return {"escape": escape, "lock": locked}[request.param]


def test_pasted_words(ana: Driver, away: Act) -> None:
    at(ana, "apply")
    ana.press("paste-posting")
    write(ana, "posting-text", HALF)
    away(ana)
    ana.press("paste-posting")
    assert in_text(ana, "posting-text") == HALF
    write(ana, "posting-text", POSTING)
    ana.press("read-posting")
    escape(ana)
    ana.press("paste-posting")
    assert in_text(ana, "posting-text") == ""


def test_a_list_that_is_being_put_right(ana: Driver, away: Act) -> None:
    at(ana, "apply")
    assert "go-on-found" not in ana.object_names()
    ana.press("paste-posting")
    write(ana, "posting-text", POSTING)
    ana.press("read-posting")
    ana.write("found-title", HALF)
    ana.write("found-0", "Lift people")
    ana.pick("Thing 2: A must", "Leave it out")
    ana.write("found-more", "Sing")
    away(ana)
    assert "You were putting a posting right" in ana.texts()
    ana.press("go-on-found")
    assert ana.field("found-title").text() == HALF
    ana.write("found-organisation", "Elm Care")
    ana.press("use-found")
    ana.settle()
    said = ana.texts()
    assert "Lift people" in said
    assert "Sing" in said
    assert "CPR certification" not in said
    ana.press("another-posting")
    assert "go-on-found" not in ana.object_names()


def test_a_list_left_half_way_can_be_let_go(ana: Driver) -> None:
    at(ana, "apply")
    ana.press("paste-posting")
    write(ana, "posting-text", POSTING)
    ana.press("read-posting")
    escape(ana)
    ana.press("drop-found")
    assert "You were putting a posting right" not in ana.texts()
    locked(ana)
    assert "You were putting a posting right" not in ana.texts()


def test_own_words_for_a_thing_asked(ana: Driver, away: Act) -> None:
    begun(ana)
    ana.press("say-0")
    write(ana, "own-words", HALF)
    away(ana)
    ana.press("say-1")
    assert in_text(ana, "own-words") == ""
    escape(ana)
    ana.press("say-0")
    assert in_text(ana, "own-words") == HALF
    ana.press("keep-words")
    ana.settle()
    assert not ana.window.memories.unsaved()


def test_the_name_on_the_page(ana: Driver, away: Act) -> None:
    begun(ana)
    ana.press("say-0")
    write(ana, "own-words", "Each Sunday.")
    ana.press("keep-words")
    ana.settle()
    ana.press("next")
    ana.write("sign-name", HALF)
    away(ana)
    ana.press("next")
    assert ana.field("sign-name").text() == HALF


def test_what_came_of_it(ana: Driver, away: Act) -> None:
    at(ana, "after")
    ana.pick("outcome-1", "Interview")
    ana.write("day", "12/4")
    ana.write("note", HALF)
    away(ana)
    ana.pick("outcome-1", "Offer")
    assert ana.field("note").text() == ""
    escape(ana)
    ana.pick("outcome-1", "Interview")
    assert (ana.field("day").text(), ana.field("note").text()) == ("12/4", HALF)
    ana.press("save-outcome")
    ana.settle()
    assert not ana.window.memories.unsaved()


def test_a_letter_that_was_changed(ana: Driver, away: Act) -> None:
    at(ana, "after")
    press_first(ana, "ask-")
    write(ana, "draft", HALF)
    away(ana)
    press_first(ana, "ask-")
    assert in_text(ana, "draft") == HALF


def test_nothing_of_it_is_in_another_vault_or_at_the_door(ana: Driver) -> None:
    at(ana, "apply")
    ana.press("paste-posting")
    write(ana, "posting-text", HALF)
    lock(ana)
    assert not ana.window.memories.unsaved()
    ana.window.pages["welcome"].arrive()
    ana.settle()
    ana.press("Ben Hall")
    ana.write("passphrase", PASSPHRASE)
    ana.press("Unlock")
    assert ana.window.name == "Ben Hall"
    at(ana, "apply")
    assert not ana.window.memories.unsaved()


def test_what_another_version_of_the_program_left_is_told_and_let_go(ana: Driver) -> None:
    at(ana, "apply")
    ana.press("paste-posting")
    write(ana, "posting-text", POSTING)
    ana.press("read-posting")
    lock(ana)
    unlock(ana)
    at(ana, "apply")
    ana.window.memories.of["dialogs"].of["posting_found"]["posting"]["newer"] = 1
    ana.press("go-on-found")
    assert "cannot be read. Choose the posting again." in ana.texts()
    assert "You were putting a posting right" not in ana.texts()
