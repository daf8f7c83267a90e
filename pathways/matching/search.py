"""Looking a concept up as one types: names that hold every word, the last one as far as it goes."""

from collections.abc import Collection, Iterator

import numpy as np

from pathways.matching.index import NameIndex
from pathways.matching.match import match_text
from pathways.matching.names import name_index
from pathways.matching.near import Phrase, Rows, Word, read_phrase
from pathways.matching.words import folded, stem
from pathways.model import ConceptKind, Match
from pathways.pack.store import Pack

SHORTEST_START = 2
"""Letters of an unfinished word from which it is looked for; a single one begins nearly every name."""
OTHER_NAME = 0.75
OTHER_FORM = 0.85
"""What a name counts for that is not the concept's own, and one that has a word typed in another form alone."""
LOOKED_AT = 400
SAME = ("exact_name", "alternate_name", "link", "code", "crosswalk")


def search_names(pack: Pack, text: str, *, kinds: Collection[ConceptKind], top: int = 12) -> tuple[Match, ...]:
    """Concepts of these kinds that a person may be looking for, best first.

    First those that `match_text` takes for the same name, then names that hold every word typed (reason `holds_words`;
    shorter names first), then what the phrase may mean in other words. None is sure.
    """
    meant = [one for one in match_text(pack, text, top=4 * top) if one.concept.kind in kinds]
    same = [one for one in meant if one.reason in SAME]
    index = name_index(pack)
    holding = [one for one in _holding(index, read_phrase(index, text)) if one.concept.kind in kinds]
    found = {one.concept.id: one for one in reversed([*same, *holding, *meant])}
    return tuple(dict.fromkeys(found[one.concept.id] for one in [*same, *holding, *meant]))[:top]


def _holding(index: NameIndex, phrase: Phrase) -> Iterator[Match]:
    """Concepts with a name that holds every word of a phrase, most alike first, by their best name."""
    rows = _rows_with_all(index, phrase)
    alike = 2 * phrase.weight / (phrase.weight + index.name_weight[rows])
    scores = np.minimum(alike, 1.0) * np.where(index.main[rows], 1.0, OTHER_NAME)
    best = np.lexsort((rows, -scores))[:LOOKED_AT]
    ranked = [(-float(scores[one]) * _form(phrase, index.texts[rows[one]]), int(rows[one])) for one in best]
    told = set[int]()
    for score, row in sorted(ranked):
        owner = int(index.owners[row])
        if owner not in told:
            told.add(owner)
            yield Match(index.concepts[owner], round(-score, 3), "holds_words", sure=False)


def _form(phrase: Phrase, name: str) -> float:
    """Whether each word typed begins one of the name's: "cash" is in "cash desk" and only of a kin in "cashier"."""
    words = folded(name).split()
    *whole, last = phrase.plain.split()
    literal = all(word in words for word in whole) and any(word.startswith(last) for word in words)
    return 1.0 if literal else OTHER_FORM


def _rows_with_all(index: NameIndex, phrase: Phrase) -> Rows:
    last = phrase.plain.rpartition(" ")[2]
    found: Rows | None = None
    for word in phrase.words:
        here = _rows_with(index, word, begun=last if word.text == last else "")
        found = here if found is None else np.intersect1d(found, here, assume_unique=True)
    return np.zeros(0, np.int32) if found is None else found


def _rows_with(index: NameIndex, word: Word, begun: str) -> Rows:
    stems = {place for place, _ in word.credits}
    if len(begun) >= SHORTEST_START:
        stems |= _stems_begun(index, begun)
    return np.unique(np.concatenate([np.zeros(0, np.int32), *(index.names.of(place) for place in sorted(stems))]))


def _stems_begun(index: NameIndex, begun: str) -> set[int]:
    return {index.stems[stem(word)] for word in index.vocabulary if word.startswith(begun)}
