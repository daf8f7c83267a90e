"""The exact choice against every choice there is."""

import itertools
import random
from collections.abc import Sequence

import pytest

from app.applying import fewest as core
from app.applying.fewest import Choice, fewest
from app.applying.rounds import Offer

WORDS = "abcdefg"
Worth = tuple[int, int, int, int, tuple[str, ...]]


def instance(luck: random.Random, *, strong: bool, hides: bool) -> tuple[list[str], list[Offer]]:
    wanted = [f"need {number}" for number in range(luck.randint(0, 7))]
    offers = []
    for number in range(luck.randint(0, 10)):
        met = luck.sample(wanted, luck.randint(0, min(3, len(wanted))))
        tells = frozenset(luck.sample(WORDS, luck.randint(0, 4)))
        tells |= {f"own {number} {place}" for place in range(luck.randint(0, 2))}  # as each record has its own id
        meets = {need: luck.randint(1, 4) if strong else 1 for need in met}
        offers.append(
            Offer(f"{luck.randint(0, 99)}-{number}", meets, tells, tells & set("ab") if hides else frozenset())
        )
    return wanted, offers


def worth(picked: Sequence[Offer], met: set[str]) -> Worth:
    """The documented order as numbers, less is better; computed without the solver."""
    return (
        len({thing for one in picked for thing in one.hidden}),
        len(picked),
        len({thing for one in picked for thing in one.tells}),
        -sum(max(one.meets.get(need, 0) for one in picked) for need in met),
        tuple(sorted(one.id for one in picked)),
    )


def best(offers: Sequence[Offer], forced: frozenset[str] = frozenset()) -> Worth:
    met = {need for one in offers for need in one.meets}
    return min(
        worth(picked, met)
        for size in range(len(offers) + 1)
        for picked in itertools.combinations(offers, size)
        if met <= {need for one in picked for need in one.meets} and forced <= {one.id for one in picked}
    )


@pytest.mark.parametrize("by", ["trying", "solver"])
@pytest.mark.parametrize("start", range(0, 300, 30))
def test_the_choice_is_the_brute_force_minimum(start: int, by: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three hundred cases: half with things rather not told, a third with strengths, some with forced records."""
    if by == "solver":
        monkeypatch.setattr(core, "FEW_WAYS", -1)
    for seed in range(start, start + 30):
        luck = random.Random(seed)
        strong = seed % 3 == 0
        wanted, offers = instance(luck, strong=strong, hides=seed % 2 == 0)
        forced = frozenset(one.id for one in offers[:1] if seed % 5 == 0)
        luck.shuffle(offers)
        answer = fewest(wanted, offers, forced=forced, strengths=strong)
        met = {need for one in offers for need in one.meets}
        assert (answer.ids, answer.proven) == (best(offers, forced)[-1], True), seed
        assert answer.unmet == tuple(need for need in wanted if need not in met)


def test_a_thing_told_twice_is_told_once() -> None:
    offers = [
        Offer("a", {"x": 1}, frozenset({"birth", "name"})),
        Offer("b", {"y": 1}, frozenset({"birth", "name"})),
        Offer("c", {"y": 1}, frozenset({"grade"})),
    ]
    assert fewest(["x", "y"], offers).ids == ("a", "b")


def test_a_choice_in_hand_when_time_ends_covers_all_and_is_not_called_best() -> None:
    luck = random.Random(1)
    wanted = [str(number) for number in range(30)]
    offers = [Offer(f"r{n:02}", dict.fromkeys(luck.sample(wanted, 4), 1)) for n in range(60)]
    answer = fewest(wanted, offers, seconds=0)
    met = {need for one in offers if one.id in answer.ids for need in one.meets}
    assert met == {need for one in offers for need in one.meets}
    assert not answer.proven


def test_twins_and_idle_offers_change_nothing() -> None:
    twins = [Offer(f"r{number:04}", {"x": 1}, frozenset({"name"})) for number in range(3_000)]
    idle = [Offer(f"i{number:04}", {}, frozenset({"name"})) for number in range(2_000)]
    assert fewest(["x", "y"], [*idle, *reversed(twins)]) == Choice(("r0000",), ("y",), proven=True)


def test_ids_are_settled_beyond_the_first_few() -> None:
    count = core.TIED * 3
    wanted = [str(number) for number in range(count)]
    offers = [
        Offer(f"{side}{number:02}", {need: 1}, frozenset({f"{side}{number}"}))
        for number, need in enumerate(wanted)
        for side in "ba"
    ]
    assert fewest(wanted, offers).ids == tuple(f"a{number:02}" for number in range(count))
