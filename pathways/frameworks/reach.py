"""What can be begun where some must come before others, and where things wait for each other."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pathways.model import AnyOf


def in_reach(waits: Mapping[str, Sequence[AnyOf]]) -> list[str]:
    """The steps that can be taken one after another, each once enough of all it waits for came before it; in order."""
    left = {(key, place): some.count for key, every in waits.items() for place, some in enumerate(every)}
    open_choices = {key: len(every) for key, every in waits.items()}
    waiting: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for key, every in waits.items():
        for place, some in enumerate(every):
            for first in set(some.steps):
                waiting[first].append((key, place))
    found = [key for key, count in open_choices.items() if not count]
    for key in found:
        for pair in waiting[key]:
            left[pair] -= 1
            if left[pair] == 0:
                open_choices[pair[0]] -= 1
                if not open_choices[pair[0]]:
                    found.append(pair[0])
    return found


def loops(waits: Mapping[str, Sequence[AnyOf]]) -> list[list[str]]:
    """Keys that wait for each other, each loop once, one waiting for the next; what waits for a loop is in none.

    All that is waited for must be a key of `waits`, and no more of them than there are.
    """
    reached = set(in_reach(waits))
    ahead = {key: _held_by(every, reached) for key, every in waits.items() if key not in reached}
    found: list[list[str]] = []
    seen: set[str] = set()
    for key, following in ahead.items():
        walked: list[str] = []
        here, after = key, following
        while here not in seen:
            seen.add(here)
            walked.append(here)
            here, after = after, ahead[after]
        if here in walked:
            found.append(walked[walked.index(here) :])
    return found


def _held_by(every: Sequence[AnyOf], reached: set[str]) -> str:
    """The first of those that something waits for in vain."""
    short = next(some for some in every if len(reached & set(some.steps)) < some.count)
    return next(key for key in short.steps if key not in reached)
