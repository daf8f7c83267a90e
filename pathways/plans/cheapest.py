"""The cheapest way to close a gap, proven: a set covering problem with prerequisites, solved as a mixed-integer one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pathways.gaps import credit, to_learn
from pathways.model import GapItem, LearningStep, PathwaysError, Plan, PlannedStep
from pathways.plans.steps import before, in_order, priced, takeable, worthwhile
from pathways.solver import Row, Solution, minimise

SETS_APART = 24
"""How many needs set a job apart: the dozen or two that people are shown first."""
CENTS = 100
MINUTES = 60
WEIGHT_STEPS = 10_000
HALF = 0.5
"""Money, time and weights are given to the solver as whole numbers, so that ties are exact and half a unit is slack."""


@dataclass(frozen=True)
class _Question:
    """What the solver is asked: steps by place, the requirements they must cover, and those taken in any case."""

    steps: tuple[LearningStep, ...]
    wanted: tuple[str, ...]
    forced: frozenset[str]
    budget: float | None


@dataclass(frozen=True)
class _Answer:
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
    hours_a_week: float | None = None,
    time_limit: float = 30.0,
) -> Plan:
    """Choose the cheapest steps that teach every requirement of a gap that priced steps can teach.

    Of the gap, in the order `gaps.gap` gives it, only the first `among` need be covered (None: all): what sets the job
    apart. Nobody should buy a course for "Time Management"; where a step teaches more of the gap, `covers` tells it.
    Ties go to fewer hours, then fewer steps; the same question has the same answer. `chosen`, `dropped` and `done` hold
    step ids: taken in any case (with all that must come first), never taken, finished already. A step without a known
    price, its own or of one that must come first, is left out of the choice unless it is chosen; then the plan lists it
    as `unpriced`. With a `budget` in dollars too small for everything, the most is covered by weight that it pays for,
    then at least cost. `weeks` counts steps one after another, at `hours_a_week` where told.
    Errors: `step_unknown` {step}, `chosen_over_budget` {cost, budget}, `no_answer_in_time` {seconds}.
    """
    items = tuple(gap)
    weights = {
        one.requirement.concept.id: one.requirement.weight * (1 - credit(one)) for one in to_learn(items[:among])
    }
    offered = takeable(steps, dropped - chosen, done)
    if lost := sorted(chosen - offered.keys() - done):
        raise PathwaysError("step_unknown", step=lost[0])
    forced = before(offered, chosen)
    buyable = priced(offered, forced)
    by_hand = {concept for key in forced for concept in offered[key].teaches}
    taught = {concept for one in buyable.values() for concept in one.teaches}
    wanted = tuple(sorted(concept for concept in weights if concept in taught and concept not in by_hand))
    kept = worthwhile({key: one for key, one in buyable.items() if key not in forced}, frozenset(wanted))
    question = _Question((*kept.values(), *(offered[key] for key in sorted(forced))), wanted, forced, budget)
    answer = _solve(question, weights, time_limit)
    missing = tuple(one.requirement.concept.id for one in to_learn(items))
    return _plan(
        answer,
        offered,
        wanted=tuple(weights),
        missing=missing,
        hours_a_week=hours_a_week,
        reachable=taught | by_hand,
    )


def _solve(question: _Question, weights: Mapping[str, float], time_limit: float) -> _Answer:
    whole = _cover(question, time_limit)
    if question.budget is None or _cents(question, whole.taken) <= round(question.budget * CENTS):
        return whole
    least = sum(_cost(one) for one in question.steps if one.id in question.forced)
    if least > round(question.budget * CENTS):
        raise PathwaysError("chosen_over_budget", cost=least / CENTS, budget=question.budget)
    return _within(question, weights, question.budget, time_limit)


def _cover(question: _Question, time_limit: float) -> _Answer:
    """All that is wanted, at least cost."""
    rows = [*_order_rows(question), *(Row(dict.fromkeys(places, 1.0), low=1.0) for places in _teachers(question))]
    return _minimum(question, _costs(question), rows, 0, time_limit)


def _within(question: _Question, weights: Mapping[str, float], budget: float, time_limit: float) -> _Answer:
    """As much as a budget pays for: one more variable for each requirement says whether it is left out."""
    size = len(question.steps)
    spent = {place: float(_cost(one)) for place, one in enumerate(question.steps) if _cost(one)}
    rows = [*_order_rows(question), Row(spent, high=float(round(budget * CENTS)))]
    for place, teachers in enumerate(_teachers(question)):
        rows.append(Row({**dict.fromkeys(teachers, 1.0), size + place: 1.0}, low=1.0))
    lost = [0.0] * size + [float(max(1, round(weights[one] * WEIGHT_STEPS))) for one in question.wanted]
    pad = [0.0] * len(question.wanted)
    return _minimum(question, [lost, *([*costs, *pad] for costs in _costs(question))], rows, 1, time_limit)


def _minimum(
    question: _Question, objectives: Sequence[Sequence[float]], rows: Sequence[Row], money: int, time_limit: float
) -> _Answer:
    """Minimise one objective after another. `proven` and the bound speak of money, the objective at place `money`."""
    held, proven, bound = list(rows), True, 0.0
    found: Solution | None = None
    for place, costs in enumerate(objectives):
        better = _next(costs, held, time_limit, must=place <= money)
        if better is None:
            break
        found = better
        if place <= money:
            proven, bound = proven and found.proven, found.bound
        held.append(Row({at: cost for at, cost in enumerate(costs) if cost}, high=found.objective + HALF))
    places = (place for place in (found.chosen if found else ()) if place < len(question.steps))
    taken = frozenset(question.steps[place].id for place in places)
    spent = _cents(question, taken)
    return _Answer(taken, (spent if proven else min(bound, spent)) / CENTS, proven)


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


def _order_rows(question: _Question) -> list[Row]:
    """x(step) <= x(what must come first), and x(step) = 1 for those taken in any case."""
    places = {one.id: place for place, one in enumerate(question.steps)}
    waits = [(places[one.id], places[need]) for one in question.steps for need in one.needs if need in places]
    taken = [Row({places[key]: 1.0}, low=1.0) for key in sorted(question.forced)]
    return [*(Row({first: 1.0, then: -1.0}, low=0.0) for then, first in waits), *taken]


def _teachers(question: _Question) -> list[list[int]]:
    """For each requirement wanted, the places of the steps that teach it."""
    by_concept: dict[str, list[int]] = {concept: [] for concept in question.wanted}
    for place, one in enumerate(question.steps):
        for concept in set(one.teaches) & by_concept.keys():
            by_concept[concept].append(place)
    return [by_concept[concept] for concept in question.wanted]


def _costs(question: _Question) -> list[list[float]]:
    """Cents, then minutes (unknown counts as the longest known), then steps."""
    known = [one.hours.value for one in question.steps if one.hours.value is not None]
    longest = max(known, default=0.0)
    hours = [longest if one.hours.value is None else one.hours.value for one in question.steps]
    return [
        [float(_cost(one)) for one in question.steps],
        [float(round(value * MINUTES)) for value in hours],
        [1.0] * len(question.steps),
    ]


def _cost(one: LearningStep) -> int:
    return round((one.cost.value or 0.0) * CENTS)


def _cents(question: _Question, taken: frozenset[str]) -> int:
    return sum(_cost(one) for one in question.steps if one.id in taken)


def _plan(
    answer: _Answer,
    offered: Mapping[str, LearningStep],
    *,
    wanted: tuple[str, ...],
    missing: tuple[str, ...],
    hours_a_week: float | None,
    reachable: set[str],
) -> Plan:
    ordered = in_order({key: offered[key] for key in sorted(answer.taken)})
    planned = tuple(PlannedStep(one, tuple(c for c in missing if c in one.teaches)) for one in ordered)
    covered = {concept for one in planned for concept in one.covers}
    taught = {concept for one in offered.values() for concept in one.teaches}
    return Plan(
        steps=planned,
        cost=sum(_cost(one) for one in ordered) / CENTS,
        hours=_hours(ordered),
        weeks=_weeks(ordered, hours_a_week),
        proven=answer.proven,
        bound=answer.bound,
        unpriced=tuple(one for one in ordered if one.cost.value is None),
        uncovered=tuple(c for c in wanted if c not in taught),
        only_unpriced=tuple(c for c in wanted if c in taught and c not in reachable),
        beyond_budget=tuple(c for c in wanted if c in reachable and c not in covered),
    )


def _hours(steps: Sequence[LearningStep]) -> float | None:
    """Hours of all steps; None where any is unknown."""
    known = [one.hours.value for one in steps if one.hours.value is not None]
    return sum(known) if len(known) == len(steps) else None


def _weeks(steps: Sequence[LearningStep], hours_a_week: float | None) -> float | None:
    """Weeks of all steps, one after another; None where any is unknown."""
    spans = []
    for one in steps:
        at_pace = one.hours.value / hours_a_week if hours_a_week and one.hours.value is not None else None
        known = [span for span in (one.weeks.value, at_pace) if span is not None]
        if not known:
            return None
        spans.append(max(known))
    return sum(spans)
