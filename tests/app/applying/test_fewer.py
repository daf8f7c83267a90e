"""The local search for a smaller choice, alone and within the exact one."""

import random

from app.applying import fewest as core
from app.applying.fewer import fewer
from app.applying.fewest import fewest
from app.applying.rounds import Offer

OFFERS, NEEDS, EACH = 120, 60, 5


def hard(seed: int) -> list[list[int]]:
    luck = random.Random(seed)
    return [sorted(luck.sample(range(NEEDS), EACH)) for _ in range(OFFERS)]


def greedy(meets: list[list[int]]) -> list[int]:
    chosen, left = list[int](), {need for met in meets for need in met}
    while left:
        chosen.append(max(range(len(meets)), key=lambda one: (len(left.intersection(meets[one])), -one)))
        left -= set(meets[chosen[-1]])
    return chosen


def test_a_smaller_choice_still_meets_all_and_is_the_same_each_time() -> None:
    meets = hard(0)
    first = greedy(meets)
    found = fewer(meets, NEEDS, first, [])
    assert {need for one in found for need in meets[one]} == set(range(NEEDS))
    assert len(set(found)) == len(found) < len(first)
    assert fewer(meets, NEEDS, first, []) == found


def test_what_is_forced_stays() -> None:
    meets = [[0], [0, 1], [1, 2], [2], [0, 1, 2]]
    assert fewer(meets, 3, [0, 1, 2], []) == [4]
    found = fewer(meets, 3, [0, 1, 2], [0])
    assert 0 in found
    assert len(found) == 2


def test_in_too_little_time_the_choice_is_small_all_the_same_and_not_called_best(monkeypatch) -> None:
    monkeypatch.setattr(core, "FIRST_LOOK", 0.0)
    meets = hard(7)
    offers = [
        Offer(f"{number:03}", {f"need {need}": 1 for need in met}, frozenset({f"word {number % 5}"}))
        for number, met in enumerate(meets)
    ]
    wanted = [f"need {need}" for need in range(NEEDS)]
    choice = fewest(wanted, offers, seconds=core.FOR_THE_REST)
    assert not choice.proven
    assert len(choice.ids) <= len(fewer(meets, NEEDS, greedy(meets), []))
    assert {need for one in choice.ids for need in offers[int(one)].meets} == set(wanted)


def test_a_smaller_choice_tells_nothing_that_was_to_stay_hidden(monkeypatch) -> None:
    monkeypatch.setattr(core, "FIRST_LOOK", 0.0)
    all_told = Offer("a", {"x": 1, "y": 1}, frozenset({"school"}), frozenset({"school"}))
    apart = [Offer("b", {"x": 1}), Offer("c", {"y": 1})]
    assert fewest(["x", "y"], [all_told, *apart]).ids == ("b", "c")
