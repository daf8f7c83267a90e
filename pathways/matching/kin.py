"""The sayings nearest to a phrase, by the words they share and by what words mean, and what they speak for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from pathways.matching.index import Floats, NameIndex, Postings
from pathways.matching.meaning import Meaning, meaning
from pathways.matching.meant import Places, vectors_of, vectors_of_stems
from pathways.matching.names import concept_places
from pathways.matching.products import products
from pathways.matching.sayings import sayings
from pathways.matching.words import FUNCTION_WORDS, stem
from pathways.pack import esco
from pathways.pack.occupations import occupations
from pathways.pack.store import Pack, keep

MOST = 30
LEAST = 0.2
SHARP = 8.0
OF_PLACE = 0.12
"""How much less each further meaning of a saying counts than the one before."""
OF_WORDS = 0.5
"""What words in common count beside what words mean."""
MOST_TWINS = 2


@dataclass(frozen=True, eq=False)
class Lines:
    """The table's lines, told in places of concepts: `meant` best first; postings by stem over lines."""

    meant: list[tuple[int, ...]]
    stems: dict[str, int]
    postings: Postings
    weight: Floats
    line_weight: Floats
    vectors: Floats | None


@dataclass(frozen=True, eq=False)
class Kin:
    """Lines near a phrase, the nearest first: how near, by words, by meaning, and how much of each line is said."""

    lines: list[int]
    near: list[float]
    by_words: list[float]
    by_meaning: list[float]
    held: list[float]


@dataclass(frozen=True)
class Support:
    """What near sayings speak for a concept. `line` is the nearest that does."""

    near: float
    by_words: float
    by_meaning: float
    held: float
    share: float
    times: int
    line: int


def lines(pack: Pack, index: NameIndex) -> Lines:
    """The table for this pack; ids that the pack does not have are left out."""
    return keep(pack, "matching.kin", lambda: _read(pack, index, meaning(pack, index)))


def _read(pack: Pack, index: NameIndex, learned: Meaning | None) -> Lines:
    table, places, twins = sayings(pack).lines, concept_places(pack), _twins(pack)
    meant = [tuple(dict.fromkeys([places[one] for one in _with(twins, line.meant) if one in places])) for line in table]
    texts = [line.plain if mine or not line.ids else "" for mine, line in zip(meant, table, strict=True)]
    stems, flat, rows = _stems(texts)
    order = np.lexsort((rows, flat))
    starts = np.concatenate(([0], np.cumsum(np.bincount(flat, minlength=len(stems))))).astype(np.int32)
    weight = np.array([_weight(index, one) for one in stems], np.float32)
    line_weight = np.bincount(rows, weight[flat], len(texts)).astype(np.float32)
    vectors = _vectors(learned, list(stems), flat, rows, len(texts)) if learned else None
    return Lines(meant, stems, Postings(starts, rows[order].astype(np.int32)), weight, line_weight, vectors)


def _stems(texts: Sequence[str]) -> tuple[dict[str, int], Places, Places]:
    """The stems of folded texts, and line by line the place of each stem of a text, once, and the text's."""
    words = [text.split() for text in texts]
    stems, of_word = dict[str, int](), dict[str, int]()
    for word in dict.fromkeys(chain.from_iterable(words)):
        of_word[word] = -1 if word in FUNCTION_WORDS else stems.setdefault(stem(word), len(stems))
    flat = np.array(list(map(of_word.__getitem__, chain.from_iterable(words))), np.int64)
    rows = np.repeat(np.arange(len(texts)), list(map(len, words)))
    first = np.sort(np.unique(rows * (len(stems) + 1) + flat, return_index=True)[1])
    first = first[flat[first] >= 0]
    return stems, flat[first], rows[first]


def _vectors(learned: Meaning, stems: Sequence[str], flat: Places, rows: Places, count: int) -> Floats:
    known = np.array([learned.stems.get(one, -1) for one in stems], np.int64)[flat]
    return vectors_of_stems(learned, known[known >= 0], np.bincount(rows[known >= 0], minlength=count))


