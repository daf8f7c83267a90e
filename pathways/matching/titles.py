"""Jobs found by name while a person types: by code, by title, by any other name, and by near spelling."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pathways.matching.index import BATCH, Tell
from pathways.matching.match import match_text
from pathways.matching.words import LONGEST_PHRASE, folded, singular
from pathways.model import Concept
from pathways.pack.occupations import all_titles, occupations
from pathways.pack.store import Pack, keep

Reason = Literal["code", "title", "other_name", "near_name"]

FEW = 8
MOST_WORDS = 8
SHORT = 2
"""Letters typed up to which only titles are looked through: nearly every other name has a word that starts so."""
_CODE = re.compile(r"\d\d-?\d{0,4}(?:\.\d{0,2})?")


@dataclass(frozen=True)
class Named:
    """A job found by name. `also_called` is the other name that was met, None where it was the title or code."""

    occupation: Concept
    reason: Reason
    also_called: str | None = None


@dataclass(frozen=True, eq=False)
class TitleIndex:
    """Every name of every occupation: as published, folded with a blank before each word, and whose name it is.

    Titles stand first, in the order of the occupations. `general` are those O*NET keeps no data on, such as "All
    Other" ones.
    """

    concepts: tuple[Concept, ...]
    general: frozenset[int]
    names: list[str]
    folded: list[str]
    owners: list[int]


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
    `near_name`: one that shares most of its words, misspelled ones too, or that has those words any name has.
    """
    if codes := _CODE.fullmatch(typed.strip()):
        return tuple(Named(one, "code") for one in _by_code(pack, codes[0]))[:top]
    index = title_index(pack)
    plain = folded(typed)
    found = _found(index, plain, top)
    if found or len(plain) <= SHORT:
        return found
    known = _found(index, _known_words(index, plain), top)
    return _near(pack, typed, top) or tuple(replace(one, reason="near_name") for one in known)


def _read(pack: Pack, tell: Tell) -> TitleIndex:
    known = occupations(pack)
    concepts = tuple(one.concept for one in known)
    names = [one.name for one in concepts]
    owners = list(range(len(concepts)))
    for one, titles in all_titles(pack):
        more = dict.fromkeys(titles.alternate + titles.short + titles.reported)
        more.pop(one.title, None)
        names += more
        owners += [one.index] * len(more)
    plain: list[str] = []
    for start in range(0, len(names), BATCH):
        plain += [f" {folded(name)}" for name in names[start : start + BATCH]]
        tell(min(1.0, (start + BATCH) / len(names)))
    general = frozenset(one.index for one in known if one.job_zone is None)
    return TitleIndex(concepts, general, names, plain, owners)


def _found(index: TitleIndex, plain: str, top: int) -> tuple[Named, ...]:
    ranked = sorted(_met(index, plain), key=lambda met: _order(index, met, plain))
    return tuple(_named(index, met, plain) for met in ranked[:top])


def _known_words(index: TitleIndex, plain: str) -> str:
    """The words typed, of more than two letters, that start a word of some name."""
    words = [word for word in plain.split()[:MOST_WORDS] if len(word) > SHORT]
    return " ".join(word for word in words if any(f" {word}" in name for name in index.folded))


def _by_code(pack: Pack, typed: str) -> Iterator[Concept]:
    digits = re.sub(r"\D", "", typed)
    return (one.concept for one in occupations(pack) if re.sub(r"\D", "", one.code).startswith(digits))


def _met(index: TitleIndex, plain: str) -> list[_Met]:
    """Occupations with a name in which each word typed starts a word; long words first, as they leave fewest."""
    words = plain.split()[:MOST_WORDS]
    rows = range(len(index.concepts) if len(plain) <= SHORT else len(index.names)) if words else range(0)
    found = list(rows)
    for word in sorted(words, key=len, reverse=True):
        starts, single = f" {word}", f" {singular(word)}"
        found = [row for row in found if starts in index.folded[row] or single in index.folded[row]]
    by_owner: dict[int, list[int]] = {}
    for row in found:
        by_owner.setdefault(index.owners[row], []).append(row)
    return [_Met(owner, tuple(met), met[0] == owner) for owner, met in by_owner.items()]


def _order(index: TitleIndex, met: _Met, plain: str) -> tuple[bool, bool, bool, int, bool, str]:
    """A name said in full first, then titles, then jobs there is data on, then what the words most often stand for."""
    said = singular(plain)
    whole = any(singular(index.folded[row].strip()) == said for row in met.rows)
    starts = index.folded[met.occupation].startswith(f" {plain}")
    general = met.occupation in index.general
    return not whole, not met.own, general, -len(met.rows), not starts, index.concepts[met.occupation].name


def _named(index: TitleIndex, met: _Met, plain: str) -> Named:
    concept = index.concepts[met.occupation]
    if met.own:
        return Named(concept, "title")
    best = min(met.rows, key=lambda row: (not index.folded[row].startswith(f" {plain}"), len(index.folded[row]), row))
    return Named(concept, "other_name", index.names[best])


def _near(pack: Pack, typed: str, top: int) -> tuple[Named, ...]:
    found = match_text(pack, typed[:LONGEST_PHRASE], top=top)
    return tuple(Named(one.concept, "near_name") for one in found if one.concept.kind == "occupation")[:top]
