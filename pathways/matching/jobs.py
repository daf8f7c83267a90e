"""Whether a phrase names a job, by its words."""

from collections.abc import Mapping, Sequence

import numpy as np

from pathways.matching.index import ROW_END, NameIndex
from pathways.matching.meant import Places
from pathways.matching.words import FUNCTION_WORDS, singular
from pathways.pack.store import Pack, keep

JOBS = ("occupation", "esco_occupation")
SEEN = 8.0
"""How many names a word must end for its share to count as it is."""


def titled(pack: Pack, index: NameIndex, words: Sequence[str]) -> float:
    """How much the likeliest word of a phrase is the last word of jobs' names, and not a word of others, 0-1."""
    heads: Mapping[str, float] = keep(pack, "matching.heads", lambda: _heads(index))
    return max((heads.get(word, 0.0) for word in singular(" ".join(words)).split()), default=0.0)


def _heads(index: NameIndex) -> dict[str, float]:
    plain = dict[str, int]()
    said = np.array([plain.setdefault(singular(word), len(plain)) for word in index.words], np.int64)[index.said]
    after = index.said == ROW_END
    rows = np.cumsum(after) - after
    of_job = np.array([one.kind in JOBS for one in index.concepts], np.bool_)[index.owners][rows]
    ends = np.bincount(said[:-1][after[1:] & ~after[:-1] & of_job[:-1]], minlength=len(plain)).tolist()
    others = _names_with(said[~of_job & ~after], rows[~of_job & ~after], len(plain)).tolist()
    return {
        word: times / (times + other + SEEN)
        for word, times, other in zip(plain, ends, others, strict=True)
        if times and word not in FUNCTION_WORDS
    }


def _names_with(said: Places, rows: Places, count: int) -> Places:
    """How many rows have each word."""
    pairs = np.sort(rows * count + said)
    return np.bincount(pairs[np.diff(pairs, prepend=-1) > 0] % count, minlength=count)
