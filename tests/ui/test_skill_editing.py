"""Changes of a skill and own words on the Skills page, and what is half typed there."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
from skill_states import press_first, write
from skills_page import LISTENING, line, rows, search
from window_driver import Driver

from app.journey.skills.changes import LONGEST

EATING = "Change: Help someone eat and dress"


def test_a_change_tells_what_it_is_and_where_it_comes_from(maya_skills: Driver) -> None:
    maya_skills.press("Change: Medical terminology")
    texts = maya_skills.texts()
    assert "Medical terminology (skill, European list)" in texts
    assert "It says: “Medical terminology”" in texts
    assert "Given by " in texts


def test_a_level_is_said_in_plain_words_kept_and_undone(maya_skills: Driver) -> None:
    maya_skills.press(LISTENING)
    assert maya_skills.button("level-none").isChecked()
    maya_skills.press("How well can you do it?: Very well")
    maya_skills.press("Save")
    assert "“Active Listening”: Very well" in maya_skills.texts()
    maya_skills.press(LISTENING)
    assert maya_skills.button("level-very_well").isChecked()
    maya_skills.press("form-cancel")
    maya_skills.press("Undo")
    maya_skills.press(LISTENING)
    assert maya_skills.button("level-none").isChecked()


def test_what_is_not_right_goes_off_the_list_and_can_be_undone(maya_skills: Driver) -> None:
    maya_skills.press(LISTENING)
    maya_skills.press("This is not right")
    assert "Active Listening" not in rows(maya_skills)
    maya_skills.press("Undo")
    assert "Active Listening" in rows(maya_skills)


def test_a_skill_can_be_something_else(maya_skills: Driver) -> None:
    maya_skills.press(LISTENING)
    maya_skills.press("It is something else…")
    search(maya_skills, "greet guests")
    name = maya_skills.button("found-0").text()
    maya_skills.press("found-0")
    maya_skills.press("This is it")
    assert "Active Listening" not in rows(maya_skills)
    assert name in rows(maya_skills)
    maya_skills.press("Undo")
    assert "Active Listening" in rows(maya_skills)


def test_own_words_are_added_with_what_they_mean_and_a_sample_and_undone(maya_skills: Driver) -> None:
    maya_skills.press("Add a skill in my own words")
    write(maya_skills, "own-text", "Speak Spanish with families and work in teams")
    maya_skills.until(
        lambda: any(one.objectName() == "means-0" and one.isVisible() for one in maya_skills.shown(QAbstractButton))
    )
    maya_skills.press("means-1")
    write(maya_skills, "own-sample", "A letter from the hotel")
    maya_skills.press("Add this skill")
    shown = line(maya_skills, "Speak Spanish with families and work in teams").shows
    assert (shown.marks, shown.says) == (2, "Your word, with a work sample")
    maya_skills.press("Change: Speak Spanish with families and work in teams")
    assert "To show for it: A letter from the hotel" in maya_skills.texts()
    assert "Your own words. We do not know yet which skill they mean." not in maya_skills.texts()
    maya_skills.press("form-cancel")
    maya_skills.press("Undo")
    assert "Speak Spanish with families and work in teams" not in rows(maya_skills)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("  \n ", "Write a few words first."),
        ("x" * (LONGEST + 1), "This is too long. It may have 2,000 letters at most."),
        ("help  someone\nEat and dress", "You have said this already. You can change it in the list."),
    ],
)
def test_what_is_wrong_with_own_words_stands_beside_them_and_nothing_typed_is_lost(
    maya_skills: Driver, words: str, wrong: str
) -> None:
    maya_skills.press("Add a skill in my own words")
    write(maya_skills, "own-text", words)
    maya_skills.press("Add this skill")
    assert wrong in maya_skills.texts()
    edit = maya_skills.front.findChild(QPlainTextEdit, "own-text")
    assert edit.hasFocus()
    assert edit.toPlainText() == words
    assert edit.accessibleDescription() == wrong
    maya_skills.press("form-cancel")
    maya_skills.press("Add a skill in my own words")
    assert maya_skills.front.findChild(QPlainTextEdit, "own-text").toPlainText() == words


def test_own_words_can_be_said_in_another_way_and_removed_and_both_undone(maya_skills: Driver) -> None:
    maya_skills.press(EATING)
    maya_skills.press("Change my words: Help someone eat and dress")
    write(maya_skills, "own-text", "Help people at meals")
    maya_skills.press("Save")
    assert "Help people at meals" in rows(maya_skills)
    maya_skills.press("Undo")
    assert "Help someone eat and dress" in rows(maya_skills)
    maya_skills.press(EATING)
    maya_skills.press("Remove my words: Help someone eat and dress")
    assert "Help someone eat and dress" not in rows(maya_skills)
    maya_skills.press("Undo")
    assert "Help someone eat and dress" in rows(maya_skills)


def test_own_words_that_mean_no_skill_can_be_given_a_meaning(maya_skills: Driver) -> None:
    maya_skills.press(EATING)
    maya_skills.press("Say what it means…")
    search(maya_skills, "feed patients")
    maya_skills.press("found-0")
    maya_skills.press("This is it")
    maya_skills.press(EATING)
    assert "We do not know yet" not in maya_skills.texts()


def test_words_from_strangers_are_shown_as_they_stand(maya_skills: Driver) -> None:
    maya_skills.press("Add a skill in my own words")
    write(maya_skills, "own-text", "<img src=x> <b>Boss</b> " + "W" * 90 + " \u202eevil {name}")
    maya_skills.press("Add this skill")
    assert any(name.startswith("<img src=x> <b>Boss</b> WWW") for name in rows(maya_skills))
    assert "Added: “<img src=x> <b>Boss</b>" in maya_skills.texts()
    assert "\u202e" not in maya_skills.texts()


def test_another_language_half_way_through_typing_keeps_what_was_typed(maya_skills: Driver) -> None:
    maya_skills.press("Add a skill in my own words")
    write(maya_skills, "own-text", "Repair bicycles")
    maya_skills.front.findChild(QPlainTextEdit, "own-text").setFocus()
    maya_skills.window.prefer(replace(maya_skills.window.preferences, language="es"))
    maya_skills.settle()
    edit = maya_skills.front.findChild(QPlainTextEdit, "own-text")
    assert edit.toPlainText() == "Repair bicycles"
    assert edit.hasFocus()
    assert "¿Quiere decir algo de esto?" in maya_skills.texts() or "En sus propias palabras" in maya_skills.texts()
    maya_skills.press("Agregar")
    assert "Repair bicycles" in rows(maya_skills)


def test_a_search_half_way_through_survives_another_text_size(maya_skills: Driver) -> None:
    press_first(maya_skills, "else-")
    search(maya_skills, "greet guests")
    maya_skills.press("found-0")
    name = maya_skills.button("found-0").text()
    maya_skills.window.prefer(replace(maya_skills.window.preferences, text_size=200))
    maya_skills.settle()
    assert maya_skills.field("search-skill").text() == "greet guests"
    assert maya_skills.button("found-0").isChecked()
    maya_skills.press("this-is-it")
    assert name in rows(maya_skills)
