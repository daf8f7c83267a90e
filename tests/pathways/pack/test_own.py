"""The learner's own pack: what they brought, beside what ships."""

from collections.abc import Iterator
from pathlib import Path

import brought_pay as oews
import brought_releases as made
import numpy as np
import pytest
from own_packs import Own, quiet, rows, used
from tiny_releases import CHIEF, COMMITTED, REPOSITORY, tsv

from pathways import similarity
from pathways.errors import PathwaysError
from pathways.frameworks.given import given_files
from pathways.frameworks.recognize import recognize
from pathways.pack import esco, occupations, own, ratings, texts
from pathways.pack.brought import read_brought
from pathways.pack.schema import BROUGHT, TABLES
from pathways.pack.store import Pack, intact, sources_of

FRAMEWORKS = REPOSITORY.parent / "shared" / "frameworks"
NURSE, AIDE = made.NURSE, made.AIDE
TOLD_APART = ("meta", "source", "table_source", *BROUGHT)


def test_an_older_release_gives_only_what_the_shipped_pack_has_not(tmp_path: Path, mine: Own, shipped: Pack) -> None:
    summary = mine.add(made.onet_24(tmp_path))
    assert used(summary) == {"descriptions": ("24.3", ""), "tasks": ("24.3", "")}
    assert {use.part: use.version for use in summary.uses if not use.used}["skills"] == "29.2"
    assert (summary.damaged, summary.left_out) == (0, {"description_occupation_unknown": 1})
    pack = mine.pack()
    assert texts.description(pack, NURSE) == "Work as Registered Nurses."
    assert [(t.statement, t.core) for t in texts.tasks(pack, NURSE)] == [
        ("Care for sick people.", True),
        ("Keep the ward’s books.", False),
    ]
    assert texts.description(pack, "15-1252.00") is None
    assert texts.tasks(shipped, NURSE) == ()
    for table in set(TABLES) - set(TOLD_APART):
        assert rows(pack, table) == rows(shipped, table), table
    assert [s.name for s in sources_of(pack, "task")] == ["onet_24.3"]
    assert "O*NET 24.3 Database" in sources_of(pack, "task")[0].attribution
    assert intact(mine.path)
    assert own.fits(mine.path, COMMITTED)


def test_a_release_between_takes_the_place_of_what_is_older(tmp_path: Path, mine: Own, shipped: Pack) -> None:
    summary = mine.add(made.onet_30_1(tmp_path))
    assert used(summary) == {
        "skills": ("30.1", "29.2"),
        "knowledge": ("30.1", "29.2"),
        "descriptions": ("30.1", ""),
        "tasks": ("30.1", ""),
    }
    pack = mine.pack()
    table = ratings.ratings(pack, "skill")
    place = occupations.occupation(pack, NURSE).index
    assert [e.id for e in table.elements] == ["2.A.1.a", "2.A.1.c"]
    assert table.importance[place].tolist() == [3.0, 3.0]
    assert int(table.rated.sum()) == 3
    assert rows(pack, "occupation_names") == rows(shipped, "occupation_names")
    assert [s.name for s in sources_of(pack, "matrix:skill")] == ["onet_30.1"]
    assert [s.name for s in sources_of(pack, "links:occupation_activity")] == ["onet_30.1"]


def test_the_ids_of_30_3_become_those_that_vaults_and_catalogs_name(tmp_path: Path, mine: Own, shipped: Pack) -> None:
    summary = mine.add(made.onet_30_3(tmp_path))
    assert used(summary)["activities"] == ("30.3", "30.1")
    pack = mine.pack()
    assert {a.name: a.id for a in occupations.all_activities(pack)} == {
        made.DWA[1]: made.DWA[0],
        "Dream at work": f"{made.DWA[0]}.v30.3",  # its own id means something else in the shipped pack
    }
    parents = occupations.activity_parents(pack)
    assert (parents[made.DWA[0]], parents[made.IWA[0]]) == (made.IWA[0], made.GWA[0])
    assert occupations.group_names(pack)[made.GWA[0]] == made.GWA[1]
    assert {e.name: e.id for e in ratings.ratings(pack, "skill").elements} == {
        "Reading Comprehension": "2.A.1.a",
        "Writing": "2.A.1.c",
        "Dreaming": "2.A.1.a.v30.3",
    }
    assert occupations.titles(pack, NURSE).alternate == ("Ward Comet",)
    assert "Charge Star" in occupations.titles(pack, NURSE).reported
    assert {s.concept.name for s in occupations.software(pack, NURSE)} == {"Epic Systems"}


def test_an_occupation_that_is_new_is_there_and_none_that_was_is_gone(tmp_path: Path, mine: Own, shipped: Pack) -> None:
    mine.add(made.onet_31(tmp_path))
    pack = mine.pack()
    codes = [o.code for o in occupations.occupations(pack)]
    assert set(codes) == {o.code for o in occupations.occupations(shipped)} | {made.NEW}
    assert codes == sorted(codes)
    assert occupations.occupation(pack, made.NEW).title == "Dream Analysts"
    assert occupations.occupation(pack, NURSE).job_zone == 3
    assert occupations.occupation(pack, CHIEF).job_zone == 5
    for code in (CHIEF, "53-7065.00"):  # before and behind the new one
        old = [(t.occupation.concept.id, t.confidence) for t in esco.twins(shipped, code)]
        assert [(t.occupation.concept.id, t.confidence) for t in esco.twins(pack, code)] == old
    before, after = ratings.ratings(shipped, "knowledge"), ratings.ratings(pack, "knowledge")
    assert [e.id for e in after.elements] == [made.MEDICINE[0]]
    assert int(before.rated.sum()) == 879
    styles = {o.code: ratings.work_styles(shipped, o.code) for o in occupations.occupations(shipped)}
    assert all(ratings.work_styles(pack, code) == found for code, found in styles.items())


