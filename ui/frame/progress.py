"""How far the learner is with each step: asked on the worker, said in the rail."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from ui.work.task import Progress

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.journey.session import Session
    from app.journey.steps import State, Step

    States = Mapping[str, State]


@dataclass(frozen=True)
class Told:
    """What the rail says: how far each step is, where the learner has been, and when websites were last asked.

    `sent` counts the files that were signed to be handed on.
    """

    states: "States"
    visited: frozenset[str]
    asked_at: "datetime | None"
    sent: int


def told(session: "Session", step: str, _progress: Progress) -> Told:
    """Note that a step is shown; how far all of them are."""
    from app.journey.online import last_asked
    from app.journey.progress import note, progress
    from app.journey.steps import rail

    shown = cast("Step", step)
    note(session, shown)
    now = progress(session)
    steps = rail(now, shown)
    been = frozenset(one.step for one in steps if one.visited)
    return Told({one.step: one.state for one in steps}, been, last_asked(session), now.sent)
