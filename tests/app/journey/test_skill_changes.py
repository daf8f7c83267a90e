"""What the learner answers, changes and adds on the Skills page, and the way back from each."""

import pytest
from journey_world import journey, page_of

from app.errors import PersonError
from app.journey.skills.changes import (
    add_own,
    ask_again,
    change_own,
    mean_instead,
    remove_own,
    say_meaning,
    say_no,
    say_none,
    say_other,
    say_yes,
    set_level,
    take_back,
    unagree,
)
from app.vault import store_profile
from pathways.errors import PathwaysError

GIVES_MEDICINE = "4.A.4.a.5.I03.D01"
NO_NEEDLE = "4.A.4.a.5.I03.D06"


@pytest.fixture
def session(tmp_path):
    with journey(tmp_path) as opened:
        yield opened


def asked(session, said):
    return next(one for one in page_of(session).questions if one.said == said)


def row_of(session, name):
    return next(row for row in page_of(session).rows if row.name == name)


def kept(session):
    return store_profile.answers(session.vault), store_profile.own_words(session.vault)


def undone(session, change, before):
    """Whether taking a change back makes the vault what it was; answers may stand in another order."""
    take_back(session, change)
    answers, own = kept(session)
    return (set(answers), own) == (set(before[0]), before[1])


def test_a_yes_makes_a_row_and_can_be_taken_back(session):
    before = kept(session)
    question = asked(session, "Giving medication")
    change = say_yes(session, question)
    row = row_of(session, "Give medications or immunizations")
    assert (row.best.evidence, row.best.name, row.sure) == (2, "Volunteer, 60 hours", False)
    assert "Giving medication" not in {one.said for one in page_of(session).questions}
    assert undone(session, change, before)
    assert asked(session, "Giving medication") == question


def test_a_no_asks_the_next_guess_and_none_of_them_asks_no_more(session):
    before = kept(session)
    first = asked(session, "Giving medication")
    change = say_no(session, first)
    second = asked(session, "Giving medication")
    assert second.best == first.others[0]
    assert [(one.said, one.concept) for one in page_of(session).denied] == [("Giving medication", first.best.concept)]
    say_none(session, second)
    page = page_of(session)
    assert {one.said: one.code for one in page.unplaced}["Giving medication"] == "said_no"
    assert len(page.denied) == 3
    again = ask_again(session, page.denied[0])
    assert asked(session, "Giving medication").best == first.best
    take_back(session, again)
    assert len(page_of(session).denied) == 3
    for one in page_of(session).denied[1:]:
        ask_again(session, one)
    assert undone(session, change, before)


def test_something_else_is_agreed_and_the_guess_is_not(session):
    before = kept(session)
    question = asked(session, "Giving medication")
    change = say_other(session, question, NO_NEEDLE)
    row = row_of(session, "Administer non-intravenous medications")
    assert row.concepts[0].id == NO_NEEDLE
    assert [one.concept for one in page_of(session).denied] == [question.best.concept]
    assert undone(session, change, before)
    with pytest.raises(PathwaysError, match="concept_unknown"):
        say_other(session, question, "nothing")
    assert kept(session) == before


def test_the_guess_itself_chosen_by_name_is_no_no(session):
    question = asked(session, "Giving medication")
    say_other(session, question, question.best.concept.id)
    assert page_of(session).denied == ()


def test_words_in_no_list_get_a_meaning(session):
    before = kept(session)
    words = next(one for one in page_of(session).unplaced if one.said == "Help residents at meals")
    change = say_meaning(session, words, "4.A.4.a.5.I09.D04")
    assert "Help residents at meals" not in {one.said for one in page_of(session).unplaced}
    assert undone(session, change, before)


def test_a_skill_that_is_none_goes_and_comes_back(session):
    before = kept(session)
    count = page_of(session).agreed
    row = row_of(session, "medical terminology")
    change = unagree(session, row)
    page = page_of(session)
    assert (page.agreed, row.key in {one.key for one in page.rows}) == (count - 1, False)
    assert {one.concept.name for one in page.denied} == {"medical terminology"}
    assert sum(len(one.claims) for one in page.denied) == 2
    assert undone(session, change, before)
    assert row_of(session, "medical terminology") == row


def test_a_skill_can_mean_something_else(session):
    before = kept(session)
    row = row_of(session, "Clean work areas")
    change = mean_instead(session, row, "4.A.3.a.1.I03.D10")
    assert row_of(session, "Maintain clean work areas").claims == row.claims
    assert "Clean work areas" not in {one.name for one in page_of(session).rows}
    assert undone(session, change, before)


