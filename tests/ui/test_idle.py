"""A vault that is left alone locks, says why, and loses nothing."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from terminal import PASSPHRASE
from window_driver import Driver
from window_vaults import vault_of

from app.journey.records.holding import identities, say_identity
from ui.frame.idle import CHECK_EVERY

MINUTE = 60.0
WARNING = "The vault locks in 30 seconds."


@dataclass
class Clock:
    """A clock that is set by hand."""

    now: float = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def ana(driver: Driver, clock: Clock) -> Driver:
    """An open vault whose idle watch reads the clock."""
    vault_of("Ana Ruiz")
    driver.window.pages["welcome"].arrive()
    driver.settle()
    driver.write("passphrase", PASSPHRASE)
    driver.press("Unlock")
    watch(driver, clock)
    return driver


@pytest.fixture
def clock() -> Clock:
    return Clock()


def watch(driver: Driver, clock: Clock) -> None:
    driver.window.latch.idle.clock = clock
    driver.window.latch.idle.wake()


def rest(driver: Driver, clock: Clock, seconds: float) -> None:
    """Let time pass; the watch looks at its clock as its timer would make it."""
    clock.now += seconds
    driver.window.latch.idle.check()
    QApplication.processEvents()


def key(driver: Driver) -> None:
    QTest.keyClick(driver.window.windowHandle(), Qt.Key.Key_Shift)


def move(driver: Driver) -> None:
    QTest.mouseMove(driver.window.windowHandle(), QPoint(400, 300))
    QApplication.processEvents()


def click(driver: Driver) -> None:
    QTest.mouseClick(driver.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(400, 500))


def wheel(driver: Driver) -> None:
    QTest.wheelEvent(driver.window.windowHandle(), QPointF(400, 500), QPoint(0, 120))


def touch(driver: Driver) -> None:
    finger = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)
    QTest.touchEvent(driver.window.windowHandle(), finger).press(0, QPoint(400, 500)).commit()
    QTest.touchEvent(driver.window.windowHandle(), finger).release(0, QPoint(400, 500)).commit()


def test_nothing_happens_before_the_time_is_over(ana: Driver, clock: Clock) -> None:
    rest(ana, clock, 9 * MINUTE)
    assert ana.window.place.is_open
    assert WARNING not in ana.texts()


def test_a_warning_comes_first_and_any_key_keeps_the_vault_open(ana: Driver, clock: Clock) -> None:
    rest(ana, clock, 9.5 * MINUTE)
    assert WARNING in ana.texts()
    key(ana)
    assert WARNING not in ana.texts()
    rest(ana, clock, 9 * MINUTE)
    assert ana.window.place.is_open


@pytest.mark.parametrize("act", [key, move, click, wheel, touch], ids=lambda act: act.__name__)
def test_who_does_something_is_there(ana: Driver, clock: Clock, act: Callable[[Driver], None]) -> None:
    rest(ana, clock, 9 * MINUTE)
    act(ana)
    rest(ana, clock, 9 * MINUTE)
    assert ana.window.place.is_open
    rest(ana, clock, 2 * MINUTE)
    assert not ana.window.place.is_open


def test_the_vault_locks_and_the_door_says_why(ana: Driver, clock: Clock) -> None:
    ana.window.go("plan")
    ana.settle()
    rest(ana, clock, 10 * MINUTE)
    ana.settle()
    assert not ana.window.place.is_open
    assert "Nobody touched a key or the mouse for 10 minutes, so the vault was locked." in ana.texts()
    assert ana.focus_name() == "Passphrase for Ana Ruiz"
    ana.write("passphrase", PASSPHRASE)
    ana.press("Unlock")
    assert ana.window.step == "plan"
    ana.press("Lock")
    assert "Nobody touched" not in ana.texts()


def test_the_time_is_the_one_in_the_settings(ana: Driver, clock: Clock) -> None:
    ana.window.prefer(replace(ana.window.preferences, lock_after=30))
    ana.settle()
    rest(ana, clock, 29 * MINUTE)
    assert ana.window.place.is_open
    rest(ana, clock, MINUTE)
    assert not ana.window.place.is_open


def test_work_under_way_ends_first_and_is_kept(ana: Driver, clock: Clock) -> None:
    go_on, kept = threading.Event(), list[object]()

    def work(session: object, _progress: object) -> None:
        go_on.wait(30)
        say_identity(session, "ana@example.org")
        kept.append(identities(session))

    ana.window.run(work, print, owner=None)
    rest(ana, clock, 11 * MINUTE)
    assert ana.window.place.is_open
    go_on.set()
    ana.settle()
    assert kept == [("ana@example.org",)]
    assert not ana.window.place.is_open
    ana.write("passphrase", PASSPHRASE)
    ana.press("Unlock")
    said = list[tuple[str, ...]]()
    ana.window.run(lambda session, _progress: identities(session), said.append, owner=None)
    ana.settle()
    assert said == [("ana@example.org",)]


def test_what_a_computer_slept_through_counts(ana: Driver, clock: Clock) -> None:
    rest(ana, clock, 8 * 60 * MINUTE)
    assert not ana.window.place.is_open


def test_a_clock_that_is_set_back_locks_nothing_and_counts_anew(ana: Driver, clock: Clock) -> None:
    rest(ana, clock, -3600)
    assert ana.window.place.is_open
    rest(ana, clock, 10 * MINUTE)
    assert not ana.window.place.is_open


def test_a_practice_learner_has_nothing_to_hide(driver: Driver, clock: Clock) -> None:
    driver.practice()
    watch(driver, clock)
    rest(driver, clock, 8 * 60 * MINUTE)
    assert driver.window.place.is_open


def test_the_door_says_nothing_however_long_it_stands(driver: Driver, clock: Clock) -> None:
    watch(driver, clock)
    before = driver.texts()
    rest(driver, clock, 8 * 60 * MINUTE)
    assert driver.texts() == before


def test_open_dialogs_go_with_the_vault(ana: Driver, clock: Clock) -> None:
    ana.press("Settings")
    ana.press("Change the passphrase")
    rest(ana, clock, 10 * MINUTE)
    assert not ana.window.place.is_open
    assert ana.window.cover is None


def test_a_file_window_is_closed_before_the_vault_locks(ana: Driver, clock: Clock) -> None:
    ana.press("Settings")
    ana.press("Back up")
    assert ana.window.findChild(QFileDialog) is not None
    rest(ana, clock, 10 * MINUTE)
    ana.until(lambda: not ana.window.place.is_open)
    ana.until(lambda: ana.window.findChild(QFileDialog) is None)
    ana.settle()


def test_an_open_menu_is_closed_before_the_vault_locks(ana: Driver, clock: Clock) -> None:
    ana.button("Language: English").click()
    assert QApplication.activePopupWidget() is not None
    rest(ana, clock, 10 * MINUTE)
    ana.until(lambda: not ana.window.place.is_open)
    assert QApplication.activePopupWidget() is None


def test_the_watch_looks_at_its_clock_by_itself(ana: Driver, clock: Clock) -> None:
    assert ana.window.latch.idle._timer.interval() == CHECK_EVERY
    ana.window.latch.idle._timer.setInterval(10)
    clock.now += 11 * MINUTE
    ana.until(lambda: not ana.window.place.is_open)
