"""The names nearest to a phrase, by the words they share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pathways.matching.everyday import EVERYDAY_CREDIT, everyday
from pathways.matching.index import FILLER_STEMS, FILLER_WEIGHT, FUNCTION_STEMS, Floats, NameIndex, Postings
from pathways.matching.words import FILLER_WORDS, LONGEST_PHRASE, folded, singular, stem
from pathways.model import Concept

Rows = npt.NDArray[np.signedinteger]
PRODUCT_WORDS = frozenset({"software", "system", "database", "program"})
JOBS = frozenset({"occupation", "esco_occupation"})

MOST_WORDS = 24
SAME_WEIGHT = 0.01
"""How far two sums of the same stems' weights may lie apart, having been added up in another order."""
_JOINTS = re.compile(r"\s*(?:[,;/|&+]|\band\b|\bor\b|\bwith\b)\s*", re.IGNORECASE)
SPELLING_CREDIT = 0.85
OF_NAME, OF_WHOLE = 0.8, 0.2
"""Shares of the score: how like phrase and name are, and how much of the phrase any name of the concept holds."""
ROUNDING = 1e-4
WHOLE = 0.85
SAME_WORD_LIKENESS = 0.8
"""Share of letters at which a word that no name has is taken for a misspelling of one that some name has."""


@dataclass(frozen=True)
class Near:
    """One concept's nearest name: its row, how like phrase and name are (0–1), and whether it says all of the phrase.

    `whole` is true where two words or more are met, and nearly all that the phrase weighs.
    """

    concept: int
    row: int
    score: float
    whole: bool


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


def read_phrase(index: NameIndex, text: str) -> Phrase:
    """Fold, split and stem a phrase; words that no name has are mended by spelling, or weigh as the rarest do."""
    plain = folded(text)
    said = [word for word in plain.split() if word not in FUNCTION_STEMS]
    told = [word for word in said if not word.isdigit()] or said
    by_stem = {stem(word): word for word in reversed(told[:MOST_WORDS])}
    words = tuple(_word(index, word) for word in by_stem.values())
    return Phrase(plain, words, sum(word.weight for word in words))


def _word(index: NameIndex, word: str) -> Word:
    base = stem(word)
    place = index.stems.get(base)
    met = {} if place is None else {place: 1.0}
    for other in everyday().get(base, ()):
        if other in index.stems:
            met.setdefault(index.stems[other], EVERYDAY_CREDIT)
    meant = word
    if not met and (respelled := _respelled(index, word)):
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


def near_names(index: NameIndex, phrase: Phrase, top: int, least: float = 0.0) -> list[Near]:
    """Concepts whose names share most with a phrase, best first; those that score less than `least` are left out.

    Likeness of phrase and name is Dice's coefficient over the weights of their stems; a fifth of the score is how
    much of the phrase any name of the concept holds, since a concept's other names say what its words mean.
    """
    if not any(word.text not in FILLER_WORDS and word.credits and not word.text.isdigit() for word in phrase.words):
        return []
    rows, of_phrase, of_name = _overlap(index, phrase.words, index.names, len(index.owners))
    dice = (of_phrase + of_name) / (phrase.weight + index.name_weight[rows])
    kept = _highest(dice, 60 * top, (least - OF_WHOLE) / OF_NAME - ROUNDING)
    rows, of_phrase, dice = rows[kept], of_phrase[kept], dice[kept]
    concepts, of_whole, _ = _overlap(index, phrase.words, index.concepts_of, len(index.concepts))
    owners = np.searchsorted(concepts, index.owners[rows])  # a concept is met wherever one of its names is
    scores = OF_NAME * dice + OF_WHOLE * of_whole[owners] / phrase.weight
    enough = scores >= least  # what follows only takes away, and looks at each name's letters
    rows, of_phrase, scores = rows[enough], of_phrase[enough], scores[enough]
    said = frozenset(singular(" ".join([phrase.plain, *(word.meant for word in phrase.words)])).split())
    stems = frozenset(map(stem, said))
    likeness = np.fromiter((_form_credit(index, said, stems, row) for row in rows.tolist()), np.float32, len(rows))
    whole = (of_phrase >= WHOLE * phrase.weight) & (len(phrase.words) > 1)
    return _best_of_each(index, rows, scores * likeness, whole, top)


def _highest(values: Floats, most: int, least: float) -> Rows:
    """The places of the highest values, the highest first, of those that reach `least`."""
    enough = np.flatnonzero(values >= least)
    return enough[np.argsort(-values[enough], kind="stable")[:most]]


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


def _form_credit(index: NameIndex, said: frozenset[str], stems: frozenset[str], row: int) -> float:
    """Less for a name that shares stems but not words: "training" is not "trainer", nor a teacher of it the skill.

    A job title whose last word (its head) the phrase does not say is another job, or no job at all.
    """
    name = singular(folded(index.texts[row])).split()
    kind = index.concepts[index.owners[row]].kind
    if kind in JOBS:
        head = name[-1] if name else ""
        if head in said:
            return 1.0
        return 0.83 if stem(head) in stems else 0.6
    if kind == "software" and name and name[-1] in PRODUCT_WORDS - said:
        return 0.85
    meant = [word for word in name if word not in FUNCTION_STEMS]
    return 0.88 + 0.12 * sum(word in said for word in meant) / max(len(meant), 1)


def _best_of_each(index: NameIndex, rows: Rows, scores: Floats, whole: npt.NDArray[np.bool_], top: int) -> list[Near]:
    best: dict[int, Near] = {}
    for place in np.argsort(-scores, kind="stable").tolist():
        concept = int(index.owners[rows[place]])
        if concept not in best:
            best[concept] = Near(concept, int(rows[place]), float(scores[place]), bool(whole[place]))
        if len(best) == top:
            break
    return list(best.values())


def own_name_likeness(index: NameIndex, phrase: Phrase, concept: Concept) -> float:
    """Dice's coefficient of a phrase and a concept's own name, 0–1."""
    own = dict.fromkeys(stem(word) for word in folded(concept.name).split())
    weights = {index.stems[one]: float(index.weight[index.stems[one]]) for one in own if one in index.stems}
    met = sum(word.weight for word in phrase.words if any(place in weights for place, _ in word.credits))
    met_by = {place for word in phrase.words for place, _ in word.credits}
    total = phrase.weight + sum(weights.values())
    return (met + sum(weight for place, weight in weights.items() if place in met_by)) / total if total else 0.0


def names_with(index: NameIndex, phrase: Phrase, concept: int) -> int:
    """How many of a concept's names hold the phrase's rarest word: what a title most often stands for."""
    stems = [word.credits[0][0] for word in phrase.words if word.credits]
    if not stems:
        return 0
    rows = index.names.of(min(stems, key=lambda place: len(index.names.of(place))))
    return int(np.count_nonzero(index.owners[rows] == concept))


def parts_of(text: str) -> list[str]:
    """The parts of a phrase that joins several, when there are two or more."""
    parts = [part.strip() for part in _JOINTS.split(text[:LONGEST_PHRASE])]
    return [part for part in parts if len(part) > 2] if len(parts) > 1 else []
