"""Plans, against every choice there is."""

from collections.abc import Iterable, Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.errors import PathwaysError
from pathways.model import Concept, Figure, GapItem, LearningStep, Plan, Requirement
from pathways.plans import cheapest

CONCEPTS = tuple("abcdef")


def step(
    name: str,
    cost: float | None,
    teaches: str = "",
    needs: Iterable[str] = (),
    *,
    hours: float | None = 1,
    weeks: float | None = None,
) -> LearningStep:
    return LearningStep(
        name, name, "course", None, Figure(cost), Figure(hours), Figure(weeks), tuple(teaches), tuple(needs)
    )


def missing(concept: str, weight: float = 1.0) -> GapItem:
    return GapItem(Requirement(Concept(concept, concept, "activity"), weight, "x"), "missing", "not_shown")


def ids(plan: Plan) -> list[str]:
    return [one.step.id for one in plan.steps]


def closed(taken: frozenset[str], steps: Sequence[LearningStep]) -> bool:
    by_id = {one.id: one for one in steps}
    return all(need in taken for key in taken for need in by_id[key].needs)


def acyclic(taken: frozenset[str], steps: Sequence[LearningStep]) -> bool:
    left = {one.id: one for one in steps if one.id in taken}
    while ready := [key for key, one in left.items() if not any(need in left for need in one.needs)]:
        for key in ready:
            del left[key]
    return not left


def every_choice(steps: Sequence[LearningStep]) -> Iterable[tuple[frozenset[str], float, frozenset[str]]]:
    """Each set of priced steps that can be taken, with its cost and what it teaches."""
    known = [one for one in steps if one.cost.value is not None]
    for size in range(len(known) + 1):
        for some in combinations(known, size):
            taken = frozenset(one.id for one in some)
            if closed(taken, steps) and acyclic(taken, steps):
                cost = sum(one.cost.value or 0.0 for one in some)
                yield taken, cost, frozenset(concept for one in some for concept in one.teaches)


@st.composite
def catalogs(draw: st.DrawFn) -> tuple[LearningStep, ...]:
    count = draw(st.integers(0, 7))
    names = [f"s{place}" for place in range(count)]
    return tuple(
        step(
            name,
            draw(st.none() | st.integers(0, 6).map(float) | st.sampled_from([0.01, 99.99, 2500.0])),
            "".join(draw(st.sets(st.sampled_from(CONCEPTS), max_size=3))),
            draw(st.sets(st.sampled_from([*names, "nobody offers it"]), max_size=2)) - {name},
            hours=draw(st.none() | st.integers(1, 9).map(float)),
        )
        for name in names
    )


@settings(max_examples=150, deadline=None)
@given(catalogs())
def test_no_choice_of_priced_steps_covers_as_much_for_less(steps: tuple[LearningStep, ...]) -> None:
    plan = cheapest([missing(concept) for concept in CONCEPTS], steps)
    choices = list(every_choice(steps))
    reachable = frozenset[str]().union(*(taught for *_, taught in choices))
    best = min(cost for _, cost, taught in choices if taught & set(CONCEPTS) == reachable & set(CONCEPTS))
    assert plan.cost == pytest.approx(best)
    assert plan.proven
    assert plan.bound == pytest.approx(best)
    taken = frozenset(ids(plan))
    assert closed(taken, steps)
    covered = {concept for one in plan.steps for concept in one.covers}
    assert covered == reachable
    assert covered | set(plan.uncovered) | set(plan.only_unpriced) == set(CONCEPTS)
    assert not plan.beyond_budget
    for place, one in enumerate(plan.steps):
        assert set(one.step.needs) <= set(ids(plan)[:place])


@settings(max_examples=100, deadline=None)
@given(catalogs(), st.integers(0, 8), st.lists(st.integers(1, 9), min_size=6, max_size=6))
def test_no_choice_within_a_budget_covers_more_of_what_matters(
    steps: tuple[LearningStep, ...], budget: int, weights: list[int]
) -> None:
    weight = dict(zip(CONCEPTS, weights, strict=True))
    plan = cheapest([missing(concept, weight[concept]) for concept in CONCEPTS], steps, budget=budget)
    choices = [
        (sum(weight[concept] for concept in taught), cost) for _, cost, taught in every_choice(steps) if cost <= budget
    ]
    most = max(covered for covered, _ in choices)
    covered = {concept for one in plan.steps for concept in one.covers}
    assert sum(weight[concept] for concept in covered) == most
    assert plan.cost == pytest.approx(min(cost for value, cost in choices if value == most))
    assert plan.cost <= budget


@settings(max_examples=60, deadline=None)
@given(catalogs(), st.data())
def test_the_order_steps_come_in_changes_nothing(steps: tuple[LearningStep, ...], data: st.DataObject) -> None:
    gap = [missing(concept) for concept in CONCEPTS]
    assert cheapest(gap, steps) == cheapest(gap, data.draw(st.permutations(steps)))


def test_a_step_of_unknown_price_is_never_free() -> None:
    plan = cheapest([missing("a"), missing("b")], [step("dear", 900, "a"), step("secret", None, "ab")])
    assert (ids(plan), plan.cost, plan.only_unpriced, plan.uncovered) == (["dear"], 900, ("b",), ())


