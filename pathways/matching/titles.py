"""Jobs found by name while a person types: by code, by title, by any other name, and by near spelling."""

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from pathways.matching.index import BATCH, Tell
from pathways.matching.match import match_text
from pathways.matching.near import SAME_WORD_LIKENESS
from pathways.matching.words import FUNCTION_WORDS, LONGEST_PHRASE, folded, singular, stem
from pathways.model import Concept
from pathways.pack.occupations import all_titles, occupation, occupations, titles
from pathways.pack.store import Pack, keep

Reason = Literal["code", "title", "other_name", "near_name"]

FEW = 8
MOST_WORDS = 8
SHORT = 2
"""Letters typed up to which only titles are looked through: nearly every other name has a word that starts so."""
LEAST_MENDED = 5
"""Letters of the shortest word taken for a misspelling."""
PLURALS = 8
"""Letters by which a name that says just what was typed may differ, by the plurals of its words."""
_CODE = re.compile(r"\d\d-?\d{0,4}(?:\.\d{0,2})?")


@dataclass(frozen=True)
class Named:
    """A job found by name. `also_called` is the other name that was met, None where it was the title or code."""

    occupation: Concept
    reason: Reason
    also_called: str | None = None


@dataclass(frozen=True, eq=False)
class TitleIndex:
    """Every name of every occupation as a row: as published, folded, and whose it is.

    Titles stand first, in the order of the occupations. `general` are those O*NET keeps no data on, such as "All
    Other" ones. `words` are the words of all names, sorted, and `rows` the names that have each.
    """

    concepts: tuple[Concept, ...]
    general: frozenset[int]
    names: list[str]
    folded: list[str]
    owners: list[int]
    words: list[str]
    rows: Mapping[str, "array[int]"]


@dataclass(frozen=True)
class _Met:
    """The names of one occupation that hold every word typed; `own` says that its title does."""

    occupation: int
    rows: tuple[int, ...]
    own: bool


def title_index(pack: Pack, tell: Tell = lambda _share: None) -> TitleIndex:
    """All titles, read when first asked for (a quarter of a second); `tell` may stop it by raising."""
    return keep(pack, "matching.titles", lambda: _read(pack, tell))


def find_occupations(pack: Pack, typed: str, top: int = FEW) -> tuple[Named, ...]:
    """Jobs whose code or name starts, word by word, with what was typed, in any order; best first.

    Reasons: `code` (the start of an O*NET-SOC code), `title` (its own title), `other_name`, and where no name is met,
    `near_name`: one met once misspelled words are mended and unknown ones left out, or that shares most of its words.
    """
    if codes := _CODE.fullmatch(typed.strip()):
        return tuple(Named(one, "code") for one in _by_code(pack, codes[0]))[:top]
    index = title_index(pack)
    plain = folded(typed)
    found = _found(index, plain, top)
    if found or len(plain) <= SHORT:
        return found
    near = _found(index, _mended(index, plain), top)
    return tuple(replace(one, reason="near_name") for one in near) or _near(pack, typed, top)


def also_called(pack: Pack, code: str, top: int = 3) -> tuple[str, ...]:
    """Titles that workers reported, those likest to the occupation's own first; error `occupation_unknown`."""
    own = _stems(occupation(pack, code).title)

    def likeness(name: str) -> float:
        """Dice's coefficient of the stems."""
        stems = _stems(name)
        return 2 * len(stems & own) / (len(stems) + len(own))

    other = [name for name in titles(pack, code).reported if _stems(name) not in (own, set())]
    return tuple(sorted(other, key=likeness, reverse=True)[:top])


def _stems(name: str) -> set[str]:
    """Stems of a name, without what stands in brackets."""
    return {stem(word) for word in folded(name.partition("(")[0]).split() if word not in FUNCTION_WORDS}


