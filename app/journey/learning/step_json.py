"""A learning step as plain JSON and back, as plans and lists of learning are kept and handed on."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any, get_args

from pathways.model import AnyOf, Figure, KnownBy, LearningStep, Offering

_TEXTS = ("place", "language", "schedule", "includes", "credential", "page", "source")
_KNOWN_BY: Mapping[str | None, KnownBy] = {one: one for one in get_args(KnownBy)}


def step_as_json(step: LearningStep) -> dict[str, Any]:
    """A step as JSON; days in ISO form."""
    told = asdict(step)
    offering = told["offering"]
    offering["starts"] = [day.isoformat() for day in step.offering.starts]
    offering["as_of"] = None if step.offering.as_of is None else step.offering.as_of.isoformat()
    return told


def step_from_json(step_id: str, told: Mapping[str, Any]) -> LearningStep:
    """A step as it was kept; what an older program did not keep is unknown."""
    cost, hours, weeks = (Figure(**(told.get(name) or {"value": None})) for name in ("cost", "hours", "weeks"))
    return LearningStep(
        id=step_id,
        name=str(told.get("name", step_id)),
        kind=told.get("kind", "course"),
        provider=told.get("provider"),
        cost=cost,
        hours=hours,
        weeks=weeks,
        teaches=tuple(told.get("teaches", ())),
        needs=tuple(told.get("needs", ())),
        cip=told.get("cip"),
        online=told.get("online"),
        known_by=_KNOWN_BY.get(told.get("known_by"), "cip_soc" if told.get("inferred") else "stated"),
        needs_any=tuple(AnyOf(int(one["count"]), tuple(one["steps"])) for one in told.get("needs_any", ())),
        offering=_offering(told.get("offering") or {}),
    )


def _offering(told: Mapping[str, Any]) -> Offering:
    texts = {name: told.get(name) for name in _TEXTS}
    starts = tuple(date.fromisoformat(day) for day in told.get("starts", ()))
    as_of = told.get("as_of")
    return Offering(**texts, starts=starts, as_of=None if as_of is None else date.fromisoformat(as_of))
