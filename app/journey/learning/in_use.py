"""The lists of learning in a vault as they are used: read once while it is open, with their steps."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.journey.learning.typed import typed_steps
from app.journey.session import Session
from app.vault import store_learning
from app.vault.store_learning import StoredList
from pathways.errors import PathwaysError
from pathways.model import LearningStep

if TYPE_CHECKING:
    from pathways.frameworks.learning.model import ReadList
    from pathways.plans.listed import Taught

Tell = Callable[[float], object]


@dataclass(frozen=True)
class InUse:
    """A list as read, with its steps."""

    read: "ReadList"
    taught: "Taught"


def taught_by(
    session: Session,
    read: "ReadList",
    list_id: str,
    name: str,
    known: Mapping[str, tuple[str, ...]],
    tell: Tell = lambda _share: None,
) -> "Taught":
    """The steps of a list; `known` is what its names and stated skills are already known to mean."""
    from pathways.plans.listed import prefix_of, steps_of

    session.memory.learning.use(session.pack.kept)
    return steps_of(session.pack, read.rows, prefix_of(list_id), name, known, tell)


def in_use(session: Session, row: StoredList) -> InUse:
    """A list as read, once while the vault is open. PathwaysError as `read_list` where it no longer can be."""
    from pathways.frameworks.learning.read import read_list
    from pathways.pack.store import digest_of

    memory = session.memory.learning
    memory.use(session.pack.kept)
    found = memory.lists.get(row.list_id)
    if not isinstance(found, InUse):
        as_of = date.fromisoformat(row.as_of) if row.as_of else None
        read = read_list(row.raw, row.file, row.mapping, as_of)
        known = row.meanings if row.pack == digest_of(session.pack) else {}
        found = InUse(read, taught_by(session, read, row.list_id, row.name, known))
        memory.lists[row.list_id] = found
    return found


def steps_of_list(session: Session, list_id: str) -> tuple[LearningStep, ...]:
    """The steps of one list; none where it cannot be read."""
    row = store_learning.stored_list(session.vault, list_id)
    try:
        return in_use(session, row).taught.steps if row else ()
    except PathwaysError:
        return ()  # `lists` says why it cannot be read


def brought_steps(session: Session) -> tuple[LearningStep, ...]:
    """All steps of the lists brought, and those typed in; worked out once while the vault is open."""
    memory = session.memory.learning
    memory.use(session.pack.kept)
    if memory.steps is None:
        found: list[LearningStep] = []
        for row in store_learning.stored_lists(session.vault):
            found += steps_of_list(session, row.list_id)
        found += (one for _, one in typed_steps(session))
        memory.steps = tuple(found)
    return memory.steps
