"""Check something I was sent: at the door and beside an open vault, from whatever it came in, in plain words."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from after_page import language
from application_pages import LABELS, PAGE
from known_lists import college_file, unreadable
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from received_states import CREATED, POSTING, asked, badges, practice, presented
from signed_records import record_of
from window_driver import Driver

from app.applying.documents import application_html
from app.applying.pdf import application_pdf
from app.preferences import Preferences
from ui.dialogs.received_known import KnownIssuers
from ui.dialogs.received_side import GivenSide


def zipped(*files: bytes) -> bytes:
    """A zip of papers."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for number, content in enumerate(files):
            archive.writestr(str(number), content)
    return held.getvalue()


def carriers() -> dict[str, bytes]:
    """One presentation in each thing that it can come in."""
    signed = presented()
    page = application_html(PAGE, LABELS, signed)
    pdf = application_pdf(PAGE, LABELS, signed, created=CREATED)
    return {"page": page, "pdf": pdf, "zip": zipped(signed, page, b"hello"), "jwt": presented(form="vp+jwt")}


def side(driver: Driver, name: str) -> GivenSide:
    """The side where what was sent, or what was asked, is given."""
    return next(one for one in driver.front.findChildren(GivenSide) if one.edit.objectName() == f"text-{name}")


def drop(driver: Driver, on: GivenSide, data: QMimeData) -> None:
    """Let something go over one of the sides."""
    action, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(on, QDragEnterEvent(QPoint(9, 9), action, data, buttons, keys))
    QApplication.sendEvent(on, QDropEvent(QPointF(9, 9), action, data, buttons, keys))
    driver.settle()


def test_it_is_found_at_the_door_and_needs_no_vault(driver: Driver, tmp_path: Path) -> None:
    driver.settle()
    driver.press("received")
    (tmp_path / "sent.json").write_bytes(presented())
    driver.press("choose-sent")
    driver.choose(tmp_path / "sent.json")
    assert "sent.json" in driver.texts()
    driver.press("check-it")
    said = driver.texts()
    assert "What we found: sent.json" in said
    assert "It names Harbor Practice College as its issuer. Nobody has checked that name." in said
    assert not driver.window.place.is_open
    driver.press("close")
    assert "Check something I was sent" in driver.texts()


def test_it_is_found_in_the_help_of_an_open_vault(own: Driver) -> None:
    own.press("help")
    own.press("received")
    assert "What were you sent?" in own.texts()
    own.window.lock()
    own.settle()
    assert "What were you sent?" not in own.texts()


@pytest.mark.parametrize("driver", [(Preferences("en", 150, "light"), (1024, 640))], ids=["small"], indirect=True)
def test_it_is_found_under_more_where_there_is_little_room(driver: Driver) -> None:
    driver.settle()
    driver.pick("more", "Check something I was sent")
    assert "What were you sent?" in driver.texts()


def test_it_is_found_in_whatever_it_came_in(driver: Driver) -> None:
    driver.settle()
    for name, data in carriers().items():
        asked(driver, data, challenge="c-1", domain="clinic.example")
        driver.press("check-it")
        said = driver.texts()
        assert "Something here says no to a part of it." in said, name
        assert "Manager for eleven years: Is the signature sound?" in said, name
        assert "Own statement: Speak Spanish" in said, name
        assert "It carries the request code." in said, name
        driver.press("close")
        driver.press("form-cancel")


def test_text_is_pasted_and_files_and_text_are_dropped(driver: Driver, tmp_path: Path) -> None:
    driver.settle()
    driver.press("received")
    held = QMimeData()
    held.setText(presented([badges()[0]]).decode())
    drop(driver, side(driver, "sent"), held)
    driver.press("check-it")
    assert "Nothing here says no." in driver.texts()
    driver.press("close")
    (tmp_path / "posting.txt").write_text(POSTING)
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(tmp_path / "posting.txt"))])
    drop(driver, side(driver, "asked"), held)
    driver.press("check-it")
    said = driver.texts()
    assert "What you asked for" in said
    assert "may be shown by Take vital signs; read it and judge. Nobody has checked the issuer’s name." in said
    assert "their own word; nobody else has checked it" in said
    assert "nothing here that we know shows it" in said


def test_a_wrong_code_and_reader_are_said(driver: Driver) -> None:
    driver.settle()
    asked(driver, presented([badges()[0]]), challenge="c-2", domain="bank.example")
    driver.press("check-it")
    said = driver.said_in_front()
    for told in ("It carries another request code.", "It was made for clinic.example."):
        assert any(told in one for one in said), told
    assert driver.label("verdict").text().startswith("This file does not count as it stands.")


