"""Switches and choosing others: each says before what it would change, and then changes just that."""

import itertools

import pytest
from applying_world import DATES, GRADE, PRIVATE, SPANISH, TERMS, WANTED, holding, key_of, ready_for, showing, titles

from app.applying.candidate import Wishes
from app.applying.chosen import compare
from app.journey.apply.choice import (
    LEAVES_OUT,
    SKILLS_FIRST,
    first_wishes,
    flip,
    keep_in,
    leave_out,
    let_be_chosen,
    options,
    switches,
    use_instead,
    what_if,
)
from app.journey.apply.choice_words import change_note, effect, switch_name, switch_note
from app.journey.apply.draft import Draft, speak_for
from app.journey.apply.preparing import with_wishes
from app.journey.apply.table import apply_table
from app.wording import Words

EN = Words()


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """A job with dates shows two things, a course with a grade one of them, a school's badge the third."""
    records = (
        showing("Front Desk", TERMS, PRIVATE, extra_subject=DATES),
        showing("Course", TERMS, extra_subject=GRADE),
        showing("Spanish Badge", SPANISH, issuer="Harbor Practice College"),
        showing("Extra"),
    )
    with holding(tmp_path_factory.mktemp("choice"), *records) as session:
        yield ready_for(session)


def chosen(ready, wishes):
    return titles(ready, with_wishes(ready, wishes).tailored.chosen)


def test_the_switches_as_they_stand(ready):
    found = switches(ready)
    assert [(one.name, one.on) for one in found] == [
        (SKILLS_FIRST, True),
        ("grades", True),
        ("years", False),
        ("school_names", False),
        ("schooling", True),
        ("time_gaps", False),
    ]
    notes = [switch_note(EN, ready, apply_table(ready), one) for one in found]
    assert notes == [
        "What you can do leads the page.",
        "No record that goes tells it.",
        "It is in the file, not on the page. Would drop Front Desk. 2 things would not be shown.",
        "It is in the file, not on the page. Would drop Spanish Badge. 1 thing would not be shown.",
        "No record that goes tells it.",
        "It is in the file, not on the page. Would drop Front Desk. 2 things would not be shown.",
    ]


@pytest.mark.parametrize("name", [SKILLS_FIRST, *LEAVES_OUT])
def test_a_switch_does_what_it_said_and_back(ready, name):
    before = next(one for one in switches(ready) if one.name == name)
    after_ready = with_wishes(ready, before.flipped)
    after = next(one for one in switches(after_ready) if one.name == name)
    assert after.on is not before.on
    assert after.flipped == ready.wishes
    assert after.effect == before.effect
    pair = (ready, after_ready) if after.on else (after_ready, ready)
    assert before.effect == compare(pair[0].tailored, pair[1].tailored)


@pytest.mark.parametrize("names", [*itertools.combinations(LEAVES_OUT, 2), tuple(LEAVES_OUT)])
def test_nothing_that_is_off_is_in_what_goes(ready, names):
    wishes = Wishes()
    for name in names:
        wishes = flip(wishes, name, on=True)
    going = with_wishes(ready, wishes).tailored.gives_away.values()
    assert not {code for tells in going for code in tells} & wishes.hide


def test_a_switch_that_is_on_says_what_it_costs_now(ready):
    off = with_wishes(ready, flip(ready.wishes, "years", on=True))
    (years,) = [one for one in switches(off) if one.name == "years"]
    note = switch_note(EN, off, apply_table(off), years)
    assert note == "Keeps Front Desk home. 2 things are not shown."


def test_a_record_the_learner_sends_goes_and_its_file_is_told_to_carry_it(ready):
    key = key_of(ready, "Front Desk")
    sent = with_wishes(ready, keep_in(flip(ready.wishes, "years", on=True), key))
    assert key in sent.tailored.chosen
    table = apply_table(sent)
    (years,) = [one for one in switches(sent) if one.name == "years"]
    assert switch_note(EN, sent, table, years) == "The file of Front Desk still carries it."
    assert next(one for one in table.going if one.key == key).still == ("dates", "time_gaps")


def test_own_words_stand_in_where_a_record_is_dropped(tmp_path):
    with holding(tmp_path, showing("Terms", TERMS), showing("Spanish Job", SPANISH, extra_subject=DATES)) as session:
        one, _ = speak_for(session, Draft(WANTED), WANTED.asked[2], "We speak it at home.")
        ready = ready_for(session, one)
        (years,) = [one for one in switches(ready) if one.name == "years"]
        note = switch_note(EN, ready, apply_table(ready), years)
        assert note == "It is in the file, not on the page. Would drop Spanish Job. 1 thing would rest on your word."


