"""Nothing of a vault outlives its lock: no words, no dialog, no way to undo, nothing for another learner."""

import gc
import threading
import weakref

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from terminal import PASSPHRASE
from window_driver import Driver
from window_vaults import vault_of

from app.journey.records.holding import identities, say_identity
from ui.work.garbage import LONG


def unlock(driver: Driver, name: str) -> None:
    """Open a vault from the door."""
    driver.window.pages["welcome"].arrive()
    driver.settle()
    if name in driver.button_names():
        driver.press(name)
    driver.write("passphrase", PASSPHRASE)
    driver.press("Unlock")
    assert driver.window.name == name


def undo(driver: Driver) -> None:
    """Press the key that takes back what was told last."""
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    driver.settle()


def test_what_was_told_before_the_lock_can_be_taken_back_in_no_other_vault(driver: Driver) -> None:
    vault_of("Ana Ruiz")
    vault_of("Ben Hall")
    unlock(driver, "Ana Ruiz")
    undone: list[str] = []
    driver.window.tell("Ana did something.", lambda: undone.append(driver.window.name))
    driver.press("Lock")
    assert "Ana did something." not in driver.texts()
    undo(driver)
    unlock(driver, "Ben Hall")
    undo(driver)
    assert undone == []
    assert driver.window.said.undo is None


def test_work_that_ends_after_the_lock_says_nothing_at_the_door_and_nothing_to_the_next(driver: Driver) -> None:
    vault_of("Ana Ruiz")
    vault_of("Ben Hall")
    unlock(driver, "Ana Ruiz")
    go_on, undone = threading.Event(), list[str]()

    def work(session: object, _progress: object) -> None:
        go_on.wait(30)
        say_identity(session, "ana@example.org")

    def done(_none: object) -> None:
        driver.window.tell("Kept: ana@example.org", lambda: undone.append(driver.window.name))

    driver.window.run(work, done, owner=None)
    driver.button("Lock").click()
    go_on.set()
    driver.settle()
    assert "ana@example.org" not in driver.texts()
    undo(driver)
    unlock(driver, "Ben Hall")
    undo(driver)
    assert "ana@example.org" not in driver.texts()
    assert undone == []


def test_what_was_left_over_from_one_vault_does_nothing_in_another_that_is_being_opened(driver: Driver) -> None:
    vault_of("Ben Hall")
    driver.practice()
    run = driver.window.run  # as a part of the page that was, or its undo, holds it
    driver.press("Lock")
    driver.window.pages["welcome"].arrive()
    driver.settle()
    driver.write("passphrase", PASSPHRASE)
    driver.button("Unlock").click()
    run(lambda session, _progress: say_identity(session, "maya@example.org"), print, owner=None)
    driver.settle()
    said: list[tuple[str, ...]] = []
    driver.window.run(lambda session, _progress: identities(session), said.append, owner=None)
    driver.settle()
    assert said == [()]


def test_a_dialog_that_is_still_being_made_does_not_open_at_the_door(driver: Driver) -> None:
    driver.practice()
    driver.window.go("apply")
    driver.settle()
    driver.press("practice-posting")
    driver.button("Preview").click()
    driver.window.lock()
    driver.settle()
    assert driver.window.cover is None
    assert "Maya Torres" not in driver.texts()


def test_what_is_left_of_a_vault_in_memory_goes_while_the_door_stands(driver: Driver) -> None:
    driver.practice()
    driver.window.go("skills")
    driver.settle()
    known = weakref.ref(driver.window.memories.of["skills"].known)
    assert known() is not None
    driver.press("Lock")
    driver.settle()
    QApplication.processEvents()
    since = driver.window.latch.idle.clock()
    driver.window.latch.idle.clock = lambda: since + LONG + 1
    driver.window.garbage.look()
    assert not gc.isenabled()
    assert known() is None
