"""Occupations like one another, against O*NET's own list (a regression check: the list is not used to rank)."""

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from pathways.errors import PathwaysError
from pathways.pack.occupations import occupations, related
from pathways.pack.ratings import ratings
from pathways.pack.store import Pack, open_pack
from pathways.similarity import like, like_all
from pathways.similarity.views import views

MEASURED = 0.603  # FRAMEWORKS.md: the best that was measured with tasks and tools


def test_nine_hundred_occupations_find_more_of_their_related_ones_than_was_measured_before(careers_pack: Pack) -> None:
    rated = {one.code for one in occupations(careers_pack) if ratings(careers_pack, "skill").rated[one.index]}
    recalls = []
    for code, found in like_all(careers_pack, 200):
        wanted = {one.occupation.id for one in related(careers_pack, code) if one.place <= 10} & rated
        if code in rated and wanted:
            first = [other for other, _ in found if other in rated][:10]
            recalls.append(len(wanted.intersection(first)) / len(wanted))
    assert len(recalls) > 850
    assert sum(recalls) / len(recalls) > MEASURED + 0.03


def test_the_first_ten_as_they_are_shown_hold_most_related_ones(careers_pack: Pack) -> None:
    recalls = []
    for code, found in like_all(careers_pack, 10):
        if wanted := {one.occupation.id for one in related(careers_pack, code) if one.place <= 10}:
            recalls.append(len(wanted.intersection(other for other, _ in found)) / len(wanted))
    assert len(recalls) == 923
    assert sum(recalls) / len(recalls) > 0.6


def test_an_occupation_known_by_its_titles_alone_is_not_first_for_that(careers_pack: Pack) -> None:
    """Nobody rated "Managers, All Other": its titles are near, and the rest of it is not known."""
    scores = dict(like(careers_pack, "11-1021.00", 1016))
    assert 0 < scores["11-9199.00"] < 0.5


def test_the_unrated_are_found_by_what_is_known_of_them(careers_pack: Pack) -> None:
    """Software developers and paramedics among them: never fitted on."""
    rated = ratings(careers_pack, "skill").rated
    recalls = []
    for one in occupations(careers_pack):
        if not rated[one.index] and (listed := related(careers_pack, one.code)[:10]):
            first = {code for code, _ in like(careers_pack, one.code)}
            recalls.append(len(first.intersection(other.occupation.id for other in listed)) / len(listed))
    assert len(recalls) == 44
    assert sum(recalls) / len(recalls) > 0.58


def test_onets_own_list_is_never_asked(careers_pack: Pack) -> None:
    before = like(careers_pack, "29-1141.00", 40)
    with replace(open_pack(careers_pack.path), facts={}) as fresh:
        fresh.facts["links:occupation_related"] = None
        assert like(fresh, "29-1141.00", 40) == before


def test_what_is_equally_near_stands_by_name(careers_pack: Pack) -> None:
    names = {one.code: one.title for one in occupations(careers_pack)}
    tied = 0
    for code in ("29-1141.00", "11-9199.00", "45-4029.00"):
        found = like(careers_pack, code, 1016)
        assert found == tuple(sorted(found, key=lambda one: (-one[1], names[one[0]])))
        tied += len(found) - len({score for _, score in found})
    assert tied > 50


def test_each_side_is_told_in_whole_numbers_that_any_machine_adds_up_alike(careers_pack: Pack) -> None:
    for name, side in views(careers_pack).items():
        for row in (0, 300, 700):
            products = side.products(row)
            assert (products == np.rint(products)).all(), name
            assert np.abs(products).max() < 2**24, name


def test_a_pack_without_texts_compares_by_the_rest(careers_pack: Pack, tmp_path: Path) -> None:
    plain = tmp_path / "plain.sqlite"
    shutil.copy(careers_pack.path, plain)
    with sqlite3.connect(plain) as changed:
        changed.execute("DELETE FROM matrix WHERE name IN ('task_topics', 'title_topics')")
    changed.close()
    with open_pack(plain) as pack:
        assert set(views(careers_pack)) - set(views(pack)) == {"titles", "tasks"}
        assert len(set(dict(like(pack, "29-1141.00"))) & set(dict(like(careers_pack, "29-1141.00")))) >= 5


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
