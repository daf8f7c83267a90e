"""The Records page: cards of separate facts, every way to add records, to take them away and to bring them back."""

import json
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget
from terminal import PASSPHRASE, RECORDS, plain_credential
from window_driver import Driver

from ui.kit.card import Card
from ui.kit.dialog import Dialog
from ui.kit.text import Marked
from ui.pages import record_changes
from ui.pages.records import RecordsPage

COACH = "Details of Team Coach"
HOSTILE = 'Safe<b>bold</b><img src="file:///etc/passwd">&amp; {name} %s \U0001f469\u200d\U0001f52c'


def unlocked(driver: Driver) -> Driver:
    driver.write("passphrase", PASSPHRASE)
    driver.press("Unlock")
    driver.until(lambda: driver.window.place.is_open)
    driver.settle()
    return driver


def page_of(driver: Driver) -> RecordsPage:
    page = driver.window.pages["records"]
    assert isinstance(page, RecordsPage)
    return page


def file_of(folder: Path, name: str, content: object) -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def card_of(driver: Driver, name: str) -> Card:
    (found,) = [one for one in driver.shown(Card) if one.accessibleName() == name]
    return found


def facts(driver: Driver, name: str) -> list[tuple[str, str]]:
    """The facts of a card as they are read: mark and words."""
    return [(one.mark, one.text()) for one in card_of(driver, name).findChildren(Marked)]


def names(driver: Driver) -> list[str]:
    """The records on the page, from top to bottom."""
    cards = [one for one in driver.shown(Card) if isinstance(one.parentWidget(), type(page_of(driver).list.parts))]
    return [one.accessibleName() for one in sorted(cards, key=lambda one: one.mapTo(driver.window, QPoint(0, 0)).y())]


def add(driver: Driver, *documents: dict) -> None:
    """Records that come as one text."""
    record_changes.add_text(driver.window, json.dumps(list(documents)))
    driver.settle()


# Cards


def test_a_card_says_each_fact_apart_with_its_mark(maya: Driver) -> None:
    assert facts(maya, "CPR and First Aid") == [
        ("yes", "Signature is sound"),
        ("yes", "Key belongs to issuer"),
        ("yes", "Issuer is in a list we know"),
        ("out_of_date", "Expired Jan 31, 2026"),
        ("yes", "No way to cancel it"),
        ("yes", "It is about you"),
    ]
    said = [one.text() for one in card_of(maya, "CPR and First Aid").findChildren(QLabel)]
    assert said[:3] == ["CPR and First Aid", "Practice First Aid League", "Certificate · Feb 1, 2024"]


def test_no_card_gives_a_verdict_on_the_whole(maya: Driver) -> None:
    labels = [one for card in names(maya) for one in card_of(maya, card).findChildren(QLabel)]
    assert len([one for one in labels if one.text()]) == len(names(maya)) * (3 + 6)


def test_a_record_that_cannot_be_read_in_full_has_a_seventh_fact(maya: Driver) -> None:
    contexts = ["https://www.w3.org/ns/credentials/v2", "https://odd.example/v1"]
    add(maya, plain_credential("Odd one", **{"@context": contexts}))
    assert len(facts(maya, "Odd one")) == 7
    assert facts(maya, "Odd one")[0] == ("not_checked", "Some words: not checked")


def test_the_sum_counts_the_facts_and_says_what_not_checked_means(maya: Driver) -> None:
    shown = maya.texts()
    assert "8 records, 48 facts" in shown
    assert "“Not checked” does not mean “no”." in shown
    assert "41 are fine" in shown, "the bar says its numbers in words"
    assert "Ask" not in " ".join(maya.button_names())


def test_the_foot_says_how_many_skills_were_found_and_leads_to_them(maya: Driver) -> None:
    assert "We found 43 skills in these records" in maya.texts()
    maya.press("Next: see my skills")
    assert maya.window.step == "skills"