def test_a_step_that_waits_for_one_of_unknown_price_is_not_priced() -> None:
    steps = [step("dear", 900, "a"), step("cheap", 1, "a", ["secret"]), step("secret", None, "")]
    assert ids(cheapest([missing("a")], steps)) == ["dear"]


def test_a_step_of_unknown_price_can_be_chosen_and_is_told() -> None:
    steps = [step("dear", 900, "a"), step("secret", None, "ab", ["first"]), step("first", 30)]
    plan = cheapest([missing("a"), missing("b")], steps, chosen=frozenset({"secret"}))
    assert ids(plan) == ["first", "secret"]
    assert (plan.cost, [one.id for one in plan.unpriced]) == (30, ["secret"])
    assert not plan.only_unpriced


def test_a_dropped_step_and_those_that_wait_for_it_are_not_taken() -> None:
    steps = [step("cheap", 1, "a", ["first"]), step("first", 0), step("dear", 900, "a")]
    assert ids(cheapest([missing("a")], steps, dropped=frozenset({"first"}))) == ["dear"]


def test_what_is_finished_need_not_be_taken_again() -> None:
    steps = [step("next", 10, "a", ["first"]), step("first", 500, "b")]
    assert ids(cheapest([missing("a")], steps, done=frozenset({"first"}))) == ["next"]


def test_what_a_finished_step_taught_is_not_learned_again() -> None:
    steps = [step("first", 500, "ab"), step("again", 5, "a"), step("next", 10, "c")]
    plan = cheapest([missing(concept) for concept in "abc"], steps, done=frozenset({"first"}))
    assert (ids(plan), plan.uncovered, plan.looked_at) == (["next"], (), 2)


def test_ties_go_to_fewer_hours_and_then_fewer_steps() -> None:
    slow, quick = step("slow", 10, "a", hours=40), step("quick", 10, "a", hours=4)
    assert ids(cheapest([missing("a")], [slow, quick])) == ["quick"]
    one, other, both = step("one", 5, "a", hours=1), step("other", 5, "b", hours=1), step("both", 10, "ab", hours=2)
    assert ids(cheapest([missing("a"), missing("b")], [one, other, both])) == ["both"]


def test_an_unknown_number_of_hours_wins_no_tie() -> None:
    steps = [step("a-vague", 10, "a", hours=None), step("told", 10, "a", hours=40)]
    assert ids(cheapest([missing("a")], steps)) == ["told"]


def test_what_does_not_set_the_job_apart_is_not_bought_but_told_where_it_comes_along() -> None:
    gap = [missing("a"), missing("b")]
    steps = [step("one", 5, "ab"), step("other", 400, "b")]
    assert ids(cheapest(gap, steps[1:], among=1)) == []
    assert cheapest(gap, steps, among=1).steps[0].covers == ("a", "b")
    assert ids(cheapest(gap, steps[1:], among=None)) == ["other"]


def test_what_is_shown_or_unknown_is_not_planned_for() -> None:
    need = Requirement(Concept("a", "a", "activity"), 1.0, "x")
    gap = [GapItem(need, "shown", "same"), GapItem(need, "unknown", "guess_unanswered")]
    assert cheapest(gap, [step("one", 5, "a")]) == Plan((), 0.0, 0.0, None, proven=True, bound=0.0, looked_at=1)


def test_hours_are_a_sum_and_unknown_where_those_of_one_step_are() -> None:
    gap = [missing("a"), missing("b")]
    assert cheapest(gap, [step("one", 5, "a", hours=30), step("other", 5, "b", hours=10)]).hours == 40
    assert cheapest(gap, [step("one", 5, "a", hours=30), step("other", 5, "b", hours=None)]).hours is None
    assert cheapest(gap, []).hours == 0


def test_steps_that_wait_for_each_other_are_never_taken() -> None:
    steps = [
        step("hen", 1, "a", ["egg"]),
        step("egg", 1, "a", ["hen"]),
        step("dear", 900, "a"),
        step("late", 2, "a", ["hen"]),
    ]
    assert ids(cheapest([missing("a")], steps)) == ["dear"]


def test_a_choice_nobody_offers_and_one_beyond_the_budget_are_refused() -> None:
    with pytest.raises(PathwaysError) as unknown:
        cheapest([missing("a")], [step("one", 5, "a")], chosen=frozenset({"two"}))
    assert (unknown.value.code, unknown.value.values) == ("step_unknown", {"step": "two"})
    with pytest.raises(PathwaysError) as dear:
        cheapest([missing("a")], [step("one", 50, "a")], chosen=frozenset({"one"}), budget=20)
    assert (dear.value.code, dear.value.values) == ("chosen_over_budget", {"cost": 50, "budget": 20})


def test_what_the_budget_leaves_out_is_told() -> None:
    steps = [step("one", 50, "a"), step("other", 10, "b")]
    plan = cheapest([missing("a", 5.0), missing("b")], steps, budget=40)
    assert (ids(plan), plan.cost, plan.beyond_budget) == (["other"], 10, ("a",))


def test_a_cheap_step_that_must_wait_for_a_dear_one_makes_nothing_needless() -> None:
    steps = [step("cheap", 1, "a", ["costly"]), step("costly", 500), step("fair", 20, "a")]
    assert ids(cheapest([missing("a")], steps)) == ["fair"]
