"""The names a pack knows, indexed once for each open pack."""

from collections.abc import Iterable, Iterator

from pathways.errors import PathwaysError
from pathways.matching.index import BATCH, NameIndex, Tell, build_index
from pathways.model import Concept
from pathways.pack import esco
from pathways.pack.occupations import all_activities, all_software, all_titles
from pathways.pack.ratings import ratings
from pathways.pack.store import Pack, keep

READING = 0.3
"""Share of the work that reading the names is; the rest is splitting them into stems."""
USUALLY = 30_000


def name_index(pack: Pack, tell: Tell = lambda _share: None) -> NameIndex:
    """Every name in the pack, indexed when first asked for (about half a second); `tell` may stop it by raising."""
    return keep(pack, "matching.names", lambda: _read(pack, tell))


def concept_places(pack: Pack) -> dict[str, int]:
    """Concept id -> its place in the name index."""
    index = name_index(pack)
    return keep(pack, "matching.places", lambda: {one.id: place for place, one in enumerate(index.concepts)})


def has_concept(pack: Pack, concept_id: str) -> bool:
    """Whether the pack has a concept with this id."""
    return concept_id in concept_places(pack)


def concept_of(pack: Pack, concept_id: str) -> Concept:
    """The concept with an id. Raises PathwaysError `concept_unknown` where the pack has none."""
    place = concept_places(pack).get(concept_id)
    if place is None:
        raise PathwaysError("concept_unknown", concept=concept_id)
    return name_index(pack).concepts[place]


def _read(pack: Pack, tell: Tell) -> NameIndex:
    concepts: list[Concept] = []
    named: list[int] = []
    others: list[str] = []
    for concept, names in _named(pack):
        more = [name for name in names if name and name != concept.name]
        named += [len(concepts)] * len(more)
        others += more
        concepts.append(concept)
        if len(concepts) % BATCH == 0:
            tell(READING * min(1.0, len(concepts) / USUALLY))
    return build_index(concepts, named, others, lambda share: tell(READING + (1 - READING) * share))


def _named(pack: Pack) -> Iterator[tuple[Concept, Iterable[str]]]:
    """Every concept a claim may mean, with its other names. ISCO's groups of occupations are no one's skill."""
    for occupation, names in all_titles(pack):
        yield occupation.concept, dict.fromkeys(names.alternate + names.short + names.reported)
    plain = (*ratings(pack, "skill").elements, *ratings(pack, "knowledge").elements, *all_activities(pack))
    yield from ((concept, ()) for concept in plain)
    yield from ((concept, ()) for concept, _, _ in all_software(pack))
    other_names = {one.index: names for one, names in esco.other_names(pack)}
    for one in esco.concepts(pack):
        if one.kind != "isco_group":
            yield one.concept, other_names.get(one.index, ())
