"""Asking the pack about ESCO: occupations, skills, their names, groups and relations."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pathways.model import Concept, ConceptKind
from pathways.pack.arrays import Indices, links
from pathways.pack.occupations import occupation
from pathways.pack.schema import ESSENTIAL
from pathways.pack.store import Pack, keep

BASE = "http://data.europa.eu/esco/"
KINDS: dict[str, ConceptKind] = {
    "occupation": "esco_occupation",
    "skill": "esco_skill",
    "knowledge": "esco_skill",
    "skill_group": "esco_group",
    "isco_group": "esco_group",
}


@dataclass(frozen=True)
class EscoConcept:
    """One ESCO concept; `index` is its row in every ESCO relation.

    `kind` is occupation, skill, knowledge, skill_group or isco_group; `reuse` says how widely a skill is used:
    transversal, cross-sector, sector-specific or occupation-specific.
    """

    index: int
    concept: Concept
    kind: str
    code: str | None
    reuse: str | None


@dataclass(frozen=True)
class EscoSkill:
    """A skill an occupation needs: essential or optional, and how many ESCO occupations share it."""

    skill: EscoConcept
    essential: bool
    shared_by: int


@dataclass(frozen=True)
class EscoTwin:
    """An ESCO occupation that the crosswalk ties to an O*NET one: confidence 0.5, 1 or 2."""

    occupation: EscoConcept
    confidence: float


def concepts(pack: Pack) -> tuple[EscoConcept, ...]:
    """Every ESCO concept, so that `concepts(pack)[i].index == i`; read once."""
    return keep(pack, "esco", lambda: _read(pack))


def _read(pack: Pack) -> tuple[EscoConcept, ...]:
    return tuple(_made(row) for row in pack.connection.execute(f"{_SELECT} ORDER BY idx"))


_SELECT = "SELECT idx, uri, kind, name, code, reuse FROM esco"


def _made(row: tuple[int, str, str, str, str | None, str | None]) -> EscoConcept:
    index, uri, kind, name, code, reuse = row
    return EscoConcept(index, Concept(BASE + uri, name, KINDS[kind]), kind, code, reuse)


def concept_at(pack: Pack, index: int) -> EscoConcept:
    """One concept by its index, without reading all of them."""
    if "esco" in pack.facts:
        return concepts(pack)[index]
    known: dict[int, EscoConcept] = keep(pack, "esco_at", dict)
    if index not in known:
        known[index] = _made(pack.connection.execute(f"{_SELECT} WHERE idx = ?", (index,)).fetchone())
    return known[index]


def uris(pack: Pack) -> tuple[str, ...]:
    """The URI of every concept by its index: its id, without reading the rest of it."""
    query = "SELECT uri FROM esco ORDER BY idx"
    return keep(pack, "esco_uris", lambda: tuple(BASE + uri for (uri,) in pack.connection.execute(query)))


def place_of(pack: Pack, uri: str) -> int | None:
    """The index of the concept with this URI, `http` or `https`, or None."""
    places = keep(pack, "esco_places", lambda: {one: place for place, one in enumerate(uris(pack))})
    return places.get(uri.replace("https://", "http://", 1))


def find(pack: Pack, uri: str) -> EscoConcept | None:
    """The concept with this URI, `http` or `https`, or None."""
    place = place_of(pack, uri)
    return None if place is None else concept_at(pack, place)


def are_skills(pack: Pack) -> NDArray[np.bool_]:
    """Which concepts are skills or knowledge, by index."""
    query = "SELECT kind IN ('skill', 'knowledge') FROM esco ORDER BY idx"
    return keep(pack, "esco_skills", lambda: np.array([one for (one,) in pack.connection.execute(query)], np.bool_))


def other_names(pack: Pack) -> Iterator[tuple[EscoConcept, tuple[str, ...]]]:
    """Every concept that has other names, with them: those of its own list, then those that were brought."""
    known = concepts(pack)
    found = {place: tuple(n.split("\n")) for place, n in pack.connection.execute("SELECT idx, names FROM esco_names")}
    for place, name, names in pack.connection.execute("SELECT idx, name, names FROM esco_label ORDER BY language, idx"):
        more = (name, *names.split("\n")) if names else (name,)
        found[place] = tuple(dict.fromkeys((*found.get(place, ()), *more)))
    return ((known[place], found[place]) for place in sorted(found))


def broader(pack: Pack, index: int) -> tuple[EscoConcept, ...]:
    """The concepts directly above one; several parents are usual."""
    return tuple(concept_at(pack, t) for t in links(pack, "esco_broader").of(index)[0].tolist())


def twins(pack: Pack, code: str) -> tuple[EscoTwin, ...]:
    """The ESCO occupations the crosswalk ties to an O*NET-SOC code, surest first; empty for about half the codes."""
    targets, marks = links(pack, "occupation_esco").of(occupation(pack, code).index)
    pairs = zip(targets.tolist(), marks.tolist(), strict=True)
    found = (EscoTwin(concept_at(pack, t), mark / 2) for t, mark in pairs)
    return tuple(sorted(found, key=lambda twin: (-twin.confidence, twin.occupation.index)))


def skill_frequencies(pack: Pack) -> Indices:
    """How many ESCO occupations need each concept, essential or optional, as long as `concepts`."""
    relation = links(pack, "esco_occupation_skill")
    return keep(pack, "esco_frequencies", lambda: relation.frequencies(len(relation.starts) - 1))


def occupation_skills(pack: Pack, index: int) -> tuple[EscoSkill, ...]:
    """The skills an ESCO occupation needs, by index."""
    shared = skill_frequencies(pack)
    targets, marks = links(pack, "esco_occupation_skill").of(index)
    pairs = zip(targets.tolist(), marks.tolist(), strict=True)
    return tuple(EscoSkill(concept_at(pack, t), mark == ESSENTIAL, int(shared[t])) for t, mark in pairs)
