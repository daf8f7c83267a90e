"""Making a plan again: the way of a kind on the ground of today, and what that changes in the plan kept."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from app.journey.plan.ground import Ground, Standpoint, Way, WayKind, cheapest_way, fastest_way, most_way
from app.journey.plan.kept import WEEK, KeptPlan, Snapshot, choose_plan, ready_on
from app.journey.plan.ways import at_work, by_program, kept_way
from app.journey.session import Session
from pathways.errors import PathwaysError
from pathways.model import LearningStep
from pathways.plans.exact import schedule
from pathways.plans.fastest import TIME_LIMIT


@dataclass(frozen=True)
class Moved:
    """A step that begins on another Monday than the plan kept says."""

    step: LearningStep
    before: date
    after: date


@dataclass(frozen=True)
class PlanChanges:
    """What another plan would change in the plan kept, of the steps that are still ahead.

    `fixed` are steps that stay in any case: started, or wanted. `ready` is the Friday by which all is over, before and
    after; None where nobody knows. `done` are steps over by now.
    """

    fixed: tuple[LearningStep, ...]
    done: tuple[LearningStep, ...]
    added: tuple[LearningStep, ...]
    removed: tuple[LearningStep, ...]
    moved: tuple[Moved, ...]
    cost: tuple[float, float]
    ready: tuple[date | None, date | None]

    @property
    def nothing(self) -> bool:
        """Whether all stays as it is."""
        return not (self.added or self.removed or self.moved)


def way_of_kind(
    session: Session,
    stand: Standpoint,
    ground: Ground,
    kind: WayKind,
    *,
    time_limit: float = TIME_LIMIT,
    between: Callable[[], object] = lambda: None,
) -> Way:
    """The way of a kind, found anew; the cheapest where there is none of it any more."""
    found: tuple[Way, ...] = ()
    if kind == "fastest":
        return fastest_way(ground, time_limit, between)
    if kind == "most":
        return most_way(ground)
    if kind == "work":
        found = at_work(ground)
    elif kind == "program":
        found = by_program(session, ground, stand)
    return found[0] if found else cheapest_way(ground)


def kind_of(kept: KeptPlan | None) -> WayKind:
    """The kind of a plan kept, as a plan made again will be; the cheapest where none is."""
    kinds: dict[str, WayKind] = {"fastest": "fastest", "most": "most", "work": "work", "program": "program"}
    return kinds.get(kept.kind, "cheapest") if kept else "cheapest"


def from_now_on(ground: Ground, kept: KeptPlan) -> Way:
    """What is left of the plan kept, laid out anew from the ground's first Monday.

    Where the days its steps start on no longer allow that, it stays with its weeks as they were kept.
    """
    way = kept_way(kept)
    begun = {key: gone for key, gone in ground.begun.items() if key in way.ids}
    try:
        laid = schedule(way.steps, ground.limits.pace, begun, first_monday=ground.start, done=ground.wishes.done)
    except PathwaysError as error:
        if error.code != "starts_clash":
            raise
        return way
    return replace(way, schedule=laid, start=ground.start)


def changed(ground: Ground, kept: KeptPlan, way: Way) -> PlanChanges:
    """What taking a way in place of the plan kept would change."""
    now = kept_way(kept)
    begins = {one.step: kept.start + one.start * WEEK for one in now.schedule.slots}
    starts = {one.step: way.start + one.start * WEEK for one in way.schedule.slots}
    both = [one for one in way.steps if one.id in now.ids and one.id in begins]
    started = kept.ids("started")
    return PlanChanges(
        tuple(one for one in way.steps if one.id in ground.wishes.chosen),
        now.done,
        tuple(one for one in way.steps if one.id not in now.ids),
        tuple(one for one in now.steps if one.id not in way.ids),
        tuple(
            Moved(one, begins[one.id], starts[one.id])
            for one in both
            if one.id not in started and begins[one.id] != starts[one.id]
        ),
        (now.plan.cost, way.plan.cost),
        (_ready(now, kept.start), _ready(way, way.start)),
    )


def take(session: Session, stand: Standpoint, way: Way) -> Snapshot:
    """Keep a way as the learner's plan; returns what was before, to undo."""
    return choose_plan(session, stand.needs.occupation.id, way.kind, way.plan, way.schedule, way.start)


def _ready(way: Way, start: date) -> date | None:
    return None if way.schedule.untimed else ready_on(start, way.schedule.weeks)
