"""What a counselor fills in beside the plan, and the paper it goes on."""

from datetime import date

import pytest
from chosen_plan import FILLED_IN, MONDAY, chosen, the_way
from plan_world import later
from terminal import GOAL

from app.errors import PersonError
from app.journey.opening import practice
from app.journey.plan.employment_paper import employment_page, employment_paper
from app.journey.plan.employment_plan import (
    NOTHING_FILLED_IN,
    SUPPORTS,
    EmploymentPlan,
    StepNotes,
    employment_plan,
    set_employment_plan,
)
from app.journey.plan.ground import both, ground_of, standpoint
from app.journey.skills.profile import profile, say_in_own_words
from app.vault import store_profile
from app.wording import Words
from app.wording.employment import SUPPORTS as SUPPORT_WORDS


@pytest.fixture
def world():
    with chosen() as (session, stand):
        yield session, stand


def page(world, language="en", name="Ana Ruiz"):
    session, stand = world
    return employment_page(session, Words(language), stand, the_way(session), name)


def facts(found, title):
    step = next(one for one in found.steps if one.title.endswith(title))
    return {one.label: one.value for one in (*step.facts, *step.agreed)}


def test_what_is_filled_in_is_kept_cleaned_and_undone(world):
    session, _ = world
    assert employment_plan(session, GOAL) == FILLED_IN
    messy = EmploymentPlan(
        counselor="  Pat\u202e  Lee ",
        supports=("child_care", "transport", "child_care"),
        own_supports=("A ride", " ", "A ride"),
        notes="One.\n\n\n\nTwo.",
        steps=(StepNotes("first", " WIOA "), StepNotes("second")),
    )
    before = set_employment_plan(session, GOAL, messy)
    assert employment_plan(session, GOAL) == EmploymentPlan(
        counselor="Pat Lee",
        supports=("transport", "child_care"),
        own_supports=("A ride",),
        notes="One.\n\nTwo.",
        steps=(StepNotes("first", "WIOA"),),
    )
    assert employment_plan(later(session, 30), GOAL).counselor == "Pat Lee"
    assert employment_plan(session, "43-3031.00") == NOTHING_FILLED_IN
    set_employment_plan(session, GOAL, before)
    assert employment_plan(session, GOAL) == FILLED_IN


def test_notes_on_one_step_take_the_place_of_those_before():
    plan = FILLED_IN.with_step(StepNotes("first", "Pell Grant"))
    assert plan.of("first") == StepNotes("first", "Pell Grant")
    assert plan.of("second") == StepNotes("second")
    assert plan.with_step(StepNotes("first")).steps == ()


WRONG = {
    "employment_long": EmploymentPlan(counselor="x" * 301),
    "support_unknown": EmploymentPlan(supports=("yacht",)),
    "employment_too_many": EmploymentPlan(own_supports=tuple(map(str, range(21)))),
}


@pytest.mark.parametrize("code", WRONG)
def test_what_cannot_be_kept_is_told_and_nothing_is_lost(world, code):
    session, _ = world
    with pytest.raises(PersonError) as caught:
        set_employment_plan(session, GOAL, WRONG[code])
    assert caught.value.code == code
    assert Words().problem(code, caught.value.values).endswith(".")
    assert employment_plan(session, GOAL) == FILLED_IN


def test_every_support_has_words():
    assert set(SUPPORT_WORDS) == set(SUPPORTS)


def test_the_paper_tells_each_step_with_days_price_and_who_pays(world):
    found = page(world)
    assert facts(found, "first") == {
        "Provider": "Practice School",
        "Place": "Austin, TX, In person",
        "Dates": "Nov 23, 2026 to Dec 18, 2026",
        "Schedule": "Mondays 6–8 p.m.; bring ñ, and a “pen”",
        "Price": "$10, seen in 2026",
        "The price includes": "Books and the exam",
        "Hours": "10 hours",
        "Who pays": "WIOA Title I",
        "Who does what": "Learner signs up by Friday",
    }
    second = facts(found, "second")
    assert (second["Schedule"], second["The price includes"], second["Who pays"]) == ("Not known", "The course", "")
    assert facts(found, "third")["Price"] == "Free"
    assert [one.state for one in found.steps] == ["Done", "Started", ""]
    assert not any(one.title.endswith("fourth") for one in found.steps)


