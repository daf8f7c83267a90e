"""Records that are removed and brought back, very many of them, and strange ones."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from records_page import add, card_of, names, page_of
from terminal import RECORDS, plain_credential
from window_driver import Driver

from ui.pages import record_changes

HOSTILE = 'Safe<b>bold</b><img src="file:///etc/passwd">&amp; {name} %s \U0001f469\u200d\U0001f52c'


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
