"""What stands above a skill in its framework: the headings to group it by."""

from collections.abc import Iterator

from pathways.model import Concept
from pathways.pack import esco
from pathways.pack.store import Pack

_ESCO_SHELF = "T"
"""ESCO's shelf of transversal skills; it names a skill less closely than any other."""
_FARTHEST = 12


def headings(pack: Pack, concept: Concept) -> Iterator[str]:
    """Codes of the headings over a concept, nearest first.

    O*NET's activities, skills and knowledge carry theirs in their own id (`4.A.2.b.5.I03` stands over
    `4.A.2.b.5.I03.D01`). An ESCO skill has ESCO's group codes (`S3.2.1`, `L1`, `T4.2`) and the ISCED fields of
    knowledge (`isced-f/0912`), step by step upward. Software and occupations have none.
    """
    if concept.kind in ("activity", "knowledge", "skill"):
        yield concept.id
    elif concept.kind in ("esco_skill", "esco_group"):
        yield from _of_esco(pack, concept)


def _of_esco(pack: Pack, concept: Concept) -> Iterator[str]:
    found = esco.find(pack, concept.id)
    level: tuple[esco.EscoConcept, ...] = () if found is None else (found,)
    for _ in range(_FARTHEST):
        yield from sorted(filter(None, map(_code, level)), key=lambda code: (code.startswith(_ESCO_SHELF), code))
        level = tuple(above for one in level for above in esco.broader(pack, one.index))


def _code(one: esco.EscoConcept) -> str:
    isced = one.concept.id.removeprefix(esco.BASE)
    return one.code or (isced if isced.startswith("isced-f/") else "")
