"""Which occupations are like which: several sides fused by rank, with weights that were fitted and judged apart."""

from collections.abc import Mapping

import numpy as np

from pathways.pack.occupations import occupation, occupations
from pathways.pack.store import Pack, keep
from pathways.similarity.views import Doubles, Side, SideName, views

SMOOTHING = 5.0
"""The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009); their 60 is for longer lists."""

WEIGHTS: Mapping[SideName, float] = {
    "ratings": 0.11,
    "knowledge": 0.11,
    "activities": 0.06,
    "interests": 0.11,
    "styles": 0.06,
    "software": 0.05,
    "esco": 0.06,
    "titles": 0.22,
    "tasks": 0.21,
}
"""How much each side counts. Fitted to O*NET's related occupations, which never enter the score itself; the figures
that `make evaluate` prints are of weights fitted on other occupations than those they are judged on."""
DIGITS = 4


def like(pack: Pack, code: str, top: int = 10) -> tuple[tuple[str, float], ...]:
    """The occupations most like one, best first, as (code, score 0–1), ties by name; error `occupation_unknown`."""
    row = occupation(pack, code).index
    return _best(pack, likeness(pack, row), row, top)


def like_all(pack: Pack, top: int = 10) -> tuple[tuple[str, tuple[tuple[str, float], ...]], ...]:
    """`like` for every occupation, in code order."""
    return tuple((one.code, _best(pack, likeness(pack, one.index), one.index, top)) for one in occupations(pack))


def likeness(pack: Pack, row: int, weights: Mapping[SideName, float] = WEIGHTS) -> Doubles:
    """How like each occupation is to one, 0–1: 1 where it comes first on every side. Itself is 1.

    Another that is not known on one of them counts as the average there: what nobody measured speaks neither for it nor
    against it, so that an occupation known by its titles alone is not the nearest for sharing one. 0 where no side is
    known of both.
    """
    size = len(occupations(pack))
    total, known_on, of_this = np.zeros(size), np.zeros(size, np.int64), 0.0
    for name, side in views(pack).items():
        if side.known[row] and name in weights:
            total += weights[name] * credit(side, row)
            known_on += side.known
            of_this += weights[name]
    fused = np.where(known_on > 0, total / (of_this or 1.0), 0.0)
    fused[row] = 1.0
    return np.asarray(np.round(fused, DIGITS), np.float64)


def credit(side: Side, row: int) -> Doubles:
    """(k + 1) / (k + rank) of every other occupation on one side, those equally near sharing the mean of their ranks.

    The mean of all for those not known there, and for the occupation itself.
    """
    others = side.known.copy()
    others[row] = False
    _, group, counts = np.unique(-side.products(row)[others], return_inverse=True, return_counts=True)
    ranks = np.cumsum(counts) - (counts - 1) / 2
    each = ((SMOOTHING + 1) / (SMOOTHING + ranks))[group]
    found = np.full(len(others), each.mean() if len(each) else 0.0)
    found[others] = each
    return found


def alike_in(pack: Pack, code: str, other: str, within: int = 20) -> tuple[SideName, ...]:
    """The sides on which another occupation is among the nearest to one, the nearest first; error `occupation_unknown`.

    Those equally near share the mean of their places.
    """
    row, place = occupation(pack, code).index, occupation(pack, other).index
    least = (SMOOTHING + 1) / (SMOOTHING + within)
    sides = ((name, side) for name, side in views(pack).items() if side.known[row] and side.known[place])
    near = [(-float(credit(side, row)[place]), name) for name, side in sides]
    return tuple(name for found, name in sorted(near) if -found >= least)


def by_name(pack: Pack) -> Doubles:
    """The place of every occupation among all of them by name, then by code: what breaks a tie."""

    def places() -> Doubles:
        known = occupations(pack)
        order = sorted(range(len(known)), key=lambda row: (known[row].title, known[row].code))
        return np.argsort(np.array(order)).astype(np.float64)

    return keep(pack, "similarity.by_name", places)


def _best(pack: Pack, scores: Doubles, row: int, top: int) -> tuple[tuple[str, float], ...]:
    known = occupations(pack)
    order = [place for place in np.lexsort((by_name(pack), -scores)).tolist() if place != row and scores[place] > 0]
    return tuple((known[place].code, float(scores[place])) for place in order[:top])
