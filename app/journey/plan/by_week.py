"""A plan week by week: which steps run when, how far each is, and why it is in the plan."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from app.journey.plan.ground import Standpoint, Way
from app.journey.plan.kept import WEEK
from app.vault.store_plan import StepState
from pathways.model import Concept, LearningStep


@dataclass(frozen=True)
class Running:
    """A step in some weeks: how far it is, whether it begins in the first of them and ends in the last."""

    step: LearningStep
    state: StepState
    begins: bool
    ends: bool
    hours_a_week: float | None


@dataclass(frozen=True)
class Weeks:
    """Weeks `first` to `last` of a plan, counted from 1, in which the same steps run; none in a pause."""

    first: int
    last: int
    starts: date
    ends: date
    running: tuple[Running, ...]


@dataclass(frozen=True)
class WhyIn:
    """Why a step is in a plan: what it is for, and the steps of the plan that must wait for it."""

    step: LearningStep
    covers: tuple[Concept, ...]
    before: tuple[LearningStep, ...]
    wanted: bool


def by_week(way: Way) -> tuple[Weeks, ...]:
    """The weeks of a plan, those in which the same steps run as one; steps of unknown length are in none."""
    timed = [one for one in way.schedule.slots if one.weeks]
    ends = {one.step: one.start + (one.weeks or 0) for one in timed}
    cuts = sorted({0, *(one.start for one in timed), *ends.values()})
    steps = {one.id: one for one in way.in_turn}
    return tuple(
        Weeks(
            first + 1,
            last,
            way.start + first * WEEK,
            way.start + last * WEEK - timedelta(days=3),
            tuple(
                Running(
                    steps[one.step],
                    way.states.get(one.step, "chosen"),
                    one.start == first,
                    ends[one.step] == last,
                    one.hours_a_week,
                )
                for one in timed
                if one.start < last and ends[one.step] > first and one.step in steps
            ),
        )
        for first, last in pairwise(cuts)
    )


def why_in(stand: Standpoint, way: Way, wanted: frozenset[str] = frozenset()) -> tuple[WhyIn, ...]:
    """Why each step ahead is in a plan, in order; `wanted` are ids of those taken in any case."""
    concepts = {one.requirement.concept.id: one.requirement.concept for one in stand.gap}
    return tuple(
        WhyIn(
            one.step,
            tuple(concepts[need] for need in one.covers if need in concepts),
            tuple(other for other in way.steps if waits(other, one.step.id)),
            one.step.id in wanted,
        )
        for one in way.plan.steps
    )


def waits(step: LearningStep, key: str) -> bool:
    """Whether a step must wait for the one with this id, or may have to."""
    return key in step.needs or any(key in choice.steps for choice in step.needs_any)
