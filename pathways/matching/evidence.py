"""What speaks for each concept that a phrase may mean: plain figures that the ranker weighs."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import numpy as np

from pathways.matching.common import common
from pathways.matching.empty import empty_share
from pathways.matching.index import Floats, NameIndex
from pathways.matching.jobs import titled
from pathways.matching.kin import Kin, Lines, kin, lines, support
from pathways.matching.meaning import meaning
from pathways.matching.meant import soft_likeness, vectors_of
from pathways.matching.near import exact_rows, near_rows, read_phrase
from pathways.matching.readings import Heard, Read, Reading, read
from pathways.matching.sayings import Sayings, sayings
from pathways.matching.words import FUNCTION_WORDS, folded
from pathways.model import Concept
from pathways.pack.store import Pack

ROWS = {"whole": 60, "part": 25}
BY_MEANING = {"whole": 40, "part": 12}
LEAST = 0.3
"""Likeness of vectors from which a concept is looked at."""
NEAR_ENOUGH = 0.5
"""How near a saying must be to be told as what an answer rests on."""
KINDS = ("occupation", "esco_occupation", "skill", "knowledge", "activity", "software", "esco_group")
OF_PHRASE = ("words", "one_word", "course", "negated", "empty", "best_saying", "best_kin", "no_kin", "titled")
COLUMNS = (
    "exact", "other", "dice", "says_phrase", "says_name", "head", "anywhere", "vector",
    "part_exact", "part_other", "part_dice", "part_vector", "part_share", "part_first",
    "saying", "saying_share", "saying_first", "kin", "kin_words", "kin_meaning", "kin_held", "kin_share", "kin_times",
    "soft_phrase", "soft_name", "soft_met", "common", "length", *KINDS, "job", "no_job", *OF_PHRASE,
)  # fmt: skip
"""The figures of a candidate, each about 0-1. How its names are like the whole phrase (to `anywhere`), how its vector
is, the best of the phrase's parts, what the table of sayings says, then how each word of the phrase is
met in meaning, how usual the concept is, what kind it is, and the phrase's own figures, the same for all."""
AT = {name: place for place, name in enumerate(COLUMNS)}
How = Literal["whole", "part"]


@dataclass(frozen=True)
class Met:
    """By which reading of a phrase a concept was first met, and by which of its names (a row of the index)."""

    how: How
    text: str
    row: int


@dataclass(frozen=True)
class Told:
    """A saying that speaks for a concept: its words, how near they are to a phrase, and whether the phrase has them."""

    text: str
    near: float
    whole: bool


@dataclass(frozen=True, eq=False)
class Evidence:
    """The candidates for a phrase as places in the index, ascending, and a row of figures for each.

    `met` is how each was first met by name, `said` the saying that speaks most for it.
    """

    read: Read
    places: list[int]
    figures: Floats
    met: dict[int, Met]
    said: dict[int, Told]


@dataclass(frozen=True, eq=False)
class _Draft:
    rows: dict[int, Floats]
    met: dict[int, Met]
    said: dict[int, Told]

    def put(self, concept: int, **given: float) -> Floats:
        """Note figures of a concept; of two for the same thing the higher one stays."""
        row = self.rows.get(concept)
        if row is None:
            row = self.rows[concept] = np.zeros(len(COLUMNS), np.float32)
        for name, value in given.items():
            row[AT[name]] = max(row[AT[name]], value)
        return row


def evidence(pack: Pack, index: NameIndex, text: str) -> Evidence:
    """Every candidate for a phrase with its figures."""
    return evidence_of(pack, index, read(pack, index, text))


def evidence_of(pack: Pack, index: NameIndex, told: Read, without: Collection[int] = ()) -> Evidence:
    """Every candidate for a phrase as it was read; `without` are lines of the table of sayings to leave out."""
    draft = _Draft({}, {}, {})
    for reading in told.readings:
        _note_names(draft, index, reading)
    table = lines(pack, index)
    heard = [one for one in told.heard if one.line not in without]
    for one in heard:
        _note_saying(draft, table, one)
    near = kin(table, index, meaning(pack, index), told.words, without)
    no_kin = _note_kin(draft, table, near, sayings(pack))
    _note_meaning(pack, draft, index, told)
    places = sorted(draft.rows)
    if not places:
        return Evidence(told, [], np.zeros((0, len(COLUMNS)), np.float32), {}, {})
    figures = np.array([draft.rows[place] for place in places], np.float32)
    figures[:, AT["common"]] = common(pack, index)[places]
    for row, place in enumerate(places):
        _note_kind(figures[row], index.concepts[place])
    figures[:, AT["titled"]] = titled(pack, index, told.words)
    for name, value in of_phrase(told).items():
        figures[:, AT[name]] = value
    figures[:, AT["best_saying"]] = max((one.share for one in heard), default=0.0)
    figures[:, AT["best_kin"]] = near.near[0] if near.near else 0.0
    figures[:, AT["no_kin"]] = no_kin
    _note_likeness(pack, figures, index, told, places, draft.met)
    return Evidence(told, places, figures, draft.met, draft.said)


