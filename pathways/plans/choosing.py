"""Which steps could be over within a number of weeks, judged by conditions that every calendar meets.

Chains of what must come first, and the room of the weeks: what these refuse fits no calendar; what they let through may
still not fit.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from math import inf
from time import monotonic

from pathways.errors import PathwaysError
from pathways.plans.conditions import broken_by, budget_row, cover_rows, left_out_costs, order_rows
from pathways.plans.jobs import NEVER, Jobs
from pathways.plans.pace import FUZZ
from pathways.plans.question import HALF, Question, costs, teachers
from pathways.solver import Row, minimise

LEAST_TIME = 0.05
"""Seconds the solver is given at least."""
NEAR = 0.02
"""A choice this close to filling the least room is laid out: the best could take the solver ten times as long."""
MOST_HEADS = 12
"""Of the weeks in which steps can start at the earliest, how many give a condition."""
SMALL_SHARES = (1 / 2, 1 / 3, 1 / 4)
PARTS = (2, 3)
"""What a week's share is measured by to see which of them cannot share a week."""


@dataclass(frozen=True)
class Choosing:
    """The steps to choose among, as jobs; `left_out` counts what the budget leaves out at best (0: nothing)."""

    asked: Question
    jobs: Jobs
    left_out: float = 0.0

    @cached_property
    def ends(self) -> list[int]:
        """The first week by which each step can be over."""
        return [self.jobs.heads[one.id] + self.jobs.by_id[one.id].weeks for one in self.asked.steps]

    @cached_property
    def pad(self) -> list[float]:
        """A place for each requirement's own variable, where some may be left out."""
        return [0.0] * (len(self.asked.wanted) if self.left_out else 0)

    @cached_property
    def always(self) -> list[Row]:
        """What every choice meets."""
        rows = [*order_rows(self.asked), *cover_rows(self.asked, may_leave_out=bool(self.left_out))]
        if self.asked.budget is not None:
            rows.append(budget_row(self.asked))
        if self.left_out:
            lost = enumerate(left_out_costs(self.asked), start=len(self.asked.steps))
            rows.append(Row(dict(lost), high=self.left_out + HALF))
        return rows

    def least(self) -> int:
        """Weeks without which something cannot be taught, whatever is chosen."""
        least = max(
            (self.ends[place] for place, one in enumerate(self.asked.steps) if one.id in self.asked.forced), default=0
        )
        if self.left_out:
            return least
        pairs = zip(self.asked.wanted, teachers(self.asked), strict=True)
        soonest = (self._soonest(concept, found) for concept, found in pairs)
        return max(least, max(soonest, default=0))

    def _soonest(self, concept: str, found: Mapping[int, float]) -> int:
        """The first week by which enough of a thing could be learned."""
        left = self.asked.least.get(concept, 1.0) * (1 - FUZZ)
        for place in sorted(found, key=lambda place: self.ends[place]):
            left -= found[place]
            if left <= 0:
                return self.ends[place]
        return NEVER

    def at_hand(self) -> frozenset[str] | None:
        """A choice made in one go: again and again the steps that fill the least room for what they add.

        None where it finds none, as choices of what must come first may lead it astray.
        """
        taken = set(self.asked.forced)
        left = {concept: self.asked.least.get(concept, 1.0) for concept in self.asked.wanted}
        while left:
            teaching = [one.id for one in self.asked.steps if one.id not in taken and left.keys() & set(one.teaches)]
            best = min(teaching, key=lambda key: (self._room_each(key, taken, left), key), default=None)
            if best is None or self.jobs.heads[best] >= NEVER:
                return None
            for key in self._with_before[best] - taken:
                for concept, much in self._teaches[key].items():
                    if concept in left:
                        left[concept] -= much
            taken |= self._with_before[best]
            left = {concept: much for concept, much in left.items() if much > FUZZ}
        return frozenset(taken)

    def _room_each(self, key: str, taken: set[str], left: Mapping[str, float]) -> float:
        if self.jobs.heads[key] >= NEVER:
            return inf
        added, taught = self._with_before[key] - taken, dict[str, float]()
        for one in added:
            for concept, much in self._teaches[one].items():
                taught[concept] = taught.get(concept, 0.0) + much
        gain = sum(min(1.0, taught.get(concept, 0.0) / much) for concept, much in left.items())
        return sum(area(self.jobs, one) for one in added) / gain if gain else inf

    @cached_property
    def _with_before(self) -> Mapping[str, frozenset[str]]:
        """Each with all that must come first; of a choice, those that can begin soonest."""
        found: dict[str, frozenset[str]] = {}
        for key in self.jobs.order:
            firsts = [
                first
                for some in self.jobs.by_id[key].waits
                for first in sorted(
                    (one for one in some.steps if one in found), key=lambda one: (self.jobs.heads[one], one)
                )[: some.count]
            ]
            found[key] = frozenset({key}).union(*(found[first] for first in firsts))
        return found

    @cached_property
    def _teaches(self) -> Mapping[str, Mapping[str, float]]:
        wanted = frozenset(self.asked.wanted)
        return {
            one.id: {concept: self.asked.much(one, concept) for concept in one.teaches if concept in wanted}
            for one in self.asked.steps
        }

    def possible(self, weeks: int, time_limit: float) -> bool:
        """False where not even parts of steps could be over within `weeks`: a proof that takes little time.

        Error: `no_answer_in_time`.
        """
        areas = self._areas()
        found = minimise(
            areas, self._rows(weeks, ()), upper=self._upper(weeks), whole=[False] * len(areas), time_limit=time_limit
        )
        return found is not None

    def choose(self, weeks: int | None, cuts: Iterable[Row], time_limit: float) -> frozenset[str] | None:
        """A choice that fills about the least room, of those that could be over within `weeks`; None: there is none.

        Error: `no_answer_in_time`.
        """
        return self._sound(self._areas(), self._rows(weeks, cuts), weeks, monotonic() + time_limit, near=NEAR)

    def cheapest(self, weeks: int, cuts: Iterable[Row], end: float) -> frozenset[str] | None:
        """The cheapest choice that could be over within `weeks`; None where there is none or `end` comes first."""
        held, taken = self._rows(weeks, cuts), None
        for objective in costs(self.asked):
            costly = [*objective, *self.pad]
            try:
                taken = self._sound(costly, held, weeks, end)
            except PathwaysError:
                return None
            if taken is None or end < monotonic():
                return None
            spent = sum(costly[place] for place, one in enumerate(self.asked.steps) if one.id in taken)
            held.append(Row({at: cost for at, cost in enumerate(costly) if cost}, high=spent + HALF))
        return taken

    def _sound(
        self, objective: Sequence[float], rows: list[Row], weeks: int | None, end: float, near: float = 0.0
    ) -> frozenset[str] | None:
        """The solver's choice, asked again while it breaks a condition that is only told where it is broken."""
        while True:
            left = max(LEAST_TIME, end - monotonic())
            found = minimise(objective, rows, upper=self._upper(weeks), near=near, time_limit=left)
            if found is None:
                return None
            taken = self.asked.names_of(found.chosen)
            broken = broken_by(self.asked, taken)
            if not broken:
                return taken
            rows += broken

    def _areas(self) -> list[float]:
        return [*(area(self.jobs, one.id) for one in self.asked.steps), *self.pad]

    def _upper(self, weeks: int | None) -> list[float]:
        """1 for each variable, 0 for steps that cannot be over within `weeks`."""
        last = NEVER - 1 if weeks is None else weeks
        return [*(1.0 if end <= last else 0.0 for end in self.ends), *(1.0 for _ in self.pad)]

    def _rows(self, weeks: int | None, cuts: Iterable[Row]) -> list[Row]:
        room = () if weeks is None else _room_rows(self.asked, self.jobs, weeks)
        return [*self.always, *room, *cuts]


