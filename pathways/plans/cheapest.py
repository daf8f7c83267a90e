"""The cheapest way to close a gap, proven: a set covering problem with prerequisites, solved as a mixed-integer one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pathways.errors import PathwaysError
from pathways.model import GapItem, LearningStep, Plan
from pathways.plans.question import (
    CENTS,
    HALF,
    Question,
    Wishes,
    budget_row,
    cents_of,
    costs,
    cover_rows,
    left_out_costs,
    order_rows,
    plan_of,
    question,
    spent,
)
from pathways.solver import Row, Solution, minimise

SETS_APART = 24
"""How many needs set a job apart: the dozen or two that people are shown first."""


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
    time_limit: float = 30.0,
) -> Plan:
    """Choose the cheapest steps that teach every requirement of a gap that priced steps can teach.

    Of the gap, in the order `gaps.gap` gives it, only the first `among` need be covered (None: all): what sets the job
    apart. Nobody should buy a course for "Time Management"; where a step teaches more of the gap, `covers` tells it.
    Ties go to fewer hours, then fewer steps; the same question has the same answer. `chosen`, `dropped` and `done` hold
    step ids: taken in any case (with all that must come first), never taken, finished already (what it teaches is not
    learned again). A step without a known price, its own or of one that must come first, is left out of the choice
    unless it is chosen; then the plan lists it as `unpriced`. With a `budget` in dollars too small for everything, the
    most is covered by weight that it pays for, then at least cost. Its weeks are for `calendar.schedule` to tell.
    Errors: `step_unknown` {step}, `chosen_over_budget` {cost, budget}, `no_answer_in_time` {seconds}.
    """
    asked = question(
        gap,
        steps,
        among=among,
        wishes=Wishes(chosen, dropped, done),
        budget=budget,
        known=lambda one: one.cost.value is not None,
        measures=_price,
    )
    answer = least_cost(asked, time_limit)
    return plan_of(asked, answer.taken, proven=answer.proven, bound=answer.bound)


def least_cost(asked: Question, time_limit: float) -> Answer:
    """The steps that cover all that is wanted at least cost; where the budget is too small, the most it pays for.

    Errors: `chosen_over_budget` {cost, budget}, `no_answer_in_time` {seconds}.
    """
    whole = _cover(asked, time_limit)
    if asked.budget is None or spent(asked, whole.taken) <= round(asked.budget * CENTS):
        return whole
    least = sum(cents_of(one) for one in asked.steps if one.id in asked.forced)
    if least > round(asked.budget * CENTS):
        raise PathwaysError("chosen_over_budget", cost=least / CENTS, budget=asked.budget)
    return _within(asked, time_limit)


def _price(one: LearningStep) -> tuple[float, ...]:
    hours = one.hours.value
    return one.cost.value or 0.0, float("inf") if hours is None else hours


def _cover(asked: Question, time_limit: float) -> Answer:
    """All that is wanted, at least cost."""
    rows = [*order_rows(asked), *cover_rows(asked, may_leave_out=False)]
    return _minimum(asked, costs(asked), rows, 0, time_limit)


def _within(asked: Question, time_limit: float) -> Answer:
    """As much as a budget pays for: one more variable for each requirement says whether it is left out."""
    rows = [*order_rows(asked), budget_row(asked), *cover_rows(asked, may_leave_out=True)]
    lost = [0.0] * len(asked.steps) + left_out_costs(asked)
    pad = [0.0] * len(asked.wanted)
    return _minimum(asked, [lost, *([*one, *pad] for one in costs(asked))], rows, 1, time_limit)


def _minimum(
    asked: Question, objectives: Sequence[Sequence[float]], rows: Sequence[Row], money: int, time_limit: float
) -> Answer:
    """Minimise one objective after another. `proven` and the bound speak of money, the objective at place `money`."""
    held, proven, bound = list(rows), True, 0.0
    found: Solution | None = None
    for place, objective in enumerate(objectives):
        better = _next(objective, held, time_limit, must=place <= money)
        if better is None:
            break
        found = better
        if place <= money:
            proven, bound = proven and found.proven, found.bound
        held.append(Row({at: cost for at, cost in enumerate(objective) if cost}, high=found.objective + HALF))
    taken = asked.names_of(found.chosen if found else ())
    cents = spent(asked, taken)
    return Answer(taken, (cents if proven else min(bound, cents)) / CENTS, proven)


def _next(costs: Sequence[float], rows: Sequence[Row], time_limit: float, *, must: bool) -> Solution | None:
    """Minimise one objective; a tie that cannot be settled in time is left as it is."""
    try:
        found = minimise(costs, rows, time_limit=time_limit)
    except PathwaysError:
        if must:
            raise
        return None
    if found is None:
        raise AssertionError("steps that can be taken cover what they teach")
    return found
