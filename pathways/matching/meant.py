"""How alike words, phrases and names are in what they mean."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pathways.matching.index import Floats, NameIndex
from pathways.matching.meaning import Meaning
from pathways.matching.products import products, products_of_all
from pathways.matching.words import FUNCTION_WORDS, folded, stem

Places = npt.NDArray[np.int64]
SLIGHT = 0.3
"""What words of a phrase count that say how, when or for whom, and not what."""
AT_ONCE = 500
"""Phrases summed at once: what is in hand stays in the processor's own memory, three times as fast."""
LEAST_ALIKE = 0.35
"""Likeness from which two words are told as ones that an answer rests on."""


def stems_of(learned: Meaning, words: Sequence[str]) -> list[int]:
    """The places of words that have a vector, each stem once."""
    bases = dict.fromkeys(stem(word) for word in words if word not in FUNCTION_WORDS)
    return [learned.stems[one] for one in bases if one in learned.stems]


def knows(learned: Meaning, index: NameIndex, words: Sequence[str], *, named: bool) -> bool:
    """Whether the numbers know a phrase, or it is in another language, whose words names have that have no vector.

    So is a name said in full (`named`) with such a word, and a phrase with more than one that weigh more than the rest.
    """
    met = [base for base in dict.fromkeys(map(stem, words)) if base in index.stems]
    new = [base for base in met if base not in learned.stems]
    if named or len(new) == len(met):
        return not new
    return len(new) < 2 or 2 * _weight(index, new) < _weight(index, met)


def _weight(index: NameIndex, stems: Sequence[str]) -> float:
    return sum(float(index.weight[index.stems[base]]) for base in stems)


def _counts(learned: Meaning, mine: Sequence[int]) -> Floats:
    return np.where(learned.slight[list(mine)], np.float32(SLIGHT), np.float32(1))


def _stems_of_name(learned: Meaning, name: str) -> list[int]:
    """As `stems_of`, kept: the same names are met again and again."""
    found = learned.names.get(name)
    if found is None:
        found = learned.names[name] = stems_of(learned, _words(name))
    return found


def vectors_of(learned: Meaning, phrases: Sequence[Sequence[str]]) -> Floats:
    """A vector for each phrase, one long; zeros for one without known words."""
    told = [stems_of(learned, words) for words in phrases]
    flat = np.array([place for mine in told for place in mine], np.int64)
    return vectors_of_stems(learned, flat, np.array([len(mine) for mine in told], np.int64))


def vectors_of_stems(learned: Meaning, flat: Places, sizes: Places) -> Floats:
    """The same for phrases as places of stems one after another, and how many each has."""
    sums = np.zeros((len(sizes), learned.vectors.shape[1]), np.float32)
    told = np.flatnonzero(sizes)
    ends = np.cumsum(sizes[told])
    for first in range(0, len(told), AT_ONCE):
        some, till = told[first : first + AT_ONCE], ends[first : first + AT_ONCE]
        starts = till - sizes[some]
        places = flat[starts[0] : till[-1]]
        counts = np.where(learned.slight[places], np.float32(SLIGHT), np.float32(1))
        sums[some] = np.add.reduceat(learned.vectors[places] * counts[:, None], starts - starts[0])
    lengths = np.sqrt((sums * sums).sum(1, keepdims=True))
    units: Floats = np.divide(sums, lengths, out=np.zeros_like(sums), where=lengths > 0)
    return units


def soft_likeness(learned: Meaning, words: Sequence[str], names: Sequence[str]) -> tuple[Floats, Floats]:
    """For each name: how much of the phrase is met by its likest words, and how much of the name by the phrase's."""
    of_phrase, of_name = np.zeros(len(names), np.float32), np.zeros(len(names), np.float32)
    mine = stems_of(learned, words)
    ids = [_stems_of_name(learned, name) for name in names]
    rows = np.array([row for row, one in enumerate(ids) if one], np.int64)
    if not mine or not len(rows):
        return of_phrase, of_name
    flat = np.array([place for one in ids for place in one], np.int64)
    starts = np.concatenate(([0], np.cumsum([len(ids[row]) for row in rows])[:-1]))
    alike = _alike(learned, flat, mine)
    said, told = learned.lengths[mine] * _counts(learned, mine), learned.lengths[flat]
    of_phrase[rows] = products(np.maximum.reduceat(alike, starts, axis=0), said) / said.sum()
    of_name[rows] = np.add.reduceat(alike.max(1) * told, starts) / np.add.reduceat(told, starts)
    return of_phrase, of_name


def rests_on(learned: Meaning, words: Sequence[str], name: str, most: int = 3) -> tuple[tuple[str, str], ...]:
    """The words of a phrase and of a name that are most alike in meaning, the likest first."""
    mine = [word for word in dict.fromkeys(words) if stems_of(learned, [word])]
    own = [word for word in dict.fromkeys(_words(name)) if stems_of(learned, [word])]
    if not mine or not own:
        return ()
    alike = _alike(
        learned,
        np.array([stems_of(learned, [word])[0] for word in own]),
        [stems_of(learned, [word])[0] for word in mine],
    )
    pairs = [(float(alike[:, at].max()), mine[at], own[int(alike[:, at].argmax())]) for at in range(len(mine))]
    return tuple((said, named) for like, said, named in sorted(pairs, reverse=True)[:most] if like >= LEAST_ALIKE)


def _alike(learned: Meaning, rows: np.ndarray[tuple[int], np.dtype[np.int64]], columns: list[int]) -> Floats:
    """Cosines of words' vectors, none under 0."""
    left = learned.vectors[rows] / learned.lengths[rows][:, None]
    right = learned.vectors[columns] / learned.lengths[columns][:, None]
    return np.maximum(products_of_all(left, right), np.float32(0))


def _words(name: str) -> list[str]:
    return folded(name).split()
