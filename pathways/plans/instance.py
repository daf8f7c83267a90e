"""A planning question that a program asks, read from JSON by strict and bounded rules; see docs/interfaces.md."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Literal, NoReturn

from pathways.errors import PathwaysError
from pathways.frameworks.reach import in_reach
from pathways.model import AnyOf, Figure, LearningStep
from pathways.plans.pace import MOST_WEEKS
from pathways.strict_json import TwinKeysError, no_twins

MOST_BYTES = 50_000_000
MOST_STEPS, MOST_SKILLS, MOST_ENTRIES = 50_000, 2_000, 1_000_000
MOST, LEAST = Decimal(10**9), Decimal("1e-9")
LONGEST_NUMBER, LONGEST_ID = 40, 200
MOST_AT_ONCE = 10_000
SHOWN = 5
"""Steps of a loop that a message names."""
STEP_KEYS = frozenset({"id", "name", "cost", "hours", "weeks", "teaches", "after"})
Aim = Literal["cost", "time"]


@dataclass(frozen=True)
class Instance:
    """Amounts needed by skill, steps, and the amounts each step teaches by its id and skill.

    Limits are None where there is none; `digits` is how many decimals the costs have at most.
    """

    needs: Mapping[str, float]
    steps: tuple[LearningStep, ...]
    amounts: Mapping[str, Mapping[str, float]]
    budget: float | None
    hours_a_week: float | None
    at_once: int | None
    aim: Aim
    digits: int


def read_instance(path: Path) -> Instance:
    """The question in a file. Error: `instance_unusable` {reason, where, …}."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        _refuse("no_file", file=str(path))
    if len(data) > MOST_BYTES:
        _refuse("too_large", limit=MOST_BYTES // 10**6)
    return parse_instance(data)


def parse_instance(data: bytes) -> Instance:
    """The question in these bytes. Error as `read_instance`."""
    told = _object(_json(data), "the file", {"needs", "steps", "limits", "aim"})
    needs = _amounts(told.get("needs"), "needs")
    rows = told.get("steps")
    if not isinstance(rows, list):
        _refuse("not_a_list", where="steps")
    if len(rows) > MOST_STEPS or sum(len(one) for one in rows if isinstance(one, dict)) > MOST_ENTRIES:
        _refuse("too_many", limit=MOST_STEPS)
    read = [_row(row, f"steps[{place}]", needs) for place, row in enumerate(rows)]
    steps = [one.step for one in read]
    _refuse_twins(steps)
    _check_order(steps)
    limits = _object(told.get("limits") or {}, "limits", {"budget", "hours_a_week", "at_once"})
    hours = _number(limits.get("hours_a_week"), "limits.hours_a_week")
    if hours is not None and hours < Decimal("0.001"):
        _refuse("hours_a_week")
    budget = _number(limits.get("budget"), "limits.budget")
    aim = told.get("aim", "cost")
    if aim not in ("cost", "time"):
        _refuse("aim")
    return Instance(
        {skill: much for skill, much in needs.items() if much},
        tuple(steps),
        {one.step.id: one.amounts for one in read},
        None if budget is None else float(budget),
        None if hours is None else float(hours),
        _count(limits.get("at_once")),
        aim,
        max([_digits(budget), *(one.digits for one in read)]),
    )


@dataclass(frozen=True)
class _Row:
    """A step, how much it teaches of each skill that is needed, and the decimals of its cost."""

    step: LearningStep
    amounts: Mapping[str, float]
    digits: int


def _row(row: object, where: str, needs: Mapping[str, float]) -> _Row:
    one = _object(row, where, STEP_KEYS)
    found = _id(one.get("id"), f"{where}.id")
    figures = {
        name: _number(one.get(name), f"{where}.{name}", most=Decimal(MOST_WEEKS) if name == "weeks" else MOST)
        for name in ("cost", "hours", "weeks")
    }
    taught = _amounts(one.get("teaches", {}), f"{where}.teaches")
    amounts = {skill: much for skill, much in taught.items() if much and needs.get(skill)}
    after = one.get("after", [])
    if not isinstance(after, list):
        _refuse("not_a_list", where=f"{where}.after")
    firsts = tuple(dict.fromkeys(_id(first, f"{where}.after") for first in after))
    return _Row(_step(found, figures, tuple(amounts), firsts), amounts, _digits(figures["cost"]))


def _refuse_twins(steps: Sequence[LearningStep]) -> None:
    seen = set[str]()
    for one in steps:
        if one.id in seen:
            _refuse("twin_ids", step=one.id)
        seen.add(one.id)


def _refuse(reason: str, **values: object) -> NoReturn:
    raise PathwaysError("instance_unusable", reason=reason, **values)


def _json(data: bytes) -> object:
    def number(text: str) -> Decimal:
        try:
            return Decimal(text[:LONGEST_NUMBER]) if len(text) <= LONGEST_NUMBER else Decimal("NaN")
        except InvalidOperation:
            return Decimal("NaN")

    try:
        return json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=no_twins,
            parse_float=number,
            parse_int=number,
            parse_constant=number,
        )
    except TwinKeysError as error:
        _refuse("twin_keys", key=error.key[:LONGEST_ID])
    except (ValueError, RecursionError):
        _refuse("json")


