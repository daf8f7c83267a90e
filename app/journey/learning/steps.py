"""Single steps that are typed in: added, changed and removed, each to be undone."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.errors import PersonError
from app.journey.learning.in_use import brought_steps
from app.journey.learning.typed import OWN, step_of
from app.journey.session import Session
from app.vault import store_learning
from app.vault.store_learning import StoredStep
from pathways.frameworks.learning.model import FIELDS
from pathways.model import LearningStep

MOST_STEPS = 500
LONGEST = 20_000


@dataclass(frozen=True)
class Before:
    """A typed step as it was: its number, what was typed (None: it was not there) and when, so that it ages on."""

    number: int
    fields: Mapping[str, str] | None = None
    changed_at: str | None = None


@dataclass(frozen=True)
class TypedStep:
    """A step as it was kept; `unknown_skills` are typed skills that nobody could be sure of, so it counts without them.

    Give `undo` to `undo_step`.
    """

    step: LearningStep
    unknown_skills: tuple[str, ...]
    undo: Before


def add_step(session: Session, fields: Mapping[str, str]) -> TypedStep:
    """Keep a step that was typed in our fields (`FIELDS` but `id`): as in a list, but nothing in it may be wrong.

    PersonError `learning_field_unknown` (field, known), `learning_field_bad` (field, reason, cell),
    `learning_needs_itself`, `learning_too_many_steps`.
    """
    if len(store_learning.stored_steps(session.vault)) >= MOST_STEPS:
        raise PersonError("learning_too_many_steps", limit=MOST_STEPS)
    _checked(session, f"{OWN}0", fields)
    number = store_learning.add_step(session.vault, fields)
    session.memory.learning.steps = None
    step, unknown = _checked(session, f"{OWN}{number}", fields)
    return TypedStep(step, unknown, Before(number))


def change_step(session: Session, step_id: str, fields: Mapping[str, str]) -> TypedStep:
    """Say a typed step anew: every field. PersonError as `add_step`; `learning_no_step`."""
    row = _row(session, step_id)
    step, unknown = _checked(session, step_id, fields)
    store_learning.put_step(session.vault, row.id, fields)
    session.memory.learning.steps = None
    return TypedStep(step, unknown, _before(row))


def remove_step(session: Session, step_id: str) -> Before:
    """Take a typed step out. Give what it returns to `undo_step`. PersonError `learning_no_step`."""
    row = _row(session, step_id)
    undo_step(session, Before(row.id))
    return _before(row)


def undo_step(session: Session, before: Before) -> None:
    """Make a typed step what it was."""
    store_learning.put_step(session.vault, before.number, before.fields, changed_at=before.changed_at)
    session.memory.learning.steps = None


def typed_fields(session: Session, step_id: str) -> Mapping[str, str]:
    """What was typed of a step. PersonError `learning_no_step`."""
    return _row(session, step_id).fields


def _before(row: StoredStep) -> Before:
    return Before(row.id, row.fields, row.changed_at)


def _row(session: Session, step_id: str) -> StoredStep:
    number = step_id.removeprefix(OWN)
    for row in store_learning.stored_steps(session.vault):
        if str(row.id) == number and step_id.startswith(OWN):
            return row
    raise PersonError("learning_no_step", step=step_id[:60])


def _checked(session: Session, step_id: str, fields: Mapping[str, str]) -> tuple[LearningStep, tuple[str, ...]]:
    for field, value in fields.items():
        if field not in FIELDS or field == "id":
            raise PersonError("learning_field_unknown", field=field[:60], known=", ".join(FIELDS[1:]))
        if len(value) > LONGEST:
            raise PersonError("learning_field_bad", field=field, reason="text_long", cell="")
    step, troubles, unknown = step_of(session, step_id, fields)
    if step is None or troubles:
        first = troubles[0]
        raise PersonError("learning_field_bad", field=first.field, reason=first.code, cell=first.cell)
    _refuse_loop(session, step)
    return step, unknown


def _refuse_loop(session: Session, step: LearningStep) -> None:
    """PersonError `learning_needs_itself` where a step waits for itself, through any number of others."""
    known = {one.id: one for one in brought_steps(session)} | {step.id: step}
    waiting, seen = list(step.needs), set[str]()
    while waiting:
        need = waiting.pop()
        if need == step.id:
            raise PersonError("learning_needs_itself")
        if need not in seen and need in known:
            seen.add(need)
            waiting += known[need].needs
