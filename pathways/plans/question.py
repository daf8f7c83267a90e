"""What the solver is asked when a plan is made: steps by place, what they must cover, and what comes before what."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import gcd

from pathways.errors import PathwaysError
from pathways.gaps import credit, to_learn
from pathways.model import AnyOf, GapItem, LearningStep, Plan, PlannedStep
from pathways.plans.pace import MINUTES
from pathways.plans.steps import before, firsts, in_order, takeable, with_all_before

CENTS = 100
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
    requirement counts, `missing` names all that is to learn, `done` what is finished already. Where `amounts` has a
    step, it teaches that much of each thing, else all of it; `least` is how much of a thing is wanted, 1 unless told,
    and `single` says that each step teaches all of it or nothing.
    Money is counted in `unit`s to the dollar, time in `parts` of an hour.
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
    done: frozenset[str] = frozenset()
    amounts: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    least: Mapping[str, float] = field(default_factory=dict)
    single: bool = True
    unit: int = CENTS
    parts: int = MINUTES

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each step, by id."""
        return {one.id: place for place, one in enumerate(self.steps)}

    @cached_property
    def waits(self) -> dict[str, tuple[AnyOf, ...]]:
        """What each step waits for, by id."""
        return {one.id: firsts(one, self.done) for one in self.steps}

    def price(self, one: LearningStep) -> int:
        """A step's price in units; an unknown one comes on top and counts nothing here."""
        return round((one.cost.value or 0.0) * self.unit)

    @property
    def most(self) -> int:
        """The budget in units, 0 for none."""
        return round((self.budget or 0.0) * self.unit)

    def much(self, one: LearningStep, concept: str) -> float:
        """How much of a thing wanted a step teaches, never more than is wanted."""
        return min(self.amounts[one.id][concept], self.least[concept]) if one.id in self.amounts else 1.0

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
    first_monday: date | None = None,
    begun: Container[str] = (),
) -> Question:
    """Make the question. `known` says which steps the choice is among.

    Error: `step_unknown` {step} where one taken in any case is not on offer.
    """
    items, every = tuple(gap), tuple(steps)
    left = _left(items, every, wishes.done)
    first = {one.requirement.concept.id for one in items[:among]}
    weights = {concept: weight for concept, weight in left.items() if concept in first}
    offered = takeable(every, wishes.dropped - wishes.chosen, wishes.done, first_monday=first_monday, begun=begun)
    if lost := sorted(wishes.chosen - offered.keys() - wishes.done):
        raise PathwaysError("step_unknown", step=lost[0])
    forced = _forced(offered, known, wishes)
    usable = with_all_before(offered, known, forced, wishes.done)
    by_hand = {concept for key in forced for concept in offered[key].teaches}
    taught = {concept for one in usable.values() for concept in one.teaches}
    wanted = tuple(sorted(concept for concept in weights if concept in taught and concept not in by_hand))
    return Question(
        (*(one for key, one in usable.items() if key not in forced), *(offered[key] for key in sorted(forced))),
        wanted,
        forced,
        budget,
        offered,
        usable,
        weights,
        tuple(left),
        sum(map(known, usable.values())),
        wishes.done,
    )


def _left(items: Sequence[GapItem], steps: Iterable[LearningStep], done: frozenset[str]) -> dict[str, float]:
    """What is to learn besides what finished steps teach, and what each counts."""
    learned = {concept for one in steps if one.id in done for concept in one.teaches}
    needs = ((one.requirement, credit(one)) for one in to_learn(items))
    return {need.concept.id: need.weight * (1 - had) for need, had in needs if need.concept.id not in learned}


def _forced(
    offered: Mapping[str, LearningStep], known: Callable[[LearningStep], bool], wishes: Wishes
) -> frozenset[str]:
    """Steps taken in any case. Of a choice too few of which are known, the first are taken, the known ones before."""
    forced = before(offered, wishes.chosen, wishes.done)
    while True:
        usable = with_all_before(offered, known, forced, wishes.done)
        stuck = sorted(forced - usable.keys())
        if not stuck:
            return forced
        more = {
            key
            for stays in stuck
            for some in firsts(offered[stays], wishes.done)
            for key in sorted(some.steps, key=lambda key: (key not in usable, key))[: len(some.steps)]
            if key in offered
        }
        forced = before(offered, forced | more, wishes.done)


