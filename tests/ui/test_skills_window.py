"""The Skills page: guesses, changes, own words, the way back from each, and what can go wrong."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit
from skill_states import press_first, write
from window_driver import Driver
from window_vaults import vault_of

from app.journey.skill_changes import LONGEST
from app.preferences import Preferences
from ui.dialogs.skill_search import PAUSE
from ui.pages.skill.groups import GroupCard
from ui.pages.skill.kept import kept_of

MEDICINE = "“Giving medication” sounds like “Provide medication information”. Is that right?"
TILL = "“Balance the till” sounds like “Operate cash point”. Is that right?"
STAFF = "“Training new employees” sounds like “Train employees”. Is that right?"
YES_MEDICINE = "Yes, “Giving medication” means “Provide medication information”"
LISTENING = "Change: Active Listening"
EATING = "Change: Help someone eat and dress"
LARGE = pytest.mark.parametrize("driver", [(Preferences(language="en", text_size=150), (1024, 640))], indirect=True)


@pytest.fixture
def maya(driver: Driver) -> Driver:
    driver.practice()
    driver.window.go("skills")
    driver.settle()
    return driver


def rows(driver: Driver) -> list[str]:
    """The names of all skills shown."""
    return [line.shows.name for card in driver.shown(GroupCard) for line in card.lines.values()]


def line(driver: Driver, name: str):
    return next(one for card in driver.shown(GroupCard) for one in card.lines.values() if one.shows.name == name)


def rail(driver: Driver) -> str:
    """What the rail says of this step."""
    return driver.button("step-skills").accessibleDescription()


def search(driver: Driver, words: str) -> None:
    """Type into the search, and wait for what is found."""
    driver.write("search-skill", words)
    driver.qtbot.wait(2 * PAUSE)
    driver.settle()


def test_each_skill_says_what_it_is_how_strongly_it_is_shown_and_by_what(maya: Driver) -> None:
    shown = line(maya, "Active Listening").shows
    assert (shown.marks, shown.strength, shown.says) == (4, "Evidence 4 of 4", "Signed, issuer known")
    assert shown.source == "Customer Care in Clinics"
    assert "Working with people" in maya.texts()
    assert len(rows(maya)) == 37


def test_what_is_out_of_date_says_so_in_other_words_and_another_color(maya: Driver) -> None:
    shown = line(maya, "Administer first aid").shows
    assert (shown.says, shown.tone) == ("Signed, expired Jan 31", "partly")


def test_guesses_stand_beside_with_their_source_and_why(maya: Driver) -> None:
    texts = maya.texts()
    assert "3 guesses need your yes or no" in texts
    assert MEDICINE in texts
    assert TILL in texts
    assert STAFF in texts
    assert "From Volunteer, 60 hours" in texts
    assert "Why we ask: both say “medication”." in texts
    assert "You can answer the 3 guesses later" in texts


def test_a_yes_takes_the_guess_away_shows_the_skill_and_can_be_undone(maya: Driver) -> None:
    maya.press(YES_MEDICINE)
    assert "Provide medication information" in rows(maya)
    assert MEDICINE not in maya.texts()
    assert "2 guesses need your yes or no" in maya.texts()
    assert "You agreed: “Giving medication” means “Provide medication information”." in maya.texts()
    assert rail(maya) == "38 agreed, 2 open"
    maya.press("Undo")
    assert "Provide medication information" not in rows(maya)
    assert MEDICINE in maya.texts()
    assert maya.focus_name() == YES_MEDICINE
    assert rail(maya) == "37 agreed, 3 open"


def test_the_keyboard_goes_to_the_next_guess_and_after_the_last_to_the_line_that_says_so(maya: Driver) -> None:
    maya.button(YES_MEDICINE).setFocus()
    maya.key(Qt.Key.Key_Space)
    maya.settle()
    assert maya.focus_name() == "Yes, “Balance the till” means “Operate cash point”"
    for _guess in range(12):
        focus = QApplication.focusWidget()
        if not isinstance(focus, QAbstractButton):
            break
        maya.key(Qt.Key.Key_Space)
        maya.settle()
    assert "You have answered every guess. Well done." in maya.texts()
    assert QApplication.focusWidget().text() == "You have answered every guess. Well done."


def test_a_no_asks_the_next_guess_and_can_be_undone(maya: Driver) -> None:
    maya.press("No, “Giving medication” does not mean “Provide medication information”")
    assert MEDICINE not in maya.texts()
    assert "“Giving medication” sounds like “Administer medication in emergency”." in maya.texts()
    maya.press("Undo")
    assert MEDICINE in maya.texts()


def test_a_guess_can_be_pressed_twice_and_is_answered_once(maya: Driver) -> None:
    button = maya.button(YES_MEDICINE)
    button.click()
    button.click()
    maya.settle()
    assert rail(maya) == "38 agreed, 2 open"
    maya.press("Undo")
    assert rail(maya) == "37 agreed, 3 open"


def test_something_else_is_found_as_one_types_and_chosen_by_keyboard_alone(maya: Driver) -> None:
    maya.button("“Giving medication” means something else…").setFocus()
    maya.key(Qt.Key.Key_Space)
    maya.settle()
    assert "Maybe one of these?" in maya.texts()
    search(maya, "greet cust")
    assert maya.button("found-0").text() == "Greet customers, patrons, or visitors (you show this)"
    maya.key(Qt.Key.Key_Down)
    maya.key(Qt.Key.Key_Down)
    chosen = QApplication.focusWidget()
    assert isinstance(chosen, QAbstractButton)
    assert chosen.isChecked()
    name = chosen.text()
    maya.key(Qt.Key.Key_Return)
    maya.settle()
    assert maya.window.cover is None
    assert f"You said: “Giving medication” means “{name}”." in maya.texts()
    assert name in rows(maya)
    maya.press("Undo")
    assert name not in rows(maya)
    assert MEDICINE in maya.texts()


def test_the_search_says_what_is_missing_beside_its_field(maya: Driver) -> None:
    maya.press("“Balance the till” means something else…")
    maya.press("This is it")
    assert "Type a word or two first." in maya.texts()
    search(maya, "greet")
    assert "Type a word or two first." not in maya.texts()
    maya.press("This is it")
    assert "Choose one from the list first." in maya.texts()
    maya.write("search-skill", "zzzzqqq")
    maya.until(lambda: "No skill has a name like this." in maya.texts())
    maya.press("None of these")
    assert TILL not in maya.texts()
    maya.press("Undo")
    assert TILL in maya.texts()


def test_what_could_not_be_placed_is_listed_and_can_be_given_a_meaning(maya: Driver) -> None:
    maya.press("7 things we could not place")
    assert "No list we know has this. It is kept as it is." in maya.texts()
    maya.press("Say what it means: Planogram reset")
    search(maya, "stock shelves")
    name = maya.button("found-0").text()
    maya.press("found-0")
    maya.press("This is it")
    assert "Say what it means: Planogram reset" not in maya.button_names()
    maya.press("Undo")
    assert "Say what it means: Planogram reset" in maya.button_names()
    maya.press("close")
    assert name not in rows(maya)


def test_more_guesses_about_words_that_have_a_meaning_can_be_answered(maya: Driver) -> None:
    maya.press("also")
    maya.press("Show 3 more guesses")
    maya.press("Yes, “Clean work areas” means “Maintain clean work areas”")
    assert "Yes, “Clean work areas” means “Maintain clean work areas”" not in maya.button_names()
    maya.press("close")
    maya.press("Change: Clean work areas")
    assert "Maintain clean work areas (something you do)" in maya.texts()


def test_a_no_given_by_mistake_can_be_asked_again(maya: Driver) -> None:
    maya.press("1 guess you said no to")
    maya.press("Ask me again if “Training new employees” means “Train crew members”")
    assert "There is no guess you said no to." in maya.texts()
    maya.press("Undo")
    assert "You said it does not mean “Train crew members”." in maya.texts()


def test_a_change_tells_what_it_is_and_where_it_comes_from(maya: Driver) -> None:
    maya.press("Change: Medical terminology")
    texts = maya.texts()
    assert "Medical terminology (skill, European list)" in texts
    assert "It says: “Medical terminology”" in texts
    assert "Given by " in texts


def test_a_level_is_said_in_plain_words_kept_and_undone(maya: Driver) -> None:
    maya.press(LISTENING)
    assert maya.button("level-none").isChecked()
    maya.press("How well can you do it?: Very well")
    maya.press("Save")
    assert "“Active Listening”: Very well" in maya.texts()
    maya.press(LISTENING)
    assert maya.button("level-very_well").isChecked()
    maya.press("form-cancel")
    maya.press("Undo")
    maya.press(LISTENING)
    assert maya.button("level-none").isChecked()


def test_what_is_not_right_goes_off_the_list_and_can_be_undone(maya: Driver) -> None:
    maya.press(LISTENING)
    maya.press("This is not right")
    assert "Active Listening" not in rows(maya)
    maya.press("Undo")
    assert "Active Listening" in rows(maya)


def test_a_skill_can_be_something_else(maya: Driver) -> None:
    maya.press(LISTENING)
    maya.press("It is something else…")
    search(maya, "greet guests")
    name = maya.button("found-0").text()
    maya.press("found-0")
    maya.press("This is it")
    assert "Active Listening" not in rows(maya)
    assert name in rows(maya)
    maya.press("Undo")
    assert "Active Listening" in rows(maya)


def test_own_words_are_added_with_what_they_mean_and_a_sample_and_undone(maya: Driver) -> None:
    maya.press("Add a skill in my own words")
    write(maya, "own-text", "Speak Spanish with families and work in teams")
    maya.until(lambda: any(one.objectName() == "means-0" and one.isVisible() for one in maya.shown(QAbstractButton)))
    maya.press("means-0")
    write(maya, "own-sample", "A letter from the hotel")
    maya.press("Add this skill")
    shown = line(maya, "Speak Spanish with families and work in teams").shows
    assert (shown.marks, shown.says) == (2, "Your word, with a work sample")
    maya.press("Change: Speak Spanish with families and work in teams")
    assert "To show for it: A letter from the hotel" in maya.texts()
    assert "Your own words. We do not know yet which skill they mean." not in maya.texts()
    maya.press("form-cancel")
    maya.press("Undo")
    assert "Speak Spanish with families and work in teams" not in rows(maya)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("  \n ", "Write a few words first."),
        ("x" * (LONGEST + 1), "This is too long. It may have 2,000 letters at most."),
        ("help  someone\nEat and dress", "You have said this already. You can change it in the list."),
    ],
)
def test_what_is_wrong_with_own_words_stands_beside_them_and_nothing_typed_is_lost(
    maya: Driver, words: str, wrong: str
) -> None:
    maya.press("Add a skill in my own words")
    write(maya, "own-text", words)
    maya.press("Add this skill")
    assert wrong in maya.texts()
    edit = maya.front.findChild(QPlainTextEdit, "own-text")
    assert edit.hasFocus()
    assert edit.toPlainText() == words
    assert edit.accessibleDescription() == wrong
    maya.press("form-cancel")
    maya.press("Add a skill in my own words")
    assert maya.front.findChild(QPlainTextEdit, "own-text").toPlainText() == words


def test_own_words_can_be_said_in_another_way_and_removed_and_both_undone(maya: Driver) -> None:
    maya.press(EATING)
    maya.press("Change my words: Help someone eat and dress")
    write(maya, "own-text", "Help people at meals")
    maya.press("Save")
    assert "Help people at meals" in rows(maya)
    maya.press("Undo")
    assert "Help someone eat and dress" in rows(maya)
    maya.press(EATING)
    maya.press("Remove my words: Help someone eat and dress")
    assert "Help someone eat and dress" not in rows(maya)
    maya.press("Undo")
    assert "Help someone eat and dress" in rows(maya)


def test_own_words_that_mean_no_skill_can_be_given_a_meaning(maya: Driver) -> None:
    maya.press(EATING)
    maya.press("Say what it means…")
    search(maya, "feed patients")
    maya.press("found-0")
    maya.press("This is it")
    maya.press(EATING)
    assert "We do not know yet" not in maya.texts()


def test_words_from_strangers_are_shown_as_they_stand(maya: Driver) -> None:
    maya.press("Add a skill in my own words")
    write(maya, "own-text", "<img src=x> <b>Boss</b> " + "W" * 90 + " \u202eevil {name}")
    maya.press("Add this skill")
    assert any(name.startswith("<img src=x> <b>Boss</b> WWW") for name in rows(maya))
    assert "Added: “<img src=x> <b>Boss</b>" in maya.texts()
    assert "\u202e" not in maya.texts()


def test_another_language_half_way_through_typing_keeps_what_was_typed(maya: Driver) -> None:
    maya.press("Add a skill in my own words")
    write(maya, "own-text", "Repair bicycles")
    maya.front.findChild(QPlainTextEdit, "own-text").setFocus()
    maya.window.prefer(replace(maya.window.preferences, language="es"))
    maya.settle()
    edit = maya.front.findChild(QPlainTextEdit, "own-text")
    assert edit.toPlainText() == "Repair bicycles"
    assert edit.hasFocus()
    assert "¿Quiere decir algo de esto?" in maya.texts() or "En sus propias palabras" in maya.texts()
    maya.press("Agregar")
    assert "Repair bicycles" in rows(maya)


def test_a_search_half_way_through_survives_another_text_size(maya: Driver) -> None:
    press_first(maya, "else-")
    search(maya, "greet guests")
    maya.press("found-0")
    name = maya.button("found-0").text()
    maya.window.prefer(replace(maya.window.preferences, text_size=200))
    maya.settle()
    assert maya.field("search-skill").text() == "greet guests"
    assert maya.button("found-0").isChecked()
    maya.press("this-is-it")
    assert name in rows(maya)


def test_locking_in_the_middle_of_an_answer_tells_nothing_at_the_door_and_keeps_nothing_open(maya: Driver) -> None:
    maya.press("Add a skill in my own words")
    write(maya, "own-text", "Half a sen")
    maya.press("form-cancel")
    maya.button(YES_MEDICINE).click()
    maya.window.lock()
    maya.settle()
    assert "You agreed" not in maya.texts()
    assert "skills" not in maya.window.memories.of
    maya.window.take_back()
    maya.settle()
    maya.practice()
    maya.window.go("skills")
    maya.settle()
    assert kept_of(maya.window).draft.text == ""
    assert MEDICINE in maya.texts()


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


def test_the_one_next_thing_is_to_pick_a_goal(maya: Driver) -> None:
    maya.press("Next: pick a goal")
    assert maya.window.step == "goal"


@LARGE
def test_with_little_room_guesses_are_a_bar_that_opens_them(maya: Driver) -> None:
    assert "3 guesses need your yes or no" in maya.texts()
    assert line(maya, "Active Listening").shows.two
    maya.press("Answer them")
    maya.press(YES_MEDICINE)
    assert maya.focus_name() == "Yes, “Balance the till” means “Operate cash point”"
    maya.press("undo")
    assert MEDICINE in maya.texts()
    maya.press(YES_MEDICINE)
    maya.press("close")
    assert "2 guesses need your yes or no" in maya.texts()
    assert "Provide medication information" in rows(maya)


def test_coming_back_from_a_change_gives_the_keyboard_back(maya: Driver) -> None:
    maya.button(LISTENING).setFocus()
    maya.key(Qt.Key.Key_Space)
    maya.settle()
    maya.key(Qt.Key.Key_Escape)
    maya.settle()
    assert maya.focus_name() == LISTENING


def test_the_keyboard_stays_at_change_in_another_language(maya: Driver) -> None:
    control = line(maya, "Active Listening").change
    control.setFocus()
    name = control.objectName()
    maya.window.prefer(replace(maya.window.preferences, language="es"))
    maya.settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == name


def test_two_skills_of_one_name_have_controls_of_two_names(maya: Driver) -> None:
    known = maya.window.memories.of["skills"].known
    one, other = next(group.rows for group in known.page.groups if len(group.rows) > 1)[:2]
    groups = tuple(
        replace(group, rows=tuple(replace(row, name=one.name) if row == other else row for row in group.rows))
        for group in known.page.groups
    )
    maya.window.memories.of["skills"].take(replace(known, page=replace(known.page, groups=groups)))
    maya.settle()
    says = [name for name in maya.button_names() if name.startswith(f"Change: {one.name}")]
    assert says == [f"Change: {one.name}, 1 of 2", f"Change: {one.name}, 2 of 2"]
