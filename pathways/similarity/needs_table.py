"""What every occupation needs, as arrays, so that a learner is set beside all of them at once."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pathways.model import ConceptKind
from pathways.pack import esco
from pathways.pack.arrays import Indices
from pathways.pack.occupations import all_activities, occupations, product
from pathways.pack.ratings import elements
from pathways.pack.store import Pack, keep
from pathways.requirements.weights import WEIGHT_CAPS, Doubles, Weighed, damped, weigh


@dataclass(frozen=True, eq=False)
class NeedsTable:
    """Requirements sorted by concept: those of concept c stand at `starts[c]:starts[c + 1]`.

    `rows` are the occupations that need it, `weights` how much, `levels` the level asked (NaN: none asked), `rarity`
    the most that it weighs anywhere. By occupation: `totals` sums the weights, `lengths` is the root of the sum of
    their squares, `counts` how many there are, and `usual` what the kinds of need there is data on weigh in the median
    occupation that has data on them; `usual_lengths` is the length of an occupation of that size.
    """

    places: Mapping[str, int]
    starts: NDArray[np.int64]
    rows: NDArray[np.int64]
    weights: Doubles
    levels: Doubles
    rarity: Doubles
    totals: Doubles
    usual: Doubles
    lengths: Doubles
    usual_lengths: Doubles
    counts: NDArray[np.int64]

    def entries(self, places: Indices) -> tuple[Indices, Indices]:
        """The requirements of several concepts: the place in `places` of each, and where it stands."""
        starts, lengths = self.starts[places], self.starts[places + 1] - self.starts[places]
        ends = np.cumsum(lengths)
        which = np.repeat(np.arange(len(places)), lengths)
        return which, np.arange(len(which)) + np.repeat(starts - (ends - lengths), lengths)


def needs_table(pack: Pack) -> NeedsTable:
    """Every occupation's requirements (about 90,000), worked out once for each open pack."""
    return keep(pack, "similarity.needs", lambda: _table(pack, tuple(weigh(pack, kind) for kind in WEIGHT_CAPS)))


def _table(pack: Pack, found: tuple[Weighed, ...]) -> NeedsTable:
    size = len(occupations(pack))
    places, columns = _columns(pack, found)
    rows = np.concatenate([one.rows for one in found])
    order = np.lexsort((rows, columns))
    columns, rows = columns[order], rows[order]
    weights = np.concatenate([damped(one, size) for one in found])[order]
    kinds = np.repeat(np.arange(len(found)), [len(one.rows) for one in found])[order]
    rarity = np.zeros(len(places))
    np.maximum.at(rarity, columns, weights)
    totals = np.bincount(rows, weights, size).astype(np.float64)
    usual = _usual(rows, kinds, weights, size)
    lengths = np.sqrt(np.bincount(rows, weights**2, size))
    return NeedsTable(
        places,
        np.concatenate(([0], np.cumsum(np.bincount(columns, minlength=len(places))))),
        rows,
        weights,
        np.concatenate([_levels(one) for one in found])[order],
        rarity[columns],
        totals,
        usual,
        lengths,
        _usual_lengths(totals, usual, lengths),
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


def _levels(found: Weighed) -> Doubles:
    """Levels asked, as needs list them."""
    if found.levels is None:
        return np.full(len(found.rows), np.nan)
    return np.asarray(np.round(found.levels.astype(np.float64), 2))


def _usual(rows: Indices, kinds: Indices, weights: Doubles, size: int) -> Doubles:
    width = len(WEIGHT_CAPS)
    by_kind = np.bincount(rows * width + kinds, weights, size * width).reshape(size, width)
    medians = [float(np.median(column[column > 0])) if column.any() else 0.0 for column in by_kind.T]
    return np.asarray(sum((by_kind[:, kind] > 0) * median for kind, median in enumerate(medians)))


def _usual_lengths(totals: Doubles, usual: Doubles, lengths: Doubles) -> Doubles:
    known = totals > 0
    if not known.any():
        return usual
    return np.asarray(np.sqrt(usual / np.median(usual[known])) * np.median(lengths[known]))
