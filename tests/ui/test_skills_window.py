"""The Skills page: its list, its empty and stopped states, its keyboard, and little room."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from skill_states import write
from skills_page import GIVING, LISTENING, MEDICINE, YES_MEDICINE, line, rows
from window_driver import Driver
from window_vaults import vault_of

from app.preferences import Preferences
from ui.pages.skill.kept import kept_of

LARGE = pytest.mark.parametrize("driver", [(Preferences(language="en", text_size=150), (1024, 640))], indirect=True)


def test_each_skill_says_what_it_is_how_strongly_it_is_shown_and_by_what(maya_skills: Driver) -> None:
    shown = line(maya_skills, "Active Listening").shows
    assert (shown.marks, shown.strength, shown.says) == (4, "Evidence 4 of 4", "Signed, issuer known")
    assert shown.source == "Customer Care in Clinics"
    assert "Working with people" in maya_skills.texts()
    assert len(rows(maya_skills)) == 37


def test_what_is_out_of_date_says_so_in_other_words_and_another_color(maya_skills: Driver) -> None:
    shown = line(maya_skills, "Administer first aid").shows
    assert (shown.says, shown.tone) == ("Signed, expired Jan 31", "partly")


def test_locking_in_the_middle_of_an_answer_tells_nothing_at_the_door_and_keeps_nothing_open(
    maya_skills: Driver,
) -> None:
    maya_skills.press("Add a skill in my own words")
    write(maya_skills, "own-text", "Half a sen")
    maya_skills.press("form-cancel")
    maya_skills.button(YES_MEDICINE).click()
    maya_skills.window.lock()
    maya_skills.settle()
    assert "You agreed" not in maya_skills.texts()
    assert "skills" not in maya_skills.window.memories.of
    maya_skills.window.take_back()
    maya_skills.settle()
    maya_skills.practice()
    maya_skills.window.go("skills")
    maya_skills.settle()
    assert kept_of(maya_skills.window).draft.text == ""
    assert MEDICINE in maya_skills.texts()


def test_where_there_is_nothing_the_page_says_what_to_do(driver: Driver, open_place: Path) -> None:
    from terminal import PASSPHRASE

    vault_of("Ada")
    driver.window.pages["welcome"].arrive()
    driver.settle()
    driver.write("passphrase", PASSPHRASE)
    driver.press("unlock")
    driver.until(lambda: driver.window.place.is_open)
    driver.window.go("skills")
    driver.settle()
    assert "No skills yet" in driver.texts()
    assert "guess" not in driver.texts()
    driver.press("add-first")
    write(driver, "own-text", "Cook for many")
    driver.press("Add this skill")
    assert rows(driver) == ["Cook for many"]
    assert "No skills yet" not in driver.texts()
    driver.press("Undo")
    driver.press("Go to my records")
    assert driver.window.step == "records"


def test_a_load_that_was_stopped_offers_to_look_again(driver: Driver) -> None:
    driver.practice()
    driver.window.go("skills")
    driver.window.desk.cancel()
    driver.settle()
    if "We have not looked yet" in driver.texts():
        driver.press("Look again")
    assert len(rows(driver)) == 37


def test_the_one_next_thing_is_to_pick_a_goal(maya_skills: Driver) -> None:
    maya_skills.press("Next: pick a goal")
    assert maya_skills.window.step == "goal"


@LARGE
def test_with_little_room_guesses_are_a_bar_that_opens_them(maya_skills: Driver) -> None:
    assert "5 guesses need your yes or no" in maya_skills.texts()
    assert line(maya_skills, "Active Listening").shows.two
    maya_skills.press("Answer them")
    maya_skills.press(YES_MEDICINE)
    assert maya_skills.focus_name() == "Yes, “Balance the till” means “Carry out end of day accounts”"
    maya_skills.press("undo")
    assert MEDICINE in maya_skills.texts()
    maya_skills.press(YES_MEDICINE)
    maya_skills.press("close")
    assert "4 guesses need your yes or no" in maya_skills.texts()
    assert GIVING in rows(maya_skills)


def test_coming_back_from_a_change_gives_the_keyboard_back(maya_skills: Driver) -> None:
    maya_skills.button(LISTENING).setFocus()
    maya_skills.key(Qt.Key.Key_Space)
    maya_skills.settle()
    maya_skills.key(Qt.Key.Key_Escape)
    maya_skills.settle()
    assert maya_skills.focus_name() == LISTENING


def test_the_keyboard_stays_at_change_in_another_language(maya_skills: Driver) -> None:
    control = line(maya_skills, "Active Listening").change
    control.setFocus()
    name = control.objectName()
    maya_skills.window.prefer(replace(maya_skills.window.preferences, language="es"))
    maya_skills.settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == name


def test_two_skills_of_one_name_have_controls_of_two_names(maya_skills: Driver) -> None:
    known = maya_skills.window.memories.of["skills"].known
    one, other = next(group.rows for group in known.page.groups if len(group.rows) > 1)[:2]
    groups = tuple(
        replace(group, rows=tuple(replace(row, name=one.name) if row == other else row for row in group.rows))
        for group in known.page.groups
    )
    maya_skills.window.memories.of["skills"].take(replace(known, page=replace(known.page, groups=groups)))
    maya_skills.settle()
    says = [name for name in maya_skills.button_names() if name.startswith(f"Change: {one.name}")]
    assert says == [f"Change: {one.name}, 1 of 2", f"Change: {one.name}, 2 of 2"]