def of_phrase(told: Read) -> dict[str, float]:
    """The phrase's own figures."""
    words = folded(told.said).split()
    counted = sum(word not in FUNCTION_WORDS for word in words)
    return {
        "words": min(counted, 12) / 12,
        "one_word": float(counted < 2),
        "course": float(told.course),
        "negated": float(told.negated),
        "empty": empty_share(words),
    }


def _note_kind(row: Floats, concept: Concept) -> None:
    if concept.kind in AT:
        row[AT[concept.kind]] = 1
    job = concept.kind in ("occupation", "esco_occupation")
    row[AT["job"]], row[AT["no_job"]] = job, not job
    row[AT["length"]] = min(len(concept.name.split()), 10) / 10


def _note_saying(draft: _Draft, table: Lines, one: Heard) -> None:
    for place, concept in enumerate(table.meant[one.line]):
        draft.put(concept, saying=1 / (1 + 0.25 * place), saying_share=one.share, saying_first=float(place == 0))
        draft.said.setdefault(concept, Told(one.words, one.share, whole=True))


def _note_kin(draft: _Draft, table: Lines, near: Kin, texts: Sayings) -> float:
    """Note what the nearest sayings speak for; the share of them that speaks for no skill."""
    spoken, nothing = support(table, near)
    for concept, one in spoken.items():
        draft.put(
            concept,
            kin=one.near, kin_words=one.by_words, kin_meaning=one.by_meaning, kin_held=one.held, kin_share=one.share,
            kin_times=min(one.times, 8) / 8,
        )  # fmt: skip
        if one.near >= NEAR_ENOUGH:
            draft.said.setdefault(concept, Told(texts.lines[one.line].text, one.near, whole=False))
    return nothing


def _note_names(draft: _Draft, index: NameIndex, reading: Reading) -> None:
    whole, phrase = reading.how == "whole", read_phrase(index, reading.text, mend=False)
    rows = exact_rows(index, phrase)
    credit = 1.0 / (1 + 0.15 * (len({int(index.owners[row]) for row in rows}) - 1)) if rows else 0.0
    for row in rows:
        column = ("exact" if whole else "part_exact") if index.main[row] else "other" if whole else "part_other"
        draft.put(int(index.owners[row]), **{column: 1.0 if index.main[row] else credit})
        if not whole:
            draft.put(int(index.owners[row]), part_share=reading.share)
        draft.met.setdefault(int(index.owners[row]), Met(reading.how, reading.text, row))
    for near in near_rows(index, phrase, ROWS[reading.how]):
        if whole:
            draft.put(
                near.concept,
                dice=near.likeness, says_phrase=near.of_phrase, says_name=near.of_name, head=near.head,
                anywhere=near.anywhere,
            )  # fmt: skip
        else:
            first = near.likeness / (1 + reading.place)
            draft.put(near.concept, part_dice=near.likeness, part_share=reading.share * near.likeness, part_first=first)
        draft.met.setdefault(near.concept, Met(reading.how, reading.text, near.row))


def _note_meaning(pack: Pack, draft: _Draft, index: NameIndex, told: Read) -> None:
    """Candidates by vectors, and their figures for every candidate."""
    learned = meaning(pack, index)
    if learned is None:
        return
    vectors = vectors_of(learned, [one.text.split() for one in told.readings])
    alike = np.stack([learned.concepts @ vector for vector in vectors])  # one by one: BLAS is slow with a few together
    for reading, scores in zip(told.readings, alike, strict=True):
        _add(draft, scores, BY_MEANING[reading.how])
    places = list(draft.rows)
    whole = np.maximum(alike[0, places], 0).tolist()
    of_part = np.maximum(alike[1:, places].max(0, initial=0), 0).tolist()
    for row, *given in zip(draft.rows.values(), whole, of_part, strict=True):
        row[AT["vector"]], row[AT["part_vector"]] = given


def _add(draft: _Draft, scores: Floats, most: int) -> None:
    likely = np.flatnonzero(scores > LEAST)
    if len(likely) > most:
        likely = likely[np.argpartition(-scores[likely], most)[:most]]
    for place in likely.tolist():
        draft.put(place)


def _note_likeness(
    pack: Pack, figures: Floats, index: NameIndex, told: Read, places: list[int], met: dict[int, Met]
) -> None:
    learned = meaning(pack, index)
    if learned is None:
        return
    own = [index.concepts[place].name for place in places]
    also = [index.texts[met[place].row] if place in met else name for place, name in zip(places, own, strict=True)]
    names = list(dict.fromkeys([*own, *also]))
    rows = {name: row for row, name in enumerate(names)}
    of_phrase, of_name = soft_likeness(learned, told.words, names)
    mine = [rows[name] for name in own]
    figures[:, AT["soft_phrase"]], figures[:, AT["soft_name"]] = of_phrase[mine], of_name[mine]
    both = 2 * of_phrase * of_name / (of_phrase + of_name + 1e-6)
    figures[:, AT["soft_met"]] = both[[rows[name] for name in also]]
