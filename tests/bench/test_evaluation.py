"""The evaluation measures what it says: on made-up data the answer is known, and pages tell what was measured."""

from pathlib import Path

import numpy as np
import pytest

from app.places import careers_pack
from bench import growth
from bench.evaluation import fit, learners, like
from bench.evaluation.__main__ import PARTS
from bench.evaluation.printed import printed
from pathways.pack.occupations import occupations
from pathways.pack.store import Pack, open_pack
from pathways.similarity import rank_careers
from pathways.similarity.measured import JUDGED, OWN_JOB_FIRST, SAME_ORDER

needs_ratings = pytest.mark.skipif(not fit.FILE.is_file(), reason="no ../shared/frameworks/feasibility")


@pytest.fixture(scope="module")
def pack() -> Pack:
    with open_pack(careers_pack()) as opened:
        yield opened


def test_every_part_has_its_name_once() -> None:
    assert [name for name, _ in PARTS] == ["matching", "like", "fit", "learners"]


def test_a_table_stands_in_columns() -> None:
    assert printed("T", ("a", "n", "z"), [("one", "1.5", "x"), ("2", "10", "")], ["note"]).splitlines() == [
        "T",
        "",
        "a      n  z",
        "one  1.5  x",
        "2     10",
        "",
        "note",
    ]


def world(random: np.random.Generator, size: int = 40) -> like.World:
    """One side says what is wanted, the other says nothing."""
    wanted = np.zeros((size, size), bool)
    for row in range(size):
        wanted[row, [(row + step) % size for step in (1, 2, 3)]] = True
    sides = {"tasks": wanted + random.random((size, size)) / 2, "software": random.random((size, size))}
    everyone = np.ones(size, bool)
    return like.World(sides, dict.fromkeys(sides, everyone), wanted, everyone, np.arange(float(size)))


def test_weights_are_fitted_to_the_side_that_tells() -> None:
    made = world(np.random.default_rng(1))
    weights = like.fit(made, ["tasks", "software"], np.arange(20))
    assert weights["tasks"] > 0.9
    assert sum(weights.values()) == pytest.approx(1)
    judged = np.arange(20, 40)
    assert like.recall(made, like.scored(made, weights), judged, made.rated) == 1
    assert like.recall(made, like.scored(made, {"software": 1.0}), judged, made.rated) < 0.6


def test_what_the_evaluation_scores_is_what_the_program_answers(pack: Pack) -> None:
    from pathways.similarity.alike import WEIGHTS, likeness

    made = like.world_of(pack)
    scores = like.scored(made, WEIGHTS)
    for row in (3, 400, 800):
        others = np.arange(len(scores)) != row
        known = likeness(pack, row)[others] > 0
        assert np.allclose(scores[row][others][known], likeness(pack, row)[others][known], atol=1e-4)


def test_without_ratings_of_people_one_line_says_so(tmp_path: Path) -> None:
    assert fit.table(tmp_path / "none.csv") == "Fit beside human ratings: skipped, no data (none.csv is not there)"


def test_the_monotone_map_never_falls_and_pools_what_is_out_of_order() -> None:
    at, values = fit.isotonic(np.array([3.0, 1.0, 2.0, 4.0]), np.array([0.0, 0.0, 1.0, 1.0]))
    assert at.tolist() == [1, 2, 3, 4]
    assert values.tolist() == [0, 0.5, 0.5, 1]
    same, pooled = fit.isotonic(np.array([1.0, 1.0, 2.0]), np.array([0.0, 1.0, 1.0]))
    assert pooled.tolist() == [0.5, 0.5, 1]
    assert same.tolist() == [1, 1, 2]


def test_ranks_share_the_mean_and_correlate() -> None:
    assert fit.ranks(np.array([5.0, 1.0, 5.0])).tolist() == [2.5, 1, 2.5]
    one = np.arange(50.0)
    assert fit.spearman(one, one**3) == pytest.approx(1)
    assert fit.same_order(one, -one) == 0


@needs_ratings
def test_the_page_tells_what_people_judged() -> None:
    found = fit._read(fit.FILE)
    assert len(found[fit.RATING]) == JUDGED
    assert round(10 * fit.same_order(found[fit.NEAREST], found[fit.RATING])) == SAME_ORDER
    assert fit.spearman(found[fit.NEAREST], found[fit.RATING]) == pytest.approx(0.77, abs=0.01)
    assert "Not comparable with ours" in fit.table()


def test_the_page_tells_what_made_up_learners_found(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learners, "EVERY", 12)
    for rough in (False, True):
        people = learners.learners(pack, 0.2, rough=rough)
        assert people == learners.learners(pack, 0.2, rough=rough)
        firsts = [rank_careers(pack, one.held, 1)[0].occupation.id == one.job.code for one in people]
        assert len(firsts) > 70
        assert sum(firsts) / len(firsts) > OWN_JOB_FIRST / 10 - 0.05


def test_words_are_made_rough_the_same_way_each_time() -> None:
    assert learners.roughened("Collect biological specimens from patients") != "collect biological specimens"
    assert learners.roughened("Mathematics") == learners.roughened("Mathematics") != "mathematics"
    assert sorted(learners.roughened("Mathematics")) == sorted("mathematics")
    assert learners.roughened("SQL") == "sql"


def test_a_larger_pack_has_so_many_more_occupations_and_ranks_them(tmp_path: Path) -> None:
    with open_pack(growth.enlarged(tmp_path / "twice.sqlite", 2)) as twice:
        assert len(occupations(twice)) == 2032
        ranked = rank_careers(twice, growth.half_of(twice))
        assert ranked[0].occupation.id == growth.PLAIN
        assert len(ranked) == 2032
