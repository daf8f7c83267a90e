"""The ways to a goal: cheapest, fastest, at work, by a program of study; and the plan the learner chose among them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from app.journey.plan.ground import (
    TELLING,
    Ground,
    Standpoint,
    Way,
    WayKind,
    both,
    cheapest_way,
    goal_code,
    ground_of,
    standpoint,
)
from app.journey.plan.kept import KeptPlan, KeptStep
from app.journey.plan.limits import Limits, limits_said
from app.journey.plan.nearby import Nearby, nearby
from app.journey.plan.one_more import OneMore, one_more
from app.journey.plan.proven_done import ProvenDone, kept_now
from app.journey.records.holding import Card, cards
from app.journey.session import Session
from app.profile.skills import Profile
from pathways.errors import PathwaysError
from pathways.gaps import to_learn
from pathways.model import GapItem, LearningStep, Plan, PlannedStep
from pathways.pack import labour
from pathways.plans.calendar import Schedule
from pathways.plans.fastest import TIME_LIMIT
from pathways.plans.steps import takeable

AT_WORK = ("apprenticeship", "on_the_job")


@dataclass(frozen=True)
class Changes:
    """What making a plan again would change: steps that come in or go, dollars and weeks before and after."""

    added: tuple[LearningStep, ...]
    removed: tuple[LearningStep, ...]
    cost: tuple[float, float]
    weeks: tuple[int, int]


@dataclass(frozen=True)
class Ways:
    """All ways to a goal. `ways` are different from each other: the plan kept first where it is none of the others.

    `cheapest` and `fastest` may be one and the same. `over_budget` says that what was begun or wanted costs more than
    the budget, which then pays for nothing else; `only_signed` that nothing but signed records counted. `changes` is
    there where the plan kept is no longer the best.
    """

    stand: Standpoint
    limits: Limits
    limits_said: bool
    ways: tuple[Way, ...]
    cheapest: Way
    fastest: Way
    ground: Ground = field(repr=False)
    kept: KeptPlan | None = None
    changes: Changes | None = None
    nearby: Nearby | None = None
    one_more: OneMore | None = None
    over_budget: bool = False
    only_signed: bool = False

    @property
    def proven(self) -> tuple[ProvenDone, ...]:
        """The steps that records show finished."""
        return self.ground.proven

    @property
    def telling(self) -> tuple[GapItem, ...]:
        """The needs that set the goal apart: those that a plan is for."""
        return self.stand.gap[:TELLING]

    @property
    def same(self) -> bool:
        """Whether the cheapest way is the fastest."""
        return self.cheapest.ids == self.fastest.ids


def find_ways(
    session: Session,
    held: Profile,
    code: str | None = None,
    *,
    time_limit: float = TIME_LIMIT,
    between: Callable[[], object] = lambda: None,
    only_signed: bool = False,
    seen: tuple[Card, ...] | None = None,
) -> Ways:
    """Every way to a goal (the one kept unless named). `time_limit` in seconds is for the fastest.

    `only_signed` says that `held` is what signed records show alone. `between` is called while it looks; what it
    raises ends the search. `seen` are the cards, where at hand.
    PersonError `no_goal`; PathwaysError `occupation_unknown`, `no_answer_in_time`.
    """
    stand = standpoint(session, held, goal_code(session, code))
    goal = stand.needs.occupation.id
    seen = cards(session) if seen is None else seen
    kept = kept_now(session, goal, seen)
    ground = ground_of(session, stand, kept=kept, seen=seen)
    least, quick = both(ground, time_limit, between)
    fresh = _different((least, quick, *at_work(ground), *by_program(session, ground, stand)))
    ways = _with_kept(fresh, kept)
    by_kind = {one.kind: one for one in ways}
    same = replace(by_kind["cheapest"], kind="fastest", plan=quick.plan)
    chosen = next((one for one in ways if one.kept), None)
    return Ways(
        stand,
        ground.limits,
        limits_said(session),
        ways,
        by_kind["cheapest"],
        by_kind.get("fastest", same),
        ground,
        kept,
        changes(kept, fresh) if kept and "kept" in by_kind else None,
        nearby(session, held, stand),
        one_more(session, goal, (chosen or least).ids, free_steps(ground), ground.wishes.done),
        ground.over_budget,
        only_signed,
    )


def changes(kept: KeptPlan, fresh: Iterable[Way]) -> Changes | None:
    """What the plan kept would become if it were made again; None for a way that is no longer there."""
    way = next((one for one in fresh if one.kind == kept.kind), None)
    if way is None:
        return None
    ahead = [one.step for one in kept.steps if one.state in ("chosen", "started")]
    ids = {one.id for one in ahead}
    return Changes(
        tuple(one for one in way.steps if one.id not in ids),
        tuple(one for one in ahead if one.id not in way.ids),
        (sum(one.cost.value or 0.0 for one in ahead), way.plan.cost),
        (kept.weeks, way.schedule.weeks),
    )


def at_work(ground: Ground) -> tuple[Way, ...]:
    """The way by the job or apprenticeship that teaches the most of what is to learn."""
    needs = {one.requirement.concept.id: one.requirement.weight for one in to_learn(ground.gap)}
    jobs = [one for one in free_steps(ground).values() if one.kind in AT_WORK and needs.keys() & set(one.teaches)]
    taught = {one.id: sum(needs.get(concept, 0.0) for concept in one.teaches) for one in jobs}
    return _around(ground, "work", min(jobs, key=lambda one: (-taught[one.id], one.id), default=None))


def by_program(session: Session, ground: Ground, stand: Standpoint) -> tuple[Way, ...]:
    """The way by the program of study whose title is nearest to the goal's name, then tied to the fewest jobs."""
    wanted = _stems(stand.needs.occupation.name)
    found = [
        (-len(wanted & _stems(one.name)) / len(wanted | _stems(one.name)), _tied(session, one), one.id, one)
        for one in free_steps(ground).values()
        if one.cip
    ]
    return _around(ground, "program", min(found)[-1] if found else None)


