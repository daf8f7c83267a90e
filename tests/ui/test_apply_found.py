"""A posting in any form in the window: what was found is put right in one list before it counts."""

from pathlib import Path

from apply_window import asked
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QRadioButton
from window_driver import Driver

from app.applying.opportunity import Asked
from app.journey.apply_draft import draft

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
PAY = "Pay is $19 to $23 an hour"
TOLD = TEXT.replace("- CPR", "- At least 2 years of experience in customer service\n- CPR")
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
    said = "\n".join(apply_start.said_in_front())
    assert "What was your last day of work?" in said
    assert "Does the job have a number?" not in said
    assert "Must be able to take vital signs" in apply_start.texts()


def test_no_words_are_no_posting(apply_start: Driver) -> None:
    paste(apply_start, "   ")
    assert "Paste the words of the posting first." in apply_start.texts()


def test_the_sentence_stands_beside_each_thing_and_all_that_was_put_right_comes_back(apply_start: Driver) -> None:
    paste(apply_start, TOLD)
    apply_start.press("kind-apprenticeship")
    apply_start.write("answer-sponsor", "The union")
    apply_start.write("found-title", "Medical Assistant")
    apply_start.write("found-organisation", "Harbor Clinic")
    apply_start.press("use-found")
    apply_start.settle()
    before = asked(apply_start, draft).wanted
    assert before.kind == "apprenticeship"
    assert [one.years for one in before.asked].count(2) == 1
    said = apply_start.texts()
    assert "“At least 2 years of experience in customer service”" in said
    assert "2 years of experience, nice to have" not in said
    assert "Who runs the apprenticeship? The union" in said
    assert "Able to lift 50 pounds" in said
    apply_start.press("another-posting")
    apply_start.press("correct")
    assert apply_start.front.findChild(QRadioButton, "kind-apprenticeship").isChecked()
    assert apply_start.field("answer-sponsor").text() == "The union"
    apply_start.press("next")
    apply_start.settle()
    assert asked(apply_start, draft).wanted == before


def test_the_form_asks_the_questions_of_each_kind_and_keeps_the_answers(apply_start: Driver) -> None:
    apply_start.press("kind-benefit")
    apply_start.write("answer-case_number", "C 12")
    apply_start.press("kind-job")
    assert "Do you have a case number?" not in apply_start.texts()
    apply_start.press("kind-benefit")
    assert apply_start.field("answer-case_number").text() == "C 12"
    apply_start.write("posting-title", "Food help")
    apply_start.write("posting-organisation", "County")
    edit = apply_start.front.findChild(QPlainTextEdit, "posting-essential")
    assert edit is not None
    edit.setPlainText("Count and order supplies")
    apply_start.press("next")
    apply_start.settle()
    wanted = asked(apply_start, draft).wanted
    assert (wanted.kind, wanted.answers) == ("benefit", (("case_number", "C 12"),))
    assert "Do you have a case number? C 12" in apply_start.texts()


def test_kind_and_years_of_a_thing_are_put_right(apply_start: Driver) -> None:
    paste(apply_start, TOLD)
    apply_start.write("found-title", "Medical Assistant")
    apply_start.write("found-organisation", "Harbor Clinic")
    place = next(n for n in range(4) if apply_start.front.findChild(QLineEdit, f"years-{n}").isVisible())
    apply_start.write(f"years-{place}", "many")
    apply_start.press("use-found")
    assert "write the years as a number, like 2." in apply_start.texts()
    assert asked(apply_start, draft) is None
    apply_start.write(f"years-{place}", "3,5")
    apply_start.pick("Kind of thing 1: Skill", "License")
    apply_start.press("use-found")
    apply_start.settle()
    things = asked(apply_start, draft).wanted.asked
    assert (things[0].kind, things[place].kind, things[place].years) == ("licence", "years", 3.5)
    assert "3.5 years of experience" in apply_start.texts()


def test_the_code_they_sent_is_signed_for_with_any_posting(apply_start: Driver) -> None:
    paste(apply_start, TEXT)
    apply_start.write("found-title", "Medical Assistant")
    apply_start.write("found-organisation", "Harbor Clinic")
    apply_start.write("found-code", "a\u202eb")
    apply_start.press("use-found")
    assert "Copy the code just as they sent it, on one line." in apply_start.texts()
    assert asked(apply_start, draft) is None
    apply_start.write("found-code", " c-1 ")
    apply_start.write("found-address", "harbor.example")
    apply_start.press("use-found")
    apply_start.settle()
    wanted = asked(apply_start, draft).wanted
    assert (wanted.challenge, wanted.domain) == ("c-1", "harbor.example")


def test_a_line_that_was_left_out_is_put_back_by_keyboard_and_asked(apply_start: Driver) -> None:
    paste(apply_start, TEXT.replace("- CPR", f"- {PAY}\n- CPR"))
    assert PAY not in apply_start.texts()
    opens = apply_start.button("left-out")
    assert opens.text() == "Lines left out (1)"
    opens.setFocus()
    apply_start.key(Qt.Key.Key_Space)
    assert PAY in apply_start.texts()
    apply_start.button(f"Put back: {PAY}").setFocus()
    apply_start.key(Qt.Key.Key_Space)
    assert apply_start.focus_name() == "Thing 4"
    assert apply_start.field("found-3").text() == PAY
    assert "4 things found" in apply_start.texts()
    assert "left-out" not in apply_start.object_names()
    apply_start.write("found-title", "Medical Assistant")
    apply_start.write("found-organisation", "Harbor Clinic")
    apply_start.press("use-found")
    apply_start.settle()
    assert asked(apply_start, draft).wanted.asked[-1] == Asked(PAY, sentence=PAY)


def test_a_line_worded_anew_in_the_form_keeps_the_postings_sentence(apply_start: Driver) -> None:
    paste(apply_start, TOLD)
    apply_start.write("found-title", "Medical Assistant")
    apply_start.write("found-organisation", "Harbor Clinic")
    apply_start.press("use-found")
    apply_start.settle()
    apply_start.press("another-posting")
    apply_start.press("correct")
    essential = apply_start.front.findChild(QPlainTextEdit, "posting-essential")
    assert essential is not None
    essential.setPlainText(essential.toPlainText().replace("Take vital signs", "Vital signs of patients"))
    apply_start.press("next")
    apply_start.settle()
    first = asked(apply_start, draft).wanted.asked[0]
    assert (first.name, first.sentence) == ("Vital signs of patients", "Must be able to take vital signs")
