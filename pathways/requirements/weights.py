"""How much each need weighs, as arrays: for one occupation or for all of them at once, by the same rules.

An item tells more the fewer occupations share it: `specificity` is −ln(share) / ln(occupations), 1 for what one
occupation alone needs and 0 for what all need (inverse document frequency, Spärck Jones 1972, scaled to 0–1). Its
weight is specificity × how much it matters there; for rated knowledge and skills, specificity is the geometric mean of
how few occupations need it at all and how few as much. A long list of one kind is damped so that it cannot outweigh
the other kinds; a list of common things is never raised.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from pathways.model import ConceptKind
from pathways.pack import esco, occupations, ratings
from pathways.pack.arrays import Floats, Indices, links
from pathways.pack.schema import CORE, ESSENTIAL, HOT, IN_DEMAND
from pathways.pack.store import Pack, keep

Doubles = NDArray[np.float64]

IMPORTANT = 3.0  # of 1–5: "important" on O*NET's scale
SUPPLEMENTAL = 0.6  # an activity in no core task
ONE_TASK = 0.85  # an activity in one task alone
HOT_ONLY = 0.15  # software asked for across jobs, though not often in this one
OPTIONAL = 0.5
LEAST = 0.01
WEIGHT_CAPS: Mapping[ConceptKind, float] = {
    "activity": 6.0,
    "knowledge": 2.0,
    "skill": 2.0,
    "software": 2.0,
    "esco_skill": 4.0,
}
"""The most that one kind may weigh altogether; the kinds stand in the order in which needs are gathered."""


@dataclass(frozen=True, eq=False)
class Weighed:
    """Needs of one kind as parallel arrays, occupation by occupation, then in the order of the kind's table.

    `rows` are occupations by index; `places` are concepts by their place among the activities, elements, software or
    ESCO concepts. `weights` are above 0, before damping. Rated kinds have `importance` (1–5) and `levels` (0–7, NaN
    where hidden or not rated); ESCO skills have `essential`.
    """

    kind: ConceptKind
    rows: Indices
    places: Indices
    weights: Doubles
    importance: Floats | None = None
    levels: Floats | None = None
    essential: NDArray[np.bool_] | None = None


def weigh(pack: Pack, kind: ConceptKind, row: int | None = None) -> Weighed:
    """What every occupation needs of one kind, or only the occupation in one row."""
    if kind == "activity":
        return _activities(pack, row)
    if kind == "software":
        return _software(pack, row)
    if kind == "esco_skill":
        return _esco_skills(pack, row)
    return _rated(pack, "skill" if kind == "skill" else "knowledge", row)


def has_data(pack: Pack, kind: ConceptKind, row: int) -> bool:
    """Whether anybody said anything of this kind about an occupation: without, its needs are unknown, not none."""
    if kind in ("skill", "knowledge"):
        table = ratings.ratings(pack, "skill" if kind == "skill" else "knowledge")
        return not bool(np.isnan(table.importance[row]).all())
    starts = links(pack, _RELATIONS[kind]).starts
    return bool(starts[row + 1] > starts[row])


_RELATIONS: Mapping[ConceptKind, str] = {
    "activity": "occupation_activity",
    "software": "occupation_software",
    "esco_skill": "occupation_esco",
}


def damped(found: Weighed, size: int) -> Doubles:
    """Weights scaled down where those of one occupation sum to more than their kind may weigh; to four digits."""
    sums = np.bincount(found.rows, found.weights, size)
    factor = np.minimum(1.0, WEIGHT_CAPS[found.kind] / np.where(sums > 0, sums, 1.0))
    return np.round(found.weights * factor[found.rows], 4)


def specificity(shared_by: float, among: int) -> float:
    """How few of `among` occupations share a thing: 1 for one of them, 0 for all."""
    if among < 2:
        return 1.0
    return max(0.0, -math.log(max(shared_by, 1.0) / among) / math.log(among))


def _specificities(shared_by: Indices, among: int) -> Doubles:
    """`specificity` of many counts; those above `among` share it with all."""
    return _by_count(among)[np.minimum(shared_by, among)]


@cache
def _by_count(among: int) -> Doubles:
    return np.array([specificity(count, among) for count in range(among + 1)])


def _weights(telling: Doubles, matters: Doubles) -> Doubles:
    return np.maximum(LEAST, telling * matters)


def _activities(pack: Pack, row: int | None) -> Weighed:
    """An activity matters by how large a part of the job it is: in a core task or not, in one task or several."""
    rows, places, marks = links(pack, "occupation_activity").entries(row)
    matters = np.where(marks & CORE, 1.0, SUPPLEMENTAL) * np.where(marks >> 1 > 1, 1.0, ONE_TASK)
    telling = _specificities(occupations.activity_frequencies(pack)[places], _with_data(pack))
    return Weighed("activity", rows, places, _weights(telling, matters))


def _with_data(pack: Pack) -> int:
    return keep(pack, "with_data", lambda: sum(o.job_zone is not None for o in occupations.occupations(pack)))


def _software(pack: Pack, row: int | None) -> Weighed:
    rows, places, marks = links(pack, "occupation_software").entries(row)
    asked = (marks & (HOT | IN_DEMAND)) > 0
    rows, places, marks = rows[asked], places[asked], marks[asked]
    telling = _specificities(occupations.software_frequencies(pack)[places], _with_data(pack))
    return Weighed("software", rows, places, _weights(telling, np.where(marks & IN_DEMAND, 1.0, HOT_ONLY)))


def _rated(pack: Pack, kind: Literal["skill", "knowledge"], row: int | None) -> Weighed:
    table = ratings.ratings(pack, kind)
    part = slice(None) if row is None else slice(row, row + 1)
    needed = (table.importance[part] >= IMPORTANT) & ~table.suppressed[part]
    rows, places = np.nonzero(needed)
    rows = rows + (row or 0)
    importance = table.importance[rows, places]
    levels = np.where(table.level_hidden[rows, places], np.float32(np.nan), table.level[rows, places])
    matters = (importance.astype(np.float64) - 1) / 4
    telling = _rarity(pack, kind, rows, places)
    return Weighed(kind, rows, places, _weights(telling, matters), importance, levels)


def _rarity(pack: Pack, kind: Literal["skill", "knowledge"], rows: Indices, places: Indices) -> Doubles:
    """How few occupations need each element at all, and how few as much as this one: the geometric mean of both."""
    table = ratings.ratings(pack, kind)
    among = keep(pack, f"rated:{kind}", lambda: int(table.rated.sum()))
    at_all: Indices = keep(pack, f"at_all:{kind}", lambda: (table.importance >= IMPORTANT).sum(axis=0))
    as_much = keep(pack, f"as_much:{kind}", lambda: _as_much(table.importance))[rows, places]
    return np.asarray(np.sqrt(_specificities(at_all[places], among) * _specificities(as_much, among)))


def _as_much(importance: Floats) -> Indices:
    """For each rating, how many occupations rate the element at least as high; 0 where nobody rated."""
    counts = np.zeros(importance.shape, np.int64)
    for column, values in enumerate(importance.T):
        known = np.sort(values[~np.isnan(values)])
        counts[:, column] = len(known) - np.searchsorted(known, values)
    return counts


def _esco_skills(pack: Pack, row: int | None) -> Weighed:
    """Skills of the crosswalk's ESCO occupations; each counts by the share of them, by confidence, that need it."""
    rows, twins, share = _twins(pack, row)
    needs = links(pack, "esco_occupation_skill")
    pair, entry = needs.ranges(twins)
    skills, essential = needs.targets[entry].astype(np.int64), needs.marks[entry] == ESSENTIAL
    size = len(needs.starts) - 1
    keys, which = np.unique(rows[pair] * size + skills, return_inverse=True)
    needed = np.bincount(which, np.where(essential, 1.0, OPTIONAL) * share[pair], len(keys)).astype(np.float64)
    essentially = np.bincount(which, essential * share[pair], len(keys))
    rows, places = keys // size, keys % size
    telling = _specificities(esco.skill_frequencies(pack)[places], _esco_occupations(pack))
    return Weighed("esco_skill", rows, places, _weights(telling, needed), essential=essentially >= 0.5)


def _twins(pack: Pack, row: int | None) -> tuple[Indices, Indices, Doubles]:
    """Occupations and the ESCO occupations they are tied to, surest first, each with its share by confidence."""
    rows, twins, marks = links(pack, "occupation_esco").entries(row)
    order = np.lexsort((twins, -marks.astype(np.int64), rows))
    rows, twins, confidence = rows[order], twins[order], marks[order] / 2
    totals = np.bincount(rows, confidence)
    return rows, twins, confidence / totals[rows]


def _esco_occupations(pack: Pack) -> int:
    query = "SELECT count(*) FROM esco WHERE kind = 'occupation'"
    return keep(pack, "esco_occupations", lambda: int(pack.connection.execute(query).fetchone()[0]))
