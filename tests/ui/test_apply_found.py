"""A posting in any form in the window: what was found is put right in one list before it counts."""

from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit
from window_driver import Driver

TEXT = """Medical Assistant
Harbor Clinic

Requirements
- Must be able to take vital signs
- CPR certification required
- Able to lift 50 pounds

Preferred
- Experience with electronic health records

We are an equal opportunity employer.
"""
PAGE = f"<!doctype html><html><head><title>Medical Assistant</title></head><body><pre>{TEXT}</pre></body></html>"


def paste(page: Driver, text: str) -> None:
    page.press("paste-posting")
    page.settle()
    edit = page.front.findChild(QPlainTextEdit, "posting-text")
    assert edit is not None
    edit.setPlainText(text)
    page.press("read-posting")
    page.settle()


def test_pasted_words_are_put_right_in_one_list_and_then_asked_of_the_records(apply_start: Driver) -> None:
    paste(apply_start, TEXT)
    said = apply_start.texts()
    assert "Is this what they ask for?" in said
    assert "Must be able to take vital signs" in said
    assert "They also say this. No record has to show it." in said
    assert "Able to lift 50 pounds" in said
    assert "equal opportunity" not in said
    apply_start.write("found-title", "Medical Assistant")
    apply_start.write("found-organisation", "Harbor Clinic")
    apply_start.pick("Thing 2: A must", "Leave it out")
    apply_start.write("found-more", "Speak Spanish")
    apply_start.press("use-found")
    apply_start.settle()
    said = apply_start.texts()
    assert "Harbor Clinic" in said
    assert "Speak Spanish" in said
    assert "CPR certification required" not in said


def test_what_the_posting_does_not_tell_is_asked_beside_its_field(apply_start: Driver, heard: list[str]) -> None:
    paste(apply_start, "Requirements\n- Must be able to take vital signs\n")
    apply_start.write("found-title", "")
    apply_start.press("use-found")
    assert "Fill this in first." in apply_start.texts()
    assert "Fill this in first." in heard


def test_a_saved_page_is_read_the_same(apply_start: Driver, tmp_path: Path) -> None:
    file = tmp_path / "job.html"
    file.write_text(PAGE, encoding="utf-8")
    apply_start.press("choose-posting")
    apply_start.choose(file)
    apply_start.settle()
    assert "Is this what they ask for?" in apply_start.texts()


def test_another_kind_has_its_own_questions(apply_start: Driver) -> None:
    paste(apply_start, TEXT)
    assert "Does the job have a number?" in apply_start.texts()
    apply_start.press("kind-claim")
    apply_start.settle()
    assert "What was your last day of work?" in apply_start.texts()
    assert "Does the job have a number?" not in apply_start.texts()
    assert "Must be able to take vital signs" in apply_start.texts()


def test_no_words_are_no_posting(apply_start: Driver) -> None:
    paste(apply_start, "   ")
    assert "Paste the words of the posting first." in apply_start.texts()
