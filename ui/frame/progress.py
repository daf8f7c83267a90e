"""How far the learner is with each step: asked on the worker, said in the rail."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from ui.work.desk import Progress

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.journey.session import Session
    from app.journey.steps import State, Step

    States = Mapping[str, State]


@dataclass(frozen=True)
class Told:
    """What the rail says: how far each step is, and which of them the learner has been to."""

    states: "States"
    visited: frozenset[str]


def told(session: "Session", step: str, _progress: Progress) -> Told:
    """Note that a step is shown; how far all of them are."""
    from app.journey.progress import note, progress
    from app.journey.steps import rail

    shown = cast("Step", step)
    note(session, shown)
    steps = rail(progress(session), shown)
    return Told({one.step: one.state for one in steps}, frozenset(one.step for one in steps if one.visited))
