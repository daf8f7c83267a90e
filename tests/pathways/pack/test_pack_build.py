"""Building a pack from releases in the publishers' formats."""

import math
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tiny_releases import ASSISTANT, CHIEF, JOB, OFFICER, SKILL, onet_new, quiet, tsv, xlsx

from pathways.errors import PathwaysError
from pathways.frameworks import files
from pathways.pack import esco, facts, labour, occupations, ratings
from pathways.pack.arrays import links
from pathways.pack.build import STEPS, build_pack
from pathways.pack.store import Pack, intact, open_pack, pack_info, sources_of

Built = Callable[[Path, Path], Pack]


@pytest.fixture
def built(tmp_path: Path) -> Iterator[Built]:
    with ExitStack() as opened:

        def build(source: Path, folder: Path) -> Pack:
            build_pack(source, folder / "pack.sqlite", quiet)
            return opened.enter_context(open_pack(folder / "pack.sqlite"))

        yield build


def refused(source: Path, tmp_path: Path) -> PathwaysError:
    with pytest.raises(PathwaysError) as raised:
        build_pack(source, tmp_path / "pack.sqlite", quiet)
    assert not (tmp_path / "pack.sqlite").exists()
    return raised.value


def test_every_framework_is_read(releases: Path, tmp_path: Path, built: Built) -> None:
    pack = built(releases, tmp_path)
    assert [o.code for o in occupations.occupations(pack)] == [CHIEF, ASSISTANT, OFFICER]
    assert occupations.occupation(pack, CHIEF).title == 'Chief "Executives"'
    assert occupations.titles(pack, ASSISTANT).alternate == ("Certified Medical Assistant", "Clinic Aide")
    assert occupations.titles(pack, ASSISTANT).short == ("CMA",)
    assert [(r.occupation.id, r.tier) for r in occupations.related(pack, CHIEF)] == [
        (ASSISTANT, "primary_short"),
        (OFFICER, "primary_long"),
    ]
    (activity,) = occupations.activities(pack, ASSISTANT)
    assert (activity.concept.id, activity.concept.name, activity.tasks, activity.core) == (
        "4.A.I01.D01",
        "Aid",
        2,
        True,
    )
    assert occupations.activity_parents(pack)["4.A.I01"] == "4.A"
    (product,) = occupations.software(pack, ASSISTANT)
    assert (product.concept.id, product.category, product.hot, product.in_demand) == (
        "software:Epic Systems",
        "Medical software",
        True,
        False,
    )
    assert labour.programs_for(pack, ASSISTANT) == (labour.Program("51.0801", "Medical Assistant"),)
    assert [o.code for o in labour.occupations_of(pack, "51.0801")] == [ASSISTANT]
    assert set(labour.programs(pack)) == {"51", "51.0801"}
    assert pack_info(pack.path).counts["program_soc"] == 1


def test_ratings_keep_what_is_hidden_apart_from_zero(releases: Path, tmp_path: Path, built: Built) -> None:
    table = ratings.ratings(built(releases, tmp_path), "skill")
    assert table.importance[:2, 0].tolist() == pytest.approx([4.12, 2.99], abs=1e-6)
    assert math.isnan(table.importance[2, 0])
    assert table.rated.tolist() == [True, True, False]
    assert table.suppressed[:, 0].tolist() == [False, True, False]
    assert table.level[0, 0] == 0
    assert table.level_hidden[:, 0].tolist() == [True, False, False]
    with pytest.raises(ValueError, match="read-only"):
        table.importance[0, 0] = 1


def test_profiles_and_schooling(releases: Path, tmp_path: Path, built: Built) -> None:
    pack = built(releases, tmp_path)
    assert ratings.interests(pack, CHIEF) == {"Enterprising": 6.5}
    assert ratings.work_styles(pack, CHIEF) == {"Innovation": -1.42}
    assert ratings.interests(pack, OFFICER) == {}
    answers = ratings.preparation(pack, CHIEF)
    assert answers.education == (("None", 0.0), ("High School", 80.0), ("Degree", None))
    assert answers.certificate == 3.5
    assert answers.apprenticeship is None
    told = {f.code: dict(f.values) for f in facts.facts_of(pack, CHIEF)}
    assert told["common_schooling"] == {"level": "High School", "percent": 80.0}
    assert told["job_zone"] == {"zone": 5}


def test_wages_that_are_missing_or_top_coded_are_kept_apart(releases: Path, tmp_path: Path, built: Built) -> None:
    pack = built(releases, tmp_path)
    chief = labour.wages(pack, CHIEF)
    assert chief is not None
    assert (chief.annual_median, chief.annual_75, chief.annual_90) == (206420, 239200, 239200)
    assert chief.top_coded == {"annual_75", "annual_90"}
    assert chief.hourly_median is None
    assert (chief.annual_only, chief.shared) == (True, False)
    shared = labour.wages(pack, ASSISTANT)
    assert shared is not None
    assert (shared.code, shared.shared, shared.employment) == ("31-9090", True, None)
    assert labour.wages(pack, OFFICER) is None
    outlook = labour.outlook(pack, ASSISTANT)
    assert outlook is not None
    assert (outlook.employment, outlook.projected, outlook.openings) == (811_000, 912_200, 112_300)
    assert (outlook.education, outlook.experience) == ("Postsecondary nondegree award", None)
    assert labour.outlook(pack, OFFICER) is None


