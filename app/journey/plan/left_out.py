"""What leaving a step out of a plan would cost: the best plan without it, in dollars, weeks and what is not taught."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from app.journey.plan.difference import Difference, difference
from app.journey.plan.ground import Ground, Way, cheapest_way, fastest_way
from pathways.model import LearningStep
from pathways.plans.fastest import TIME_LIMIT
from pathways.plans.question import Wishes
from pathways.plans.steps import before, takeable


@dataclass(frozen=True)
class LeftOut:
    """A step of a plan, the best plan of that kind without it, and what that is more or less."""

    step: LearningStep
    way: Way
    difference: Difference


def without(
    ground: Ground,
    way: Way,
    step_id: str,
    *,
    time_limit: float = TIME_LIMIT,
    between: Callable[[], object] = lambda: None,
) -> LeftOut:
    """The plan without one of its steps and all that waits for it.

    The cheapest and the fastest are found anew; of any other plan the steps left stay, and what is then missing is
    covered at least cost. `between` is called between questions to the solver; what it raises ends the search.
    """
    step = next(one for one in way.steps if one.id == step_id)
    less = _without(ground, way, step_id)
    between()
    found = fastest_way(less, time_limit, between) if way.kind == "fastest" else cheapest_way(less, way.kind)
    return LeftOut(step, found, difference(ground, way, found))


def all_without(
    ground: Ground, way: Way, *, time_limit: float = TIME_LIMIT, between: Callable[[], object] = lambda: None
) -> Iterator[LeftOut]:
    """The same for each step in turn, each as it is found."""
    return (without(ground, way, one.id, time_limit=time_limit, between=between) for one in way.steps)


def _without(ground: Ground, way: Way, step_id: str) -> Ground:
    dropped, done = ground.wishes.dropped | {step_id}, ground.wishes.done
    left = takeable(ground.steps, dropped, done, first_monday=ground.start, begun=ground.begun)
    fixed = ground.wishes.chosen if way.kind in ("cheapest", "fastest", "most") else ground.wishes.chosen | way.ids
    chosen = fixed & left.keys()
    least = sum(left[key].cost.value or 0.0 for key in before(left, chosen, done))
    budget = None if ground.limits.budget is None else max(ground.limits.budget, least)
    return replace(
        ground,
        wishes=Wishes(chosen, dropped, done),
        limits=replace(ground.limits, budget=budget),
        begun={key: gone for key, gone in ground.begun.items() if key in chosen},
    )