def _weight(index: NameIndex, base: str) -> float:
    place = index.stems.get(base)
    return float(index.weight.max(initial=1.0) if place is None else index.weight[place])


def _with(twins: dict[str, tuple[str, ...]], meant: Sequence[str]) -> list[str]:
    return [*meant, *[twin for one in meant if one in twins for twin in twins[one]]]


def _twins(pack: Pack) -> dict[str, tuple[str, ...]]:
    """O*NET-SOC code -> the ESCO occupations that are the same job by the crosswalk's makers, where they are few."""
    found = dict[str, tuple[str, ...]]()
    for job in occupations(pack):
        same = [one.occupation.concept.id for one in esco.twins(pack, job.code) if one.confidence == 2]
        if 0 < len(same) <= MOST_TWINS:
            found[job.code] = tuple(same)
    return found


def kin(
    told: Lines, index: NameIndex, learned: Meaning | None, words: Sequence[str], without: Collection[int] = ()
) -> Kin:
    """The nearest lines; `without` are left out."""
    shared, whole = _shared(told, index, words)
    near = dice = 2 * shared / (whole + told.line_weight + np.float32(1e-6))
    cosine = np.zeros_like(dice)
    if learned is not None and told.vectors is not None:
        cosine = np.maximum(products(told.vectors, vectors_of(learned, [words])[0]), np.float32(0))
        near = np.float32(OF_WORDS) * dice + np.float32(1 - OF_WORDS) * cosine
    near[list(without)] = 0
    best = np.argpartition(-near, MOST)[:MOST] if len(near) > MOST else np.arange(len(near))
    best = best[np.lexsort((best, -near[best]))]
    best = best[near[best] > LEAST]
    held = shared[best] / (told.line_weight[best] + np.float32(1e-6))
    return Kin(best.tolist(), near[best].tolist(), dice[best].tolist(), cosine[best].tolist(), held.tolist())


def _shared(told: Lines, index: NameIndex, words: Sequence[str]) -> tuple[Floats, float]:
    """How much of each line's weight a phrase has, and the phrase's own weight."""
    shared = np.zeros(len(told.meant), np.float32)
    whole = 0.0
    for base in dict.fromkeys(stem(word) for word in words if word not in FUNCTION_WORDS):
        place = told.stems.get(base)
        if place is not None:
            shared[told.postings.of(place)] += told.weight[place]
        whole += float(told.weight[place]) if place is not None else _weight(index, base)
    return shared, whole


def support(told: Lines, found: Kin) -> tuple[dict[int, Support], float]:
    """What the lines speak for, by concept, and the share that speaks for no skill."""
    if not found.lines:
        return {}, 0.0
    weights = np.exp(SHARP * (np.array(found.near) - found.near[0]))
    spoken: dict[int, Support] = {}
    nothing = 0.0
    for at, (line, much) in enumerate(zip(found.lines, (weights / weights.sum()).tolist(), strict=True)):
        if not told.meant[line]:
            nothing += much
        for place, concept in enumerate(told.meant[line]):
            one = _of_line(found, at, 1 / (1 + OF_PLACE * place), much)
            spoken[concept] = _joined(spoken[concept], one) if concept in spoken else one
    return spoken, nothing


def _of_line(found: Kin, at: int, credit: float, much: float) -> Support:
    near, by_words, by_meaning, held = (
        credit * figures[at] for figures in (found.near, found.by_words, found.by_meaning, found.held)
    )
    return Support(near, by_words, by_meaning, held, credit * much, 1, found.lines[at])


def _joined(one: Support, other: Support) -> Support:
    return Support(
        max(one.near, other.near),
        max(one.by_words, other.by_words),
        max(one.by_meaning, other.by_meaning),
        max(one.held, other.held),
        one.share + other.share,
        one.times + other.times,
        one.line,
    )
