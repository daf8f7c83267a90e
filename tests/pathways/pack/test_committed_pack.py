"""The pack the program ships: known facts of the releases it was built from."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from tiny_releases import COMMITTED, REPOSITORY, quiet

from pathways.pack import esco, labour, occupations, ratings
from pathways.pack.arrays import links
from pathways.pack.build import build_pack
from pathways.pack.schema import BROUGHT
from pathways.pack.store import Pack, intact, open_pack, pack_info

FRAMEWORKS = REPOSITORY.parent / "shared" / "frameworks"


@pytest.fixture(scope="module")
def pack() -> Iterator[Pack]:
    with open_pack(COMMITTED) as opened:
        yield opened


def test_counts_are_those_of_the_releases() -> None:
    info = pack_info(COMMITTED)
    expected = {
        "occupation": 1016,
        "occupation_related": 18_460,
        "activity": 2087,
        "software": 8785,
        "occupation_software": 32_773,
        "esco_skill_skill": 5899,
        "program_soc": 6097 - 194,
        "wage": 831,
        "projection": 832,
    }
    assert {name: info.counts[name] for name in expected} == expected
    assert info.counts["occupation_esco"] + info.dropped["crosswalk_code_unknown"] + 1 == 1680
    assert info.counts["esco_occupation_skill"] + info.dropped["esco_occupation_skill_unknown"] == 64_946 + 58_909
    assert info.counts["esco_broader"] + info.dropped["esco_broader_unknown"] == 3617 + 20_656
    assert info.size <= 12_000_000
    assert intact(COMMITTED)


def test_titles_are_all_there(pack: Pack) -> None:
    assert sum(len(names.alternate) for _, names in occupations.all_titles(pack)) == 56_505
    assert "Staff Nurse" in occupations.titles(pack, "29-1141.00").alternate


def test_occupations_without_data_are_told_from_the_rest(pack: Pack) -> None:
    known = occupations.occupations(pack)
    rated = ratings.ratings(pack, "skill").rated
    with_data = np.array([o.job_zone is not None for o in known])
    assert (int(with_data.sum()), int(rated.sum()), int((with_data & ~rated).sum())) == (923, 879, 44)
    assert not rated[occupations.occupation(pack, "15-1252.00").index]
    assert (ratings.ratings(pack, "knowledge").rated == rated).all()


def test_ratings_are_exact_to_the_hundredth(pack: Pack) -> None:
    table = ratings.ratings(pack, "skill")
    row = occupations.occupation(pack, "11-1011.00").index
    assert (len(table.elements), len(ratings.ratings(pack, "knowledge").elements)) == (35, 33)
    assert table.elements[0].id == "2.A.1.a"
    assert (round(float(table.importance[row, 0]), 2), round(float(table.level[row, 0]), 2)) == (4.12, 4.62)
    assert np.nanmin(table.importance) >= 1
    assert np.nanmax(table.level) <= 7


def test_esco_holds_its_concepts_and_reaches_524_occupations(pack: Pack) -> None:
    kinds = [c.kind for c in esco.concepts(pack)]
    assert (kinds.count("occupation"), kinds.count("skill") + kinds.count("knowledge")) == (3007, 13_896)
    assert kinds.count("skill_group") == 640
    starts = links(pack, "occupation_esco").starts.astype(int)
    assert int((starts[1:] > starts[:-1]).sum()) == 524  # 525 codes are valid; one names an ESCO URI of no release


def test_every_relation_points_at_rows_that_are_there(pack: Pack) -> None:
    sizes = pack_info(COMMITTED).counts
    for name, source, target in pack.connection.execute("SELECT name, source_table, target_table FROM links"):
        relation = links(pack, name)
        assert len(relation.starts) == sizes[source] + 1
        assert relation.targets.max() < sizes[target]


def test_the_twelve_combined_wage_codes_speak_for_their_occupations(pack: Pack) -> None:
    combined = {o.oews for o in occupations.occupations(pack) if o.oews not in (None, o.soc)}
    assert len(combined) == 12
    assert {"13-1020", "21-1018", "25-2052", "53-1047"} <= combined
    without = {o.code for o in occupations.occupations(pack) if labour.wages(pack, o.code) is None}
    assert without - {"45-3031.00"} == {o.code for o in occupations.occupations(pack) if o.soc.startswith("55-")}
    chief = labour.wages(pack, "11-1011.00")
    assert chief is not None
    assert (chief.annual_90, "annual_90" in chief.top_coded) == (239_200, True)
    teacher = labour.wages(pack, "25-1011.00")
    assert teacher is not None
    assert (teacher.hourly_median, teacher.annual_only) == (None, True)


def test_openings_and_programs(pack: Pack) -> None:
    outlook = labour.outlook(pack, "31-9092.00")
    assert outlook is not None
    assert (outlook.openings, outlook.education) == (112_300, "Postsecondary nondegree award")
    assert "51.0801" in {p.cip for p in labour.programs_for(pack, "31-9092.00")}
    shared = labour.outlook(pack, "13-1021.00")
    assert shared is not None
    assert shared.shared_by == 3


def test_sources_say_what_their_licences_ask(pack: Pack) -> None:
    by_name = {s.name: s for s in pack_info(COMMITTED).sources}
    for version in ("30.1", "29.2"):
        text = by_name[f"onet_{version}"].attribution
        assert f"O*NET {version} Database" in text
        assert "CC BY 4.0" in text
        assert "USDOL/ETA has not approved, endorsed, or tested these modifications" in text
    assert by_name["esco"].attribution == "This service uses the ESCO classification of the European Commission."
    tables = {name.partition(":")[0] for (name,) in pack.connection.execute("SELECT table_name FROM table_source")}
    own = {"meta", "source", "table_source", *BROUGHT}
    named = {str(n) for (n,) in pack.connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert tables == named - own


def test_facts_only_no_sentences(pack: Pack) -> None:
    counts = pack_info(COMMITTED).counts
    assert {table: counts[table] for table in BROUGHT} == dict.fromkeys(BROUGHT, 0)
    columns = [
        ("occupation", "title"),
        ("activity", "name"),
        ("element", "name"),
        ("category", "name"),
        ("software", "name"),
        ("esco", "name"),
        ("program", "title"),
    ]
    for table, column in columns:
        names = [n for (n,) in pack.connection.execute(f"SELECT {column} FROM {table}")]  # noqa: S608
        assert max(map(len, names)) <= 200, table
        assert not [n for n in names if n.count(". ") > 1], table


@pytest.mark.skipif(not FRAMEWORKS.is_dir(), reason="no data: the published releases are not beside the repository")
def test_a_rebuild_from_the_releases_gives_the_committed_pack(tmp_path: Path) -> None:
    rebuilt = build_pack(FRAMEWORKS, tmp_path / "careers.sqlite", quiet)
    assert rebuilt.digest == pack_info(COMMITTED).digest
