"""Skills in a dozen plain groups, by the headings that the published frameworks put over them.

Each group lists headings: O*NET's work activities (general `4.A.2.b.5`, intermediate `4.A.2.b.5.I03`), its skills and
knowledge (`2.B.1`, `2.C.5`), ESCO's skill groups (`S3.2`, `T4`, `L`) and the ISCED fields of ESCO's knowledge
(`isced-f/09`). The nearest heading over a skill that is listed decides, and of one heading's parts the longest. Which
heading belongs to which group is our reading of the headings' names; software, jobs and own words go by what they are.
"""

from collections.abc import Iterable, Iterator

from pathways.model import Concept
from pathways.pack.headings import headings
from pathways.pack.store import Pack, keep

_HEADINGS = {
    "people": """
        4.A.1.a.1.I14 4.A.1.a.1.I23 4.A.2.a.1.I01 4.A.3.a.1.I12 4.A.3.a.1.I15 4.A.4.a 4.A.4.a.5.I01 4.A.4.a.5.I08
        4.A.4.a.5.I10 4.A.4.b.6 2.A.1.b 2.A.1.d 2.B.1 2.C.1.d 2.C.1.e S1 S3 T4 isced-f/0414 isced-f/0416 isced-f/1013
        isced-f/1015""",
    "care": """
        4.A.1.a.1.I12 4.A.1.a.1.I19 4.A.1.a.2.I05 4.A.1.b.2.I01 4.A.1.b.2.I09 4.A.1.b.3.I05 4.A.2.a.1.I06
        4.A.2.a.3.I04 4.A.2.a.4.I06 4.A.2.b.1.I06 4.A.2.b.2.I01 4.A.2.b.2.I10 4.A.2.b.2.I17 4.A.3.a.1.I09
        4.A.3.a.1.I13 4.A.3.a.2.I11 4.A.3.a.2.I17 4.A.3.a.2.I24 4.A.3.a.3.I04 4.A.3.b.4.I09 4.A.3.b.6.I06
        4.A.3.b.6.I11 4.A.4.a.1.I05 4.A.4.a.2.I05 4.A.4.a.5 4.A.4.b.3.I06 4.A.4.b.6.I01 4.A.4.b.6.I06 4.A.4.c.3.I02
        4.A.4.c.3.I06 2.C.5 S1.3.4 S1.5.4 S2.1.2 S2.2.4 S2.8.6 S3.2 S3.6 S4.1.5 S6.5.2 S8.6.1 T6.1 isced-f/09""",
    "office": """
        4.A.1.a.1.I07 4.A.1.a.2.I03 4.A.1.b.1.I01 4.A.1.b.3.I02 4.A.1.b.3.I03 4.A.2.a.1.I09 4.A.2.a.2 4.A.2.a.3.I03
        4.A.2.a.4.I03 4.A.2.a.4.I11 4.A.2.b.1.I01 4.A.2.b.1.I03 4.A.2.b.5.I03 4.A.3.a.2.I37 4.A.3.a.2.I42
        4.A.3.a.3.I01 4.A.3.b.6 4.A.4.a.1.I04 4.A.4.b.4.I09 4.A.4.b.6.I11 4.A.4.c 2.C.1.b 2.C.1.c S1.5.2 S1.6.3 S2.2
        S2.3 S2.6.2 S2.7.3 S2.8.3 S4.3.1 S4.3.3 S4.4 S6.1 S6.2.3 T6.5 isced-f/04""",
    "lead": """
        4.A.1.a.2 4.A.1.b.1.I02 4.A.2.a.1.I03 4.A.2.a.1.I04 4.A.2.b.1.I04 4.A.2.b.1.I08 4.A.2.b.1.I09 4.A.2.b.2.I03
        4.A.2.b.2.I09 4.A.2.b.2.I15 4.A.2.b.2.I20 4.A.2.b.2.I27 4.A.2.b.4 4.A.2.b.5 4.A.2.b.6 4.A.3.a.2.I32
        4.A.4.a.2.I07 4.A.4.b 4.A.4.b.6.I07 4.A.4.c.2 2.B.1.e 2.B.5 2.C.1.a 2.C.1.f 2.C.6 S1.3 S2.8.2 S4 T2.2 T4.4
        isced-f/01 isced-f/0413""",
    "computers": """
        4.A.1.a.2.I10 4.A.1.b.2.I08 4.A.2.b.2.I02 4.A.2.b.2.I06 4.A.3.b.1 4.A.4.b.6.I04 2.B.3.b 2.B.3.e 2.C.3.a
        S1.11.1 S5 T1.3 isced-f/06""",
    "thinking": """
        4.A.1.a.1 4.A.1.a.2.I08 4.A.1.a.2.I09 4.A.1.b.3 4.A.2.a.1 4.A.2.a.2.I01 4.A.2.a.4 4.A.2.b.1 4.A.2.b.2.I08
        4.A.2.b.2.I16 4.A.2.b.2.I21 4.A.2.b.2.I23 4.A.2.b.2.I26 4.A.2.b.3 2.A 2.B.2 2.B.3.a 2.B.4 2.C.4 S1.9 S2 T1 T2
        T3 T6 isced-f/00 isced-f/03 isced-f/05""",
    "hands": """
        4.A.1.a.1.I13 4.A.1.a.2.I01 4.A.1.b.2 4.A.1.b.3.I01 4.A.2.a.1.I05 4.A.2.a.2.I02 4.A.2.b.1.I02 4.A.2.b.1.I10
        4.A.2.b.2.I04 4.A.2.b.2.I07 4.A.2.b.2.I13 4.A.2.b.2.I14 4.A.2.b.2.I24 4.A.3 4.A.4.a.5.I04 2.B.3 2.C.10 2.C.2
        2.C.3 S1.11.3 S2.5 S2.8 S3.5.1 S3.6.4 S6 S7 S8 T5 isced-f/07 isced-f/08 isced-f/10""",
    "words": """
        4.A.1.a.1.I01 4.A.1.a.1.I11 4.A.2.b.1.I07 4.A.2.b.1.I11 4.A.2.b.2 4.A.3.a.2.I08 4.A.3.a.2.I28 4.A.3.a.3.I05
        4.A.3.b.6.I03 4.A.3.b.6.I05 4.A.3.b.6.I12 4.A.3.b.6.I16 4.A.4.a.1.I03 4.A.4.a.8.I01 4.A.4.b.4.I03 2.A.1.a
        2.A.1.c 2.C.3.c 2.C.7 2.C.9 S1.11 S1.12 S1.13 S1.14 S1.15 L T1.1 T6.4 isced-f/02 isced-f/032""",
    "safety": """
        4.A.1.a.1.I03 4.A.1.a.1.I05 4.A.1.a.1.I15 4.A.1.a.1.I17 4.A.1.a.1.I21 4.A.1.a.2.I04 4.A.1.a.2.I07
        4.A.1.a.2.I11 4.A.1.b.2.I11 4.A.2.a.2.I05 4.A.2.a.3 4.A.2.a.4.I08 4.A.2.a.4.I09 4.A.2.b.1.I05 4.A.2.b.2.I05
        4.A.2.b.2.I19 4.A.2.b.4.I02 4.A.3.a.1.I02 4.A.3.a.1.I04 4.A.3.a.1.I11 4.A.3.b.6.I02 4.A.3.b.6.I14
        4.A.4.a.1.I02 4.A.4.a.2.I08 4.A.4.a.2.I12 4.A.4.a.3.I01 4.A.4.b.3.I03 4.A.4.b.4.I05 4.A.4.b.4.I14
        4.A.4.b.4.I15 4.A.4.b.4.I16 4.A.4.b.6.I08 4.A.4.b.6.I09 4.A.4.c.1.I02 4.A.4.c.1.I06 2.C.8 S1.3.2 S1.4.3 S1.5.1
        S1.5.9 S2.1.4 S2.2.2 S2.8.4 S2.8.9 S3.3 T4.5 T6.2 T6.3 isced-f/042 isced-f/102 isced-f/103""",
}
_GROUP_OF = {heading: group for group, listed in _HEADINGS.items() for heading in listed.split()}

