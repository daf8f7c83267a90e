"""Phrases with what two people, apart from one another, said that they mean: `tests/pathways/matching_gold.tsv`.

A concept is right where a careful career counselor would let it stand as what the phrase says without asking the
learner: the same thing in other words, or the plain next wider one; never a narrower one, never a job for a duty alone.
What one of the two alone called right, a third judged. Both labellers and the third were language models, each with the
same written rules and no sight of the others' answers; a person who knows better is welcome to say so.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

GOLD = Path(__file__).resolve().parents[1] / "pathways" / "matching_gold.tsv"
ESCO = "http://data.europa.eu/esco/"
Kind = Literal["badge", "course", "posting", "own"]
Part = Literal["learn", "aside", "fresh"]


@dataclass(frozen=True)
class Labelled:
    """One phrase. `right` are ids of concepts, best first; empty where nothing is right. `a` and `b` are who labelled.

    What is `aside` or `fresh` is for the figure alone: nothing is fitted to it and nobody reads it to mend the matcher.
    `fresh` was gathered and labelled when the matcher was done, its answers shuffled among the candidates.
    """

    phrase: str
    kind: Kind
    part: Part
    right: tuple[str, ...]
    a: tuple[str, ...]
    b: tuple[str, ...]


@cache
def gold() -> tuple[Labelled, ...]:
    """Every labelled phrase, in the order of the file."""
    with GOLD.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(
            Labelled(
                row["phrase"],
                row["kind"],
                row["part"],
                *(_ids(row[name]) for name in ("right", "labeller_a", "labeller_b")),
            )
            for row in rows
        )


def agreement(pairs: Iterable[tuple[bool, bool]]) -> float:
    """Cohen's kappa of two who said yes or no to the same things (Cohen 1960): 1 is always alike, 0 as by chance."""
    told = list(pairs)
    alike = sum(a == b for a, b in told) / len(told)
    a, b = (sum(one[place] for one in told) / len(told) for place in (0, 1))
    by_chance = a * b + (1 - a) * (1 - b)
    return (alike - by_chance) / (1 - by_chance)


def _ids(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(ESCO + one[5:] if one.startswith("esco:") else one for one in cell.split(";"))
