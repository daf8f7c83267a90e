"""What every occupation needs, as arrays, so that a learner is set beside all of them at once."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pathways.model import ConceptKind, Requirement
from pathways.pack import esco
from pathways.pack.arrays import Floats
from pathways.pack.occupations import occupations
from pathways.pack.store import Pack, keep
from pathways.requirements import requirements

KINDS: tuple[ConceptKind, ...] = ("activity", "knowledge", "skill", "software", "esco_skill")


@dataclass(frozen=True, eq=False)
class NeedsTable:
    """Requirements sorted by concept: those of concept c stand at `starts[c]:starts[c + 1]`.

    `rows` are the occupations that need it, `weights` how much, `levels` the level asked (NaN: none asked), `rarity`
    the most that it weighs anywhere. By occupation: `totals` sums the weights, `lengths` is the root of the sum of
    their squares, `counts` how many there are, and `usual` what the kinds of need there is data on weigh in the median
    occupation that has data on them.
    """

    places: Mapping[str, int]
    starts: NDArray[np.int64]
    rows: NDArray[np.int64]
    weights: Floats
    levels: Floats
    rarity: Floats
    totals: Floats
    usual: Floats
    lengths: Floats
    counts: NDArray[np.int64]

    def of(self, concept: str) -> slice:
        """Where a concept's requirements stand; empty for one that no occupation needs."""
        place = self.places.get(concept)
        return slice(0, 0) if place is None else slice(int(self.starts[place]), int(self.starts[place + 1]))


def needs_table(pack: Pack) -> NeedsTable:
    """Every occupation's requirements, read once (one to two seconds: about 90,000 of them)."""
    return keep(pack, "similarity.needs", lambda: _read(pack))


def _read(pack: Pack) -> NeedsTable:
    esco.concepts(pack)  # all at once is quicker than each when asked for
    found = [(one.index, item) for one in occupations(pack) for item in requirements(pack, one.code).requirements]
    return _table(found, len(occupations(pack)))


def _usual(rows: NDArray[np.int64], kinds: NDArray[np.int64], weights: Floats, size: int) -> Floats:
    by_kind = np.bincount(rows * len(KINDS) + kinds, weights, size * len(KINDS)).reshape(size, len(KINDS))
    medians = [float(np.median(column[column > 0])) if column.any() else 0.0 for column in by_kind.T]
    return np.asarray((by_kind > 0) @ np.array(medians), np.float32)


def _table(found: list[tuple[int, Requirement]], size: int) -> NeedsTable:
    places = {concept: place for place, concept in enumerate(sorted({item.concept.id for _, item in found}))}
    columns = np.array([places[item.concept.id] for _, item in found], np.int64)
    order = np.argsort(columns, kind="stable")
    rows = np.array([row for row, _ in found], np.int64)[order]
    weights = np.array([item.weight for _, item in found], np.float32)[order]
    levels = np.array([np.nan if item.level is None else item.level for _, item in found], np.float32)[order]
    starts = np.concatenate(([0], np.cumsum(np.bincount(columns, minlength=len(places)))))
    totals = np.bincount(rows, weights, size).astype(np.float32)
    kinds = np.array([KINDS.index(item.concept.kind) for _, item in found], np.int64)[order]
    lengths = np.sqrt(np.bincount(rows, weights**2, size)).astype(np.float32)
    rarity = np.zeros(len(places), np.float32)
    np.maximum.at(rarity, columns[order], weights)
    rarity = rarity[columns[order]]
    return NeedsTable(
        places,
        starts,
        rows,
        weights,
        levels,
        rarity,
        totals,
        _usual(rows, kinds, weights, size),
        lengths,
        np.bincount(rows, minlength=size),
    )
