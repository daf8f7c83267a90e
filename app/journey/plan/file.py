"""A plan as a file to hand on, and back: its goal, steps, weeks, states, limits and what was filled in beside it.

Nothing of the learner's name, records or skills is in it. What comes in is a stranger's: its form is checked whole
(`assets/documents/plan.schema.json`) before anything of it is used, and its texts are cleaned.
"""

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from app.errors import PersonError
from app.journey.learning.step_json import step_as_json, step_from_json
from app.journey.plan.employment_plan import EmploymentPlan, checked, employment_as_json, employment_from_json
from app.journey.plan.ground import Way
from app.journey.plan.kept import KeptPlan, KeptStep
from app.journey.plan.limits import Limits
from app.places import asset
from app.records import json_text
from app.records.limits import Limits as Sizes
from app.records.text import is_identifier, one_line, paragraphs
from pathways.frameworks.reach import in_reach
from pathways.model import AnyOf
from pathways.plans.calendar import Slot
from pathways.plans.steps import among, firsts

if TYPE_CHECKING:
    from jsonschema_rs import Validator

FORMAT, VERSION = "pathfolio-plan", 1
SIZES = Sizes(file_bytes=2_000_000, depth=20, values=100_000)
ENDING = ".plan.json"
"""How the names of plan files end."""


@dataclass(frozen=True)
class PlanFile:
    """What a plan file holds: a plan as it is kept, the limits it was made under, and what was filled in beside it."""

    kept: KeptPlan
    limits: Limits
    notes: EmploymentPlan


def plan_file(plan: PlanFile, goal_name: str) -> bytes:
    """A plan as a file: UTF-8 JSON, the same bytes for the same plan."""
    kept = plan.kept
    told = {
        "format": FORMAT,
        "version": VERSION,
        "goal": {"code": kept.goal, "name": goal_name},
        "plan": {"kind": kept.kind, "start": kept.start.isoformat(), "weeks": kept.weeks, "cost": kept.cost},
        "steps": [_step_told(one) for one in kept.steps],
        "limits": {**asdict(plan.limits), "places": list(plan.limits.places), "languages": list(plan.limits.languages)},
        "notes": employment_as_json(plan.notes),
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def kept_of(way: Way, goal: str, today: date) -> KeptPlan:
    """A way as a plan that could be kept, steps that are over with it; `today` is when each step came in."""
    covers = {one.step.id: one.covers for one in way.plan.steps}
    done = {one.id for one in way.done}
    steps = tuple(
        KeptStep(
            one,
            "done" if one.id in done else way.states.get(one.id, "chosen"),
            covers.get(one.id, one.teaches),
            way.schedule.slot(one.id) or Slot(one.id, 0, None, None),
            today,
        )
        for one in way.in_turn
    )
    return KeptPlan(goal, way.kind, way.start, way.schedule.weeks, way.plan.cost, steps)


def read_plan_file(data: bytes) -> PlanFile:
    """A plan from a file's bytes.

    PersonError `plan_file_too_big`, `plan_file_other` (no plan file), `plan_file_newer`, `plan_file_bad` (with the
    `part` that is not as it must be), `plan_file_loop` (`steps` that wait for each other), and the `json_…` codes of
    `json_text.load`.
    """
    if len(data) > SIZES.file_bytes:
        raise PersonError("plan_file_too_big", limit=SIZES.file_bytes)
    told = json_text.load(data, SIZES)
    if not isinstance(told, Mapping) or told.get("format") != FORMAT:
        raise PersonError("plan_file_other")
    version = told.get("version")
    if isinstance(version, int) and version > VERSION:
        raise PersonError("plan_file_newer")
    wrong = next(_form().iter_errors(told), None)
    if wrong is not None:
        raise PersonError("plan_file_bad", part=one_line("/".join(map(str, wrong.instance_path)) or "plan"))
    try:
        found = PlanFile(_kept(told), _limits(told["limits"]), checked(employment_from_json(told["notes"])))
    except (ValueError, TypeError, KeyError, PersonError) as error:
        part = error.values.get("support", "notes") if isinstance(error, PersonError) else error
        raise PersonError("plan_file_bad", part=one_line(str(part))) from error
    _refuse_loop(found.kept)
    return found


def _refuse_loop(kept: KeptPlan) -> None:
    """PersonError `plan_file_loop` where steps wait for each other: no day would fit them.

    Judged as a calendar does, for all its steps and for those still ahead: a choice goes by what of it is there.
    """
    every, done = {one.step.id: one.step for one in kept.steps}, kept.ids("done")
    ahead = kept.ids("chosen", "started")
    for steps, over in ((every, frozenset[str]()), ({key: every[key] for key in ahead}, done)):
        waits = {key: [among(some, steps) for some in firsts(one, over)] for key, one in steps.items()}
        stuck = steps.keys() - set(in_reach(waits))
        if stuck:
            raise PersonError("plan_file_loop", steps=" → ".join(steps[one].name for one in _loop(waits, stuck)))


def _loop(waits: Mapping[str, Sequence[AnyOf]], stuck: Set[str]) -> tuple[str, ...]:
    """One loop among steps that no order reaches: each waits for the next, the first stands last again."""
    path = [min(stuck)]
    while path[-1] not in path[:-1]:
        unmet = (some for some in waits[path[-1]] if sum(one not in stuck for one in some.steps) < some.count)
        path.append(min(one for some in unmet for one in some.steps if one in stuck))
    return tuple(path[path.index(path[-1]) :])


@cache
def _form() -> "Validator":
    import jsonschema_rs

    return jsonschema_rs.validator_for(json.loads(asset("documents", "plan.schema.json").read_text("utf-8")))


def _step_told(one: KeptStep) -> dict[str, Any]:
    slot = {name: value for name, value in asdict(one.slot).items() if name != "step"}
    return {
        "step": step_as_json(one.step),
        "state": one.state,
        "covers": list(one.covers),
        "slot": slot,
        "changed_on": one.changed_on.isoformat(),
    }


def _kept(told: Mapping[str, Any]) -> KeptPlan:
    plan = told["plan"]
    start = date.fromisoformat(plan["start"])
    if start.weekday():
        raise ValueError("start")
    steps = tuple(_kept_step(one) for one in told["steps"])
    if len({one.step.id for one in steps}) < len(steps):
        raise ValueError("steps")
    return KeptPlan(told["goal"]["code"], plan["kind"], start, int(plan["weeks"]), float(plan["cost"]), steps)


def _kept_step(told: Mapping[str, Any]) -> KeptStep:
    raw, slot = told["step"], told["slot"]
    if not is_identifier(raw["id"]):
        raise ValueError("id")
    step = step_from_json(raw["id"], _clean(raw))
    weeks = None if slot["weeks"] is None else int(slot["weeks"])
    return KeptStep(
        step,
        told["state"],
        tuple(told["covers"]),
        Slot(step.id, int(slot["start"]), weeks, slot["hours_a_week"], slot["stretched"]),
        date.fromisoformat(told["changed_on"]),
    )


def _limits(told: Mapping[str, Any]) -> Limits:
    at_once = told["at_once"]
    return Limits(
        told["budget"],
        told["hours_a_week"],
        None if at_once is None else int(at_once),
        told["online_only"],
        tuple(filter(None, map(one_line, told["places"]))),
        tuple(filter(None, map(one_line, told["languages"]))),
    )


def _clean(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """The same with every text cleaned, keys aside: the form knows them all that count."""
    if isinstance(value, str):
        return paragraphs(value)
    if isinstance(value, Mapping):
        return {key: _clean(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_clean(inner) for inner in value]
    return value
