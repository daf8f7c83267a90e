"""What an occupation needs, from the best facts the pack holds, most telling first (`weights` says how it is told)."""

import math
from collections.abc import Callable, Iterable, Mapping

from pathways.model import Concept, ConceptKind, Needs, Requirement
from pathways.pack import esco, occupations, ratings
from pathways.pack.facts import facts_of
from pathways.pack.store import Pack, source_names
from pathways.requirements.weights import WEIGHT_CAPS, Weighed, damped, has_data, weigh

TURNS: Mapping[ConceptKind, float] = {"activity": 8, "esco_skill": 5, "knowledge": 3, "skill": 2, "software": 2}
"""Each kind's turns among each twenty items shown."""
TELLING = 0.1  # below it stands what about half of all occupations need as well
SOURCES: Mapping[ConceptKind, str] = {
    "activity": "links:occupation_activity",
    "knowledge": "matrix:knowledge",
    "skill": "matrix:skill",
    "software": "links:occupation_software",
    "esco_skill": "links:occupation_esco",
}
Told = tuple[float, Requirement]


def requirements(pack: Pack, code: str) -> Needs:
    """What the occupation with this O*NET-SOC code needs; error `occupation_unknown`.

    Kinds without data are named in `unrated`, never scored. Schooling, certificates and job zone are facts, no gate.
    """
    known = occupations.occupation(pack, code)
    unrated = tuple(kind for kind in WEIGHT_CAPS if not has_data(pack, kind, known.index))
    found = (_told(pack, weigh(pack, kind, known.index)) for kind in WEIGHT_CAPS if kind not in unrated)
    return Needs(known.concept, tuple(_in_order(found)), facts_of(pack, code), unrated)


def _told(pack: Pack, found: Weighed) -> list[Told]:
    """One occupation's needs of one kind, each with the weight it had before it was damped."""
    count = len(found.places)
    nothing = [None] * count
    concept_at, source = _concepts(pack, found.kind), source_names(pack, SOURCES[found.kind])
    columns = zip(
        found.weights.tolist(),
        found.places.tolist(),
        damped(found, int(found.rows.max(initial=0)) + 1).tolist(),
        nothing if found.importance is None else found.importance.tolist(),
        nothing if found.levels is None else found.levels.tolist(),
        nothing if found.essential is None else found.essential.tolist(),
        strict=True,
    )
    return [
        (raw, Requirement(concept_at(place), weight, source, _rounded(importance), _rounded(level), essential))
        for raw, place, weight, importance, level, essential in columns
    ]


def _concepts(pack: Pack, kind: ConceptKind) -> Callable[[int], Concept]:
    """How to find a concept of a kind by its place."""
    if kind == "esco_skill":
        return lambda place: esco.concept_at(pack, place).concept
    if kind == "software":
        return lambda place: occupations.product(pack, place)[0]
    if kind == "activity":
        return occupations.all_activities(pack).__getitem__
    return ratings.ratings(pack, "skill" if kind == "skill" else "knowledge").elements.__getitem__


def _rounded(value: float | None) -> float | None:
    return None if value is None or math.isnan(value) else round(value, 2)


def _in_order(kinds: Iterable[list[Told]]) -> list[Requirement]:
    """Kinds take turns with their most telling items; what most occupations need as well follows, by weight."""
    placed: list[tuple[float, float, str, Requirement]] = []
    for found in kinds:
        ranked = sorted(found, key=lambda told: (-told[0], told[1].concept.id))
        for rank, (weight, item) in enumerate(ranked):
            turn = (rank + 0.5) / TURNS[item.concept.kind] if weight >= TELLING else math.inf
            placed.append((turn, -weight, item.concept.id, item))
    return [item for *_, item in sorted(placed, key=lambda p: p[:3])]
