"""How one plan differs from another for the same goal: dollars, weeks, steps, and what it teaches."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.journey.plan.ground import Ground, Way
from pathways.gaps import to_learn
from pathways.model import LearningStep


@dataclass(frozen=True)
class Difference:
    """What the second plan has over the first: dollars and calendar weeks as far as known, steps, needs (concept ids).

    `unpriced` and `untimed` are steps of the second alone whose price or length comes on top, as nobody knows it;
    `unpriced_gone` and `untimed_gone` those of the first alone, whose price or length the figures leave out of it.
    `sure` is false where one of the two was found and is not proven best: then dollars and weeks may be less.
    """

    cost: float
    weeks: int
    added: tuple[LearningStep, ...]
    removed: tuple[LearningStep, ...]
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    unpriced: tuple[LearningStep, ...] = ()
    untimed: tuple[LearningStep, ...] = ()
    unpriced_gone: tuple[LearningStep, ...] = ()
    untimed_gone: tuple[LearningStep, ...] = ()
    sure: bool = True

    @property
    def nothing(self) -> bool:
        """Whether both are the same."""
        return not (self.cost or self.weeks or self.added or self.removed or self.gained or self.lost)


def difference(ground: Ground, before: Way, after: Way, after_ground: Ground | None = None) -> Difference:
    """What `after` has over `before`; it stands on its own ground where that is another."""
    had, has = covered(ground, before), covered(after_ground or ground, after)
    wanted = [one.requirement.concept.id for one in to_learn(ground.gap)]
    added = tuple(one for one in after.steps if one.id not in before.ids)
    removed = tuple(one for one in before.steps if one.id not in after.ids)
    return Difference(
        round(after.plan.cost - before.plan.cost, 2),
        after.schedule.weeks - before.schedule.weeks,
        added,
        removed,
        tuple(one for one in wanted if one in has and one not in had),
        tuple(one for one in wanted if one in had and one not in has),
        tuple(one for one in added if one.cost.value is None),
        tuple(one for one in added if one.id in after.schedule.untimed),
        tuple(one for one in removed if one.cost.value is None),
        tuple(one for one in removed if one.id in before.schedule.untimed),
        (before.plan.proven or before.kept) and after.plan.proven,
    )


def covered(ground: Ground, way: Way) -> frozenset[str]:
    """Concept ids of what is to learn that a way teaches, or a step that is done taught."""
    done = (one for one in ground.every if one.id in ground.wishes.done)
    taught = _taught((*way.steps, *way.done, *done))
    return frozenset(one.requirement.concept.id for one in to_learn(ground.gap)) & taught


def _taught(steps: Iterable[LearningStep]) -> set[str]:
    return {concept for one in steps for concept in one.teaches}
