"""Vectors of words and concepts, trained so that texts about one concept lie close: two towers with shared words.

Each text's vector is the weighted sum of its words' vectors; a text and other texts of its concept attract each other,
and those of other concepts in the batch repel (softmax over cosines). Plain numpy, seeded: the same to rounding.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bench.training.corpus import Text

DIMENSIONS, EPOCHS, BATCH, SEED = 80, 9, 1024, 1
RATE, WARMTH, DROPPED = 0.05, 0.08, 0.15
OFTEN = {"task": 2, "description": 2, "saying": 3}
"""How many times a text of a kind is shown in each round."""
COUNTS = {"own": 1.5, "other": 1.0, "task": 0.3, "description": 1.0, "category": 0.7, "saying": 0.5}
"""What a text of a kind counts for in its concept's vector."""

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Bags:
    """Texts as words: text t has `words[starts[t]:starts[t + 1]]`, is about `owners[t]`; `members` sorts by owner."""

    words: Ints
    starts: Ints
    owners: Ints
    kinds: list[str]
    members: Ints
    first: Ints
    count: Ints


@dataclass(frozen=True, eq=False)
class Trained:
    """A vector and a weight for each word; `vectors` are both multiplied, `concepts` one long."""

    vectors: Floats
    concepts: Floats


def bags(texts: Sequence[Text], vocabulary: dict[str, int], concepts: int) -> Bags:
    """Texts that have known words."""
    known = [(one, [vocabulary[word] for word in one.stems if word in vocabulary][:60]) for one in texts]
    known = [(one, words) for one, words in known if words]
    owners = np.array([one.concept for one, _ in known])
    count = np.bincount(owners, minlength=concepts)
    return Bags(
        np.array([word for _, words in known for word in words]),
        np.concatenate(([0], np.cumsum([len(words) for _, words in known]))),
        owners,
        [one.kind for one, _ in known],
        np.argsort(owners, kind="stable"),
        np.concatenate(([0], np.cumsum(count)[:-1])),
        count,
    )


