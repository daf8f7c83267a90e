"""The After page: what was sent, what comes up, whom to ask, and its papers."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from after_page import box, language
from PySide6.QtCore import QObject, QPoint, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from sent_things import CLINIC, COLLEGE, DENTAL, MARKET, Sending, Told, on_worker, sent_things
from terminal import GOAL
from window_driver import Driver

from app.journey.after.reminders import remind_days
from app.journey.session import Session
from app.preferences import Preferences
from app.vault import store_plan, store_records
from ui.kit.card import RING
from ui.kit.chips import ChipLine
from ui.pages.sent.entry_row import EntryRow

HOSTILE = "<b>Sh\u202eop</b>\n'); DROP TABLE outcome;--"


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


@pytest.mark.parametrize("code", ["offer", "accepted"])
def test_before_an_answer_is_due_or_work_begins_what_they_saw_is_at_hand(driver: Driver, code: str) -> None:
    driver.practice()
    sent_things(driver, replace(CLINIC, told=(Told(code, days=3),)))
    (name,) = [one for one in driver.object_names() if one.startswith(f"act-{code}")]
    driver.press(name)
    assert "What they saw: Lakeside Practice Clinic" in driver.texts()


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


def test_the_rail_says_what_was_saved_to_be_sent(after: Driver) -> None:
    assert "4 applications saved. You hand them on; Pathfolio sends nothing." in after.texts()
    assert "Nothing of yours has left this computer." not in after.texts()


def test_on_a_small_laptop_nothing_of_a_thing_sent_is_cut_off_and_names_without_room_are_counted(after: Driver) -> None:
    after.window.resize(1280, 800)
    after.settle()
    (scroll,) = [one for one in after.shown(QScrollArea) if one.findChildren(EntryRow)]
    assert scroll.widget().width() <= scroll.viewport().width()
    entries = rows(after)
    assert len(entries) == 4
    assert (
        entries[-1].mapTo(scroll.viewport(), QPoint(0, entries[-1].height())).y() <= scroll.viewport().height() + RING
    )
    (line,) = entries[1].findChildren(ChipLine)
    shown = [one for one in line.chips if one.isVisible()]
    assert line.more.isVisible()
    assert line.more.geometry().right() <= line.width()
    assert line.more.text() == f"and {len(line.names) - len(shown)} more"
    assert all(name in line.more.accessibleName() for name in line.names[len(shown) :])
    after.window.resize(2200, 900)
    after.settle()
    assert [one.text() for one in line.chips if one.isVisible()] == line.names
    assert not line.more.isVisible()
