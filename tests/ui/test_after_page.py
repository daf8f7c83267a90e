"""The After page: what was sent, what came of it, what comes up, whom to ask."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from ordinary_person import as_ordinary_person
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from sent_things import CLINIC, COLLEGE, DENTAL, MARKET, Sending, Told, on_worker, sent_things
from terminal import GOAL
from window_driver import Driver

from app.journey.ledger import entries
from app.journey.reminders import remind_days
from app.journey.session import Session
from app.preferences import Preferences
from app.vault import store_plan, store_records
from ui.pages.sent.entry_row import EntryRow

HOSTILE = "<b>Sh\u202eop</b>\n'); DROP TABLE outcome;--"


@pytest.fixture
def after(driver: Driver) -> Driver:
    """The After page of the practice learner, with four things sent."""
    driver.practice()
    sent_things(driver, MARKET, DENTAL, CLINIC, COLLEGE)
    return driver


@pytest.fixture
def unsent(driver: Driver) -> Driver:
    """The After page before anything was sent."""
    driver.practice()
    driver.window.go("after")
    driver.settle()
    return driver


def rows(driver: Driver) -> list[EntryRow]:
    """The entries as they stand below each other."""
    found = [one for one in driver.window.findChildren(EntryRow) if one.isVisible()]
    return sorted(found, key=lambda one: one.mapTo(driver.window, one.rect().topLeft()).y())


def codes(driver: Driver) -> list[str]:
    """What the vault knows to have come of each, newest first."""
    return on_worker(driver, lambda session: [one.code for one in entries(session)])


def language(driver: Driver, code: str) -> None:
    driver.window.prefer(replace(driver.window.preferences, language=code))
    driver.settle()


def box(driver: Driver) -> QPlainTextEdit:
    """The field of several lines in the dialog that is open."""
    (found,) = [one for one in driver.front.findChildren(QPlainTextEdit) if one.isVisible()]
    return found


def test_before_anything_is_sent_the_page_says_what_it_is_for_and_leads_to_apply(unsent: Driver) -> None:
    assert "Nothing sent yet" in unsent.texts()
    assert "Coming up" in unsent.texts()
    assert "Print this list" not in unsent.button_names()
    unsent.press("Go to Apply")
    assert unsent.window.step == "apply"


def test_what_was_sent_stands_newest_first_with_its_day_what_went_and_what_came_of_it(after: Driver) -> None:
    assert [one.entry.organisation for one in rows(after)] == [
        one.organisation for one in (COLLEGE, CLINIC, DENTAL, MARKET)
    ]
    said = after.texts()
    for told in (
        "No answer yet, 5 days",
        "They said the job was filled",
        "Shift Supervisor, 4 years",
        "Speak Spanish (own word)",
        "Saved as a file to send. It has no end date.",
        "10:30",
    ):
        assert told in " ".join(said.split("\u202f")), told
    on = on_worker(after, lambda session: session.clock().astimezone() - timedelta(days=5))
    assert f"Sent on {on:%b} {on.day}, {on.year}" in said


def test_the_tiles_count_all_and_each_outcome(after: Driver) -> None:
    said = after.texts()
    for words in ("things sent", "waiting", "interview", "not this time", "done"):
        assert words in said
    assert "offer" not in said.split("\n")


def test_an_outcome_is_said_with_its_day_and_note_and_can_be_taken_back(after: Driver) -> None:
    after.pick("outcome-4", "Interview")
    after.write("day", "12/4")
    after.write("hour", "2 pm")
    after.write("note", "Bring the card")
    after.press("save-outcome")
    assert "Bring the card" in after.texts()
    assert "Saved. Harbor Practice College: Interview" in after.texts()
    assert codes(after) == ["interview", "interview", "not_this_time", "done"]
    (told,) = on_worker(after, lambda session: entries(session)[0].outcomes)
    assert (told.on.month, told.on.day, told.at.hour) == (12, 4, 14)
    after.press("Undo")
    assert codes(after)[0] == "waiting"
    assert "Bring the card" not in after.texts()
    assert "No answer yet, 5 days" in after.texts()


def test_an_outcome_alone_is_enough(after: Driver) -> None:
    after.pick("outcome-4", "Offer")
    after.press("save-outcome")
    assert codes(after)[0] == "offer"


def test_by_keyboard_alone_and_the_keyboard_stays_where_it_was(after: Driver) -> None:
    after.pick("outcome-4", "Not this time")
    passed = []
    while "Note" not in passed and len(passed) < 9:
        after.key(Qt.Key.Key_Tab)
        passed.append(after.focus_name())
    assert passed[-4:] == ["Close: Harbor Practice College: Not this time", "Day", "Time of day", "Note"]
    after.type("No car")
    after.key(Qt.Key.Key_Return)
    after.until(lambda: after.window.cover is None)
    after.settle()
    wanted = "What came of it, Harbor Practice College: Not this time"
    # the window's own: offscreen, a window that a menu lay over may not be in front again
    after.until(lambda: (held := after.window.focusWidget()) is not None and held.accessibleName() == wanted)
    assert codes(after)[0] == "not_this_time"


def test_a_dialog_that_is_left_changes_nothing(after: Driver) -> None:
    after.pick("outcome-4", "Offer")
    after.key(Qt.Key.Key_Escape)
    after.settle()
    assert codes(after)[0] == "waiting"
    assert "Waiting" in after.button("outcome-4").text()


@pytest.mark.parametrize(
    ("day", "hour", "field", "fault"),
    [
        ("soon", "", "day", "Write the day like this:"),
        ("12/4", "late", "hour", "Write the time like this: 10:30 AM."),
        ("", "10:30", "day", "Write the day, too."),
    ],
)
def test_a_day_or_time_that_cannot_be_read_is_told_beside_its_field(
    after: Driver, day: str, hour: str, field: str, fault: str
) -> None:
    after.pick("outcome-4", "Interview")
    after.write("day", day)
    after.write("hour", hour)
    after.write("note", "Kept")
    after.press("save-outcome")
    assert fault in after.field(field).accessibleDescription()
    assert after.field(field).hasFocus()
    assert after.field("note").text() == "Kept"
    assert codes(after)[0] == "waiting"


def test_a_note_that_is_too_long_is_told_beside_it_and_stays(after: Driver) -> None:
    after.pick("outcome-4", "Offer")
    after.field("note").setText("x" * 501)
    after.press("save-outcome")
    assert "at most" in after.field("note").accessibleDescription()
    assert len(after.field("note").text()) == 501
    assert codes(after)[0] == "waiting"


def test_what_was_typed_stays_when_the_language_changes_and_the_day_means_the_same(after: Driver) -> None:
    after.pick("outcome-4", "Interview")
    after.write("day", "1/12/2027")
    after.write("note", "Half a no")
    language(after, "es")
    assert after.field("note").text() == "Half a no"
    assert after.field("day").text() == "12/1/2027"
    after.press("save-outcome")
    (told,) = on_worker(after, lambda session: entries(session)[0].outcomes)
    assert (told.on.month, told.on.day) == (1, 12)
    assert "Guardado." in after.texts()


def test_what_was_said_before_is_there_to_change_and_stays_under_it(after: Driver) -> None:
    after.pick("outcome-3", "Interview")
    assert after.field("note").text() == "Ask for Ana at the desk"
    assert after.field("hour").text() == "10:30 AM"
    assert "What you said before" in after.texts()
    after.key(Qt.Key.Key_Escape)
    after.pick("outcome-3", "Offer")
    assert after.field("note").text() == ""


def test_they_saw_record_by_record_what_the_file_holds_and_nothing_else(after: Driver) -> None:
    after.press("see-3")
    said = after.texts()
    for told in (
        "What they saw: Lakeside Practice Clinic",
        "Given by Brightway Practice Market",
        "In your own words",
        "You wrote: Speak Spanish with customers",
    ):
        assert told in said, told
    assert "job title" in said
    content = on_worker(after, lambda session: entries(session)[1].kept.presentation)
    after.press("turn-file")
    assert json.loads(box(after).toPlainText()) == json.loads(content)
    assert box(after).isReadOnly()
    after.press("turn-file")
    assert not [one for one in after.front.findChildren(QPlainTextEdit) if one.isVisible()]


def test_a_copy_of_the_file_is_the_exact_file(after: Driver, tmp_path: Path) -> None:
    after.press("see-3")
    after.press("save-copy")
    after.choose(tmp_path / "copy.json")
    content = on_worker(after, lambda session: entries(session)[1].kept.presentation)
    assert (tmp_path / "copy.json").read_bytes() == content
    assert "Saved:" in after.texts()


def test_a_copy_that_cannot_be_written_is_told_in_a_sentence(after: Driver, open_place: Path) -> None:
    open_place.chmod(0o555)
    after.press("see-3")
    after.press("save-copy")
    with as_ordinary_person():
        after.choose(open_place / "copy.json")
    assert not (open_place / "copy.json").exists()
    assert "copy.json" in after.texts() or "written" in after.texts()


def test_names_stay_when_the_records_are_removed(after: Driver) -> None:
    def remove(session: Session) -> None:
        for row in store_records.records(session.vault):
            store_records.remove_record(session.vault, row.key)

    on_worker(after, remove)
    after.window.renew()
    after.settle()
    assert "Shift Supervisor, 4 years" in after.texts()
    after.press("see-3")
    assert "Given by Brightway Practice Market" in after.texts()


def test_text_from_strangers_stays_text(driver: Driver) -> None:
    driver.practice()
    sent_things(driver, Sending(HOSTILE, "<img src=x>" + "W" * 190, 3, CLINIC.skills, (Told("other", HOSTILE),)))
    said = driver.texts()
    assert "<b>Sh" in said
    assert "<img src=x>" in said
    row = rows(driver)[0]
    assert row.width() <= driver.window.width()
    driver.press("see-1")
    assert "What they saw: <b>Sh" in driver.texts()


def test_an_entry_for_nobody_says_so(driver: Driver) -> None:
    driver.practice()
    sent_things(driver, Sending("", "", 1, CLINIC.skills))
    assert "Nobody was named" in driver.texts()
    assert "See what they saw: Nobody was named" in driver.button_names()


def test_a_record_that_ended_brings_its_request_to_copy(after: Driver) -> None:
    after.press("Write the request: CPR and First Aid ended Jan 31")
    draft = box(after)
    assert "CPR and First Aid" in draft.toPlainText()
    assert draft.toPlainText().endswith("Maya Torres")
    after.press("copy-draft")
    assert QApplication.clipboard().text() == draft.toPlainText()
    assert "Copied. You can paste it anywhere now." in after.texts()


def test_a_draft_follows_the_language_until_it_is_changed(after: Driver) -> None:
    after.press("Write the request: Ask Practice First Aid League")
    language(after, "es")
    assert "Hello!" not in box(after).toPlainText()
    box(after).setFocus()
    QTest.keyClicks(box(after), "Dear Ana: ")
    changed = box(after).toPlainText()
    language(after, "en")
    assert box(after).toPlainText() == changed


def test_after_an_interview_there_is_a_note_of_thanks(driver: Driver) -> None:
    driver.practice()
    sent_things(driver, replace(CLINIC, told=(Told("interview", days=-1),)))
    (name,) = [one for one in driver.object_names() if one.startswith("act-thank")]
    driver.press(name)
    assert "Thank Lakeside Practice Clinic" in driver.texts()
    assert "Medical Assistant Trainee" in box(driver).toPlainText()


def test_before_an_interview_what_they_saw_is_at_hand(after: Driver) -> None:
    (name,) = [one for one in after.object_names() if one.startswith("act-interview")]
    after.press(name)
    assert "What they saw: Lakeside Practice Clinic" in after.texts()


def test_a_step_under_way_leads_to_the_plan(driver: Driver) -> None:
    driver.practice()

    def begin(session: Session) -> None:
        step = {"name": "Phlebotomy", "provider": "Hill College", "teaches": ["4.A.4.a.5.I03.D01"]}
        store_plan.choose_steps(session.vault, GOAL, [("a", step)])
        store_plan.set_step_state(session.vault, GOAL, "a", "started")

    on_worker(driver, begin)
    driver.window.go("after")
    driver.settle()
    driver.press("Go to my plan: Phlebotomy is under way")
    assert driver.window.step == "plan"


def test_a_reminder_is_put_aside_and_brought_back(after: Driver) -> None:
    after.press("Do not show again: CPR and First Aid ended Jan 31")
    assert "Write the request: CPR and First Aid ended Jan 31" not in after.button_names()
    assert "Not shown again: CPR and First Aid ended Jan 31" in after.texts()
    held = after.window.focusWidget()
    assert held is not None
    assert held.objectName().startswith("act-")
    after.press("Undo")
    assert "Write the request: CPR and First Aid ended Jan 31" in after.button_names()


def test_the_days_of_reminding_are_chosen_and_brought_back(after: Driver) -> None:
    after.press("Change reminder: Customer Care in Clinics is in force")
    after.press("days-90")
    after.press("save-days")
    assert "We will remind you 90 days before." in after.texts()
    assert on_worker(after, remind_days) == 90
    after.press("Undo")
    assert on_worker(after, remind_days) == 60
    assert "We will remind you 60 days before." in after.texts()


def test_the_list_is_saved_to_print_and_opened(after: Driver, tmp_path: Path) -> None:
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "open")
    try:
        after.press("Print this list")
        after.choose(tmp_path / "list.html")
    finally:
        QDesktopServices.unsetUrlHandler("file")
    paper = (tmp_path / "list.html").read_text(encoding="utf-8")
    for told in ("PRACTICE", "Maya Torres", "Lakeside Practice Clinic", "They said the job was filled"):
        assert told in paper
    assert opened.urls == [QUrl.fromLocalFile(str(tmp_path / "list.html"))]


class Opened(QObject):
    """What would have been opened in another program."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.urls.append(url)