def test_the_rail_says_how_far_each_step_is(maya: Driver) -> None:
    rail = {one.accessibleName(): one.accessibleDescription() for one in maya.window.furniture.steps.buttons.values()}
    assert rail["Step 1: Records, you are here"] == "8 records"
    assert rail["Step 2: Skills"] == "43 to look at", "what the foot says was found; the four own words are hers"
    assert rail["Step 6: After"] == "Nothing sent yet"
    maya.window.go("skills")
    maya.settle()
    assert maya.button("step-records").accessibleDescription() == "Done: 8 records"
    assert maya.button("step-records").step.visited


# Keyboard


def test_tab_goes_as_the_page_is_read(maya: Driver) -> None:
    maya.window.activateWindow()
    maya.button("settings").setFocus()
    seen = []
    for _ in range(13):
        maya.key(Qt.Key.Key_Tab)
        seen.append(maya.focus_name())
    assert seen[:8] == [f"Details of {name}" for name in names(maya)]
    beside = ["Choose files…", "Paste a link or text", "Choose a whole folder…", "Check a file without keeping it"]
    assert seen[8:] == [*beside, "Next: see my skills"]
    maya.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert maya.focus_name() == "Check a file without keeping it"


def test_details_open_close_and_give_the_keyboard_back_without_a_mouse(maya: Driver) -> None:
    maya.window.activateWindow()
    maya.button(COACH).setFocus()
    maya.key(Qt.Key.Key_Space)
    maya.settle()
    assert maya.front.windowTitle() == "Team Coach"
    assert maya.focus_name() == "Close"
    ring = maya.window.ring._ring
    assert ring is not None
    assert ring.isVisible()
    for _ in range(8):
        maya.key(Qt.Key.Key_Tab)
        assert maya.front.isAncestorOf(QApplication.focusWidget()), "Tab stays in the dialog"
    maya.key(Qt.Key.Key_Escape)
    maya.settle()
    assert maya.window.cover is None
    assert maya.focus_name() == COACH


def test_the_ring_is_not_raised_by_a_mouse(maya: Driver) -> None:
    maya.window.activateWindow()
    maya.key(Qt.Key.Key_Tab)
    maya.click(maya.button("Details of CPR and First Aid"))
    maya.settle()
    assert maya.focus_name() == "Close"
    assert maya.window.ring._ring is None


# Details


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


# Adding


def test_a_file_is_chosen_added_told_and_taken_back(own: Driver, tmp_path: Path) -> None:
    own.press("choose-files")
    own.choose(file_of(tmp_path, "forklift.json", plain_credential()))
    assert names(own) == ["Forklift"]
    assert "1 new record kept." in own.texts()
    assert own.focus_name() == "Details of Forklift"
    own.press("undo")
    assert "1 record removed." in own.texts()
    assert "Add your first record" in own.texts()
    own.press("undo")
    assert names(own) == ["Forklift"]


def test_a_whole_folder_is_added(own: Driver) -> None:
    own.press("choose-folder")
    own.choose(RECORDS)
    assert len(names(own)) == 8


def test_what_was_there_already_is_told_and_not_added_twice(maya: Driver) -> None:
    record_changes.add_files(maya.window, [RECORDS / "team-coach.json"])
    maya.settle()
    assert "Nothing new was kept. 1 was there already." in maya.texts()
    assert len(names(maya)) == 8
    assert maya.window.cover is None


