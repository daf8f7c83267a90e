"""Guesses on the Skills page: answered, undone, searched for, and asked again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from skills_page import GIVING, MEDICINE, YES_MEDICINE, rows, search
from window_driver import Driver

TILL = "“Balance the till” sounds like “Carry out end of day accounts”. Is that right?"
YES_TILL = "Yes, “Balance the till” means “Carry out end of day accounts”"
STAFF = "“Training new employees” sounds like “Train employees”. Is that right?"


def rail(driver: Driver) -> str:
    """What the rail says of this step."""
    return driver.button("step-skills").accessibleDescription()


def test_guesses_stand_beside_with_their_source_and_why(maya_skills: Driver) -> None:
    texts = maya_skills.texts()
    assert "5 guesses need your yes or no" in texts
    assert MEDICINE in texts
    assert TILL in texts
    assert STAFF in texts
    assert "From Volunteer, 60 hours" in texts
    assert "Why we ask: people often say “balance the till” for this." in texts
    assert "You can answer the 5 guesses later" in texts


def test_a_yes_takes_the_guess_away_shows_the_skill_and_can_be_undone(maya_skills: Driver) -> None:
    maya_skills.press(YES_MEDICINE)
    assert GIVING in rows(maya_skills)
    assert MEDICINE not in maya_skills.texts()
    assert "4 guesses need your yes or no" in maya_skills.texts()
    assert f"You agreed: “Giving medication” means “{GIVING}”." in maya_skills.texts()
    assert rail(maya_skills) == "38 agreed, 4 open"
    maya_skills.press("Undo")
    assert GIVING not in rows(maya_skills)
    assert MEDICINE in maya_skills.texts()
    assert maya_skills.focus_name() == YES_MEDICINE
    assert rail(maya_skills) == "37 agreed, 5 open"


def test_the_keyboard_goes_to_the_next_guess_and_after_the_last_to_the_line_that_says_so(maya_skills: Driver) -> None:
    maya_skills.button(YES_MEDICINE).setFocus()
    maya_skills.key(Qt.Key.Key_Space)
    maya_skills.settle()
    assert maya_skills.focus_name() == YES_TILL
    for _guess in range(12):
        focus = QApplication.focusWidget()
        if not isinstance(focus, QAbstractButton):
            break
        maya_skills.key(Qt.Key.Key_Space)
        maya_skills.settle()
    assert "You have answered every guess. Well done." in maya_skills.texts()
    assert QApplication.focusWidget().text() == "You have answered every guess. Well done."


def test_a_no_asks_the_next_guess_and_can_be_undone(maya_skills: Driver) -> None:
    maya_skills.press(f"No, “Giving medication” does not mean “{GIVING}”")
    assert MEDICINE not in maya_skills.texts()
    assert "“Giving medication” sounds like “Administer prescribed medication”." in maya_skills.texts()
    maya_skills.press("Undo")
    assert MEDICINE in maya_skills.texts()


def test_a_guess_can_be_pressed_twice_and_is_answered_once(maya_skills: Driver) -> None:
    button = maya_skills.button(YES_MEDICINE)
    button.click()
    button.click()
    maya_skills.settle()
    assert rail(maya_skills) == "38 agreed, 4 open"
    maya_skills.press("Undo")
    assert rail(maya_skills) == "37 agreed, 5 open"


def test_something_else_is_found_as_one_types_and_chosen_by_keyboard_alone(maya_skills: Driver) -> None:
    maya_skills.button("“Giving medication” means something else…").setFocus()
    maya_skills.key(Qt.Key.Key_Space)
    maya_skills.settle()
    assert "Maybe one of these?" in maya_skills.texts()
    search(maya_skills, "greet cust")
    assert maya_skills.button("found-0").text() == "Greet customers, patrons, or visitors (you show this)"
    maya_skills.key(Qt.Key.Key_Down)
    maya_skills.key(Qt.Key.Key_Down)
    chosen = QApplication.focusWidget()
    assert isinstance(chosen, QAbstractButton)
    assert chosen.isChecked()
    name = chosen.text()
    maya_skills.key(Qt.Key.Key_Return)
    maya_skills.settle()
    assert maya_skills.window.cover is None
    assert f"You said: “Giving medication” means “{name}”." in maya_skills.texts()
    assert name in rows(maya_skills)
    maya_skills.press("Undo")
    assert name not in rows(maya_skills)
    assert MEDICINE in maya_skills.texts()


def test_the_search_says_what_is_missing_beside_its_field(maya_skills: Driver) -> None:
    maya_skills.press("“Training new employees” means something else…")
    maya_skills.press("This is it")
    assert "Choose one from the list first." in maya_skills.texts()
    maya_skills.write("search-skill", "zzzzqqq")
    maya_skills.until(lambda: "No skill has a name like this." in maya_skills.texts())
    maya_skills.press("None of these")
    assert STAFF not in maya_skills.texts()
    maya_skills.press("Undo")
    assert STAFF in maya_skills.texts()


def test_what_could_not_be_placed_is_listed_and_can_be_given_a_meaning(maya_skills: Driver) -> None:
    maya_skills.press("5 things we could not place")
    assert "No list we know has this. It is kept as it is." in maya_skills.texts()
    maya_skills.press("Say what it means: Opening huddle")
    maya_skills.press("This is it")
    assert "Type a word or two first." in maya_skills.texts()
    search(maya_skills, "stock shelves")
    assert "Type a word or two first." not in maya_skills.texts()
    name = maya_skills.button("found-0").text()
    maya_skills.press("found-0")
    maya_skills.press("This is it")
    assert "Say what it means: Opening huddle" not in maya_skills.button_names()
    maya_skills.press("Undo")
    assert "Say what it means: Opening huddle" in maya_skills.button_names()
    maya_skills.press("close")
    assert name not in rows(maya_skills)


def test_more_guesses_about_words_that_have_a_meaning_can_be_answered(maya_skills: Driver) -> None:
    maya_skills.press("also")
    assert any(name.startswith("Show ") for name in maya_skills.button_names())
    yes = "Yes, “Schedule patient procedures or appointments” means “Schedule appointments”"
    maya_skills.press(yes)
    assert yes not in maya_skills.button_names()
    maya_skills.press("close")
    maya_skills.press("Change: Schedule patient procedures or appointments")
    assert "Schedule appointments (something you do)" in maya_skills.texts()


def test_a_no_given_by_mistake_can_be_asked_again(maya_skills: Driver) -> None:
    maya_skills.press("1 guess you said no to")
    maya_skills.press("Ask me again if “Endcap build” means “Organise product display”")
    assert "There is no guess you said no to." in maya_skills.texts()
    maya_skills.press("Undo")
    assert "You said it does not mean “Organise product display”." in maya_skills.texts()
