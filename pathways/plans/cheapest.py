"""The cheapest way to close a gap, proven: a set covering problem with prerequisites, solved as a mixed-integer one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from time import monotonic

from pathways.errors import PathwaysError
from pathways.model import GapItem, LearningStep, Plan
from pathways.plans.clashing import clashes
from pathways.plans.columns import Column
from pathways.plans.conditions import budget_row, cover_rows, left_out_costs, order_rows
from pathways.plans.covering import least_cover
from pathways.plans.in_turn import Answer, Broken, minimum, nothing
from pathways.plans.jobs import NEVER, jobs_of
from pathways.plans.lessening import lessened
from pathways.plans.pace import Pace, time_measures
from pathways.plans.question import Question, Wishes, costs, plan_of, question, spent, teachers, weights_of
from pathways.plans.starting import begun as begun_with
from pathways.plans.steps import takeable

SETS_APART = 24
"""How many needs set a job apart: the dozen or two that people are shown first."""
ANY_PACE = Pace()


def cheapest(
    gap: Iterable[GapItem],
    steps: Iterable[LearningStep],
    *,
    among: int | None = SETS_APART,
    chosen: frozenset[str] = frozenset(),
    dropped: frozenset[str] = frozenset(),
    done: frozenset[str] = frozenset(),
    budget: float | None = None,
    pace: Pace = ANY_PACE,
    begun: Mapping[str, int] | None = None,
    first_monday: date | None = None,
    time_limit: float = 30.0,
) -> Plan:
    """Choose the cheapest steps that teach every requirement of a gap that priced steps can teach.

    Of the gap, in the order `gaps.gap` gives it, only the first `among` need be covered (None: all): what sets the job
    apart. Nobody should buy a course for "Time Management"; where a step teaches more of the gap, `covers` tells it.
    Ties go to fewer hours, then fewer steps; the same question has the same answer. `chosen`, `dropped` and `done` hold
    step ids: taken in any case (with all that must come first), never taken, finished already (what it teaches is not
    learned again). A step without a known price, its own or of one that must come first, is left out of the choice
    unless it is chosen; then the plan lists it as `unpriced`. With a `budget` in dollars too small for everything, the
    most is covered by weight that it pays for, then at least cost. Its weeks are for `exact.schedule` to tell; with the
    Monday of the first week, `pace` and `begun` as there, no steps are taken together that cannot all begin on one of
    their start days.
    Errors: `step_unknown` {step}, `chosen_over_budget` {cost, budget}, `no_answer_in_time` {seconds}, `starts_clash`.
    """
    asked, broken = _asked(gap, steps, among, Wishes(chosen, dropped, done), budget, pace, begun or {}, first_monday)
    answer = least_cost(asked, time_limit, broken)
    return plan_of(asked, answer.taken, proven=answer.proven, bound=answer.bound)


def _asked(
    gap: Iterable[GapItem],
    steps: Iterable[LearningStep],
    among: int | None,
    wishes: Wishes,
    budget: float | None,
    pace: Pace,
    begun: Mapping[str, int],
    first_monday: date | None,
) -> tuple[Question, Broken]:
    """The question, and what a choice breaks that cannot be laid out on the start days."""
    every = tuple(steps)
    days = first_monday is not None and any(one.offering.starts for one in every)
    full = question(
        gap,
        every,
        among=among,
        wishes=without_late(every, wishes, pace, first_monday, begun),
        budget=budget,
        known=lambda one: one.cost.value is not None,
        first_monday=first_monday,
        begun=begun,
    )
    measures = (lambda one: time_measures(one, pace)) if days else price_measures
    asked = lessened(full, measures, cheap=not days)
    if not days:
        return asked, nothing
    return asked, clashes(asked, jobs_of(asked.steps, pace, begun, first_monday, wishes.done))


def without_late(
    steps: Sequence[LearningStep],
    wishes: Wishes,
    pace: Pace,
    first_monday: date | None,
    begun: Mapping[str, int],
) -> Wishes:
    """The same wishes without the steps whose last start day is over before all that must come first can be."""
    if first_monday is None or not any(one.offering.starts for one in steps):
        return wishes
    offered = takeable(steps, wishes.dropped - wishes.chosen, wishes.done, first_monday=first_monday, begun=begun)
    heads = jobs_of(offered.values(), pace, begun, first_monday, wishes.done).heads
    late = frozenset(key for key, week in heads.items() if week >= NEVER)
    if clash := sorted(late & wishes.chosen):
        raise PathwaysError("step_unknown", step=clash[0])
    return replace(wishes, dropped=wishes.dropped | late)


def least_cost(asked: Question, time_limit: float, broken: Broken = nothing) -> Answer:
    """The steps that cover all that is wanted at least cost; else the most the budget and the start days allow.

    `broken` gives more conditions, where a choice breaks them.
    Errors: `chosen_over_budget` {cost, budget}, `no_answer_in_time` {seconds}, `starts_clash`.
    """
    whole = cover(asked, time_limit, broken)
    if whole is not None and (asked.budget is None or spent(asked, whole.taken) <= asked.most):
        return whole
    _affordable(asked)
    return _within(asked, time_limit, broken)


def _affordable(asked: Question) -> None:
    least = sum(asked.price(one) for one in asked.steps if one.id in asked.forced)
    if asked.budget is not None and least > asked.most:
        raise PathwaysError("chosen_over_budget", cost=least / asked.unit, budget=asked.budget)


def price_measures(one: LearningStep) -> tuple[float, ...]:
    """What is better small in a step where cost counts, then hours; `inf` for unknown hours."""
    hours = one.hours.value
    return one.cost.value or 0.0, float("inf") if hours is None else hours


def cover(asked: Question, time_limit: float, broken: Broken = nothing, *, within: bool = False) -> Answer | None:
    """All that is wanted, at least cost (`within` the budget); None where no choice teaches it."""
    end, start = monotonic() + time_limit, None
    if asked.single and not within and not asked.forced and broken is nothing:
        taken = by_covering(asked, end)
        if taken is not None:
            return Answer(taken, spent(asked, taken) / asked.unit, proven=True)
    if broken is nothing:
        asked, start = begun_with(asked, end)
    rows = [*order_rows(asked), *cover_rows(asked, may_leave_out=False), *([budget_row(asked)] if within else [])]
    return minimum(asked, costs(asked), rows, 0, end - monotonic(), broken, start)


def by_covering(asked: Question, end: float) -> frozenset[str] | None:
    """Least cost without the solver, where it can be told so by `end`; see `covering`."""
    if any(some.count > 1 or len(some.steps) > 1 for every in asked.waits.values() for some in every):
        return None
    if not asked.wanted or not all(teachers(asked)):
        return frozenset() if not asked.wanted else None
    weights, bits = weights_of(asked), {concept: 1 << at for at, concept in enumerate(asked.wanted)}
    columns = [
        Column(
            weights[one.id],
            sum(bits[concept] for concept in set(one.teaches) & bits.keys()),
            tuple(asked.places[some.steps[0]] for some in asked.waits[one.id]),
        )
        for one in asked.steps
    ]
    found = least_cover(columns, len(asked.wanted), end)
    return None if found is None else asked.names_of(found)


def _within(asked: Question, time_limit: float, broken: Broken) -> Answer:
    """The most that budget and start days allow: one more variable for each requirement says whether it is left out."""
    budget = [] if asked.budget is None else [budget_row(asked)]
    rows = [*order_rows(asked), *budget, *cover_rows(asked, may_leave_out=True)]
    lost = [0.0] * len(asked.steps) + left_out_costs(asked)
    pad = [0.0] * len(asked.wanted)
    found = minimum(asked, [lost, *([*one, *pad] for one in costs(asked))], rows, 1, time_limit, broken)
    if found is None:
        raise PathwaysError("starts_clash")
    return found