def test_files_that_give_no_record_are_listed_one_by_one_with_the_reason(maya: Driver, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("notes.txt", "buy milk")
    for name, content in (
        ("cut.json", "{"),
        ("empty.json", ""),
        ("link.txt", "https://badges.example/a"),
        ("good.json", plain_credential()),
    ):
        file_of(tmp_path, name, content)
    record_changes.add_files(maya.window, [tmp_path])
    maya.settle()
    shown = maya.said_in_front()
    assert maya.front.windowTitle() == "1 new record kept."
    assert {"all.zip, notes.txt", "cut.json", "empty.json", "link.txt", "https://badges.example/a"} <= set(shown)
    assert "This file is empty." in shown
    assert maya.focus_name() == "Close"
    maya.press("close")
    assert maya.focus_name() == "Details of Forklift"
    maya.press("undo")
    assert "Forklift" not in names(maya)


def test_many_files_that_give_no_record_are_listed_in_parts(own: Driver, tmp_path: Path) -> None:
    for number in range(30):
        file_of(tmp_path, f"note {number:02}.txt", "buy milk")
    record_changes.add_files(own.window, [tmp_path])
    own.settle()
    assert "note 19.txt" in own.said_in_front()
    assert "note 20.txt" not in own.said_in_front()
    own.press("more-report")
    assert "note 29.txt" in own.said_in_front()


def test_a_file_that_is_gone_is_told(own: Driver, tmp_path: Path) -> None:
    record_changes.add_files(own.window, [tmp_path / "gone.json"])
    own.settle()
    assert "There is no file there." in own.said_in_front()


def test_pasted_text_is_added(own: Driver) -> None:
    own.press("paste")
    assert own.focus_name() == "The text of the record"
    own.paste(json.dumps(plain_credential("Cranes")))
    own.press("add-pasted")
    assert names(own) == ["Cranes"]
    assert own.focus_name() == "Details of Cranes"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("  \n", "Paste something first."),
        ("http://badges.example/a", "This is only a link."),
        ('{"name": ', "This file stops in the middle."),
        ('{"milk": 2}', "This looks like data of another program."),
    ],
)
def test_pasted_text_that_gives_no_record_is_told_beside_the_field(own: Driver, text: str, told: str) -> None:
    own.press("paste")
    own.paste(text)
    own.press("add-pasted")
    assert any(one.startswith(told) for one in own.said_in_front())
    assert own.focus_name() == "The text of the record"
    assert own.front.findChild(QPlainTextEdit).toPlainText() == text
    assert "Add your first record" in own.texts()


def test_text_that_is_typed_stays_when_the_language_changes(own: Driver) -> None:
    own.press("paste")
    own.paste("half a record")
    own.window.prefer(replace(own.window.preferences, language="es", text_size=150))
    own.settle()
    assert own.front.findChild(QPlainTextEdit).toPlainText() == "half a record"


def drag(driver: Driver, data: QMimeData) -> None:
    """Drop something in the middle of the page, as the system hands it over."""
    page, place = page_of(driver), QPoint(200, 200)
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(place, action, data, button, none)
    QApplication.sendEvent(page, entered)
    if entered.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(place), action, data, button, none))
    driver.settle()


def test_files_are_dropped_anywhere_on_the_page(own: Driver, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file_of(tmp_path, "a.json", plain_credential("A", 1))))])
    drag(own, data)
    assert names(own) == ["A"]
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    drag(own, data)
    assert "Nothing new was kept. 1 was there already." in own.texts()


def test_a_link_that_is_dropped_is_told_and_not_followed(own: Driver) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://badges.example/a")])
    drag(own, data)
    assert "https://badges.example/a" in own.said_in_front()
    assert "Nothing new was kept." in own.said_in_front()


def test_what_is_of_no_use_is_not_taken(own: Driver) -> None:
    data = QMimeData()
    data.setData("image/png", b"x")
    drag(own, data)
    assert own.window.cover is None


def test_the_area_shows_that_something_is_held_over_it(maya: Driver) -> None:
    page, data = page_of(maya), QMimeData()
    data.setText("{}")
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        page, QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    )
    assert page.area is not None
    assert page.area.ground == "dropping"
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert page.area.ground == "dashed"


# Stopping


@pytest.fixture
def gate(driver: Driver) -> Iterator[threading.Event]:
    """Holds the worker until it is set."""
    opened = threading.Event()
    yield opened
    opened.set()


def held(driver: Driver, gate: threading.Event) -> None:
    driver.window.desk.apart(lambda _progress: gate.wait(60), print, driver.window.fail)


def test_an_import_that_is_canceled_adds_nothing_and_says_so(own: Driver, gate: threading.Event) -> None:
    held(own, gate)
    record_changes.add_files(own.window, [RECORDS])
    own.until(own.window.furniture.foot.working.isVisible)
    own.window.desk.cancel()
    gate.set()
    own.settle()
    assert "Stopped. Nothing was added." in own.texts()
    page_of(own).arrive()
    own.settle()
    assert "Add your first record" in own.texts()


