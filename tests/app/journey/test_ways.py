"""The ways to a goal, the plan chosen among them, and what stays fixed when it is made again."""

from dataclasses import replace
from datetime import date

import pytest
from plan_world import course, later, needs_of, newcomer
from practice_world import NOW
from terminal import GOAL

from app.errors import PersonError
from app.journey.opening import practice
from app.journey.plan.kept import choose_plan, kept_plan, late_steps, mark_step, put_back, ready_on, want_step, week_of
from app.journey.plan.limits import AT_FIRST, Limits, limits, limits_offered, limits_said, set_limits
from app.journey.plan.ways import find_ways
from app.journey.progress import progress
from app.journey.skills.profile import profile
from pathways.errors import PathwaysError
from pathways.model import AnyOf

MONDAY = date(2026, 11, 23)


@pytest.fixture
def world():
    """A newcomer, and a small catalog: three cheap courses in a row and beside them, or one dear course for all."""
    with newcomer() as (session, held):
        a, b, c, *_ = needs_of(session, held)
        entries = (
            course("first", [a], cost=10, weeks=4),
            course("second", [b], cost=20, weeks=4, needs=["first"]),
            course("third", [c], cost=30, weeks=3),
            course("all", [a, b, c], cost=900, hours=60, weeks=5),
            course("job", [a, b], cost=None, hours=None, weeks=20, kind="on_the_job", needs=["third"]),
        )
        yield replace(session, catalog=entries), held


def ids(way):
    return [one.id for one in way.steps]


def choose(session, ways, way):
    return choose_plan(session, GOAL, way.kind, way.plan, way.schedule, way.start)


def test_cheapest_and_fastest_are_proven_each_in_its_own_way(world):
    session, held = world
    ways = find_ways(session, held)
    assert ids(ways.cheapest) == ["first", "second", "third"]
    assert (ways.cheapest.plan.cost, ways.cheapest.plan.weeks, ways.cheapest.plan.proven) == (60, 8, True)
    assert ids(ways.fastest) == ["all"]
    assert (ways.fastest.plan.cost, ways.fastest.plan.weeks, ways.fastest.plan.proven) == (900, 5, True)
    assert (ways.fastest.plan.aim, ways.fastest.plan.bound) == ("time", 5)
    assert ways.cheapest.start == MONDAY
    assert not ways.same


def test_where_the_cheapest_is_the_fastest_there_is_one_way_for_both(world):
    session, held = world
    ways = find_ways(replace(session, catalog=session.catalog[:3]), held)
    assert ways.same
    assert [one.kind for one in ways.ways if one.kind in ("cheapest", "fastest")] == ["cheapest"]
    assert (ways.cheapest.plan.aim, ways.fastest.plan.aim) == ("cost", "time")


def test_a_plan_of_unknown_hours_is_not_taken_for_the_fastest(world):
    session, held = world
    a, *_ = needs_of(session, held)
    entries = (course("vague", [a], cost=0, hours=None, weeks=1), course("known", [a], cost=9, hours=20, weeks=5))
    ways = find_ways(replace(session, catalog=entries), held)
    assert (ids(ways.cheapest), ids(ways.fastest)) == (["vague"], ["known"])
    assert (ways.fastest.plan.weeks, ways.fastest.plan.bound, ways.fastest.plan.proven) == (5, 5, True)
    set_limits(session, Limits())
    assert ids(find_ways(replace(session, catalog=entries), held).fastest) == ["vague"]


def test_learning_at_work_and_a_program_of_study_are_ways_with_what_is_unknown_on_top(world):
    session, held = world
    ways = {one.kind: one for one in find_ways(session, held).ways}
    assert ways["work"].around.id == "job"
    assert ids(ways["work"]) == ["third", "job"]
    assert [one.id for one in ways["work"].plan.unpriced] == ["job"]
    assert ways["work"].schedule.hours_unknown == ("job",)
    assert ways["program"].around.name == "Medical/Clinical Assistant"
    assert ways["program"].schedule.untimed == (ways["program"].around.id,)


def test_a_plan_chosen_is_kept_with_its_weeks_and_is_found_among_the_ways(world):
    session, held = world
    ways = find_ways(session, held)
    choose(session, ways, ways.cheapest)
    kept = kept_plan(session, GOAL)
    assert [one.step for one in kept.steps] == list(ways.cheapest.in_turn)
    assert (kept.start, kept.weeks, kept.cost, kept.ready) == (MONDAY, 8, 60, date(2027, 1, 15))
    again = find_ways(later(session, 20), held)
    assert [one.kind for one in again.ways if one.kept] == ["cheapest"]
    assert again.cheapest.start == MONDAY
    assert again.changes is None
    assert [week_of(kept, later(session, days).clock().date()).number for days in (0, 2, 8, 9, 400)] == [0, 1, 1, 2, 57]


