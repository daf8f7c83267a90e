"""The names nearest to a phrase, by the words they share."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from pathways.matching.everyday import EVERYDAY_CREDIT, everyday
from pathways.matching.index import FILLER_STEMS, FILLER_WEIGHT, FUNCTION_STEMS, Floats, NameIndex, Postings
from pathways.matching.words import folded, singular, stem
from pathways.model import Concept

Rows = npt.NDArray[np.signedinteger]

MOST_WORDS = 24
SAME_WEIGHT = 0.01
"""How far two sums of the same stems' weights may lie apart, having been added up in another order."""
SPELLING_CREDIT = 0.85
OF_FORM = 0.15
"""Share of a likeness that hangs on words being said in the same form."""
SAME_WORD_LIKENESS = 0.8
"""Share of letters at which a word that no name has is taken for a misspelling of one that some name has."""


@dataclass(frozen=True)
class Word:
    """A word of a phrase: what it weighs, and the stems it may be met by with the credit each earns.

    `meant` is the word as it is spelled in names, where `text` is a misspelling of it; else `text`.
    """

    text: str
    meant: str
    weight: float
    credits: tuple[tuple[int, float], ...]


@dataclass(frozen=True)
class Phrase:
    """A phrase, folded, and the words of it that carry meaning."""

    plain: str
    words: tuple[Word, ...]
    weight: float


def read_phrase(index: NameIndex, text: str, *, mend: bool = True) -> Phrase:
    """Fold, split and stem a phrase; words that no name has are mended by spelling, or weigh as the rarest do."""
    plain = folded(text)
    said = [word for word in plain.split() if word not in FUNCTION_STEMS]
    told = [word for word in said if not word.isdigit()] or said
    by_stem = {stem(word): word for word in reversed(told[:MOST_WORDS])}
    words = tuple(_word(index, word, mend=mend) for word in by_stem.values())
    return Phrase(plain, words, sum(word.weight for word in words))


def _word(index: NameIndex, word: str, *, mend: bool) -> Word:
    base = stem(word)
    place = index.stems.get(base)
    met = {} if place is None else {place: 1.0}
    for other in everyday().get(base, ()):
        if other in index.stems:
            met.setdefault(index.stems[other], EVERYDAY_CREDIT)
    meant = word
    if mend and not met and (respelled := _respelled(index, word)):
        meant, met = respelled, {index.stems[stem(respelled)]: SPELLING_CREDIT}
    known = place if place is not None else max(met, key=lambda one: index.weight[one], default=None)
    weight = float(index.weight.max(initial=1.0) if known is None else index.weight[known])
    filler = known is None and base in FILLER_STEMS
    return Word(word, meant, weight * (FILLER_WEIGHT if filler else 1.0), tuple(met.items()))


def _respelled(index: NameIndex, word: str) -> str | None:
    """The known word that a misspelt one is nearest to: five letters or more, the first one right."""
    if len(word) < 5 or not word.isalpha():
        return None
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near = process.extract(
        word, index.vocabulary, scorer=OSA.normalized_similarity, score_cutoff=SAME_WORD_LIKENESS, limit=8
    )
    same_start = [(likeness, index.spread(found), found) for found, likeness, _ in near if found[0] == word[0]]
    return max(same_start)[2] if same_start else None


def exact_rows(index: NameIndex, phrase: Phrase) -> list[int]:
    """Rows whose name is the phrase, but for case, accents, punctuation and plain plurals."""
    known = [place for word in phrase.words for place, credit in word.credits if credit == 1.0]
    if len(known) < len(phrase.words) or not known:
        return []
    rows = index.names.of(min(known, key=lambda place: len(index.names.of(place))))
    if not any(letter.isdigit() for letter in phrase.plain) and len(phrase.words) < MOST_WORDS:
        rows = rows[np.abs(index.name_weight[rows] - index.weight[known].sum()) < SAME_WEIGHT]
    wanted = singular(phrase.plain)
    return [int(row) for row in rows if singular(folded(index.texts[row])) == wanted]


