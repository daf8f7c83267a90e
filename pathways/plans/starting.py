"""A good choice before the exact search: with it the search need not look at what costs more, and no answer is worse.

Where amounts add up, the solver comes to good choices late. It is asked first among the few steps that the relaxation
speaks for, then among more (kernel search, after Angelelli, Mansini and Speranza 2010).
"""

from collections.abc import Sequence
from math import inf
from time import monotonic

import numpy as np

from pathways.errors import PathwaysError
from pathways.plans.conditions import broken_by, cover_rows, order_rows
from pathways.plans.narrowing import LP_TIME, Cheap, bounds, narrowed_by, without_dear
from pathways.plans.question import Question, costs, spent
from pathways.plans.steps import before
from pathways.solver import Row, duals, minimise

FEW = 1_000
"""So few steps the solver looks at all at once sooner."""
SIZES = (80, 120, 180)
"""Among how many steps the solver is asked, one after another."""
MOST_NODES = 300
PART = 1 / 3
"""The share of the time left that each may take."""


def begun(asked: Question, end: float = inf) -> tuple[Question, Cheap | None]:
    """The question without the steps that cost more than a good choice allows, and that choice where one is found."""
    asked, cheap = narrowed_by(asked, end)
    if cheap is None or asked.single or len(asked.steps) <= FEW:
        return asked, cheap
    rows, prices = [*order_rows(asked), *cover_rows(asked, may_leave_out=False)], costs(asked)[0]
    try:
        worth = duals(prices, rows, time_limit=_time(end, 1.0))
        if worth is None:
            return asked, cheap
        low, above = bounds(np.array(prices, np.float64), rows, worth)
        in_turn = [asked.steps[place].id for place in np.argsort(above, kind="stable").tolist()]
        for size in SIZES:
            cheap = _better(asked, cheap, rows, in_turn[:size], end)
    except PathwaysError:
        return asked, cheap
    return without_dear(asked, low + above, cheap.cost), cheap


def _time(end: float, part: float) -> float:
    return max(0.0, min(LP_TIME, part * (end - monotonic())))


def _better(asked: Question, cheap: Cheap, rows: Sequence[Row], among: Sequence[str], end: float) -> Cheap:
    """The best choice found among a few steps, with all that must come first, and those of the one before."""
    kept = before(asked.usable, among, asked.done) | cheap.taken
    found = minimise(
        costs(asked)[0],
        rows,
        upper=[1.0 if one.id in kept else 0.0 for one in asked.steps],
        time_limit=_time(end, PART),
        most_nodes=MOST_NODES,
        start={place: float(one.id in cheap.taken) for place, one in enumerate(asked.steps)},
    )
    taken = cheap.taken if found is None else asked.names_of(found.chosen)
    cost = float(spent(asked, taken))
    if cost >= cheap.cost or broken_by(asked, taken):
        return cheap
    return Cheap(taken, cost, cheap.low)
