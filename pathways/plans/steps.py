"""Learning steps made ready for a choice: which can be taken, which are priced, which another makes needless."""

from collections.abc import Callable, Container, Iterable, Mapping
from datetime import date

from pathways.frameworks.reach import in_reach
from pathways.model import AnyOf, LearningStep

DAYS = 7
Steps = Mapping[str, LearningStep]


def takeable(
    steps: Iterable[LearningStep],
    dropped: frozenset[str],
    done: frozenset[str],
    *,
    first_monday: date | None = None,
    begun: Container[str] = (),
) -> dict[str, LearningStep]:
    """The steps that can be taken, by id and in id order: none dropped, none that waits for what can never be done.

    A step that needs one that is dropped, that no one offers, or that in turn needs it, cannot be taken. With the
    Monday a plan begins on, neither can one that no longer starts from then on, unless it is begun already.
    """
    left = {
        one.id: one
        for one in sorted(steps, key=lambda one: one.id)
        if one.id not in dropped | done and (one.id in begun or start_weeks(one, first_monday) != ())
    }
    ready = set(in_reach({key: firsts(one, done) for key, one in left.items()}))
    return {key: one for key, one in left.items() if key in ready}


def start_weeks(one: LearningStep, first_monday: date | None) -> tuple[int, ...] | None:
    """The weeks of a plan in which a step can begin, 0 the first; None where it can begin in any."""
    if first_monday is None or not one.offering.starts:
        return None
    weeks = {(day - first_monday).days // DAYS for day in one.offering.starts if day >= first_monday}
    return tuple(sorted(weeks))


def firsts(one: LearningStep, done: frozenset[str] = frozenset()) -> tuple[AnyOf, ...]:
    """All that must come first, each as so many of some steps; what is done already counts."""
    single = (AnyOf(1, (need,)) for need in one.needs if need not in done)
    several = (AnyOf(some.count - len(done & set(some.steps)), _once(some, done)) for some in one.needs_any)
    return (*single, *(some for some in several if some.count > 0))


def _once(some: AnyOf, done: frozenset[str]) -> tuple[str, ...]:
    return tuple(key for key in dict.fromkeys(some.steps) if key not in done)


def before(steps: Steps, wanted: Iterable[str], done: frozenset[str] = frozenset()) -> frozenset[str]:
    """Steps and all that must come first in any case, through any number of them: choices only where none is left."""
    found: set[str] = set()
    waiting = [key for key in wanted if key in steps]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            for some in firsts(steps[key], done):
                there = [first for first in some.steps if first in steps]
                waiting += there if len(there) <= some.count else ()
    return frozenset(found)


def with_all_before(
    steps: Steps,
    known: Callable[[LearningStep], bool],
    kept: frozenset[str] = frozenset(),
    done: frozenset[str] = frozenset(),
) -> dict[str, LearningStep]:
    """Steps of which, and of all that must come first, enough is known. `kept` are taken in any case."""
    left = {key: one for key, one in steps.items() if key in kept or known(one)}
    ready = set(in_reach({key: firsts(one, done) for key, one in left.items()}))
    return {key: one for key, one in left.items() if key in ready}


def _price(one: LearningStep) -> tuple[float, float]:
    hours = one.hours.value
    return one.cost.value or 0.0, float("inf") if hours is None else hours


def in_order(steps: Steps, done: frozenset[str] = frozenset()) -> tuple[LearningStep, ...]:
    """Steps with all that must come first before them; otherwise the cheaper, shorter one first, then by id."""
    waits = {key: [among(some, steps) for some in firsts(one, done)] for key, one in steps.items()}
    ordered: dict[str, LearningStep] = {}
    left = sorted(steps.values(), key=lambda one: (one.cost.value is None, *_price(one), one.id))
    while left:
        ready = (
            one for one in left if all(len(ordered.keys() & set(some.steps)) >= some.count for some in waits[one.id])
        )
        following = next(ready, left[0])
        left.remove(following)
        ordered[following.id] = following
    return tuple(ordered.values())


def among(some: AnyOf, steps: Steps) -> AnyOf:
    """A choice as far as its steps are there."""
    there = tuple(key for key in some.steps if key in steps)
    return AnyOf(min(some.count, len(there)), there)
