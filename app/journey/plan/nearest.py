"""Where no plan covers everything: the one limit whose dropping covers most, and the plan that drops it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from app.journey.plan.difference import Difference, covered, difference
from app.journey.plan.ground import Ground, Way, cheapest_way
from app.journey.plan.limits import Limits, within_reach
from app.journey.plan.why_not import Block, blocks_of
from pathways.errors import PathwaysError
from pathways.gaps import to_learn
from pathways.model import Figure, GapItem, LearningStep
from pathways.plans import cheapest

Dropped = Literal["budget", "places", "online_only", "languages", "price", "dropped", "failed"]
"""What is let go of: a limit, that each price must be known, or that what was dropped or failed stays out."""
LETS_IN: dict[Block, Dropped] = {
    "budget": "budget",
    "elsewhere": "places",
    "not_online": "online_only",
    "language": "languages",
    "unpriced": "price",
    "dropped": "dropped",
    "failed": "failed",
}


@dataclass(frozen=True)
class Nearest:
    """The plan that lets go of one thing and thereby teaches the most of what was untaught; what that costs more."""

    dropped: Dropped
    way: Way
    difference: Difference


def nearest(ground: Ground, way: Way, between: Callable[[], object] = lambda: None) -> tuple[Nearest, ...]:
    """The plans nearest to a cheapest one that leaves something untaught: each lets go of one thing that helps.

    Those of fewest unknown prices come first, for unknown is not free; then the one that teaches the most by weight,
    then the cheapest, the quickest. `between` is called before each question to the solver; what it raises
    ends the search.
    """
    had, blocks = _weight(ground, way), blocks_of(ground, way)
    found = list[Nearest]()
    for block, dropped in LETS_IN.items():
        if block in blocks:
            between()
            found.extend(_without_it(ground, way, dropped))
    better = [one for one in found if _weight(ground, one.way) > had]
    return tuple(sorted(better, key=lambda one: _worth(ground, one)))


def _worth(ground: Ground, one: Nearest) -> tuple[int, float, float, int]:
    return len(one.way.plan.unpriced), -_weight(ground, one.way), one.way.plan.cost, one.way.schedule.weeks


def _weight(ground: Ground, way: Way) -> float:
    have = covered(ground, way)
    needs = (one.requirement for one in to_learn(ground.gap))
    return round(sum(one.weight for one in needs if one.concept.id in have), 6)


def _without_it(ground: Ground, way: Way, dropped: Dropped) -> Iterator[Nearest]:
    try:
        found = cheapest_way(_let_go(ground, way, dropped))
    except PathwaysError as error:
        if error.code != "chosen_over_budget":
            raise
        return
    yield Nearest(dropped, found, difference(ground, way, found))


def _let_go(ground: Ground, way: Way, dropped: Dropped) -> Ground:
    wishes, limit = ground.wishes, ground.limits
    if dropped == "price":
        return replace(ground, wishes=replace(wishes, chosen=wishes.chosen | _unpriced(ground, way)))
    if dropped in ("dropped", "failed"):
        out = ground.failed if dropped == "failed" else wishes.dropped - ground.failed
        return replace(ground, wishes=replace(wishes, dropped=wishes.dropped - out))
    limits: dict[Dropped, Limits] = {
        "budget": replace(limit, budget=None),
        "places": replace(limit, places=()),
        "online_only": replace(limit, online_only=False),
        "languages": replace(limit, languages=()),
    }
    return limited(ground, limits[dropped])


def limited(ground: Ground, limit: Limits) -> Ground:
    """The same ground under other limits."""
    fixed = ground.wishes.chosen | ground.wishes.done
    return replace(ground, limits=limit, steps=within_reach(ground.every, limit, fixed))


def _unpriced(ground: Ground, way: Way) -> frozenset[str]:
    """The fewest steps of unknown price that teach what is untaught, with as little as can be paid beside them.

    First by number alone. What is paid beside that answer is the most that any of as few need cost: one unknown more,
    priced above it, is never worth it.
    """
    have = covered(ground, way)
    left = [one for one in ground.gap if one.requirement.concept.id not in have]
    few = _least(ground, left, [replace(one, cost=Figure(float(one.cost.value is None))) for one in ground.steps])
    prices = {one.id: one.cost.value for one in ground.steps}
    above = 1.0 + sum(prices[key] or 0.0 for key in few)
    found = _least(
        ground, left, [replace(one, cost=Figure(above)) if one.cost.value is None else one for one in ground.steps]
    )
    return frozenset(key for key in found if prices[key] is None)


def _least(ground: Ground, left: Iterable[GapItem], steps: Iterable[LearningStep]) -> frozenset[str]:
    """Ids of the steps that teach what is left at least cost, whatever the budget."""
    said = ground.wishes
    found = cheapest(
        left,
        steps,
        chosen=said.chosen,
        dropped=said.dropped,
        done=said.done,
        pace=ground.limits.pace,
        begun=ground.begun,
        first_monday=ground.start,
    )
    return frozenset(one.step.id for one in found.steps)
