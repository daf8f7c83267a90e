"""A plan without one of its steps: what it costs more, what goes with it."""

from dataclasses import replace
from datetime import date

import pytest
from plan_world import course
from plans_beside import beside, choose, ids, names
from terminal import GOAL

from app.journey.kept_plan import want_step
from app.journey.left_out import all_without, without
from app.journey.replan_words import left_out_told
from app.journey.ways import find_ways
from app.wording import Words

EN = Words("en")
MONDAY = date(2026, 11, 23)


@pytest.fixture
def world():
    with beside() as made:
        yield made


def test_leaving_a_step_out_costs_what_the_next_best_plan_costs_more(world):
    session, held = world
    ways = find_ways(session, held)
    found = without(ways.ground, ways.cheapest, "third")
    assert ids(found.way.steps) == {"first", "second", "dear third", "only one"}
    assert (found.difference.cost, found.difference.lost, found.difference.sure) == (40, (), True)
    assert (ids(found.difference.added), ids(found.difference.removed)) == ({"dear third"}, {"third"})
    assert left_out_told(EN, ways.telling, found)[0] == "Without it: $40 more; 1 step comes in."


def test_what_nothing_else_teaches_is_told_by_name(world):
    session, held = world
    ways, need = find_ways(session, held), names(session, held, 4)[3]
    found = without(ways.ground, ways.cheapest, "only one")
    assert (found.difference.cost, found.difference.lost) == (-40, (need,))
    name = next(one.requirement.concept.name for one in ways.telling if one.requirement.concept.id == need)
    assert left_out_told(EN, ways.telling, found)[-1] == f"It no longer teaches: {EN.name(name)}."


def test_what_waits_for_a_step_goes_with_it(world):
    session, held = world
    ways = find_ways(session, held)
    found = without(ways.ground, ways.cheapest, "first")
    assert ids(found.way.steps) == {"all", "only one"}
    assert found.difference.cost == 900 - 60


def test_of_the_fastest_plan_the_weeks_count(world):
    session, held = world
    ways = find_ways(session, held)
    found = without(ways.ground, ways.fastest, "all")
    assert found.way.plan.aim == "time"
    assert found.difference.weeks == 3
    assert "3 weeks later" in left_out_told(EN, ways.telling, found)[0]


def test_of_a_plan_kept_the_other_steps_stay(world):
    session, held = world
    choose(session, find_ways(session, held).fastest)
    cheaper = replace(session, catalog=(*session.catalog, course("new", names(session, held, 1), cost=1)))
    ways = find_ways(cheaper, held)
    kept = next(one for one in ways.ways if one.kept)
    found = without(ways.ground, kept, "only one")
    assert ids(found.way.steps) == {"all"}


def test_all_steps_one_after_the_other_and_stopped_between(world):
    session, held = world
    ways = find_ways(session, held)
    told = [one.step.id for one in all_without(ways.ground, ways.cheapest)]
    assert told == [one.id for one in ways.cheapest.steps]

    def stop():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        next(all_without(ways.ground, ways.cheapest, between=stop))


def test_leaving_out_a_step_that_is_wanted_frees_it(world):
    session, held = world
    want_step(session, GOAL, "all", wanted=True)
    ways = find_ways(session, held)
    found = without(ways.ground, ways.cheapest, "all")
    assert ids(found.way.steps) == {"first", "second", "third", "only one"}
