"""Step 4, Plan: what is shown, partly shown, to learn and unknown, and the cheapest way to learn it."""

from dataclasses import dataclass, replace

from app.errors import PersonError
from app.journey.session import Session
from app.profile.skills import Profile
from app.vault import store_plan
from pathways.frameworks.catalog import CatalogEntry
from pathways.gaps import gap as gap_of
from pathways.model import GapItem, LearningStep, Needs, Plan
from pathways.plans.cheapest import cheapest
from pathways.plans.programs import programs
from pathways.requirements import requirements

TELLING = 24
"""How many of the needs that set a job apart people see first; the rest stand behind "more"."""


@dataclass(frozen=True)
class Standpoint:
    """Where the learner stands before a goal: what it needs, and how each need stands."""

    needs: Needs
    gap: tuple[GapItem, ...]

    def first(self, count: int) -> "Standpoint":
        """The same with only the needs that tell most."""
        return replace(self, gap=self.gap[:count])


def goal_code(session: Session, code: str | None) -> str:
    """The goal named, else the one kept; PersonError `no_goal` where there is none."""
    chosen = code or store_plan.goal(session.vault)
    if chosen is None:
        raise PersonError("no_goal")
    return chosen


def standpoint(session: Session, held: Profile, code: str) -> Standpoint:
    """How each thing the occupation needs stands for the learner."""
    needs = requirements(session.pack, code)
    return Standpoint(needs, gap_of(needs, held.held, held.guesses, session.pack))


def steps_for(session: Session, code: str) -> tuple[LearningStep, ...]:
    """Every learning step at hand for an occupation: the catalog, and programs of study through CIP–SOC."""
    return (*(entry.step for entry in session.catalog), *programs(session.pack, code))


def plan(
    session: Session, stand: Standpoint, *, chosen: frozenset[str] = frozenset(), budget: float | None = None
) -> Plan:
    """The cheapest steps that teach what sets the goal apart and is still missing or only partly there."""
    steps = steps_for(session, stand.needs.occupation.id)
    return cheapest(stand.gap[:TELLING], steps, chosen=chosen, budget=budget)


def entries_of(session: Session, found: Plan) -> dict[str, CatalogEntry]:
    """The catalog's entries of the plan's steps, by step id: what a price pays for, and what must come before."""
    entries = {entry.step.id: entry for entry in session.catalog}
    return {one.step.id: entries[one.step.id] for one in found.steps if one.step.id in entries}