def test_esco_and_the_crosswalk(releases: Path, tmp_path: Path, built: Built) -> None:
    pack = built(releases, tmp_path)
    (twin,) = esco.twins(pack, ASSISTANT)
    assert (twin.occupation.concept.id, twin.confidence) == (f"{JOB}a", 2.0)
    needed = {s.skill.concept.id: s.essential for s in esco.occupation_skills(pack, twin.occupation.index)}
    assert needed == {f"{SKILL}s": True, f"{SKILL}k": False}
    blood = esco.find(pack, f"{SKILL}s".replace("http:", "https:"))
    assert blood is not None
    assert [c.concept.name for c in esco.broader(pack, blood.index)] == ["health"]
    assert {c.concept.name: n for c, n in esco.other_names(pack)}["take blood"] == ("draw blood", "phlebotomise")
    assert esco.find(pack, f"{JOB}c") is None
    assert esco.twins(pack, CHIEF) == ()
    assert pack_info(pack.path).dropped == {
        "crosswalk_code_unknown": 1,
        "crosswalk_esco_unknown": 1,
        "esco_broader_unknown": 1,
        "task_activity_unknown": 1,
    }


def test_sources_carry_version_date_and_attribution(releases: Path, tmp_path: Path, built: Built) -> None:
    pack = built(releases, tmp_path)
    known = {s.name: s for s in pack_info(pack.path).sources}
    assert (known["onet_30.1"].version, known["onet_30.1"].date) == ("30.1", "2025-12")
    assert "O*NET 29.2 Database" in known["onet_29.2"].attribution
    assert known["esco"].version == "1.1.1"
    assert known["oews"].version == "May 2024"
    assert known["nem_onet"].date == "2023-09-06"
    assert [s.name for s in sources_of(pack, "matrix:skill")] == ["onet_29.2"]
    assert [s.name for s in sources_of(pack, "links:occupation_esco")] == ["esco_onet_crosswalk"]


def test_the_renames_of_onet_30_3_and_esco_1_2_are_read(newer_releases: Path, tmp_path: Path, built: Built) -> None:
    pack = built(newer_releases, tmp_path)
    assert [e.id for e in ratings.ratings(pack, "skill").elements] == ["2.A.1.a", "2.B.1.a"]
    assert occupations.titles(pack, ASSISTANT).alternate == ("Clinic Aide",)
    assert [a.concept.id for a in occupations.activities(pack, ASSISTANT)] == ["4.A.a.1"]
    assert occupations.activity_parents(pack) == {"4.A.a.1": "4.A.a", "4.A.a": "4.A"}
    assert occupations.software(pack, ASSISTANT)[0].in_demand
    assert ratings.interests(pack, CHIEF) == {"Enterprising": 6.5}
    assert {s.version for s in pack_info(pack.path).sources} == {"30.3", "1.2.0"}
    assert len(links(pack, "esco_occupation_skill").targets) == 2


def test_the_newest_release_of_each_table_is_chosen(
    releases: Path, newer_releases: Path, tmp_path: Path, built: Built
) -> None:
    shutil.copytree(newer_releases, releases / "newer")
    pack = built(releases, tmp_path)
    assert [s.name for s in sources_of(pack, "matrix:skill")] == ["onet_30.3"]
    assert [s.name for s in sources_of(pack, "links:occupation_activity")] == ["onet_30.3"]
    assert [s.name for s in sources_of(pack, "matrix:work_style")] == ["onet_30.1"]
    assert [s.version for s in sources_of(pack, "esco")] == ["1.2.0"]


def test_the_same_input_gives_the_same_bytes_wherever_it_lies(releases: Path, tmp_path: Path) -> None:
    first = build_pack(releases, tmp_path / "a.sqlite", quiet)
    shutil.copytree(releases, tmp_path / "elsewhere")
    second = build_pack(tmp_path / "elsewhere", tmp_path / "b.sqlite", quiet)
    assert first.digest == second.digest
    assert (tmp_path / "a.sqlite").read_bytes() == (tmp_path / "b.sqlite").read_bytes()
    tsv(releases / "db_30_1_text", "Job Zones", ("O*NET-SOC Code", "Job Zone"), (CHIEF, 4))
    assert build_pack(releases, tmp_path / "a.sqlite", quiet).digest != first.digest


