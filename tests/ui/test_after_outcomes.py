"""What came of what was sent: said, changed, taken back; and what they saw."""

import json
from pathlib import Path

import pytest
from after_page import box, language
from ordinary_person import as_ordinary_person
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from sent_things import on_worker
from window_driver import Driver

from app.journey.after.ledger import entries


def codes(driver: Driver) -> list[str]:
    """What the vault knows to have come of each, newest first."""
    return on_worker(driver, lambda session: [one.code for one in entries(session)])


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