def test_with_a_list_the_name_is_checked_and_it_shows_what_was_asked(driver: Driver, tmp_path: Path) -> None:
    driver.settle()
    asked(driver, presented([badges()[0]]), posting=POSTING)
    driver.press("choose-lists")
    driver.choose(college_file(tmp_path))
    (tmp_path / "index.json").write_text("{}")
    driver.press("choose-pages")
    driver.choose(tmp_path)
    assert "known.json" in driver.texts()
    language(driver, "es")
    language(driver, "en")
    driver.press("check-it")
    said = driver.texts()
    assert "Given by Harbor Practice College. It goes by this name in the list Schools we know." in said
    assert "shown by Take vital signs (signed, issuer in a list we know)" in said
    driver.press("close")
    driver.press("away-list-0")
    driver.press("away-pages")
    assert "known.json" not in driver.texts()
    driver.press("check-it")
    assert "It names Harbor Practice College as its issuer. Nobody has checked that name." in driver.texts()


def test_a_list_that_is_none_is_said_where_it_was_chosen(driver: Driver, tmp_path: Path) -> None:
    driver.settle()
    asked(driver, presented([badges()[0]]))
    (tmp_path / "none.json").write_text("[1]")
    driver.press("choose-lists")
    driver.choose(tmp_path / "none.json")
    driver.press("check-it")
    (card,) = driver.front.findChildren(KnownIssuers)
    assert card.wrong.isVisible()
    assert "none" in card.wrong.text()


def test_what_is_late_and_what_cannot_be_read_is_no_refusal(driver: Driver) -> None:
    driver.settle()
    asked(driver, presented(badges()[:2]))
    driver.press("check-it")
    assert driver.label("verdict").text().startswith("1 record is not in force today. Nothing else says no.")
    driver.press("close")
    driver.press("form-cancel")
    asked(driver, presented([badges()[0], unreadable()]))
    driver.press("check-it")
    assert driver.label("verdict").text().startswith("Nothing here says no. 1 part could not be read.")


def test_what_could_not_be_checked_is_never_a_no(driver: Driver) -> None:
    driver.settle()
    asked(driver, presented([badges()[0]]))
    driver.press("check-it")
    said = driver.texts()
    before, after = said.split("What could not be checked here, and why")
    assert "You gave no request code to compare." in after
    assert "No list of issuers is loaded." in after
    assert "Not checked." not in before
    assert "does not mean no" in after
    assert "No. " not in said


def test_practice_is_said_as_practice(driver: Driver) -> None:
    driver.settle()
    asked(driver, practice())
    driver.press("check-it")
    assert driver.label("verdict").text().startswith("PRACTICE.")


def test_what_is_wrong_stands_where_it_can_be_mended_and_nothing_is_lost(driver: Driver) -> None:
    driver.settle()
    asked(driver, b"Dear all", posting="{", challenge="c-1")
    driver.press("check-it")
    assert side(driver, "asked").wrong.isVisible()
    assert not side(driver, "sent").wrong.isVisible()
    side(driver, "asked").edit.setPlainText("Speak Spanish")
    driver.press("check-it")
    assert "We found no signed presentation here." in driver.texts()
    side(driver, "sent").edit.setPlainText("more")
    driver.press("check-it")
    assert "You gave a file and a text. Take one of them away." in driver.texts()
    assert driver.field("received-challenge").text() == "c-1"
    driver.press("away-sent")
    side(driver, "sent").edit.setPlainText("")
    driver.press("check-it")
    assert "Choose the file you were sent, or paste its text." in driver.texts()


def test_all_stays_while_the_language_changes(driver: Driver) -> None:
    driver.settle()
    asked(driver, presented([badges()[0]]), posting=POSTING, challenge="c-1")
    language(driver, "es")
    assert driver.field("received-challenge").text() == "c-1"
    assert side(driver, "asked").edit.toPlainText() == POSTING
    driver.press("check-it")
    assert "Lo que se comprobó" in driver.texts()
    language(driver, "en")
    assert "What was checked" in driver.texts()
    assert "What you asked for" in driver.texts()


def test_it_is_saved_as_text(driver: Driver, tmp_path: Path) -> None:
    driver.settle()
    asked(driver, presented(), posting=POSTING)
    driver.press("check-it")
    driver.press("save-found")
    driver.choose(tmp_path / "found.txt")
    text = (tmp_path / "found.txt").read_text(encoding="utf-8")
    for told in (
        "Something here says no to a part of it.",
        "What was checked",
        "Take vital signs",
        "It ended on Dec 31, 2025.",
    ):
        assert told in text
    assert "Saved. You can print it from there" in driver.texts()
    driver.press("save-found")
    driver.choose(tmp_path / "no folder" / "found.txt")
    assert any("no folder" in one or "found.txt" in one for one in driver.said_in_front())


def test_text_of_strangers_stays_text(driver: Driver) -> None:
    hostile: Any = dict(badges()[0].document)
    hostile["name"] = "<b>Sh\u202eop</b>" + "W" * 300
    driver.settle()
    asked(driver, presented([record_of(hostile)]), posting="<img src=x onerror=1>\nSpeak Spanish")
    driver.press("check-it")
    said = driver.texts()
    assert "<b>Sh" in said
    assert "\u202e" not in said
