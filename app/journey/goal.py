"""Step 3, Goal: careers close to what the learner can do, and the one they choose."""

from app.journey.session import Session
from app.profile.skills import Profile
from app.vault import store_plan
from pathways.model import Career
from pathways.pack.occupations import occupation
from pathways.similarity import rank_careers


def careers(session: Session, held: Profile, top: int) -> tuple[Career, ...]:
    """Careers ranked by similarity and by the share of what sets them apart that the learner can show."""
    return rank_careers(session.pack, held.held, top=top)


def set_goal(session: Session, code: str) -> None:
    """Choose an occupation by O*NET-SOC code; PathwaysError `unknown_occupation` where the pack has none."""
    occupation(session.pack, code)
    store_plan.set_goal(session.vault, code)
