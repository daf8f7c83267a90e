"""How the exact choice of steps grows: least cost and fewest weeks over 1,000 to 20,000 steps, in several families."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from random import Random
from time import perf_counter

from bench.timing import Peer, Row, spread
from pathways.model import Figure, LearningStep
from pathways.plans.instance import Aim, Instance
from pathways.plans.solving import Solved, solve

GROUP = "Exact choices of steps"
COUNTS = (1_000, 5_000, 20_000)
WEEKS_COUNTS = (200, 1_000, 5_000)
ROUNDS = {1_000: 5, 5_000: 11, 20_000: 3}
GREEDY_ROUNDS = 3
SKILLS = 40
COST_TIME, WEEKS_TIME = 10.0, 5.0
FIRST = 0.0
"""Seconds given where only the first answer is asked for."""


@dataclass(frozen=True)
class Family:
    """Made-up questions: whether prices are all equal, and whether amounts add up."""

    name: str
    equal: bool = False
    amounts: bool = False

    @property
    def quick(self) -> bool:
        """Whether several can be asked in the time of a bench."""
        return not self.equal and not self.amounts


FAMILIES = (Family("courses"), Family("amounts", amounts=True), Family("equal prices, little overlap", equal=True))


def rows() -> Iterator[Row]:
    """Each family at each size: its time, with the growth from the first size, and its cost beside greedy choice."""
    for family in FAMILIES:
        first: float | None = None
        for count in COUNTS:
            time, cost = _least(family, count)
            median = time.spread.median if time.spread else 0.0
            first = first or median
            yield replace(time, note=f"{time.note}, {median / first:.1f} times the first")
            yield cost
    for count in WEEKS_COUNTS:
        yield from _fewest(count)


def _least(family: Family, count: int) -> tuple[Row, Row]:
    seconds, answers, greedily = list[float](), list[Solved](), list[float]()
    for seed in range(ROUNDS[count] if family.quick else 1):
        asked = made_up(family, count, seed)
        began = perf_counter()
        answers.append(solve(asked, COST_TIME))
        seconds.append((perf_counter() - began) * 1000)
        if len(greedily) < GREEDY_ROUNDS:
            greedily.append(greedy(asked))
    what = f"{family.name}, {count:,} steps"
    proven = sum(one.status == "optimal" for one in answers)
    peer = Peer("greedy", spread(greedily))
    costs = spread([one.cost or 0.0 for one in answers[: len(greedily)]])
    return (
        Row(GROUP, f"least cost, {what}", "ms", spread(seconds), note=f"{proven} of {len(answers)} proven"),
        Row(GROUP, f"its cost, {what}", "dollars", costs, peer, note=_gap(answers[0])),
    )


def _gap(found: Solved) -> str:
    if found.cost is None or not found.bound:
        return "no bound"
    return "best" if found.status == "optimal" else f"at most {found.cost / found.bound - 1:.1%} above the best"


def _fewest(count: int) -> Iterator[Row]:
    asked = made_up(FAMILIES[0], count, 0, aim="time")
    for what, limit in (("first answer", FIRST), (f"{WEEKS_TIME:.0f} s at most", WEEKS_TIME)):
        bounds = list[float]()
        began = perf_counter()
        found = solve(asked, limit, partial(bounds.append, 0.0))
        taken = (perf_counter() - began) * 1000
        note = f"{found.weeks} weeks, bound {found.bound}, {found.status}, asked the solver {len(bounds)} times"
        yield Row(GROUP, f"fewest weeks, {count:,} steps, {what}", "ms", spread([taken]), note=note)


def greedy(asked: Instance) -> float:
    """The cost of taking, again and again, the step with all that must come first that adds most for its money."""
    by_id = {one.id: one for one in asked.steps if one.cost.value is not None}
    closures = {key: found for key in by_id if (found := _closure(by_id, key)) is not None}
    left, taken = dict(asked.needs), set[str]()

    def worth(key: str) -> float:
        new = closures[key] - taken
        gain = sum(
            min(left[skill], much) / asked.needs[skill]
            for one in new
            for skill, much in asked.amounts[one].items()
            if skill in left
        )
        return gain / (sum(by_id[one].cost.value or 0.0 for one in new) + 1e-9)

    while left:
        best = max((key for key in closures if key not in taken), key=worth)
        for one in closures[best] - taken:
            for skill, much in asked.amounts[one].items():
                if skill in left:
                    left[skill] -= much
        taken |= closures[best]
        left = {skill: much for skill, much in left.items() if much > 0}
    return sum(by_id[one].cost.value or 0.0 for one in taken)


def _closure(by_id: dict[str, LearningStep], key: str) -> frozenset[str] | None:
    found, waiting = set[str](), [key]
    while waiting:
        one = waiting.pop()
        if one not in by_id:
            return None
        if one not in found:
            found.add(one)
            waiting += by_id[one].needs
    return frozenset(found)


def made_up(family: Family, count: int, seed: int, *, aim: Aim = "cost") -> Instance:
    """One question of a family: one step in five waits for another, one in ten lacks a price or weeks."""
    luck = Random(seed * 100_000 + count)  # noqa: S311 - made-up content
    needs = {f"skill-{one}": float(luck.randint(1, 4)) if family.amounts else 1.0 for one in range(SKILLS)}
    steps, amounts = list[LearningStep](), dict[str, dict[str, float]]()
    for number in range(count):
        key = f"step-{number}"
        skills = luck.sample(sorted(needs), 3 if family.equal else luck.randint(1, 6))
        amounts[key] = {one: luck.choice([0.5, 1.0, 1.5, 2.0]) if family.amounts else 1.0 for one in skills}
        size = sum(amounts[key].values())
        cost = 100.0 if family.equal else round(luck.uniform(20, 120) * size**0.8, 2)
        hours = float(luck.randint(8, 120))
        weeks = None if luck.random() < 0.1 else float(max(1, round(hours / luck.randint(3, 15))))
        after = (f"step-{luck.randrange(number)}",) if number and not family.equal and luck.random() < 0.2 else ()
        price = None if luck.random() < 0.1 else cost
        steps.append(
            LearningStep(key, key, "course", None, Figure(price), Figure(hours), Figure(weeks), tuple(skills), after)
        )
    return Instance(needs, tuple(steps), amounts, None, 20.0, 2, aim, 2)
