"""Steps in as few weeks as they fit into, decided by the solver: one variable for each step and start week."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from time import monotonic

from pathways.errors import PathwaysError
from pathways.model import LearningStep
from pathways.plans.calendar import Schedule, fewest_weeks, last_week, place, pushed_left, written_out
from pathways.plans.jobs import Job, Jobs, jobs_of
from pathways.plans.pace import Pace
from pathways.solver import Row, minimise

PATIENCE = 0.5
"""Seconds that a plan that is not about time waits for its fewest weeks."""
MOST_VARIABLES = 5_000
"""More would take longer than anyone waits."""


@dataclass(frozen=True)
class Fit:
    """Start weeks that fit, None where none do; `decided` is false where the time did not suffice to tell."""

    starts: Mapping[str, int] | None
    decided: bool = True


def fits(jobs: Jobs, weeks: int, time_limit: float) -> Fit:
    """Find start weeks so that all is over within `weeks`, or prove that there are none."""
    if fewest_weeks(jobs) > weeks:
        return Fit(None)
    found = place(jobs, weeks)
    if len(found) == len(jobs.by_id) and last_week(jobs.by_id, found) <= weeks:
        return Fit(found)
    return _decide(jobs, weeks, time_limit)


def schedule(
    steps: Sequence[LearningStep],
    pace: Pace,
    begun: Mapping[str, int] | None = None,
    *,
    first_monday: date | None = None,
    done: frozenset[str] = frozenset(),
) -> Schedule:
    """Lay steps out week by week at a pace; the same steps, the same weeks.

    In the fewest weeks where that can be told in `PATIENCE`, else in as few as a fixed search finds. `begun` gives, by
    step id, the weeks gone by since a step was begun; `done` are steps that are over. A step whose length is unknown
    holds no week: see `Schedule`. With the Monday of the first week each begins in the week of one of its start days.
    Error: `starts_clash` where no weeks are found in which all can.
    """
    jobs = jobs_of(steps, pace, begun, first_monday, done)
    starts, end = place(jobs), monotonic() + PATIENCE
    if len(starts) < len(jobs.by_id):
        starts = dict(fits(jobs, jobs.horizon, PATIENCE).starts or {})
    if len(starts) < len(jobs.by_id):
        raise PathwaysError("starts_clash")
    for weeks in range(fewest_weeks(jobs), last_week(jobs.by_id, starts)):
        found = fits(jobs, weeks, end - monotonic())
        if found.starts is not None:
            starts = dict(found.starts)
        if found.starts is not None or not found.decided:
            break
    return written_out(steps, pace, starts, begun)


def _decide(jobs: Jobs, weeks: int, time_limit: float) -> Fit:
    windows: dict[str, Sequence[int]] = {
        key: range(jobs.heads[key], weeks - jobs.tails[key] - one.weeks + 1) for key, one in jobs.by_id.items()
    }
    windows |= {one.id: range(1) for one in jobs.begun}
    windows = {key: [week for week in weeks if _can_begin(jobs.by_id[key], week)] for key, weeks in windows.items()}
    places = {(key, week): 0 for key in sorted(windows) for week in windows[key]}
    places = {pair: place for place, pair in enumerate(places)}
    if len(places) > MOST_VARIABLES or time_limit <= 0:
        return Fit(None, decided=False)
    rows = [*_starts_once(windows, places), *_order(jobs, windows, places), *_room(jobs, weeks, places)]
    try:
        found = minimise([0.0] * len(places), rows, time_limit=time_limit)
    except PathwaysError:
        return Fit(None, decided=False)
    if found is None:
        return Fit(None)
    pairs = list(places)
    return Fit(pushed_left(jobs, dict(pairs[chosen] for chosen in found.chosen)))


def _can_begin(one: Job, week: int) -> bool:
    return one.begun or one.starts is None or week in one.starts


Windows = Mapping[str, Sequence[int]]
Places = Mapping[tuple[str, int], int]


def _starts_once(windows: Windows, places: Places) -> Iterator[Row]:
    for key, window in windows.items():
        yield Row({places[key, week]: 1.0 for week in window}, low=1.0, high=1.0)


def _order(jobs: Jobs, windows: Windows, places: Places) -> Iterator[Row]:
    """By each week, what comes after has started only if enough of what must come first started early enough."""
    for key, one in jobs.by_id.items():
        for some in one.waits:
            for week in windows[key]:
                started = {places[key, at]: float(some.count) for at in windows[key] if at <= week}
                over = {
                    places[need, at]: -1.0
                    for need in some.steps
                    for at in windows[need]
                    if at + jobs.by_id[need].weeks <= week
                }
                yield Row({**started, **over}, high=0.0)


def _room(jobs: Jobs, weeks: int, places: Places) -> Iterator[Row]:
    """In each week, minutes and places are enough for what runs besides what is begun."""
    for week in range(weeks):
        minutes, free = jobs.room(week)
        running = [
            (place, jobs.by_id[key]) for (key, start), place in places.items() if _runs(jobs.by_id[key], start, week)
        ]
        if minutes is not None:
            yield Row({place: float(one.minutes) for place, one in running if one.minutes}, high=float(minutes))
        if free is not None:
            yield Row({place: 1.0 for place, _ in running}, high=float(free))


def _runs(one: Job, start: int, week: int) -> bool:
    return not one.begun and start <= week < start + one.weeks
