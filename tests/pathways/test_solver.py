"""The solver's answers against every choice there is, counted out."""

import itertools
import random

import pytest

from pathways.errors import PathwaysError
from pathways.solver import Row, minimise


def all_choices(costs: list[float], rows: list[Row]) -> float | None:
    fits = []
    for values in itertools.product((0, 1), repeat=len(costs)):
        sums = [sum(c * values[i] for i, c in row.coefficients.items()) for row in rows]
        if all(row.low <= total <= row.high for row, total in zip(rows, sums, strict=True)):
            fits.append(sum(c * v for c, v in zip(costs, values, strict=True)))
    return min(fits, default=None)


@pytest.mark.parametrize("seed", range(25))
def test_cheapest_cover_is_the_cheapest_of_all_choices(seed: int) -> None:
    luck = random.Random(seed)
    costs = [float(luck.randint(0, 20)) for _ in range(9)]
    rows = [Row(dict.fromkeys(luck.sample(range(9), 3), 1.0), low=luck.choice([1, 2])) for _ in range(7)]
    rows.append(Row(dict.fromkeys(range(9), 1.0), high=luck.choice([2, 5])))
    best = all_choices(costs, rows)
    solution = minimise(costs, rows)
    assert (solution is None) == (best is None)
    if solution is not None:
        assert solution.proven
        assert solution.objective == pytest.approx(best)
        assert solution.bound == pytest.approx(best)
        assert sum(costs[i] for i in solution.chosen) == pytest.approx(best)


def test_same_question_same_answer() -> None:
    rows = [Row(dict.fromkeys(range(start, start + 4), 1.0), low=1) for start in range(0, 12, 2)]
    answers = {minimise([1.0] * 16, rows).values for _ in range(5)}
    assert len(answers) == 1


def test_variables_that_need_not_be_whole_and_their_limits() -> None:
    solution = minimise([1.0, 3.0], [Row({0: 1.0, 1: 1.0}, low=2.5)], upper=[1.5, 4.0], whole=[False, True])
    assert solution is not None
    assert solution.values == pytest.approx((1.5, 1.0))


def test_no_variables() -> None:
    assert minimise([], []) is not None
    assert minimise([], [Row({}, low=1)]) is None


def test_no_time_is_told_and_never_taken_for_no_answer() -> None:
    luck = random.Random(1)
    rows = [Row({i: luck.uniform(1, 9) for i in range(60)}, low=100 + k, high=100.01 + k) for k in range(20)]
    with pytest.raises(PathwaysError) as caught:
        minimise([luck.uniform(1, 2) for _ in range(60)], rows, time_limit=0.0)
    assert caught.value.code == "no_answer_in_time"
