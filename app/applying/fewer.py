"""A smaller choice than the one in hand, by local search: for where the solver could not prove its own in time.

One record is left out at a time and others take its place; needs that stay unmet for long weigh more and more (row
weighting, after Gao, Weise and Li, "An Efficient Local Search Heuristic with Row Weighting for the Unicost Set Covering
Problem", 2015). It finds good choices and proves nothing. The same question gives the same answer.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from random import Random

MOST_STEPS = 30_000
WORK = 20_000_000
"""About how many needs and offers are looked at in all: a second or two."""


def fewer(meets: Sequence[Collection[int]], needs: int, chosen: Collection[int], forced: Collection[int]) -> list[int]:
    """Offers by place that meet all of so many needs, no more than are `chosen`, which meet them.

    `meets` gives the needs that each offer meets; `forced` are chosen in any case.
    """
    search = _Search(meets, needs, frozenset(forced))
    for offer in sorted(chosen):
        search.take(offer)
    best = sorted(chosen)
    for step in range(search.steps):
        while not search.open:
            best = sorted(search.taken)
            if not search.drop(step):
                return best
        search.drop(step)
        search.fill(step)
    return best


@dataclass
class _Search:
    """The choice as it stands. `worth` is the weight of needs that an offer would meet, or alone meets if taken."""

    meets: Sequence[Collection[int]]
    needs: int
    forced: frozenset[int]
    taken: set[int] = field(default_factory=set)
    open: list[int] = field(default_factory=list)
    _luck: Random = field(default_factory=lambda: Random(0))  # noqa: S311 - no secret

    def __post_init__(self) -> None:
        self.able: list[list[int]] = [[] for _ in range(self.needs)]
        for offer, met in enumerate(self.meets):
            for need in met:
                self.able[need].append(offer)
        self.open = list(range(self.needs))
        self._place = list(range(self.needs))  # of an open need in `open`
        self._times = [0] * self.needs
        self._weight = [1] * self.needs
        self._worth = [len(met) for met in self.meets]
        self._moved = [0] * len(self.meets)
        self._free = [True] * len(self.meets)  # what changed nothing around it since it was dropped is not taken again
        self._last = -1

    @property
    def steps(self) -> int:
        """How many records are changed for others in all: fewer where each means more work."""
        most = max(map(len, self.able), default=0) * max(map(len, self.meets), default=0)
        return min(MOST_STEPS, WORK // (most + 1))

    def take(self, offer: int) -> None:
        """Choose an offer."""
        self.taken.add(offer)
        for need in self.meets[offer]:
            times, weight = self._times[need], self._weight[need]
            self._times[need] = times + 1
            for other in self.able[need]:
                self._free[other] = True
                if other != offer and (times == 0 or (times == 1 and other in self.taken)):
                    self._worth[other] -= weight
            if times == 0:
                self._close(need)

    def leave(self, offer: int) -> None:
        """Choose an offer no more."""
        self.taken.discard(offer)
        for need in self.meets[offer]:
            times, weight = self._times[need] - 1, self._weight[need]
            self._times[need] = times
            for other in self.able[need]:
                self._free[other] = True
                if (times == 0 and other != offer) or (times == 1 and other in self.taken):
                    self._worth[other] += weight
            if times == 0:
                self._place[need] = len(self.open)
                self.open.append(need)
        self._free[offer] = False

    def drop(self, step: int) -> bool:
        """Leave out the offer that is missed least, of these the one that stood longest; False where none may go."""
        able = [one for one in self.taken if one not in self.forced and one != self._last]
        if not able:
            return False
        gone = min(able, key=lambda one: (self._worth[one], self._moved[one], one))
        self.leave(gone)
        self._moved[gone] = step
        return True

    def fill(self, step: int) -> None:
        """Take the offer worth most for one open need, and let all open needs weigh more."""
        need = self.open[self._luck.randrange(len(self.open))]
        able = [one for one in self.able[need] if self._free[one]] or self.able[need]
        new = max(able, key=lambda one: (self._worth[one], -self._moved[one], -one))
        self.take(new)
        self._moved[new], self._last = step, new
        for still in self.open:
            self._weight[still] += 1
            for other in self.able[still]:
                self._worth[other] += 1

    def _close(self, need: int) -> None:
        place, last = self._place[need], self.open[-1]
        self.open[place], self._place[last] = last, place
        self.open.pop()