def _tied(session: Session, one: LearningStep) -> int:
    return len(labour.occupations_of(session.pack, one.cip or ""))


def _stems(name: str) -> frozenset[str]:
    """The words of a name, plural or not."""
    words = "".join(letter if letter.isalpha() else " " for letter in name.lower()).split()
    return frozenset(word.removesuffix("s") for word in words if len(word) > 3)


def free_steps(ground: Ground) -> dict[str, LearningStep]:
    """Steps that could still be chosen, by id."""
    wishes = ground.wishes
    return takeable(ground.steps, wishes.dropped, wishes.done, first_monday=ground.start, begun=ground.begun)


def _around(ground: Ground, kind: WayKind, step: LearningStep | None) -> tuple[Way, ...]:
    """The cheapest way with this step; none where the budget or the start days do not allow it."""
    if step is None:
        return ()
    try:
        return (cheapest_way(ground, kind, step),)
    except PathwaysError as error:
        if error.code not in ("chosen_over_budget", "starts_clash"):
            raise
        return ()


def _different(found: Iterable[Way]) -> tuple[Way, ...]:
    """Each way once: one of the same steps as another says nothing new."""
    seen: dict[frozenset[str], Way] = {}
    for one in found:
        seen.setdefault(one.ids, one)
    return tuple(seen.values())


def kept_way(kept: KeptPlan) -> Way:
    """What is left of the plan kept, with its weeks as they were when it was chosen."""
    ahead = [one for one in kept.steps if one.state in ("chosen", "started")]
    return Way(
        "kept",
        _plan_of(ahead),
        _schedule_of(kept, ahead),
        kept.start,
        kept=True,
        states={one.step.id: one.state for one in kept.steps},
        done=tuple(one.step for one in kept.steps if one.state == "done"),
    )


def _with_kept(found: tuple[Way, ...], kept: KeptPlan | None) -> tuple[Way, ...]:
    """The ways with the plan kept among them: in the place of the way it still is, else first."""
    if kept is None:
        return found
    ours = kept_way(kept)
    same = next((one for one in found if one.ids == ours.ids), None)
    if same is None:
        return (ours, *found) if ours.steps or ours.done else found
    kept_same = replace(ours, kind=same.kind, plan=same.plan, around=same.around)
    return tuple(kept_same if one is same else one for one in found)


def _plan_of(ahead: list[KeptStep]) -> Plan:
    """What is left of the plan kept; nobody proved anything of it."""
    steps = [one.step for one in ahead]
    hours = [one.hours.value for one in steps if one.hours.value is not None]
    return Plan(
        tuple(PlannedStep(one.step, one.covers) for one in ahead),
        cost=sum(one.cost.value or 0.0 for one in steps),
        hours=sum(hours) if len(hours) == len(steps) else None,
        weeks=None,
        proven=False,
        bound=0.0,
        unpriced=tuple(one for one in steps if one.cost.value is None),
    )


def _schedule_of(kept: KeptPlan, ahead: list[KeptStep]) -> Schedule:
    """The weeks as they were when the plan was chosen, done steps with them."""
    slots = tuple(one.slot for one in kept.steps if one.state not in ("dropped", "failed"))
    filled = [
        sum(one.hours_a_week or 0.0 for one in slots if one.start <= week < one.start + (one.weeks or 0))
        for week in range(kept.weeks)
    ]
    return Schedule(
        slots,
        kept.weeks,
        max(filled, default=0.0),
        tuple(one.step.id for one in ahead if one.slot.weeks is None),
        tuple(one.step.id for one in ahead if one.slot.weeks is not None and one.slot.hours_a_week is None),
    )
