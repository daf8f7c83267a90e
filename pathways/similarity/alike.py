"""Which occupations are like which: several sides fused by rank."""

import numpy as np

from pathways.pack.arrays import Floats
from pathways.pack.occupations import occupation, occupations
from pathways.pack.store import Pack
from pathways.similarity.views import View, views

SMOOTHING = 20.0
"""The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009); their 60 is for longer lists. Any from 10
to 40 finds O*NET's related occupations about as well; the four sides weigh the same, and nothing was fitted."""


def like(pack: Pack, code: str, top: int = 10) -> tuple[tuple[str, float], ...]:
    """The occupations most like one, best first, as (code, score 0–1); error `occupation_unknown`."""
    row = occupation(pack, code).index
    return _best(pack, likeness(pack, row), row, top)


def like_all(pack: Pack, top: int = 10) -> tuple[tuple[str, tuple[tuple[str, float], ...]], ...]:
    """`like` for every occupation, in code order."""
    sides = [(side, side.rows @ side.rows.T) for side in views(pack)]
    return tuple(
        (one.code, _best(pack, _fused([(side, table[one.index]) for side, table in sides], one.index), one.index, top))
        for one in occupations(pack)
    )


def likeness(pack: Pack, row: int) -> Floats:
    """How like each occupation is to one, 0–1: 1 where it comes first on every side. Itself is 1."""
    return _fused([(side, side.rows @ side.rows[row]) for side in views(pack)], row)


def _fused(sides: list[tuple[View, Floats]], row: int) -> Floats:
    """The mean of (k + 1) / (k + rank) over the sides on which an occupation is known.

    Another that is not known on one of them counts as the average there: what nobody measured speaks neither for it nor
    against it, so that an occupation known by its titles alone is not the nearest for sharing one. 0 where no side is
    known of both.
    """
    size = len(sides[0][1])
    total, known_on = np.zeros(size, np.float32), np.zeros(size, np.int64)
    of_this = [(side.known, cosine) for side, cosine in sides if side.known[row]]
    for known, cosine in of_this:
        others = known & (np.arange(size) != row)
        places = np.flatnonzero(others)
        order = places[np.argsort(-cosine[places], kind="stable")]
        credit = (SMOOTHING + 1) / (SMOOTHING + np.arange(1, len(order) + 1, dtype=np.float32))
        total[order] += credit
        total[~others] += credit.mean() if len(credit) else 0
        known_on += others
    fused: Floats = np.where(known_on > 0, total / max(len(of_this), 1), 0).astype(np.float32)
    fused[row] = 1.0
    return fused


def _best(pack: Pack, scores: Floats, row: int, top: int) -> tuple[tuple[str, float], ...]:
    known = occupations(pack)
    order = [place for place in np.argsort(-scores, kind="stable").tolist() if place != row and scores[place] > 0]
    return tuple((known[place].code, round(float(scores[place]), 4)) for place in order[:top])
