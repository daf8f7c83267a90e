"""What the solver is asked when a plan is made: steps by place, what they must cover, and what comes before what."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pathways.errors import PathwaysError
from pathways.gaps import credit, to_learn
from pathways.model import GapItem, LearningStep, Plan, PlannedStep
from pathways.plans.steps import before, in_order, takeable, with_all_before, worthwhile
from pathways.solver import Row

CENTS = 100
MINUTES = 60
WEIGHT_STEPS = 10_000
HALF = 0.5
"""Money, time and weights are given to the solver as whole numbers, so that ties are exact and half a unit is slack."""


@dataclass(frozen=True)
class Wishes:
    """What the learner said of single steps, by id: taken in any case, never taken, finished already.

    What a finished step teaches is not learned again.
    """

    chosen: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Question:
    """Steps by place (`forced` ones last) and the requirements they must cover, within a budget in dollars.

    `offered` are all steps that can be taken and `usable` those that the choice is made among, by id; `looked_at`
    counts those of which enough is known; `steps` lacks the ones another makes needless. `weights` says what each
    requirement counts, `missing` names all that is to learn.
    """

    steps: tuple[LearningStep, ...]
    wanted: tuple[str, ...]
    forced: frozenset[str]
    budget: float | None
    offered: Mapping[str, LearningStep]
    usable: Mapping[str, LearningStep]
    weights: Mapping[str, float]
    missing: tuple[str, ...]
    looked_at: int

    def names_of(self, places: Iterable[int]) -> frozenset[str]:
        """Ids of the steps at these places; places beyond the steps are other variables."""
        return frozenset(self.steps[place].id for place in places if place < len(self.steps))


def question(
    gap: Iterable[GapItem],
    steps: Iterable[LearningStep],
    *,
    among: int | None,
    wishes: Wishes,
    budget: float | None,
    known: Callable[[LearningStep], bool],
    measures: Callable[[LearningStep], tuple[float, ...]],
) -> Question:
    """Make the question. `known` says which steps the choice is among; `measures` what is better small in them.

    Error: `step_unknown` {step} where one taken in any case is not on offer.
    """
    items, every = tuple(gap), tuple(steps)
    learned = {concept for one in every if one.id in wishes.done for concept in one.teaches}
    left = [one for one in to_learn(items) if one.requirement.concept.id not in learned]
    first = {one.requirement.concept.id for one in items[:among]}
    weights = {one.requirement.concept.id: one.requirement.weight * (1 - credit(one)) for one in left}
    weights = {concept: weight for concept, weight in weights.items() if concept in first}
    offered = takeable(every, wishes.dropped - wishes.chosen, wishes.done)
    if lost := sorted(wishes.chosen - offered.keys() - wishes.done):
        raise PathwaysError("step_unknown", step=lost[0])
    forced = before(offered, wishes.chosen)
    usable = with_all_before(offered, known, forced)
    by_hand = {concept for key in forced for concept in offered[key].teaches}
    taught = {concept for one in usable.values() for concept in one.teaches}
    wanted = tuple(sorted(concept for concept in weights if concept in taught and concept not in by_hand))
    free = {key: one for key, one in usable.items() if key not in forced}
    kept = worthwhile(free, frozenset(wanted), measures)
    return Question(
        (*kept.values(), *(offered[key] for key in sorted(forced))),
        wanted,
        forced,
        budget,
        offered,
        usable,
        weights,
        tuple(one.requirement.concept.id for one in left),
        sum(map(known, usable.values())),
    )


def order_rows(asked: Question) -> list[Row]:
    """x(step) <= x(what must come first), and x(step) = 1 for those taken in any case."""
    places = {one.id: place for place, one in enumerate(asked.steps)}
    waits = [(places[one.id], places[need]) for one in asked.steps for need in one.needs if need in places]
    taken = [Row({places[key]: 1.0}, low=1.0) for key in sorted(asked.forced)]
    return [*(Row({first: 1.0, then: -1.0}, low=0.0) for then, first in waits), *taken]


def cover_rows(asked: Question, *, may_leave_out: bool) -> list[Row]:
    """Every requirement wanted is taught; else, where it may be left out, its own variable after the steps says so."""
    size = len(asked.steps)
    return [
        Row({**dict.fromkeys(found, 1.0), **({size + place: 1.0} if may_leave_out else {})}, low=1.0)
        for place, found in enumerate(teachers(asked))
    ]


def budget_row(asked: Question) -> Row:
    """What is spent is within the budget."""
    spent = {place: float(cents_of(one)) for place, one in enumerate(asked.steps) if cents_of(one)}
    return Row(spent, high=float(round((asked.budget or 0.0) * CENTS)))


def left_out_costs(asked: Question) -> list[float]:
    """For each requirement wanted, what leaving it out counts: a whole number above zero."""
    return [float(max(1, round(asked.weights[one] * WEIGHT_STEPS))) for one in asked.wanted]


def teachers(asked: Question) -> list[list[int]]:
    """For each requirement wanted, the places of the steps that teach it."""
    by_concept: dict[str, list[int]] = {concept: [] for concept in asked.wanted}
    for place, one in enumerate(asked.steps):
        for concept in set(one.teaches) & by_concept.keys():
            by_concept[concept].append(place)
    return [by_concept[concept] for concept in asked.wanted]


def costs(asked: Question) -> list[list[float]]:
    """What is made small in turn: cents, then minutes (unknown counts as the longest known), then steps."""
    known = [one.hours.value for one in asked.steps if one.hours.value is not None]
    longest = max(known, default=0.0)
    hours = [longest if one.hours.value is None else one.hours.value for one in asked.steps]
    return [
        [float(cents_of(one)) for one in asked.steps],
        [float(round(value * MINUTES)) for value in hours],
        [1.0] * len(asked.steps),
    ]


def cents_of(one: LearningStep) -> int:
    """A step's price in cents; an unknown one comes on top and counts nothing here."""
    return round((one.cost.value or 0.0) * CENTS)


