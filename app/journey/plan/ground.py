"""Step 4, Plan: what is shown, partly shown, to learn and unknown; the cheapest way to learn it and the fastest."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from app.errors import PersonError
from app.journey.learning.in_use import brought_steps
from app.journey.plan.kept import KeptPlan, begun, next_monday
from app.journey.plan.limits import Limits, limits, within_reach
from app.journey.plan.proven_done import ProvenDone, proven_done
from app.journey.records.holding import Card
from app.journey.session import Session
from app.profile.skills import Profile
from app.vault import store_plan
from app.vault.store_plan import StepState
from pathways.frameworks.catalog import CatalogEntry
from pathways.gaps import gap as gap_of
from pathways.model import GapItem, LearningStep, Needs, Plan
from pathways.plans import cheapest, fastest
from pathways.plans.calendar import Schedule
from pathways.plans.exact import schedule
from pathways.plans.fastest import TIME_LIMIT
from pathways.plans.programs import programs
from pathways.plans.question import Wishes
from pathways.plans.steps import before, takeable
from pathways.requirements import requirements

WayKind = Literal["kept", "cheapest", "fastest", "most", "work", "program"]
TELLING = 24
"""How many of the needs that set a job apart people see first; the rest stand behind "more"."""


@dataclass(frozen=True)
class Standpoint:
    """Where the learner stands before a goal: what it needs, and how each need stands."""

    needs: Needs
    gap: tuple[GapItem, ...]

    def first(self, count: int) -> "Standpoint":
        """The same with only the needs that tell most."""
        return replace(self, gap=self.gap[:count])


@dataclass(frozen=True)
class Way:
    """One way to the goal: its plan, the weeks of its steps and the Monday it begins.

    `around` is the step that a way of kind work or program is built on. `states` tells how far steps are, by id, where
    the way is the plan `kept`; `done` are steps of it that are over and no longer part of `plan`.
    """

    kind: WayKind
    plan: Plan
    schedule: Schedule
    start: date
    around: LearningStep | None = None
    kept: bool = False
    states: Mapping[str, StepState] = field(default_factory=dict)
    done: tuple[LearningStep, ...] = ()

    @property
    def steps(self) -> tuple[LearningStep, ...]:
        """The learning steps still ahead, in order."""
        return tuple(one.step for one in self.plan.steps)

    @property
    def in_turn(self) -> tuple[LearningStep, ...]:
        """The steps done and those ahead, by the week they begin; what must come first before what waits for it."""
        starts = {one.step: one.start for one in self.schedule.slots}
        return tuple(sorted((*self.done, *self.steps), key=lambda one: starts.get(one.id, 0)))

    @property
    def ids(self) -> frozenset[str]:
        """Their ids."""
        return frozenset(one.id for one in self.steps)


@dataclass(frozen=True)
class Ground:
    """What all ways to a goal share: the needs to cover, the steps there are, what was said of them, the limits.

    `steps` are those of `every` step at hand that the limits let in; `proven` are steps done that records show, and
    `failed` the ids of those that the learner did not pass (they are dropped in `wishes`).
    """

    gap: tuple[GapItem, ...]
    steps: tuple[LearningStep, ...]
    wishes: Wishes
    limits: Limits
    start: date
    begun: Mapping[str, int]
    over_budget: bool = False
    every: tuple[LearningStep, ...] = ()
    proven: tuple[ProvenDone, ...] = ()
    failed: frozenset[str] = frozenset()


def goal_code(session: Session, code: str | None) -> str:
    """The goal named, else the one kept; PersonError `no_goal` where there is none."""
    chosen = code or store_plan.goal(session.vault)
    if chosen is None:
        raise PersonError("no_goal")
    return chosen


def standpoint(session: Session, held: Profile, code: str) -> Standpoint:
    """How each thing the occupation needs stands for the learner."""
    needs = requirements(session.pack, code)
    return Standpoint(needs, gap_of(needs, held.held, held.guesses, session.pack))


def steps_for(session: Session, code: str) -> tuple[LearningStep, ...]:
    """Every learning step at hand for an occupation: the catalog, what was brought, and programs through CIP–SOC."""
    return (*(entry.step for entry in session.catalog), *brought_steps(session), *programs(session.pack, code))


def plan(
    session: Session, stand: Standpoint, *, chosen: frozenset[str] = frozenset(), budget: float | None = None
) -> Plan:
    """The cheapest steps that teach what sets the goal apart and is still missing or only partly there."""
    limit = limits(session)
    return cheapest_way(ground_of(session, stand, limit=replace(limit, budget=budget), chosen=chosen)).plan


def ground_of(
    session: Session,
    stand: Standpoint,
    *,
    kept: KeptPlan | None = None,
    limit: Limits | None = None,
    chosen: frozenset[str] = frozenset(),
    had: frozenset[str] = frozenset(),
    seen: tuple[Card, ...] | None = None,
) -> Ground:
    """What all ways share. `chosen` are taken in any case, besides what is started and what the learner wants.

    Steps that the learner `had` count as done, as those do that the plan kept or a record says are. `seen` are the
    cards, where at hand.
    """
    goal, limit, start = stand.needs.occupation.id, limit or limits(session), next_monday(session)
    every, said = _every(session, goal, kept), _said(kept)
    proven, wished = proven_done(session, every, seen), store_plan.wanted(session.vault, goal)
    done = said("done") | had | {one.step.id for one in proven}
    failed = said("failed") - wished  # wanting one again is trying again
    dropped, wanted = said("dropped") | failed, said("started") | wished
    steps = within_reach(every, limit, wanted | chosen | done)
    gone = begun(kept, start)
    offered = takeable(steps, dropped, done, first_monday=start, begun=gone)
    ours = wanted & offered.keys()
    least = sum(offered[key].cost.value or 0.0 for key in before(offered, ours, done))
    over = limit.budget is not None and least > limit.budget
    return Ground(
        stand.gap[:TELLING],
        steps,
        Wishes(ours | chosen, dropped, done),
        replace(limit, budget=least) if over else limit,
        start,
        {key: weeks for key, weeks in gone.items() if key in ours},
        over,
        every,
        proven,
        failed,
    )


def _said(kept: KeptPlan | None) -> Callable[[StepState], frozenset[str]]:
    """The ids of steps that the learner said are so far."""
    return lambda state: kept.ids(state) if kept else frozenset()


def both(
    ground: Ground, time_limit: float = TIME_LIMIT, between: Callable[[], object] = lambda: None
) -> tuple[Way, Way]:
    """The cheapest way and the fastest; `between` is called while it looks. Errors as `cheapest` and `fastest`."""
    least, quick = cheapest_way(ground), fastest_way(ground, time_limit, between)
    if quick.ids == least.ids:
        least = replace(least, schedule=quick.schedule, plan=replace(least.plan, weeks=_known_weeks(quick.schedule)))
    if _is_quicker(least, quick, ground.limits):
        plan = replace(least.plan, aim="time", proven=False, bound=quick.plan.bound, looked_at=quick.plan.looked_at)
        quick = replace(quick, plan=plan, schedule=least.schedule)
    return least, quick


def cheapest_way(ground: Ground, kind: WayKind = "cheapest", around: LearningStep | None = None) -> Way:
    """The cheapest way, or the cheapest with the step that a way is built around."""
    wishes = ground.wishes
    found = cheapest(
        ground.gap,
        ground.steps,
        chosen=wishes.chosen | ({around.id} if around else frozenset()),
        dropped=wishes.dropped,
        done=wishes.done,
        budget=ground.limits.budget,
        pace=ground.limits.pace,
        begun=ground.begun,
        first_monday=ground.start,
    )
    laid_out = schedule(
        [one.step for one in found.steps],
        ground.limits.pace,
        ground.begun,
        first_monday=ground.start,
        done=wishes.done,
    )
    return _way(kind, replace(found, weeks=_known_weeks(laid_out)), laid_out, ground, around)


def most_way(ground: Ground) -> Way:
    """The way that teaches most of what is to learn, by weight, for the budget; then the cheapest such."""
    return cheapest_way(ground, "most")


def fastest_way(ground: Ground, time_limit: float = TIME_LIMIT, between: Callable[[], object] = lambda: None) -> Way:
    """The fastest way; `between` as in `both`."""
    found = fastest(
        ground.gap,
        ground.steps,
        pace=ground.limits.pace,
        wishes=ground.wishes,
        budget=ground.limits.budget,
        begun=ground.begun,
        first_monday=ground.start,
        time_limit=time_limit,
        between=between,
    )
    plan = replace(found.plan, weeks=_known_weeks(found.schedule))
    return _way("fastest", plan, found.schedule, ground)


def _way(kind: WayKind, plan: Plan, laid_out: Schedule, ground: Ground, around: LearningStep | None = None) -> Way:
    states: dict[str, StepState] = dict.fromkeys(ground.begun, "started")
    return Way(kind, plan, laid_out, ground.start, around, states=states)


def _known_weeks(laid_out: Schedule) -> float | None:
    return None if laid_out.untimed else laid_out.weeks


def _is_quicker(least: Way, quick: Way, limit: Limits) -> bool:
    """Whether the cheapest way covers all that the fastest found so far does, in fewer weeks, as far as they tell.

    Where hours a week are limited, weeks tell nothing while any hours are unknown.
    """
    covered = {concept for one in least.plan.steps for concept in one.covers}
    asked = {concept for one in quick.plan.steps for concept in one.covers}
    unknown = least.schedule.untimed or (limit.hours_a_week is not None and least.schedule.hours_unknown)
    return not unknown and asked <= covered and least.schedule.weeks < quick.schedule.weeks


def _every(session: Session, goal: str, kept: KeptPlan | None) -> tuple[LearningStep, ...]:
    """All steps at hand, and those of the plan that no list has any more."""
    known = steps_for(session, goal)
    ids = {one.id for one in known}
    return (*known, *(one.step for one in (kept.steps if kept else ()) if one.step.id not in ids))


def entries_of(session: Session, found: Plan) -> dict[str, CatalogEntry]:
    """The catalog's entries of the plan's steps, by step id: what a price pays for, and what must come before."""
    entries = {entry.step.id: entry for entry in session.catalog}
    return {one.step.id: entries[one.step.id] for one in found.steps if one.step.id in entries}
