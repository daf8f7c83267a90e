"""A plan beside another: with a certificate, more hours, another place or budget."""

from dataclasses import replace
from datetime import date

import pytest
from plan_world import course
from plans_beside import beside, choose, ids, names
from terminal import GOAL

from app.journey.plan.ground import standpoint
from app.journey.plan.kept import kept_plan
from app.journey.plan.limits import Limits, set_limits
from app.journey.plan.replan_words import what_if_told
from app.journey.plan.ways import find_ways
from app.journey.plan.what_if import Change, step_by_name, what_if
from app.wording import Words
from pathways.errors import PathwaysError
from pathways.model import Offering

EN = Words("en")
MONDAY = date(2026, 11, 23)


@pytest.fixture
def world():
    with beside() as made:
        yield made


def test_a_certificate_one_had_takes_its_step_out_and_what_waits_may_begin(world):
    session, held = world
    choose(session, find_ways(session, held).cheapest)
    found = what_if(session, standpoint(session, held, GOAL), Change(had=frozenset({"first"})))
    assert found.before.kept
    assert ids(found.after.steps) == {"second", "third", "only one"}
    assert (found.difference.cost, found.difference.weeks) == (-10, -3)
    assert found.difference.lost == ()
    assert not found.drifted
    told = what_if_told(EN, standpoint(session, held, GOAL).gap, found)
    assert told == ("What if: if you had this: first. Then: 3 weeks sooner, $10 less; 1 step falls away.",)
    assert kept_plan(session, GOAL).ids("done") == frozenset()


def test_other_hours_another_place_another_budget(world):
    session, held = world
    stand = standpoint(session, held, GOAL)
    assert what_if(session, stand, Change(hours_a_week=1)).difference.weeks > 10
    small = what_if(session, stand, Change(budget=30))
    assert (small.limits.budget, len(small.difference.lost)) == (30, 2)
    set_limits(session, Limits(budget=30))
    assert what_if(session, stand, Change(budget=float("inf"))).difference.cost == 70
    far = course("far", names(session, held, 4)[3:], cost=1, online=False)
    near = replace(far, step=replace(far.step, offering=Offering(place="Reno, NV")))
    set_limits(session, Limits(places=("Austin, TX",)))
    moved = what_if(replace(session, catalog=(near, *session.catalog)), stand, Change(places=("Nevada",)))
    assert [one.id for one in moved.difference.added] == ["far"]
    assert what_if(session, stand, Change(online_only=True)).after.ids == {"only one"}


def test_a_plan_kept_that_is_no_longer_the_best_says_so(world):
    session, held = world
    choose(session, find_ways(session, held).cheapest)
    cheaper = replace(session, catalog=(*session.catalog, course("new", names(session, held, 3), cost=1)))
    found = what_if(cheaper, standpoint(cheaper, held, GOAL), Change(hours_a_week=10))
    assert found.drifted
    assert "making your plan again" in what_if_told(EN, standpoint(cheaper, held, GOAL).gap, found)[-1]


def test_the_fastest_plan_kept_stays_the_fastest_if_something_changes(world):
    session, held = world
    choose(session, find_ways(session, held).fastest)
    found = what_if(session, standpoint(session, held, GOAL), Change(hours_a_week=30))
    assert found.after.plan.aim == "time"


def test_a_step_is_named_by_its_id_or_its_very_name(world):
    session, _held = world
    assert step_by_name(session, GOAL, "Dear  THIRD").id == "dear third"
    with pytest.raises(PathwaysError) as caught:
        step_by_name(session, GOAL, "thir")
    assert caught.value.code == "step_unknown"
    with pytest.raises(PathwaysError):
        what_if(session, standpoint(session, _held, GOAL), Change(had=frozenset({"nothing"})))
