"""Where the steps of a plan stand in a picture: columns by what must come first, rows without crossings.

Whole numbers only; a screen multiplies them by its own measures.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pathways.model import LearningStep
from pathways.plans.calendar import Slot


@dataclass(frozen=True)
class Spot:
    """A step's place: column 0 needs nothing first; each row of a column holds one step."""

    step: str
    column: int
    row: int


@dataclass(frozen=True)
class Link:
    """A line from a step to one that waits for it; None stands for today and for the goal."""

    source: str | None
    target: str | None


@dataclass(frozen=True)
class Layout:
    """Steps in their places, and the lines between them."""

    spots: tuple[Spot, ...]
    links: tuple[Link, ...]

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return max((one.column for one in self.spots), default=-1) + 1

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return max((one.row for one in self.spots), default=-1) + 1


def lay_out(steps: Sequence[LearningStep]) -> Layout:
    """Places and lines for steps, in the order given as far as what must come first allows.

    A step stands one column after the last of those it waits for, in the rows of that one; a line that others imply is
    left out, and so is one that would go in a circle.
    """
    steps = _in_order(steps)
    needs = _needs(steps)
    columns: dict[str, int] = {}
    for one in steps:
        columns[one.id] = max((columns[need] + 1 for need in needs[one.id]), default=0)
    rows = _rows(needs, columns)
    spots = tuple(Spot(one.id, columns[one.id], rows[one.id]) for one in steps)
    return Layout(spots, tuple(_links(needs)))


def tracks(slots: Sequence[Slot]) -> dict[str, int]:
    """Side by side: the first track that is free in a slot's weeks, in the order of their start."""
    found: dict[str, int] = {}
    free: list[int] = []
    for one in slots:
        place = next((place for place, until in enumerate(free) if until <= one.start), len(free))
        free += [0] * (place + 1 - len(free))
        free[place] = one.start + (one.weeks or 1)
        found[one.step] = place
    return found


def _in_order(steps: Sequence[LearningStep]) -> tuple[LearningStep, ...]:
    """Each after what it waits for: by their weeks alone, a step marked done before its time stands first."""
    left = {one.id: one for one in steps}
    found: list[LearningStep] = []
    while left:
        ready = next((one for one in left.values() if left.keys().isdisjoint(one.needs)), None)
        found.append(left.pop(ready.id if ready else next(iter(left))))
    return tuple(found)


def _needs(steps: Sequence[LearningStep]) -> dict[str, tuple[str, ...]]:
    """What each of steps in order waits for at first hand: not what waits for something it waits for, too."""
    above: dict[str, frozenset[str]] = {}
    needs: dict[str, tuple[str, ...]] = {}
    for one in steps:
        direct = [need for need in one.needs if need in above]
        implied = frozenset[str]().union(*(above[need] for need in direct))
        above[one.id] = implied.union(direct)
        needs[one.id] = tuple(need for need in direct if need not in implied)
    return needs


def _rows(needs: Mapping[str, Sequence[str]], columns: Mapping[str, int]) -> dict[str, int]:
    """Each step that waits for nothing takes a block of rows, as many as its branches need."""
    branches: dict[str | None, list[str]] = {}
    for key, direct in needs.items():
        after = max(direct, key=lambda need: columns[need], default=None)
        branches.setdefault(after, []).append(key)
    rows: dict[str, int] = {}
    _place(branches, None, 0, rows)
    return rows


def _place(branches: Mapping[str | None, Sequence[str]], key: str | None, row: int, rows: dict[str, int]) -> int:
    """Place what follows a step from this row on; the first row that is free afterwards."""
    free = row
    for one in branches.get(key, ()):
        rows[one] = free
        free = max(free + 1, _place(branches, one, free, rows))
    return free


def _links(needs: Mapping[str, Sequence[str]]) -> list[Link]:
    waited_for = {need for direct in needs.values() for need in direct}
    found = [Link(need, key) for key, direct in needs.items() for need in (direct or (None,))]
    return [*found, *(Link(key, None) for key in needs if key not in waited_for)]
