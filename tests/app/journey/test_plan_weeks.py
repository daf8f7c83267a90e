"""A plan week by week, why each step is in it, and all that the page asks for."""

from datetime import date
from itertools import pairwise

import pytest
from plans_beside import beside, choose, ground, ids, names
from terminal import GOAL

from app.journey.plan import asked as plan_asked
from app.journey.plan.by_week import by_week, why_in
from app.journey.plan.ground import fastest_way
from app.journey.plan.kept import mark_step
from app.journey.plan.limits import Limits, set_limits
from app.journey.plan.replan_words import weeks_told, why_told
from app.journey.plan.view import plan_view
from app.journey.plan.ways import find_ways
from app.journey.plan.what_if import Change
from app.wording import Words
from app.wording.plans import proof_words

EN = Words("en")
MONDAY = date(2026, 11, 23)


@pytest.fixture
def world():
    with beside() as made:
        yield made


def test_the_weeks_of_a_plan_are_told_with_how_far_each_step_is(world):
    session, held = world
    choose(session, find_ways(session, held).cheapest)
    mark_step(session, GOAL, "first", "done")
    ways = find_ways(session, held)
    weeks = by_week(ways.cheapest)
    assert (weeks[0].first, weeks[0].starts, weeks[-1].ends) == (1, MONDAY, ways.kept.ready)
    assert all(before.last + 1 == after.first for before, after in pairwise(weeks))
    states = {run.step.id: run.state for one in weeks for run in one.running}
    assert states == {"first": "done", "second": "chosen", "third": "chosen", "only one": "chosen"}
    said = [line for one in weeks for line in weeks_told(EN, one)]
    assert said[0].endswith(")")
    assert any(line.startswith("  first: ") and line.endswith("Done") for line in said)


def test_a_step_says_what_it_is_for_and_what_must_wait_for_it(world):
    session, held = world
    ways = find_ways(session, held)
    why = {one.step.id: one for one in why_in(ways.stand, ways.cheapest)}
    assert [one.id for one in why["first"].covers] == names(session, held, 1)
    assert ids(why["first"].before) == {"second"}
    assert why_told(EN, why["first"])[1] == "It must come before: second."
    assert why["third"].before == ()


def test_what_is_not_proven_says_how_far_from_best_it_can_be():
    told = proof_words(EN, "cost", 60.0, 9, proven=False, cost=100.0)
    assert told == "Maybe not the cheapest yet: at most $40 above the best possible. No mix costs less than $60."
    assert "40" not in proof_words(EN, "cost", 60.0, 9, proven=True, cost=100.0)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_can_ask_for_all_of_it(world, language):
    session, held = world
    words = Words(language)
    set_limits(session, Limits(budget=60))
    ways = find_ways(session, held)
    choose(session, ways.fastest)
    ways = find_ways(session, held)
    page = plan_view(session, words, ways)
    asked = plan_asked.what_if_view(session, words, ways, Change(hours_a_week=3, places=("Reno, NV",)))
    left_out = [plan_asked.leaving_out(words, ways, ways.cheapest, one.id) for one in ways.cheapest.steps]
    said = [
        *page.not_taught,
        *plan_asked.nearest_lines(words, ways),
        *asked.told,
        asked.asked,
        asked.before.price,
        asked.after.ready,
        *(line for lines in left_out for line in lines),
    ]
    assert all(said)
    assert not any("{" in line for line in said)


def test_the_fastest_way_alone_is_the_fastest_of_both(world):
    session, held = world
    _stand, found = ground(session, held)
    assert fastest_way(found).plan.weeks == find_ways(session, held).fastest.plan.weeks
