"""Occupations seen from several sides, each told in whole numbers, so that likeness is the same on every machine.

Every row of a side is a direction of length `LENGTH`, rounded: the product of two rows is a whole number that floats
hold exactly, in whatever order a machine adds it up.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from pathways.pack.arrays import Floats, Indices, flags, has_matrix, links, matrix
from pathways.pack.occupations import activity_parents, all_activities, occupations
from pathways.pack.ratings import ratings
from pathways.pack.schema import TOPIC_MIDDLE
from pathways.pack.store import Pack, keep
from pathways.requirements.weights import weigh

SideName = Literal[
    "ratings", "knowledge", "activities", "interests", "styles", "software", "esco", "titles", "tasks"
]  # fmt: skip
LENGTH = 2047
"""Products stay below 2²⁴, up to which 32-bit floats hold every whole number."""
Doubles = NDArray[np.float64]


class Side(Protocol):
    """One side that occupations are compared from."""

    @property
    def known(self) -> NDArray[np.bool_]:
        """Which occupations there is data on."""

    def products(self, row: int) -> Doubles:
        """How close every occupation is to one: whole numbers, up to about `LENGTH` squared."""


@dataclass(frozen=True, eq=False)
class Table:
    """A side of few features: every occupation's row, whole."""

    rows: Floats
    known: NDArray[np.bool_]

    def products(self, row: int) -> Doubles:
        """As `Side` says."""
        return np.asarray(self.rows @ self.rows[row], np.float64)


@dataclass(frozen=True, eq=False)
class Entries:
    """A side of thousands of features of which an occupation has a few.

    Those of row i are `columns[starts[i]:starts[i + 1]]` with their `values`; the same by column, c at
    `tops[c]:tops[c + 1]`, are `below` with `amounts`.
    """

    starts: Indices
    columns: Indices
    values: Doubles
    tops: Indices
    below: Indices
    amounts: Doubles
    known: NDArray[np.bool_]

    def products(self, row: int) -> Doubles:
        """As `Side` says."""
        part = slice(int(self.starts[row]), int(self.starts[row + 1]))
        lengths = np.diff(self.tops)[self.columns[part]]
        ends = np.cumsum(lengths)
        within = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - lengths, lengths)
        places = np.repeat(self.tops[self.columns[part]], lengths) + within
        products = self.amounts[places] * np.repeat(self.values[part], lengths)
        return np.asarray(np.bincount(self.below[places], products, len(self.known)), np.float64)


def views(pack: Pack, tell: Callable[[float], None] = lambda _share: None) -> Mapping[SideName, Side]:
    """The sides the pack has data for, read once; `tell` hears the share read, and may stop it by raising."""
    made: dict[SideName, Callable[[Pack], Side]] = {
        "ratings": _ratings,
        "knowledge": _knowledge,
        "activities": _activities,
        "interests": _interests,
        "styles": _styles,
        "software": _software,
        "esco": _esco,
        "titles": lambda pack: _topics(pack, "title_topics"),
        "tasks": lambda pack: _topics(pack, "task_topics"),
    }
    found: dict[SideName, Side] = {}
    for place, (name, make) in enumerate(made.items()):
        if name not in TOPICS or has_matrix(pack, TOPICS[name]):
            found[name] = keep(pack, f"similarity.{name}", partial(make, pack))
        tell((place + 1) / len(made))
    return found


TOPICS: Mapping[SideName, str] = {"titles": "title_topics", "tasks": "task_topics"}
"""Sides of numbers that were computed from texts when the pack was built, and their matrices."""


def _table(values: Floats) -> Table:
    rows = values.astype(np.float64)
    length = np.sqrt((rows**2).sum(axis=1, keepdims=True))
    whole = np.rint(np.divide(rows * LENGTH, length, out=np.zeros_like(rows), where=length > 0))
    return Table(whole.astype(np.float32), np.asarray(length[:, 0] > 0))


