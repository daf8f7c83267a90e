"""Which skill usually comes before which ("Mathematics usually before Programming"), computed from who needs both.

One comes before another where nearly every occupation that needs the other needs it too, few that need it need the
other, and they stand together more often than by chance. That is how jobs are made up, not proof that one must be
learned first: it orders advice, and never keeps anybody from a step.
"""

from dataclasses import dataclass

import numpy as np

from pathways.model import Concept
from pathways.pack.ratings import ratings
from pathways.pack.store import Pack, keep

NEEDED = 3.0
"""Importance (1–5) from which an occupation needs a skill or some knowledge."""
FIRST_GIVEN_THEN = 0.85
THEN_GIVEN_FIRST = 0.30
LIFT = 1.3
"""At least P(first | then), at most P(then | first), and more than this often together as by chance."""


@dataclass(frozen=True)
class Before:
    """`first` usually comes before `then`: P(first | then), P(then | first), lift, how many occupations need both."""

    first: Concept
    then: Concept
    given_then: float
    given_first: float
    lift: float
    both: int


def skill_order(pack: Pack) -> tuple[Before, ...]:
    """Every pair of O*NET's skills and knowledge in order, surest first, ties by name."""
    return keep(pack, "graph.order", lambda: _order(pack))


def usually_before(pack: Pack, concept: str) -> tuple[Concept, ...]:
    """What usually comes before a skill or some knowledge, surest first; nothing for concepts that nobody rates."""
    return tuple(one.first for one in skill_order(pack) if one.then.id == concept)


def _order(pack: Pack) -> tuple[Before, ...]:
    tables = (ratings(pack, "skill"), ratings(pack, "knowledge"))
    known = [concept for table in tables for concept in table.elements]
    rated = tables[0].rated | tables[1].rated
    needed = (np.hstack([table.importance for table in tables])[rated] >= NEEDED).astype(np.int64)
    both, count = needed.T @ needed, np.maximum(needed.sum(axis=0), 1)
    given = both / count[np.newaxis, :]
    lift = both * len(needed) / np.outer(count, count)
    places = np.argwhere((given >= FIRST_GIVEN_THEN) & (given.T <= THEN_GIVEN_FIRST) & (lift > LIFT))
    found = [
        Before(
            known[first],
            known[then],
            round(float(given[first, then]), 4),
            round(float(given[then, first]), 4),
            round(float(lift[first, then]), 4),
            int(both[first, then]),
        )
        for first, then in places.tolist()
    ]
    return tuple(
        sorted(found, key=lambda one: (-one.given_then, -one.lift, one.then.name, one.first.name, one.first.id))
    )
