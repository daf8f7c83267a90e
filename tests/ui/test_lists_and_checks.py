"""What the terminal can do with files and lists, the window can do too: check a file, what was sent, lists at hand."""

import json
from pathlib import Path

from journey_world import unsigned
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit
from window_driver import Driver

from app.places import asset
from ui.dialogs import at_hand, read_back
from ui.pages import record_changes
from ui.pages.record_card import record_card


def choose(driver: Driver, file: Path) -> None:
    """In the system's own window, take a file."""
    driver.until(lambda: bool(driver.window.findChildren(QFileDialog)))
    (asking,) = driver.window.findChildren(QFileDialog)
    asking.selectFile(str(file))
    asking.fileSelected.emit(str(file))
    asking.done(0)
    driver.settle()


def record_file() -> Path:
    return next(asset("practice", "maya").glob("records/stock*.json"))


def test_a_file_is_checked_and_nothing_of_it_is_kept(own: Driver) -> None:
    read_back.open_file(own.window, record_file())
    own.settle()
    said = own.texts()
    for question in ("Is the signature sound?", "Is it in force today?", "Is it about you?", "Can we read all of it?"):
        assert question in said
    assert "Nothing of it is kept in your vault." in said
    own.press("close")
    assert "Add your first record" in own.texts()


def test_a_file_to_check_is_chosen_on_the_records_page(own: Driver) -> None:
    own.press("Check a file without keeping it")
    choose(own, record_file())
    assert "Check of stock-and-till.json" in own.texts()


def test_a_file_that_is_no_record_is_told_in_a_sentence(own: Driver, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all")
    read_back.open_file(own.window, letter)
    own.settle()
    assert "Check of letter.txt" in own.texts()
    assert "This looks like plain text. There is no learning record in it." in own.texts()


def test_what_was_sent_is_checked_again(maya: Driver, tmp_path: Path) -> None:
    maya.window.go("apply")
    maya.settle()
    maya.press("practice-posting")
    maya.press("next")
    maya.write("sign-folder", str(tmp_path / "papers"))
    maya.press("sign-now")
    maya.window.covers.close()
    maya.window.go("after")
    maya.settle()
    maya.press(next(name for name in maya.object_names() if name.startswith("see-")))
    maya.press("Check what I sent")
    said = maya.texts()
    assert "The file as a whole" in said
    assert "Is the signature sound?" in said
    assert "did:" not in said


def test_a_list_is_added_counts_at_once_and_is_taken_out(own: Driver, tmp_path: Path) -> None:
    record_changes.add_files(own.window, [record_file()])
    own.settle()
    listed = tmp_path / "college.json"
    listed.write_bytes(asset("practice", "practice-issuers.json").read_bytes())
    assert "Issuer is in a known list" not in own.texts()
    own.press("Details of Stock and Till")
    own.press("See the lists: Is the issuer in a list we know?")
    assert "Nothing is at hand yet." in own.texts()
    own.press("add-list")
    choose(own, listed)
    assert "8 known issuers" in own.texts()
    own.press("close")
    assert "It is in this list: Practice list of issuers." in own.texts()
    own.press("close")
    at_hand.open_dialog(own.window)
    own.settle()
    own.press("Take out Practice list of issuers")
    assert "Nothing is at hand yet." in own.texts()


def test_kept_pages_are_added(own: Driver) -> None:
    record_changes.add_files(own.window, [record_file()])
    own.settle()
    at_hand.open_dialog(own.window)
    own.settle()
    own.press("add-pages")
    choose(own, asset("practice", "documents"))
    assert "9 kept pages" in own.texts()
    own.press("close")
    own.press("Details of Stock and Till")
    assert "The issuer’s list does not cancel it." in own.texts()


def test_a_list_that_cannot_be_read_is_told_in_the_dialog(own: Driver, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text("no list")
    at_hand.open_dialog(own.window)
    own.settle()
    own.press("add-list")
    choose(own, wrong)
    assert "wrong" in own.texts()
    assert "Nothing is at hand yet." in own.texts()


def test_words_of_a_hundred_thousand_letters_are_pasted_while_one_waits(own: Driver) -> None:
    record = unsigned("Big")
    word = "abcdefghij" * 10_000
    record["credentialSubject"]["achievement"]["description"] = " ".join([word] * 10)
    pasted = QMimeData()
    pasted.setText(json.dumps(record))
    own.press("paste")
    (edit,) = own.front.findChildren(QPlainTextEdit)
    edit.insertFromMimeData(pasted)
    QApplication.processEvents()
    # looking for where such a word may end takes Qt half a minute
    assert edit.wordWrapMode() == QTextOption.WrapMode.WrapAnywhere
    own.press("add-pasted")
    assert "Details of Big" in own.button_names()


def test_a_name_of_twenty_thousand_words_makes_no_card_as_tall_as_the_page(own: Driver) -> None:
    record_changes.add_text(own.window, json.dumps(unsigned("Care " * 20_000)))
    own.settle()
    shown = record_changes.memory_of(own.window).shown
    assert shown is not None
    card = record_card(own.window.look, shown.cards[0], lambda _key: None)
    assert card.sizeHint().height() < 300
    own.press(next(name for name in own.button_names() if name.startswith("Details of Care")))
    assert "Its whole name" in own.texts()
    assert max(len(one.text()) for one in own.front.findChildren(QLabel, "heading")) < 130


def test_a_key_is_told_in_words_and_stands_to_the_letter_in_the_file_alone(maya: Driver) -> None:
    maya.press("Details of Shift Supervisor, 4 years")
    said = maya.texts()
    assert "did:" not in said
    assert "urn:" not in said
    maya.press("show-file")
    assert any("did:" in edit.toPlainText() for edit in maya.front.findChildren(QPlainTextEdit))


def test_guesses_without_an_agreed_skill_say_what_to_do(own: Driver) -> None:
    record_changes.add_text(own.window, json.dumps(unsigned("Customer service")))
    own.settle()
    own.window.go("skills")
    own.settle()
    said = own.texts()
    assert "No skill is agreed yet" in said


def test_empty_pages_offer_somebody_made_up(own: Driver) -> None:
    for step in ("records", "skills", "goal", "plan", "apply", "after"):
        own.window.go(step)
        own.settle()
        assert "Try a practice learner" in own.button_names(), step


def test_jobs_like_one_are_found(maya: Driver) -> None:
    maya.window.go("goal")
    maya.settle()
    maya.press("Jobs like Medical Assistants")
    assert "Jobs like Medical Assistants" in maya.texts()
    assert sum(name.startswith("Compare ") for name in maya.button_names()) > 3


def test_what_a_thing_asked_means_is_said_by_looking_for_it(maya: Driver) -> None:
    maya.window.go("apply")
    maya.settle()
    maya.press("practice-posting")
    change = next(name for name in maya.button_names() if name.startswith("Choose another for: "))
    maya.press(change)
    maya.press("say-meaning")
    maya.write("search-skill", "service orientation")
    maya.until(lambda: any(one.isVisible() for one in maya.front.findChildren(QLabel)))
    maya.settle()
    maya.until(lambda: "found-0" in maya.object_names())
    maya.press("found-0")
    maya.press("this-is-it")
    assert "You said that it means" in maya.texts()
