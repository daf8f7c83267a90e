"""Why a plan leaves something untaught: which limit, price, place or step stands in the way, need by need."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from app.journey.plan.difference import covered
from app.journey.plan.ground import Ground, Way
from app.journey.plan.limits import is_near, is_understood
from pathways.gaps import to_learn
from pathways.model import AnyOf, Concept, LearningStep
from pathways.plans.pace import is_timed

Block = Literal[
    "budget",
    "elsewhere",
    "not_online",
    "language",
    "unpriced",
    "untimed",
    "dropped",
    "failed",
    "no_start",
    "clash",
    "first",
]
"""What keeps a step out. `first`: something that must come before it is on no list, or waits for the step itself."""
ORDER: tuple[Block, ...] = (
    "budget", "elsewhere", "not_online", "language", "dropped", "failed", "unpriced", "untimed", "no_start",
    "clash", "first",
)  # fmt: skip
"""What the learner said comes before what nobody says."""


@dataclass(frozen=True)
class NotTaught:
    """A need that a plan does not teach, and why: `blocks` are what keeps out the `step` nearest to being in it.

    Without a step nobody at hand teaches it. Without blocks, the plan could take that step and does not. `others` are
    the further steps that teach it and are kept out, too.
    """

    need: Concept
    step: LearningStep | None = None
    blocks: tuple[Block, ...] = ()
    others: int = 0


def not_taught(ground: Ground, way: Way) -> tuple[NotTaught, ...]:
    """Each thing to learn that a plan leaves untaught, most telling first."""
    have, found = covered(ground, way), _Blocks(ground, way)
    left = {one.requirement.concept.id: one.requirement.concept for one in to_learn(ground.gap)}
    teachers: dict[str, list[LearningStep]] = {key: [] for key in left if key not in have}
    for step in ground.every:
        for key in teachers.keys() & set(step.teaches):
            teachers[key].append(step)
    return tuple(found.why(left[key], taught) for key, taught in teachers.items())


def blocks_of(ground: Ground, way: Way) -> frozenset[Block]:
    """All that keeps any step out which would teach what the plan leaves untaught."""
    have, found = covered(ground, way), _Blocks(ground, way)
    left = {one.requirement.concept.id for one in to_learn(ground.gap)} - have
    teachers = (one for one in ground.every if left & set(one.teaches))
    return frozenset(block for one in teachers for block in found.of(one))


class _Blocks:
    """What keeps each step out, worked out once for each."""

    def __init__(self, ground: Ground, way: Way) -> None:
        self._ground, self._way = ground, way
        self._steps: Mapping[str, LearningStep] = {one.id: one for one in ground.every}
        self._known: dict[str, frozenset[Block]] = {}
        self._open: set[str] = set()

    def why(self, need: Concept, teachers: Sequence[LearningStep]) -> NotTaught:
        """Why one need is untaught that these steps teach."""
        if not teachers:
            return NotTaught(need)
        kept_out = ((self.of(one), one) for one in teachers)
        blocks, step = min(kept_out, key=lambda pair: (_rank(pair[0]), *_nearness(pair[1])))
        return NotTaught(need, step, tuple(one for one in ORDER if one in blocks), len(teachers) - 1)

    def of(self, step: LearningStep) -> frozenset[Block]:
        """What keeps a step out, itself or through what must come first; else start days or the budget do."""
        blocks = self._through(step.id)
        if blocks or step.id in self._way.ids:
            return blocks
        if set(step.teaches) & set(self._way.plan.clashing):
            return frozenset({"clash"})
        return blocks if self._ground.limits.budget is None else frozenset({"budget"})

    def _through(self, key: str) -> frozenset[Block]:
        if key in self._ground.wishes.done or key in self._way.ids:
            return frozenset()
        if key not in self._steps or key in self._open:
            return frozenset({"first"})
        if key not in self._known:
            self._open.add(key)
            step = self._steps[key]
            needed = (self._through(need) for need in step.needs)
            some = (self._some(one) for one in step.needs_any)
            self._known[key] = frozenset(self._own(step)).union(*needed, *some)
            self._open.discard(key)
        return self._known[key]

    def _some(self, choice: AnyOf) -> frozenset[Block]:
        """Of a choice, the steps that the least keeps out count."""
        found = sorted((self._through(key) for key in choice.steps), key=_rank)
        if len(found) < choice.count:
            return frozenset({"first"})
        return frozenset[Block]().union(*found[: choice.count])

    def _own(self, step: LearningStep) -> Iterable[Block]:
        limit, wishes, starts = self._ground.limits, self._ground.wishes, step.offering.starts
        if step.id in wishes.dropped:
            yield "failed" if step.id in self._ground.failed else "dropped"
        if step.id not in wishes.chosen:
            if limit.online_only and not step.online:
                yield "not_online"
            elif not step.online and not is_near(step, limit.places):
                yield "elsewhere"
            if not is_understood(step, limit.languages):
                yield "language"
            if step.cost.value is None:
                yield "unpriced"
            if self._way.kind == "fastest" and not is_timed(step, limit.pace):
                yield "untimed"
        if starts and max(starts) < self._ground.start:
            yield "no_start"


def _nearness(step: LearningStep) -> tuple[bool, float, str]:
    """Of steps that the same keeps out: what is stated before what is inferred, then the cheaper one."""
    return step.inferred, step.cost.value or 0.0, step.id


def _rank(blocks: Iterable[Block]) -> tuple[int, list[int]]:
    """The less keeps a step out, the nearer; then what the learner can change comes first."""
    places = sorted(ORDER.index(one) for one in blocks)
    return len(places), places