def _object(raw: object, where: str, keys: frozenset[str] | set[str]) -> Mapping[str, object]:
    if not isinstance(raw, dict):
        _refuse("not_an_object", where=where)
    if strange := sorted(raw.keys() - keys):
        _refuse("key_unknown", where=where, key=strange[0][:LONGEST_ID])
    return raw


def _id(raw: object, where: str) -> str:
    if not isinstance(raw, str) or not 0 < len(raw) <= LONGEST_ID or not raw.isprintable():
        _refuse("id", where=where, most=LONGEST_ID)
    return raw


def _number(raw: object, where: str, *, most: Decimal = MOST) -> Decimal | None:
    """A number from 0 to `most`, or None for null. Smaller ones than `LEAST` but 0 are no figures anyone measured."""
    if raw is None:
        return None
    if not isinstance(raw, Decimal) or not raw.is_finite() or (raw.is_signed() and raw != 0) or raw > most:
        _refuse("number", where=where, most=_shown(most))
    if 0 < raw < LEAST:
        _refuse("number", where=where, most=_shown(most))
    return abs(raw)


def _shown(most: Decimal) -> int:
    return int(most)


def _digits(value: Decimal | None) -> int:
    exponent = 0 if value is None or not value else value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _amounts(raw: object, where: str) -> dict[str, float]:
    if not isinstance(raw, dict):
        _refuse("not_an_object", where=where)
    if len(raw) > MOST_SKILLS:
        _refuse("too_many_skills", where=where, limit=MOST_SKILLS)
    found: dict[str, float] = {}
    for skill, much in raw.items():
        number = _number(much, f"{where}.{_id(skill, where)}")
        if number is None:
            _refuse("number", where=f"{where}.{skill}", most=_shown(MOST))
        found[skill] = float(number)
    return found


def _count(raw: object) -> int | None:
    if raw is None:
        return None
    if (
        not isinstance(raw, Decimal)
        or not raw.is_finite()
        or raw != raw.to_integral_value()
        or not 1 <= raw <= MOST_AT_ONCE
    ):
        _refuse("at_once", most=MOST_AT_ONCE)
    return int(raw)


def _step(
    key: str, figures: Mapping[str, Decimal | None], teaches: tuple[str, ...], firsts: tuple[str, ...]
) -> LearningStep:
    def figure(name: str) -> Figure:
        value = figures[name]
        return Figure(None if value is None else float(value))

    return LearningStep(key, key, "course", None, figure("cost"), figure("hours"), figure("weeks"), teaches, firsts)


def _check_order(steps: list[LearningStep]) -> None:
    """Refuse prerequisites that are not there, and those that go in a circle."""
    by_id = {one.id: one for one in steps}
    for one in steps:
        if lost := next((first for first in one.needs if first not in by_id), None):
            _refuse("after_unknown", step=one.id, first=lost)
    reached = set(in_reach({one.id: [AnyOf(1, (first,)) for first in one.needs] for one in steps}))
    if len(reached) == len(steps):
        return
    circle = [next(one.id for one in steps if one.id not in reached)]
    while circle[-1] not in circle[:-1]:
        circle.append(next(first for first in by_id[circle[-1]].needs if first not in reached))
    circle = circle[circle.index(circle[-1]) :]
    named = circle if len(circle) <= SHOWN + 1 else [*circle[:SHOWN], "…", circle[-1]]
    _refuse("loop", steps=" → ".join(named))
