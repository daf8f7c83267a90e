"""A choice made by one aim after another: what is left out, money, then ties by hours and number of steps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil, gcd
from time import monotonic

from pathways.errors import PathwaysError
from pathways.plans.conditions import broken_by
from pathways.plans.narrowing import MOST_LIKELY, Cheap, likely
from pathways.plans.pace import FUZZ
from pathways.plans.question import HALF, Question, spent
from pathways.solver import Row, Solution, minimise

TIE_NODES = 100
"""How far the solver looks to settle a tie: so many nodes of its search, the same on any computer."""
LEAST_TIME = 0.5
"""Seconds that a question has at least, though those before it took all."""
NEAR = 1e-6
Broken = Callable[[frozenset[str]], tuple[list[Row], bool]]
"""More conditions where a choice breaks them, and whether it is sure that it does."""


def nothing(_taken: frozenset[str]) -> tuple[list[Row], bool]:
    """No more conditions."""
    return [], True


@dataclass(frozen=True)
class Answer:
    """The steps taken; `bound` is in dollars."""

    taken: frozenset[str]
    bound: float
    proven: bool


def minimum(
    asked: Question,
    objectives: Sequence[Sequence[float]],
    rows: Sequence[Row],
    money: int,
    time_limit: float,
    broken: Broken,
    start: Cheap | None = None,
) -> Answer | None:
    """Minimise one objective after another. `proven` and the bound speak of money, the objective at place `money`.

    `start` is a choice that meets all rows, for the first objective; no answer is worse.
    """
    held, proven, bound, end = list(rows), True, 0.0, monotonic() + time_limit
    found: Solution | None = None
    for place, objective in enumerate(objectives):
        begun = _values(asked, start) if found is None else found
        better = _next(asked, objective, held, end, broken, begun, tie=place > money)
        if better is None and found is None:
            return None
        if better is None:
            break
        found = better
        if place == money and not found.proven:
            bound, proven = _raised(asked, found.bound) if proven else 0.0, False
            break
        if place <= money:
            # A bound on money for the most that is covered says nothing where that most is not sure.
            proven = proven and found.proven
            bound = found.bound if proven else 0.0
        held.append(Row({at: cost for at, cost in enumerate(objective) if cost}, high=found.objective + HALF))
    taken = asked.names_of(found.chosen if found else ())
    units = spent(asked, taken)
    return Answer(taken, (units if proven else min(bound, units)) / asked.unit, proven)


def _next(
    asked: Question,
    objective: Sequence[float],
    held: list[Row],
    end: float,
    broken: Broken,
    before: Solution | None,
    *,
    tie: bool,
) -> Solution | None:
    """Minimise one objective, asked again while a condition is broken; a tie not settled in time is left as it is.

    `before` is the choice so far; `tie` says that only a tie is left. Once a choice is cut that may have been sound,
    nothing is proven: the bound is the one before that.
    """
    low: float | None = None
    while True:
        left = end - monotonic()
        if tie:
            found = _tied(objective, held, left, before)
        elif left <= 0 and before is not None and _meets(held, before.values) and broken is nothing:
            return before
        else:
            found = minimise(objective, held, time_limit=max(LEAST_TIME, left), start=_start(held, before))
        if found is None:
            return None
        taken = asked.names_of(found.chosen)
        more, sure = broken_by(asked, taken), True
        if not more:
            more, sure = broken(taken)
        if not more:
            found = found if before is None or tie else replace(found, bound=max(found.bound, before.bound))
            return found if low is None else replace(found, bound=low, proven=False)
        if not sure and low is None:
            low = found.bound
        held += more


def _tied(objective: Sequence[float], held: Sequence[Row], left: float, before: Solution | None) -> Solution | None:
    """What settles a tie in the seconds left; None where nothing does."""
    if left <= 0:
        return None
    try:
        upper = None if before is None else _upper(objective, held, before)
        begun = _start(held, before)
        return minimise(
            objective, held, upper=upper, time_limit=max(LEAST_TIME, left), most_nodes=TIE_NODES, start=begun
        )
    except PathwaysError:
        return None


def _start(held: Sequence[Row], before: Solution | None) -> dict[int, float] | None:
    """The choice so far for the solver to begin with, where it meets every row."""
    return None if before is None or not _meets(held, before.values) else dict(enumerate(before.values))


def _upper(objective: Sequence[float], held: Sequence[Row], before: Solution) -> list[float] | None:
    """1 for the variables that a tie is settled among, 0 for the others; None where there are few enough."""
    if len(objective) <= MOST_LIKELY:
        return None
    among = likely(objective, held, before.chosen)
    return [1.0 if place in among else 0.0 for place in range(len(objective))]


def _values(asked: Question, start: Cheap | None) -> Solution | None:
    """A choice as the solver's."""
    if start is None:
        return None
    values = tuple(1.0 if one.id in start.taken else 0.0 for one in asked.steps)
    return Solution(values, start.cost, min(start.low, start.cost), proven=False)


def _meets(rows: Sequence[Row], values: Sequence[float]) -> bool:
    """Whether values meet every row, as near as the solver looks."""
    sums = (sum(values[at] * much for at, much in row.coefficients.items()) for row in rows)
    return all(row.low - NEAR <= found <= row.high + NEAR for row, found in zip(rows, sums, strict=True))


def _raised(asked: Question, bound: float) -> float:
    """A bound on money, which is paid in whole units, and often in larger ones that all prices are made of."""
    common = gcd(*(asked.price(one) for one in asked.steps)) or 1
    return float(ceil(max(0.0, bound) * (1 - FUZZ) / common - NEAR) * common)
