"""A plan as JSON, for other programs."""

from collections.abc import Mapping

from app.journey.kept_plan import ready_on
from app.journey.limits import Limits
from app.journey.plan import Standpoint, Way
from pathways.frameworks.catalog import CatalogEntry
from pathways.model import PlannedStep


def plan_json(stand: Standpoint, way: Way, entries: Mapping[str, CatalogEntry]) -> dict[str, object]:
    """The plan as JSON; costs in U.S. dollars, null where not known; `pays_for` is null where nobody told."""
    found = way.plan
    return {
        "goal": {"code": stand.needs.occupation.id, "name": stand.needs.occupation.name},
        "steps": [step_json(one, way, entries.get(one.step.id)) for one in found.steps],
        **total_json(way),
        "unpriced": [step.id for step in found.unpriced],
        "untimed": list(way.schedule.untimed),
        "uncovered": list(found.uncovered),
        "only_unpriced": list(found.only_unpriced),
        "only_untimed": list(found.only_untimed),
        "beyond_budget": list(found.beyond_budget),
    }


def total_json(way: Way) -> dict[str, object]:
    """A plan's figures as JSON: dollars, hours, calendar weeks, hours in the fullest week, first and last day."""
    found, ready = way.plan, ready_on(way.start, way.schedule.weeks)
    return {
        "aim": found.aim,
        "cost": found.cost,
        "hours": found.hours,
        "weeks": found.weeks,
        "peak_hours": round(way.schedule.peak_hours, 2),
        "starts": way.start.isoformat(),
        "ready": None if way.schedule.untimed else ready.isoformat(),
        "proven": found.proven,
        "bound": found.bound,
        "looked_at": found.looked_at,
    }


def limits_json(limit: Limits) -> dict[str, object]:
    """The limits as JSON; null is no limit."""
    return {
        "budget": limit.budget,
        "hours_a_week": limit.hours_a_week,
        "at_once": limit.at_once,
        "online_only": limit.online_only,
    }


def step_json(one: PlannedStep, way: Way, entry: CatalogEntry | None) -> dict[str, object]:
    """A planned step as JSON, each figure with where and when it was seen."""
    step, slot = one.step, way.schedule.slot(one.step.id)
    figures = {"cost": step.cost, "hours": step.hours, "weeks": step.weeks}
    return {
        "id": step.id,
        "name": step.name,
        "kind": step.kind,
        "provider": step.provider,
        "covers": list(one.covers),
        "inferred": step.inferred,
        "pays_for": entry.covers if entry else None,
        "before": list(entry.before) if entry else [],
        "first_week": slot.start + 1 if slot else None,
        "last_week": slot.start + slot.weeks if slot and slot.weeks else None,
        **{name: {"value": f.value, "seen_at": f.seen_at, "year": f.year} for name, f in figures.items()},
    }
