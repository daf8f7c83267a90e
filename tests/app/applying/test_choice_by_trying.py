"""Trying every way that could still be the best, against every choice there is."""

import itertools
import random
from collections.abc import Sequence

import pytest

from app.applying import ways
from app.applying.fewest import fewest
from app.applying.rounds import Offer
from app.applying.ways import Aim, Records, best_of

NEEDS = 5
PLENTY = 10_000_000


def made(luck: random.Random, count: int) -> Records:
    """Records of things that go together by no rule; each need is met by some."""
    met = [luck.sample(range(NEEDS), luck.randint(0, 3)) for _ in range(count)] + [[need] for need in range(NEEDS)]
    tells = [frozenset(luck.sample("abcdefghij", luck.randint(0, 5))) for _ in met]
    hidden = [told & set("ab") for told in tells]
    return Records([{need: luck.randint(1, 4) for need in one} for one in met], tells, hidden)


def told(records: Records, picked: Sequence[int]) -> int:
    return len(frozenset().union(*(records.tells[one] for one in picked)))


def hidden(records: Records, picked: Sequence[int]) -> int:
    return len(frozenset().union(*(records.hidden[one] for one in picked)))


def strength(records: Records, picked: Sequence[int]) -> int:
    return sum(max(records.meets[one].get(need, 0) for one in picked) for need in range(NEEDS))


def worth(records: Records, picked: tuple[int, ...]) -> tuple[object, ...]:
    return hidden(records, picked), len(picked), told(records, picked), -strength(records, picked), picked


def best(records: Records, forced: frozenset[int]) -> tuple[Aim, tuple[int, ...]]:
    """The size and the hidden things that are least, and the best choice, from all that meet every need."""
    able = [
        picked
        for size in range(1, 6 + len(forced))
        for picked in itertools.combinations(range(len(records.meets)), size)
        if forced <= set(picked) and {need for one in picked for need in records.meets[one]} == set(range(NEEDS))
    ]
    least = min(able, key=lambda one: worth(records, one))
    return Aim(len(least), hidden(records, least), sorted(forced)), least


@pytest.mark.parametrize("start", range(0, 150, 15))
def test_what_is_tried_ends_in_the_best_there_is(start, monkeypatch):
    if start % 2:  # as many ways as are carried on at a time may be one
        monkeypatch.setattr(ways, "AT_ONCE", 4)
        monkeypatch.setattr(ways, "CARRIED", 1)
    for seed in range(start, start + 15):
        luck = random.Random(seed)
        records = made(luck, 6)
        aim, least = best(records, frozenset([0, 3]) if seed % 3 == 0 else frozenset())
        found = best_of(records, NEEDS, aim, PLENTY)
        assert (found.chosen, found.proven) == (least, True), seed


def test_with_too_little_to_look_at_nothing_is_called_best():
    records = made(random.Random(1), 6)
    aim, least = best(records, frozenset())
    assert not best_of(records, NEEDS, aim, 1).proven
    assert best_of(records, NEEDS, aim, PLENTY).chosen == least


def test_more_needs_than_bits_are_left_to_the_solver():
    many = Records([dict.fromkeys(range(65), 1)], [frozenset("a")], [frozenset()])
    assert not best_of(many, 65, Aim(1, 0), PLENTY).proven
    wanted = [f"need {number}" for number in range(65)]
    assert fewest(wanted, [Offer("all", dict.fromkeys(wanted, 1), frozenset("a"))]).proven


def test_things_told_without_order_are_proven_least():
    """Things that many records tell by chance: what a solver of linear programs could not rule out in its time."""
    luck, wanted = random.Random(3), [f"need {number}" for number in range(10)]
    words = [f"word {number}" for number in range(66)]
    offers = [
        Offer(
            f"{number:05}",
            dict.fromkeys(luck.sample(wanted, luck.randint(1, 3)), 1),
            frozenset([*luck.sample(words, 5), f"id {number}"]),
        )
        for number in range(200)
    ]
    choice = fewest(wanted, offers)
    by_id = {one.id: one for one in offers}
    picked = [by_id[one] for one in choice.ids]
    assert choice.proven
    assert {need for one in picked for need in one.meets} == set(wanted)
    assert (len(picked), len(frozenset().union(*(one.tells for one in picked)))) == (4, 16)
