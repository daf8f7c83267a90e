"""Leaving a practice learner: nothing that was done as them is kept, so the program asks."""

from PySide6.QtCore import Qt
from window_driver import Driver


def test_leaving_practice_asks_first_and_staying_keeps_all(maya: Driver) -> None:
    maya.window.go("goal")
    maya.settle()
    maya.press("Leave practice")
    assert maya.window.place.is_open
    assert "What you did here is not kept." in maya.texts()
    assert maya.focus_name() == "Stay"
    maya.press("Stay")
    assert maya.window.place.is_open
    assert maya.window.step == "goal"
    assert maya.window.cover is None


def test_escape_stays(maya: Driver) -> None:
    maya.press("Leave practice")
    maya.key(Qt.Key.Key_Escape)
    maya.settle()
    assert maya.window.place.is_open
    assert maya.window.cover is None


def test_who_says_yes_comes_to_the_door(maya: Driver) -> None:
    maya.press("Leave practice")
    maya.press("leave")
    maya.until(lambda: not maya.window.place.is_open)
    assert "New here?" in maya.texts()


def test_it_is_asked_once_however_often_the_band_is_pressed(maya: Driver) -> None:
    band = maya.button("leave-practice")
    maya.press("Leave practice")
    band.click()
    maya.settle()
    maya.press("Stay")
    assert maya.window.cover is None
