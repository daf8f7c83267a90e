"""What an occupation needs, from the best facts the pack holds, most telling first.

An item tells more the fewer occupations share it: `specificity` is −ln(share) / ln(occupations), 1 for what one
occupation alone needs and 0 for what all need (inverse document frequency, Spärck Jones 1972, scaled to 0–1). Its
weight is specificity × how much it matters there; for rated knowledge and skills, specificity is the geometric mean of
how few occupations need it at all and how few as much. A long list of one kind is damped so that it cannot outweigh
the other kinds; a list of common things is never raised.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from pathways.model import ConceptKind, Needs, Requirement
from pathways.pack import esco, occupations, ratings
from pathways.pack.facts import facts_of
from pathways.pack.store import Pack, keep, source_names

IMPORTANT = 3.0  # of 1–5: "important" on O*NET's scale
SUPPLEMENTAL = 0.6  # an activity in no core task
ONE_TASK = 0.85  # an activity in one task alone
HOT_ONLY = 0.15  # software asked for across jobs, though not often in this one
OPTIONAL = 0.5
LEAST = 0.01
# The most that one kind may weigh altogether, and its turns among each twenty items shown.
WEIGHT_CAPS: Mapping[ConceptKind, float] = {
    "activity": 6.0,
    "esco_skill": 4.0,
    "knowledge": 2.0,
    "skill": 2.0,
    "software": 2.0,
}
TURNS: Mapping[ConceptKind, float] = {"activity": 8, "esco_skill": 5, "knowledge": 3, "skill": 2, "software": 2}
TELLING = 0.1  # below it stands what about half of all occupations need as well


def requirements(pack: Pack, code: str) -> Needs:
    """What the occupation with this O*NET-SOC code needs; error `occupation_unknown`.

    Kinds without data are named in `unrated`, never scored. Schooling, certificates and job zone are facts, no gate.
    """
    known = occupations.occupation(pack, code)
    kinds: dict[ConceptKind, Sequence[Requirement] | None] = {
        "activity": _activities(pack, code),
        "knowledge": _rated(pack, known.index, "knowledge"),
        "skill": _rated(pack, known.index, "skill"),
        "software": _software(pack, code),
        "esco_skill": _esco_skills(pack, code),
    }
    damping = {kind: _damping(kind, found or ()) for kind, found in kinds.items()}
    items = (_damped(item, damping[item.concept.kind]) for item in _in_order(kinds.values()))
    unrated = tuple(kind for kind, found in kinds.items() if found is None)
    return Needs(known.concept, tuple(items), facts_of(pack, code), unrated)


def specificity(shared_by: float, among: int) -> float:
    """How few of `among` occupations share a thing: 1 for one of them, 0 for all."""
    return max(0.0, -math.log(max(shared_by, 1.0) / among) / math.log(among))


def _activities(pack: Pack, code: str) -> list[Requirement] | None:
    found = occupations.activities(pack, code)
    among, source = _with_data(pack), source_names(pack, "links:occupation_activity")
    return [Requirement(a.concept, _weight(specificity(a.shared_by, among), _part(a)), source) for a in found] or None


def _part(activity: occupations.Activity) -> float:
    """How large a part of the job an activity is: in a core task or not, in one task or several."""
    return (1.0 if activity.core else SUPPLEMENTAL) * (1.0 if activity.tasks > 1 else ONE_TASK)


def _with_data(pack: Pack) -> int:
    return keep(pack, "with_data", lambda: sum(o.job_zone is not None for o in occupations.occupations(pack)))


def _weight(telling: float, matters: float) -> float:
    return max(LEAST, telling * matters)


def _rated(pack: Pack, index: int, kind: Literal["skill", "knowledge"]) -> list[Requirement] | None:
    table = ratings.ratings(pack, kind)
    importance, level = table.importance[index].tolist(), table.level[index].tolist()
    if all(math.isnan(v) for v in importance):
        return None
    telling = _rarity(pack, kind, index)
    source = source_names(pack, f"matrix:{kind}")
    return [
        Requirement(
            concept,
            _weight(telling[i], (importance[i] - 1) / 4),
            source,
            importance=round(importance[i], 2),
            level=None if table.level_hidden[index, i] or math.isnan(level[i]) else round(level[i], 2),
        )
        for i, concept in enumerate(table.elements)
        if importance[i] >= IMPORTANT and not table.suppressed[index, i]
    ]


def _rarity(pack: Pack, kind: Literal["skill", "knowledge"], index: int) -> list[float]:
    """How few occupations need each element at all, and how few as much as this one: the geometric mean of both."""
    table = ratings.ratings(pack, kind)
    among = keep(pack, f"rated:{kind}", lambda: int(table.rated.sum()))
    at_all: list[int] = keep(pack, f"at_all:{kind}", lambda: (table.importance >= IMPORTANT).sum(axis=0).tolist())
    as_much = (table.importance >= table.importance[index]).sum(axis=0).tolist()
    return [math.sqrt(specificity(a, among) * specificity(m, among)) for a, m in zip(at_all, as_much, strict=True)]


def _software(pack: Pack, code: str) -> list[Requirement] | None:
    found = occupations.software(pack, code)
    among, source = _with_data(pack), source_names(pack, "links:occupation_software")
    return (
        [
            Requirement(s.concept, _weight(specificity(s.shared_by, among), 1.0 if s.in_demand else HOT_ONLY), source)
            for s in found
            if s.hot or s.in_demand
        ]
        if found
        else None
    )


def _esco_skills(pack: Pack, code: str) -> list[Requirement] | None:
    """Skills of the crosswalk's ESCO occupations; each counts by the share of them, by confidence, that need it."""
    twins = esco.twins(pack, code)
    if not twins:
        return None
    total = sum(t.confidence for t in twins)
    needed: dict[int, float] = defaultdict(float)
    essential: dict[int, float] = defaultdict(float)
    skills: dict[int, esco.EscoSkill] = {}
    for twin in twins:
        for skill in esco.occupation_skills(pack, twin.occupation.index):
            place = skill.skill.index
            skills[place] = skill
            needed[place] += (1.0 if skill.essential else OPTIONAL) * twin.confidence / total
            essential[place] += skill.essential * twin.confidence / total
    among, source = _esco_occupations(pack), source_names(pack, "links:occupation_esco")
    return [
        Requirement(
            skill.skill.concept,
            _weight(specificity(skill.shared_by, among), needed[place]),
            source,
            essential=essential[place] >= 0.5,
        )
        for place, skill in sorted(skills.items())
    ]


def _esco_occupations(pack: Pack) -> int:
    query = "SELECT count(*) FROM esco WHERE kind = 'occupation'"
    return keep(pack, "esco_occupations", lambda: int(pack.connection.execute(query).fetchone()[0]))


def _damping(kind: ConceptKind, found: Sequence[Requirement]) -> float:
    return min(1.0, WEIGHT_CAPS[kind] / (sum(item.weight for item in found) or 1.0))


def _damped(item: Requirement, factor: float) -> Requirement:
    weight = round(item.weight * factor, 4)
    return Requirement(item.concept, weight, item.source, item.importance, item.level, item.essential)


def _in_order(kinds: Iterable[Sequence[Requirement] | None]) -> list[Requirement]:
    """Kinds take turns with their most telling items; what most occupations need as well follows, by weight."""
    placed: list[tuple[float, float, str, Requirement]] = []
    for found in kinds:
        ranked = sorted(found or (), key=lambda item: (-item.weight, item.concept.id))
        for rank, item in enumerate(ranked):
            turn = (rank + 0.5) / TURNS[item.concept.kind] if item.weight >= TELLING else math.inf
            placed.append((turn, -item.weight, item.concept.id, item))
    return [item for *_, item in sorted(placed, key=lambda p: p[:3])]