def test_the_head_tells_days_prices_review_and_counselor(world):
    found = page(world)
    assert {one.label: one.value for one in found.facts} == {
        "Begins": "Nov 23, 2026",
        "Ready": "Jan 15, 2027",
        "Prices seen": "2026 and Sep 1, 2026",
        "Review date": "Jan 15, 2027",
        "Counselor": "Pat Lee",
    }
    assert (found.goal_code, found.practice, found.name) == (GOAL, False, "Ana Ruiz")
    assert found.supports == ("Getting there: bus, gas or a ride", "Child care", "A ride to the test")
    assert [one.value for one in found.duties] == ["Come to class.\nSend proof.", "Write the voucher.", ""]
    assert date(2026, 11, 23) == MONDAY


def test_each_objective_names_the_step_that_serves_it(world):
    found = page(world)
    served = {one.name: one.served_by for one in found.objectives}
    assert len(found.objectives) == sum(one in ("missing", "partly") for one in found.blocks)
    assert {"1. first", "2. third", "3. second", "No step of this plan"} == set(served.values())


def test_what_is_shown_names_its_records_and_how_sure_that_is():
    with practice("maya") as (session, learner):
        stand = standpoint(session, profile(session), GOAL)
        way = both(ground_of(session, stand))[0]
        found = employment_page(session, Words(), stand, way, learner.name)
    shown = {one.name: (one.by, one.evidence) for one in found.shown}
    assert shown["Customer and Personal Service"] == ("Customer Care in Clinics", "Signed, issuer known")
    assert len(found.shown) == sum(one in ("shown", "partly") for one in found.blocks)
    assert all(one.by and one.evidence for one in found.shown)
    assert found.practice
    assert {one.label: one.value for one in found.facts}["Review date"] == ""


def test_own_words_are_named_as_such(world):
    session, before = world
    claim = say_in_own_words(session, "I am good with people")
    store_profile.answer(session.vault, claim, before.gap[5].requirement.concept.id, agreed=True)
    stand = standpoint(session, profile(session), GOAL)
    found = employment_page(session, Words(), stand, the_way(session), "")
    assert [(one.by, one.evidence) for one in found.shown] == [("the learner’s own words", "Your word")]


def test_a_length_that_nobody_knows_is_told_and_not_made_up(world):
    session, stand = world
    way = the_way(session)
    slots = tuple(type(one)(one.step, one.start, None, None) for one in way.schedule.slots)
    schedule = type(way.schedule)(slots, 0, 0.0, untimed=tuple(one.step for one in slots))
    open_ended = type(way)("kept", way.plan, schedule, way.start, done=way.done)
    found = employment_page(session, Words(), stand, open_ended, "")
    assert facts(found, "first")["Dates"] == "From Nov 23, 2026 on. Nobody says how long it takes."
    assert {one.label: one.value for one in found.facts}["Ready"] == "Nobody knows yet when it ends"


def test_spanish_says_it_in_spanish(world):
    found = page(world, "es")
    assert found.language == "es-US"
    assert facts(found, "first")["Quién paga"] == "WIOA Title I"
    assert found.supports[1] == "Cuidado de niños"
    session, stand = world
    html = employment_paper(session, Words("es"), stand, the_way(session), "", kind="html").decode()
    assert '<html lang="es-US"' in html
    assert "Plan Individual de Empleo" in html
    assert "Para llenar a mano" in html
    for english in ("Signatures", "Who pays", "Objectives"):
        assert english not in html
