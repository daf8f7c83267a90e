"""Why a plan teaches not everything, and the nearest plan that drops a limit."""

from dataclasses import replace
from datetime import date

import pytest
from plan_world import course, needs_of
from plans_beside import beside, choose, ground, ids, names
from terminal import GOAL

from app.journey.plan.ground import TELLING, ground_of, most_way, standpoint
from app.journey.plan.kept import mark_step
from app.journey.plan.limits import Limits, set_limits
from app.journey.plan.nearest import nearest
from app.journey.plan.replan_words import nearest_told
from app.journey.plan.view import plan_view
from app.journey.plan.ways import find_ways
from app.journey.plan.why_not import not_taught
from app.wording import Words
from pathways.model import AnyOf, Offering

EN = Words("en")
MONDAY = date(2026, 11, 23)


@pytest.fixture
def world():
    with beside() as made:
        yield made


def without_programs(found):
    """A ground without the programs of study that CIP–SOC knows, whose prices nobody does."""
    own = replace(found, every=tuple(one for one in found.every if not one.cip))
    return replace(own, steps=tuple(one for one in found.steps if not one.cip))


def reasons(session, held, **limit):
    _stand, every = ground(session, held, **limit)
    found = without_programs(every)
    way = most_way(found)
    told = {one.need.id: (one.step.id if one.step else None, one.blocks) for one in not_taught(found, way)}
    return found, way, told


def test_each_need_left_untaught_says_what_stands_in_the_way(world):
    session, held = world
    a, b, c, d, e, f, g, h, *_ = needs_of(session, held)
    far = course("far", [b], online=False)
    spanish = course("spanish", [c])
    over = course("over", [g])
    entries = (
        course("no price", [a], cost=None),
        replace(far, step=replace(far.step, offering=Offering(place="Reno, NV"))),
        replace(spanish, step=replace(spanish.step, offering=Offering(language="es"))),
        course("dear", [d], cost=500),
        course("waits", [e], needs=["nowhere"]),
        course("ring", [f], needs=["ring"]),
        replace(over, step=replace(over.step, offering=Offering(starts=(date(2020, 1, 6),)), needs=("nowhere",))),
        course("far and no price", [b], cost=None, needs=["far"]),
    )
    limit = {"budget": 100, "places": ("Austin, TX",), "languages": ("en",)}
    _found, _way, told = reasons(replace(session, catalog=entries), held, **limit)
    assert told[a] == ("no price", ("unpriced",))
    assert told[b] == ("far", ("elsewhere",))
    assert told[c] == ("spanish", ("language",))
    assert told[d] == ("dear", ("budget",))
    assert told[e] == ("waits", ("first",))
    assert told[f] == ("ring", ("first",))
    assert told[g] == ("over", ("no_start", "first"))
    assert told[h] == (None, ())
    assert len(told) == TELLING


def test_start_days_that_do_not_fit_together_leave_out_the_least_and_are_named(world):
    session, held = world
    a, b, *_ = needs_of(session, held)
    day = Offering(starts=(MONDAY,))
    entries = [course("one", [a], weeks=1), course("other", [b], weeks=1)]
    entries = tuple(replace(one, step=replace(one.step, offering=day)) for one in entries)
    offered = replace(session, catalog=entries)
    set_limits(offered, Limits(at_once=1))
    ways = find_ways(offered, held)
    assert (ids(ways.cheapest.steps), ids(ways.fastest.steps)) == ({"one"}, {"one"})
    assert ways.cheapest.plan.clashing == (b,)
    told = {one.need.id: (one.step and one.step.id, one.blocks) for one in not_taught(ways.ground, ways.cheapest)}
    assert told[b] == ("other", ("clash",))
    (left,) = [one for one in plan_view(offered, EN, ways).left_over if "start days" in one.title]
    assert len(left.names) == 1


def test_from_home_only_what_nobody_says_is_online_stays_out(world):
    session, held = world
    _found, _way, told = reasons(session, held, online_only=True)
    assert told[names(session, held, 1)[0]] == ("first", ("not_online",))