def _entries(rows: Indices, columns: Indices, amounts: Doubles, size: int) -> Entries:
    """A side of (row, column, amount), in the order of rows."""
    length = np.sqrt(np.bincount(rows, amounts**2, size))
    values = np.rint(amounts / length[rows] * LENGTH)
    width = int(columns.max(initial=-1)) + 1
    order = np.argsort(columns, kind="stable")
    return Entries(
        np.searchsorted(rows, np.arange(size + 1)),
        columns,
        values,
        np.searchsorted(columns[order], np.arange(width + 1)),
        rows[order],
        values[order],
        length > 0,
    )


def _ratings(pack: Pack) -> Table:
    """Importance of skills and knowledge, each row less its own mean: what matters more there than the rest does."""
    importance = np.hstack([ratings(pack, "skill").importance, ratings(pack, "knowledge").importance])
    return _table(_centred(importance))


def _knowledge(pack: Pack) -> Table:
    return _table(_centred(ratings(pack, "knowledge").importance))


def _interests(pack: Pack) -> Table:
    """What people in it like, as O*NET's model tells it."""
    return _table(_centred(matrix(pack, "interest")))


def _styles(pack: Pack) -> Table:
    """How people work in it, as AI and experts rate it: how far above or below the mean of all occupations."""
    values = matrix(pack, "work_style_impact").astype(np.float64)
    known = ~np.isnan(values)
    mean = np.where(known, values, 0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    return _table(np.where(known, values - mean, 0).astype(np.float32))


def _activities(pack: Pack) -> Entries:
    """Detailed activities and the intermediate ones above them, by tasks, tf-idf."""
    relation, parents = links(pack, "occupation_activity"), activity_parents(pack)
    groups = {parent: place for place, parent in enumerate(sorted({parents[one.id] for one in all_activities(pack)}))}
    above = np.array([groups[parents[one.id]] for one in all_activities(pack)], np.int64)
    rows, columns, marks = relation.entries()
    tasks = (marks >> 1).astype(np.float64)
    both = np.concatenate([columns, len(above) + above[columns]])
    return _tf_idf(np.tile(rows, 2), both, np.tile(tasks, 2), len(occupations(pack)))


def _software(pack: Pack) -> Entries:
    """Categories of the software used, by how many products, tf-idf."""
    relation = links(pack, "occupation_software")
    names = [category for (category,) in pack.connection.execute("SELECT category FROM software ORDER BY idx")]
    kinds = np.array(np.unique(names, return_inverse=True)[1] if names else [], np.int64)
    rows, columns, _marks = relation.entries()
    return _tf_idf(rows, kinds[columns], np.ones(len(rows)), len(occupations(pack)))


def _esco(pack: Pack) -> Entries:
    """The skills of its ESCO occupations, by what each weighs."""
    found = weigh(pack, "esco_skill")
    return _entries(found.rows, found.places, found.weights, len(occupations(pack)))


def _topics(pack: Pack, name: str) -> Table:
    return _table(flags(pack, name).astype(np.float32) - np.float32(TOPIC_MIDDLE))


def _tf_idf(rows: Indices, columns: Indices, counts: Doubles, size: int) -> Entries:
    """(1 + ln count) x ln(rows / rows that have it), per row (Salton and Buckley 1988)."""
    width = int(columns.max(initial=0)) + 1
    cells, which = np.unique(rows * width + columns, return_inverse=True)
    often = 1 + np.log(np.bincount(which, counts, len(cells)))
    rows, columns = cells // width, cells % width
    spread = np.bincount(columns, minlength=width)
    return _entries(rows, columns, often * np.log(size / np.maximum(spread, 1))[columns], size)


def _centred(values: Floats) -> Floats:
    known = ~np.isnan(values).all(axis=1, keepdims=True)
    return np.where(known, values - np.where(known, values, 0).mean(axis=1, keepdims=True), 0).astype(np.float32)
