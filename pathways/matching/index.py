"""Every name in the pack, split into stems once, so that a phrase meets the names that share its words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pathways.matching.words import FILLER_WORDS, FUNCTION_WORDS, folded, stem
from pathways.model import Concept

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]

Tell = Callable[[float], None]
"""Hears how much of some work is done, 0–1. What it raises stops the work, and nothing of it is kept."""

FILLER_WEIGHT = 0.25
BATCH = 4000
"""Names worked on at once: so many that Python is quick, so few that another thread never waits long for its turn."""
ROW_MARK = "\x01"
ROW_END = 0
SKIPPED = -1
FUNCTION_STEMS = frozenset(stem(word) for word in FUNCTION_WORDS) | FUNCTION_WORDS
FILLER_STEMS = frozenset(stem(word) for word in FILLER_WORDS)


@dataclass(frozen=True)
class Postings:
    """For stem s, the rows that hold it are `rows[starts[s]:starts[s + 1]]`."""

    starts: Ints
    rows: Ints

    def of(self, stem_id: int) -> Ints:
        """The rows that hold a stem, each once, ascending."""
        return self.rows[self.starts[stem_id] : self.starts[stem_id + 1]]


@dataclass(frozen=True)
class NameIndex:
    """Names of concepts, as rows: `owners[row]` is the concept of a name, `main[row]` whether it is its own name.

    `weight` is each stem's inverse document frequency over concepts (Spärck Jones 1972); `name_weight` sums it over a
    name's stems; `names` and `concepts_of` are the postings by name and by concept. `said` is every name word by word,
    as places in `words`, `ROW_END` after each name.
    """

    concepts: tuple[Concept, ...]
    owners: Ints
    main: npt.NDArray[np.bool_]
    texts: list[str]
    stems: dict[str, int]
    vocabulary: list[str]
    weight: Floats
    name_weight: Floats
    names: Postings
    concepts_of: Postings
    words: list[str]
    said: Ints

    def spread(self, word: str) -> int:
        """How many concepts have a word in one of their names."""
        return len(self.concepts_of.of(self.stems[stem(word)]))


def build_index(
    concepts: Sequence[Concept], named: Sequence[int], others: Sequence[str], tell: Tell = lambda _share: None
) -> NameIndex:
    """Index concepts by their own names and by `others`, of which `named` are the places of the concepts meant."""
    owners, texts = _rows(concepts, named, others)
    places = {ROW_MARK: ROW_END}
    said = np.concatenate([np.zeros(0, np.int32), *_said(texts, places, tell)])
    words = list(places)
    stems, stem_of = _stems(words)
    word_rows = np.cumsum(said == ROW_END, dtype=np.int32)
    ids = stem_of[said]
    kept = ids >= 0
    ids, word_rows = ids[kept], word_rows[kept]
    names = _postings(ids, word_rows, len(stems), len(texts))
    concepts_of = _postings(ids, owners[word_rows], len(stems), len(concepts))
    vocabulary = [words[place] for place in np.flatnonzero(stem_of >= 0).tolist()]
    weight = _weights(list(stems), concepts_of, len(concepts))
    name_stems = np.repeat(np.arange(len(stems), dtype=np.int32), np.diff(names.starts))
    name_weight = np.bincount(names.rows, weight[name_stems], len(texts)).astype(np.float32)
    main = np.zeros(len(texts), np.bool_)
    main[: len(concepts)] = True
    return NameIndex(
        tuple(concepts), owners, main, texts, stems, vocabulary, weight, name_weight, names, concepts_of, words, said
    )


def _rows(concepts: Sequence[Concept], named: Sequence[int], others: Sequence[str]) -> tuple[Ints, list[str]]:
    """Every name with the place of its concept; a name with a part in brackets stands there without it too.

    Two lists and no pairs: a hundred thousand pairs make Python's collector hold up every other thread.
    """
    owners = [*range(len(concepts)), *named]
    texts = [*(one.name for one in concepts), *others]
    bracketed = [row for row, text in enumerate(texts) if "(" in text[1:]]
    owners += [owners[row] for row in bracketed]
    return np.array(owners, np.int32), texts + [texts[row].partition("(")[0] for row in bracketed]


_TABLE = str.maketrans(
    {chr(code): " " for code in range(128) if not chr(code).isalnum() and chr(code) not in f"+#{ROW_MARK}"}
)


def _said(texts: Sequence[str], places: dict[str, int], tell: Tell) -> Iterator[Ints]:
    """The place of each word of the names, `ROW_END` after each name; `places` is filled on the way."""
    for start in range(0, len(texts), BATCH):
        words = _words(texts[start : start + BATCH])
        for word in dict.fromkeys(words):
            if word not in places:
                places[word] = len(places)
        yield np.fromiter(map(places.__getitem__, words), np.int32, len(words))
        tell(min(1.0, (start + BATCH) / len(texts)))


def _words(texts: Sequence[str]) -> list[str]:
    """The words of some names, `ROW_MARK` after each name: plain ASCII in one pass, the few others one by one."""
    ready = [text if text.isascii() and text.isprintable() else folded(text) for text in texts]
    joined = ROW_MARK.join([*ready, ""]).translate(_TABLE).lower()
    return joined.replace(ROW_MARK, f" {ROW_MARK} ").split()


def _stems(words: Sequence[str]) -> tuple[dict[str, int], Ints]:
    """An id for each stem, and the id of each word's: the first word ends a name, and some carry no skill."""
    stems, of_words = dict[str, int](), [SKIPPED]
    for word in words[1:]:
        base = stem(word)
        skipped = word in FUNCTION_WORDS or base in FUNCTION_WORDS
        of_words.append(SKIPPED if skipped else stems.setdefault(base, len(stems)))
    return stems, np.array(of_words, np.int32)


def _postings(ids: Ints, rows: Ints, stem_count: int, row_count: int) -> Postings:
    keys = np.sort(ids.astype(np.int64) * row_count + rows)
    keys = keys[np.diff(keys, prepend=-1) > 0]  # np.unique hashes, which is ten times slower here
    counts = np.bincount(keys // row_count, minlength=stem_count)
    starts = np.concatenate(([0], np.cumsum(counts))).astype(np.int32)
    return Postings(starts, (keys % row_count).astype(np.int32))


def _weights(stems: Sequence[str], concepts_of: Postings, concept_count: int) -> Floats:
    found = np.diff(concepts_of.starts)
    weight = np.log((concept_count + 1) / (found + 0.5)).astype(np.float32)
    filler = np.fromiter((one in FILLER_STEMS for one in stems), np.bool_, len(stems))
    weight[filler] *= FILLER_WEIGHT
    return weight
