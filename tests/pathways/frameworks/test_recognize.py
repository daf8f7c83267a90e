"""What a person gave is told by what is in it."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import brought_pay as oews
import brought_releases as made
import pytest
from tiny_releases import REPOSITORY, tsv

from pathways.errors import PathwaysError
from pathways.frameworks.given import given_files
from pathways.frameworks.recognize import Given, Release, recognize

FRAMEWORKS = REPOSITORY.parent / "shared" / "frameworks"
EVERY_PART = {"occupations", "alternate_titles", "job_zones", "tasks", "task_activities", "activities", "skills"}


def found(*paths: Path) -> Given:
    return recognize(given_files(paths))


def only(*paths: Path) -> Release:
    (release,) = found(*paths).releases
    return release


@pytest.mark.parametrize(
    ("make", "version", "date", "more"),
    [
        (made.onet_24, "24.3", "2020-05", {"work_styles"}),
        (made.onet_27, "27.0", "2022-08", {"software", "interests"}),
        (made.onet_29_excel, "29.2", "", {"interests", "education"}),
        (made.onet_30_1, "30.1", "2025-12", {"software", "related", "education"}),
        (made.onet_30_3, "30.3", "2026-05", {"software", "related", "education", "interests"}),
        (made.onet_31, "31.0", "2026-08", {"software", "related", "education", "interests"}),
    ],
)
def test_every_layout_of_onet_is_known(
    tmp_path: Path, make: Callable[[Path], Path], version: str, date: str, more: set[str]
) -> None:
    release = only(make(tmp_path))
    assert (release.framework, release.version, release.date) == ("onet", version, date)
    assert (EVERY_PART | more) <= set(release.tables)
    assert release.name == f"onet_{version}"


def test_the_tables_of_30_3_that_were_cut_in_two_belong_together(tmp_path: Path) -> None:
    release = only(made.onet_30_3(tmp_path))
    assert sorted(f.name for f in release.tables["skills"]) == ["Essential Skills.txt", "Transferable Skills.txt"]
    assert len(release.tables["education"]) == 2
    assert release.tables["activities"] == release.tables["activity_groups"]


def test_names_of_files_do_not_matter_and_neither_do_those_of_tables_not_needed(tmp_path: Path) -> None:
    folder = made.onet_30_1(tmp_path)
    for place, path in enumerate(sorted(folder.iterdir())):
        path.rename(folder / f"table {place}.txt")
    given = found(folder)
    (release,) = given.releases
    assert (release.version, release.date) == ("30.1", "2025-12")
    assert EVERY_PART | {"knowledge", "interests"} <= set(release.tables)
    assert [len(files) for table, files in release.tables.items() if table in ("skills", "interests")] == [1, 1]
    assert len(given.unknown) == 4  # abilities, work activities, work values, scales


def test_one_table_alone_is_known_with_the_version_of_the_folder_it_lies_in(tmp_path: Path) -> None:
    folder = made.onet_30_1(tmp_path)
    release = only(folder / "Skills.txt")
    assert (release.version, list(release.tables)) == ("30.1", ["skills"])
    shutil.copy(folder / "Skills.txt", tmp_path / "my skills.txt")
    assert only(tmp_path / "my skills.txt").version == ""


@pytest.mark.parametrize(
    ("name", "layout", "version"),
    [
        ("ESCO dataset - v1.0.9 - classification - fr - csv.zip", "1.0", "1.0.9"),
        ("ESCO dataset - v1.1.1 - classification - fr - csv.zip", "1.1", "1.1.1"),
        ("ESCO dataset - v1.2.0 - classification - fr - csv.zip", "1.2", "1.2.0"),
        ("mine.zip", "1.0", "1.0"),
        ("mine.zip", "1.1", "1.1"),
        ("mine.zip", "1.2", "1.2"),
    ],
)
def test_every_layout_of_esco_is_known_in_any_language(tmp_path: Path, name: str, layout: str, version: str) -> None:
    path = made.esco_zip(tmp_path / name, "fr", [("a", "infirmier", "soignant")], [("s", "piquer", "")], layout=layout)
    given = found(path)
    releases = {release.part: release for release in given.releases}
    assert {release.version for release in given.releases} == {version}
    assert {"occupations", "skills", "skill_groups", "isco_groups"} <= set(releases["fr"].tables)
    assert {"broader_skills", "occupation_skills"} <= {table for one in given.releases for table in one.tables}
    assert given.unknown == ("greenSkillsCollection_fr.csv",)


def test_wages_by_state_and_area_are_known_with_their_month(tmp_path: Path) -> None:
    given = found(oews.oews_state(tmp_path / "a"), oews.oews_metro(tmp_path / "b"))
    told = {(r.part, r.version, r.date) for r in given.releases}
    assert told == {(kind, "May 2024", "2024-05") for kind in ("state", "metro", "nonmetro")}
    assert all(r.notes == {"hourly": 115.0, "annual": 239200.0} for r in given.releases)
    assert given.unknown == ("file_descriptions.xlsx",)
    assert only(tmp_path / "a" / "oews" / "oesm24st" / "state_M2024_dl.xlsx").name == "oews_2024-05_state"


def test_a_wage_workbook_that_does_not_state_its_month_is_told_by_its_name(tmp_path: Path) -> None:
    notes: made.Rows = [("Notes",)]
    release = only(oews.oews_book(tmp_path / "state_M2023_dl.xlsx", oews.STATES, notes=notes))
    assert (release.version, release.notes) == ("May 2023", {})


def test_pay_whose_year_nobody_states_is_refused(tmp_path: Path) -> None:
    notes: made.Rows = [("Notes",)]
    with pytest.raises(PathwaysError) as raised:
        found(oews.oews_book(tmp_path / "pay.xlsx", oews.STATES, notes=notes))
    assert (raised.value.code, raised.value.values) == ("framework_year_unknown", {"file": "pay.xlsx"})


def test_a_version_longer_than_any_is_none(tmp_path: Path) -> None:
    path = made.esco_zip(tmp_path / "whole.zip", "es", [("a", "uno", "")], [("s", "dos", "")])
    long = tmp_path / "mine.zip"
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(long, "w") as moved:
        for name in archive.namelist():
            moved.writestr(f"v{'9' * 5_000}.1/{name}", archive.read(name))
    assert {release.version for release in found(long).releases} == {"1.2"}


def test_what_is_of_no_release_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Buy milk\nand bread\n")
    with pytest.raises(PathwaysError) as raised:
        found(tmp_path / "notes.txt")
    assert (raised.value.code, raised.value.values) == ("framework_not_known", {"file": "notes.txt"})
    (tmp_path / "empty").mkdir()
    with pytest.raises(PathwaysError) as raised:
        found(tmp_path / "empty")
    assert (raised.value.code, raised.value.values) == ("framework_not_known", {"file": "empty"})
    with pytest.raises(PathwaysError) as raised:
        found(tmp_path / "none.zip")
    assert raised.value.code == "framework_file_missing"


def test_a_table_of_a_release_that_lacks_a_column_is_named(tmp_path: Path) -> None:
    folder = made.onet_30_1(tmp_path)
    tsv(folder, "Skills", ("O*NET-SOC Code", "Element ID", "Element Name", "Data Value"), (made.NURSE, "2.A", "x", 1))
    with pytest.raises(PathwaysError) as raised:
        found(folder)
    assert (raised.value.code, raised.value.values) == (
        "framework_header_unknown",
        {"file": "Skills.txt", "missing": "Scale ID"},
    )
    shutil.copy(folder / "Knowledge.txt", folder / "Skills.txt")
    with pytest.raises(PathwaysError) as raised:
        found(folder)
    assert (raised.value.code, raised.value.values) == ("framework_not_as_named", {"file": "Skills.txt"})


@pytest.mark.skipif(not FRAMEWORKS.is_dir(), reason="no data: the published releases are not beside the repository")
def test_the_published_releases_are_known() -> None:
    onet = only(FRAMEWORKS / "onet_30_1")
    assert (onet.version, onet.date, len(onet.tables)) == ("30.1", "2025-12", 15)
    rated = only(FRAMEWORKS / "onet_29_2")
    assert (rated.version, sorted(rated.tables)) == ("29.2", ["knowledge", "skills"])
    esco = found(FRAMEWORKS / "esco_1_1_1")
    assert {(r.name, len(r.tables)) for r in esco.releases} == {("esco_1.1.1_relations", 4), ("esco_1.1.1_en", 4)}
    oews = found(FRAMEWORKS / "bls")
    assert [(r.name, r.version) for r in oews.releases] == [("oews_2024-05_national", "May 2024")]
    assert len(oews.unknown) == 4
