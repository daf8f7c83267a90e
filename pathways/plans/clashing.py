"""Steps that cannot be taken together: what is laid out one by one tells the choice, as a condition it must meet."""

from collections.abc import Callable, Iterator

from pathways.plans.choosing import area
from pathways.plans.exact import Fit, fits
from pathways.plans.in_turn import Broken
from pathways.plans.jobs import Jobs
from pathways.plans.question import Question
from pathways.solver import Row

LAYOUT_TIME = 1.0
"""Seconds to find weeks for a choice whose steps begin on days of their own."""


def clashes(asked: Question, jobs: Jobs) -> Broken:
    """What a choice breaks that cannot be laid out on its start days."""

    def broken(taken: frozenset[str]) -> tuple[list[Row], bool]:
        some = jobs.some(taken)
        found = fits(some, some.horizon, LAYOUT_TIME) if some.bound_to_days else None
        if found is None or found.starts is not None:
            return [], True
        if not found.decided:
            return [apart(asked, jobs, taken)], False
        return [apart(asked, jobs, few) for few in _each(jobs, taken)], True

    return broken


def _each(jobs: Jobs, taken: frozenset[str]) -> Iterator[frozenset[str]]:
    """As few steps as clash, then others besides them, until the rest can be laid out."""
    found: Fit | None = None
    while found is None or (found.starts is None and found.decided):
        few = fewest(jobs, taken, jobs.some(taken).horizon, lambda: LAYOUT_TIME)
        yield few
        taken -= frozenset[str]().union(*(_waiting_for(jobs, taken, key) for key in few))
        some = jobs.some(taken)
        found = fits(some, some.horizon, LAYOUT_TIME)


def fewest(jobs: Jobs, taken: frozenset[str], weeks: int, time: Callable[[], float]) -> frozenset[str]:
    """Of a choice that does not fit into `weeks`, as few steps as still do not; `time` tells the seconds for each."""
    kept = taken
    for key in sorted(taken, key=lambda key: (area(jobs, key), key)):
        less = kept - _waiting_for(jobs, kept, key)
        tried = fits(jobs.some(less), weeks, time())
        if tried.starts is None and tried.decided:
            kept = less
    return kept


def apart(asked: Question, jobs: Jobs, taken: frozenset[str]) -> Row:
    """Not all of these: of a chain, its last step speaks for all that must come first.

    Unless one more comes in that could stand for a step that others wait for: with it they may begin sooner.
    """
    by_id, places = jobs.by_id, asked.places
    needed = {need for key in taken for need in by_id[key].after}
    last = sorted(places[key] for key in taken - needed)
    others = {places[first] for key in taken for some in by_id[key].waits for first in some.steps if first not in taken}
    return Row({**dict.fromkeys(sorted(others), -1.0), **dict.fromkeys(last, 1.0)}, high=len(last) - 1.0)


def _waiting_for(jobs: Jobs, taken: frozenset[str], key: str) -> frozenset[str]:
    """Of these, one and all that waits for it, through any number of others."""
    found = {key}
    for other in jobs.order:
        if other in taken and any(found.intersection(some.steps) for some in jobs.by_id[other].waits):
            found.add(other)
    return frozenset(found)
