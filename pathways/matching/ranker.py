"""Which candidate a phrase means, and how likely that is: two logistic regressions over readable figures.

`ranker.json` holds their weights, learned by `python -m bench.training ranker` from labelled phrases: `order` puts the
candidates of one phrase in order, `sure` turns the order into the share of such answers that were right. A term is a
figure, or several multiplied ("vector*says_name").
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pathways.matching.evidence import AT, Evidence
from pathways.matching.index import Floats
from pathways.matching.products import products
from pathways.matching.sayings import beside
from pathways.pack.store import Pack

RANKER = "ranker.json"
JUDGED = 12
"""How many of the best candidates get a score."""
OF_ORDER = ("one", "score", "share", "behind", "ahead", "first_five", "best_vector")
SCORE_SCALE, LEAST_SHARE, FAR = 3.0, 0.02, 3.0
"""Beside a candidate far ahead, others are not made less likely than this tells: several may be right."""

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Weights:
    """Weights of the terms that order candidates, and of those that say how sure an answer is."""

    order: Mapping[str, float]
    sure: Mapping[str, float]


@dataclass(frozen=True)
class Ranked:
    """A candidate: its row in the evidence, and the share of such answers that are right, 0-1."""

    row: int
    score: float


def weights(pack: Pack, *, learned: bool) -> Weights:
    """The weights for a matcher with the learned numbers, or for one that has words alone."""
    return _weights(beside(pack, RANKER))["learned" if learned else "words"]


@cache
def _weights(path: Path) -> dict[str, Weights]:
    told = json.loads(path.read_text("utf-8"))
    return {name: Weights(one["order"], one["sure"]) for name, one in told.items()}


def ranked(found: Evidence, by: Weights) -> list[Ranked]:
    """The best candidates, best first, each with how sure it is; none is surer than one before it."""
    if not found.places:
        return []
    scores = products(terms(found.figures, AT, tuple(by.order)), np.array(list(by.order.values())))
    best = order_of(scores)[:JUDGED]
    figures, columns = judged(found.figures, scores, best)
    logits = products(terms(figures, columns, tuple(by.sure)), np.array(list(by.sure.values())))
    sure = np.minimum.accumulate(1 / (1 + np.exp(-logits)))
    return [Ranked(int(row), float(score)) for row, score in zip(best, sure, strict=True)]


def order_of(scores: Doubles) -> npt.NDArray[np.int64]:
    """Rows by score, the highest first; rounded, so that every machine has the same order, ties by place."""
    return np.argsort(-np.round(scores, 6), kind="stable")


def terms(figures: Floats | Doubles, columns: Mapping[str, int], names: Sequence[str]) -> Doubles:
    """A column for each term."""
    made = np.ones((len(figures), len(names)))
    for at, name in enumerate(names):
        for factor in name.split("*"):
            made[:, at] *= figures[:, columns[factor]]
    return made


def judged(figures: Floats, scores: Doubles, best: npt.NDArray[np.int64]) -> tuple[Doubles, Mapping[str, int]]:
    """The best candidates' figures with those of the order beside them, and the columns' places.

    `share` is the logarithm of a candidate's share of e^score, `behind` and `ahead` how far the score is behind the
    best and before the next, `first_five` the share of the five best.
    """
    spread = np.exp(scores - scores.max())
    shares = spread / spread.sum()
    following = np.append(scores[order_of(scores)[1 : len(best) + 1]], [scores.min() - 1.0] * len(best))[: len(best)]
    of_order = np.column_stack(
        [
            np.ones(len(best)),
            scores[best] / SCORE_SCALE,
            np.log(np.maximum(shares[best], LEAST_SHARE)),
            np.minimum(scores[best[0]] - scores[best], FAR),
            np.clip(scores[best] - following, 0, 3),
            np.full(len(best), shares[best[:5]].sum()),
            np.full(len(best), figures[:, AT["vector"]].max()),
        ]
    )
    columns = {**AT, **{name: len(AT) + at for at, name in enumerate(OF_ORDER)}}
    return np.column_stack([figures[best], of_order]), columns
