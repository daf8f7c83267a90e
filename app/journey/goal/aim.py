"""Step 3, Goal: the jobs that are compared, and the one the learner aims for."""

from app.errors import PersonError
from app.journey.session import Session
from app.profile.skills import Profile
from app.vault import store_plan, store_settings
from pathways.model import Career, Concept
from pathways.pack.occupations import occupation, occupations
from pathways.similarity import rank_careers

MOST_COMPARED = 3


def careers(session: Session, held: Profile, top: int) -> tuple[Career, ...]:
    """Careers ranked by similarity and by the share of what sets them apart that the learner can show."""
    return rank_careers(session.pack, held.held, top=top)


def goal(session: Session) -> Concept | None:
    """The occupation aimed for; None where none is chosen, or the career data no longer have it."""
    code = store_plan.goal(session.vault)
    return next((one.concept for one in occupations(session.pack) if one.code == code), None)


def set_goal(session: Session, code: str | None) -> str | None:
    """Choose an occupation by O*NET-SOC code, or none; returns what was chosen before, to set it again on undo.

    PathwaysError `occupation_unknown` where the pack has none.
    """
    if code is not None:
        occupation(session.pack, code)
    before = store_plan.goal(session.vault)
    store_plan.set_goal(session.vault, code)
    return before


def compared(session: Session) -> tuple[str, ...]:
    """Codes of the jobs kept side by side, in the order they were added; at most three."""
    known = {one.code for one in occupations(session.pack)}
    kept = store_settings.setting(session.vault, "compared", [])
    return tuple(code for code in kept if code in known)[:MOST_COMPARED]


def add_compared(session: Session, code: str) -> tuple[str, ...]:
    """Put a job beside the others; returns the codes from before, for undo (`set_compared`).

    PathwaysError `occupation_unknown`; PersonError `compared_full` where three are there already.
    """
    occupation(session.pack, code)
    before = compared(session)
    if code in before:
        return before
    if len(before) >= MOST_COMPARED:
        raise PersonError("compared_full", limit=MOST_COMPARED)
    return set_compared(session, (*before, code))


def remove_compared(session: Session, code: str) -> tuple[str, ...]:
    """Take a job away from the others; returns the codes from before, for undo (`set_compared`)."""
    return set_compared(session, tuple(one for one in compared(session) if one != code))


def set_compared(session: Session, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Keep just these jobs side by side; returns the codes from before."""
    before = compared(session)
    store_settings.set_setting(session.vault, "compared", list(dict.fromkeys(codes))[:MOST_COMPARED])
    return before
