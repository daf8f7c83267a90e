"""Why a phrase is taken for a concept, as a code and the words that it rests on."""

from dataclasses import dataclass

from pathways.matching.evidence import AT, Evidence
from pathways.matching.meaning import Meaning
from pathways.matching.meant import rests_on
from pathways.model import Concept

WELL = 0.75
"""Likeness of names that needs no other reason."""
NEAR = 0.55
"""Likeness of names from which words in common say enough; under it an answer rests on what words mean."""


@dataclass(frozen=True)
class Reason:
    """A code, and pairs of words of the phrase and of the name."""

    code: str
    rests_on: tuple[tuple[str, str], ...] = ()


def reason(found: Evidence, row: int, concept: Concept, learned: Meaning | None) -> Reason:
    """Why a candidate (a row of the evidence) is named.

    `exact_name` (its own name), `alternate_name` (another name), `misspelled` (the same, once words are mended: which),
    `saying` (what people and programs call it: which words), `part_name` (a part of the phrase is a name of it),
    `near_name` (shares most words), `meaning` (other words that mean alike: which).
    """
    figures = found.figures[row]
    mended = tuple(found.read.changed.items())
    if figures[AT["exact"]] or figures[AT["other"]]:
        plain = "exact_name" if figures[AT["exact"]] else "alternate_name"
        return Reason("misspelled", mended) if mended else Reason(plain)
    likeness = float(max(figures[AT["dice"]], figures[AT["part_dice"]]))
    if (said := found.said.get(found.places[row])) and (likeness < WELL if said.whole else likeness < said.near):
        return Reason("saying", ((said.text, concept.name),))
    if figures[AT["part_exact"]] or figures[AT["part_other"]]:
        return Reason("part_name")
    if likeness >= NEAR:
        return Reason("misspelled", mended) if mended else Reason("near_name")
    pairs = rests_on(learned, found.read.words, concept.name) if learned else ()
    return Reason("meaning", pairs) if pairs else Reason("near_name")
