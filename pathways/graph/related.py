"""Which concepts stand close to one another: what earns part credit, shown as "a related skill".

Exact ids are too sparse for records written in other words (FRAMEWORKS: ESCO overlap), so one step through a
hierarchy counts for something; a step through a broad group does not.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pathways.pack import esco
from pathways.pack.arrays import Indices, Links, links
from pathways.pack.occupations import activity_parents, all_activities, software_categories
from pathways.pack.schema import ESSENTIAL
from pathways.pack.store import Pack, keep

RELATED_CREDIT = 0.25
LAPSED_CREDIT = 0.5
"""What a related skill counts, and one whose every evidence is out of date. Set low, for want of a measured figure: one
skill stands close to several."""
CLOSE_GROUP = 15
"""Most members of an ESCO skill group whose members still count as close: half of all groups are smaller."""
CLOSE_CATEGORY = 100
"""Most products of a software category whose members still count as close: spreadsheets yes, "Medical software" no."""


@dataclass(frozen=True, eq=False)
class Hierarchy:
    """ESCO's broader relation, `above`, and the skills directly below each concept: `below[ends[i - 1]:ends[i]]`.

    `skills` tells the concepts that are skills or knowledge from groups and occupations.
    """

    above: Links
    below: Indices
    ends: Indices
    skills: NDArray[np.bool_]

    def skills_below(self, place: int) -> list[int]:
        """The skills directly under a concept, by index."""
        start = int(self.ends[place - 1]) if place else 0
        return [int(one) for one in self.below[start : int(self.ends[place])]]


def close_to(pack: Pack, concept: str) -> tuple[str, ...]:
    """Ids of the concepts one step from a concept, in id order; never the concept itself.

    Activities that share an intermediate activity; ESCO skills directly broader, narrower, or beside it under the same
    skill or small group; the knowledge an ESCO skill builds on; software of the same category. O*NET's 68 knowledge
    and skill elements have none: what stands beside "Mathematics" there is "Speaking".
    """
    known: dict[str, tuple[str, ...]] = keep(pack, "graph.close", dict)
    if concept not in known:
        known[concept] = tuple(sorted({*_found(pack, concept)} - {concept}))
    return known[concept]


def _found(pack: Pack, concept: str) -> Iterable[str]:
    if concept.startswith(esco.BASE):
        place = esco.place_of(pack, concept)
        return () if place is None else (esco.uris(pack)[one] for one in _esco_neighbours(pack, place))
    if concept.startswith("software:"):
        return _products_beside(pack, concept)
    parent = activity_parents(pack).get(concept, "")
    return keep(pack, "graph.activities", lambda: _activities_below(pack)).get(parent, ())


def _activities_below(pack: Pack) -> Mapping[str, list[str]]:
    """The detailed activities under each intermediate one."""
    parents = activity_parents(pack)
    below: dict[str, list[str]] = defaultdict(list)
    for one in all_activities(pack):
        below[parents[one.id]].append(one.id)
    return below


def _products_beside(pack: Pack, concept: str) -> tuple[str, ...]:
    categories = software_categories(pack)
    category = categories.get(concept)
    members = keep(pack, "graph.products", lambda: _by_value(categories)).get(category or "", [])
    return tuple(members) if len(members) <= CLOSE_CATEGORY else ()


def _by_value(values: Mapping[str, str]) -> dict[str, list[str]]:
    keys: dict[str, list[str]] = defaultdict(list)
    for key, value in values.items():
        keys[value].append(key)
    return keys


def _esco_neighbours(pack: Pack, place: int) -> Iterator[int]:
    """Broader and narrower skills; siblings that share a word; the knowledge and skills essential to this one.

    ESCO's groups are looser than O*NET's: a sibling's name must share a word as well.
    """
    tree = keep(pack, "graph.hierarchy", lambda: _hierarchy(pack))
    if not tree.skills[place]:
        return
    own = _words(pack, place)
    for above in tree.above.of(place)[0].tolist():
        beside = tree.skills_below(above)
        if len(beside) <= CLOSE_GROUP:
            yield from (one for one in beside if own & _words(pack, one))
        if tree.skills[above]:
            yield above
    yield from tree.skills_below(place)
    targets, marks = links(pack, "esco_skill_skill").of(place)
    yield from targets[marks == ESSENTIAL].tolist()


def _words(pack: Pack, place: int) -> frozenset[str]:
    """The telling words of a skill's name."""
    name = esco.concept_at(pack, place).concept.name
    return frozenset(word for word in name.lower().split() if len(word) > 3)


def _hierarchy(pack: Pack) -> Hierarchy:
    above = links(pack, "esco_broader")
    skills = esco.are_skills(pack)
    below, tops, _marks = above.entries()
    below, tops = below[skills[below]], tops[skills[below]]
    order = np.argsort(tops, kind="stable")
    return Hierarchy(above, below[order], np.cumsum(np.bincount(tops, minlength=len(skills))), skills)
