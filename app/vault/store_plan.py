"""The goal, the limits of the plan, and the steps chosen with how far each is."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from app.vault.store_settings import forget_setting, set_setting, setting
from app.vault.vault import Vault

StepState = Literal["chosen", "started", "done", "dropped"]


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


def choose_steps(vault: Vault, goal_code: str, steps: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
    """Make these (step id, step as JSON) the steps for a goal; a step chosen before keeps its state unless dropped."""
    sql = (
        "INSERT INTO plan_step (goal, step_id, position, step_json, state, changed_at) VALUES (?, ?, ?, ?, 'chosen', ?)"
        " ON CONFLICT (goal, step_id) DO UPDATE SET position = excluded.position, step_json = excluded.step_json"
    )
    with vault.writing() as database:
        before = {step.step_id: step for step in _steps(database.query(_ALL, [goal_code]))}
        chosen = dict(steps)
        for step_id, kept in before.items():
            if step_id not in chosen or kept.state == "dropped":
                database.execute("DELETE FROM plan_step WHERE goal = ? AND step_id = ?", [goal_code, step_id])
        for position, (step_id, step) in enumerate(chosen.items()):
            database.execute(sql, [goal_code, step_id, position, json.dumps(dict(step)), vault.now()])


def chosen_steps(vault: Vault, goal_code: str) -> tuple[ChosenStep, ...]:
    """The steps chosen for a goal, in the order of the plan."""
    with vault.reading() as database:
        return _steps(database.query(_ALL, [goal_code]))


def set_step_state(vault: Vault, goal_code: str, step_id: str, state: StepState) -> bool:
    """Say how far a step is; False where it was not chosen for that goal."""
    sql = "UPDATE plan_step SET state = ?, changed_at = ? WHERE goal = ? AND step_id = ?"
    with vault.writing() as database:
        return bool(database.execute(sql, [state, vault.now(), goal_code, step_id]).rowcount)


_ALL = "SELECT * FROM plan_step WHERE goal = ? ORDER BY position"


def _steps(rows: Iterable[dict[str, Any]]) -> tuple[ChosenStep, ...]:
    return tuple(
        ChosenStep(row["goal"], row["step_id"], json.loads(row["step_json"]), row["state"], row["changed_at"])
        for row in rows
    )
