"""Planning questions that a program asks, against every choice there is, and hostile ones."""

import json
from dataclasses import asdict
from typing import Any

import pytest
from plan_checking import DEAR, allowed, broken, cost_of, fewest_weeks, question

from pathways.errors import PathwaysError
from pathways.plans.instance import parse_instance
from pathways.plans.solving import solve


def answer(told: dict[str, Any]) -> dict[str, Any]:
    return asdict(solve(parse_instance(json.dumps(told).encode())))


@pytest.mark.parametrize("seed", range(DEAR + 100))
def test_no_choice_answers_a_question_better(seed: int) -> None:
    told = question(seed)
    found = answer(told)
    every = list(allowed(told))
    if not every:
        assert found == {"status": "infeasible", "steps": (), "cost": None, "weeks": None, "bound": None}
        return
    assert found["status"] == "optimal"
    assert list(broken(told, found)) == []
    if told["aim"] == "cost":
        best = min(cost_of(some)[0] for some in every)
        assert found["cost"] == pytest.approx(best)
        assert found["bound"] == pytest.approx(best)
        _ties(told, found, every)
        taken = [one for one in told["steps"] if one["id"] in found["steps"]]
        known = all(one["hours"] is not None and one["weeks"] is not None for one in taken)
        assert found["weeks"] == (fewest_weeks(told, taken) if known else None)
    else:
        least = [some for some in every if not any({one["id"] for one in less} < _ids(some) for less in every)]
        best = min(fewest_weeks(told, some) for some in least)
        assert (found["weeks"], found["bound"]) == (best, best)


def _ids(some: list[Any]) -> set[str]:
    return {one["id"] for one in some}


def _ties(told: dict[str, Any], found: dict[str, Any], every: list[list[Any]]) -> None:
    if any(one["hours"] is None for one in told["steps"]):
        return
    taken = [one for one in told["steps"] if one["id"] in found["steps"]]
    assert cost_of(taken) == pytest.approx(min(map(cost_of, every)))


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_the_steps_changes_nothing(seed: int) -> None:
    told = question(seed)
    other = {**told, "steps": told["steps"][::-1], "needs": dict(reversed(told["needs"].items()))}
    assert answer(told) == answer(other)


def step(key: str, **said: object) -> dict[str, Any]:
    return {"id": key, "cost": 1, "hours": 1, "weeks": 1, "teaches": {"a": 1}, "after": [], **said}


def asked(*steps: dict[str, Any], **said: object) -> dict[str, Any]:
    return {"needs": {"a": 1}, "steps": list(steps), "limits": {}, "aim": "cost", **said}


HOSTILE = {
    "not JSON": (b"{", "json"),
    "not text": (b"\xff\xfe\x00", "json"),
    "deep": (b"[" * 200_000, "json"),
    "a list": (b"[]", "not_an_object"),
    "twin keys": (b'{"needs": {}, "needs": {}, "steps": []}', "twin_keys"),
    "NaN": (b'{"needs": {"a": NaN}, "steps": []}', "number"),
    "Infinity": (b'{"needs": {"a": -Infinity}, "steps": []}', "number"),
    "huge": (b'{"needs": {"a": 1e999999999}, "steps": []}', "number"),
    "long": (b'{"needs": {"a": ' + b"9" * 10_000 + b'}, "steps": []}', "number"),
    "tiny": (b'{"needs": {"a": 1e-999}, "steps": []}', "number"),
    "negative": (b'{"needs": {"a": -1}, "steps": []}', "number"),
    "no steps": (b'{"needs": {}}', "not_a_list"),
    "a million steps": (b'{"needs": {}, "steps": [' + b"{}," * 999_999 + b"{}]}", "too_many"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_bytes_are_refused(name: str) -> None:
    data, reason = HOSTILE[name]
    with pytest.raises(PathwaysError) as caught:
        parse_instance(data)
    assert (caught.value.code, caught.value.values["reason"]) == ("instance_unusable", reason)


WRONG = {
    "needs of text": (asked(needs={"a": "1"}), "number"),
    "needs a list": (asked(needs=[]), "not_an_object"),
    "true": (asked(step("x", cost=True)), "number"),
    "a step a text": (asked("x"), "not_an_object"),
    "an id a number": (asked(step(1)), "id"),
    "an id empty": (asked(step("")), "id"),
    "an id that steers": (asked(step("a\u001b[2J")), "id"),
    "twin ids": (asked(step("x"), step("x")), "twin_ids"),
    "unknown first": (asked(step("x", after=["y"])), "after_unknown"),
    "first no list": (asked(step("x", after="y")), "not_a_list"),
    "weeks too many": (asked(step("x", weeks=10**6)), "number"),
    "no hours": (asked(limits={"hours_a_week": 0}), "hours_a_week"),
    "none at once": (asked(limits={"at_once": 0}), "at_once"),
    "half at once": (asked(limits={"at_once": 1.5}), "at_once"),
    "another aim": (asked(aim="fun"), "aim"),
    "an aim a list": (asked(aim=["cost"]), "aim"),
    "a strange key": (asked(limit={}), "key_unknown"),
    "loop of one": (asked(step("x", after=["x"])), "loop"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_values_are_refused(name: str) -> None:
    told, reason = WRONG[name]
    with pytest.raises(PathwaysError) as caught:
        parse_instance(json.dumps(told).encode())
    assert (caught.value.code, caught.value.values["reason"]) == ("instance_unusable", reason)


def test_a_loop_is_named() -> None:
    told = asked(step("late", after=["hen"]), step("hen", after=["egg"]), step("egg", after=["hen"]))
    with pytest.raises(PathwaysError) as caught:
        parse_instance(json.dumps(told).encode())
    assert caught.value.values["steps"] == "hen → egg → hen"


def test_two_that_teach_less_each_may_both_be_taken() -> None:
    """A step worse than another in everything still counts where one of them is not enough."""
    told = asked(step("good"), step("worse", cost=2), needs={"a": 2})
    assert answer(told)["steps"] == ("good", "worse")


@pytest.mark.parametrize("hours", [1e7, 1e9])
def test_a_step_of_more_than_a_lifetime_is_one_of_unknown_length(hours: float) -> None:
    told = asked(step("endless", hours=hours), limits={"hours_a_week": 1})
    assert (answer(told)["steps"], answer(told)["weeks"]) == (("endless",), None)
    told["steps"].append(step("short", cost=2, hours=3))
    found = answer({**told, "aim": "time"})
    assert (found["steps"], found["weeks"], found["status"]) == (("short",), 3, "optimal")


def test_tiny_shortfalls_are_not_enough() -> None:
    told = asked(step("almost", teaches={"a": 0.9999999}), step("whole", cost=9))
    assert answer(told)["steps"] == ("whole",)
    assert answer(asked(step("almost", teaches={"a": 0.9999999}), needs={"a": 1}))["status"] == "infeasible"
