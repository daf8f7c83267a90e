"""Long and hard questions: equal prices, amounts that add up, and answers with true bounds where the time is over."""

from random import Random

import pytest

from pathways.model import Figure, LearningStep
from pathways.plans import covering, in_turn, starting
from pathways.plans.instance import Aim, Instance
from pathways.plans.solving import Solved, solve
from pathways.solver import Row, minimise

SKILLS = 24


def made_up(seed: int, count: int, *, equal: bool = False, amounts: bool = False, aim: Aim = "cost") -> Instance:
    luck = Random(seed)
    needs = {f"k{one:02}": float(luck.randint(1, 4)) if amounts else 1.0 for one in range(SKILLS)}
    steps, taught = [], {}
    for number in range(count):
        key = f"s{number}"
        taught[key] = {
            one: luck.choice([0.5, 1.0, 1.5, 2.0]) if amounts else 1.0
            for one in luck.sample(sorted(needs), 3 if equal else luck.randint(1, 5))
        }
        cost = luck.choice([100.0, 200.0]) if equal else round(luck.uniform(20, 120) * len(taught[key]) ** 0.8, 2)
        figures = (Figure(cost), Figure(float(luck.randint(1, 40))), Figure(1.0))
        after = (f"s{luck.randrange(number)}",) if number and luck.random() < 0.2 else ()
        steps.append(LearningStep(key, key, "course", None, *figures, tuple(taught[key]), after))
    return Instance(needs, tuple(steps), taught, None, 20.0, 2, aim, 2)


def check(asked: Instance, found: Solved) -> None:
    """Separate code looks at every condition again."""
    taken, by_id = set(found.steps), {one.id: one for one in asked.steps}
    assert all(set(by_id[key].needs) <= taken for key in taken)
    for skill, least in asked.needs.items():
        assert sum(asked.amounts[key].get(skill, 0.0) for key in taken) >= least
    assert found.cost == pytest.approx(sum(by_id[key].cost.value or 0.0 for key in taken))


def least(asked: Instance) -> float:
    """The least cost by the solver's own word over every step, in cents."""
    places = {one.id: at for at, one in enumerate(asked.steps)}
    order = [Row({places[first]: 1.0, places[one.id]: -1.0}, low=0.0) for one in asked.steps for first in one.needs]
    cover = [
        Row({places[key]: much[skill] * 2 for key, much in asked.amounts.items() if skill in much}, low=wanted * 2)
        for skill, wanted in asked.needs.items()
    ]
    found = minimise([round((one.cost.value or 0.0) * 100) for one in asked.steps], [*order, *cover])
    assert found is not None
    assert found.proven
    return round(found.objective) / 100


@pytest.mark.parametrize("seed", range(3))
def test_equal_prices_are_proven_where_the_search_for_sets_gives_up(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = made_up(seed, 120, equal=True)
    best = least(asked)
    found = solve(asked)
    check(asked, found)
    assert (found.status, found.cost, found.bound) == ("optimal", best, best)
    monkeypatch.setattr(covering, "MOST_MADE", dict.fromkeys(covering.MOST_MADE, 1_000))
    other = solve(asked)
    check(asked, other)
    assert (other.status, other.cost, other.bound) == ("optimal", best, best)


@pytest.mark.parametrize("seed", range(3))
def test_amounts_over_many_steps_have_the_least_cost(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "FEW", 0)
    monkeypatch.setattr(starting, "SIZES", (20, 40))
    asked = made_up(seed, 150, amounts=True)
    found = solve(asked, 60.0)
    check(asked, found)
    assert found.status == "optimal"
    assert found.cost == found.bound == pytest.approx(least(asked))


@pytest.mark.parametrize("amounts", [False, True])
def test_where_the_time_is_over_at_once_there_is_still_an_answer_with_a_true_bound(amounts: bool) -> None:
    asked = made_up(7, 1_500, amounts=amounts)
    found = solve(asked, 0.0)
    check(asked, found)
    assert found.status in ("feasible", "optimal")
    assert found.cost is not None
    assert found.bound is not None
    assert 0 <= found.bound <= found.cost
    assert (found.status == "optimal") == (found.bound == found.cost)


def test_a_bound_is_never_above_the_least_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = made_up(1, 200, amounts=True)
    monkeypatch.setattr(in_turn, "LEAST_TIME", 0.01)
    hasty, found = solve(asked, 0.0), solve(asked, 60.0)
    check(asked, hasty)
    assert hasty.bound is not None
    assert hasty.cost is not None
    assert found.status == "optimal"
    assert found.cost is not None
    assert hasty.bound <= found.cost <= hasty.cost


@pytest.mark.parametrize("amounts", [False, True])
def test_the_fastest_found_at_once_has_a_true_bound(amounts: bool) -> None:
    asked = made_up(3, 120, amounts=amounts, aim="time")
    hasty = solve(asked, 0.0)
    check(asked, hasty)
    assert hasty.weeks is not None
    assert hasty.bound is not None
    assert 0 < hasty.bound <= hasty.weeks
    later = solve(asked, 2.0)
    check(asked, later)
    assert later.weeks is not None
    assert later.bound is not None
    assert hasty.bound <= later.bound <= later.weeks <= hasty.weeks
