"""What would be if: a certificate more, other hours, another place, another budget — beside the plan kept."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.journey.plan.difference import Difference, difference
from app.journey.plan.ground import Ground, Standpoint, Way, ground_of, steps_for
from app.journey.plan.limits import Limits, checked_names, limits
from app.journey.plan.made_again import from_now_on, kind_of, way_of_kind
from app.journey.plan.proven_done import kept_now, plain_name
from app.journey.records.holding import cards
from app.journey.session import Session
from pathways.errors import PathwaysError
from pathways.model import LearningStep
from pathways.plans.fastest import TIME_LIMIT


@dataclass(frozen=True)
class Change:
    """What is asked: ids of steps that the learner `had`, and limits in place of theirs; None leaves one as it is.

    `budget` infinite is no budget; `places` empty is any place.
    """

    had: frozenset[str] = frozenset()
    budget: float | None = None
    hours_a_week: float | None = None
    at_once: int | None = None
    online_only: bool | None = None
    places: tuple[str, ...] | None = None
    languages: tuple[str, ...] | None = None


@dataclass(frozen=True)
class WhatIf:
    """The plan kept (the cheapest where none is) and the plan of its kind with the change, both from next Monday on.

    `drifted` says that making the plan kept again would change it without the change, too.
    """

    change: Change
    had: tuple[LearningStep, ...]
    limits: Limits
    before: Way
    after: Way
    difference: Difference
    drifted: bool


def what_if(
    session: Session,
    stand: Standpoint,
    change: Change,
    *,
    limit: Limits | None = None,
    chosen: frozenset[str] = frozenset(),
    time_limit: float = TIME_LIMIT,
    between: Callable[[], object] = lambda: None,
) -> WhatIf:
    """Find the plan again as if something were otherwise; nothing is kept. `limit` stands for the limits kept.

    PathwaysError `step_unknown`, and as `find_ways`; PersonError as `limits.checked_names`.
    """
    goal, now = stand.needs.occupation.id, limit or limits(session)
    seen = cards(session)
    kept = kept_now(session, goal, seen)
    kind = kind_of(kept)
    known = {one.id: one for one in steps_for(session, goal)}
    for key in sorted(change.had - known.keys()):
        raise PathwaysError("step_unknown", step=key)

    def found(ground: Ground) -> Way:
        between()
        return way_of_kind(session, stand, ground, kind, time_limit=time_limit, between=between)

    ground = ground_of(session, stand, kept=kept, limit=now, chosen=chosen, seen=seen)
    then = checked_names(changed_limits(now, change))
    other = ground_of(session, stand, kept=kept, limit=then, chosen=chosen, had=change.had, seen=seen)
    same, after = found(ground), found(other)
    before = from_now_on(ground, kept) if kept else same
    return WhatIf(
        change,
        tuple(known[key] for key in sorted(change.had)),
        other.limits,
        before,
        after,
        difference(ground, before, after, other),
        before.ids != same.ids,
    )


def changed_limits(now: Limits, change: Change) -> Limits:
    """The limits with what a change puts in their place."""
    names = ("hours_a_week", "at_once", "online_only", "places", "languages")
    said = {name: getattr(change, name) for name in names if getattr(change, name) is not None}
    budget = now.budget if change.budget is None else change.budget
    return replace(now, **said, budget=None if budget == float("inf") else budget)


def step_by_name(session: Session, goal: str, named: str) -> LearningStep:
    """A learning step by its id, else by its name if only one has it. PathwaysError `step_unknown`."""
    every, name = steps_for(session, goal), plain_name(named)
    by_id = next((one for one in every if one.id == named), None)
    alike = [one for one in every if plain_name(one.name) == name]
    found = by_id or (alike[0] if len(alike) == 1 else None)
    if found is None:
        raise PathwaysError("step_unknown", step=named[:200])
    return found
