"""Which concepts stand close to one another: what earns part credit, shown as "a related skill".

Exact ids are too sparse for records written in other words (FRAMEWORKS: ESCO overlap), so one step through a
hierarchy counts for something; a step through a broad group does not.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pathways.pack import esco
from pathways.pack.arrays import links
from pathways.pack.occupations import activity_parents, all_activities, all_software
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


@dataclass(frozen=True)
class Closeness:
    """Group ids by concept id, and concept ids by group id; `direct` holds the close pairs that share no group.

    `words` are the telling words of ESCO skills' names.
    """

    groups: Mapping[str, tuple[str, ...]]
    members: Mapping[str, tuple[str, ...]]
    direct: Mapping[str, tuple[str, ...]]
    words: Mapping[str, frozenset[str]]


def close_to(pack: Pack, concept: str) -> tuple[str, ...]:
    """Ids of the concepts one step from a concept, in id order; never the concept itself.

    Activities that share an intermediate activity; ESCO skills directly broader, narrower, or beside it under the same
    skill or small group; the knowledge an ESCO skill builds on; software of the same category. O*NET's 68 knowledge
    and skill elements have none: what stands beside "Mathematics" there is "Speaking".
    """
    known = closeness(pack)
    return tuple(sorted({*_beside(known, concept), *known.direct.get(concept, ())} - {concept}))


def _beside(known: Closeness, concept: str) -> Iterator[str]:
    """Members of a concept's groups. ESCO's groups are looser: there the names must share a word as well."""
    own = known.words.get(concept)
    for group in known.groups.get(concept, ()):
        for one in known.members[group]:
            if own is None or own & known.words[one]:
                yield one


def closeness(pack: Pack) -> Closeness:
    """All close concepts of the pack, read once."""
    return keep(pack, "graph.closeness", lambda: _read(pack))


def _read(pack: Pack) -> Closeness:
    pairs = [*_activity_groups(pack), *_software_categories(pack), *_esco_siblings(pack)]
    groups: dict[str, list[str]] = defaultdict(list)
    members: dict[str, list[str]] = defaultdict(list)
    for concept, group in pairs:
        groups[concept].append(group)
        members[group].append(concept)
    direct: dict[str, set[str]] = defaultdict(set)
    for one, other in _esco_steps(pack):
        direct[one].add(other)
    names = {one.concept.id: one.concept.name for one in esco.concepts(pack) if one.concept.id in groups}
    words = {
        concept: frozenset(word for word in name.lower().split() if len(word) > 3) for concept, name in names.items()
    }
    return Closeness(_frozen(groups), _frozen(members), _frozen(direct), words)


def _frozen(found: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(sorted(values)) for key, values in found.items()}


def _activity_groups(pack: Pack) -> list[tuple[str, str]]:
    parents = activity_parents(pack)
    return [(one.id, parents[one.id]) for one in all_activities(pack)]


def _software_categories(pack: Pack) -> list[tuple[str, str]]:
    by_category: dict[str, list[str]] = defaultdict(list)
    for concept, category, _ in all_software(pack):
        by_category[category].append(concept.id)
    close = {category: found for category, found in by_category.items() if len(found) <= CLOSE_CATEGORY}
    return [(one, f"category:{category}") for category, found in close.items() for one in found]


def _esco_siblings(pack: Pack) -> list[tuple[str, str]]:
    known = esco.concepts(pack)
    children: dict[int, list[int]] = defaultdict(list)
    relation = links(pack, "esco_broader")
    for below, above in zip(relation.sources().tolist(), relation.targets.tolist(), strict=True):
        if known[below].concept.kind == "esco_skill" and known[above].kind != "isco_group":
            children[above].append(below)
    close = {above: found for above, found in children.items() if len(found) <= CLOSE_GROUP}
    return [(known[one].concept.id, known[above].concept.id) for above, found in close.items() for one in found]


def _esco_steps(pack: Pack) -> list[tuple[str, str]]:
    """Broader and narrower skills, either way; and from a skill to the knowledge and skills essential to it."""
    known = esco.concepts(pack)
    relation = links(pack, "esco_broader")
    steps = []
    for below, above in zip(relation.sources().tolist(), relation.targets.tolist(), strict=True):
        if known[above].concept.kind == "esco_skill" and known[below].concept.kind == "esco_skill":
            steps += [(known[below].concept.id, known[above].concept.id)]
            steps += [(known[above].concept.id, known[below].concept.id)]
    builds_on = links(pack, "esco_skill_skill")
    pairs = zip(builds_on.sources().tolist(), builds_on.targets.tolist(), builds_on.marks.tolist(), strict=True)
    steps += [(known[one].concept.id, known[other].concept.id) for one, other, mark in pairs if mark == ESSENTIAL]
    return steps