def weights_of(asked: Question) -> dict[str, int]:
    """All that counts in one number for each step: money, then time, then being a step."""
    money, minutes = ([int(value) for value in values] for values in costs(asked)[:2])
    part = gcd(*minutes) or 1
    most, size = sum(minutes) // part + 1, len(asked.steps) + 1
    return {one.id: (money[place] * most + minutes[place] // part) * size + 1 for place, one in enumerate(asked.steps)}


def teachers(asked: Question) -> list[dict[int, float]]:
    """For each requirement wanted, the places of the steps that teach it, and how much."""
    by_concept: dict[str, dict[int, float]] = {concept: {} for concept in asked.wanted}
    for place, one in enumerate(asked.steps):
        for concept in set(one.teaches) & by_concept.keys():
            by_concept[concept][place] = asked.much(one, concept)
    return [by_concept[concept] for concept in asked.wanted]


def costs(asked: Question) -> list[list[float]]:
    """What is made small in turn: cents, then minutes (unknown counts as the longest known), then steps."""
    known = [one.hours.value for one in asked.steps if one.hours.value is not None]
    longest = max(known, default=0.0)
    hours = [longest if one.hours.value is None else one.hours.value for one in asked.steps]
    return [
        [float(asked.price(one)) for one in asked.steps],
        [float(round(value * asked.parts)) for value in hours],
        [1.0] * len(asked.steps),
    ]


def spent(asked: Question, taken: frozenset[str]) -> int:
    """Cents for these steps."""
    return sum(asked.price(one) for one in asked.steps if one.id in taken)


def plan_of(asked: Question, taken: frozenset[str], *, proven: bool, bound: float) -> Plan:
    """The plan for the steps taken: in order, with what each is for, its total and what is left over."""
    ordered = in_order({key: asked.offered[key] for key in sorted(taken)}, asked.done)
    planned = tuple(PlannedStep(one, tuple(c for c in asked.missing if c in one.teaches)) for one in ordered)
    covered = {concept for one in planned for concept in one.covers}
    taught = {concept for one in asked.offered.values() for concept in one.teaches}
    free = with_all_before(asked.offered, lambda one: one.cost.value is not None, asked.forced, asked.done)
    priced = {concept for one in (*free.values(), *ordered) for concept in one.teaches}
    within = {concept for one in (*asked.usable.values(), *ordered) for concept in one.teaches}
    left = [concept for concept in asked.weights if concept in within and concept not in covered]
    clashing = _payable(asked, taken) if proven else frozenset()
    return Plan(
        steps=planned,
        cost=sum(asked.price(one) for one in ordered) / asked.unit,
        hours=_hours(ordered),
        weeks=None,
        proven=proven,
        bound=bound,
        unpriced=tuple(one for one in ordered if one.cost.value is None),
        uncovered=tuple(c for c in asked.weights if c not in taught),
        only_unpriced=tuple(c for c in asked.weights if c in taught and c not in priced),
        only_untimed=tuple(c for c in asked.weights if c in priced and c not in within),
        beyond_budget=tuple(c for c in left if asked.budget is not None and c not in clashing),
        clashing=tuple(c for c in left if asked.budget is None or c in clashing),
        looked_at=asked.looked_at,
    )


def _payable(asked: Question, taken: frozenset[str]) -> frozenset[str]:
    """What the budget would still pay for beside these steps: start days alone can keep it out of the best plan."""
    left = asked.most - sum(asked.price(asked.offered[key]) for key in taken)
    found = set[str]()
    for one in asked.usable.values() if asked.budget is not None else ():
        more = before(asked.usable, {one.id}, asked.done) - taken
        whole = all(some.count >= len(some.steps) for key in more for some in firsts(asked.usable[key], asked.done))
        if whole and sum(asked.price(asked.usable[key]) for key in more) <= left:
            found |= set(one.teaches)
    return frozenset(found)


def _hours(steps: Sequence[LearningStep]) -> float | None:
    """Hours of all steps; None where any is unknown."""
    known = [one.hours.value for one in steps if one.hours.value is not None]
    return sum(known) if len(known) == len(steps) else None
