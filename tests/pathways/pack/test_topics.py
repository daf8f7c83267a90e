"""Numbers computed from texts: what stands together is near, and no sentence is kept."""

from collections import Counter
from pathlib import Path

import numpy as np
from tiny_releases import quiet

from pathways.pack.build import build_pack
from pathways.pack.schema import TOPIC_MIDDLE
from pathways.pack.store import open_pack, sources_of
from pathways.pack.topics import TOPICS, topics


def near(found: np.ndarray, one: int, other: int) -> float:
    rows = found.astype(float) - TOPIC_MIDDLE
    return float(rows[one] @ rows[other] / np.linalg.norm(rows[one]) / np.linalg.norm(rows[other]))


def test_rows_that_share_words_are_near_and_a_row_without_words_is_empty() -> None:
    texts = ["weld pipe steel", "weld steel beam pipe", "teach child read", "teach child write read", ""]
    found = topics([Counter(text.split()) for text in texts])
    assert found.dtype == np.uint8
    assert near(found, 0, 1) > 0.9
    assert near(found, 0, 2) < 0.3
    assert near(found, 2, 3) > 0.9
    assert (found[4] == TOPIC_MIDDLE).all()


def test_the_same_words_give_the_same_numbers_whatever_their_order() -> None:
    words = [Counter(f"a{row} b{row % 7} c{row % 3} d".split()) for row in range(40)]
    turned = [Counter(dict(reversed(one.items()))) for one in words]
    assert (topics(words) == topics(turned)).all()
    assert topics(words, 5).shape == (40, 5)


def test_no_words_at_all_give_no_numbers() -> None:
    assert topics([Counter(), Counter()]).shape == (2, 0)


def test_the_pack_holds_numbers_for_tasks_and_titles_and_no_sentence(releases: Path, tmp_path: Path) -> None:
    build_pack(releases, tmp_path / "pack.sqlite", quiet)
    assert b"A task" not in (tmp_path / "pack.sqlite").read_bytes()
    with open_pack(tmp_path / "pack.sqlite") as pack:
        shapes = dict(pack.connection.execute("SELECT name, rows FROM matrix WHERE name LIKE '%topics'").fetchall())
        assert shapes == {"task_topics": 3, "title_topics": 3}
        assert [one.name for one in sources_of(pack, "matrix:task_topics")] == ["onet_30.1"]


def test_the_committed_pack_has_as_many_as_are_needed() -> None:
    with open_pack(Path(__file__).parents[3] / "assets" / "packs" / "careers.sqlite") as pack:
        query = "SELECT columns FROM matrix WHERE name LIKE '%topics'"
        assert pack.connection.execute(query).fetchall() == [(TOPICS,), (TOPICS,)]
