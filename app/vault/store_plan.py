"""The goal, the limits of the plan, what was said of steps, the plan made, and its steps with how far each is."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from app.vault.store_settings import forget_setting, set_setting, setting
from app.vault.vault import Vault

StepState = Literal["chosen", "started", "done", "dropped", "failed"]


@dataclass(frozen=True)
class ChosenStep:
    """A learning step of the plan for a goal, as it was when chosen (`step`, plain JSON), and its state."""

    goal: str
    step_id: str
    step: Mapping[str, Any]
    state: StepState
    changed_at: str


def set_goal(vault: Vault, code: str | None) -> None:
    """Set the goal, an O*NET-SOC code; None for no goal. Steps chosen for another goal are kept with it."""
    if code is None:
        forget_setting(vault, "goal")
    else:
        set_setting(vault, "goal", code)


def goal(vault: Vault) -> str | None:
    """The goal, an O*NET-SOC code, or None."""
    code = setting(vault, "goal")
    return None if code is None else str(code)


def set_limits(vault: Vault, limits: Mapping[str, Any]) -> None:
    """Keep what the plan must respect (budget, hours a week, ...): plain JSON."""
    set_setting(vault, "limits", dict(limits))


def limits(vault: Vault) -> dict[str, Any]:
    """What the plan must respect; empty where nothing was said."""
    return dict(setting(vault, "limits") or {})


def set_plan(vault: Vault, goal_code: str, made: Mapping[str, Any] | None) -> None:
    """Keep what is true of the whole plan for a goal (its kind, when it begins, ...): plain JSON; None forgets it."""
    if made is None:
        forget_setting(vault, f"plan:{goal_code}")
    else:
        set_setting(vault, f"plan:{goal_code}", dict(made))


def plan(vault: Vault, goal_code: str) -> dict[str, Any]:
    """What is true of the whole plan for a goal; empty where none was chosen."""
    return dict(setting(vault, f"plan:{goal_code}") or {})


def set_employment(vault: Vault, goal_code: str, notes: Mapping[str, Any] | None) -> None:
    """Keep what a counselor and the learner filled in beside the plan for a goal: plain JSON; None forgets it."""
    if notes is None:
        forget_setting(vault, f"employment:{goal_code}")
    else:
        set_setting(vault, f"employment:{goal_code}", dict(notes))


def employment(vault: Vault, goal_code: str) -> dict[str, Any]:
    """What was filled in beside the plan for a goal; empty where nothing was."""
    return dict(setting(vault, f"employment:{goal_code}") or {})


def set_wanted(vault: Vault, goal_code: str, step_ids: Iterable[str]) -> None:
    """Keep which steps the learner wants in any plan for a goal."""
    set_setting(vault, f"wanted:{goal_code}", sorted(step_ids))


def wanted(vault: Vault, goal_code: str) -> frozenset[str]:
    """Ids of the steps the learner wants in any plan for a goal."""
    return frozenset(setting(vault, f"wanted:{goal_code}") or ())


def choose_steps(vault: Vault, goal_code: str, steps: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
    """Make these (step id, step as JSON) the steps for a goal, in place of those chosen before.

    What is started, done or dropped stays as it is; a dropped or failed step that is among them is chosen again.
    """
    insert = (
        "INSERT INTO plan_step (goal, step_id, position, step_json, state, changed_at) VALUES (?, ?, ?, ?, 'chosen', ?)"
        " ON CONFLICT (goal, step_id) DO UPDATE SET position = excluded.position, step_json = excluded.step_json"
    )
    with vault.writing() as database:
        chosen = dict(steps)
        for kept in _steps(database.query(_ALL, [goal_code])):
            if _goes(kept.state, again=kept.step_id in chosen):
                database.execute("DELETE FROM plan_step WHERE goal = ? AND step_id = ?", [goal_code, kept.step_id])
        for position, (step_id, step) in enumerate(chosen.items()):
            database.execute(insert, [goal_code, step_id, position, json.dumps(dict(step)), vault.now()])


def _goes(state: StepState, *, again: bool) -> bool:
    """Whether a step kept before makes way: one dropped for being chosen again, one chosen for not being so."""
    return again if state in ("dropped", "failed") else state == "chosen" and not again


def put_steps(vault: Vault, goal_code: str, steps: Iterable[ChosenStep]) -> None:
    """Put the steps for a goal back as they were, states and all."""
    sql = "INSERT INTO plan_step (goal, step_id, position, step_json, state, changed_at) VALUES (?, ?, ?, ?, ?, ?)"
    with vault.writing() as database:
        database.execute("DELETE FROM plan_step WHERE goal = ?", [goal_code])
        for place, one in enumerate(steps):
            row = [goal_code, one.step_id, place, json.dumps(dict(one.step)), one.state, one.changed_at]
            database.execute(sql, row)


def chosen_steps(vault: Vault, goal_code: str) -> tuple[ChosenStep, ...]:
    """The steps chosen for a goal, in the order of the plan."""
    with vault.reading() as database:
        return _steps(database.query(_ALL, [goal_code]))


def set_step_state(vault: Vault, goal_code: str, step_id: str, state: StepState) -> bool:
    """Say how far a step is; False where it was not chosen for that goal."""
    sql = "UPDATE plan_step SET state = ?, changed_at = ? WHERE goal = ? AND step_id = ?"
    with vault.writing() as database:
        return bool(database.execute(sql, [state, vault.now(), goal_code, step_id]).rowcount)


_ALL = "SELECT * FROM plan_step WHERE goal = ? ORDER BY position, id"


def _steps(rows: Iterable[dict[str, Any]]) -> tuple[ChosenStep, ...]:
    return tuple(
        ChosenStep(row["goal"], row["step_id"], json.loads(row["step_json"]), row["state"], row["changed_at"])
        for row in rows
    )
