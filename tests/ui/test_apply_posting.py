"""The posting on the Apply page: filled in, taken from a file, corrected and put away."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from apply_window import POSTING, asked, posting, sign_in, take
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from window_driver import Driver

from app.journey.apply.draft import draft
from ui.pages.apply.posting_file import FileCard


def lines(driver: Driver, name: str, text: str) -> None:
    edit = driver.window.findChild(QPlainTextEdit, f"posting-{name}")
    edit.setPlainText(text)


def test_a_form_is_filled_in_and_sent_on_by_keyboard_alone(apply_start: Driver) -> None:
    apply_start.field("posting-title").setFocus()
    apply_start.type("Front desk")
    apply_start.key(Qt.Key.Key_Tab)
    apply_start.type("Bayview Dental")
    apply_start.key(Qt.Key.Key_Tab)
    apply_start.type("- Book appointments")
    apply_start.key(Qt.Key.Key_Return)
    apply_start.type("2. Use office software")
    apply_start.key(Qt.Key.Key_Tab)
    apply_start.type("Speak Spanish")
    for _ in range(20):
        apply_start.key(Qt.Key.Key_Tab)
        if apply_start.focus_name() == "Show what fits":
            break
    apply_start.key(Qt.Key.Key_Space)
    apply_start.settle()
    wanted = asked(apply_start, draft).wanted
    assert (wanted.title, wanted.organisation) == ("Front desk", "Bayview Dental")
    assert [(one.name, one.essential) for one in wanted.asked] == [
        ("Book appointments", True),
        ("Use office software", True),
        ("Speak Spanish", False),
    ]
    assert "nice to have" in apply_start.texts()
    assert apply_start.focus_name() == "What should Bayview Dental get to see?"


def test_errors_stand_beside_their_fields_and_the_first_has_the_keyboard(apply_start: Driver) -> None:
    apply_start.press("next")
    said = apply_start.texts()
    assert {"Say what you apply for.", "Say who will read it.", "Write at least one thing they ask for."} <= set(
        said.split("\n")
    )
    assert apply_start.field("posting-title").accessibleDescription() == "Say what you apply for."
    assert apply_start.focus_name() == "What do you apply for?"
    assert asked(apply_start, draft) is None
    apply_start.type("Trainee")
    assert "Say what you apply for." not in apply_start.texts()
    assert "Say who will read it." in apply_start.texts()


def test_a_line_that_is_wrong_is_named(apply_start: Driver) -> None:
    apply_start.write("posting-title", "Trainee")
    apply_start.write("posting-organisation", "Clinic")
    lines(apply_start, "essential", "Speak Spanish\nCount")
    lines(apply_start, "nice", "speak spanish\n" + "x" * 201)
    apply_start.field("posting-code").setText("a\u202eb")
    apply_start.press("next")
    assert "You wrote “speak spanish” twice." in apply_start.texts()
    assert "Copy the code just as they sent it, on one line." in apply_start.texts()
    lines(apply_start, "nice", "x" * 201)
    apply_start.press("next")
    assert "This is too long. It may have 200 letters at most." in apply_start.texts()


def test_another_language_keeps_what_is_typed(apply_start: Driver) -> None:
    apply_start.write("posting-title", "Front desk")
    apply_start.write("posting-name", "M. Torres")
    lines(apply_start, "essential", "Book appointments\nSpeak Spanish")
    apply_start.window.prefer(replace(apply_start.window.preferences, language="es"))
    apply_start.settle()
    assert apply_start.field("posting-title").text() == "Front desk"
    assert apply_start.field("posting-name").text() == "M. Torres"
    assert apply_start.window.findChild(QPlainTextEdit, "posting-essential").toPlainText().count("\n") == 1


def test_a_file_that_was_sent_is_taken(apply_start: Driver, tmp_path: Path) -> None:
    take(apply_start, posting(tmp_path, salary="much"))
    assert "What should Lakeside Clinic get to see?" in apply_start.texts()
    assert "These parts of the file were not used: salary." in apply_start.texts()


def test_a_file_that_is_dropped_is_taken(apply_start: Driver, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(posting(tmp_path)))])
    (card,) = apply_start.window.findChildren(FileCard)
    left, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, keys)
    card.drops.eventFilter(card, event)
    apply_start.settle()
    assert "What should Lakeside Clinic get to see?" in apply_start.texts()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{no json", "JSON"),
        ("[]", "opportunity"),
        (json.dumps({"title": "Trainee"}), "organisation"),
        (json.dumps({**POSTING, "requirements": [{"id": 1}]}), "1"),
    ],
    ids=["no_json", "no_object", "lacks", "bad_thing"],
)
def test_a_broken_file_is_told_beside_the_button_and_nothing_is_kept(
    apply_start: Driver, tmp_path: Path, text: str, told: str
) -> None:
    path = tmp_path / "posting.json"
    path.write_text(text)
    take(apply_start, path)
    said = apply_start.button("choose-posting").accessibleDescription()
    assert said
    assert said in apply_start.texts()
    assert apply_start.focus_name() == "Choose the file"
    assert asked(apply_start, draft) is None
    take(apply_start, posting(tmp_path))
    assert "What should Lakeside Clinic get to see?" in apply_start.texts()


def test_a_file_that_is_gone_is_told(apply_start: Driver, tmp_path: Path) -> None:
    (card,) = apply_start.window.findChildren(FileCard)
    card.take(tmp_path / "gone.json")
    apply_start.settle()
    assert "gone.json" in card.wrong.text()


def test_what_a_posting_says_is_plain_text_everywhere(apply_start: Driver, tmp_path: Path) -> None:
    evil = "<img src=x onerror=alert(1)><b>Boss</b> & Co %n {name}"
    things = [f"<h1>thing</h1> {number}" for number in range(45)]
    take(apply_start, posting(tmp_path, title=evil, organisation=evil, requirements=[*things, evil]))
    assert evil in apply_start.texts()
    apply_start.until(lambda: "<h1>thing</h1> 29" in apply_start.texts())
    assert "<h1>thing</h1> 30" not in apply_start.texts()
    apply_start.press("more-rows")
    apply_start.until(lambda: evil in apply_start.texts() and "<h1>thing</h1> 44" in apply_start.texts())
    for label in apply_start.shown(QLabel):
        rich = label.textFormat() == Qt.TextFormat.RichText
        assert not (rich and "<img" in label.text()), label.text()
    apply_start.press("say-0")
    apply_start.window.findChild(QPlainTextEdit, "own-words").setPlainText(evil)
    apply_start.press("keep-words")
    apply_start.press("extra-0")
    assert evil in apply_start.texts()
    apply_start.press("close-preview")
    sign_in(apply_start, tmp_path / "out")
    apply_start.until(lambda: "next-after" in apply_start.object_names())
    assert b"<img" not in (tmp_path / "out" / "presentation.html").read_bytes()


def test_another_posting_begins_anew_and_the_last_one_comes_back_with_undo(apply_table: Driver) -> None:
    apply_table.press("another-posting")
    assert asked(apply_table, draft) is None
    apply_table.press("correct")
    assert apply_table.field("posting-organisation").text() == "Lakeside Practice Clinic"
    assert apply_table.window.findChild(QPlainTextEdit, "posting-nice").toPlainText() == "Speak Spanish"
    apply_table.press("undo")
    assert "What should Lakeside Practice Clinic get to see?" in apply_table.texts()


def test_a_corrected_posting_keeps_what_its_things_mean(apply_table: Driver) -> None:
    apply_table.press("another-posting")
    apply_table.press("correct")
    apply_table.write("posting-title", "Trainee at the desk")
    apply_table.press("next")
    assert "answers 6 of 7" in apply_table.texts()
    assert asked(apply_table, draft).wanted.title == "Trainee at the desk"


def test_a_corrected_posting_keeps_what_the_learner_decided_and_another_one_does_not(apply_table: Driver) -> None:
    apply_table.press("say-5")
    apply_table.type("I helped at the pool.")
    apply_table.press("keep-words")
    apply_table.press("switch-years")
    before = asked(apply_table, draft)
    assert before.said
    for title, organisation, kept in (("Trainee at the desk", "", True), ("Clerk", "Elm Care", False)):
        apply_table.press("another-posting")
        apply_table.press("correct")
        apply_table.write("posting-title", title)
        if organisation:
            apply_table.write("posting-organisation", organisation)
        apply_table.press("next")
        apply_table.settle()
        now = asked(apply_table, draft)
        assert (now.wanted.title, now.name) == (title, before.name)
        assert ((now.said, now.wishes) == (before.said, before.wishes)) is kept
    assert (dict(now.said), now.wishes) == ({}, None)
