"""What every occupation needs, as arrays, so that a learner is set beside all of them at once."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pathways.model import ConceptKind
from pathways.pack import esco
from pathways.pack.arrays import Floats, Indices
from pathways.pack.occupations import all_activities, occupations, product
from pathways.pack.ratings import elements
from pathways.pack.store import Pack, keep
from pathways.requirements.weights import WEIGHT_CAPS, Weighed, damped, weigh


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
    """Every occupation's requirements (about 90,000), worked out once for each open pack."""
    return keep(pack, "similarity.needs", lambda: _table(pack, tuple(weigh(pack, kind) for kind in WEIGHT_CAPS)))


def _table(pack: Pack, found: tuple[Weighed, ...]) -> NeedsTable:
    size = len(occupations(pack))
    places, columns = _columns(pack, found)
    rows = np.concatenate([one.rows for one in found])
    order = np.lexsort((rows, columns))
    columns, rows = columns[order], rows[order]
    weights = np.concatenate([damped(one, size) for one in found]).astype(np.float32)[order]
    kinds = np.repeat(np.arange(len(found)), [len(one.rows) for one in found])[order]
    rarity = np.zeros(len(places), np.float32)
    np.maximum.at(rarity, columns, weights)
    return NeedsTable(
        places,
        np.concatenate(([0], np.cumsum(np.bincount(columns, minlength=len(places))))),
        rows,
        weights,
        np.concatenate([_levels(one) for one in found])[order],
        rarity[columns],
        np.bincount(rows, weights, size).astype(np.float32),
        _usual(rows, kinds, weights, size),
        np.sqrt(np.bincount(rows, weights**2, size)).astype(np.float32),
        np.bincount(rows, minlength=size),
    )


def _columns(pack: Pack, found: tuple[Weighed, ...]) -> tuple[dict[str, int], Indices]:
    """Every concept needed, in the order of their ids, and the place there of each need's concept."""
    used = [np.unique(one.places, return_inverse=True) for one in found]
    ids = [_ids(pack, one.kind, places) for one, (places, _) in zip(found, used, strict=True)]
    known = {concept: place for place, concept in enumerate(sorted(concept for some in ids for concept in some))}
    columns = [
        np.array([known[concept] for concept in some], np.int64)[which]
        for some, (_, which) in zip(ids, used, strict=True)
    ]
    return known, np.concatenate(columns)


def _ids(pack: Pack, kind: ConceptKind, places: Indices) -> list[str]:
    """Ids of the concepts of a kind that stand at these places."""
    if kind == "esco_skill":
        uris = esco.uris(pack)
        return [uris[place] for place in places.tolist()]
    if kind == "software":
        return [product(pack, place)[0].id for place in places.tolist()]
    if kind == "activity":
        return [all_activities(pack)[place].id for place in places.tolist()]
    return [elements(pack, kind)[place][0] for place in places.tolist()]


def _levels(found: Weighed) -> Floats:
    return np.full(len(found.rows), np.nan, np.float32) if found.levels is None else found.levels


def _usual(rows: Indices, kinds: Indices, weights: Floats, size: int) -> Floats:
    width = len(WEIGHT_CAPS)
    by_kind = np.bincount(rows * width + kinds, weights, size * width).reshape(size, width)
    medians = [float(np.median(column[column > 0])) if column.any() else 0.0 for column in by_kind.T]
    return np.asarray((by_kind > 0) @ np.array(medians), np.float32)
