"""Steps that wait for some of several others, and steps that begin on days of their own, against every choice."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, permutations
from random import Random

import pytest
from test_cheapest import ids, missing, step
from test_fastest import has_room, length, taught

from pathways.errors import PathwaysError
from pathways.model import AnyOf, LearningStep, Offering
from pathways.plans import cheapest, fastest
from pathways.plans.calendar import Schedule
from pathways.plans.exact import schedule
from pathways.plans.pace import Pace
from pathways.plans.steps import takeable

MONDAY = date(2026, 11, 23)
CONCEPTS = "abc"
CLASHES = {116}
"""Catalogs whose start days leave no way to all that their steps teach."""
GAP = [missing(one) for one in CONCEPTS]


def catalog(seed: int) -> tuple[tuple[LearningStep, ...], Pace]:
    luck = Random(seed)
    names = [f"s{place}" for place in range(luck.randint(3, 6))]
    steps = tuple(_one(luck, name, [other for other in names if other != name]) for name in names)
    return steps, Pace(luck.choice([None, 10.0]), luck.choice([None, 1, 2]))


def _one(luck: Random, name: str, others: list[str]) -> LearningStep:
    found = step(
        name,
        float(luck.randint(0, 5)),
        "".join(luck.sample(CONCEPTS, luck.choice([0, 1, 1, 2]))),
        luck.sample(others, 1) if luck.random() < 0.15 else [],
        hours=float(luck.randint(2, 16)),
        weeks=float(luck.randint(1, 3)),
    )
    if luck.random() < 0.45:
        some = luck.sample(others, luck.randint(1, min(3, len(others))))
        found = replace(found, needs_any=(AnyOf(luck.randint(1, len(some)), tuple(some)),))
    if luck.random() < 0.4:
        days = sorted(MONDAY + timedelta(days=luck.randint(-9, 40)) for _ in range(luck.randint(1, 3)))
        found = replace(found, offering=Offering(starts=tuple(days)))
    return found


def weeks_for(steps: Sequence[LearningStep], pace: Pace) -> int | None:
    """The fewest weeks for these, each order tried; None where none goes."""
    found = [_over(order, pace) for order in permutations(steps)]
    return min((one for one in found if one is not None), default=None)


def _over(order: Sequence[LearningStep], pace: Pace) -> int | None:
    ends: dict[str, int] = {}
    minutes, places = [0] * 99, [0] * 99
    for one in order:
        weeks, load = length(one, pace)
        waits = [(1, (need,)) for need in one.needs] + [(some.count, some.steps) for some in one.needs_any]
        start = 0
        for count, some in waits:
            over = sorted(ends[key] for key in some if key in ends)
            if len(over) < count:
                return None
            start = max(start, over[count - 1])
        days = [(day - MONDAY).days // 7 for day in one.offering.starts if day >= MONDAY]
        weeks_open = [week for week in (days if one.offering.starts else range(50)) if week >= start]
        free = (
            week
            for week in sorted(weeks_open)
            if all(has_room(pace, minutes[w] + load, places[w], load) for w in range(week, week + weeks))
        )
        first = next(free, None)
        if first is None:
            return None
        for week in range(first, first + weeks):
            minutes[week] += load
            places[week] += 1
        ends[one.id] = first + weeks
    return max(ends.values(), default=0)


def choices(steps: Sequence[LearningStep], pace: Pace) -> Iterator[tuple[list[LearningStep], int]]:
    """Each set of steps that can be laid out, with its weeks."""
    for size in range(len(steps) + 1):
        for some in combinations(steps, size):
            weeks = weeks_for(some, pace)
            if weeks is not None:
                yield list(some), weeks


def check(found: Schedule, steps: Sequence[LearningStep]) -> None:
    """What must be over first is, and each begins in the week of one of its days."""
    slots = {one.step: one for one in found.slots}
    assert slots.keys() == {one.id for one in steps}
    for one in steps:
        start = slots[one.id].start
        over = {key for key, slot in slots.items() if slot.start + (slot.weeks or 0) <= start}
        assert over.issuperset(one.needs)
        assert all(len(over & set(some.steps)) >= some.count for some in one.needs_any)
        begins = [(day - MONDAY).days // 7 for day in one.offering.starts if day >= MONDAY]
        assert not one.offering.starts or start in begins


@pytest.mark.parametrize("seed", range(120))
def test_choices_of_what_comes_first_and_start_days_are_kept(seed: int) -> None:
    steps, pace = catalog(seed)
    every = list(choices(steps, pace))
    reachable = frozenset[str]().union(*(taught(some) for some, _ in every))
    whole = [(some, weeks) for some, weeks in every if taught(some) == reachable]
    offered = takeable(steps, frozenset(), frozenset(), first_monday=MONDAY)
    if seed in CLASHES:
        assert not any(taught(some) >= taught(offered.values()) for some, _ in every)
        most = max(len(taught(some)) for some, _ in every)
        most_of_all = [(some, weeks) for some, weeks in every if len(taught(some)) == most]
        least = cheapest(GAP, steps, pace=pace, first_monday=MONDAY)
        quick = fastest(GAP, steps, pace=pace, first_monday=MONDAY, time_limit=20)
        assert least.cost == min(sum(one.cost.value or 0 for one in some) for some, _ in most_of_all)
        assert quick.plan.weeks == min(weeks for _, weeks in most_of_all)
        assert all(len(taught(one.step for one in plan.steps)) == most for plan in (least, quick.plan))
        assert all(plan.proven and plan.clashing and not plan.beyond_budget for plan in (least, quick.plan))
        return
    least = cheapest(GAP, steps, pace=pace, first_monday=MONDAY)
    quick = fastest(GAP, steps, pace=pace, first_monday=MONDAY, time_limit=20)
    taken = [one.step for one in least.steps]
    assert taught(taken) == reachable
    assert least.cost == min(sum(one.cost.value or 0 for one in some) for some, _ in whole)
    assert least.proven
    check(schedule(taken, pace, first_monday=MONDAY), taken)
    _in_turn(taken)
    best = min(weeks for _, weeks in whole)
    assert (quick.plan.weeks, quick.plan.bound, quick.plan.proven) == (best, best, True)
    check(quick.schedule, [one.step for one in quick.plan.steps])


def _in_turn(taken: Sequence[LearningStep]) -> None:
    for place, one in enumerate(taken):
        earlier = {other.id for other in taken[:place]}
        assert earlier.issuperset(one.needs)
        assert all(len(earlier & set(some.steps)) >= some.count for some in one.needs_any)


@pytest.mark.parametrize("seed", range(60))
def test_the_most_is_covered_for_the_money(seed: int) -> None:
    steps, _ = catalog(seed)
    steps = tuple(replace(one, offering=Offering()) for one in steps)
    luck = Random(seed)
    weights = {one: luck.randint(1, 9) for one in CONCEPTS}
    budget = luck.randint(0, 8)
    found = cheapest([missing(one, weights[one]) for one in CONCEPTS], steps, budget=budget)
    within = [
        (sum(weights[c] for c in taught(some)), sum(one.cost.value or 0 for one in some))
        for some, _ in choices(steps, Pace())
        if sum(one.cost.value or 0 for one in some) <= budget
    ]
    most = max(weight for weight, _ in within)
    assert sum(weights[c] for c in taught(one.step for one in found.steps)) == most
    assert found.cost == min(cost for weight, cost in within if weight == most)
    assert found.proven


@pytest.mark.parametrize("budget", [None, 10, 1000])
def test_of_steps_on_the_same_day_one_is_taken_where_the_other_cannot_be(budget: float | None) -> None:
    first, second = (
        replace(step(one, 1, one, hours=5.0, weeks=1.0), offering=Offering(starts=(MONDAY,))) for one in "ab"
    )
    dear = [step("c", 900, "b", hours=5.0, weeks=1.0)] if budget else []
    asked = {"pace": Pace(at_once=1), "budget": budget, "first_monday": MONDAY}
    least = cheapest([missing("a", 2), missing("b")], [first, second, *dear], **asked)
    quick = fastest([missing("a", 2), missing("b")], [first, second, *dear], **asked)
    told = {None: (["a"], ("b",)), 10: (["a"], ("b",)), 1000: (["a", "c"], ())}[budget]
    assert (sorted(ids(least)), least.clashing, least.beyond_budget, least.proven) == (*told, (), True)
    assert (sorted(ids(quick.plan)), quick.plan.clashing, quick.plan.proven) == (*told, True)


@pytest.mark.parametrize("seed", range(60))
def test_the_budget_and_the_start_days_together_leave_out_the_least(seed: int) -> None:
    steps, pace = catalog(seed)
    budget = Random(seed).randint(1, 8)
    within = [
        (some, weeks) for some, weeks in choices(steps, pace) if sum(one.cost.value or 0 for one in some) <= budget
    ]
    most = max(len(taught(some)) for some, _ in within)
    best = [(some, weeks) for some, weeks in within if len(taught(some)) == most]
    least = cheapest(GAP, steps, pace=pace, first_monday=MONDAY, budget=budget)
    quick = fastest(GAP, steps, pace=pace, first_monday=MONDAY, budget=budget, time_limit=20)
    assert least.cost == min(sum(one.cost.value or 0 for one in some) for some, _ in best)
    assert quick.plan.weeks == quick.plan.bound == min(weeks for _, weeks in best)
    assert all(len(taught(one.step for one in plan.steps)) == most for plan in (least, quick.plan))
    check(quick.schedule, [one.step for one in quick.plan.steps])


def test_what_is_done_counts_among_a_choice() -> None:
    late = replace(step("late", 1, "a"), needs_any=(AnyOf(2, ("one", "two", "three")),))
    steps = [late, step("one", 1), step("two", 5), step("three", 9)]
    assert sorted(ids(cheapest([missing("a")], steps))) == ["late", "one", "two"]
    assert ids(cheapest([missing("a")], steps, done=frozenset({"three"}))) == ["one", "late"]
    assert ids(cheapest([missing("a")], steps, done=frozenset({"three", "one"}))) == ["late"]


def test_what_no_longer_starts_is_not_taken_unless_begun() -> None:
    gone = replace(step("gone", 1, "a", weeks=2), offering=Offering(starts=(MONDAY - timedelta(days=1),)))
    steps = [gone, step("dear", 900, "a", weeks=2)]
    assert ids(cheapest([missing("a")], steps, first_monday=MONDAY)) == ["dear"]
    assert ids(cheapest([missing("a")], steps)) == ["gone"]
    going = cheapest([missing("a")], steps, chosen=frozenset({"gone"}), begun={"gone": 1}, first_monday=MONDAY)
    assert ids(going) == ["gone"]


def test_a_step_begins_in_the_week_of_its_day() -> None:
    later = replace(step("later", 1, "a", weeks=2), offering=Offering(starts=(MONDAY + timedelta(days=17),)))
    (slot,) = schedule([later], Pace(), first_monday=MONDAY).slots
    assert slot.start == 2
    with pytest.raises(PathwaysError, match="starts_clash"):
        schedule([later], Pace(), first_monday=MONDAY + timedelta(days=18))


def test_a_choice_cut_without_proof_leaves_the_plan_unproven() -> None:
    """Weeks for a hundred years are too many to look through: whether the two cheap ones clash is not decided."""
    far = replace(step("far", 1, "c", weeks=1), offering=Offering(starts=(MONDAY + timedelta(weeks=5_500),)))
    one, other = (
        replace(step(name, 1, taught, weeks=2), offering=Offering(starts=(MONDAY,)))
        for name, taught in (("one", "a"), ("other", "b"))
    )
    steps = [far, one, other, step("free", 1, "d", weeks=1), step("dear", 10, "a", weeks=1)]
    plan = cheapest([missing(concept) for concept in "abcd"], steps, pace=Pace(None, 1), first_monday=MONDAY)
    assert (sorted(ids(plan)), plan.cost) == (["dear", "far", "free", "other"], 13)
    assert (plan.proven, plan.bound) == (False, 4)