@dataclass(frozen=True)
class NearRow:
    """A concept's name nearest to a phrase.

    `likeness` is Dice's coefficient over the weights of their stems, a bit less where they share stems but not words;
    `of_phrase` and `of_name` are how much of each is met; `head` is 1 where the
    name's last word is said, half in another form; `anywhere` how much of the phrase any name of the concept holds.
    """

    concept: int
    row: int
    likeness: float
    of_phrase: float
    of_name: float
    head: float
    anywhere: float


def near_rows(index: NameIndex, phrase: Phrase, most: int) -> list[NearRow]:
    """The concepts whose names share most with a phrase, each by its best name, the best first."""
    rows, of_phrase, of_name = _overlap(index, phrase.words, index.names, len(index.owners))
    if not len(rows) or not phrase.weight:
        return []
    likeness = (of_phrase + of_name) / (phrase.weight + index.name_weight[rows])
    concepts, of_whole, _ = _overlap(index, phrase.words, index.concepts_of, len(index.concepts))
    said = frozenset(singular(" ".join([phrase.plain, *(word.meant for word in phrase.words)])).split())
    stems = frozenset(map(stem, said))
    found: dict[int, NearRow] = {}
    for place in _highest(likeness, 3 * most).tolist():
        row = int(rows[place])
        owner = int(index.owners[row])
        if owner in found:
            continue
        same, head = _form(index.texts[row], said, stems)
        found[owner] = NearRow(
            owner,
            row,
            float(likeness[place]) * (1 - OF_FORM + OF_FORM * same),
            float(of_phrase[place]) / phrase.weight,
            float(of_name[place]) / max(float(index.name_weight[row]), 1e-6),
            head,
            float(of_whole[np.searchsorted(concepts, owner)]) / phrase.weight,
        )
        if len(found) == most:
            break
    return list(found.values())


def _highest(values: Floats, most: int) -> Rows:
    """The places of the highest values, the highest first."""
    kept = np.argpartition(-values, most)[:most] if len(values) > most else np.arange(len(values))
    return kept[np.lexsort((kept, -values[kept]))]


def _form(name: str, said: frozenset[str], stems: frozenset[str]) -> tuple[float, float]:
    """Which share of a name's words is said, not only their stems, and whether its last word (its head) is."""
    words = _words_of_name(name)
    if not words:
        return 0.0, 0.0
    head = 1.0 if words[-1] in said else 0.5 if stem(words[-1]) in stems else 0.0
    return sum(word in said for word in words) / len(words), head


@lru_cache(maxsize=1 << 15)
def _words_of_name(name: str) -> tuple[str, ...]:
    return tuple(word for word in singular(folded(name)).split() if word not in FUNCTION_STEMS)


def _overlap(index: NameIndex, words: Sequence[Word], postings: Postings, count: int) -> tuple[Rows, Floats, Floats]:
    """The rows that are met, of `count`, and how much of the phrase's weight and of the row's weight is.

    Only they are added up: of two hundred thousand names a phrase meets a few thousand.
    """
    met = np.zeros(count, np.bool_)
    for word in words:
        for place, _ in word.credits:
            met[postings.of(place)] = True
    rows = np.flatnonzero(met)
    at = np.empty(count, np.int32)
    at[rows] = np.arange(len(rows), dtype=np.int32)
    of_phrase, of_row = np.zeros(len(rows), np.float32), np.zeros(len(rows), np.float32)
    for word in words:
        here = np.zeros(len(rows), np.float32)
        for place, credit in sorted(word.credits, key=lambda one: one[1]):
            found = at[postings.of(place)]
            here[found] = credit
            of_row[found] += credit * float(index.weight[place])
        of_phrase += here * word.weight
    return rows, of_phrase, of_row


def own_name_likeness(index: NameIndex, phrase: Phrase, concept: Concept) -> float:
    """Dice's coefficient of a phrase and a concept's own name, 0–1."""
    own = dict.fromkeys(stem(word) for word in folded(concept.name).split())
    weights = {index.stems[one]: float(index.weight[index.stems[one]]) for one in own if one in index.stems}
    met = sum(word.weight for word in phrase.words if any(place in weights for place, _ in word.credits))
    met_by = {place for word in phrase.words for place, _ in word.credits}
    total = phrase.weight + sum(weights.values())
    return (met + sum(weight for place, weight in weights.items() if place in met_by)) / total if total else 0.0