def test_what_costs_nothing_is_proven_so(ready):
    """A switch that no chosen record stands against changes nothing, told without choosing anew."""
    wishes = first_wishes(ready)
    assert wishes == Wishes(hide=frozenset({"grades", "schooling"}))
    assert ready.wishes == wishes
    assert with_wishes(ready, wishes).tailored.chosen == ready.tailored.chosen
    assert first_wishes(with_wishes(ready, flip(wishes, "years", on=True))) == wishes


def test_every_record_that_could_show_a_thing_is_offered(ready):
    found = options(ready, 0)
    assert [(one.title, one.goes, one.evidence) for one in found] == [("Front Desk", True, 3), ("Course", False, 3)]
    assert "grades" in found[1].tells
    assert [one.title for one in options(ready, 2)] == ["Spanish Badge"]


def test_another_record_for_one_thing_leaves_what_else_is_needed(ready):
    course = next(one for one in options(ready, 0) if one.title == "Course")
    assert chosen(ready, course.wishes) == ["Front Desk", "Course", "Spanish Badge"]
    assert change_note(EN, ready, what_if(ready, course.wishes)) == "Would send Course too."


def test_another_record_takes_the_place_of_one_that_is_then_idle(tmp_path):
    twins = showing("Plain", TERMS), showing("Graded", TERMS, extra_subject=GRADE), showing("Privacy", PRIVATE)
    with holding(tmp_path, *twins) as session:
        ready = ready_for(session)
        wishes = use_instead(ready, 0, key_of(ready, "Graded"))
        assert chosen(ready, wishes) == ["Graded", "Privacy"]
        assert change_note(EN, ready, what_if(ready, wishes)) == "Would send Graded in place of Plain."
        back = use_instead(with_wishes(ready, wishes), 0, key_of(ready, "Plain"))
        assert chosen(ready, back) == ["Plain", "Privacy"]


def test_a_weaker_record_chosen_by_hand_goes_in_place_of_the_stronger(tmp_path):
    named = {"issuer": {"id": "https://elm.example/issuer", "type": ["Profile"], "name": "Elm Care Home"}}
    with holding(tmp_path, showing("Signed", TERMS), showing("Word", TERMS, extra=named)) as session:
        ready = ready_for(session)
        assert [(one.title, one.evidence) for one in options(ready, 0)] == [("Signed", 3), ("Word", 2)]
        word = options(ready, 0)[1]
        assert chosen(ready, ready.wishes) == ["Signed"]
        assert chosen(ready, keep_in(ready.wishes, word.key)) == ["Word"]
        assert chosen(ready, word.wishes) == ["Word"]
        told = "Would send Word in place of Signed. 1 thing would be shown less well."
        assert change_note(EN, ready, what_if(ready, word.wishes)) == told


def test_leaving_out_keeping_in_and_letting_the_set_decide(ready):
    desk, extra = key_of(ready, "Front Desk"), key_of(ready, "Extra")
    out = leave_out(ready.wishes, desk)
    assert "Front Desk" not in chosen(ready, out)
    assert "Front Desk" in chosen(ready, keep_in(out, desk))
    assert let_be_chosen(keep_in(out, desk), desk) == ready.wishes
    assert "Extra" in chosen(ready, keep_in(ready.wishes, extra))
    assert change_note(EN, ready, what_if(ready, ready.wishes)) == "Nothing that goes would change."


def test_many_records_are_counted_not_named(tmp_path):
    records = [showing(f"Badge {number}", concept) for number, concept in enumerate((TERMS, PRIVATE, SPANISH))]
    with holding(tmp_path, *records) as session:
        ready = ready_for(session)
        none = Wishes(keep=frozenset(ready.tailored.chosen))
        told = change_note(EN, ready, what_if(ready, none))
        assert told == "Would drop 3 records. 3 things would not be shown."
        back = compare(with_wishes(ready, none).tailored, ready.tailored)
        assert effect(EN, ready, back) == "Would send 3 more records."
        assert effect(EN, ready, back, now=True) == "Sends 3 more records."


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_switch_has_a_name(ready, language):
    names = [switch_name(Words(language), one) for one in switches(ready)]
    assert len(set(names)) == 6
    assert all(names)
