"""The cheapest cover, where one teacher of each thing is enough, found without branching: sets of things, row by row.

A state is the set of things taught so far and the least it weighs. Thing after thing is taken, the rarest first; each
state that lacks it goes on with every step that teaches it. A state is given up once it weighs more, with what the rest
weighs at least by the dual of the linear relaxation, than a cover already known (dynamic programming with bounds, after
Marsten and Morin 1978). The first rounds keep few states, to know a good cover; the last keeps all, which is the proof.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from time import monotonic

import numpy as np
from numpy.typing import NDArray

from pathways.errors import PathwaysError
from pathways.plans.columns import Column, all_before, shared
from pathways.solver import Relaxed, Row

MOST_STATES = 2_000_000
MOST_IN_ALL = 6_000_000
"""States at once, and of all levels together; more would take longer than the solver does."""
MOST_MADE = {200: 600_000, 3_000: 1_200_000, 30_000: 5_000_000, MOST_STATES: 15_000_000}
"""States that each round keeps at once, and how many it may make before any are thrown away. Where steps are much
alike, as at equal prices, far more come up than bounds can tell apart, and the solver is done sooner."""
FIRST_WIDTH = min(MOST_MADE)
MANY = 5_000
"""So many states are worth a dual of their own after each thing."""
MOST_BITS = 62
LARGEST = 2**61
CHUNK = 10
SUMS = 1 << CHUNK
SAFE = 1 - 1e-7
"""The dual is made this much smaller, so that rounding makes no bound too high."""
LP_TIME = 5.0
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Move:
    """A step taken with what must come first: the bits it sets and those of steps already paid for."""

    column: int
    weight: int
    mask: int
    paid: tuple[tuple[int, int], ...]


@dataclass
class _Level:
    """States after one thing: masks, weights, and from which state and move of the level before each came."""

    masks: Ints
    weights: Ints
    came: Ints
    by: Ints = field(default_factory=lambda: np.zeros(0, np.int64))


class _TooMuchError(Exception):
    """More states come up than are worth it, or the time is over."""


def least_cover(columns: Sequence[Column], things: int, end: float = inf) -> frozenset[int] | None:
    """Places of the columns that teach all `things` (bits 0 to things - 1) at the least weight.

    None where there are too many states to look at by `end` (as `monotonic` tells it) or at all, or numbers too large
    for it. There must be a cover.
    """
    parents = shared(columns)
    if things + len(parents) > MOST_BITS or sum(one.weight for one in columns) > LARGEST:
        return None
    best: frozenset[int] | None = None
    known = inf
    try:
        search = _Search(columns, things, {first: things + at for at, first in enumerate(parents)}, end)
    except PathwaysError:
        return None
    for width in MOST_MADE:
        try:
            found, cut = search.run(known, width)
        except (PathwaysError, _TooMuchError):
            return None
        if found is not None:
            best, known = found, float(sum(columns[place].weight for place in found))
        if not cut:
            return best
    return None


class _Search:
    def __init__(self, columns: Sequence[Column], things: int, bits: Mapping[int, int], end: float) -> None:
        self.columns, self.things, self.bits, self.end = columns, things, bits, end
        self.made, self.most_made = 0, 0
        self.closures = all_before(columns)
        self.alone = [sorted(found - bits.keys()) for found in self.closures]
        taught = [self._own(at) for at in range(len(columns))]
        teachers = [[at for at, mask in enumerate(taught) if mask >> thing & 1] for thing in range(things)]
        self.order = sorted(range(things), key=lambda thing: (len(teachers[thing]), thing))
        self.moves = {thing: [self._move(at) for at in teachers[thing]] for thing in range(things)}
        self.unit = max(one.weight for one in columns)
        self.refunds = {
            first: [at for at in range(len(columns)) if first in self.closures[at] and at != first] for first in bits
        }
        self.summed: tuple[Floats, list[Floats]] | None = None
        edges = [(place, first) for place, one in enumerate(self.columns) for first in one.firsts]
        self.edges = len(edges)
        self.relaxed = self._relaxed(edges)
        self.first_duals = self._duals(np.ones(things))

    def _own(self, place: int) -> int:
        """What a step teaches with those that it alone waits for."""
        mask = self.columns[place].mask
        for first in self.alone[place]:
            mask |= self.columns[first].mask
        return mask

    def _move(self, place: int) -> Move:
        """A step's bits and weight with those it alone waits for; others are paid where their bit lacks."""
        firsts = sorted((self.closures[place] - {place}) & self.bits.keys())
        mask, weight = self._own(place), sum(self.columns[one].weight for one in {place, *self.alone[place]})
        if place in self.bits:
            mask |= 1 << self.bits[place]
        for first in firsts:
            mask |= self.columns[first].mask | (1 << self.bits[first])
        return Move(place, weight, mask, tuple((self.bits[first], self.columns[first].weight) for first in firsts))

    def _relaxed(self, edges: Sequence[tuple[int, int]]) -> Relaxed:
        """The dual of the linear relaxation: the worth of each thing, and what of it pays for a step waited for."""
        rows: list[dict[int, float]] = [
            {thing: 1.0 for thing in range(self.things) if one.mask >> thing & 1} for one in self.columns
        ]
        for at, (place, first) in enumerate(edges, start=self.things):
            rows[place][at] = -1.0
            rows[first][at] = 1.0
        high = [Row(row, high=one.weight / self.unit) for row, one in zip(rows, self.columns, strict=True)]
        return Relaxed(high, [float(self.things)] * (self.things + len(edges)), self._time())

    def _time(self) -> float:
        return max(0.0, min(LP_TIME, self.end - monotonic()))

    def _duals(self, wanted: Floats) -> Floats:
        """What each thing weighs at least, the most for those `wanted`: no set of steps teaches its things for less."""
        found = self.relaxed.values([*(-float(one) for one in wanted), *[0.0] * self.edges])
        found_duals: Floats = np.maximum(np.array(found[: self.things], np.float64), 0.0) * (self.unit * SAFE)
        return found_duals

    def run(self, known: float, width: int) -> tuple[frozenset[int] | None, bool]:
        """The best cover no heavier than `known` among at most `width` states a level, and whether any were cut off.

        Errors: `_TooMuchError`, `no_answer_in_time`.
        """
        self.made, self.most_made = 0, MOST_MADE[width]
        levels = [_Level(np.zeros(1, np.int64), np.zeros(1, np.int64), np.zeros(1, np.int64), np.full(1, -1))]
        duals, cut, seen = self.first_duals, False, 0
        for number, thing in enumerate(self.order):
            level = self._next(levels[-1], thing, duals, known)
            if not len(level.masks):
                return None, cut
            seen += len(level.masks)
            if width == MOST_STATES and (len(level.masks) > MOST_STATES or seen > MOST_IN_ALL):
                return None, True
            if number % 3 == 2 or len(level.masks) > min(width, MANY):
                duals = self._duals(self._lacking(level.masks)) if width > FIRST_WIDTH else duals
                bounds = self._bounds(level.masks, level.weights, duals)
                keep = np.flatnonzero(bounds <= known * (1 + 1e-12))
                if len(keep) > width:
                    keep, cut = np.sort(keep[np.argsort(bounds[keep], kind="stable")[:width]]), True
                level = _Level(level.masks[keep], level.weights[keep], level.came[keep], level.by[keep])
            levels.append(level)
        return self._back(levels), cut

    def _lacking(self, masks: Ints) -> Floats:
        """The share of the states that lack each thing."""
        return np.array([1.0 - np.count_nonzero(masks & (1 << thing)) / len(masks) for thing in range(self.things)])

    def _bounds(self, masks: Ints, weights: Ints, duals: Floats) -> Floats:
        """What each state weighs in the end at least."""
        bounds: Floats = weights + self._worth(masks, (1 << self.things) - 1, duals) - self._refunds(masks, duals)
        return bounds

    def _sums_of(self, duals: Floats) -> list[Floats]:
        """What few things weigh together, for each part of all; kept for the dual last used."""
        if self.summed is None or self.summed[0] is not duals:
            parts = [_sums(duals[first : first + CHUNK]) for first in range(0, self.things, CHUNK)]
            self.summed = (duals, parts)
        return self.summed[1]

    def _refunds(self, masks: Ints, duals: Floats) -> Floats:
        """What steps could still bring more than they weigh, once what they wait for is paid."""
        found = np.zeros(len(masks))
        for first, after in self.refunds.items():
            paid = np.flatnonzero(masks >> self.bits[first] & 1)
            for place in after if len(paid) else ():
                gain = self._worth(masks[paid], self.columns[place].mask, duals) - self.columns[place].weight
                found[paid] += np.maximum(gain, 0.0)
        return found

    def _worth(self, masks: Ints, mask: int, duals: Floats) -> Floats:
        """What the bound counts for the things of `mask` that each state lacks."""
        found, lacking = np.zeros(len(masks)), ~masks & mask
        for first in range(0, self.things, CHUNK):
            if mask >> first & (SUMS - 1):
                found += self._sums_of(duals)[first // CHUNK][lacking >> first & (SUMS - 1)]
        return found

    def _next(self, level: _Level, thing: int, duals: Floats, known: float) -> _Level:
        """The states after a thing is taught, each set of things once at its least weight."""
        has = (level.masks >> thing & 1) == 1
        at = np.flatnonzero(~has)
        masks, weights = level.masks[at], level.weights[at]
        bounds = self._bounds(masks, weights, duals)
        in_turn = np.argsort(bounds, kind="stable")
        at, masks, weights, bounds = at[in_turn], masks[in_turn], weights[in_turn], bounds[in_turn]
        stays = np.flatnonzero(has)
        parts = [(level.masks[stays], level.weights[stays], stays, np.full(len(stays), -1))]
        limit = known * (1 + 1e-12)
        for move in self.moves[thing]:
            room = limit + self._slack(move, duals)
            end = int(np.searchsorted(bounds, room - move.weight + self._whole(move.mask, duals), side="right"))
            some = masks[:end]
            added = np.full(end, move.weight, np.int64)
            for bit, weight in move.paid:
                added += np.where(some >> bit & 1, 0, weight)
            if not end:
                continue
            likely = np.flatnonzero(bounds[:end] + added - self._worth(some, move.mask, duals) <= room)
            self.made += len(likely)
            if self.made > self.most_made or monotonic() > self.end:
                raise _TooMuchError
            parts.append(
                (
                    some[likely] | move.mask,
                    weights[likely] + added[likely],
                    at[likely],
                    np.full(len(likely), move.column),
                )
            )
        return _merged(parts)

    def _slack(self, move: Move, duals: Floats) -> float:
        """The most that may come back later through steps that wait for those of this move."""
        paid = [place for place, bit in self.bits.items() if move.mask >> bit & 1]
        later = {at for one in paid for at in self.refunds[one]}
        return sum(max(0.0, self._whole(self.columns[at].mask, duals) - self.columns[at].weight) for at in later)

    def _whole(self, mask: int, duals: Floats) -> float:
        return float(sum(duals[one] for one in range(self.things) if mask >> one & 1))

    def _back(self, levels: Sequence[_Level]) -> frozenset[int]:
        """The steps on the way to the lightest state."""
        place = int(np.argmin(levels[-1].weights))
        taken = set[int]()
        for level in reversed(levels):
            by = int(level.by[place])
            if by >= 0:
                taken |= self.closures[by]
            place = int(level.came[place])
        return frozenset(taken)


def _merged(parts: Sequence[tuple[Ints, Ints, Ints, Ints]]) -> _Level:
    masks, weights, came, by = (np.concatenate(one) for one in zip(*parts, strict=True))
    if not len(masks):
        return _Level(masks, weights, came, by)
    order = np.argsort(masks, kind="stable")
    masks, weights = masks[order], weights[order]
    new = np.ones(len(masks), np.bool_)
    new[1:] = masks[1:] != masks[:-1]
    starts = np.flatnonzero(new)
    least = np.minimum.reduceat(weights, starts)
    group = np.cumsum(new) - 1
    lightest = np.flatnonzero(weights == least[group])
    _, first = np.unique(group[lightest], return_index=True)
    chosen = order[lightest[first]]
    return _Level(masks[starts], least, came[chosen], by[chosen])


def _sums(duals: Floats) -> Floats:
    """For each set of a few things as bits, what they weigh by the dual together."""
    found = np.zeros(SUMS)
    for thing, dual in enumerate(duals):
        found += np.where(np.arange(SUMS) >> thing & 1, dual, 0.0)
    return found
