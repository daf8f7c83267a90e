"""A learner with nothing to show yet, a goal, and courses made up to measure, as the tests of plans need them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from practice_world import NOW
from terminal import GOAL

from app.journey.plan.ground import standpoint
from app.journey.session import Session
from app.journey.skills.profile import profile
from app.places import careers_pack
from app.profile.skills import Profile
from app.vault.store_plan import set_goal
from app.vault.vault import Vault
from pathways.frameworks.catalog import CatalogEntry
from pathways.model import Figure, LearningStep
from pathways.pack.store import open_pack

SEEN = "https://practice.pathfolio.invalid/steps"


def course(
    name: str,
    teaches: Iterable[str],
    *,
    cost: float | None = 0.0,
    hours: float | None = 10.0,
    weeks: float | None = 2.0,
    needs: Iterable[str] = (),
    kind: str = "course",
    online: bool | None = None,
    leads_to: Iterable[str] = (),
) -> CatalogEntry:
    """A made-up course."""
    figures = (Figure(one, SEEN, 2026) if one is not None else Figure(None) for one in (cost, hours, weeks))
    step = LearningStep(name, name, kind, "Practice School", *figures, tuple(teaches), tuple(needs), online=online)
    return CatalogEntry(step, "course_only" if cost is not None else None, (), SEEN, tuple(leads_to), practice=True)


@contextmanager
def newcomer(now: datetime = NOW) -> Iterator[tuple[Session, Profile]]:
    """Someone with no record and no word, who wants to be a medical assistant; no course is offered yet."""
    with Vault.temporary(clock=lambda: now) as vault, open_pack(careers_pack()) as pack:
        session = Session(vault, pack, (), clock=lambda: now)
        set_goal(vault, GOAL)
        yield session, profile(session)


def needs_of(session: Session, held: Profile) -> list[str]:
    """Ids of what the goal needs, most telling first."""
    return [one.requirement.concept.id for one in standpoint(session, held, GOAL).gap]


def later(session: Session, days: int) -> Session:
    """The same journey some days later."""
    return replace(session, clock=lambda: NOW + timedelta(days=days))
