"""The keys that work on every page, the help that lists them, and where the bars hide what has no room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from window_driver import Driver

from app.preferences import Preferences
from ui.pages.steps import STEPS

SMALL = (Preferences(language="en", theme="light"), (1024, 640))
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def press(driver: Driver, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """A key as the system sends it: to the window, where shortcuts are looked for first."""
    driver.window.activateWindow()
    QTest.keyClick(driver.window.windowHandle(), key, modifier)
    driver.settle()


def test_numbers_turn_to_the_steps_and_left_goes_back(driver: Driver) -> None:
    driver.practice()
    for place, step in enumerate(STEPS):
        press(driver, Qt.Key(Qt.Key.Key_1 + place), CTRL)
        assert driver.window.step == step
    press(driver, Qt.Key.Key_Left, ALT)
    assert driver.window.step == STEPS[-2]


def test_numbers_do_nothing_at_the_door(driver: Driver) -> None:
    press(driver, Qt.Key.Key_3, CTRL)
    press(driver, Qt.Key.Key_Left, ALT)
    assert "New here?" in driver.texts()


def test_no_step_is_turned_to_under_an_open_dialog(driver: Driver) -> None:
    driver.practice()
    driver.press("Help")
    press(driver, Qt.Key.Key_3, CTRL)
    assert driver.window.step == "records"


def test_a_key_locks_from_anywhere(driver: Driver) -> None:
    driver.practice()
    driver.press("Settings")
    press(driver, Qt.Key.Key_L, CTRL)
    assert not driver.window.place.is_open
    assert driver.window.cover is None


def test_keys_change_the_text_size_and_stop_at_the_ends(driver: Driver) -> None:
    press(driver, Qt.Key.Key_Minus, CTRL)
    assert driver.window.preferences.text_size == 100
    for _ in range(6):
        press(driver, Qt.Key.Key_Equal, CTRL)
    assert driver.window.preferences.text_size == 200
    press(driver, Qt.Key.Key_Minus, CTRL)
    press(driver, Qt.Key.Key_Plus, CTRL)
    assert driver.window.preferences.text_size == 200


@pytest.mark.parametrize(
    ("step", "says"),
    [
        ("records", "A record is what a school, an employer or another group says you did."),
        ("skills", "Some are guesses."),
        ("goal", "Pick a job to aim for."),
        ("plan", "cheapest way and the fastest way"),
        ("apply", "smallest set of records"),
        ("after", "Here is what you sent"),
    ],
)
def test_help_speaks_of_the_page_that_is_open(driver: Driver, step: str, says: str) -> None:
    driver.practice()
    driver.window.go(step)
    driver.settle()
    press(driver, Qt.Key.Key_F1)
    assert says in driver.texts()
    assert "Ctrl+L" in driver.texts()
    driver.key(Qt.Key.Key_Escape)
    assert driver.window.cover is None


def test_help_at_the_door_tells_how_to_begin_and_who_helps(driver: Driver) -> None:
    press(driver, Qt.Key.Key_F1)
    assert "No vault yet? Start a new one." in driver.texts()
    assert "careeronestop.org" in driver.texts()
    driver.press("About Pathfolio")
    assert "About Pathfolio" in driver.texts()


def test_help_goes_on_in_another_language(driver: Driver) -> None:
    press(driver, Qt.Key.Key_F1)
    driver.window.prefer(Preferences(language="es"))
    driver.settle()
    assert "¿Todavía no tiene una bóveda?" in driver.texts()


def test_a_dialog_of_text_alone_is_scrolled_from_its_buttons(driver: Driver) -> None:
    """As from the title, which has the keyboard first."""
    driver.window.resize(1024, 640)
    press(driver, Qt.Key.Key_F1)
    bar = driver.window.cover.dialog.inside.verticalScrollBar()
    assert bar.maximum() > 0
    for _ in range(2):
        press(driver, Qt.Key.Key_PageDown)
        assert bar.value() == min(bar.pageStep(), bar.maximum())
        press(driver, Qt.Key.Key_Home)
        assert bar.value() == 0
        press(driver, Qt.Key.Key_End)
        assert bar.value() == bar.maximum()
        press(driver, Qt.Key.Key_PageUp)
        assert bar.value() == max(0, bar.maximum() - bar.pageStep())
        driver.button("Close").setFocus()


def test_a_dialog_gives_the_keyboard_back(driver: Driver) -> None:
    driver.button("Help").setFocus()
    driver.key(Qt.Key.Key_Space)
    driver.key(Qt.Key.Key_Escape)
    assert driver.focus_name() == "Help"


def test_a_lock_after_a_closed_dialog_is_a_lock(driver: Driver) -> None:
    driver.practice()
    driver.press("Help")
    driver.key(Qt.Key.Key_Escape)
    driver.settle()
    driver.press("Lock")
    assert not driver.window.place.is_open


def more(driver: Driver) -> dict[str, bool]:
    """What the menu More holds, and whether it can be chosen."""
    (menu,) = driver.button("More").findChildren(QMenu)
    return {one.text(): one.isEnabled() for one in menu.actions() if one.text()}


@pytest.mark.parametrize("driver", [SMALL], indirect=True)
def test_with_little_room_more_says_whose_vault_it_is(driver: Driver) -> None:
    assert not [one for one in more(driver) if one.startswith("Vault")]
    driver.practice()
    assert more(driver)["Vault: Maya Torres"] is False
    assert {"English", "Español", "Settings", "About Pathfolio"} <= more(driver).keys()


@pytest.mark.parametrize("driver", [SMALL], indirect=True)
def test_more_opens_settings_and_about(driver: Driver) -> None:
    for name in ("Settings", "About Pathfolio"):
        (menu,) = driver.button("More").findChildren(QMenu)
        next(one for one in menu.actions() if one.text() == name).trigger()
        driver.settle()
        assert driver.front.windowTitle() == name
        driver.key(Qt.Key.Key_Escape)
        driver.settle()
