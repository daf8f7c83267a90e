"""The plan the learner chose: kept with its weeks, each step started, done or dropped, and every change undone."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from app.journey.learning.step_json import step_as_json, step_from_json
from app.journey.session import Session
from app.vault import store_plan
from app.vault.store_plan import ChosenStep
from pathways.errors import PathwaysError
from pathways.model import LearningStep, Plan
from pathways.plans.calendar import Schedule, Slot

StepState = store_plan.StepState
WEEK = timedelta(weeks=1)
FRIDAY = 4


@dataclass(frozen=True)
class KeptStep:
    """A step of the plan chosen, as it was then: what it is for (concept ids), when it runs, how far it is."""

    step: LearningStep
    state: StepState
    covers: tuple[str, ...]
    slot: Slot
    changed_on: date


@dataclass(frozen=True)
class KeptPlan:
    """The plan chosen for a goal: its kind, the Monday it begins, its steps in order (dropped ones, too).

    `weeks` is its length on the calendar, as far as known when it was chosen; `cost` in dollars likewise.
    """

    goal: str
    kind: str
    start: date
    weeks: int
    cost: float
    steps: tuple[KeptStep, ...]

    def ids(self, *states: StepState) -> frozenset[str]:
        """Ids of the steps in these states."""
        return frozenset(one.step.id for one in self.steps if one.state in states)

    @property
    def ready(self) -> date:
        """The Friday by which all is over."""
        return ready_on(self.start, self.weeks)


@dataclass(frozen=True)
class Week:
    """Where today stands in a plan: week `number` of `weeks`; 0 before it begins, more than `weeks` once it is over."""

    number: int
    weeks: int
    start: date


@dataclass(frozen=True)
class Snapshot:
    """A plan as it was, to put back."""

    goal: str
    made: Mapping[str, Any]
    steps: tuple[ChosenStep, ...]


def next_monday(session: Session) -> date:
    """The Monday that follows today: nobody starts a course on the day they plan it."""
    today = session.clock().date()
    return today + timedelta(days=7 - today.weekday())


def ready_on(start: date, weeks: int) -> date:
    """The Friday of the last week; the day itself where nothing is to be done."""
    return start + (weeks - 1) * WEEK + timedelta(days=FRIDAY) if weeks else start


def kept_plan(session: Session, goal: str) -> KeptPlan | None:
    """The plan chosen for a goal; None where none was."""
    made, rows = store_plan.plan(session.vault, goal), store_plan.chosen_steps(session.vault, goal)
    if not rows or "start" not in made:
        return None
    steps = tuple(_kept_step(row) for row in rows)
    start = date.fromisoformat(made["start"])
    return KeptPlan(goal, str(made["kind"]), start, int(made["weeks"]), float(made["cost"]), steps)


def choose_plan(session: Session, goal: str, kind: str, plan: Plan, schedule: Schedule, start: date) -> Snapshot:
    """Keep a plan as the learner's, with its weeks from `start` (a Monday) on; returns what was before, to undo.

    Steps started, done or dropped before stay so; a dropped step that is in the plan is chosen again.
    """
    before = snapshot(session, goal)
    covers = {one.step.id: one.covers for one in plan.steps}
    steps = {one.step.id: one.step for one in plan.steps}
    rows = [(one.step, row_of(steps[one.step], covers[one.step], one)) for one in schedule.slots]
    made = {"kind": kind, "start": start.isoformat(), "weeks": schedule.weeks, "cost": plan.cost}
    with session.vault.writing():
        store_plan.choose_steps(session.vault, goal, rows)
        store_plan.set_plan(session.vault, goal, made)
    return before


def snapshot(session: Session, goal: str) -> Snapshot:
    """The plan for a goal as it is now."""
    return Snapshot(goal, store_plan.plan(session.vault, goal), store_plan.chosen_steps(session.vault, goal))


def put_back(session: Session, before: Snapshot) -> None:
    """Make a plan what it was."""
    with session.vault.writing():
        store_plan.put_steps(session.vault, before.goal, before.steps)
        store_plan.set_plan(session.vault, before.goal, dict(before.made) or None)


def mark_step(session: Session, goal: str, step_id: str, state: StepState) -> Snapshot:
    """Say how far a step of the plan is ("chosen" takes it back); returns what was before, to undo.

    A step that is done shows no skill by that: a record does. PathwaysError `step_unknown`.
    """
    before = snapshot(session, goal)
    if not store_plan.set_step_state(session.vault, goal, step_id, state):
        raise PathwaysError("step_unknown", step=step_id)
    return before


def want_step(session: Session, goal: str, step_id: str, *, wanted: bool) -> None:
    """Take a step into every plan for a goal, also one whose price or length is unknown; or no longer."""
    known = store_plan.wanted(session.vault, goal)
    store_plan.set_wanted(session.vault, goal, known | {step_id} if wanted else known - {step_id})


def week_of(kept: KeptPlan, today: date) -> Week:
    """Where today stands in the plan."""
    return Week(max(0, (today - kept.start).days // 7 + 1), kept.weeks, kept.start)


def late_steps(kept: KeptPlan, today: date) -> tuple[KeptStep, ...]:
    """Steps that should be over by today and are not said to be."""
    open_now = (one for one in kept.steps if one.state in ("chosen", "started"))
    return tuple(one for one in open_now if kept.start + (one.slot.start + (one.slot.weeks or 0)) * WEEK <= today)


def begun(kept: KeptPlan | None, start: date) -> dict[str, int]:
    """Whole weeks from the day each started step was begun until a plan's first Monday, by step id."""
    started = () if kept is None else (one for one in kept.steps if one.state == "started")
    return {one.step.id: max(0, (start - one.changed_on).days // 7) for one in started}


def row_of(step: LearningStep, covers: tuple[str, ...], slot: Slot) -> dict[str, Any]:
    """A step of the plan as the vault keeps it: as it was when chosen, what it is for, when it runs."""
    return {"step": step_as_json(step), "covers": list(covers), "slot": asdict(slot)}


def _kept_step(row: ChosenStep) -> KeptStep:
    told = row.step
    slot = Slot(**told["slot"]) if "slot" in told else Slot(row.step_id, 0, None, None)
    changed = datetime.fromisoformat(row.changed_at).date()
    return KeptStep(
        step_from_json(row.step_id, told.get("step", told)), row.state, tuple(told.get("covers", ())), slot, changed
    )