def test_locking_stops_an_import_and_the_door_says_nothing_of_it(own: Driver, gate: threading.Event) -> None:
    held(own, gate)
    record_changes.add_files(own.window, [RECORDS])
    own.button("Lock").click()
    gate.set()
    own.settle()
    assert not own.window.place.is_open
    assert "Stopped" not in own.texts()
    unlocked(own)
    assert "Add your first record" in own.texts()


def test_the_door_says_nothing_of_what_came_in_just_before_it_was_locked(own: Driver, tmp_path: Path) -> None:
    kept = threading.Event()
    record_changes.add_files(own.window, [file_of(tmp_path, "a.json", plain_credential())])
    own.window.desk.apart(lambda _progress: kept.set(), print, own.window.fail)
    own.window.desk._hand_over()  # as it does once the window has drawn
    assert kept.wait(60)  # the window has not heard of it yet
    own.button("Lock").click()
    own.settle()
    assert "kept" not in own.texts()
    unlocked(own)
    assert names(own) == ["Forklift"]


def test_closing_the_window_stops_an_import(own: Driver, gate: threading.Event) -> None:
    held(own, gate)
    record_changes.add_files(own.window, [RECORDS])
    gate.set()
    own.window.close()
    QApplication.processEvents()
    assert not own.window.desk._thread.is_alive()


# Removing


def remove(driver: Driver, name: str) -> None:
    driver.press(f"Details of {name}")
    driver.press("remove-record")


def test_removing_asks_nothing_and_the_keyboard_goes_to_the_next_card(maya: Driver) -> None:
    before = names(maya)
    remove(maya, before[2])
    assert names(maya) == [*before[:2], *before[3:]]
    assert f"Removed: {before[2]}." in maya.texts()
    assert maya.focus_name() == f"Details of {before[3]}"
    maya.press("undo")
    assert names(maya) == before
    assert maya.focus_name() == f"Details of {before[2]}"


def test_where_the_last_card_goes_the_keyboard_goes_to_the_one_before(maya: Driver) -> None:
    before = names(maya)
    remove(maya, before[-1])
    assert maya.focus_name() == f"Details of {before[-2]}"


def test_undo_outlives_another_text_size(maya: Driver) -> None:
    remove(maya, "Team Coach")
    maya.window.prefer(replace(maya.window.preferences, text_size=125))
    maya.settle()
    maya.press("undo")
    assert "Team Coach" in names(maya)


def test_removed_records_are_found_again_and_put_back(maya: Driver) -> None:
    remove(maya, "Team Coach")
    remove(maya, "Stock and Till")
    maya.press("See 2 removed records")
    maya.press("Put back Team Coach")
    assert "Team Coach" not in maya.said_in_front()
    maya.press("Put back Stock and Till")
    assert maya.window.cover is None, "the list closes when nothing is left in it"
    assert {"Team Coach", "Stock and Till"} <= set(names(maya))
    assert "removed record" not in maya.texts()


def test_deleting_for_good_warns_first(maya: Driver) -> None:
    remove(maya, "Team Coach")
    maya.press("See 1 removed record")
    maya.press("Delete Team Coach for good")
    assert maya.focus_name() == "Keep it"
    maya.press("Keep it")
    assert "Team Coach" in maya.said_in_front()
    maya.press("Delete Team Coach for good")
    maya.press("delete-for-good")
    assert "Deleted for good: Team Coach." in maya.texts()
    assert maya.window.cover is None
    assert "removed record" not in maya.texts()
    record_changes.add_files(maya.window, [RECORDS / "team-coach.json"])
    maya.settle()
    assert "1 new record kept." in maya.texts()


# Many, and strange