def test_what_was_dropped_or_not_passed_is_said(world):
    session, held = world
    choose(session, find_ways(session, held).cheapest)
    mark_step(session, GOAL, "only one", "failed")
    mark_step(session, GOAL, "third", "dropped")
    few = replace(session, catalog=tuple(one for one in session.catalog if one.step.id not in ("dear third", "all")))
    _found, _way, told = reasons(few, held)
    _a, _b, c, d = names(session, held, 4)
    assert (told[c], told[d]) == (("third", ("dropped",)), ("only one", ("failed",)))


def test_of_a_choice_of_what_comes_first_the_easiest_counts(world):
    session, held = world
    a, b, *_ = needs_of(session, held)
    after = course("after", [a], cost=500)
    one_of = replace(after, step=replace(after.step, needs_any=(AnyOf(1, ("nowhere", "open")),)))
    entries = (one_of, course("open", [b], cost=500))
    found, way, told = reasons(replace(session, catalog=entries), held, budget=1)
    assert way.steps == ()
    assert told[a] == ("after", ("budget",))
    assert found.limits.budget == 1


def test_the_nearest_plan_drops_the_limit_that_covers_most_at_known_prices(world):
    session, held = world
    _stand, found = ground(session, held, budget=60)
    way = most_way(found)
    best, other = nearest(found, way)
    assert (best.dropped, other.dropped) == ("budget", "price")
    assert len(other.difference.gained) > len(best.difference.gained)
    assert ids(best.way.steps) == {"first", "second", "third", "only one"}
    assert best.difference.cost == 40
    assert set(best.difference.gained) <= set(names(session, held, 4))
    told = nearest_told(EN, found.gap, (best,))
    assert told[0] == "With no limit on money: $40 more; 1 step comes in."
    assert told[1].startswith("It also teaches: ")


def test_each_single_thing_that_helps_is_told_the_one_that_helps_most_first(world):
    session, held = world
    a, b, c, *_ = needs_of(session, held)
    far = course("far", [a, b], cost=1, online=False)
    entries = (
        replace(far, step=replace(far.step, offering=Offering(place="Reno, NV"))),
        course("no price", [c], cost=None),
    )
    small = replace(session, catalog=entries)
    stand = standpoint(small, held, GOAL)
    found = without_programs(ground_of(small, stand, limit=Limits(places=("Austin, TX",))))
    told = nearest(found, most_way(found))
    assert [one.dropped for one in told] == ["places", "price"]
    assert told[1].difference.unpriced == (entries[1].step,)
    lines = nearest_told(EN, found.gap, told)
    assert lines[0].startswith("If you could go to any place: 2 weeks later, $1 more")
    assert "no price" in lines[-1]
    assert "less" not in lines[-1]


def test_one_step_of_unknown_price_goes_before_two_that_are_shorter(world):
    session, held = world
    a, b, *_ = needs_of(session, held)
    entries = (
        course("part a", [a], cost=None, hours=5),
        course("part b", [b], cost=None, hours=5),
        course("both", [a, b], cost=None, hours=90),
    )
    assert let_in(session, held, entries) == {"both"}


def test_of_as_few_steps_of_unknown_price_those_with_the_least_to_pay_beside(world):
    session, held = world
    need, *_ = needs_of(session, held)
    entries = (
        course("dear first", [], cost=500, hours=1),
        course("cheap first", [], cost=5, hours=50),
        course("after dear", [need], cost=None, needs=["dear first"]),
        course("after cheap", [need], cost=None, needs=["cheap first"]),
    )
    assert let_in(session, held, entries) == {"after cheap"}


def let_in(session, held, entries):
    """The steps of unknown price in the plan that lets go of knowing each price."""
    small = replace(session, catalog=entries)
    stand = standpoint(small, held, GOAL)
    found = without_programs(ground_of(small, stand))
    (told,) = nearest(found, most_way(found))
    assert told.dropped == "price"
    return ids(told.difference.unpriced)


def test_where_nobody_teaches_it_no_limit_is_blamed(world):
    session, held = world
    _stand, found = ground(session, held)
    few = without_programs(found)
    assert nearest(few, most_way(few)) == ()
