"""Measuring several rounds of the same work, and one row of the table."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from statistics import median
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Spread:
    """The median of several rounds, the lowest and the highest."""

    median: float
    low: float
    high: float
    rounds: int


@dataclass(frozen=True)
class Peer:
    """What a row is set beside, measured in the same rounds; `spread` is None where it could not be measured."""

    name: str
    spread: Spread | None


@dataclass(frozen=True)
class Row:
    """One line: group, what, unit and figures, or None with a note that says why there are none."""

    group: str
    what: str
    unit: str
    spread: Spread | None
    peer: Peer | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """This median by the peer's."""
        if self.spread is None or self.peer is None or self.peer.spread is None:
            return None
        return self.spread.median / self.peer.spread.median


class Clock:
    """Seconds from the start to the end of a `with` block."""

    seconds = 0.0


@contextmanager
def clock() -> Iterator[Clock]:
    """Time a block, garbage of earlier work gone."""
    gc.collect()
    found = Clock()
    start = perf_counter()
    yield found
    found.seconds = perf_counter() - start


def spread(values: Sequence[float]) -> Spread:
    """Median, lowest and highest of at least one value."""
    return Spread(median(values), min(values), max(values), len(values))


def timed(work: Callable[[], object], rounds: int = 5, *, share: int = 1) -> Spread:
    """Milliseconds that some work takes, by `share` where it does the same thing so many times."""
    return spread([_once(work) / share for _ in range(rounds)])


def timed_fresh(make: Callable[[], T], work: Callable[[T], object], rounds: int = 5) -> Spread:
    """Milliseconds of some work on a thing that is made new for each round; the making is not counted."""
    return spread([_once(partial(work, make())) for _ in range(rounds)])


def _once(work: Callable[[], object]) -> float:
    with clock() as taken:
        work()
    return taken.seconds * 1000
