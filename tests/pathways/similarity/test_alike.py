"""Occupations like one another, against O*NET's own list (a regression check: the list is not used to rank)."""

import pytest

from pathways.errors import PathwaysError
from pathways.pack.occupations import occupations, related
from pathways.pack.ratings import ratings
from pathways.pack.store import Pack
from pathways.similarity import like, like_all

EQUAL_WEIGHT_BLEND = 0.545  # FRAMEWORKS.md: cosines of the same sides, added


def test_nine_hundred_occupations_find_more_of_their_related_ones_than_a_plain_blend(careers_pack: Pack) -> None:
    rated = {one.code for one in occupations(careers_pack) if ratings(careers_pack, "skill").rated[one.index]}
    recalls = []
    for code, found in like_all(careers_pack, 200):
        wanted = {one.occupation.id for one in related(careers_pack, code) if one.place <= 10} & rated
        if code in rated and wanted:
            first = [other for other, _ in found if other in rated][:10]
            recalls.append(len(wanted.intersection(first)) / len(wanted))
    assert len(recalls) > 850
    assert sum(recalls) / len(recalls) > EQUAL_WEIGHT_BLEND + 0.04


def test_the_first_ten_as_they_are_shown_hold_most_related_ones(careers_pack: Pack) -> None:
    recalls = []
    for code, found in like_all(careers_pack, 10):
        if wanted := {one.occupation.id for one in related(careers_pack, code) if one.place <= 10}:
            recalls.append(len(wanted.intersection(other for other, _ in found)) / len(wanted))
    assert len(recalls) == 923
    assert sum(recalls) / len(recalls) > 0.56


def test_an_occupation_known_by_its_titles_alone_is_not_first_for_that(careers_pack: Pack) -> None:
    """Nobody rated "Managers, All Other": its titles are near, and the rest of it is not known."""
    scores = dict(like(careers_pack, "11-1021.00", 1016))
    assert 0 < scores["11-9199.00"] < 0.5


def test_one_and_all_say_the_same(careers_pack: Pack) -> None:
    everyone = dict(like_all(careers_pack, 5))
    assert len(everyone) == len(occupations(careers_pack))
    for code in ("29-1141.00", "15-1252.00", "41-1011.00"):
        assert like(careers_pack, code, 5) == everyone[code]


def test_an_occupation_without_ratings_is_compared_by_what_is_known(careers_pack: Pack) -> None:
    found = like(careers_pack, "15-1252.00", 10)
    assert "15-1251.00" in [code for code, _ in found]
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert all(0 < score <= 1 for _, score in found)


def test_an_occupation_nobody_knows_is_refused(careers_pack: Pack) -> None:
    with pytest.raises(PathwaysError) as refused:
        like(careers_pack, "99-9999.99")
    assert refused.value.code == "occupation_unknown"
