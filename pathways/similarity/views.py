"""Occupations seen from several sides, each a matrix whose rows can be compared."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pathways.matching.words import FUNCTION_WORDS, folded_all, stem
from pathways.pack.arrays import Floats, links, matrix
from pathways.pack.occupations import activity_parents, all_activities, all_titles, occupations
from pathways.pack.ratings import ratings
from pathways.pack.store import Pack, keep

_BRACKETS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, eq=False)
class View:
    """One side: `rows` (float32, occupations by features) of length 1; of zeros, and not `known`, without data."""

    name: str
    rows: Floats
    known: NDArray[np.bool_]


def views(pack: Pack) -> tuple[View, ...]:
    """The four sides careers are compared from, read once: what people know, do, are called and like."""
    return keep(
        pack,
        "similarity.views",
        lambda: (
            _view("ratings", _ratings(pack)),
            _view("activities", _activities(pack)),
            _view("titles", _titles(pack)),
            _view("interests", _centred(matrix(pack, "interest"))),
        ),
    )


def _view(name: str, rows: Floats) -> View:
    length = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    rows = np.divide(rows, length[:, np.newaxis], out=np.zeros_like(rows), where=length[:, np.newaxis] > 0)
    return View(name, rows, length > 0)


def _ratings(pack: Pack) -> Floats:
    """Importance of skills and knowledge, each row less its own mean: what matters more there than the rest does."""
    importance = np.hstack([ratings(pack, "skill").importance, ratings(pack, "knowledge").importance])
    return _centred(importance)


def _activities(pack: Pack) -> Floats:
    """Detailed activities and the intermediate ones above them, by tasks, tf-idf."""
    relation, parents = links(pack, "occupation_activity"), activity_parents(pack)
    groups = {parent: place for place, parent in enumerate(sorted({parents[one.id] for one in all_activities(pack)}))}
    above = np.array([groups[parents[one.id]] for one in all_activities(pack)], np.int64)
    rows, columns, tasks = (
        relation.sources(),
        relation.targets.astype(np.int64),
        (relation.marks >> 1).astype(np.float32),
    )
    size = len(occupations(pack))
    return _tf_idf(
        np.hstack(
            [_counts(rows, columns, tasks, size, len(above)), _counts(rows, above[columns], tasks, size, len(groups))]
        )
    )


def _titles(pack: Pack) -> Floats:
    """Words of every title, tf-idf; those of a single occupation tell nothing of another."""
    shape = lru_cache(maxsize=None)(stem)
    counts = [_title_words((one.title, *names.alternate), shape) for one, names in all_titles(pack)]
    spread = Counter(word for found in counts for word in found)
    columns = {word: place for place, word in enumerate(sorted(word for word, count in spread.items() if count > 1))}
    places = [
        (row, columns[word], count)
        for row, found in enumerate(counts)
        for word, count in found.items()
        if word in columns
    ]
    table = np.array(places, np.int64).reshape(-1, 3)
    return _tf_idf(_counts(table[:, 0], table[:, 1], table[:, 2].astype(np.float32), len(counts), len(columns)))


def _title_words(names: Iterable[str], shape: Callable[[str], str]) -> Counter[str]:
    text = folded_all(_BRACKETS.sub("", "\n".join(names)))
    return Counter(shape(word) for word in text.split() if word not in FUNCTION_WORDS)


def _counts(rows: NDArray[np.int64], columns: NDArray[np.int64], amounts: Floats, height: int, width: int) -> Floats:
    flat = np.bincount(rows * width + columns, amounts, height * width)
    return flat.reshape(height, width).astype(np.float32)


def _tf_idf(counts: Floats) -> Floats:
    """(1 + ln count) x ln(rows / rows that have it), per row (Salton and Buckley 1988)."""
    spread = np.count_nonzero(counts, axis=0)
    rarity = np.log(len(counts) / np.maximum(spread, 1)).astype(np.float32)
    often = np.log(counts, out=np.full_like(counts, -1.0), where=counts > 0) + 1
    weighted: Floats = often * rarity
    return weighted


def _centred(values: Floats) -> Floats:
    known = ~np.isnan(values).all(axis=1, keepdims=True)
    return np.where(known, values - np.where(known, values, 0).mean(axis=1, keepdims=True), 0).astype(np.float32)