def area(jobs: Jobs, key: str) -> float:
    """The share of weeks' room that a step fills, and a little for being one."""
    one = jobs.by_id[key]
    by_minutes = one.minutes / jobs.minutes if jobs.minutes else 0.0
    by_place = 1 / jobs.places if jobs.places else 0.0
    return one.weeks * max(by_minutes, by_place) + 0.01


def _room_rows(asked: Question, jobs: Jobs, weeks: int) -> Iterator[Row]:
    """What starts in a week or later fits into the room from there to the end; what fills most of a week is alone."""
    waiting = [(place, one.id) for place, one in enumerate(asked.steps) if not jobs.by_id[one.id].begun]
    heads = sorted({jobs.heads[key] for _, key in waiting if jobs.heads[key] < weeks})
    for first in heads[:: 1 + len(heads) // MOST_HEADS]:
        yield from _room_from(jobs, [(place, key) for place, key in waiting if jobs.heads[key] >= first], first, weeks)
    if jobs.minutes is not None:
        for share in _shares(jobs.minutes):
            filled = {place: share(jobs.by_id[key].minutes) * jobs.by_id[key].weeks for place, key in waiting}
            yield Row({place: one for place, one in filled.items() if one}, high=float(weeks))


def _shares(week: int) -> Iterator[Callable[[int], float]]:
    """Measures of the share that minutes fill of a week, by which what fits into a week is never more than all of it.

    Functions U of Fekete and Schepers (2001): they see what cannot share a week though the minutes alone would.
    """
    yield from (partial(_large, week=week, small=small) for small in SMALL_SHARES)
    yield from (partial(_in_parts, week=week, parts=parts) for parts in PARTS)


def _large(minutes: int, week: int, small: float) -> float:
    """All of the week where no more than a small part is left beside it, nothing where it is small itself."""
    part = minutes / week
    if part > 1 - small:
        return 1.0
    return part if part >= small else 0.0


def _in_parts(minutes: int, week: int, parts: int) -> float:
    """How many whole parts of a week it fills, of one part more than it is counted in."""
    whole, rest = divmod((parts + 1) * minutes, week)
    return whole / parts if rest else minutes / week


def _room_from(jobs: Jobs, later: Sequence[tuple[int, str]], first: int, weeks: int) -> Iterator[Row]:
    rooms = [jobs.room(week) for week in range(first, weeks)]
    if jobs.minutes is not None:
        filled = {place: float(jobs.by_id[key].minutes * jobs.by_id[key].weeks) for place, key in later}
        yield Row(filled, high=float(sum(minutes or 0 for minutes, _ in rooms)))
    if jobs.places is not None:
        held = {place: float(jobs.by_id[key].weeks) for place, key in later}
        yield Row(held, high=float(sum(free or 0 for _, free in rooms)))
