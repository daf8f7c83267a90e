"""Steps that a best plan can do without, found before the solver is asked: what is left is a small part of a list.

A step is needless beside another that teaches as much, needs no more first and is better in every measure. Where one
teacher of a thing is enough, a step is needless, too, if several others together teach as much for less; so is a chain
of steps that costs more than what it teaches does elsewhere (reductions of set covering after Beasley 1987).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from time import monotonic

import numpy as np

from pathways.frameworks.reach import in_reach
from pathways.model import AnyOf

MOST_TAUGHT = 7
"""A step that teaches more things is not looked at piece by piece: its parts double with each."""
MOST_NEEDS = 62


@dataclass(frozen=True)
class Offer:
    """A step as its rivals see it: what must be small, the amount of each thing wanted (by its place), what it needs.

    `firsts` are the steps it waits for; `held` says that another waits for it, or that it is taken in any case.
    """

    id: str
    size: tuple[float, ...]
    teaches: Mapping[int, float]
    firsts: frozenset[str]
    held: bool


def worthwhile(offers: Sequence[Offer], least: Sequence[float], end: float = inf) -> list[Offer]:
    """The offers without those that others make needless; `least` is the amount wanted of each thing.

    Those not looked at by `end` (as `monotonic` tells it) stay.

    Amounts add up, so a step stays until those better than it teach enough together: they could all be in the plan.
    """
    if not any(one.held or one.teaches for one in offers):
        return []
    order = sorted((one for one in offers if one.held or one.teaches), key=lambda one: (one.size, one.id))
    masks = np.array([sum(1 << place for place in one.teaches if place < MOST_NEEDS) for one in order], np.int64)
    sizes = np.array([one.size for one in order], np.float64)
    free = np.zeros(len(order), np.int64)
    kept, count = list[Offer](), 0
    for place, one in enumerate(order):
        rivals = free[:count]
        if not one.held and monotonic() < end:
            better = rivals[(masks[place] & ~masks[rivals]) == 0]
            better = better[(sizes[better] <= sizes[place]).all(axis=1)]
            if _enough(one, [order[at] for at in better], least):
                continue
        kept.append(one)
        free[count] = place
        count += 1
    names = {one.id for one in kept}
    return [one for one in offers if one.id in names]


def _enough(one: Offer, rivals: Sequence[Offer], least: Sequence[float]) -> bool:
    """Whether rivals that teach as much make one needless even where all of them are in the plan."""
    left = {place: least[place] for place in one.teaches}
    for other in rivals:
        if not other.firsts <= one.firsts or any(other.teaches.get(at, 0) < much for at, much in one.teaches.items()):
            continue
        for place in left:
            left[place] -= other.teaches[place]
        if all(amount <= 0 for amount in left.values()):
            return True
    return not left


def cheaper_apart(
    offers: Sequence[Offer], weights: Mapping[str, int], waits: Mapping[str, Sequence[str]], end: float = inf
) -> set[str]:
    """Ids of the offers that are worth their weight (all that counts in one number); one teacher a thing is enough.

    `waits` has the steps that each waits for. What a step gains is what its things weigh apart less its own weight; it
    may lose only as much as the steps that wait for it gain at most. What
    is not looked at by `end` stays.
    """
    apart = _Apart([one for one in offers if not one.firsts], weights, end)
    gains = {one.id: apart.weight(_mask(one)) for one in offers}
    after: dict[str, list[str]] = {one.id: [] for one in offers}
    for one in offers:
        for first in waits[one.id]:
            after.setdefault(first, []).append(one.id)
    most: dict[str, float] = {}
    for key in reversed(_in_turn(offers, waits)):
        weighed = gains[key]
        own = inf if weighed is None else weighed - weights[key]
        most[key] = own + sum(max(0.0, most.get(other, inf)) for other in after[key])
    return {one.id for one in offers if most.get(one.id, 0) >= 0}


def _in_turn(offers: Sequence[Offer], waits: Mapping[str, Sequence[str]]) -> list[str]:
    """Ids, each after those it waits for; those that wait in a circle are left out, and stay."""
    chains = {one.id: [AnyOf(1, (first,)) for first in waits[one.id]] for one in offers}
    return in_reach(chains)


def _mask(one: Offer) -> int:
    return sum(1 << place for place in one.teaches)


class _Apart:
    """What sets of things weigh at least when steps that wait for nothing teach them."""

    def __init__(self, free: Sequence[Offer], weights: Mapping[str, int], end: float) -> None:
        self._end = end
        self._single: dict[int, int] = {}
        self._known: dict[int, int | None] = {0: 0}
        for one in free:
            if len(one.teaches) <= MOST_TAUGHT and monotonic() < end:
                self._add(_mask(one), weights[one.id])

    def _add(self, mask: int, weight: int) -> None:
        part = mask
        while part:
            if weight < self._single.get(part, weight + 1):
                self._single[part] = weight
            part = (part - 1) & mask

    def weight(self, mask: int) -> int | None:
        """The least weight of steps that teach these; None where they are too many, late, or taught by none."""
        if mask.bit_count() > MOST_TAUGHT or monotonic() > self._end:
            return None
        if mask not in self._known:
            self._known[mask] = min(self._splits(mask), default=None)
        return self._known[mask]

    def _splits(self, mask: int) -> Iterator[int]:
        lowest = mask & -mask
        others = part = mask ^ lowest
        while True:
            single = self._single.get(part | lowest)
            rest = None if single is None else self.weight(others ^ part)
            if single is not None and rest is not None:
                yield single + rest
            if not part:
                return
            part = (part - 1) & others
