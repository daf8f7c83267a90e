"""The ways a phrase can be read: as a whole, by its parts, and by what the table of sayings makes of its words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pathways.matching.index import NameIndex
from pathways.matching.leads import CODE, LEAD, LEVELS, ORDINARY
from pathways.matching.meaning import meaning
from pathways.matching.sayings import find_sayings, known_words, sayings
from pathways.matching.spelling import Speller, build_speller, is_known, mended, respelled
from pathways.matching.words import FUNCTION_WORDS, LONGEST_PHRASE, folded
from pathways.pack.store import Pack, keep

How = Literal["whole", "part"]

MOST_WORDS = 24
MOST_PARTS = 4
SUBJECT_SHARE = 0.3
_JOINTS = re.compile(
    r"\s*(?:[,;:/|&•()\[\]]|\s[-–—]+\s|\band\b|\bor\b|\bwith\b|\bplus\b|\bthen\b|\bfor\b|\bn\b)\s*", re.IGNORECASE
)
_NOT = re.compile(r"\b(?:never|not|no longer|cannot|can't|cant|don't|dont|didn't|without|no)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """One way to read a phrase, or a part of it: `share` of its words, and how far down the list it came (from 0)."""

    text: str
    how: How
    share: float
    place: int = 0


@dataclass(frozen=True)
class Heard:
    """Words of a phrase that are a line of the table of sayings, and their share of its words."""

    line: int
    share: float
    words: str


@dataclass(frozen=True)
class Read:
    """A phrase as it was read: `words` and the first reading are the whole, without codes and lead-ins.

    `changed` are words mended, `course` that it has the number of a course, `negated` that it says no to something.
    """

    said: str
    words: tuple[str, ...]
    readings: tuple[Reading, ...]
    heard: tuple[Heard, ...]
    changed: Mapping[str, str]
    course: bool
    negated: bool


def read(pack: Pack, index: NameIndex, text: str) -> Read:
    """Read a phrase in all ways."""
    text = text[:LONGEST_PHRASE]
    code = CODE.match(text)
    bare = _bare(text, code)
    changed: dict[str, str] = {}
    words = _mended(pack, index, bare, changed)
    all_words = max(len(_weighty(words)), 1)
    readings = [Reading(" ".join(words), "whole", 1.0)]
    for place, part in enumerate(_parts(bare)):
        of_part = _mended(pack, index, part, changed)
        readings.append(Reading(" ".join(of_part), "part", min(len(_weighty(of_part)) / all_words, 1.0), place))
    heard = tuple(_heard(pack, text, words, code[1] if code else "", all_words))
    return Read(text, tuple(words), tuple(readings), heard, changed, code is not None, bool(_NOT.search(text)))


def _bare(text: str, code: re.Match[str] | None) -> str:
    """A phrase without the number of a course, its level, and what leads in to it."""
    bare = text[code.end() :] if code and len(text) > code.end() else text
    bare = LEVELS.sub(" ", bare)
    stripped = LEAD.sub("", bare)
    return stripped if len(folded(stripped)) > 2 else bare


def _mended(pack: Pack, index: NameIndex, text: str, changed: dict[str, str]) -> list[str]:
    known = is_known(index, _speller(pack, index), keep(pack, "matching.ordinary", lambda: _ordinary(pack, index)))
    words, made = mended(folded(text).split()[:MOST_WORDS], known, lambda word: _respelled(pack, index, word))
    changed.update(made)
    return words


def _respelled(pack: Pack, index: NameIndex, word: str) -> str | None:
    return respelled(index, _speller(pack, index), word)


def _speller(pack: Pack, index: NameIndex) -> Speller:
    return keep(pack, "matching.speller", lambda: build_speller(index))


def _heard(pack: Pack, text: str, words: list[str], subject: str, all_words: int) -> Iterator[Heard]:
    """What the table has of the words as mended, as they were written, and of the subject of a course's number."""
    plain, of_course = folded(text).split()[:MOST_WORDS], folded(subject).split()
    told = set[int]()
    for among in (words, *([plain] if plain != words else []), of_course):
        for one in find_sayings(sayings(pack), among):
            said = among[one.start : one.end]
            share = SUBJECT_SHARE if among is of_course else min(1.0, len(_weighty(said)) / all_words)
            if one.line not in told:
                told.add(one.line)
                yield Heard(one.line, share, " ".join(said))


def _parts(text: str) -> list[str]:
    """The parts of a phrase that joins several, when there are two or more."""
    parts = [part.strip() for part in _JOINTS.split(text)]
    parts = [LEAD.sub("", part) for part in parts]
    parts = [part for part in dict.fromkeys(parts) if len(folded(part)) > 2]
    return parts[:MOST_PARTS] if len(parts) > 1 else []


def _weighty(words: list[str]) -> list[str]:
    return [word for word in words if word not in FUNCTION_WORDS] or words


def _ordinary(pack: Pack, index: NameIndex) -> frozenset[str]:
    """Stems of words that are no misspellings, beside those of names."""
    learned = meaning(pack, index)
    return known_words(pack) | frozenset(learned.stems if learned else ()) | ORDINARY
