"""Carrying what a pack holds into the draft of another, where occupations may stand in another order."""

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np

from pathways.pack.draft import Cell, Draft, add_links
from pathways.pack.schema import NO_VALUE, TOPIC_MIDDLE
from pathways.pack.sources import add_source
from pathways.pack.store import Pack, sources_of

Places = Mapping[int, int]  # place in the old pack -> place in the draft
_NOTHING: Mapping[str, int] = {"title_topics": TOPIC_MIDDLE, "task_topics": TOPIC_MIDDLE}  # in bytes; else 0


def rows_of(pack: Pack, table: str) -> list[tuple[Cell, ...]]:
    """All rows of a table, in the order of their keys."""
    return [tuple(row) for row in pack.connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")]  # noqa: S608


def carry_tables(draft: Draft, pack: Pack, *tables: str) -> None:
    """Tables that name no occupation by its place."""
    for table in tables:
        draft.add(table, rows_of(pack, table))


def carry_elements(draft: Draft, pack: Pack, kind: str) -> None:
    """The elements of one kind."""
    draft.add("element", [row for row in rows_of(pack, "element") if row[0] == kind])


def carry_names(draft: Draft, pack: Pack, places: Places) -> None:
    """Other names of occupations."""
    moved = {places[int(str(place))]: names for place, *names in rows_of(pack, "occupation_names")}
    draft.add("occupation_names", ((place, *names) for place, names in sorted(moved.items())))


def carry_matrices(draft: Draft, pack: Pack, places: Places, size: int, *names: str) -> None:
    """Matrices of occupations by elements; an occupation that the old pack has not is one of which nothing is known."""
    query = "SELECT kind, rows, columns, bytes_each, data FROM matrix WHERE name = ?"
    old, new = np.array(list(places), np.int64), np.array(list(places.values()), np.int64)
    for name in names:
        kind, rows, columns, each, data = pack.connection.execute(query, (name,)).fetchone()
        stored = np.frombuffer(data, "<i2" if each == 2 else "u1").reshape(rows, columns)
        moved = np.full((size, columns), NO_VALUE if each == 2 else _NOTHING.get(name, 0), stored.dtype)
        moved[new] = stored[old]
        draft.add("matrix", [(name, kind, size, columns, each, moved.tobytes())])


def carry_links(draft: Draft, pack: Pack, name: str, sources: Places | None, targets: Places | None, size: int) -> None:
    """A relation; None is a side whose places are as they were. What leads to a place that is gone is left out."""
    query = "SELECT source_table, target_table, starts, targets, marks FROM links WHERE name = ?"
    row = pack.connection.execute(query, (name,)).fetchone()
    if row is None:
        return
    if sources is None and targets is None:
        draft.add("links", [(name, *row)])
        return
    starts = np.frombuffer(row[2], "<u4").astype(np.int64)
    source = np.repeat(np.arange(len(starts) - 1), np.diff(starts)).tolist()
    ends, marks = np.frombuffer(row[3], "<u2").tolist(), np.frombuffer(row[4], "u1").tolist()
    move_source, move_target = partial(_moved, sources), partial(_moved, targets)
    moved = [(move_source(s), move_target(t), m) for s, t, m in zip(source, ends, marks, strict=True)]
    there = [(s, t, m) for s, t, m in moved if s is not None and t is not None]
    draft.drop(f"{name}_unknown", len(moved) - len(there))
    add_links(draft, name, (str(row[0]), str(row[1])), size, there)


def _moved(places: Places | None, place: int) -> int | None:
    return place if places is None else places.get(place)


def carry_sources(draft: Draft, pack: Pack, of: str, tables: Sequence[str]) -> None:
    """The sources of what the old pack calls `of`, for `tables` of the draft."""
    for source in sources_of(pack, of):
        add_source(draft, tuple(vars(source).values()), tables)
