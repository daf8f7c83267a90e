"""Steps as the search for a cover sees them, and which of them must be marked as paid for."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Column:
    """A step: its weight (a whole number for all that counts), the things it teaches as bits, what it waits for.

    `firsts` are places of other columns.
    """

    weight: int
    mask: int
    firsts: tuple[int, ...] = ()


def shared(columns: Sequence[Column]) -> list[int]:
    """Places of the columns that two others wait for neither of which waits for the other: they are paid once.

    A column whose followers form a single chain needs no mark: of those taken, the last one pays for it.
    """
    closures = all_before(columns)
    after: dict[int, list[frozenset[int]]] = {}
    for place, found in enumerate(closures):
        for first in found - {place}:
            after.setdefault(first, []).append(found)
    found_shared = []
    for first, every in after.items():
        every.sort(key=len)
        if any(not less <= more for less, more in pairwise(every)):
            found_shared.append(first)
    return sorted(found_shared)


def all_before(columns: Sequence[Column]) -> list[frozenset[int]]:
    """Each column with all it waits for, through any number of others."""
    found: dict[int, frozenset[int]] = {}

    def closure(place: int) -> frozenset[int]:
        if place not in found:
            found[place] = frozenset({place}).union(*(closure(first) for first in columns[place].firsts))
        return found[place]

    return [closure(place) for place in range(len(columns))]
