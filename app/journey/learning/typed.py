"""The steps that were typed in, read from what was typed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from app.journey.session import Session
from app.vault import store_learning
from pathways.model import LearningStep

if TYPE_CHECKING:
    from pathways.frameworks.learning.model import Trouble

OWN = "own:"
"""How the ids of steps that were typed in begin."""


def typed_steps(session: Session) -> tuple[tuple[Mapping[str, str], LearningStep], ...]:
    """The steps that were typed in, each with what was typed."""
    found = []
    for row in store_learning.stored_steps(session.vault):
        step = step_of(session, f"{OWN}{row.id}", row.fields)[0]
        if step is not None:
            found.append((row.fields, _dated(step, date.fromisoformat(row.changed_at[:10]))))
    return tuple(found)


def _dated(step: LearningStep, typed: date) -> LearningStep:
    """With the day it was typed in as the day of its data, where none was typed."""
    day = step.offering.as_of or typed
    return replace(step, offering=replace(step.offering, as_of=day))


def step_of(
    session: Session, step_id: str, fields: Mapping[str, str]
) -> tuple[LearningStep | None, tuple["Trouble", ...], tuple[str, ...]]:
    """A typed step as read; what was wrong; and stated skills that nobody could be sure of."""
    from pathways.frameworks.learning.listed import read_row
    from pathways.frameworks.learning.model import RawRow
    from pathways.plans.listed import steps_of

    told = {one: value for one, value in fields.items() if one != "id"}
    row, troubles = read_row(RawRow(1, told), None, {})
    if row is None:
        return None, troubles, ()
    named = replace(row, step=replace(row.step, id=step_id))
    taught = steps_of(session.pack, [named], "", None, {})
    return taught.steps[0], troubles, taught.unknown_skills