def _read(pack: Pack, tell: Tell) -> TitleIndex:
    known = occupations(pack)
    concepts = tuple(one.concept for one in known)
    names = [one.name for one in concepts]
    owners = list(range(len(concepts)))
    for one, other in all_titles(pack):
        more = dict.fromkeys(other.alternate + other.short + other.reported)
        more.pop(one.title, None)
        names += more
        owners += [one.index] * len(more)
    plain: list[str] = []
    rows: dict[str, array[int]] = defaultdict(lambda: array("I"))  # nothing for the collector to walk, as lists are
    for row, name in enumerate(names):
        plain.append(folded(name))
        for word in set(plain[row].split()):
            rows[word].append(row)
        if row % BATCH == 0:
            tell(row / len(names))
    tell(1.0)
    general = frozenset(one.index for one in known if one.job_zone is None)
    return TitleIndex(concepts, general, names, plain, owners, sorted(rows), dict(rows))


def _found(index: TitleIndex, plain: str, top: int) -> tuple[Named, ...]:
    ranked = sorted(_met(index, plain), key=lambda met: _order(index, met, plain))
    return tuple(_named(index, met, plain) for met in ranked[:top])


def _mended(index: TitleIndex, plain: str) -> str:
    """The words typed, of more than two letters; one that starts no word of a name as the nearest that does."""
    words = [word for word in plain.split()[:MOST_WORDS] if len(word) > SHORT]
    return " ".join(filter(None, (_mended_word(index.words, word) for word in words)))


def _mended_word(words: list[str], word: str) -> str:
    """A word, or the likest one with the same first letter; empty where none is like it."""
    place = bisect_left(words, word)
    if place < len(words) and words[place].startswith(word):
        return word
    if len(word) < LEAST_MENDED or not word.isalpha():
        return ""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    alike = words[bisect_left(words, word[0]) : bisect_left(words, chr(ord(word[0]) + 1))]
    found = process.extractOne(word, alike, scorer=OSA.normalized_similarity, score_cutoff=SAME_WORD_LIKENESS)
    return str(found[0]) if found else ""


def _by_code(pack: Pack, typed: str) -> Iterator[Concept]:
    digits = re.sub(r"\D", "", typed)
    return (one.concept for one in occupations(pack) if re.sub(r"\D", "", one.code).startswith(digits))


def _met(index: TitleIndex, plain: str) -> list[_Met]:
    """Occupations with a name in which each word typed starts a word."""
    each = [_rows_with(index, word) for word in plain.split()[:MOST_WORDS]]
    found = sorted(set.intersection(*each)) if each else []
    if len(plain) <= SHORT:
        found = [row for row in found if row < len(index.concepts)]
    by_owner: dict[int, list[int]] = {}
    for row in found:
        by_owner.setdefault(index.owners[row], []).append(row)
    return [_Met(owner, tuple(met), met[0] == owner) for owner, met in by_owner.items()]


def _rows_with(index: TitleIndex, typed: str) -> set[int]:
    """The names that have a word which starts as typed, or as the same without a plain plural."""
    found: set[int] = set()
    for start in {typed, singular(typed)}:
        place = bisect_left(index.words, start)
        while place < len(index.words) and index.words[place].startswith(start):
            found.update(index.rows[index.words[place]])
            place += 1
    return found


def _order(index: TitleIndex, met: _Met, plain: str) -> tuple[bool, bool, bool, int, bool, str]:
    """A name said in full first, then titles, then jobs there is data on, then what the words most often stand for."""
    said = singular(plain)
    near = (index.folded[row] for row in met.rows if abs(len(index.folded[row]) - len(said)) <= PLURALS)
    whole = any(singular(name) == said for name in near)
    starts = index.folded[met.occupation].startswith(plain)
    general = met.occupation in index.general
    return not whole, not met.own, general, -len(met.rows), not starts, index.concepts[met.occupation].name


def _named(index: TitleIndex, met: _Met, plain: str) -> Named:
    concept = index.concepts[met.occupation]
    if met.own:
        return Named(concept, "title")
    best = min(met.rows, key=lambda row: (not index.folded[row].startswith(plain), len(index.folded[row]), row))
    return Named(concept, "other_name", index.names[best])


def _near(pack: Pack, typed: str, top: int) -> tuple[Named, ...]:
    found = match_text(pack, typed[:LONGEST_PHRASE], top=top)
    return tuple(Named(one.concept, "near_name") for one in found if one.concept.kind == "occupation")[:top]
