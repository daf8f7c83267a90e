"""Handing a plan on as a file, and taking one in as the plan kept; what was there before can be put back."""

from dataclasses import dataclass
from pathlib import Path

from app.errors import PersonError
from app.journey.goal.aim import set_goal
from app.journey.plan.employment_plan import EmploymentPlan, employment_plan, set_employment_plan
from app.journey.plan.file import SIZES, PlanFile, kept_of, plan_file, read_plan_file
from app.journey.plan.ground import Standpoint, Way
from app.journey.plan.kept import KeptPlan, KeptStep, Snapshot, put_back, row_of, snapshot
from app.journey.plan.limits import Limits, limits, limits_said, set_limits
from app.journey.session import Session
from app.vault import store_plan
from app.vault.store_plan import ChosenStep


@dataclass(frozen=True)
class Before:
    """What was there before a plan file was taken in: `limits` None where the learner had said none."""

    plan: Snapshot
    goal: str | None
    limits: Limits | None
    notes: EmploymentPlan


def handed_on(session: Session, stand: Standpoint, way: Way, kept: KeptPlan | None = None) -> bytes:
    """A way as a plan file; where it is the plan `kept`, with steps dropped or not passed, too.

    PersonError `plan_empty` where there is no step in it.
    """
    goal = stand.needs.occupation
    whole = kept if kept is not None and way.kept else kept_of(way, goal.id, session.clock().date())
    if not whole.steps:
        raise PersonError("plan_empty")
    return plan_file(PlanFile(whole, limits(session), employment_plan(session, goal.id)), goal.name)


def read_plan_from(path: Path) -> PlanFile:
    """A plan from a file on disk. PersonError `file_not_found`, and as `read_plan_file`."""
    try:
        with path.open("rb") as file:
            data = file.read(SIZES.file_bytes + 1)
    except OSError as error:
        raise PersonError("file_not_found", file=str(path)) from error
    return read_plan_file(data)


def take_in(session: Session, plan: PlanFile) -> Before:
    """Make a plan from a file the plan kept, its goal the goal, its limits and notes the learner's; all or nothing.

    PathwaysError `occupation_unknown`; PersonError as `set_limits`, `set_employment_plan`.
    """
    kept = plan.kept
    before = Before(
        snapshot(session, kept.goal),
        store_plan.goal(session.vault),
        limits(session) if limits_said(session) else None,
        employment_plan(session, kept.goal),
    )
    made = {"kind": kept.kind, "start": kept.start.isoformat(), "weeks": kept.weeks, "cost": kept.cost}
    with session.vault.writing():
        set_goal(session, kept.goal)
        set_limits(session, plan.limits)
        set_employment_plan(session, kept.goal, plan.notes)
        store_plan.put_steps(session.vault, kept.goal, [_row(kept.goal, one) for one in kept.steps])
        store_plan.set_plan(session.vault, kept.goal, made)
    return before


def take_back(session: Session, before: Before) -> None:
    """Make everything what it was before a plan file was taken in."""
    with session.vault.writing():
        put_back(session, before.plan)
        set_employment_plan(session, before.plan.goal, before.notes)
        set_limits(session, before.limits)
        store_plan.set_goal(session.vault, before.goal)


def _row(goal: str, one: KeptStep) -> ChosenStep:
    return ChosenStep(
        goal,
        one.step.id,
        row_of(one.step, one.covers, one.slot),
        one.state,
        f"{one.changed_on.isoformat()}T00:00:00+00:00",
    )
