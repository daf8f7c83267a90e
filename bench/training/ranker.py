"""The ranker's weights, fitted to labelled phrases; deterministic, without any but the part for learning."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pathways.matching.evidence import AT, COLUMNS, OF_PHRASE, Evidence
from pathways.matching.index import Floats
from pathways.matching.ranker import JUDGED, Doubles, Weights, judged, order_of, terms

ORDER = (
    *(name for name in COLUMNS if name not in (*OF_PHRASE, "no_job")),
    "vector*vector", "dice*dice", "vector*dice", "says_phrase*says_name", "saying*vector",
    "saying*saying_share", "saying_first*saying_share", "kin*kin", "kin*kin_share", "kin_meaning*kin_share",
    "kin*vector", "kin_words*kin_held", "job*kin",
    "job*titled", "no_job*titled", "job*saying", "job*vector", "job*head", "job*words", "job*course", "activity*words",
    "activity*vector", "software*dice", "software*saying", "no_job*vector", "part_vector*part_dice",
    "part_vector*part_vector", "saying*words", "kin*no_kin", "esco_group*course", "knowledge*course",
    "soft_phrase*soft_name", "soft_phrase*vector", "soft_name*vector", "common*vector", "common*activity",
    "common*software", "job*soft_name",
)  # fmt: skip
SURE = (
    "one", "score", "share", "behind", "ahead", "first_five", "best_vector", "vector", "dice", "says_phrase", "exact",
    "other", "saying", "saying*saying_share", "saying_share", "part_vector", "empty", "empty*empty", "words",
    "one_word", "negated", "course", "vector*dice", "empty*vector", "best_saying", "best_kin", "no_kin", "kin",
    "kin_share", "kin*kin_share", "kin_words", "kin_times", "best_kin*no_kin", "soft_phrase", "soft_name",
)  # fmt: skip
ORDER_PENALTY, SURE_PENALTY = 5.0, 1.0
STEPS, RATE = 200, 0.05
OF_LINE, OF_LABELLED = (1.0, 0.3), (3.0, 3.0)
"""What a line of the table and a labelled phrase count for in the order, and in how sure it is."""
OTHERS = 0.2
"""What a guess behind the best counts in fitting how sure answers are."""
FIRST = 5

Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Example:
    """A phrase's candidates as figures, and which are right; whether people labelled it."""

    figures: Floats
    right: Bools
    labelled: bool


def example(found: Evidence, right: Collection[int], *, labelled: bool) -> Example:
    """An example from evidence; `right` are places in the index."""
    return Example(found.figures, np.array([place in right for place in found.places], np.bool_), labelled)


def _counts(one: Example) -> tuple[float, float]:
    return OF_LABELLED if one.labelled else OF_LINE


def fitted(examples: Sequence[Example]) -> Weights:
    """Weights for examples: the order by all of them, and how sure by orders fitted without the phrase in question."""
    order = fit_order(examples)
    return Weights(order, fit_sure(examples, out_of_fold_scores(examples)))


def fit_order(examples: Sequence[Example]) -> dict[str, float]:
    """Multinomial logistic regression over each phrase's candidates, of which several may be right."""
    told = [one for one in examples if one.right.any()]
    x = np.concatenate([terms(one.figures, AT, ORDER) for one in told])
    right = np.concatenate([one.right for one in told])
    sizes = np.array([len(one.right) for one in told])
    starts, of = np.concatenate(([0], np.cumsum(sizes)[:-1])), np.repeat(np.arange(len(told)), sizes)
    scale = x.std(0) + 1e-9
    x = x / scale
    much = np.repeat([_counts(one)[0] for one in told], sizes)
    w, mean, square = (np.zeros(len(ORDER)) for _ in range(3))
    for step in range(1, STEPS + 1):
        score = x @ w
        grown = np.exp(score - np.maximum.reduceat(score, starts)[of])
        of_all = grown / np.add.reduceat(grown, starts)[of]
        of_right = grown * right / (np.add.reduceat(grown * right, starts)[of] + 1e-12)
        slope = x.T @ (much * (of_all - of_right)) + ORDER_PENALTY * w
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope * slope
        rate = RATE if step < 0.6 * STEPS else 0.3 * RATE
        w = w - rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return dict(zip(ORDER, (w / scale).tolist(), strict=True))


def scores_by(order: Mapping[str, float], one: Example) -> Doubles:
    """Each candidate's score."""
    scores: Doubles = terms(one.figures, AT, tuple(order)) @ np.array(list(order.values()))
    return scores


def folds(count: int, parts: int = 5, seed: int = 0) -> npt.NDArray[np.int64]:
    """Which part each of some examples belongs to, dealt evenly."""
    dealt = np.empty(count, np.int64)
    dealt[np.random.default_rng(seed).permutation(count)] = np.arange(count) % parts
    return dealt


def out_of_fold_scores(examples: Sequence[Example], seed: int = 0) -> list[Doubles]:
    """Scores of each example's candidates by an order fitted without it."""
    dealt = folds(len(examples), seed=seed)
    scores: list[Doubles] = [np.zeros(0)] * len(examples)
    for part in range(int(dealt.max()) + 1):
        order = fit_order([one for one, at in zip(examples, dealt, strict=True) if at != part])
        for place in np.flatnonzero(dealt == part).tolist():
            scores[place] = scores_by(order, examples[place])
    return scores


def fit_sure(examples: Sequence[Example], scores: Sequence[Doubles]) -> dict[str, float]:
    """Logistic regression of being right, on the best candidate of each phrase and, weighing less, the next ones."""
    rows, right, weight = list[Doubles](), list[Bools](), list[Doubles]()
    for one, score in zip(examples, scores, strict=True):
        if not len(score):
            continue
        best = order_of(score)[:JUDGED]
        figures, columns = judged(one.figures, score, best)
        rows.append(terms(figures, columns, SURE)[:FIRST])
        right.append(one.right[best[:FIRST]])
        weight.append(_counts(one)[1] * np.where(np.arange(len(rows[-1])) == 0, 1.0, OTHERS))
    x, y, much = np.concatenate(rows), np.concatenate(right).astype(float), np.concatenate(weight)
    centre, scale = x.mean(0), x.std(0) + 1e-6
    centre[0], scale[0] = 0.0, 1.0
    w = _logistic((x - centre) / scale, y, much)
    w = w / scale
    w[0] -= float(w[1:] @ centre[1:])
    return dict(zip(SURE, w.tolist(), strict=True))


def _logistic(x: Doubles, y: Doubles, much: Doubles) -> Doubles:
    """Newton's method; the first column is the constant and is not held down."""
    held = np.full(x.shape[1], SURE_PENALTY)
    held[0] = 1e-3
    w = np.zeros(x.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ w))
        bend = x.T @ (x * (much * (p * (1 - p) + 1e-6))[:, None]) + np.diag(held)
        w = w - np.linalg.solve(bend, x.T @ (much * (p - y)) + held * w)
    return w


def write(path: Path, *, learned: Weights, words: Weights) -> None:
    """Keep the weights as JSON that a person can read."""
    told = {
        name: {part: {term: round(value, 5) for term, value in given.items()} for part, given in parts.items()}
        for name, parts in {
            "learned": {"order": learned.order, "sure": learned.sure},
            "words": {"order": words.order, "sure": words.sure},
        }.items()
    }
    path.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
