"""Steps as a calendar sees them: their length, what they fill of a week, what they wait for, when they may begin."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from heapq import heappop, heappush

from pathways.frameworks.reach import in_reach
from pathways.model import AnyOf, LearningStep
from pathways.plans.pace import Pace, span
from pathways.plans.steps import firsts, start_weeks

BEGUN_WEEK = 0
NEVER = 10**7
"""The week in which begins what never can."""


@dataclass(frozen=True)
class Job:
    """A step as the calendar sees it: whole weeks (0: unknown), minutes a week, what must be over first.

    `starts` are the only weeks it can begin in, None for any.
    """

    id: str
    weeks: int
    minutes: int
    waits: tuple[AnyOf, ...] = ()
    begun: bool = False
    starts: tuple[int, ...] | None = None

    @property
    def after(self) -> tuple[str, ...]:
        """Those that must be over first in any case."""
        return tuple(first for some in self.waits if some.count >= len(some.steps) for first in some.steps)

    def next_start(self, week: int) -> int:
        """The first week from this one on in which it can begin; `NEVER` where none is left."""
        if self.starts is None:
            return week
        place = bisect_left(self.starts, week)
        return self.starts[place] if place < len(self.starts) else NEVER


@dataclass(frozen=True)
class Jobs:
    """Jobs by id, all that must come first among them, and the room of a week: minutes and places, None for no limit.

    Jobs begun already run from the first week, whether or not there is room.
    """

    by_id: Mapping[str, Job]
    minutes: int | None
    places: int | None

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Their ids, what must come first before what waits for it; what can never start is last."""
        found = dict.fromkeys(in_reach({key: one.waits for key, one in self.by_id.items()}))
        return (*found, *(key for key in self.by_id if key not in found))

    @cached_property
    def heads(self) -> dict[str, int]:
        """The first week in which each can start, were there room for all; `NEVER` for what cannot."""
        found = dict.fromkeys(self.by_id, NEVER)
        left = {(key, at): some.count for key, one in self.by_id.items() for at, some in enumerate(one.waits)}
        waiting: dict[str, list[tuple[str, int]]] = {}
        for key, one in self.by_id.items():
            for at, some in enumerate(one.waits):
                for first in some.steps:
                    waiting.setdefault(first, []).append((key, at))
        choices = {key: len(one.waits) for key, one in self.by_id.items()}
        ends: list[tuple[int, str]] = []

        def open_from(key: str, week: int) -> None:
            found[key] = BEGUN_WEEK if self.by_id[key].begun else self.by_id[key].next_start(week)
            heappush(ends, (min(NEVER, found[key] + self.by_id[key].weeks), key))

        for key in [key for key, count in choices.items() if not count]:
            open_from(key, 0)
        while ends:
            end, key = heappop(ends)
            for other, at in waiting.get(key, ()) if end < NEVER else ():
                left[other, at] -= 1
                if left[other, at] == 0:
                    choices[other] -= 1
                    if not choices[other]:
                        open_from(other, end)
        return found

    @cached_property
    def tails(self) -> dict[str, int]:
        """Weeks that must follow after each is over."""
        found = dict.fromkeys(self.by_id, 0)
        for key in reversed(self.order):
            for need in self.by_id[key].after:
                found[need] = max(found[need], found[key] + self.by_id[key].weeks)
        return found

    @cached_property
    def latest(self) -> dict[str, int]:
        """The last week in which each can start, so that what waits for it still finds a day to begin on."""
        found = {key: NEVER if one.starts is None else max(one.starts, default=0) for key, one in self.by_id.items()}
        for key in reversed(self.order):
            for need in self.by_id[key].after:
                found[need] = min(found[need], found[key] - self.by_id[need].weeks)
        return found

    @cached_property
    def begun(self) -> tuple[Job, ...]:
        """Those that run already."""
        return tuple(one for one in self.by_id.values() if one.begun)

    @cached_property
    def bound_to_days(self) -> bool:
        """Whether any can begin in some weeks only, so that there may be no layout at all."""
        return any(one.starts is not None for one in self.by_id.values())

    @cached_property
    def horizon(self) -> int:
        """Weeks in which all can be laid out, if they can at all."""
        last = max((one.starts[-1] for one in self.by_id.values() if one.starts), default=0)
        return last + sum(one.weeks for one in self.by_id.values())

    def room(self, week: int) -> tuple[int | None, int | None]:
        """Minutes and places that those begun leave in a week."""
        running = [one for one in self.begun if one.weeks > week]
        minutes = None if self.minutes is None else max(0, self.minutes - sum(one.minutes for one in running))
        return minutes, None if self.places is None else max(0, self.places - len(running))

    def some(self, keys: frozenset[str]) -> "Jobs":
        """Some of them, with all that must come first."""
        kept = {key: _among(one, keys) for key, one in self.by_id.items() if key in keys}
        return Jobs(kept, self.minutes, self.places)


def _among(one: Job, keys: Set[str]) -> Job:
    """A job whose choices are those at hand."""
    if all(len(some.steps) == 1 for some in one.waits):
        return one
    return replace(one, waits=tuple(AnyOf(some.count, _kept(some.steps, keys)) for some in one.waits))


def _kept(steps: Sequence[str], keys: Set[str]) -> tuple[str, ...]:
    return tuple(key for key in steps if key in keys)


def jobs_of(
    steps: Iterable[LearningStep],
    pace: Pace,
    begun: Mapping[str, int] | None = None,
    first_monday: date | None = None,
    done: frozenset[str] = frozenset(),
) -> Jobs:
    """Steps as jobs at a pace. `begun` gives, by step id, the weeks that have gone by since a step was begun.

    What runs already waits for nothing and takes the weeks that are left, at least one. Start days count from the
    Monday the plan begins on; without it a step can begin in any week.
    """
    gone = begun or {}
    every = {one.id: one for one in steps}
    found = {key: _job(one, pace, every.keys(), gone.get(key), first_monday, done) for key, one in every.items()}
    return Jobs(found, pace.minutes, pace.at_once)


def _job(
    one: LearningStep, pace: Pace, every: Set[str], gone: int | None, first_monday: date | None, done: frozenset[str]
) -> Job:
    known = span(one, pace)
    weeks = 0 if known is None else known.weeks
    minutes = 0 if known is None or known.minutes is None else known.minutes
    if gone is not None:
        return Job(one.id, max(1, weeks - gone) if weeks else 0, minutes, begun=True)
    waits = (AnyOf(some.count, _kept(some.steps, every)) for some in firsts(one, done))
    # What is not there at all was over before: a plan kept may lack a step that was done in another one.
    held = tuple(AnyOf(min(some.count, len(some.steps)), some.steps) for some in waits if some.steps)
    return Job(one.id, weeks, minutes, held, starts=start_weeks(one, first_monday))
