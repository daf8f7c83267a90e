"""Sentences about occupations, which are there only where a person brought the release that has them."""

from dataclasses import dataclass

from pathways.pack.occupations import occupation
from pathways.pack.store import Pack


@dataclass(frozen=True)
class Task:
    """What a worker does there, in O*NET's words, and whether it is at the core of the work."""

    id: int
    statement: str
    core: bool


def description(pack: Pack, code: str) -> str | None:
    """What an occupation is, in O*NET's words; None where it was not brought. Error `occupation_unknown`."""
    place = occupation(pack, code).index
    row = pack.connection.execute("SELECT description FROM occupation_text WHERE idx = ?", (place,)).fetchone()
    return None if row is None else str(row[0])


def tasks(pack: Pack, code: str) -> tuple[Task, ...]:
    """The tasks of an occupation, core ones first; none where they were not brought. Error `occupation_unknown`."""
    place = occupation(pack, code).index
    query = "SELECT id, statement, core FROM task WHERE occupation = ? ORDER BY core DESC, id"
    return tuple(Task(one, text, bool(core)) for one, text, core in pack.connection.execute(query, (place,)))
