"""Every way to add records on their page, and an import that is stopped."""

import json
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from records_page import names, page_of
from terminal import PASSPHRASE, RECORDS, plain_credential
from window_driver import Driver

from ui.pages import record_changes


def unlocked(driver: Driver) -> Driver:
    driver.write("passphrase", PASSPHRASE)
    driver.press("Unlock")
    driver.until(lambda: driver.window.place.is_open)
    driver.settle()
    return driver


def file_of(folder: Path, name: str, content: object) -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


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
