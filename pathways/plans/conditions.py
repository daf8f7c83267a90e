"""The conditions of a question as the solver takes them: one variable for each step, by its place."""

from collections.abc import Mapping
from math import fsum, gcd

from pathways.frameworks.reach import in_reach
from pathways.plans.pace import FUZZ
from pathways.plans.question import Question, teachers
from pathways.solver import Row

WEIGHT_STEPS = 10_000
MOST_DIGITS, LARGEST = 7, 10**6
"""Amounts are given to the solver as whole numbers where that takes few digits, none larger than this."""


def order_rows(asked: Question) -> list[Row]:
    """count x x(step) <= the sum of x(what may come first), and x(step) = 1 for those taken in any case."""
    places = asked.places
    waits = [
        Row(
            {**{places[first]: 1.0 for first in some.steps if first in places}, places[key]: -float(some.count)},
            low=0.0,
        )
        for key, every in asked.waits.items()
        for some in every
    ]
    return [*waits, *(Row({places[key]: 1.0}, low=1.0) for key in sorted(asked.forced))]


def out_of_order(asked: Question, taken: frozenset[str]) -> list[Row]:
    """Conditions that a choice breaks whose steps wait for each other: one of them needs a step from outside."""
    reached = set(in_reach({key: asked.waits[key] for key in sorted(taken)}))
    circle = sorted(taken - reached)
    others = {first for key in circle for some in asked.waits[key] for first in some.steps} - taken
    ways_out = {asked.places[key]: 1.0 for key in others if key in asked.places}
    return [Row({**ways_out, asked.places[key]: -1.0}, low=0.0) for key in circle]


def cover_rows(asked: Question, *, may_leave_out: bool) -> list[Row]:
    """Every requirement wanted is taught; else, where it may be left out, its own variable after the steps says so."""
    size, rows = len(asked.steps), list[Row]()
    for place, (concept, found) in enumerate(zip(asked.wanted, teachers(asked), strict=True)):
        least, amounts = _even(asked.least.get(concept, 1.0), found)
        rows.append(Row({**amounts, **({size + place: least} if may_leave_out else {})}, low=least))
    return rows


def _even(least: float, amounts: Mapping[int, float]) -> tuple[float, dict[int, float]]:
    """Amounts as whole numbers where few digits are enough, else as shares of what is wanted."""
    for digits in range(MOST_DIGITS):
        scaled = {place: round(much * 10**digits) for place, much in amounts.items()}
        whole = round(least * 10**digits)
        if max((whole, *scaled.values())) > LARGEST:
            break
        exact = all(abs(scaled[place] - much * 10**digits) < FUZZ for place, much in amounts.items())
        if exact and abs(whole - least * 10**digits) < FUZZ:
            common = gcd(whole, *scaled.values())
            return whole / common, {place: much / common for place, much in scaled.items()}
    return 1.0, {place: much / least for place, much in amounts.items()}


def too_little(asked: Question, taken: frozenset[str]) -> list[Row]:
    """Conditions that a choice breaks which teaches too little, by less than the solver sees: one step more must be."""
    rows = []
    for concept, found in zip(asked.wanted, teachers(asked), strict=True):
        inside = [much for place, much in found.items() if asked.steps[place].id in taken]
        if fsum(inside) < asked.least.get(concept, 1.0) * (1 - FUZZ):
            rows.append(Row({place: 1.0 for place in found if asked.steps[place].id not in taken}, low=1.0))
    return rows


def broken_by(asked: Question, taken: frozenset[str]) -> list[Row]:
    """Conditions that a choice breaks, told to the solver only then: what waits in a circle, tiny amounts."""
    return [*out_of_order(asked, taken), *(too_little(asked, taken) if asked.amounts else ())]


def budget_row(asked: Question) -> Row:
    """What is spent is within the budget."""
    spent = {place: float(asked.price(one)) for place, one in enumerate(asked.steps) if asked.price(one)}
    return Row(spent, high=float(asked.most))


def left_out_costs(asked: Question) -> list[float]:
    """For each requirement wanted, what leaving it out counts: a whole number above zero."""
    return [float(max(1, round(asked.weights[one] * WEIGHT_STEPS))) for one in asked.wanted]
