"""Learning steps made ready for a choice: which can be taken, which are priced, which another makes needless."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from pathways.model import LearningStep

Steps = Mapping[str, LearningStep]


def takeable(steps: Iterable[LearningStep], dropped: frozenset[str], done: frozenset[str]) -> dict[str, LearningStep]:
    """The steps that can be taken, by id and in id order: none dropped, none that waits for what can never be done.

    A step that needs one that is dropped, that no one offers, or that in turn needs it, cannot be taken.
    """
    left = {one.id: one for one in sorted(steps, key=lambda one: one.id) if one.id not in dropped | done}
    while True:
        ready = {key: one for key, one in left.items() if all(need in left or need in done for need in one.needs)}
        if len(ready) == len(left):
            break
        left = ready
    looped = _looped(left)
    return {key: one for key, one in left.items() if not (before(left, {key}) & looped)}


def _looped(steps: Steps) -> frozenset[str]:
    """Steps that wait for themselves."""
    left = dict(steps)
    while True:
        try:
            TopologicalSorter({key: _needs(left, one) for key, one in left.items()}).prepare()
        except CycleError as error:
            for key in error.args[1]:
                left.pop(key, None)
            continue
        return frozenset(steps) - frozenset(left)


def _needs(steps: Steps, one: LearningStep) -> tuple[str, ...]:
    return tuple(need for need in one.needs if need in steps)


def before(steps: Steps, wanted: Iterable[str]) -> frozenset[str]:
    """Steps and all that must come first, through any number of them."""
    found: set[str] = set()
    waiting = [key for key in wanted if key in steps]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += _needs(steps, steps[key])
    return frozenset(found)


def with_all_before(
    steps: Steps, known: Callable[[LearningStep], bool], kept: frozenset[str] = frozenset()
) -> dict[str, LearningStep]:
    """Steps of which, and of all that must come first, enough is known. `kept` are taken in any case."""
    unknown = {key for key, one in steps.items() if key not in kept and not known(one)}
    return {key: one for key, one in steps.items() if not (before(steps, {key}) & unknown)}


def worthwhile(
    steps: Steps, wanted: frozenset[str], measures: Callable[[LearningStep], tuple[float, ...]]
) -> dict[str, LearningStep]:
    """Steps without those that another makes needless.

    One makes another needless when it teaches all the other does of what is wanted, none of its `measures` is more and
    it needs nothing more first; where two are equal the first id stays. Steps that others need always stay.
    """
    needed = {need for one in steps.values() for need in one.needs}
    useful = [one for one in steps.values() if one.id in needed or wanted.intersection(one.teaches)]
    teachers: dict[str, list[LearningStep]] = defaultdict(list)
    for one in useful:
        for concept in wanted.intersection(one.teaches):
            teachers[concept].append(one)
    size = {one.id: measures(one) for one in useful}
    return {
        one.id: one
        for one in useful
        if one.id in needed or not any(_beats(other, one, wanted, size) for other in _rivals(one, teachers, wanted))
    }


def _rivals(
    one: LearningStep, teachers: Mapping[str, Sequence[LearningStep]], wanted: frozenset[str]
) -> Sequence[LearningStep]:
    rarest = min(wanted.intersection(one.teaches), key=lambda concept: (len(teachers[concept]), concept))
    return teachers[rarest]


def _beats(
    one: LearningStep, other: LearningStep, wanted: frozenset[str], size: Mapping[str, tuple[float, ...]]
) -> bool:
    if one.id == other.id or not set(one.needs) <= set(other.needs) or other.id in one.needs:
        return False
    mine, theirs = size[one.id], size[other.id]
    if any(least > most for least, most in zip(mine, theirs, strict=True)):
        return False
    if not wanted.intersection(other.teaches) <= set(one.teaches):
        return False
    level = (
        mine == theirs and wanted.intersection(one.teaches) <= set(other.teaches) and set(one.needs) == set(other.needs)
    )
    return one.id < other.id if level else True


def _price(one: LearningStep) -> tuple[float, float]:
    hours = one.hours.value
    return one.cost.value or 0.0, float("inf") if hours is None else hours


def in_order(steps: Steps) -> tuple[LearningStep, ...]:
    """Steps with all that must come first before them; otherwise the cheaper, shorter one first, then by id."""
    sorter = TopologicalSorter({key: _needs(steps, one) for key, one in steps.items()})
    sorter.prepare()
    ordered: list[LearningStep] = []
    ready: list[LearningStep] = []
    while sorter.is_active():
        ready += [steps[key] for key in sorter.get_ready()]
        ready.sort(key=lambda one: (one.cost.value is None, *_price(one), one.id))
        ordered.append(ready.pop(0))
        sorter.done(ordered[-1].id)
    return tuple(ordered)
