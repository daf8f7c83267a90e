"""Steps laid out week by week: each starts once all that must come first is over and the week has room for it.

The layout is a serial one after priorities (Kelley 1963, as in Kolisch and Hartmann 1999): several sets of priorities
are tried in a fixed order, so that the same steps give the same weeks.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from random import Random

from pathways.model import LearningStep
from pathways.plans.jobs import BEGUN_WEEK, NEVER, Job, Jobs, jobs_of
from pathways.plans.pace import Pace, span

TRIES = 20
"""How many sets of priorities, besides the usual ones, are tried while the weeks may still be fewer."""


@dataclass(frozen=True)
class Slot:
    """When a step runs: `start` 0 is the first week, `weeks` None where its length is unknown.

    `hours_a_week` is None where its hours are unknown; `stretched` as in `Span`.
    """

    step: str
    start: int
    weeks: int | None
    hours_a_week: float | None
    stretched: bool = False


@dataclass(frozen=True)
class Schedule:
    """Steps week by week. `weeks` in all and `peak_hours` in the fullest week, both as far as known.

    `untimed` are ids of steps whose length is unknown: their time comes on top, and what waits for them may start
    later. `hours_unknown` are ids of steps whose hours come on top.
    """

    slots: tuple[Slot, ...]
    weeks: int
    peak_hours: float
    untimed: tuple[str, ...] = ()
    hours_unknown: tuple[str, ...] = ()

    def slot(self, step: str) -> Slot | None:
        """When one step runs."""
        return next((one for one in self.slots if one.step == step), None)


def written_out(
    steps: Sequence[LearningStep],
    pace: Pace,
    starts: Mapping[str, int],
    begun: Mapping[str, int] | None = None,
) -> Schedule:
    """Starts by step id as a schedule."""
    jobs = jobs_of(steps, pace, begun).by_id
    slots = [_slot(one, jobs[one.id], starts[one.id], pace) for one in steps]
    slots.sort(key=lambda one: one.start)
    return Schedule(
        tuple(slots),
        last_week(jobs, starts),
        max(_filled(jobs, starts), default=0) / pace.parts,
        tuple(one.step for one in slots if one.weeks is None),
        tuple(one.id for one in steps if one.hours.value is None and jobs[one.id].weeks),
    )


def _slot(step: LearningStep, job: Job, start: int, pace: Pace) -> Slot:
    known = span(step, pace)
    if known is None:
        return Slot(step.id, start, None, None)
    hours = None if known.minutes is None else known.minutes / pace.parts
    return Slot(step.id, start, job.weeks, hours, known.stretched)


def _filled(jobs: Mapping[str, Job], starts: Mapping[str, int]) -> Iterator[int]:
    """Minutes filled in each week."""
    for week in range(last_week(jobs, starts)):
        yield sum(one.minutes for key, one in jobs.items() if starts[key] <= week < starts[key] + one.weeks)


def last_week(jobs: Mapping[str, Job], starts: Mapping[str, int]) -> int:
    """Weeks until all is over."""
    return max((starts[key] + one.weeks for key, one in jobs.items()), default=0)


def fewest_weeks(jobs: Jobs) -> int:
    """Weeks that no layout can beat: the longest chain, and the room that all of them fill."""
    if not jobs.by_id:
        return 0
    chain = max(jobs.heads[key] + one.weeks + jobs.tails[key] for key, one in jobs.by_id.items())
    return max(chain, _weeks_to_hold(jobs))


def _weeks_to_hold(jobs: Jobs) -> int:
    """Weeks whose minutes and places are enough for all that is not begun."""
    waiting = [one for one in jobs.by_id.values() if not one.begun]
    minutes, places = sum(one.minutes * one.weeks for one in waiting), sum(one.weeks for one in waiting)
    week = 0
    while week < max((one.weeks for one in jobs.begun), default=0) and (minutes > 0 or places > 0):
        free_minutes, free_places = jobs.room(week)
        minutes = minutes - free_minutes if free_minutes is not None else 0
        places = places - free_places if free_places is not None else 0
        week += 1
    by_minutes = ceil(minutes / jobs.minutes) if jobs.minutes and minutes > 0 else 0
    by_places = ceil(places / jobs.places) if jobs.places and places > 0 else 0
    return week + max(by_minutes, by_places)


def place(jobs: Jobs, enough: int | None = None) -> dict[str, int]:
    """The start week of each job, in the fewest weeks found; the search ends where `enough` or the least is reached.

    Empty where it finds no weeks for jobs that can begin in some only.
    """
    least = max(fewest_weeks(jobs), enough or 0)
    best: dict[str, int] = {}
    fewest = -1
    for priority in _priorities(jobs):
        starts = _lay(jobs, priority)
        if starts is None:
            continue
        weeks = last_week(jobs.by_id, starts)
        if fewest < 0 or weeks < fewest:
            best, fewest = starts, weeks
        if fewest <= least:
            break
    return best


def pushed_left(jobs: Jobs, starts: Mapping[str, int]) -> dict[str, int]:
    """The same order with each job as early as it goes; none starts later, and nothing is over later."""
    return _lay(jobs, {key: (start,) for key, start in starts.items()}) or dict(starts)


def _priorities(jobs: Jobs) -> Iterator[dict[str, tuple[float, ...]]]:
    """Sets of priorities, lower first: longest way ahead, largest, fullest week, longest, then shaken ones."""
    ways = {key: jobs.tails[key] + one.weeks for key, one in jobs.by_id.items()}
    yield {key: (-ways[key], -one.minutes) for key, one in jobs.by_id.items()}
    yield {key: (-one.minutes * one.weeks, -ways[key]) for key, one in jobs.by_id.items()}
    yield {key: (-one.minutes, -ways[key]) for key, one in jobs.by_id.items()}
    yield {key: (-one.weeks, -ways[key]) for key, one in jobs.by_id.items()}
    if jobs.bound_to_days:
        latest = jobs.latest
        yield {key: (latest[key], -ways[key]) for key in jobs.by_id}
    shake = Random(0)  # noqa: S311  no secret: the same in every run
    for _ in range(TRIES):
        yield {key: (-ways[key] * shake.uniform(0.5, 1.5),) for key in sorted(jobs.by_id)}


def _lay(jobs: Jobs, priority: Mapping[str, tuple[float, ...]]) -> dict[str, int] | None:
    """Place one job after another at its first week with room, the most urgent of those that may start first.

    None where one finds no week that it can begin in.
    """
    starts: dict[str, int] = {one.id: BEGUN_WEEK for one in jobs.begun}
    filled: list[list[int]] = []
    for one in jobs.begun:
        _fill(filled, one, BEGUN_WEEK)
    waiting = {key for key in jobs.by_id if key not in starts}
    while waiting:
        firsts_of = {key: _first_week(jobs, jobs.by_id[key], starts) for key in waiting}
        ready = [key for key, week in firsts_of.items() if week < NEVER]
        if not ready:
            return None
        job = jobs.by_id[min(ready, key=lambda key: (priority[key], key))]
        start = _first_room(jobs, filled, job, firsts_of[job.id])
        if start >= NEVER:
            return None
        starts[job.id] = start
        _fill(filled, job, start)
        waiting.remove(job.id)
    return starts


def _first_week(jobs: Jobs, job: Job, starts: Mapping[str, int]) -> int:
    """The week by which enough of what must come first is over; `NEVER` while too few of them have a week."""
    first = 0
    for some in job.waits:
        ends = sorted(starts[key] + jobs.by_id[key].weeks for key in some.steps if key in starts)
        if len(ends) < some.count:
            return NEVER
        first = max(first, ends[some.count - 1])
    return first


def _first_room(jobs: Jobs, filled: Sequence[Sequence[int]], job: Job, start: int) -> int:
    week = start = job.next_start(start)
    while week < start + job.weeks and start < NEVER:
        minutes, places = filled[week] if week < len(filled) else (0, 0)
        full = jobs.minutes is not None and job.minutes and minutes + job.minutes > jobs.minutes
        week += 1
        if full or (jobs.places is not None and places >= jobs.places):
            week = start = job.next_start(week)
    return start


def _fill(filled: list[list[int]], job: Job, start: int) -> None:
    filled += [[0, 0] for _ in range(start + job.weeks - len(filled))]
    for week in range(start, start + job.weeks):
        filled[week][0] += job.minutes
        filled[week][1] += 1