def test_the_first_twenty_are_shown_and_then_more(own: Driver) -> None:
    add(own, *(plain_credential(f"Badge {number:02}", number) for number in range(45)))
    assert len(names(own)) == 20
    assert "20 of 45" in own.texts()
    own.press("Show 20 more")
    assert len(names(own)) == 40
    assert own.focus_name() == "Details of Badge 20"
    own.press("Show 5 more")
    assert len(names(own)) == 45
    assert "more-records" not in [one.objectName() for one in own.shown(QWidget)]
    own.window.go("skills")
    own.window.go("records")
    own.settle()
    assert len(names(own)) == 45


def test_a_record_is_found_among_many(own: Driver) -> None:
    add(own, *(plain_credential(f"Badge {number:02}", number) for number in range(45)))
    own.write("find-record", "school badge 07")
    own.until(lambda: "1 record fits." in own.texts())
    own.settle()
    assert names(own) == ["Badge 07"]
    own.write("find-record", "accordion")
    own.until(lambda: "No record fits “accordion”." in own.texts())
    own.write("find-record", "x")
    own.key(Qt.Key.Key_Backspace)
    own.until(lambda: len(names(own)) == 20)


def test_few_records_need_no_looking_for(maya: Driver) -> None:
    assert not page_of(maya).list.field.isVisible()


def test_those_that_came_last_stand_first(own: Driver) -> None:
    add(own, *(plain_credential(f"Badge {number:02}", number) for number in range(30)))
    add(own, plain_credential("The new one", 99))
    assert names(own)[0] == "The new one"
    assert own.focus_name() == "Details of The new one"


def test_hostile_text_stays_text(own: Driver) -> None:
    add(own, plain_credential(HOSTILE, 1, issuer={"id": "https://x.example", "name": "<h1>Issuer</h1>\u202egnp"}))
    shown = own.texts()
    assert HOSTILE in shown
    assert "<h1>Issuer</h1>gnp" in shown, "what turns text around is taken out"
    own.press(f"Details of {HOSTILE}")
    assert HOSTILE in own.said_in_front()
    own.press("remove-record")
    assert f"Removed: {HOSTILE}." in own.texts()
    own.press("See 1 removed record")
    own.press(f"Delete {HOSTILE} for good")
    assert HOSTILE in own.said_in_front()
    rich = [one for one in own.shown(QLabel) if "<b>bold" in one.text() and one.textFormat() != Qt.TextFormat.PlainText]
    assert rich == [], [one.text() for one in rich]


def test_a_name_without_end_breaks_and_stands_whole_in_the_details(own: Driver) -> None:
    name = "W" * 300
    add(own, plain_credential(name, 1))
    (shown,) = names(own)
    assert shown.endswith("…")
    assert name.startswith(shown.removesuffix("…"))
    card = card_of(own, shown)
    assert all(one.geometry().right() <= card.width() for one in card.findChildren(QLabel))
    own.press(f"Details of {shown}")
    assert name in own.said_in_front()


# Nothing there


def test_an_empty_page_says_what_to_do_and_offers_somebody_to_look_around_with(own: Driver) -> None:
    assert {"choose-files", "paste", "choose-folder", "practice"} <= {one.objectName() for one in own.shown()}
    assert "No records? Say in your own words what you can do." in own.texts()
    assert own.button("Choose files…").kind == "primary"
    own.press("practice")
    own.press("person-daniel")
    own.until(lambda: own.window.practice)
    own.settle()
    assert "PRACTICE" in own.texts()


def test_nobody_made_up_is_offered_in_practice_or_where_they_are_not_wanted(maya: Driver) -> None:
    record_changes.remove(maya.window, [one.key for one in record_changes.memory_of(maya.window).shown.cards])
    maya.settle()
    assert "Try a practice learner" not in maya.button_names()


def test_compact_the_side_is_a_bar_that_opens_it(maya: Driver) -> None:
    maya.window.prefer(replace(maya.window.preferences, text_size=150))
    maya.settle()
    assert "8 records, 48 facts" in maya.texts()
    maya.press("open-side")
    assert isinstance(maya.front, Dialog)
    assert "41 are fine" in maya.texts()
    maya.press("paste")
    assert maya.front.windowTitle() == "Paste a link or text"
