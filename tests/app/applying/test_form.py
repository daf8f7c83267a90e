"""An opportunity typed into a form: read, or told field by field what is wrong with it."""

import json
from dataclasses import replace

import pytest

from app.applying.form import AskedLine, FieldFault, Form, form_of, lines_of, read_form, reworded
from app.applying.opportunity import MAX_REQUIREMENTS, MAX_TEXT, Asked, Opportunity, opportunity_from, opportunity_json

GOOD = Form("Trainee", "Lakeside Clinic", (AskedLine("Book appointments"), AskedLine("Speak Spanish", essential=False)))


def faults(form: Form) -> list[tuple[str, str, int | None]]:
    found = read_form(form)
    assert not isinstance(found, Opportunity)
    return [(one.field, one.why, one.row) for one in found]


def test_a_good_form_is_an_opportunity() -> None:
    asked = (Asked("Book appointments"), Asked("Speak Spanish", essential=False))
    assert read_form(GOOD) == Opportunity("Trainee", "Lakeside Clinic", asked)


def test_space_around_is_no_fault_and_the_code_stays_to_the_letter() -> None:
    typed = Form(
        "  Trainee ", "Lakeside\tClinic\n", (AskedLine(" Book  appointments "),), " a-B/9 \n", " clinic.example "
    )
    found = read_form(typed)
    assert found == Opportunity("Trainee", "Lakeside Clinic", (Asked("Book appointments"),), "a-B/9", "clinic.example")


def test_an_empty_form_says_what_each_field_needs() -> None:
    assert faults(Form()) == [("title", "empty", None), ("organisation", "empty", None), ("asked", "empty", None)]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"title": "\u200b \n"}, ("title", "empty", None)),
        ({"title": "x" * (MAX_TEXT + 1)}, ("title", "too_long", None)),
        ({"organisation": "x" * 100_000}, ("organisation", "too_long", None)),
        ({"asked": (AskedLine("a"), AskedLine(" "))}, ("asked", "empty", 1)),
        ({"asked": (AskedLine("x" * (MAX_TEXT + 1)),)}, ("asked", "too_long", 0)),
        ({"asked": (AskedLine("Speak Spanish"), AskedLine("b"), AskedLine("speak spanish"))}, ("asked", "twice", 2)),
        ({"asked": (AskedLine("a"),) * (MAX_REQUIREMENTS + 1)}, ("asked", "too_many", None)),
        ({"code": "two\nlines"}, ("code", "not_as_sent", None)),
        ({"code": "hid\u202eden"}, ("code", "not_as_sent", None)),
        ({"address": "x" * 501}, ("address", "too_long", None)),
    ],
)
def test_each_fault_names_its_field_and_line(change: dict[str, object], fault: tuple[str, str, int | None]) -> None:
    assert faults(replace(GOOD, **change)) == [fault]


def test_a_fault_carries_what_its_sentence_needs() -> None:
    twice = read_form(replace(GOOD, asked=(AskedLine("a"), AskedLine("A"))))
    assert twice == (FieldFault("asked", "twice", 1, {"first": 1}),)


def test_the_longest_text_is_taken_whole() -> None:
    found = read_form(replace(GOOD, title="x" * MAX_TEXT))
    assert isinstance(found, Opportunity)
    assert found.title == "x" * MAX_TEXT


def test_a_pasted_list_gives_a_line_each_without_bullets() -> None:
    text = "• Greet patients\n\n 2. Count supplies\n- Book  appointments\n3D printing\n*  \n12) Speak Spanish"
    names = ["Greet patients", "Count supplies", "Book appointments", "3D printing", "Speak Spanish"]
    assert [line.name for line in lines_of(text)] == names
    assert all(line.essential for line in lines_of(text))


def test_what_a_form_holds_is_what_a_file_holds() -> None:
    wanted = Opportunity("T", "O", (Asked("a", ("4.A.2.b.5.I03.D02",)), Asked("b", (), essential=False)), "c", "d")
    assert read_form(form_of(wanted)) == wanted
    assert opportunity_from(json.dumps(opportunity_json(wanted)).encode()) == wanted


def test_a_line_worded_anew_is_known_by_its_place_and_a_word_of_it() -> None:
    before = ["Take vital signs", "CPR certification", "Speak Spanish"]
    assert reworded(before, ["Take and write down vital signs", "CPR certification", "Speak Spanish"]) == {
        "Take and write down vital signs": "Take vital signs"
    }
    assert reworded(before, ["Drive a van", "CPR certification", "Speak Spanish"]) == {}
    assert reworded(before, ["First aid", "Take vital signs", "CPR certification", "Speak good Spanish"]) == {
        "Speak good Spanish": "Speak Spanish"
    }
    assert reworded(before, ["Vital signs and more", "Something new", "CPR certification", "Speak Spanish"]) == {}
    assert reworded(before, list(reversed(before))) == {}