def spent(asked: Question, taken: frozenset[str]) -> int:
    """Cents for these steps."""
    return sum(cents_of(one) for one in asked.steps if one.id in taken)


def plan_of(asked: Question, taken: frozenset[str], *, proven: bool, bound: float) -> Plan:
    """The plan for the steps taken: in order, with what each is for, its total and what is left over."""
    ordered = in_order({key: asked.offered[key] for key in sorted(taken)})
    planned = tuple(PlannedStep(one, tuple(c for c in asked.missing if c in one.teaches)) for one in ordered)
    covered = {concept for one in planned for concept in one.covers}
    taught = {concept for one in asked.offered.values() for concept in one.teaches}
    free = with_all_before(asked.offered, lambda one: one.cost.value is not None, asked.forced)
    priced = {concept for one in (*free.values(), *ordered) for concept in one.teaches}
    within = {concept for one in (*asked.usable.values(), *ordered) for concept in one.teaches}
    return Plan(
        steps=planned,
        cost=sum(cents_of(one) for one in ordered) / CENTS,
        hours=_hours(ordered),
        weeks=None,
        proven=proven,
        bound=bound,
        unpriced=tuple(one for one in ordered if one.cost.value is None),
        uncovered=tuple(c for c in asked.weights if c not in taught),
        only_unpriced=tuple(c for c in asked.weights if c in taught and c not in priced),
        only_untimed=tuple(c for c in asked.weights if c in priced and c not in within),
        beyond_budget=tuple(c for c in asked.weights if c in within and c not in covered),
        looked_at=asked.looked_at,
    )


def _hours(steps: Sequence[LearningStep]) -> float | None:
    """Hours of all steps; None where any is unknown."""
    known = [one.hours.value for one in steps if one.hours.value is not None]
    return sum(known) if len(known) == len(steps) else None
