"""Another language, text size or room takes nothing away that was open: it stands there again, in that language."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from window_driver import Driver
from window_states import all_states

from app.preferences import Preferences

SMALL = (Preferences(language="en", theme="light"), (1024, 640))


def switch(driver: Driver, **chosen: object) -> None:
    """Choose something in the window's preferences."""
    driver.window.prefer(replace(driver.window.preferences, **chosen))
    driver.settle()


def open_dialogs(driver: Driver) -> int:
    """How many dialogs lie on each other."""
    assert driver.window.cover is None or driver.window.cover.isVisible()
    return len(driver.window.covers._open) if driver.window.cover is not None else 0


def in_front(driver: Driver) -> str:
    """All that the dialog in front says."""
    labels = [one for one in driver.front.findChildren(QLabel) if one.isVisible()]
    return "\n".join(filter(None, (one.accessibleName() or one.text() for one in labels)))


def test_every_dialog_outlives_another_language(driver: Driver) -> None:
    """From English to Spanish at one, back at the next."""
    gone = []
    for name in all_states(driver):
        before = open_dialogs(driver)
        if not before:
            continue
        switch(driver, language="en" if driver.window.preferences.language == "es" else "es")
        if open_dialogs(driver) != before:
            gone.append(name)
        assert QApplication.activeWindow() is driver.window, f"{name}: a window of its own took the keyboard"
    assert gone == []


@pytest.mark.parametrize("driver", [SMALL], indirect=True)
@pytest.mark.parametrize("step", ["records", "skills", "apply", "after"])
def test_the_panel_opened_over_a_page_stands_again(driver: Driver, step: str) -> None:
    driver.practice()
    driver.window.go(step)
    driver.settle()
    if step == "apply":
        driver.press("practice-posting")
    driver.press("open-side")
    english = in_front(driver)
    switch(driver, language="es")
    assert open_dialogs(driver) == 1
    assert in_front(driver) not in ("", english)
    switch(driver, language="en")
    assert in_front(driver) == english


@pytest.mark.parametrize("driver", [SMALL], indirect=True)
def test_the_panel_is_closed_where_there_is_room_for_it_at_the_side(driver: Driver) -> None:
    driver.practice()
    driver.press("open-side")
    driver.window.resize(1440, 900)
    driver.settle()
    assert open_dialogs(driver) == 0
    assert "Drop files here" in driver.texts()


def test_a_need_and_a_step_are_told_in_the_other_language_and_can_still_be_answered(driver: Driver) -> None:
    driver.practice()
    driver.window.go("plan")
    driver.settle()
    driver.press("next")
    driver.press("group-missing")
    driver.press(next(name for name in driver.object_names() if name.startswith("why-")))
    driver.press(next(name for name in driver.object_names() if name.startswith("taught-")))
    assert open_dialogs(driver) == 3
    english = in_front(driver).splitlines()
    switch(driver, language="es")
    assert open_dialogs(driver) == 3
    assert "It teaches, of what you need" in english
    assert "Enseña, de lo que necesita" in in_front(driver)
    assert "weeks" not in in_front(driver)
    if "state-started" in driver.object_names():
        driver.press("state-started")
        assert open_dialogs(driver) == 2
