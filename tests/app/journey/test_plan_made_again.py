"""A plan made again keeps what is fixed and says what changes."""

from dataclasses import replace
from datetime import date

import pytest
from plan_world import course, later
from plans_beside import beside, choose, ground, ids, names
from terminal import GOAL

from app.journey.plan.kept import WEEK, kept_plan, mark_step
from app.journey.plan.made_again import changed, from_now_on, kind_of, take, way_of_kind
from app.journey.plan.proven_done import kept_now
from app.journey.plan.replan_words import changes_told
from app.journey.plan.ways import find_ways
from app.journey.plan.what_if import Change, what_if
from app.wording import Words

EN = Words("en")
MONDAY = date(2026, 11, 23)


@pytest.fixture
def world():
    with beside() as made:
        yield made


def test_made_again_keeps_what_is_fixed_and_says_what_changes(world):
    session, held = world
    choose(session, find_ways(session, held).cheapest)
    mark_step(session, GOAL, "first", "done")
    mark_step(session, GOAL, "third", "started")
    mark_step(session, GOAL, "only one", "failed")
    after = later(session, 35)
    stand, found = ground(after, held)
    kept = kept_now(after, GOAL)
    way = way_of_kind(after, stand, found, kind_of(kept))
    told = changed(found, kept, way)
    assert (ids(told.fixed), ids(told.done)) == ({"third"}, {"first"})
    assert (told.added, told.removed) == ((), ())
    assert [(one.step.id, one.after) for one in told.moved] == [("second", date(2026, 12, 28))]
    assert told.cost == (50, 50)
    assert told.ready == (date(2027, 1, 15), date(2027, 1, 22))
    said = changes_told(EN, told)
    assert said[:2] == ("Stays in any case: third.", "Done: first.")
    assert said[-1] == "Ready: Jan 22, 2027 in place of Jan 15, 2027."
    take(after, stand, way)
    assert kept_plan(after, GOAL).ids("started") == {"third"}
    assert kept_plan(after, GOAL).ids("done") == {"first"}


def test_made_again_says_what_comes_in_and_what_falls_away(world):
    session, held = world
    choose(session, find_ways(session, held).cheapest)
    cheaper = replace(session, catalog=(*session.catalog, course("new", names(session, held, 3), cost=1)))
    stand, found = ground(cheaper, held)
    way = way_of_kind(cheaper, stand, found, "cheapest")
    told = changed(found, kept_plan(session, GOAL), way)
    assert (ids(told.added), ids(told.removed)) == ({"new"}, {"first", "second", "third"})
    assert told.cost == (100, 41)
    kept = from_now_on(found, kept_plan(session, GOAL))
    assert (kept.start, kept.ids, kept.plan.cost) == (MONDAY, {"first", "second", "third", "only one"}, 100)
    assert {one.step: one.start for one in kept.schedule.slots} == {"first": 0, "second": 4, "third": 0, "only one": 3}


def test_what_is_left_of_a_plan_keeps_to_the_days_its_steps_start_on(world):
    session, held = world
    days = (MONDAY + 20 * WEEK,)
    late = replace(session, catalog=tuple(starting(one, days) for one in session.catalog))
    choose(late, find_ways(late, held).cheapest)
    stand, found = ground(late, held)
    kept = kept_plan(late, GOAL)
    assert kept.weeks == 22
    assert from_now_on(found, kept).schedule.weeks == 22
    asked = what_if(late, stand, Change(hours_a_week=21))
    assert (asked.difference.weeks, asked.difference.nothing) == (0, True)


def test_a_plan_whose_days_are_over_keeps_its_weeks(world):
    session, held = world
    days = (MONDAY + 2 * WEEK,)
    soon = replace(session, catalog=tuple(starting(one, days) for one in session.catalog))
    choose(soon, find_ways(soon, held).cheapest)
    after = later(soon, 70)
    kept = from_now_on(ground(after, held)[1], kept_plan(after, GOAL))
    assert (kept.start, kept.schedule.weeks) == (MONDAY, 8)


def starting(entry, days):
    """The course as it is; the one that stands alone starts on those days only."""
    if entry.step.id != "only one":
        return entry
    return replace(entry, step=replace(entry.step, offering=replace(entry.step.offering, starts=days)))


def test_nothing_changes_where_nothing_does(world):
    session, held = world
    choose(session, find_ways(session, held).cheapest)
    stand, found = ground(session, held)
    told = changed(found, kept_plan(session, GOAL), way_of_kind(session, stand, found, "cheapest"))
    assert told.nothing
    assert changes_told(EN, told) == ("Nothing changes.",)


def test_a_kind_that_is_there_no_more_becomes_the_cheapest(world):
    session, held = world
    stand, found = ground(session, held)
    assert way_of_kind(session, stand, found, "work").kind == "cheapest"
    assert way_of_kind(session, stand, found, "program").kind == "program"
    assert way_of_kind(session, stand, found, "most").kind == "most"
    assert kind_of(None) == "cheapest"
