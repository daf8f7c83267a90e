"""What was typed and not yet saved when the vault was locked: kept in the vault, and nowhere else."""

from collections.abc import Mapping
from typing import Any

from app.journey.session import Session
from app.vault import store_settings

SETTING = "half_typed"


def keep_half_typed(session: Session, typed: Mapping[str, Mapping[str, Any]]) -> None:
    """Keep plain JSON by the name of its page, in place of what was kept before."""
    if not typed:
        store_settings.forget_setting(session.vault, SETTING)
    elif typed != half_typed(session):
        store_settings.set_setting(session.vault, SETTING, dict(typed))


def half_typed(session: Session) -> dict[str, dict[str, Any]]:
    """What was typed, by the name of its page."""
    found: dict[str, dict[str, Any]] = store_settings.setting(session.vault, SETTING, {})
    return found