def test_lock_and_finish_locks(after: Driver) -> None:
    after.press("Lock and finish")
    after.settle()
    assert not after.window.place.is_open
    assert "Lakeside Practice Clinic" not in after.texts()


def test_the_foot_says_what_day_it_is(after: Driver) -> None:
    today = on_worker(after, lambda session: session.clock().astimezone())
    assert f"{today:%A}, {today:%B} {today.day}, {today.year}" in after.texts()


def test_of_many_twenty_stand_there_and_twenty_more_come_on_request(driver: Driver) -> None:
    driver.practice()
    many = [replace(MARKET, organisation=f"Shop {number}", ago=60 - number, told=()) for number in range(45)]
    sent_things(driver, *many)
    driver.until(lambda: len(rows(driver)) == 20)
    assert "20 of 45" in driver.texts()
    driver.press("more-sent")
    driver.until(lambda: len(rows(driver)) == 40)
    held = driver.window.focusWidget()
    assert held is not None
    assert held.accessibleName() == "What came of it, Shop 24: Waiting", held
    driver.press("more-sent")
    driver.until(lambda: len(rows(driver)) == 45)
    assert "more-sent" not in driver.object_names()
    language(driver, "es")
    driver.until(lambda: len(rows(driver)) == 45)


@pytest.mark.parametrize(
    "driver", [(Preferences(language="en", theme="light"), (1024, 640))], ids=["small"], indirect=True
)
def test_where_there_is_little_room_the_side_is_a_dialog_that_goes_when_the_page_turns(driver: Driver) -> None:
    driver.practice()
    sent_things(driver, COLLEGE)
    driver.press("open-side")
    driver.press("Do not show again: CPR and First Aid ended Jan 31")
    assert not [one for one in driver.object_names() if one.startswith("act-ended")]
    assert [one for one in driver.object_names() if one.startswith("act-ends_later")]
    assert "Not shown again: CPR and First Aid ended Jan 31" in driver.texts()
