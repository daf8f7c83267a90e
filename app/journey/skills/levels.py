"""How well: five plain steps on O*NET's level scale of 0–7.

O*NET explains each of its level scales by examples that stand at 2, 4 and 6 (the release's table "Level Scale
Anchors"), and nine in ten of the levels that jobs ask of a skill or knowledge they need lie between 2.8 and 5.8 (the
pack's ratings of importance 3 or more). So the steps go from the lowest example to the highest, one by one; 7, which
no job in a hundred asks, is left to experts.
"""

from collections.abc import Mapping

LEVELS: Mapping[str, float] = {"a_little": 2.0, "some": 3.0, "well": 4.0, "very_well": 5.0, "can_teach": 6.0}
"""Codes of the steps, lowest first, and where each stands on the scale."""


def step_of(level: float | None) -> str | None:
    """The highest step that a level reaches, the lowest for less than that; None where no level was said."""
    if level is None:
        return None
    reached = [code for code, at in LEVELS.items() if at <= level]
    return reached[-1] if reached else next(iter(LEVELS))
