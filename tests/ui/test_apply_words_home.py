"""Own words can be kept home in the window, and just what is checked goes: of words as of records."""

from pathlib import Path

import pytest
from apply_window import POSTING, asked, enter, posting, take
from applying_world import PRIVATE, TERMS, showing
from PySide6.QtWidgets import QCheckBox
from window_driver import Driver

from app.journey.apply.standing import apply_step

WORDS = "I wove qwzx at home."
ON = "Your own word on: Weave qwzx"


@pytest.fixture
def page(driver: Driver, tmp_path: Path) -> Driver:
    """A posting that a record answers but for one thing, to which own words speak."""
    enter(driver, tmp_path / "world", showing("Both", TERMS, PRIVATE))
    take(driver, posting(tmp_path, requirements=[*POSTING["requirements"], "Weave qwzx"]))
    driver.press("say-2")
    driver.type(WORDS)
    driver.press("keep-words")
    driver.settle()
    return driver


def shown(page: Driver) -> list[str]:
    return [one.how for one in asked(page, apply_step).open.ready.tailored.shown]


def test_words_that_are_kept_home_do_not_go_and_are_told_so(page: Driver) -> None:
    assert shown(page) == ["record", "record", "own_word"]
    page.press("change-2")
    page.press("hush")
    page.settle()
    assert shown(page) == ["record", "record", "uncovered"]
    told = page.texts()
    assert "Your words stay home." in told
    assert "You keep your own words on it home." in told
    assert "Shown by: Nothing that goes (Kept home)" in told
    page.press("undo")
    page.settle()
    assert shown(page)[2] == "own_word"


def test_words_kept_home_are_there_when_they_shall_go_after_all(page: Driver) -> None:
    page.press("change-2")
    page.press("hush")
    page.settle()
    page.press("say-2")
    page.press("keep-words")
    page.settle()
    assert shown(page)[2] == "own_word"
    assert f"“{WORDS}”" in page.texts()


def test_just_what_is_checked_goes_of_own_words_too(page: Driver) -> None:
    page.press("choose-others")
    page.press("way-by-hand")
    assert f"“{WORDS}”" in page.texts()
    page.press("Both")
    page.press(ON)
    assert "3 things would not be shown." in page.texts()
    page.press("use-these")
    page.settle()
    assert shown(page) == ["uncovered"] * 3
    page.press("choose-others")
    assert not any(one.isChecked() for one in page.front.findChildren(QCheckBox))
    page.press("way-tailor")
    page.press("use-these")
    page.settle()
    assert shown(page) == ["record", "record", "own_word"]


def test_one_check_keeps_words_home_where_the_rest_is_chosen(page: Driver) -> None:
    page.press("choose-others")
    page.press(ON)
    page.press("use-these")
    page.settle()
    assert shown(page) == ["record", "record", "uncovered"]
    page.press("choose-others")
    page.press("let-be")
    page.settle()
    assert shown(page)[2] == "own_word"