def test_progress_names_each_step_once(releases: Path, tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    build_pack(releases, tmp_path / "pack.sqlite", lambda *step: seen.append(step))
    assert [step for step, _, _ in seen] == [*STEPS, "done"]
    assert [done for _, done, _ in seen] == list(range(len(STEPS) + 1))


def test_a_changed_pack_is_not_intact(releases: Path, tmp_path: Path, built: Built) -> None:
    path = built(releases, tmp_path).path
    assert intact(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE occupation SET job_zone = 1")
    connection.close()
    assert not intact(path)


def test_a_failed_build_leaves_the_old_pack(releases: Path, tmp_path: Path) -> None:
    digest = build_pack(releases, tmp_path / "pack.sqlite", quiet).digest
    (releases / "db_30_1_text" / "Occupation Data.txt").write_text("O*NET-SOC Code\tDescription\r\n")
    with pytest.raises(PathwaysError):
        build_pack(releases, tmp_path / "pack.sqlite", quiet)
    assert pack_info(tmp_path / "pack.sqlite").digest == digest
    assert sorted(p.name for p in tmp_path.iterdir()) == ["pack.sqlite", "releases"]


def test_a_folder_that_takes_no_file_is_said(releases: Path, tmp_path: Path) -> None:
    with pytest.raises(PathwaysError) as raised:
        build_pack(releases, tmp_path / "nowhere" / "pack.sqlite", quiet)
    assert raised.value.code == "pack_not_written"


def test_nothing_to_build_from_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert refused(tmp_path / "empty", tmp_path).values == {"framework": "O*NET", "table": "Occupation Data"}
    assert refused(tmp_path / "none", tmp_path).code == "framework_folder_missing"


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("Occupation Data.txt", "O*NET-SOC Code\tName\r\n", "framework_header_unknown"),
        ("Occupation Data.txt", "O*NET-SOC Code\tTitle\r\n11-1011.00\r\n", "framework_row_short"),
        ("Job Zones.txt", "O*NET-SOC Code\tJob Zone\r\n11-1011.00\tfive\r\n", "framework_number_bad"),
        ("Job Zones.txt", "O*NET-SOC Code\tJob Zone\r\n11-1011.00\tnan\r\n", "framework_number_bad"),
        ("Job Zones.txt", "O*NET-SOC Code\tJob Zone\r\n11-1011.00\tinf\r\n", "framework_number_bad"),
    ],
)
def test_a_bad_table_names_its_file(releases: Path, tmp_path: Path, name: str, text: str, code: str) -> None:
    (releases / "db_30_1_text" / name).write_text(text, newline="")
    error = refused(releases, tmp_path)
    assert (error.code, error.values["file"]) == (code, name)


def test_values_out_of_range_are_refused(releases: Path, tmp_path: Path) -> None:
    head = ("O*NET-SOC Code", "Element ID", "Element Name", "Scale ID", "Data Value")
    tsv(releases / "db_30_1_text", "Interests", head, (CHIEF, "1.B.1.e", "Enterprising", "OI", 1e9))
    assert refused(releases, tmp_path).code == "framework_value_out_of_range"
    head = ("O*NET-SOC Code", "Element ID", "Element Name", "Scale ID", "Category", "Data Value", "Recommend Suppress")
    tsv(releases / "db_30_1_text", "Interests", head)
    tsv(
        releases / "db_30_1_text",
        "Education, Training, and Experience",
        head,
        (CHIEF, "2.D.1", "E", "RL", 10**9, 1, "N"),
    )
    assert refused(releases, tmp_path).code == "framework_number_bad"


def test_damaged_containers_are_said(releases: Path, tmp_path: Path) -> None:
    archive = next(releases.glob("*.zip"))
    whole = archive.read_bytes()
    archive.write_bytes(whole[: len(whole) // 2])
    assert refused(releases, tmp_path).code == "framework_file_unreadable"
    archive.write_bytes(whole.replace(b"take blood", b"take blOOd"))
    assert refused(releases, tmp_path).code == "framework_file_unreadable"


def test_a_file_above_the_limit_is_refused(releases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 200)
    assert refused(releases, tmp_path).code == "framework_file_too_large"


def test_other_files_and_odd_bytes_in_the_folder_do_no_harm(releases: Path, tmp_path: Path, built: Built) -> None:
    (releases / "Skills.txt").write_bytes(b"\xff\xfe\x00binary")
    (releases / "notes.csv").write_text("")
    (releases / "broken.xlsx").write_bytes(os.urandom(64))
    xlsx(releases / "skills.xlsx", {"Index": [("Skills.xlsx contents",)]})
    assert len(occupations.occupations(built(releases, tmp_path))) == 3


def test_activities_come_whole_from_one_release(releases: Path, tmp_path: Path, built: Built) -> None:
    onet_new(releases / "db_30_3_text")
    (releases / "db_30_3_text" / "Tasks to DWAs.txt").unlink()
    pack = built(releases, tmp_path)
    assert [a.id for a in occupations.all_activities(pack)] == ["4.A.I01.D01"]
    assert [s.name for s in sources_of(pack, "activity")] == ["onet_30.1"]
    assert [s.name for s in sources_of(pack, "occupation_names")] == ["onet_30.3"]
