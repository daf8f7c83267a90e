"""Exact choices: one small face of the HiGHS mixed-integer solver (https://highs.dev)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import gcd, inf, isfinite
from typing import TYPE_CHECKING

from pathways.errors import PathwaysError

if TYPE_CHECKING:
    import highspy

HALF = 0.5
DEAREST = 1e7
"""Larger costs are made smaller for the relaxation, which the solver gives up where they are too far apart."""


@dataclass(frozen=True)
class Row:
    """One condition: low <= sum(coefficient x variable) <= high, variables by their index."""

    coefficients: Mapping[int, float]
    low: float = -inf
    high: float = inf


@dataclass(frozen=True)
class Solution:
    """A choice. `values` has one number a variable; `bound` is what no choice can beat; `proven` says it is best."""

    values: tuple[float, ...]
    objective: float
    bound: float
    proven: bool

    @property
    def chosen(self) -> tuple[int, ...]:
        """Indices of the variables that are 1 or more."""
        return tuple(index for index, value in enumerate(self.values) if value > 0.5)


def minimise(
    costs: Sequence[float],
    rows: Sequence[Row],
    *,
    upper: Sequence[float] | None = None,
    whole: Sequence[bool] | None = None,
    near: float = 0.0,
    time_limit: float = 30.0,
    most_nodes: int | None = None,
    start: Mapping[int, float] | None = None,
) -> Solution | None:
    """Find the cheapest values that meet every row, to a gap of zero; None if no values meet them.

    With `near`, the search may stop once it is within this share of the best; then `proven` is False. Variables run
    from 0 to `upper` (1 unless told) and are whole numbers unless `whole` says otherwise. The same question gives the
    same answer: one thread, a fixed seed. `time_limit` is in seconds; when it ends with a choice in hand `proven` is
    False, without one `PathwaysError("no_answer_in_time")` is raised. `most_nodes` limits the search as `time_limit`
    does, but alike on any computer. `start` gives values of a choice in hand, by index, to begin with; any variable
    may be missing there.
    """
    if not costs:
        return _empty(rows)
    solver = _quiet_solver(time_limit, near, most_nodes)
    _check(solver.setOptionValue("mip_abs_gap", _apart(costs, whole)))
    _check(solver.passModel(_model(costs, rows, upper, whole)))
    if start is not None:
        _begin(solver, start, len(costs))
    _run(solver, time_limit)
    return _answer(solver, whole, time_limit, near)


def _begin(solver: "highspy.Highs", start: Mapping[int, float], count: int) -> None:
    """Hand over a choice; a whole one is taken as it is, what misses in another is made up first."""
    import highspy
    import numpy as np

    if len(start) < count:
        _check(solver.setSolution(len(start), np.array([*start], np.int32), np.array([*start.values()], np.float64)))
        return
    whole = highspy.HighsSolution()
    whole.col_value = [float(start[place]) for place in range(count)]
    _check(solver.setSolution(whole))


class Relaxed:
    """A linear question asked again at other costs: variables from 0 to `upper`, `time_limit` in seconds for all."""

    def __init__(self, rows: Sequence[Row], upper: Sequence[float], time_limit: float) -> None:
        self._time_limit = time_limit
        self._solver = _quiet_solver(time_limit, 0.0, None)
        _check(self._solver.passModel(_model([0.0] * len(upper), rows, upper, [False] * len(upper))))

    def values(self, costs: Sequence[float]) -> tuple[float, ...]:
        """The values at least cost. Error: `no_answer_in_time`."""
        import highspy
        import numpy as np

        at = np.arange(len(costs), dtype=np.int32)
        _check(self._solver.changeColsCost(len(costs), at, np.array(costs, np.float64)))
        _run(self._solver, self._time_limit)
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise PathwaysError("no_answer_in_time", seconds=self._time_limit)
        return tuple(float(one) for one in self._solver.getSolution().col_value)


def duals(costs: Sequence[float], rows: Sequence[Row], *, time_limit: float = 30.0) -> tuple[float, ...] | None:
    """What each row is worth in the linear relaxation (variables from 0 to 1); None where nothing meets the rows.

    Error: `no_answer_in_time`, also where the solver gives up.
    """
    import highspy

    unit = max(1.0, max(costs, default=0.0) / DEAREST)
    solver = _quiet_solver(time_limit, 0.0, None)
    _check(solver.passModel(_model([one / unit for one in costs], rows, None, [False] * len(costs))))
    _run(solver, time_limit)
    status = solver.getModelStatus()
    if status in {highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible}:
        return None
    if status != highspy.HighsModelStatus.kOptimal:
        raise PathwaysError("no_answer_in_time", seconds=time_limit)
    return tuple(float(one) * unit for one in solver.getSolution().row_dual)


def _apart(costs: Sequence[float], whole: Sequence[bool] | None) -> float:
    """Less than two values of the objective can lie apart: a bound this near to a choice proves it. 0 if unknown."""
    if whole is not None or not all(float(cost).is_integer() for cost in costs):
        return 0.0
    return max(0.0, gcd(*(int(cost) for cost in costs)) - HALF)


def _empty(rows: Sequence[Row]) -> Solution | None:
    met = all(row.low <= 0 <= row.high for row in rows)
    return Solution((), 0.0, 0.0, proven=True) if met else None


def _quiet_solver(time_limit: float, near: float, most_nodes: int | None) -> "highspy.Highs":
    import highspy

    solver: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy types half of it
    solver.silent()
    options: dict[str, float | int | str] = {
        "threads": 1,
        "parallel": "off",
        "random_seed": 0,
        "mip_rel_gap": float(near),
        "mip_abs_gap": 0.0,
        "time_limit": float(time_limit),
        **({} if most_nodes is None else {"mip_max_nodes": most_nodes}),
    }
    for name, value in options.items():
        _check(solver.setOptionValue(name, value))
    return solver


def _model(
    costs: Sequence[float], rows: Sequence[Row], upper: Sequence[float] | None, whole: Sequence[bool] | None
) -> "highspy.HighsLp":
    import highspy

    count = len(costs)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = count, len(rows)
    model.col_cost_ = [float(cost) for cost in costs]
    model.col_lower_ = [0.0] * count
    model.col_upper_ = [1.0] * count if upper is None else [float(limit) for limit in upper]
    model.row_lower_ = [row.low if isfinite(row.low) else -highspy.kHighsInf for row in rows]
    model.row_upper_ = [row.high if isfinite(row.high) else highspy.kHighsInf for row in rows]
    kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    model.integrality_ = [kinds[whole is None or whole[index]] for index in range(count)]
    starts, indices, values = _by_rows(rows)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.num_col_, model.a_matrix_.num_row_ = count, len(rows)
    model.a_matrix_.start_, model.a_matrix_.index_, model.a_matrix_.value_ = starts, indices, values
    return model


def _by_rows(rows: Sequence[Row]) -> tuple[list[int], list[int], list[float]]:
    starts, indices, values = [0], list[int](), list[float]()
    for row in rows:
        for index, coefficient in sorted(row.coefficients.items()):
            indices.append(index)
            values.append(float(coefficient))
        starts.append(len(indices))
    return starts, indices, values


def _answer(solver: "highspy.Highs", whole: Sequence[bool] | None, time_limit: float, near: float) -> Solution | None:
    import highspy

    status = solver.getModelStatus()
    if status in {highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible}:
        return None
    info = solver.getInfo()
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        raise PathwaysError("no_answer_in_time", seconds=time_limit)
    proven = status == highspy.HighsModelStatus.kOptimal and not near
    found = solver.getSolution().col_value
    values = tuple(
        float(round(value)) if whole is None or whole[index] else float(value) for index, value in enumerate(found)
    )
    objective = float(info.objective_function_value)
    return Solution(values, objective, objective if proven else _bound(info, objective), proven)


def _bound(info: "highspy.HighsInfo", objective: float) -> float:
    return min(float(info.mip_dual_bound), objective)


def _run(solver: "highspy.Highs", time_limit: float) -> None:
    """Search. Numbers that the solver cannot work with end as time that is over: nothing is known then either."""
    if int(solver.run()) < 0:
        raise PathwaysError("no_answer_in_time", seconds=time_limit)


def _check(status: "highspy.HighsStatus") -> None:
    """Let no refusal by the solver pass for an answer (a refusal is a bug here, never the person's doing)."""
    if int(status) < 0:
        raise RuntimeError("HiGHS refused the model or an option")
