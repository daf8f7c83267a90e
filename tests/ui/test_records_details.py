"""A record's details: every fact, the records inside, the file itself, and who it is about."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
from records_page import COACH, add, facts
from terminal import RECORDS, plain_credential
from window_driver import Driver

from ui.kit.dialog import Dialog
from ui.pages import record_changes


def test_details_say_every_fact_as_question_answer_and_reason(maya: Driver) -> None:
    maya.press(COACH)
    shown = maya.said_in_front()
    assert "Badge from Practice Retail Guild. Given May 2, 2023." in shown
    assert "Does the key belong to the issuer named?" in shown
    assert "No. The issuer does not name this key as its own. As of Nov 20." in shown
    assert "Yes. It is in this list: Practice list of issuers. As of Nov 20." in shown
    assert "It says you can" in shown
    assert "team-coach.json" in shown
    assert "You can use this record now. Its reader sees these same facts." in shown


def test_the_records_inside_open_over_the_one_that_holds_them(driver: Driver) -> None:
    driver.settle()
    driver.press("practice")
    driver.press("person-renee")
    driver.until(lambda: driver.window.place.is_open)
    driver.settle()
    assert "Part of Service courses" in driver.texts()
    driver.press("Details of Service courses")
    assert "2 records inside this one" in driver.said_in_front()
    driver.press("Details of Team Leader Course")
    assert driver.front.windowTitle() == "Team Leader Course"
    driver.press("close")
    assert driver.front.windowTitle() == "Service courses"
    assert driver.focus_name() == "Details of Team Leader Course"
    driver.press("Details of Team Leader Course")
    driver.press("remove-record")
    assert "1 record inside this one" in driver.said_in_front()
    assert "Removed: Team Leader Course." in driver.said_in_front()


def test_a_record_inside_opens_though_it_has_the_words_of_the_one_that_holds_it(own: Driver) -> None:
    inner = {**plain_credential("Course", 1), "type": ["VerifiableCredential", "ClrCredential"]}
    outer = {**inner, "credentialSubject": {"id": "did:example:me", "verifiableCredential": [inner]}}
    add(own, outer)
    card = record_changes.memory_of(own.window).shown.cards[0]
    own.press(f"details-{card.key}")
    before = own.front.findChildren(Dialog) or [own.front]
    (inside,) = [one for one in own.shown(QAbstractButton) if one.objectName().startswith("inside-")]
    inside.click()
    own.settle()
    assert own.front is not before[0]
    assert own.front.windowTitle() == before[0].windowTitle() == "Course"
    own.press("close")
    assert own.front is before[0]


def test_the_file_is_shown_as_it_came_and_can_be_saved_to_the_byte(maya: Driver, tmp_path: Path) -> None:
    maya.press(COACH)
    maya.press("show-file")
    text = maya.front.findChild(QPlainTextEdit)
    assert text is not None
    assert text.isReadOnly()
    assert '"name": "Team Coach"' in text.toPlainText()
    maya.press("close")
    maya.press("save-copy")
    maya.choose(tmp_path / "copy.json")
    assert (tmp_path / "copy.json").read_bytes() == (RECORDS / "team-coach.json").read_bytes().strip()
    assert f"Saved: {tmp_path / 'copy.json'}" in maya.said_in_front()


def test_a_copy_that_cannot_be_written_is_told_in_the_dialog(maya: Driver, tmp_path: Path) -> None:
    maya.press(COACH)
    maya.press("save-copy")
    maya.choose(tmp_path / "nowhere" / "copy.json")
    assert any("There is no such folder" in one for one in maya.said_in_front())


def test_who_a_record_is_about_can_be_said_and_taken_back(maya: Driver) -> None:
    maya.press("Details of Volunteer, 60 hours")
    maya.press("not-mine-0")
    assert "Taken back: “maya.torres@practice.pathfolio.invalid” is not you." in maya.said_in_front()
    maya.press("compare-0")
    assert "Type a name or an address first." in maya.said_in_front()
    maya.write("yours-0", "someone@else.example")
    maya.press("compare-0")
    assert "The record names someone else, or spells it another way." in maya.said_in_front()
    assert maya.focus_name().startswith("It names someone by an e-mail address")
    maya.write("yours-0", " Maya.Torres@practice.pathfolio.invalid")
    maya.key(Qt.Key.Key_Return)
    maya.settle()
    assert "You said that “maya.torres@practice.pathfolio.invalid” is you." in maya.said_in_front()
    assert maya.window.cover is not None, "Enter in a field does not close the dialog"
    maya.press("close")
    assert facts(maya, "Volunteer, 60 hours")[-1] == ("yes", "It is about you")


def test_a_name_in_the_clear_takes_one_press(own: Driver) -> None:
    add(own, plain_credential("Named", credentialSubject={"name": "Ana Ruiz"}))
    own.press("Details of Named")
    own.press("Yes, “Ana Ruiz” is me")
    assert "You said that “Ana Ruiz” is you." in own.said_in_front()
    own.press("close")
    assert facts(own, "Named")[-1] == ("yes", "It is about you")


def test_an_open_dialog_follows_the_language(maya: Driver) -> None:
    maya.press(COACH)
    maya.window.prefer(replace(maya.window.preferences, language="es"))
    maya.settle()
    assert "Insignia de Practice Retail Guild. Se dio el 2 may 2023." in maya.said_in_front()
    assert not any("Nothing has changed" in one for one in maya.said_in_front())
    maya.press("close")
    assert "La firma es correcta" in maya.texts()
