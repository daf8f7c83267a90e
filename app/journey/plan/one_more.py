"""Which one step more leads to the most careers close to the goal, by what the catalog says a step leads to."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.journey.session import Session
from pathways.model import Concept, LearningStep
from pathways.pack.occupations import related
from pathways.plans.steps import before


@dataclass(frozen=True)
class OneMore:
    """A step beside the plan, the close careers it also leads to, and its price with all that must come first."""

    step: LearningStep
    careers: tuple[Concept, ...]
    cost: float
    first: tuple[LearningStep, ...] = ()


def one_more(
    session: Session,
    goal: str,
    planned: frozenset[str],
    offered: Mapping[str, LearningStep],
    done: frozenset[str] = frozenset(),
) -> OneMore | None:
    """The step that also leads to the most careers close to the goal, then the cheapest; None where none does.

    "Leads to" is what the catalog states for each step, "close" O*NET's related occupations: nothing is guessed. Of the
    steps `offered`, by id, only those count whose price, and that of all that must come first, is known; what is `done`
    need not come first again.
    """
    close = {one.occupation.id: one.occupation for one in related(session.pack, goal)}
    reached = {code for entry in session.catalog if entry.step.id in planned for code in entry.leads_to}
    new = close.keys() - reached
    found = [
        _made(offered, entry.step.id, planned, done, tuple(close[code] for code in entry.leads_to if code in new))
        for entry in session.catalog
        if new.intersection(entry.leads_to) and entry.step.id in offered and entry.step.id not in planned
    ]
    priced = [one for one in found if all(step.cost.value is not None for step in (one.step, *one.first))]
    return min(priced, key=lambda one: (-len(one.careers), one.cost, one.step.id), default=None)


def _made(
    offered: Mapping[str, LearningStep],
    key: str,
    planned: frozenset[str],
    done: frozenset[str],
    careers: tuple[Concept, ...],
) -> OneMore:
    first = tuple(offered[one] for one in sorted(before(offered, {key}, done) - planned - {key}))
    step = offered[key]
    return OneMore(step, careers, sum(one.cost.value or 0.0 for one in (step, *first)), first)
