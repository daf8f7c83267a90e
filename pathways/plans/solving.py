"""The answer to a planning question that a program asks: the same engine as for a learner's plans."""

from collections.abc import Callable
from dataclasses import dataclass
from math import fsum, lcm
from time import monotonic
from typing import Literal

from pathways.model import LearningStep
from pathways.plans.cheapest import cover, price_measures
from pathways.plans.choosing import LEAST_TIME
from pathways.plans.exact import schedule
from pathways.plans.fastest import search_of
from pathways.plans.in_turn import Answer
from pathways.plans.instance import Instance
from pathways.plans.jobs import jobs_of
from pathways.plans.lessening import lessened
from pathways.plans.pace import FUZZ, MINUTES, Pace, span, time_measures
from pathways.plans.question import Question, spent
from pathways.plans.steps import in_order, with_all_before

TIME_LIMIT = 30.0
MOST_DIGITS = 6
MOST_PARTS = 10**8
"""Hours are counted in so many parts that what fits a week exactly does; beyond this many, rounded."""
Known = Callable[[LearningStep], bool]


@dataclass(frozen=True)
class Solved:
    """The steps in order, their cost in dollars, their weeks (None: unknown) and what no plan can beat."""

    status: Literal["optimal", "feasible", "infeasible"]
    steps: tuple[str, ...] = ()
    cost: float | None = None
    weeks: int | None = None
    bound: float | None = None


INFEASIBLE = Solved("infeasible")


def solve(asked: Instance, time_limit: float = TIME_LIMIT, between: Callable[[], object] = lambda: None) -> Solved:
    """Answer a question in `time_limit` seconds; `between` as in `fastest`. Error: `no_answer_in_time`."""
    end = monotonic() + time_limit
    pace = _pace(asked)
    return _by_time(asked, pace, end, between) if asked.aim == "time" else _by_cost(asked, pace, end)


def _by_cost(asked: Instance, pace: Pace, end: float) -> Solved:
    made = lessened(_question(asked, pace, _priced), price_measures, cheap=True, end=end)
    found = _least(made, end)
    if found is None:
        return INFEASIBLE
    steps = in_order({key: made.offered[key] for key in found.taken})
    timed = all(_timed(one, pace) for one in steps)
    weeks = schedule(steps, pace).weeks if timed else None
    return _solved(found.proven, steps, weeks, found.bound)


def _least(made: Question, end: float) -> Answer | None:
    """Least cost within the budget; None where nothing teaches enough for it."""
    if not _teaches_enough(made):
        return None
    found = cover(made, max(LEAST_TIME, end - monotonic()))
    if found is None or made.budget is None or spent(made, found.taken) <= made.most:
        return found
    if found.proven or found.bound * made.unit > made.most:
        return None
    return cover(made, max(LEAST_TIME, end - monotonic()), within=True)


def _by_time(asked: Instance, pace: Pace, end: float, between: Callable[[], object]) -> Solved:
    full = _question(asked, pace, lambda one: _priced(one) and _timed(one, pace))
    if not _teaches_enough(full):
        return INFEASIBLE
    # Without a budget all steps together are an answer: how cheap it could be need not be known.
    if full.budget is not None and _least(lessened(full, price_measures, cheap=True, end=end), end) is None:
        return INFEASIBLE
    made = lessened(full, lambda one: time_measures(one, pace), cheap=False, end=end)
    search = search_of(made, jobs_of(made.steps, pace), end, between)
    ordered = in_order({key: made.offered[key] for key in search.taken})
    steps = tuple(sorted(ordered, key=lambda one: search.starts[one.id]))
    return _solved(search.proven, steps, search.weeks, search.low)


def _solved(proven: bool, steps: tuple[LearningStep, ...], weeks: int | None, bound: float) -> Solved:  # noqa: FBT001
    cost = round(fsum(one.cost.value or 0.0 for one in steps), MOST_DIGITS)
    return Solved("optimal" if proven else "feasible", tuple(one.id for one in steps), cost, weeks, bound)


def _priced(one: LearningStep) -> bool:
    return one.cost.value is not None


def _timed(one: LearningStep, pace: Pace) -> bool:
    return one.hours.value is not None and one.weeks.value is not None and span(one, pace) is not None


def _teaches_enough(made: Question) -> bool:
    """Whether all steps together teach what is needed."""
    return all(
        fsum(much.get(skill, 0.0) for much in (made.amounts[one.id] for one in made.steps)) >= least * (1 - FUZZ)
        for skill, least in made.least.items()
    )


def _question(asked: Instance, pace: Pace, known: Known) -> Question:
    offered = {one.id: one for one in sorted(asked.steps, key=lambda one: one.id)}
    usable = with_all_before(offered, known)
    single = all(much >= asked.needs[skill] for key in usable for skill, much in asked.amounts[key].items())
    wanted = tuple(sorted(asked.needs))
    return Question(
        tuple(usable.values()),
        wanted,
        frozenset(),
        asked.budget,
        offered,
        usable,
        dict.fromkeys(wanted, 1.0),
        wanted,
        len(usable),
        amounts={key: asked.amounts[key] for key in usable},
        least=asked.needs,
        single=single,
        unit=10 ** min(MOST_DIGITS, max(2, asked.digits)),
        parts=pace.parts,
    )


def _pace(asked: Instance) -> Pace:
    """The pace in parts of an hour small enough that every step fills a whole number of them in each week."""
    rough = Pace(asked.hours_a_week, asked.at_once)
    lengths = {found.weeks for one in asked.steps if _timed(one, rough) and (found := span(one, rough))}
    parts = MINUTES
    for length in sorted(lengths):
        if lcm(parts, length) > MOST_PARTS:
            break
        parts = lcm(parts, length)
    while parts * 10 <= MOST_PARTS and not _whole(asked, parts):
        parts *= 10
    return Pace(asked.hours_a_week, asked.at_once, parts)


def _whole(asked: Instance, parts: int) -> bool:
    """Whether the hours are whole numbers of such parts, also shared among the weeks, as far as can be seen."""
    hours = [one.hours.value for one in asked.steps if one.hours.value is not None]
    every = [*hours, *([asked.hours_a_week] if asked.hours_a_week else [])]
    return all(abs(value * parts - round(value * parts)) < FUZZ * parts for value in every)
