"""A plan without one of its steps: what it costs more, what goes with it."""

from dataclasses import replace
from datetime import date

import pytest
from plan_world import course
from plans_beside import beside, choose, ids, names
from terminal import GOAL

from app.journey.plan.kept import want_step
from app.journey.plan.left_out import all_without, without
from app.journey.plan.replan_words import left_out_told
from app.journey.plan.ways import find_ways
from app.wording import Words
from app.wording.replanning import difference_words

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


def unknown_first(session, held, **figures):
    """The catalogue with a step on top whose price or length nobody says, and a dearer one that teaches the same."""
    need = names(session, held, 5)[4]
    open_one = course("open", [need], **{"cost": 5, "weeks": 1, **figures})
    return replace(session, catalog=(*session.catalog, open_one, course("told", [need], cost=100, weeks=20)))


def test_a_step_of_unknown_price_that_falls_away_makes_nothing_dearer_for_sure(world):
    session = unknown_first(*world, cost=None)
    want_step(session, GOAL, "open", wanted=True)
    ways = find_ways(session, world[1])
    found = without(ways.ground, ways.cheapest, "open")
    assert (ids(found.difference.added), found.difference.cost) == ({"told"}, 100)
    assert ids(found.difference.unpriced_gone) == {"open"}
    told = left_out_told(EN, ways.telling, found)
    assert told[0] == "Without it: 12 weeks later, nobody knows if it costs more; 1 step comes in."
    assert told[1] == "Nobody says what this costs, which falls away: open."


def test_a_step_of_unknown_length_that_falls_away_makes_nothing_later_for_sure(world):
    session = unknown_first(*world, weeks=None, hours=None)
    want_step(session, GOAL, "open", wanted=True)
    ways = find_ways(session, world[1])
    found = without(ways.ground, ways.cheapest, "open")
    assert ids(found.difference.untimed_gone) == {"open"}
    told = left_out_told(EN, ways.telling, found)
    assert told[0] == "Without it: nobody knows if it takes longer, $95 more; 1 step comes in."
    assert told[1] == "Nobody says how long this takes, which falls away: open."


def test_what_is_less_in_any_case_is_said_to_be_that_much_less_or_more():
    gone = {"added": 0, "removed": 1, "price_gone": True, "time_gone": True}
    assert difference_words(EN, -40, -3, **gone) == "3 weeks sooner or more, at least $40 less; 1 step falls away"
    assert difference_words(EN, 0, 0, **gone) == "it takes no longer, it costs no more; 1 step falls away"
    both = difference_words(EN, -40, -3, **gone, open_price=True, open_time=True)
    assert both == "nobody knows if it takes longer, nobody knows if it costs more; 1 step falls away"


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
