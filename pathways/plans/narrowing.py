"""Steps that are in no plan as cheap as one already known, found before the solver is asked.

The dual of the linear relaxation gives each step a reduced cost: what a plan with this step costs at least, above what
any plan costs at least (variable fixing, after Balas and Martin 1980). Dual values that are a little off make the bound
a little weaker, never wrong: it is summed up here from the values themselves.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf, isfinite
from time import monotonic

import numpy as np
from numpy.typing import NDArray

from pathways.errors import PathwaysError
from pathways.frameworks.reach import in_reach
from pathways.plans.conditions import broken_by, cover_rows, order_rows
from pathways.plans.pace import FUZZ
from pathways.plans.question import Question
from pathways.solver import Row, duals

MOST_CELLS = 8_000_000
LIKELY = 600
"""How many of the steps of least reduced cost a plan is made of that is to be known."""
EACH = 20
"""Of them, at least so many teachers of each thing, where there are as many."""
ROUNDS = 4
MOST_LIKELY = 250
"""How many variables a tie is settled among, where there are more."""
LP_TIME = 5.0
SAFE = 1e-6
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Cheap:
    """A cheap choice, by id, its cost in units, and what every choice costs at least; 0 where that is not known."""

    taken: frozenset[str]
    cost: float
    low: float


def narrowed(asked: Question, end: float = inf) -> Question:
    """The question without the steps that cost more than they can in any plan as cheap as one found here."""
    return narrowed_by(asked, end, anyway=False)[0]


def narrowed_by(asked: Question, end: float = inf, *, anyway: bool = True) -> tuple[Question, Cheap | None]:
    """The question as `narrowed` and the choice it was narrowed by, None where it finds none within the budget.

    Where `end` comes before the relaxation is solved, the question stays as it is; `anyway` looks for a choice still.
    """
    if len(asked.steps) * len(asked.wanted) > MOST_CELLS or not _plain(asked):
        return asked, None
    rows = [*order_rows(asked), *cover_rows(asked, may_leave_out=False)]
    prices = np.array([asked.price(one) for one in asked.steps], np.float64)
    try:
        worth = duals(prices.tolist(), rows, time_limit=max(0.0, min(LP_TIME, end - monotonic())))
    except PathwaysError:
        if not anyway:
            return asked, None
        worth = (0.0,) * len(rows)
    if worth is None:
        return asked, None
    low, above = bounds(prices, rows, worth)
    taken = _Bundles.of(asked, prices).cheapest(above, np.array(worth[-len(asked.wanted) :]), end)
    known = None if taken is None else float(prices[sorted(taken)].sum())
    if taken is None or known is None or (asked.budget is not None and known > asked.most):
        return asked, None
    cheap = Cheap(asked.names_of(taken), known, low)
    if broken_by(asked, cheap.taken):
        return asked, None
    return without_dear(asked, low + above, known), cheap


def without_dear(asked: Question, least: Floats, known: float) -> Question:
    """The question without the steps with which every plan costs more than is known."""
    kept = least <= known + SAFE * max(1.0, known)
    cheap = {one.id: asked.waits[one.id] for one, stays in zip(asked.steps, kept.tolist(), strict=True) if stays}
    ready = frozenset(in_reach(cheap))
    return replace(asked, steps=tuple(one for one in asked.steps if one.id in ready))


def likely(objective: Sequence[float], rows: Sequence[Row], taken: Iterable[int]) -> frozenset[int]:
    """The variables taken and those most likely in a better choice, by reduced cost: a part small enough to search."""
    worth = duals(objective, rows, time_limit=LP_TIME)
    if worth is None:
        return frozenset(taken)
    _, above = bounds(np.array(objective, np.float64), rows, worth)
    return frozenset((*taken, *np.argsort(above, kind="stable")[:MOST_LIKELY].tolist()))


def _plain(asked: Question) -> bool:
    """Whether something is wanted and nothing waits for one of several, which makes bundles ambiguous."""
    return bool(asked.wanted) and all(len(some.steps) == 1 for every in asked.waits.values() for some in every)


def bounds(prices: Floats, rows: Sequence[Row], worth: Sequence[float]) -> tuple[float, Floats]:
    """What every plan costs at least, and what one with each step costs at least above that.

    Holds for any `worth` of the rows, above zero for their low ends and below for their high ones (Lagrangian bound).
    """
    above, low = prices.copy(), 0.0
    for row, value in zip(rows, worth, strict=True):
        end = row.low if value > 0 else row.high
        if value and isfinite(end):
            low += value * end
            at = np.fromiter(row.coefficients, np.int64, len(row.coefficients))
            above[at] -= value * np.fromiter(row.coefficients.values(), np.float64, len(at))
    return low + float(np.minimum(above, 0.0).sum()), above


@dataclass(frozen=True)
class _Bundles:
    """Each step with all that must come first: what they cost, what they teach of each thing."""

    asked: Question
    prices: Floats
    closures: tuple[frozenset[int], ...]
    costs: Floats
    teaches: Floats
    single: Floats
    least: Floats

    @classmethod
    def of(cls, asked: Question, prices: Floats) -> "_Bundles":
        columns = {concept: at for at, concept in enumerate(asked.wanted)}
        single = np.zeros((len(asked.steps), len(columns)))
        for place, one in enumerate(asked.steps):
            for concept in one.teaches:
                if concept in columns:
                    single[place, columns[concept]] = asked.much(one, concept)
        closures = tuple(_closures(asked))
        costs, teaches = prices.copy(), single.copy()
        for place, found in enumerate(closures):
            if len(found) > 1:
                at = sorted(found)
                costs[place], teaches[place] = prices[at].sum(), single[at].sum(axis=0)
        least = np.array([asked.least.get(concept, 1.0) for concept in asked.wanted])
        return cls(asked, prices, closures, costs, teaches, single, least)

    def cheapest(self, above: Floats, worth: Floats, end: float) -> frozenset[int] | None:
        """A cheap plan made of likely steps: greedy, then some taken out and put in better, again."""
        reach = np.array([above[sorted(found)].sum() for found in self.closures])
        in_turn = np.argsort(reach, kind="stable")
        few = [in_turn[np.flatnonzero(self.teaches[in_turn, thing])[:EACH]] for thing in range(len(self.least))]
        likely = np.unique(np.concatenate([in_turn[:LIKELY], *few]))
        best: frozenset[int] | None = None
        forced = frozenset(self.asked.places[key] for key in self.asked.forced)
        for value in (worth / max(float(worth.max()), 1.0) + SAFE, 1 / self.least):
            found = self._filled(forced, likely, value, forced)
            if found is None:
                return None
            for _ in range(ROUNDS if monotonic() < end else 0):
                better = min(self._changed(found, likely, value, forced), key=self._cost, default=found)
                if self._cost(better) >= self._cost(found):
                    break
                found = better
            best = found if best is None else min(best, found, key=self._cost)
        return best

    def _cost(self, taken: frozenset[int]) -> float:
        return float(self.prices[sorted(taken)].sum())

    def _changed(
        self, taken: frozenset[int], likely: Ints, value: Floats, forced: frozenset[int]
    ) -> Iterator[frozenset[int]]:
        """The plan with one step taken out, filled again without it."""
        for out in sorted(taken - forced):
            rest = frozenset(one for one in taken if out not in self.closures[one])
            others = np.array([one for one in likely.tolist() if out not in self.closures[one]], np.int64)
            found = self._filled(rest, others, value, forced)
            if found is not None:
                yield found

    def _filled(
        self, taken: frozenset[int], likely: Ints, value: Floats, forced: frozenset[int]
    ) -> frozenset[int] | None:
        """A plan with these steps and those that add most for their money; then without what is not needed."""
        left = self.least - self.single[sorted(taken)].sum(axis=0)
        costs, teaches = self.costs[likely], self.teaches[likely]
        while (left > FUZZ).any():
            gains = np.minimum(teaches, np.maximum(left, 0.0)) @ value
            with np.errstate(divide="ignore", invalid="ignore"):
                each = np.where(gains > FUZZ, (costs + 1.0) / gains, np.inf)
            each[np.isin(likely, sorted(taken))] = np.inf
            place = int(np.argmin(each)) if len(each) else -1
            if place < 0 or not np.isfinite(each[place]):
                return None
            new = self.closures[int(likely[place])] - taken
            left = left - self.single[sorted(new)].sum(axis=0)
            taken = taken | new
        return self._trimmed(taken, left, forced)

    def _trimmed(self, taken: frozenset[int], left: Floats, forced: frozenset[int]) -> frozenset[int]:
        for place in sorted(taken - forced, key=lambda one: (-self.prices[one], one)):
            waited = any(place in self.closures[other] for other in taken if other != place)
            if not waited and (left + self.single[place] <= FUZZ).all():
                taken, left = taken - {place}, left + self.single[place]
        return taken


def _closures(asked: Question) -> Iterator[frozenset[int]]:
    """Each step with all that must come first, through any number of others."""
    found: dict[int, frozenset[int]] = {}

    def closure(place: int) -> frozenset[int]:
        waiting, seen = [place], {place}
        while waiting:
            one = waiting.pop()
            for some in asked.waits[asked.steps[one].id]:
                first = asked.places[some.steps[0]]
                if first in found:
                    seen |= found[first]
                elif first not in seen:
                    seen.add(first)
                    waiting.append(first)
        found[place] = frozenset(seen)
        return found[place]

    return (closure(place) for place in range(len(asked.steps)))