def test_jobs_are_set_side_by_side_by_what_was_brought(tmp_path: Path, mine: Own, shipped: Pack) -> None:
    mine.add(made.onet_31(tmp_path))
    pack = mine.pack()
    known = len(occupations.occupations(pack))
    for name in ("title_topics", "task_topics"):
        size = "SELECT rows FROM matrix WHERE name = ?"
        assert pack.connection.execute(size, (name,)).fetchone() == (known,)
        assert {one.name for one in sources_of(pack, f"matrix:{name}")} == {"onet_31.0"}
    assert known > len(occupations.occupations(shipped))
    assert len(similarity.like(pack, NURSE)) == len(similarity.like(shipped, NURSE)) == 10


def test_a_level_of_schooling_that_a_release_gives_no_share_of_has_no_figure(tmp_path: Path, mine: Own) -> None:
    mine.add(made.onet_31(tmp_path))
    shares = dict(ratings.preparation(mine.pack(), NURSE).education)
    assert list(shares.values()).count(100.0) == 1
    assert list(shares.values()).count(None) == len(shares) - 1


def test_removal_leaves_what_else_was_brought_and_what_was_shipped(tmp_path: Path, mine: Own, shipped: Pack) -> None:
    mine.add(made.onet_30_1(tmp_path / "a"))
    before = mine.path.read_bytes()
    mine.add(made.onet_31(tmp_path / "b"), oews.oews_state(tmp_path / "c"))
    assert [one.name for one in read_brought(mine.path)] == ["oews_2024-05_state", "onet_30.1", "onet_31.0"]
    for path in sorted(tmp_path.iterdir()):  # the files they came in are not needed any more
        if path.name in "abc":
            path.rename(tmp_path / f"gone {path.name}")
    mine.remove("onet_31.0")
    assert ratings.ratings(mine.pack(), "skill").importance[occupations.occupation(mine.pack(), NURSE).index, 0] == 3
    mine.remove("oews_2024-05_state")
    assert mine.path.read_bytes() == before
    mine.remove("onet_30.1")
    assert not mine.path.exists()
    with pytest.raises(PathwaysError) as raised:
        mine.remove("onet_30.1")
    assert raised.value.code == "framework_not_brought"


def test_the_same_release_again_takes_the_place_of_the_first(tmp_path: Path, mine: Own) -> None:
    folder = made.onet_30_1(tmp_path)
    mine.add(folder)
    first = read_brought(mine.path)[0].files
    tsv(folder, "Job Zones", ("O*NET-SOC Code", "Job Zone"), (NURSE, 2))
    mine.add(folder)
    (kept,) = read_brought(mine.path)
    assert {name for name, digest in kept.files if dict(first)[name] != digest} == {"Job Zones.txt"}


def test_progress_rises_and_stopping_changes_nothing(tmp_path: Path, mine: Own) -> None:
    mine.add(made.onet_24(tmp_path / "a"))
    before = mine.path.read_bytes()
    releases = recognize(given_files([made.onet_31(tmp_path / "b")])).releases
    shares: list[float] = []
    own.add(COMMITTED, mine.path, releases, shares.append, "2026-11-22").drop()
    assert shares == sorted(shares)
    assert (shares[0], shares[-1] <= 1) == (0.0, True)

    class StoppedError(Exception):
        pass

    for after in range(0, len(shares), 7):
        left = iter(range(after))

        def stop(_share: float, left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise StoppedError

        with pytest.raises(StoppedError):
            own.add(COMMITTED, mine.path, releases, stop, "2026-11-22")
        assert mine.path.read_bytes() == before
        assert [p.name for p in mine.path.parent.iterdir()] == [mine.path.name]


def test_a_pack_of_another_program_is_not_used_and_can_be_built_again(tmp_path: Path, mine: Own) -> None:
    import sqlite3

    mine.add(made.onet_30_1(tmp_path))
    before = mine.path.read_bytes()
    with sqlite3.connect(mine.path) as connection:
        connection.execute("UPDATE meta SET value = 'other' WHERE key = 'shipped'")
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    with pytest.raises(PathwaysError) as raised:
        own.fits(mine.path, COMMITTED)
    assert raised.value.code == "pack_older"
    own.again(COMMITTED, mine.path, quiet).put()
    assert mine.path.read_bytes() == before


@pytest.mark.skipif(not FRAMEWORKS.is_dir(), reason="no data: the published releases are not beside the repository")
def test_the_published_releases_can_be_brought(mine: Own, shipped: Pack) -> None:
    summary = mine.add(FRAMEWORKS / "onet_30_1", FRAMEWORKS / "onet_29_2" / "Skills.xlsx")
    assert (summary.read, summary.damaged) == (246_222 + 61_530, 0)
    pack = mine.pack()
    assert len(texts.tasks(pack, NURSE)) > 15
    assert (texts.description(pack, NURSE) or "").startswith("Assess patient health problems")
    names = ("skill", "knowledge")
    for one, other in ((ratings.ratings(pack, n), ratings.ratings(shipped, n)) for n in names):
        assert np.array_equal(one.importance, other.importance, equal_nan=True)
    for table in set(TABLES) - set(TOLD_APART):
        assert rows(pack, table) == rows(shipped, table), table
