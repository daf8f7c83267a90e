"""Planning questions made by chance, every choice tried out, and a check of a plan that knows nothing of the engine."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations
from math import ceil, fsum
from random import Random
from typing import Any

Told = Mapping[str, Any]
DEAR = 300
"""From this seed on, prices go from cents to millions, with up to six decimals."""
MONEY = 4e-7
"""Less than two prices can lie apart, more than floats are off."""


def question(seed: int) -> dict[str, Any]:
    """A small question: amounts, chains, unknown figures, limits; one in eight can have no answer."""
    luck = Random(seed)
    names = [f"s{place}" for place in range(luck.randint(0 if seed % 8 == 0 else 3, 8))]
    skills = "abcd"[: luck.randint(1, 4)]
    parts = luck.choice([1, 2, 4, 10])
    steps = [_step(luck, names, place, skills, parts) for place in range(len(names))]
    luck.shuffle(steps)
    if seed >= DEAR:
        return _dear(luck, steps, skills, parts)
    return {
        "needs": {skill: luck.randint(0, 3 * parts) / parts for skill in skills},
        "steps": steps,
        "limits": {
            "budget": luck.choice([None, None, 6, 12.5]),
            "hours_a_week": luck.choice([None, 5, 7.5, 12]),
            "at_once": luck.choice([None, 1, 2]),
        },
        "aim": luck.choice(["cost", "time"]),
    }


def _dear(luck: Random, steps: list[dict[str, Any]], skills: str, parts: int) -> dict[str, Any]:
    """Steps at dear prices; the budget, where there is one, is the price of some of them to the last decimal."""
    digits, most = luck.choice([2, 3, 6]), luck.choice([5, 7, 8.5])
    for one in steps:
        one["cost"] = round(10 ** luck.uniform(0, most), digits)
    some = [one["cost"] for one in steps if luck.random() < 0.7]
    return {
        "needs": {skill: luck.randint(1, 2 * parts) / parts for skill in skills},
        "steps": steps,
        "limits": {
            "budget": luck.choice([None, min(round(sum(some), digits), 10**9)]),
            "hours_a_week": luck.choice([None, 5, 12]),
            "at_once": luck.choice([None, 1, 2]),
        },
        "aim": luck.choice(["cost", "cost", "time"]),
    }


def _step(luck: Random, names: Sequence[str], place: int, skills: str, parts: int) -> dict[str, Any]:
    after = luck.sample(names[:place], min(place, luck.choice([0, 0, 1, 2]))) if luck.random() < 0.5 else []
    return {
        "id": names[place],
        "cost": None if luck.random() < 0.1 else luck.choice([0, 1, 1.5, 2.25, 3, 5]),
        "hours": None if luck.random() < 0.1 else luck.choice([0, 2, 4.5, 8, 13, 20]),
        "weeks": None if luck.random() < 0.1 else luck.choice([0.5, 1, 2, 3]),
        "teaches": {
            skill: luck.randint(0, 2 * parts) / parts for skill in luck.sample(skills, luck.randint(0, len(skills)))
        },
        "after": after,
    }


def broken(told: Told, found: Told) -> Iterator[str]:
    """Every condition of the question that an answer breaks, in words for a failing test."""
    by_id = {one["id"]: one for one in told["steps"]}
    taken = found["steps"]
    if len(set(taken)) != len(taken):
        yield "a step twice"
    for place, key in enumerate(taken):
        if not set(by_id[key]["after"]) <= set(taken[:place]):
            yield f"{key} before what it comes after"
        if by_id[key]["cost"] is None:
            yield f"{key} has no price"
    for skill, need in told["needs"].items():
        if sum(by_id[key]["teaches"].get(skill, 0) for key in taken) < need - 1e-9:
            yield f"too little of {skill}"
    cost = fsum(by_id[key]["cost"] or 0 for key in taken)
    if abs(cost - found["cost"]) > MONEY:
        yield "another cost"
    if told["limits"]["budget"] is not None and cost > told["limits"]["budget"] + MONEY:
        yield "over the budget"


def allowed(told: Told) -> Iterator[list[Told]]:
    """Each set of steps that answers the question, whatever it costs and takes."""
    steps = [one for one in told["steps"] if one["cost"] is not None]
    if told["aim"] == "time":
        steps = [one for one in steps if one["hours"] is not None and one["weeks"] is not None]
    budget = told["limits"]["budget"]
    for size in range(len(steps) + 1):
        for some in combinations(steps, size):
            names = {one["id"] for one in some}
            if not all(names.issuperset(one["after"]) for one in some):
                continue
            if budget is not None and fsum(one["cost"] for one in some) > budget + MONEY:
                continue
            taught = {skill: sum(one["teaches"].get(skill, 0) for one in some) for skill in told["needs"]}
            if all(taught[skill] >= need - 1e-9 for skill, need in told["needs"].items()):
                yield list(some)


def cost_of(some: Sequence[Told]) -> tuple[float, float, int]:
    """What counts in turn: cost, hours (unknown: as the longest known of all is not told here, so 0), steps."""
    return sum(one["cost"] for one in some), sum(one["hours"] or 0 for one in some), len(some)


def fewest_weeks(told: Told, some: Sequence[Told]) -> int:
    """The fewest weeks for these steps: each order of them, each step as early as it goes."""
    best = 10**6
    for order in permutations(some):
        ids = [one["id"] for one in order]
        if all(ids.index(first) < place for place, one in enumerate(order) for first in one["after"]):
            best = min(best, _laid_out(told, order, best))
    return best if some else 0


def _laid_out(told: Told, order: Sequence[Told], enough: int) -> int:
    hours_a_week, at_once = told["limits"]["hours_a_week"], told["limits"]["at_once"]
    ends: dict[str, int] = {}
    filled: dict[int, float] = {}
    running: dict[int, int] = {}
    for one in order:
        length = max(1, ceil(one["weeks"]))
        if hours_a_week is not None:
            length = max(length, ceil(one["hours"] / hours_a_week - 1e-9))
        load = one["hours"] / length
        start = max((ends[first] for first in one["after"]), default=0)

        def fits(week: int, load: float = load) -> bool:
            if at_once is not None and running.get(week, 0) >= at_once:
                return False
            return hours_a_week is None or not load or filled.get(week, 0.0) + load <= hours_a_week + 1e-6

        while not all(fits(week) for week in range(start, start + length)):
            start += 1
        for week in range(start, start + length):
            filled[week] = filled.get(week, 0.0) + load
            running[week] = running.get(week, 0) + 1
        ends[one["id"]] = start + length
        if ends[one["id"]] > enough:
            break
    return max(ends.values(), default=0)
