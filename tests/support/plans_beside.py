"""A newcomer with courses beside each other, as the tests of plans beside plans need them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from plan_world import course, needs_of, newcomer
from terminal import GOAL

from app.journey.plan.ground import Ground, Standpoint, Way, ground_of, standpoint
from app.journey.plan.kept import Snapshot, choose_plan
from app.journey.plan.limits import Limits
from app.journey.plan.proven_done import kept_now
from app.journey.session import Session
from app.profile.skills import Profile
from pathways.model import LearningStep


@contextmanager
def beside() -> Iterator[tuple[Session, Profile]]:
    """A newcomer; cheap courses in a row and beside them, dearer ones for the same, one for all."""
    with newcomer() as (session, held):
        a, b, c, d, *_ = needs_of(session, held)
        entries = (
            course("first", [a], cost=10, weeks=4),
            course("second", [b], cost=20, weeks=4, needs=["first"]),
            course("third", [c], cost=30, weeks=3),
            course("dear third", [c, "no need"], cost=70, weeks=1),
            course("all", [a, b, c], cost=900, hours=60, weeks=5),
            course("only one", [d], cost=40, weeks=2, online=True),
        )
        yield replace(session, catalog=entries), held


def names(session: Session, held: Profile, count: int) -> list[str]:
    """Ids of what the goal needs first."""
    return needs_of(session, held)[:count]


def ground(session: Session, held: Profile, **limit: Any) -> tuple[Standpoint, Ground]:
    """Where the learner stands, and what a plan may be made of within the limits."""
    stand = standpoint(session, held, GOAL)
    kept = kept_now(session, GOAL)
    return stand, ground_of(session, stand, kept=kept, limit=Limits(**limit) if limit else None)


def choose(session: Session, way: Way) -> Snapshot:
    """Keep a way as the plan."""
    return choose_plan(session, GOAL, way.kind, way.plan, way.schedule, way.start)


def ids(steps: Iterable[LearningStep]) -> set[str]:
    """Ids of steps."""
    return {one.id for one in steps}
