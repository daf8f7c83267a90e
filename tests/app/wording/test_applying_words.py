"""Every code of the Apply page has its words, in both languages."""

import itertools
from typing import get_args

import pytest

from app.applying.disclosure import WEIGHTS
from app.applying.form import AskedLine, FieldFault, FieldName, Form, Why, read_form
from app.applying.opportunity import Asked
from app.journey.apply.asked_words import asked_note
from app.journey.apply.choice import LEAVES_OUT, SKILLS_FIRST
from app.journey.apply.page import Key
from app.journey.apply.save import Step
from app.journey.apply.table import Home, Proven, Unanswered
from app.journey.apply.words import form_fault, tells
from app.wording import Words
from app.wording.applying import FORM_FAULTS, KEYS, STAYS, STEPS, SUMMARY, SWITCH_NAMES
from app.wording.giving import GIVES_AWAY


def test_every_code_has_its_words_and_no_words_are_idle():
    assert GIVES_AWAY.keys() == WEIGHTS.keys()
    assert SWITCH_NAMES.keys() == {SKILLS_FIRST, *LEAVES_OUT}
    assert KEYS.keys() == set(get_args(Key))
    assert STEPS.keys() == set(get_args(Step))
    assert STAYS.keys() == set(get_args(Home))
    some = {f"{best}.{amount}" for best in get_args(Proven) for amount in ("all", "some")}
    assert SUMMARY.keys() == {"one", *get_args(Unanswered)} | some


FAULTY = (
    Form(),
    Form("x" * 201, "x" * 201, (AskedLine(""), AskedLine("x" * 201), AskedLine("b"), AskedLine("b")), "a\nb", "a\nb"),
    Form("a", "b", (AskedLine("c"),) * 201, "x" * 501, "x" * 501),
)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_fault_of_the_form_has_a_sentence(language):
    words = Words(language)
    faults = [fault for form in FAULTY for fault in read_form(form)]
    assert all(isinstance(fault, FieldFault) for fault in faults)
    assert {fault.field for fault in faults} == set(get_args(FieldName))
    assert {fault.why for fault in faults} == set(get_args(Why))
    said = [form_fault(words, fault) for fault in faults]
    assert all(text and "{" not in text for text in said)
    starts = {words.catalog.gettext(text).split("{")[0] for text in FORM_FAULTS.values()}
    assert [start for start in starts if not any(text.startswith(start) for text in said)] == []


def test_what_is_given_away_starts_a_line():
    assert tells(Words(), ["email", "names"]) == "E-mail, your name"
    assert tells(Words("es"), ["email"]) == "Correo electrónico"


def test_no_two_things_given_away_are_said_alike():
    for language in ("en", "es"):
        said = [tells(Words(language), [code]) for code in GIVES_AWAY]
        assert [pair for pair in itertools.combinations(said, 2) if pair[0] == pair[1]] == []


def test_how_long_is_told_in_months_where_it_is_less_than_a_year():
    told = [asked_note(Words(), Asked("Weld", kind="years", years=years)) for years in (0.12, 0.5, 1, 4.81)]
    assert told == [
        "1 month of experience",
        "6 months of experience",
        "1 year of experience",
        "4.8 years of experience",
    ]
