"""Where steps stand in the picture."""

from itertools import pairwise
from random import Random

import pytest
from test_cheapest import step

from pathways.plans.calendar import Slot
from pathways.plans.layout import Link, lay_out, tracks


def places(*steps) -> dict[str, tuple[int, int]]:
    return {one.step: (one.column, one.row) for one in lay_out(steps).spots}


def test_branches_share_the_rows_of_what_they_wait_for() -> None:
    found = places(
        step("rooms", 0), step("terms", 0), step("vitals", 0, "", ["rooms"]), step("bills", 0, "", ["terms"]),
        step("blood", 0, "", ["vitals"]), step("exam", 0, "", ["rooms", "vitals"]),
    )  # fmt: skip
    assert found == {
        "rooms": (0, 0), "vitals": (1, 0), "blood": (2, 0), "exam": (2, 1), "terms": (0, 2), "bills": (1, 2)
    }  # fmt: skip


def test_a_line_that_others_imply_is_left_out() -> None:
    found = lay_out([step("a", 0), step("b", 0, "", ["a"]), step("c", 0, "", ["a", "b", "elsewhere"])])
    assert set(found.links) == {Link(None, "a"), Link("a", "b"), Link("b", "c"), Link("c", None)}
    assert (found.columns, found.rows) == (3, 1)


def test_a_step_given_before_the_one_it_waits_for_stands_after_it() -> None:
    found = lay_out([step("exam", 0, "", ["rooms"]), step("terms", 0), step("rooms", 0)])
    columns = {one.step: one.column for one in found.spots}
    assert columns == {"terms": 0, "rooms": 0, "exam": 1}
    assert Link("rooms", "exam") in found.links


def test_steps_that_wait_for_each_other_have_places_too() -> None:
    found = lay_out([step("a", 0, "", ["b"]), step("b", 0, "", ["a"]), step("c", 0, "", ["c"])])
    assert {one.step for one in found.spots} == {"a", "b", "c"}
    assert all(one.source != one.target for one in found.links)


def test_nothing_has_no_place() -> None:
    found = lay_out([])
    assert (found.spots, found.links, found.columns, found.rows) == ((), (), 0, 0)


@pytest.mark.parametrize("seed", range(20))
def test_no_two_steps_share_a_place_and_lines_go_to_the_right(seed: int) -> None:
    random = Random(seed)
    names = [f"s{place}" for place in range(14)]
    steps = [
        step(name, 0, "", random.sample(names[:at], min(at, random.randint(0, 2)))) for at, name in enumerate(names)
    ]
    found = lay_out(steps)
    spots = {one.step: (one.column, one.row) for one in found.spots}
    assert len(set(spots.values())) == len(steps)
    assert all(spots[one.source][0] < spots[one.target][0] for one in found.links if one.source and one.target)
    assert {one.target for one in found.links} == {*names, None}
    assert {one.source for one in found.links} == {*names, None}


def test_bars_side_by_side_never_meet() -> None:
    slots = [Slot("a", 0, 2, 1), Slot("b", 0, 4, 1), Slot("c", 2, 1, 1), Slot("d", 2, None, None), Slot("e", 4, 2, 1)]
    found = tracks(slots)
    assert found == {"a": 0, "b": 1, "c": 0, "d": 2, "e": 0}
    for track in set(found.values()):
        same = [one for one in slots if found[one.step] == track]
        assert all(first.start + (first.weeks or 1) <= then.start for first, then in pairwise(same))