def test_how_well_is_kept_in_plain_steps(session):
    before = kept(session)
    row = row_of(session, "Active Listening")
    assert (row.level_counts, row.level_step) == (True, None)
    first = set_level(session, row, "well")
    well = row_of(session, "Active Listening")
    assert (well.level, well.level_step) == (4.0, "well")
    assert page_of(session).held.held["2.A.1.b"].level == 4.0
    second = set_level(session, well, "can_teach")
    take_back(session, second)
    assert row_of(session, "Active Listening").level_step == "well"
    set_level(session, well, None)
    assert row_of(session, "Active Listening").level is None
    assert undone(session, first, before)
    assert not row_of(session, "medical terminology").level_counts


def test_own_words_are_kept_once_however_often_they_are_said(session):
    first = add_own(session, "  Speak   Spanish ")
    assert not first.known
    assert row_of(session, "Speak Spanish").own == (first.own,)
    again = add_own(session, "speak spanish")
    assert (again.own, again.claim, again.known) == (first.own, first.claim, True)
    assert len(store_profile.own_words(session.vault)) == 1
    shown = add_own(session, "Speak Spanish", "A recording")
    assert (shown.known, row_of(session, "Speak Spanish").best.evidence) == (True, 2)
    take_back(session, shown.change)
    assert row_of(session, "Speak Spanish").best.evidence == 1
    take_back(session, first.change)
    assert store_profile.own_words(session.vault) == ()


def test_own_words_can_be_said_another_way_and_keep_their_meaning(session):
    added = add_own(session, "Speak Spanish")
    question = asked(session, "Speak Spanish")
    say_no(session, question)
    say_yes(session, asked(session, "Speak Spanish"))
    before = kept(session)
    change = change_own(session, added.own, "Speak Spanish with families", "A letter")
    row = row_of(session, "Speak Spanish with families")
    assert (len(row.concepts), row.best.sample, page_of(session).denied) == (1, "A letter", ())
    assert undone(session, change, before)
    assert change_own(session, added.own, "Speak Spanish!").answers
    with pytest.raises(PersonError, match="own_words_gone"):
        change_own(session, 99, "x")


def test_removed_own_words_come_back_with_their_answers(session):
    added = add_own(session, "Speak Spanish", "A recording")
    say_yes(session, asked(session, "Speak Spanish"))
    row = row_of(session, "Speak Spanish")
    set_level(session, row, "well")
    before = kept(session)
    change = remove_own(session, added.own)
    assert kept(session) == ((), ())
    other = add_own(session, "Draw maps")
    assert other.own != added.own
    take_back(session, other.change)
    assert undone(session, change, before)
    assert row_of(session, "Speak Spanish").level_step == "well"


NOT_KEPT = {"": "own_words_empty", " \n\u200b": "own_words_empty", "x" * 2001: "own_words_long"}


@pytest.mark.parametrize(("text", "code"), NOT_KEPT.items(), ids=["nothing", "hidden", "long"])
def test_words_that_cannot_be_kept_lose_nothing(session, text, code):
    before = kept(session)
    with pytest.raises(PersonError, match=code):
        add_own(session, text)
    added = add_own(session, "Draw maps")
    with pytest.raises(PersonError, match=code):
        change_own(session, added.own, text)
    assert undone(session, added.change, before)


def test_hostile_own_words_stay_plain_text(session):
    added = add_own(session, "<b>x</b>\u202e'); DROP TABLE answer;--", "<img src=x>")
    row = next(row for row in page_of(session).rows if row.own == (added.own,))
    assert row.name == "<b>x</b>'); DROP TABLE answer;--"
    assert row.best.sample == "<img src=x>"


def test_one_transaction_holds_all_of_an_answer(session, monkeypatch):
    """A disk that fails half-way through several claims leaves none answered."""
    row = row_of(session, "medical terminology")
    assert len(row.claims) == 2
    before = kept(session)
    real, calls = store_profile.answer, []

    def failing(*arguments, **more):
        calls.append(arguments)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        real(*arguments, **more)

    monkeypatch.setattr(store_profile, "answer", failing)
    with pytest.raises(PersonError, match="disk_full"):
        unagree(session, row)
    assert kept(session) == before


def test_own_words_can_be_said_to_mean_something_at_once_and_taking_them_back_takes_that_back(session):
    before = kept(session)
    added = add_own(session, "Give people their medicine", means=[GIVES_MEDICINE])
    row = row_of(session, "Give people their medicine")
    assert [concept.id for concept in row.concepts] == [GIVES_MEDICINE]
    assert undone(session, added.change, before)


def test_own_words_that_mean_what_no_list_has_are_not_kept(session):
    before = kept(session)
    with pytest.raises(PathwaysError, match="concept_unknown"):
        add_own(session, "Give people their medicine", means=["nothing"])
    assert kept(session) == before
