"""Learning steps made ready for a choice: which can be taken, which are priced, which another makes needless."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import takewhile
from typing import NamedTuple

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
    left = {key: one for key, one in steps.items() if key in kept or known(one)}
    while True:
        ready = {key: one for key, one in left.items() if all(need in left for need in _needs(steps, one))}
        if len(ready) == len(left):
            return ready
        left = ready


def worthwhile(
    steps: Steps, wanted: frozenset[str], measures: Callable[[LearningStep], tuple[float, ...]]
) -> dict[str, LearningStep]:
    """Steps without those that another makes needless.

    One makes another needless when it teaches all the other does of what is wanted, none of its `measures` is more and
    it needs nothing more first; where two are equal the first id stays. Steps that others need always stay.
    """
    needed = {need for one in steps.values() for need in one.needs}
    bits = {concept: 1 << place for place, concept in enumerate(sorted(wanted))}
    seen = [_useful(one, bits, measures(one)) for one in steps.values()]
    useful = [one for one in seen if one.id in needed or one.taught]
    teachers: dict[int, list[_Useful]] = defaultdict(list)
    for one in sorted(useful, key=lambda one: one.size):
        for bit in bits.values():
            if one.taught & bit:
                teachers[bit].append(one)
    return {one.id: steps[one.id] for one in useful if one.id in needed or not _beaten(one, bits.values(), teachers)}


class _Useful(NamedTuple):
    """A step as its rivals see it: what must be small, a bit for each thing wanted that it teaches, what it needs."""

    id: str
    size: tuple[float, ...]
    taught: int
    needs: frozenset[str]


def _useful(one: LearningStep, bits: Mapping[str, int], size: tuple[float, ...]) -> _Useful:
    taught = sum(bits[concept] for concept in set(one.teaches) & bits.keys())
    return _Useful(one.id, size, taught, frozenset(one.needs))


def _beaten(one: _Useful, bits: Iterable[int], teachers: Mapping[int, Sequence[_Useful]]) -> bool:
    """Whether another step makes this one needless; it must be among those that teach its rarest concept."""
    rivals = min((teachers[bit] for bit in bits if one.taught & bit), key=len)
    small = takewhile(lambda other: other.size[0] <= one.size[0], rivals)
    return any(not one.taught & ~other.taught and _beats(other, one) for other in small)


def _beats(one: _Useful, other: _Useful) -> bool:
    """Whether one that teaches as much makes another needless."""
    if one.id == other.id or not one.needs <= other.needs or other.id in one.needs:
        return False
    if any(least > most for least, most in zip(one.size, other.size, strict=True)):
        return False
    level = one.size == other.size and one.taught == other.taught and one.needs == other.needs
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