def test_choosing_another_plan_or_marking_a_step_can_be_undone_to_the_letter(world):
    session, held = world
    ways = find_ways(session, held)
    nothing = choose(session, ways, ways.cheapest)
    first = kept_plan(session, GOAL)
    before = mark_step(session, GOAL, "first", "done")
    assert kept_plan(session, GOAL).ids("done") == {"first"}
    put_back(session, before)
    assert kept_plan(session, GOAL) == first
    other = choose(session, ways, ways.fastest)
    assert [one.step.id for one in kept_plan(session, GOAL).steps] == ["all"]
    put_back(session, other)
    assert kept_plan(session, GOAL) == first
    put_back(session, nothing)
    assert kept_plan(session, GOAL) is None


def test_what_is_done_is_not_learned_again_and_what_it_comes_before_can_begin(world):
    session, held = world
    ways = find_ways(session, held)
    choose(session, ways, ways.cheapest)
    mark_step(session, GOAL, "first", "done")
    again = find_ways(session, held)
    assert again.cheapest.ids == {"second", "third"}
    assert [one.id for one in again.cheapest.done] == ["first"]
    assert again.cheapest.kept
    assert held.held == {}
    assert all(one.state != "shown" for one in again.stand.gap)


def test_what_is_started_stays_in_every_plan_with_the_weeks_that_are_left(world):
    session, held = world
    ways = find_ways(session, held)
    choose(session, ways, ways.cheapest)
    mark_step(session, GOAL, "first", "started")
    again = find_ways(later(session, 9), held)
    assert "first" in ids(again.fastest)
    slot = next(one.schedule.slot("first") for one in again.ways if one.kind == "work")
    assert (slot.start, slot.weeks) == (0, 2)


def test_what_is_dropped_is_never_proposed_again_until_it_is_chosen(world):
    session, held = world
    ways = find_ways(session, held)
    choose(session, ways, ways.cheapest)
    mark_step(session, GOAL, "first", "dropped")
    again = find_ways(session, held)
    assert all("first" not in ids(one) for one in again.ways)
    assert ids(again.cheapest) == ["all"]
    (ours,) = [one for one in again.ways if one.kept]
    assert (ours.kind, ids(ours)) == ("kept", ["third", "second"])
    assert ([one.id for one in again.changes.added], {one.id for one in again.changes.removed}) == (
        ["all"],
        {"second", "third"},
    )
    assert (again.changes.cost, again.changes.weeks) == ((50, 900), (8, 5))
    mark_step(session, GOAL, "first", "chosen")
    assert ids(find_ways(session, held).cheapest) == ids(ways.cheapest)


def test_a_step_that_is_no_longer_offered_stays_in_the_plan_kept(world):
    session, held = world
    ways = find_ways(session, held)
    choose(session, ways, ways.cheapest)
    mark_step(session, GOAL, "first", "started")
    gone = replace(session, catalog=session.catalog[3:])
    again = find_ways(gone, held)
    assert "first" in ids(next(one for one in again.ways if one.kept))


def test_a_step_not_in_the_plan_cannot_be_marked(world):
    session, _ = world
    with pytest.raises(PathwaysError, match="step_unknown"):
        mark_step(session, GOAL, "first", "done")


def test_steps_that_should_be_over_are_told_until_they_are_done(world):
    session, held = world
    ways = find_ways(session, held)
    choose(session, ways, ways.cheapest)
    day = later(session, 2 + 28).clock().date()
    assert {one.step.id for one in late_steps(kept_plan(session, GOAL), day)} == {"first", "third"}
    mark_step(session, GOAL, "first", "done")
    assert {one.step.id for one in late_steps(kept_plan(session, GOAL), day)} == {"third"}
    assert late_steps(kept_plan(session, GOAL), MONDAY) == ()


def test_a_step_wanted_is_in_every_plan_though_nobody_knows_its_price(world):
    session, held = world
    want_step(session, GOAL, "job", wanted=True)
    again = find_ways(session, held)
    assert {"job", "third"} <= set(ids(again.cheapest)) & set(ids(again.fastest))
    assert [one.id for one in again.fastest.plan.unpriced] == ["job"]
    want_step(session, GOAL, "job", wanted=False)
    assert "job" not in ids(find_ways(session, held).cheapest)


