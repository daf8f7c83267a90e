"""A job close to the goal of which the learner shows more: told as a fact, never proposed as a plan."""

from dataclasses import dataclass

from app.journey.plan.ground import TELLING, Standpoint, standpoint
from app.journey.session import Session
from app.profile.skills import Profile
from pathways.gaps import fit
from pathways.model import Concept
from pathways.pack.occupations import occupation, related

CLOSEST = ("primary_short", "primary_long")


@dataclass(frozen=True)
class Nearby:
    """A job that O*NET lists as close to the goal; `shown` of the `needed` things that set it apart are shown."""

    occupation: Concept
    shown: int
    needed: int


def nearby(session: Session, held: Profile, stand: Standpoint) -> Nearby | None:
    """The closely related job of which the learner shows the largest share, if that is more than of the goal.

    Jobs that ask for more preparation than the goal (O*NET's job zone), or for which it is unknown, are no way to it.
    """
    goal = stand.needs.occupation.id
    zone = occupation(session.pack, goal).job_zone
    close = [one.occupation.id for one in related(session.pack, goal) if one.tier in CLOSEST]
    easier = [standpoint(session, held, code) for code in close if _asks_no_more(session, code, zone)]
    best = max((stand, *easier), key=_share)
    if best is stand:
        return None
    first = best.gap[:TELLING]
    return Nearby(best.needs.occupation, sum(one.state == "shown" for one in first), len(first))


def _share(stand: Standpoint) -> float:
    return fit(stand.gap).share or 0.0


def _asks_no_more(session: Session, code: str, zone: int | None) -> bool:
    asked = occupation(session.pack, code).job_zone
    return zone is not None and asked is not None and asked <= zone
