"""A plan as JSON, for other programs."""

from collections.abc import Iterable, Mapping

from app.journey.plan.by_week import waits
from app.journey.plan.difference import Difference
from app.journey.plan.ground import Standpoint, Way
from app.journey.plan.kept import ready_on
from app.journey.plan.limits import Limits
from app.journey.plan.made_again import PlanChanges
from app.journey.plan.nearest import Nearest
from app.journey.plan.one_more import OneMore
from pathways.frameworks.catalog import CatalogEntry
from pathways.model import LearningStep, PlannedStep


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
        "clashing": list(found.clashing),
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
        "above_best": 0.0 if found.proven else round(max(0.0, _measure(way) - found.bound), 2),
    }


def _measure(way: Way) -> float:
    """What a plan's bound speaks of: its dollars, or its weeks as far as known."""
    return way.schedule.weeks if way.plan.aim == "time" else way.plan.cost


def difference_json(found: Difference) -> dict[str, object]:
    """What one plan has over another as JSON: dollars, weeks, ids of steps and needs; `sure` if both are proven."""
    return {
        "cost": found.cost,
        "weeks": found.weeks,
        "added": _ids(found.added),
        "removed": _ids(found.removed),
        "gained": list(found.gained),
        "lost": list(found.lost),
        "unpriced": _ids(found.unpriced),
        "untimed": _ids(found.untimed),
        "unpriced_gone": _ids(found.unpriced_gone),
        "untimed_gone": _ids(found.untimed_gone),
        "sure": found.sure,
    }


def nearest_json(one: Nearest) -> dict[str, object]:
    """A plan that lets go of one thing as JSON: what it lets go of, its figures and steps, what it has over the one."""
    return {
        "dropped": one.dropped,
        **total_json(one.way),
        "steps": _ids(one.way.steps),
        "difference": difference_json(one.difference),
    }


def changes_json(found: PlanChanges) -> dict[str, object]:
    """What making the plan again changes as JSON; each pair is before and after."""
    return {
        "fixed": _ids(found.fixed),
        "done": _ids(found.done),
        "added": _ids(found.added),
        "removed": _ids(found.removed),
        "moved": [
            {"step": one.step.id, "before": one.before.isoformat(), "after": one.after.isoformat()}
            for one in found.moved
        ],
        "cost": list(found.cost),
        "ready": [day and day.isoformat() for day in found.ready],
    }


def one_more_json(found: OneMore | None) -> dict[str, object] | None:
    """The step more that opens the most careers, as JSON; its price is that of all that must come first, too."""
    if found is None:
        return None
    careers = [{"code": one.id, "name": one.name} for one in found.careers]
    return {"step": found.step.id, "name": found.step.name, "cost": found.cost, "leads_to": careers}


def _ids(steps: Iterable[LearningStep]) -> list[str]:
    return [one.id for one in steps]


def limits_json(limit: Limits) -> dict[str, object]:
    """The limits as JSON; null is no limit."""
    return {
        "budget": limit.budget,
        "hours_a_week": limit.hours_a_week,
        "at_once": limit.at_once,
        "online_only": limit.online_only,
        "places": list(limit.places),
        "languages": list(limit.languages),
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
        "needed_before": [other.id for other in way.steps if waits(other, step.id)],
        "state": way.states.get(step.id, "chosen"),
        "place": step.offering.place,
        "language": step.offering.language,
        "first_week": slot.start + 1 if slot else None,
        "last_week": slot.start + slot.weeks if slot and slot.weeks else None,
        **{name: {"value": f.value, "seen_at": f.seen_at, "year": f.year} for name, f in figures.items()},
    }