JOBS, OTHER, OWN = "jobs", "other", "own"
GROUPS = (*_HEADINGS, JOBS, OTHER, OWN)
"""Codes of the groups, in the order they are shown."""
ICONS = {
    "people": "users",
    "care": "heart-pulse",
    "office": "briefcase",
    "lead": "clipboard-list",
    "computers": "laptop",
    "thinking": "calculator",
    "hands": "wrench",
    "words": "book-open",
    "safety": "shield-check",
    JOBS: "award",
    OTHER: "star",
    OWN: "user",
}
"""The icon of each group, by its name in `assets/icons`."""


def group_of(pack: Pack, concept: Concept) -> str:
    """The group of a skill; `other` where no heading over it is listed."""
    return keep(pack, f"skill group:{concept.id}", lambda: _group_of(pack, concept))


def _group_of(pack: Pack, concept: Concept) -> str:
    if concept.kind in ("occupation", "esco_occupation"):
        return JOBS
    if concept.kind == "software":
        return "computers"
    return next(_listed(headings(pack, concept)), OTHER)


def _listed(codes: Iterable[str]) -> Iterator[str]:
    for code in codes:
        yield from (_GROUP_OF[part] for part in _parts(code) if part in _GROUP_OF)


def _parts(code: str) -> Iterator[str]:
    """A code and all it is a part of: `S3.2.1`, `S3.2`, `S3`, `S`; ISCED's codes grow digit by digit."""
    while code:
        yield code
        shorter = code[:-1] if code.startswith("isced-f/") else code.rpartition(".")[0]
        code = shorter or (code[0] if len(code) > 1 and code[0] in "STL" else "")
