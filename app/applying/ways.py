"""Every choice of a given size that could still be the best one, a record at a time: where the solver is too slow.

Things told by several records make a weak relaxation (a thing is told once, whoever tells it), so that a solver of
linear programs rules little out. With few records to choose it is quicker to try: a need that nothing meets yet is met
by each record in turn, and a choice begun is given up once it tells more than one in hand. Choices begun are rows of
bits, so that very many are looked at together.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
from numpy.typing import NDArray

MOST_NEEDS = 64
AT_ONCE, CARRIED = 1 << 18, 1 << 10
"""How many are looked at, and carried on, at a time."""
WORD = 64

Bits = NDArray[np.uint64]
Places = NDArray[np.int64]
Worth = tuple[int, int, tuple[int, ...]]
"""Things told, strength below zero, records by place: less is better."""


@dataclass(frozen=True)
class Records:
    """What records do, by place: the strength with which each meets a need, what it tells, what of it is to be hidden.

    Needs are numbers from 0 up.
    """

    meets: Sequence[Mapping[int, int]]
    tells: Sequence[Collection[str]]
    hidden: Sequence[Collection[str]]


@dataclass(frozen=True)
class Found:
    """The best choice seen, by place in order, or None; `proven` says that no other of its size is better."""

    chosen: tuple[int, ...] | None
    proven: bool


@dataclass(frozen=True)
class Aim:
    """`size`, the fewest that can meet all needs with what is `forced`; the fewest `hidden` things that are told so."""

    size: int
    hidden: int
    forced: Sequence[int] = ()


def best_of(records: Records, needs: int, aim: Aim, most: int) -> Found:
    """The choice of so many records that meets all needs: the fewest things told, then the strongest, the first.

    Not proven where over about `most` choices begun would be looked at, or there are over `MOST_NEEDS` needs.
    """
    if needs > MOST_NEEDS or not records.meets:
        return Found(None, proven=False)
    table = _table(records, needs)
    start, left = _begun(table, needs, sorted(aim.forced)), aim.size - len(aim.forced)
    least = _Search(table, aim.hidden, most)
    if not least.run(start, left):
        return Found(least.chosen, proven=False)
    equals = _Search(table, aim.hidden, most, least.best, equals=True)
    proven = equals.run(start, left)
    return Found(equals.chosen, proven=proven and equals.best is not None)


@dataclass(frozen=True)
class _Things:
    """Things told, a row for each record or choice: bits for those that several records tell, else their number."""

    bits: Bits
    alone: Places

    def __getitem__(self, rows: Places) -> "_Things":
        return _Things(self.bits[rows], self.alone[rows])

    def __or__(self, other: "_Things") -> "_Things":
        return _Things(self.bits | other.bits, self.alone + other.alone)

    def count(self) -> Places:
        """How many things each row tells."""
        shared: Places = np.bitwise_count(self.bits).sum(axis=1, dtype=np.int64)
        return self.alone + shared


@dataclass(frozen=True)
class _Table:
    """The records as numbers: needs as bits, the rarest first; `able` are the records by need."""

    meets: Bits
    able: Sequence[Places]
    tells: _Things
    hidden: _Things
    strength: NDArray[np.int32]


@dataclass(frozen=True)
class _Begun:
    """Choices begun, a row each: needs still open, what is told, the records so far by place."""

    open: Bits
    tells: _Things
    hidden: _Things
    places: Places

    def __getitem__(self, rows: Places) -> "_Begun":
        return _Begun(self.open[rows], self.tells[rows], self.hidden[rows], self.places[rows])


@dataclass
class _Search:
    """What is left to carry on, and the best so far; `equals` looks among choices that tell as little as that, too."""

    table: _Table
    most_hidden: int
    most_work: int
    best: Worth | None = None
    equals: bool = False
    work: int = field(default=0, init=False)

    @property
    def chosen(self) -> tuple[int, ...] | None:
        """The best choice so far."""
        return None if self.best is None else self.best[2]

    def run(self, start: _Begun, left: int) -> bool:
        """Try every way to go on with so many records; False where it was too much work."""
        waiting = [(start, left)]
        while waiting and self.work <= self.most_work:
            begun, left = waiting.pop()
            if left == 0:
                self._end(begun)
                continue
            grown = [one for part in self._parts(begun) for one in self._grown(begun, *part, left - 1)]
            # What tells least is carried on first: a good choice in hand soon gives up most of the others.
            if grown:
                whole = _joined(grown)
                order = np.argsort(whole.tells.count(), kind="stable")
                pieces = [order[at : at + CARRIED] for at in range(0, len(order), CARRIED)]
                waiting += [(whole[piece], left - 1) for piece in reversed(pieces)]
        return self.work <= self.most_work

    def _parts(self, begun: _Begun) -> Iterator[tuple[Places, Places]]:
        """Rows by the rarest need that they leave open, with the records that meet it; not too many at a time."""
        rarest = np.bitwise_count((begun.open & (~begun.open + np.uint64(1))) - np.uint64(1))
        for need in np.unique(rarest):
            able, rows = self.table.able[need], np.flatnonzero(rarest == need)
            step = max(1, AT_ONCE // len(able))
            for at in range(0, len(rows), step):
                yield rows[at : at + step], able

    def _grown(self, begun: _Begun, rows: Places, able: Places, left: int) -> Iterator[_Begun]:
        """These choices with one of these records more, where that may become the best."""
        table = self.table
        self.work += len(rows) * len(able)
        still = begun.open[rows][:, None] & ~table.meets[able][None, :]
        most = int(np.bitwise_count(table.meets).max())
        row, record = np.nonzero(np.bitwise_count(still) <= left * most)
        before, new = rows[row], able[record]
        tells, hidden = begun.tells[before] | table.tells[new], begun.hidden[before] | table.hidden[new]
        least = tells.count() + left * int(table.tells.alone.min())
        kept = np.flatnonzero(self._may_be_best(least) & (hidden.count() <= self.most_hidden))
        if len(kept):
            places = np.hstack([begun.places[before[kept]], new[kept, None]])
            yield _Begun(still[row[kept], record[kept]], tells[kept], hidden[kept], places)

    def _may_be_best(self, told: Places) -> NDArray[np.bool_]:
        if self.best is None:
            return np.ones(len(told), np.bool_)
        return told <= self.best[0] if self.equals else told < self.best[0]

    def _end(self, whole: _Begun) -> None:
        """Keep the best of choices that are whole."""
        told = whole.tells.count()
        rows = np.flatnonzero((whole.open == 0) & self._may_be_best(told) & (whole.hidden.count() <= self.most_hidden))
        if not len(rows):
            return
        rows = rows[told[rows] == told[rows].min()]
        places = np.sort(whole.places[rows], axis=1)
        strong = _strength(self.table, places)
        places = places[strong == strong.max()]
        first = places[np.lexsort(places.T[::-1])[0]] if places.shape[1] else places[0]
        worth = (int(told[rows[0]]), -int(strong.max()), tuple(map(int, first)))
        self.best = worth if self.best is None else min(self.best, worth)


def _table(records: Records, needs: int) -> _Table:
    rarest = sorted(range(needs), key=lambda need: sum(need in one for one in records.meets))
    at = {need: place for place, need in enumerate(rarest)}
    met = [[at[need] for need in one] for one in records.meets]
    strength = np.zeros((len(met), needs), np.int32)
    for place, one in enumerate(records.meets):
        for need, value in one.items():
            strength[place, at[need]] = value
    able = [np.flatnonzero(strength[:, need]).astype(np.int64) for need in range(needs)]
    return _Table(_bits(met, needs)[:, 0], able, _things(records.tells), _things(records.hidden), strength)


def _things(told: Sequence[Collection[str]]) -> _Things:
    tellers = Counter(chain.from_iterable(told))
    shared = {thing: place for place, thing in enumerate(sorted(key for key, count in tellers.items() if count > 1))}
    bits = _bits([[shared[thing] for thing in one if thing in shared] for one in told], len(shared))
    return _Things(bits, np.array([sum(thing not in shared for thing in one) for one in told], np.int64))


def _bits(rows: Sequence[Collection[int]], count: int) -> Bits:
    """Sets of numbers below `count` as rows of bits."""
    found = np.zeros((len(rows), max(1, -(-count // WORD))), np.uint64)
    for place, row in enumerate(rows):
        for one in row:
            found[place, one // WORD] |= np.uint64(1 << one % WORD)
    return found


def _begun(table: _Table, needs: int, forced: Sequence[int]) -> _Begun:
    """The one choice to begin with: what is forced."""
    places = np.array([forced], np.int64).reshape(1, len(forced))
    still = np.array([(1 << needs) - 1], np.uint64)
    for place in forced:
        still &= ~table.meets[place]
    return _Begun(still, _in_all(table.tells, places[0]), _in_all(table.hidden, places[0]), places)


def _in_all(things: _Things, places: Places) -> _Things:
    return _Things(np.bitwise_or.reduce(things.bits[places], axis=0)[None, :], things.alone[places].sum()[None])


def _joined(parts: Sequence[_Begun]) -> _Begun:
    def things(found: Sequence[_Things]) -> _Things:
        return _Things(np.concatenate([one.bits for one in found]), np.concatenate([one.alone for one in found]))

    return _Begun(
        np.concatenate([one.open for one in parts]),
        things([one.tells for one in parts]),
        things([one.hidden for one in parts]),
        np.concatenate([one.places for one in parts]),
    )


def _strength(table: _Table, places: Places) -> Places:
    """For each row of records the sum over the needs of the best strength."""
    best = np.zeros((len(places), table.strength.shape[1]), np.int32)
    for column in places.T:
        np.maximum(best, table.strength[column], out=best)
    total: Places = best.sum(axis=1, dtype=np.int64)
    return total