def train(given: Bags, weights: Floats, tell: Callable[[int, int], None]) -> Trained:
    """Train from random vectors and the words' weights (inverse document frequencies)."""
    random = np.random.default_rng(SEED)
    words = _Words((random.standard_normal((len(weights), DIMENSIONS)) * 0.1).astype(np.float32), weights.copy())
    alone = given.count[given.owners] < 2
    often = [0 if one else OFTEN.get(kind, 1) for one, kind in zip(alone, given.kinds, strict=True)]
    shown = np.repeat(np.arange(len(given.owners)), often)
    rounds = len(shown) // BATCH
    for step in range(EPOCHS * rounds):
        if step % rounds == 0:
            order = random.permutation(shown)
            tell(step // rounds, EPOCHS)
        at = step % rounds
        _learn(given, words, order[at * BATCH : (at + 1) * BATCH], random, RATE * (1 - step / (EPOCHS * rounds)) + 1e-4)
    return Trained(words.vectors * words.weights[:, None], _concepts(given, words))


class _Words:
    """What is trained, and Adagrad's sums of squares."""

    def __init__(self, vectors: Floats, weights: Floats) -> None:
        self.vectors, self.weights = vectors, weights
        self.of_vectors = np.full(len(weights), 1e-6, np.float32)
        self.of_weights = np.full(len(weights), 1e-6, np.float32)

    def step(self, words: Ints, of_vectors: Floats, of_weights: Floats, rate: float) -> None:
        """Go down the slopes, each word's added up."""
        order = np.argsort(words, kind="stable")
        words = words[order]
        starts = np.flatnonzero(np.diff(words, prepend=-1))
        once = words[starts]
        of_vectors = np.add.reduceat(of_vectors[order], starts, axis=0)
        of_weights = np.add.reduceat(of_weights[order], starts)
        self.of_vectors[once] += (of_vectors * of_vectors).mean(1)
        self.vectors[once] -= rate * of_vectors / np.sqrt(self.of_vectors[once])[:, None]
        self.of_weights[once] += of_weights * of_weights
        lower = 0.1 * rate * of_weights / np.sqrt(self.of_weights[once])
        self.weights[once] = np.maximum(self.weights[once] - lower, 0.02)


@dataclass(frozen=True, eq=False)
class _Side:
    """Texts of one side of a batch: their words with what each counts, and their vectors one long with the lengths."""

    words: Ints
    sizes: Ints
    counts: Floats
    units: Floats
    lengths: Floats


def _side(words: _Words, tokens: Ints, sizes: Ints, kept: Floats | None = None) -> _Side:
    counts = words.weights[tokens] if kept is None else words.weights[tokens] * kept
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    sums = np.add.reduceat(words.vectors[tokens] * counts[:, None], starts, axis=0)
    lengths = np.sqrt((sums * sums).sum(1) + 1e-8)
    return _Side(tokens, sizes, counts, sums / lengths[:, None], lengths)


def _learn(given: Bags, words: _Words, batch: Ints, random: np.random.Generator, rate: float) -> None:
    tokens, sizes = _gathered(given, batch)
    left = _side(words, tokens, sizes, (random.random(len(tokens)) > DROPPED).astype(np.float32))
    right = _side(words, *_partners(given, batch, random))
    scores = left.units @ right.units.T / WARMTH
    owners = given.owners[batch]
    same = owners[:, None] == owners[None, :]
    np.fill_diagonal(same, val=False)
    scores[same] = -1e9
    share = np.exp(scores - scores.max(1, keepdims=True))
    share /= share.sum(1, keepdims=True)
    share[np.arange(len(batch)), np.arange(len(batch))] -= 1
    share /= WARMTH
    slopes = [_slopes(words, left, share @ right.units), _slopes(words, right, share.T @ left.units)]
    joined = [np.concatenate(parts) for parts in zip(*slopes, strict=True)]
    words.step(joined[0], joined[1], joined[2], rate)


def _slopes(words: _Words, side: _Side, of_units: Floats) -> tuple[Ints, Floats, Floats]:
    along = (of_units * side.units).sum(1, keepdims=True)
    of_sums = np.repeat((of_units - side.units * along) / side.lengths[:, None], side.sizes, axis=0)
    return side.words, of_sums * side.counts[:, None], (of_sums * words.vectors[side.words]).sum(1)


def _gathered(given: Bags, rows: Ints) -> tuple[Ints, Ints]:
    """The words of some texts one after another, and how many each has."""
    sizes = given.starts[rows + 1] - given.starts[rows]
    before = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    return given.words[np.repeat(given.starts[rows] - before, sizes) + np.arange(sizes.sum())], sizes


def _partners(given: Bags, batch: Ints, random: np.random.Generator) -> tuple[Ints, Ints]:
    """For each text three others of its concept together, drawn with repeats."""
    owners = given.owners[batch]
    first, count = given.first[owners][:, None], given.count[owners][:, None]
    drawn = (random.random((len(batch), 3)) * count).astype(np.int64)
    rows = given.members[first + drawn]
    rows = np.where(rows == batch[:, None], given.members[first + (drawn + 1) % count], rows)
    words, sizes = _gathered(given, rows.ravel())
    return words, sizes.reshape(-1, 3).sum(1)


def _concepts(given: Bags, words: _Words) -> Floats:
    tokens, sizes = _gathered(given, given.members)
    counts = np.array([COUNTS[given.kinds[row]] for row in given.members], np.float32)
    told = _side(words, tokens, sizes).units * counts[:, None]
    found = np.zeros((len(given.count), DIMENSIONS), np.float32)
    there = given.count > 0
    found[there] = np.add.reduceat(told, given.first[there], axis=0)
    units: Floats = found / np.sqrt((found * found).sum(1, keepdims=True) + 1e-8)
    return units
