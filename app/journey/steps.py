"""The six guided steps as plain data: their order, how far each is, what each needs first, and the way back.

Nothing is locked: a person may look ahead. A step whose need is absent says what comes first and where to mend it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Step = Literal["records", "skills", "goal", "plan", "apply", "after"]

STEPS: tuple[Step, ...] = ("records", "skills", "goal", "plan", "apply", "after")


@dataclass(frozen=True)
class Progress:
    """How far a learner is, in numbers; 0, None or empty is what nobody did or said yet.

    `found` counts the things that records say, each once, `own` the own words; `looked_at` is how many both were when
    the Skills page was last shown, None before that. `plan_kind` is "cheapest" or "fastest", `week` the week of `weeks`
    that today is in. `ready` is an application that waits to be signed.
    """

    records: int = 0
    found: int = 0
    own: int = 0
    looked_at: int | None = None
    agreed: int = 0
    open: int = 0
    compared: int = 0
    goal: str | None = None
    plans: int = 0
    steps: int = 0
    steps_begun: int = 0
    steps_done: int = 0
    plan_kind: str | None = None
    weeks: float | None = None
    week: int | None = None
    ready: bool = False
    sent: int = 0
    waiting: int = 0
    interviews: int = 0
    visited: frozenset[Step] = frozenset()


@dataclass(frozen=True)
class State:
    """How far a step is: a code of `app.wording.steps`, and the values of its sentence."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class First:
    """What a step needs first: a code of `app.wording.steps`, and the step that mends it."""

    code: str
    mend: Step


@dataclass(frozen=True)
class StepInRail:
    """One step as the rail draws it; `first` is None where all it needs is there."""

    step: Step
    number: int
    state: State
    current: bool
    visited: bool
    first: First | None


def rail(progress: Progress, current: Step) -> tuple[StepInRail, ...]:
    """All six steps, seen from the one that is shown."""
    return tuple(
        StepInRail(
            step,
            number,
            state_of(step, progress, current),
            step == current,
            step in progress.visited,
            first_for(step, progress),
        )
        for number, step in enumerate(STEPS, start=1)
    )


def back_of(step: Step) -> Step | None:
    """The step before; None before the first."""
    place = STEPS.index(step)
    return STEPS[place - 1] if place else None


def is_done(step: Step, progress: Progress) -> bool:
    """Whether a step has given what those after it build on."""
    return {
        "records": progress.records > 0,
        "skills": progress.agreed > 0,
        "goal": progress.goal is not None,
        "plan": progress.steps > 0,
        "apply": progress.sent > 0,
        "after": progress.sent > 0 and not progress.waiting,
    }[step]


def first_for(step: Step, progress: Progress) -> First | None:
    """What must come before a step is of use; None where it can be worked on."""
    if step == "skills" and not (progress.records or progress.own):
        return First("records_first", "records")
    if step == "goal" and not is_done("skills", progress):
        return First("skills_first", "skills")
    if step == "plan" and not is_done("goal", progress):
        return First("goal_first", "goal")
    if step == "apply" and not is_done("skills", progress):
        return First("nothing_to_show", "skills" if progress.records or progress.own else "records")
    if step == "after" and not is_done("apply", progress):
        return First("nothing_sent", "apply")
    return None


def resume(progress: Progress) -> Step:
    """The step to open on: the first that is not done, else the last."""
    return next((step for step in STEPS if not is_done(step, progress)), STEPS[-1])


def state_of(step: Step, progress: Progress, current: Step) -> State:
    """How far a step is, as the rail says it while `current` is shown."""
    state = _STATES[step](progress, current)
    if state is not None:
        return state
    if step == current:
        return State("here")
    before = back_of(step)
    if step != "after" and before == current and is_done(current, progress):
        return State("next")
    return State("after_none" if step == "after" else "not_started")


def _records(progress: Progress, current: Step) -> State | None:
    if not progress.records:
        return State("records_none")
    return State("records_count" if current == "records" else "records_done", {"number": progress.records})


def _skills(progress: Progress, _current: Step) -> State | None:
    said = progress.found + progress.own
    if not said:
        return None
    if progress.looked_at is None:  # as many as the Records page says it found
        return State("skills_to_look_at", {"number": progress.found or progress.own})
    if said > progress.looked_at:
        return State("skills_to_look_at", {"number": said - progress.looked_at})
    if said < progress.looked_at:
        return State("skills_changed")
    return State("skills_agreed", {"agreed": progress.agreed, "open": progress.open})


def _goal(progress: Progress, current: Step) -> State | None:
    if progress.compared and (current == "goal" or progress.goal is None):
        return State("goal_compared", {"number": progress.compared})
    return None if progress.goal is None else State("goal_chosen", {"name": progress.goal})


def _plan(progress: Progress, _current: Step) -> State | None:
    if progress.goal is not None and progress.steps:
        return _chosen(progress)
    return State("plan_ready", {"number": progress.plans}) if progress.goal and progress.plans else None


def _chosen(progress: Progress) -> State:
    if progress.steps_done == progress.steps:
        return State("plan_done", {"number": progress.steps})
    if progress.week is not None and progress.weeks is not None:
        return State("plan_week", {"week": progress.week, "weeks": progress.weeks})
    if progress.steps_begun:
        return State("plan_begun", {"done": progress.steps_done, "number": progress.steps})
    if progress.plan_kind is not None and progress.weeks is not None:
        return State(f"plan_{progress.plan_kind}", {"weeks": progress.weeks})
    return State("plan_chosen", {"number": progress.steps})


def _apply(progress: Progress, current: Step) -> State | None:
    if progress.ready and (current == "apply" or not progress.sent):
        return State("apply_ready")
    return State("apply_sent", {"number": progress.sent}) if progress.sent else None


def _after(progress: Progress, _current: Step) -> State | None:
    if not progress.sent:
        return State("after_none")
    if not (progress.waiting or progress.interviews):
        return State("after_answered")
    return State("after_sent", {"waiting": progress.waiting, "interviews": progress.interviews})


_STATES = {"records": _records, "skills": _skills, "goal": _goal, "plan": _plan, "apply": _apply, "after": _after}
