"""What of the learner's skills counts towards fit: all they show, or signed records alone. One choice for all pages."""

from app.journey.records.holding import Card
from app.journey.session import Session
from app.journey.skills.meant import Tell
from app.journey.skills.profile import profile
from app.profile.skills import Profile, only_signed
from app.vault import store_settings

ONLY_SIGNED = "only_signed"


def counts_only_signed(session: Session) -> bool:
    """Whether signed records count alone."""
    return store_settings.setting(session.vault, ONLY_SIGNED, default=False) is True


def count_only_signed(session: Session, *, only: bool) -> bool:
    """Count signed records alone, or all that is shown; returns what was chosen before, for undo."""
    before = counts_only_signed(session)
    store_settings.set_setting(session.vault, ONLY_SIGNED, only)
    return before


def counted(
    session: Session,
    kept: tuple[Card, ...] | None = None,
    *,
    only: bool | None = None,
    tell: Tell = lambda _done, _of: None,
) -> Profile:
    """What counts of the learner's profile: as they chose, or as `only` says. `kept` are the cards, where at hand.

    `tell` as for `profile`.
    """
    held = profile(session, kept, tell)
    return only_signed(held) if (counts_only_signed(session) if only is None else only) else held