def test_limits_change_the_plans_and_are_kept_or_forgotten(world):
    session, held = world
    assert (limits(session), limits_said(session)) == (AT_FIRST, False)
    before = set_limits(session, Limits(budget=50, at_once=1))
    assert before is None
    ways = find_ways(session, held)
    assert ways.cheapest.ids == {"first", "third"}
    assert ways.cheapest.plan.beyond_budget
    assert ways.cheapest.schedule.weeks == 4 + 3
    assert set_limits(session, before) == Limits(budget=50, at_once=1)
    assert (limits(session), limits_said(session)) == (AT_FIRST, False)


@pytest.mark.parametrize(
    "wrong",
    [Limits(budget=-1), Limits(hours_a_week=0), Limits(hours_a_week=101), Limits(at_once=0), Limits(at_once=11)],
)
def test_a_limit_that_helps_nobody_is_refused_and_nothing_is_kept(world, wrong):
    session, _ = world
    with pytest.raises(PersonError, match="limit_unusable"):
        set_limits(session, wrong)
    assert not limits_said(session)


def test_what_is_begun_may_cost_more_than_the_budget_and_then_only_free_steps_are_added(world):
    session, held = world
    ways = find_ways(session, held)
    choose(session, ways, ways.cheapest)
    mark_step(session, GOAL, "third", "started")
    set_limits(session, Limits(budget=5))
    again = find_ways(session, held)
    assert again.over_budget
    assert ids(again.cheapest) == ["third"]


def test_from_home_only_takes_steps_that_say_so_and_is_offered_only_where_some_do(world):
    session, held = world
    assert "online_only" not in limits_offered(one.step for one in session.catalog)
    here = [replace(one, step=replace(one.step, online=one.step.id != "first")) for one in session.catalog[:4]]
    at_home = replace(session, catalog=tuple(here))
    assert limits_offered(one.step for one in at_home.catalog) == ("budget", "hours_a_week", "at_once", "online_only")
    set_limits(session, Limits(online_only=True))
    assert ids(find_ways(at_home, held).cheapest) == ["all"]
    assert limits_offered([]) == ()


def test_one_step_more_is_what_the_catalog_says_leads_to_most_careers_close_by(world):
    session, held = world
    assert find_ways(session, held).one_more is None
    aide, dental, far = "31-1131.00", "31-9091.00", "53-3032.00"
    more = (
        course("aide", [], cost=80, leads_to=[aide]),
        course("both", [], cost=90, leads_to=[dental, aide, far], needs=["base"]),
        course("base", [], cost=10),
        course("nobody-knows", [], cost=None, leads_to=[aide, dental]),
    )
    found = find_ways(replace(session, catalog=(*session.catalog, *more)), held).one_more
    assert (found.step.id, [one.id for one in found.careers], found.cost) == ("both", [dental, aide], 100)
    assert [one.id for one in found.first] == ["base"]


def test_what_is_done_of_a_choice_need_not_come_before_one_step_more(world):
    session, held = world
    late = course("late", [], cost=90, leads_to=["31-1131.00"])
    late = replace(late, step=replace(late.step, needs_any=(AnyOf(1, ("first", "ahead")),)))
    grown = replace(session, catalog=(*session.catalog, late, course("ahead", [], cost=20)))
    ways = find_ways(grown, held)
    choose(grown, ways, ways.cheapest)
    mark_step(grown, GOAL, "first", "done")
    found = find_ways(grown, held).one_more
    assert (found.step.id, found.first, found.cost) == ("late", (), 90)


def test_a_day_of_rest_before_a_plan_begins_and_its_last_day_is_a_friday():
    assert ready_on(date(2026, 3, 16), 17) == date(2026, 7, 10)
    assert ready_on(date(2026, 3, 16), 10) == date(2026, 5, 22)
    assert ready_on(date(2026, 3, 16), 0) == date(2026, 3, 16)


def test_the_practice_learner_has_proven_plans_and_more_ways_than_two():
    with practice() as (opened, _learner):
        session = replace(opened, clock=lambda: NOW)
        ways = find_ways(session, profile(session))
        assert ways.cheapest.plan.proven
        assert ways.fastest.plan.proven
        assert ways.fastest.schedule.weeks <= ways.cheapest.schedule.weeks
        assert ways.cheapest.plan.cost <= ways.fastest.plan.cost
        assert len({one.ids for one in ways.ways}) == len(ways.ways) >= 3
        assert all(one.schedule.slot(step.id) for one in ways.ways for step in one.steps)


def test_the_rail_tells_the_plan_kept_and_forgets_it_with_an_undo(world):
    session, held = world
    ways = find_ways(session, held)
    before = choose(session, ways, ways.cheapest)
    told = progress(session)
    assert (told.plan_kind, told.weeks, told.week, told.steps) == ("cheapest", 8, None, 3)
    assert progress(later(session, 10)).week == 2
    put_back(session, before)
    assert (progress(session).plan_kind, progress(session).steps) == (None, 0)
