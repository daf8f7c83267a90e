"""Plans beside each other: without a step, why not everything, the nearest plan, what if, made again, week by week."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from plan_world import course, later, needs_of, newcomer
from terminal import GOAL

from app.journey import plan_asked
from app.journey.by_week import by_week, why_in
from app.journey.kept_plan import choose_plan, kept_plan, mark_step, want_step
from app.journey.left_out import all_without, without
from app.journey.limits import Limits, set_limits
from app.journey.made_again import changed, from_now_on, kind_of, take, way_of_kind
from app.journey.nearest import nearest
from app.journey.plan import TELLING, fastest_way, ground_of, most_way, standpoint
from app.journey.plan_view import plan_view
from app.journey.proven_done import kept_now
from app.journey.replan_words import changes_told, left_out_told, nearest_told, weeks_told, what_if_told, why_told
from app.journey.ways import find_ways
from app.journey.what_if import Change, step_by_name, what_if
from app.journey.why_not import not_taught
from app.wording import Words
from app.wording.plans import proof_words
from pathways.errors import PathwaysError
from pathways.model import AnyOf, Offering

EN = Words("en")
MONDAY = date(2026, 11, 23)


@pytest.fixture
def world():
    """A newcomer; cheap courses in a row and beside them, dearer ones for the same, one for all."""
    with newcomer() as (session, held):
        a, b, c, d, *_ = needs_of(session, held)
        entries = (
            course("first", [a], cost=10, weeks=4),
            course("second", [b], cost=20, weeks=4, needs=["first"]),
            course("third", [c], cost=30, weeks=3),
            course("dear third", [c, "no need"], cost=70, weeks=1),
            course("all", [a, b, c], cost=900, hours=60, weeks=5),
            course("only one", [d], cost=40, weeks=2, online=True),
        )
        yield replace(session, catalog=entries), held


def names(session, held, count):
    return needs_of(session, held)[:count]


def ground(session, held, **limit):
    stand = standpoint(session, held, GOAL)
    kept = kept_now(session, GOAL)
    return stand, ground_of(session, stand, kept=kept, limit=Limits(**limit) if limit else None)


def choose(session, way):
    return choose_plan(session, GOAL, way.kind, way.plan, way.schedule, way.start)


def ids(steps):
    return {one.id for one in steps}


# Leaving a step out


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


# Why not everything, and the nearest plan


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


def test_where_nobody_teaches_it_no_limit_is_blamed(world):
    session, held = world
    _stand, found = ground(session, held)
    few = without_programs(found)
    assert nearest(few, most_way(few)) == ()


# What if


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


# Made again


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
    assert from_now_on(found, kept_plan(session, GOAL)).start == MONDAY


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


# Week by week, and why


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
    left_out = dict(plan_asked.leaving_out_each(words, ways, ways.cheapest))
    one = ways.cheapest.steps[0].id
    assert left_out[one] == plan_asked.leaving_out(words, ways, ways.cheapest, one)
    said = [
        *page.not_taught,
        *plan_asked.nearest_lines(words, ways),
        *plan_asked.change_lines(words, ways, ways.cheapest),
        *asked.told,
        asked.asked,
        asked.before.price,
        asked.after.ready,
        *(line for lines in left_out.values() for line in lines),
    ]
    assert all(said)
    assert not any("{" in line for line in said)


def test_the_fastest_way_alone_is_the_fastest_of_both(world):
    session, held = world
    _stand, found = ground(session, held)
    assert fastest_way(found).plan.weeks == find_ways(session, held).fastest.plan.weeks
