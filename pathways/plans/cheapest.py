"""The cheapest way to close a gap, proven: a set covering problem with prerequisites, solved as a mixed-integer one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from time import monotonic

from pathways.errors import PathwaysError
from pathways.model import GapItem, LearningStep, Plan
from pathways.plans.conditions import broken_by, budget_row, cover_rows, left_out_costs, order_rows
from pathways.plans.covering import Column, least_cover
from pathways.plans.exact import fits
from pathways.plans.jobs import NEVER, jobs_of
from pathways.plans.lessening import lessened
from pathways.plans.narrowing import MOST_LIKELY, likely
from pathways.plans.pace import Pace, time_measures
from pathways.plans.question import HALF, Question, Wishes, costs, plan_of, question, spent, teachers, weights_of
from pathways.plans.steps import takeable
from pathways.solver import Row, Solution, minimise

SETS_APART = 24
"""How many needs set a job apart: the dozen or two that people are shown first."""
ANY_PACE = Pace()
TIE_NODES = 100
"""How far the solver looks to settle a tie: so many nodes of its search, the same on any computer."""
LEAST_TIME = 1.0
"""Seconds that a question has at least, though those before it took all."""
LAYOUT_TIME = 1.0
"""Seconds to find weeks for a choice whose steps begin on days of their own."""
Broken = Callable[[frozenset[str]], tuple[list[Row], bool]]
"""More conditions where a choice breaks them, and whether it is sure that it does."""


def _nothing(_taken: frozenset[str]) -> tuple[list[Row], bool]:
    return [], True


@dataclass(frozen=True)
class Answer:
    """The steps taken; `bound` is in dollars."""

    taken: frozenset[str]
    bound: float
    proven: bool


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


def most_fit(
    gap: Iterable[GapItem],
    steps: Iterable[LearningStep],
    *,
    budget: float,
    among: int | None = SETS_APART,
    wishes: Wishes | None = None,
    pace: Pace = ANY_PACE,
    begun: Mapping[str, int] | None = None,
    first_monday: date | None = None,
    time_limit: float = 30.0,
) -> Plan:
    """Choose the steps within a budget in dollars that cover the most of a gap by weight, then at least cost.

    The plan's aim is "fit" and its `bound` the share of the weight to learn (0-1) that no choice within the budget can
    be above; `beyond_budget` is what it leaves out. All else is as in `cheapest`.
    """
    asked, broken = _asked(gap, steps, among, wishes or Wishes(), budget, pace, begun or {}, first_monday)
    _affordable(asked)
    answer = _within(asked, time_limit, broken)
    plan = plan_of(asked, answer.taken, proven=answer.proven, bound=0.0)
    everything = sum(asked.weights.values())
    left = _left_out(asked, answer.taken) if answer.proven else 0.0
    never = sum(asked.weights[one] for one in (*plan.uncovered, *plan.only_unpriced, *plan.only_untimed))
    best = (everything - never - left) / everything if everything else 1.0
    return replace(plan, aim="fit", bound=best)


def _left_out(asked: Question, taken: frozenset[str]) -> float:
    taught = {concept for key in taken for concept in asked.offered[key].teaches}
    return sum(asked.weights[concept] for concept in asked.wanted if concept not in taught)


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
        return asked, _nothing
    jobs = jobs_of(asked.steps, pace, begun, first_monday, wishes.done)

    def broken(taken: frozenset[str]) -> tuple[list[Row], bool]:
        some = jobs.some(taken)
        found = fits(some, some.horizon, LAYOUT_TIME) if some.bound_to_days else None
        if found is None or found.starts is not None:
            return [], True
        others = {first for key in taken for choice in asked.waits[key] for first in choice.steps} - taken
        ways_out = {asked.places[key]: -1.0 for key in others if key in asked.places}
        cut = Row({**ways_out, **{asked.places[key]: 1.0 for key in taken}}, high=len(taken) - 1.0)
        return [cut], found.decided

    return asked, broken


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


def least_cost(asked: Question, time_limit: float, broken: Broken = _nothing) -> Answer:
    """The steps that cover all that is wanted at least cost; where the budget is too small, the most it pays for.

    `broken` gives more conditions, where a choice breaks them.
    Errors: `chosen_over_budget` {cost, budget}, `no_answer_in_time` {seconds}, `starts_clash`.
    """
    whole = cover(asked, time_limit, broken)
    if whole is None and asked.budget is None:
        raise PathwaysError("starts_clash")
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


def cover(asked: Question, time_limit: float, broken: Broken = _nothing, *, within: bool = False) -> Answer | None:
    """All that is wanted, at least cost (`within` the budget); None where no choice teaches it."""
    if asked.single and not within and not asked.forced and broken is _nothing:
        taken = by_covering(asked)
        if taken is not None:
            return Answer(taken, spent(asked, taken) / asked.unit, proven=True)
    rows = [*order_rows(asked), *cover_rows(asked, may_leave_out=False), *([budget_row(asked)] if within else [])]
    return _minimum(asked, costs(asked), rows, 0, time_limit, broken)


def by_covering(asked: Question) -> frozenset[str] | None:
    """Least cost without the solver, where it can be told so; see `covering`."""
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
    found = least_cover(columns, len(asked.wanted))
    return None if found is None else asked.names_of(found)


def _within(asked: Question, time_limit: float, broken: Broken) -> Answer:
    """As much as a budget pays for: one more variable for each requirement says whether it is left out."""
    rows = [*order_rows(asked), budget_row(asked), *cover_rows(asked, may_leave_out=True)]
    lost = [0.0] * len(asked.steps) + left_out_costs(asked)
    pad = [0.0] * len(asked.wanted)
    found = _minimum(asked, [lost, *([*one, *pad] for one in costs(asked))], rows, 1, time_limit, broken)
    if found is None:
        raise PathwaysError("starts_clash")
    return found


def _minimum(
    asked: Question,
    objectives: Sequence[Sequence[float]],
    rows: Sequence[Row],
    money: int,
    time_limit: float,
    broken: Broken,
) -> Answer | None:
    """Minimise one objective after another. `proven` and the bound speak of money, the objective at place `money`."""
    held, proven, bound, end = list(rows), True, 0.0, monotonic() + time_limit
    found: Solution | None = None
    for place, objective in enumerate(objectives):
        better = _next(asked, objective, held, end, broken, found if place > money else None)
        if better is None and found is None:
            return None
        if better is None:
            break
        found = better
        if place == money and not found.proven:
            bound, proven = found.bound if proven else 0.0, False
            break
        if place <= money:
            # A bound on money for the most that is covered says nothing where that most is not sure.
            proven = proven and found.proven
            bound = found.bound if proven else 0.0
        held.append(Row({at: cost for at, cost in enumerate(objective) if cost}, high=found.objective + HALF))
    taken = asked.names_of(found.chosen if found else ())
    units = spent(asked, taken)
    return Answer(taken, (units if proven else min(bound, units)) / asked.unit, proven)


def _next(
    asked: Question,
    objective: Sequence[float],
    held: list[Row],
    end: float,
    broken: Broken,
    before: Solution | None,
) -> Solution | None:
    """Minimise one objective, asked again while a condition is broken; a tie not settled in time is left as it is.

    `before` is the choice so far where only a tie is left. Once a choice is cut that may have been sound, nothing is
    proven: the bound is the one before that.
    """
    low: float | None = None
    while True:
        try:
            upper = None if before is None else _upper(objective, held, before)
            nodes = None if before is None else TIE_NODES
            left = max(LEAST_TIME, end - monotonic())
            found = minimise(objective, held, upper=upper, time_limit=left, most_nodes=nodes)
        except PathwaysError:
            if before is None:
                raise
            return None
        if found is None:
            return None
        taken = asked.names_of(found.chosen)
        more, sure = broken_by(asked, taken), True
        if not more:
            more, sure = broken(taken)
        if not more:
            return found if low is None else replace(found, bound=low, proven=False)
        if not sure and low is None:
            low = found.bound
        held += more


def _upper(objective: Sequence[float], held: Sequence[Row], before: Solution) -> list[float] | None:
    """1 for the variables that a tie is settled among, 0 for the others; None where there are few enough."""
    if len(objective) <= MOST_LIKELY:
        return None
    among = likely(objective, held, before.chosen)
    return [1.0 if place in among else 0.0 for place in range(len(objective))]
