"""Fastest plans and their weeks, against every choice and every order there is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, permutations
from math import ceil
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_cheapest import acyclic, closed, missing, step

from pathways.errors import PathwaysError
from pathways.model import LearningStep
from pathways.plans.calendar import Schedule
from pathways.plans.exact import schedule
from pathways.plans.fastest import Timed, fastest
from pathways.plans.pace import Pace
from pathways.plans.question import Wishes

CONCEPTS = tuple("abcd")


def length(one: LearningStep, pace: Pace) -> tuple[int, int] | None:
    """Weeks and minutes a week, worked out again; None where what a proof needs is unknown."""
    hours, weeks = one.hours.value, one.weeks.value
    if pace.hours_a_week is not None and hours is None:
        return None
    known = [ceil(weeks)] if weeks is not None else []
    known += [ceil(hours / pace.hours_a_week)] if hours is not None and pace.hours_a_week is not None else []
    return (max(1, *known), round((hours or 0) * 60 / max(1, *known))) if known else None


def fewest(steps: Sequence[LearningStep], pace: Pace, begun: Mapping[str, int]) -> int:
    """The fewest weeks for all of these: every order in which they can be laid out, each as early as it goes."""
    return min((over(order, pace, begun) for order in permutations(steps) if in_turn(order, begun)), default=0)


def in_turn(order: Sequence[LearningStep], begun: Mapping[str, int]) -> bool:
    ids = [one.id for one in order]
    running = sorted(ids, key=lambda key: key not in begun)[: sum(key in begun for key in ids)]
    if ids[: len(running)] != sorted(running):
        return False
    return all(
        ids.index(need) < place
        for place, one in enumerate(order)
        if one.id not in begun
        for need in one.needs
        if need in ids
    )


def over(order: Sequence[LearningStep], pace: Pace, begun: Mapping[str, int]) -> int:
    ends: dict[str, int] = {}
    minutes, places = [0] * 200, [0] * 200
    for one in order:
        weeks, load = length(one, pace)
        start = max([0, *(ends[need] for need in one.needs if need in ends)])
        if one.id in begun:
            start, weeks = 0, max(1, weeks - begun[one.id])
        else:
            while not all(has_room(pace, minutes[w] + load, places[w], load) for w in range(start, start + weeks)):
                start += 1
        for week in range(start, start + weeks):
            minutes[week] += load
            places[week] += 1
        ends[one.id] = start + weeks
    return max(ends.values(), default=0)


def has_room(pace: Pace, minutes: int, places: int, load: int) -> bool:
    fits = pace.hours_a_week is None or minutes <= round(pace.hours_a_week * 60) or not load
    return fits and (pace.at_once is None or places < pace.at_once)


def choices(steps: Sequence[LearningStep], pace: Pace, chosen: frozenset[str]) -> Iterator[list[LearningStep]]:
    """Each set of priced and timed steps that can be taken with those chosen."""
    known = [one for one in steps if one.cost.value is not None and length(one, pace)]
    for size in range(len(known) + 1):
        for some in combinations(known, size):
            taken = frozenset(one.id for one in some)
            if chosen <= taken and closed(taken, steps) and acyclic(taken, steps):
                yield list(some)


def taught(steps: Iterable[LearningStep]) -> frozenset[str]:
    return frozenset(concept for one in steps for concept in one.teaches) & frozenset(CONCEPTS)


@st.composite
def catalogs(draw: st.DrawFn) -> tuple[LearningStep, ...]:
    names = [f"s{place}" for place in range(draw(st.integers(0, 6)))]
    return tuple(
        step(
            name,
            draw(st.sampled_from([None, 0.0, 1.0, 2.0, 3.0, 5.0])),
            "".join(sorted(draw(st.sets(st.sampled_from(CONCEPTS), max_size=3)))),
            draw(st.sets(st.sampled_from([*names, "nobody offers it"]), max_size=1)) - {name},
            hours=draw(st.none() | st.integers(1, 12).map(float)),
            weeks=draw(st.none() | st.sampled_from([0.2, 1.0, 2.0, 2.5, 4.0])),
        )
        for name in names
    )


PACES = st.builds(Pace, st.none() | st.sampled_from([2.0, 3.5, 6.0, 12.0]), st.none() | st.integers(1, 3))


def check(found: Timed, pace: Pace, begun: Mapping[str, int]) -> None:
    """Separate code looks at every condition of the plan and its weeks again."""
    steps = {one.step.id: one.step for one in found.plan.steps}
    assert sorted(one.step for one in found.schedule.slots) == sorted(steps)
    assert found.plan.weeks == found.schedule.weeks == max((end(one) for one in found.schedule.slots), default=0)
    slots = {one.step: one for one in found.schedule.slots}
    for key, one in steps.items():
        assert all(end(slots[need]) <= slots[key].start for need in one.needs if need in slots and key not in begun)
    for week in range(found.schedule.weeks):
        running = [one for one in slots.values() if one.start <= week < end(one)]
        fresh = [one for one in running if one.step not in begun]
        if fresh:
            assert pace.at_once is None or len(running) <= pace.at_once
        if any(one.hours_a_week for one in fresh):
            filled = sum(one.hours_a_week or 0 for one in running)
            assert pace.hours_a_week is None or filled <= pace.hours_a_week + 0.01
    for key in begun:
        assert slots[key].start == 0


def end(slot) -> int:
    return slot.start + (slot.weeks or 0)


@settings(max_examples=150, deadline=None)
@given(catalogs(), PACES, st.sampled_from([0.0, 20.0]))
def test_no_choice_covers_as_much_in_fewer_weeks(
    steps: tuple[LearningStep, ...], pace: Pace, time_limit: float
) -> None:
    gap = [missing(concept) for concept in CONCEPTS]
    found = fastest(gap, steps, pace=pace, time_limit=time_limit)
    check(found, pace, {})
    every = list(choices(steps, pace, frozenset()))
    reachable = frozenset[str]().union(*map(taught, every))
    best = min(fewest(some, pace, {}) for some in every if taught(some) == reachable)
    assert found.plan.bound <= best <= found.plan.weeks
    assert not found.plan.proven or found.plan.weeks == best
    assert found.plan.proven or not time_limit
    assert taught(one.step for one in found.plan.steps) == reachable
    left = {*found.plan.uncovered, *found.plan.only_unpriced, *found.plan.only_untimed}
    assert left | reachable == set(CONCEPTS)
    assert not left & reachable
    if time_limit:
        as_fast = [some for some in every if taught(some) == reachable and fewest(some, pace, {}) == best]
        assert found.plan.cost == pytest.approx(min(sum(one.cost.value for one in some) for some in as_fast))


@settings(max_examples=75, deadline=None)
@given(catalogs(), PACES, st.integers(0, 6), st.lists(st.integers(1, 9), min_size=4, max_size=4))
def test_within_a_budget_the_most_is_covered_and_then_the_weeks_are_fewest(
    steps: tuple[LearningStep, ...], pace: Pace, budget: int, weights: list[int]
) -> None:
    weight = dict(zip(CONCEPTS, weights, strict=True))
    found = fastest([missing(one, weight[one]) for one in CONCEPTS], steps, pace=pace, budget=budget, time_limit=20)
    check(found, pace, {})
    within = [some for some in choices(steps, pace, frozenset()) if sum(one.cost.value or 0 for one in some) <= budget]
    most = max(sum(weight[concept] for concept in taught(some)) for some in within)
    best = min(fewest(some, pace, {}) for some in within if sum(weight[concept] for concept in taught(some)) == most)
    assert sum(weight[one] for one in taught(one.step for one in found.plan.steps)) == most
    assert (found.plan.weeks, found.plan.bound, found.plan.proven) == (best, best, True)
    assert found.plan.cost <= budget


@settings(max_examples=75, deadline=None)
@given(catalogs(), PACES, st.data())
def test_what_is_begun_goes_on_from_the_first_week(
    steps: tuple[LearningStep, ...], pace: Pace, data: st.DataObject
) -> None:
    names = [one.id for some in choices(steps, pace, frozenset()) for one in some]
    going = data.draw(st.sets(st.sampled_from(sorted(set(names))), max_size=2)) if names else set()
    begun = {key: data.draw(st.integers(0, 3)) for key in sorted(going)}
    wishes = Wishes(chosen=frozenset(begun))
    found = fastest(
        [missing(concept) for concept in CONCEPTS], steps, pace=pace, wishes=wishes, begun=begun, time_limit=20
    )
    check(found, pace, begun)
    every = list(choices(steps, pace, frozenset(begun)))
    reachable = frozenset[str]().union(*map(taught, every))
    best = min(fewest(some, pace, begun) for some in every if taught(some) == reachable)
    assert (found.plan.weeks, found.plan.bound, found.plan.proven) == (best, best, True)


@settings(max_examples=60, deadline=None)
@given(catalogs(), PACES, st.data())
def test_the_order_steps_come_in_changes_nothing(
    steps: tuple[LearningStep, ...], pace: Pace, data: st.DataObject
) -> None:
    gap = [missing(concept) for concept in CONCEPTS]
    assert fastest(gap, steps, pace=pace) == fastest(gap, data.draw(st.permutations(steps)), pace=pace)


def ids(found: Timed) -> list[str]:
    return [one.step.id for one in found.plan.steps]


def weeks_of(found: Schedule) -> dict[str, tuple[int, int | None]]:
    return {one.step: (one.start, one.weeks) for one in found.slots}


def test_a_step_of_unknown_length_is_never_quick() -> None:
    steps = [step("vague", 1, "ab", hours=None), step("long", 1, "a", hours=90, weeks=9)]
    found = fastest([missing("a"), missing("b")], steps, pace=Pace())
    assert (ids(found), found.plan.weeks, found.plan.only_untimed, found.plan.proven) == (["long"], 9, ("b",), True)
    assert found.plan.looked_at == 1


def test_where_hours_a_week_are_limited_unknown_hours_are_never_few() -> None:
    steps = [step("vague", 1, "a", hours=None, weeks=2), step("told", 1, "a", hours=50, weeks=5)]
    assert ids(fastest([missing("a")], steps, pace=Pace(hours_a_week=10))) == ["told"]
    assert ids(fastest([missing("a")], steps, pace=Pace())) == ["vague"]


def test_a_step_of_unknown_length_can_be_chosen_and_its_time_comes_on_top() -> None:
    steps = [step("vague", None, "a", ["first"], hours=None), step("first", 30, hours=8, weeks=2)]
    found = fastest([missing("a")], steps, pace=Pace(), wishes=Wishes(chosen=frozenset({"vague"})))
    assert weeks_of(found.schedule) == {"first": (0, 2), "vague": (2, None)}
    assert (found.plan.weeks, found.schedule.untimed) == (2, ("vague",))
    assert [one.id for one in found.plan.unpriced] == ["vague"]


def test_fewer_hours_a_week_than_a_course_asks_for_make_it_longer_and_it_is_told() -> None:
    found = schedule([step("full", 1, "a", hours=200, weeks=9)], Pace(hours_a_week=10))
    (slot,) = found.slots
    assert (slot.weeks, slot.hours_a_week, slot.stretched) == (20, 10, True)
    (slot,) = schedule([step("full", 1, "a", hours=200, weeks=9)], Pace(hours_a_week=40)).slots
    assert (slot.weeks, slot.stretched) == (9, False)


def test_a_day_holds_its_week_and_unknown_hours_come_on_top_of_the_fullest_week() -> None:
    steps = [step("card", 1, "a", hours=6, weeks=0.2), step("job", 1, "b", hours=None, weeks=4)]
    found = schedule(steps, Pace(at_once=1))
    assert weeks_of(found) == {"job": (0, 4), "card": (4, 1)}
    assert (found.weeks, found.peak_hours, found.hours_unknown) == (5, 6, ("job",))


def test_ties_go_to_less_money() -> None:
    steps = [step("dear", 90, "a", weeks=2), step("cheap", 10, "a", weeks=2), step("slow", 0, "a", weeks=3)]
    found = fastest([missing("a")], steps, pace=Pace())
    assert (ids(found), found.plan.aim, found.plan.cost) == (["cheap"], "time", 10)


def full_calendar(seed: int) -> tuple[tuple[LearningStep, ...], Pace]:
    """Seven courses, about half of them needed, that fill the weeks so that many do not fit beside each other."""
    random = Random(seed)
    names = [f"s{place}" for place in range(7)]
    steps = tuple(
        step(
            name,
            float(random.randint(1, 5)),
            "".join(random.sample(CONCEPTS, random.choice([1, 1, 2]))),
            [names[random.randrange(place)]] if place and random.random() < 0.35 else [],
            hours=float(random.randint(4, 24)),
            weeks=float(random.randint(1, 4)),
        )
        for place, name in enumerate(names)
    )
    return steps, Pace(random.choice([None, 10.0, 12.0]), random.choice([None, 2, 3]))


@pytest.mark.parametrize("seed", range(80))
def test_choices_that_fill_the_weeks_but_do_not_fit_are_ruled_out(seed: int) -> None:
    steps, pace = full_calendar(seed)
    found = fastest([missing(concept) for concept in CONCEPTS], steps, pace=pace, time_limit=20)
    check(found, pace, {})
    every = list(choices(steps, pace, frozenset()))
    reachable = frozenset[str]().union(*map(taught, every))
    covering = [some for some in every if taught(some) == reachable]
    least = [some for some in covering if not any(set(less) < set(some) for less in covering)]
    best = min(fewest(some, pace, {}) for some in least)
    assert (found.plan.weeks, found.plan.bound, found.plan.proven) == (best, best, True)
    hasty = fastest([missing(concept) for concept in CONCEPTS], steps, pace=pace, time_limit=0)
    check(hasty, pace, {})
    assert hasty.plan.bound <= best <= hasty.plan.weeks
    assert hasty.plan.proven == (hasty.plan.bound == hasty.plan.weeks)


def test_a_choice_nobody_offers_and_one_beyond_the_budget_are_refused() -> None:
    with pytest.raises(PathwaysError, match="step_unknown"):
        fastest([missing("a")], [], pace=Pace(), wishes=Wishes(chosen=frozenset({"two"})))
    wishes = Wishes(chosen=frozenset({"one"}))
    with pytest.raises(PathwaysError, match="chosen_over_budget"):
        fastest([missing("a")], [step("one", 50, "a", weeks=1)], pace=Pace(), wishes=wishes, budget=20)


def test_nothing_to_learn_takes_no_weeks() -> None:
    found = fastest([], [step("one", 5, "a", weeks=1)], pace=Pace())
    assert (found.plan.steps, found.plan.weeks, found.plan.proven, found.schedule) == ((), 0, True, Schedule((), 0, 0))


def test_the_search_ends_where_it_is_stopped_between_two_questions() -> None:
    class Stopped(Exception):  # noqa: N818  the learner asked for it
        pass

    def stop() -> None:
        raise Stopped

    steps, pace = full_calendar(3)
    with pytest.raises(Stopped):
        fastest([missing(one) for one in CONCEPTS], steps, pace=pace, between=stop)
