"""ESCO in the learner's own pack."""

import zipfile
from pathlib import Path

import brought_releases as made
from own_packs import Own, used

from pathways.matching import match_text
from pathways.pack import esco
from pathways.pack.brought import read_brought
from pathways.pack.store import Pack


def test_names_in_another_language_are_found_and_told(tmp_path: Path, mine: Own) -> None:
    job, skill = "00030d09-2b3a-4efd-87cc-c4ea39d27c34", "0005c151-5b5a-4a66-8aac-60e734beb1ab"
    path = tmp_path / "ESCO dataset - v1.2.0 - classification - es - csv.zip"
    jobs, skills = [(job, "regidor de escena", "jefe de escenario\nregidora")], [(skill, "dirigir a músicos", "")]
    summary = mine.add(made.esco_zip(path, "es", jobs, [*skills, ("new", "soñar", "")]))
    assert used(summary) == {"esco_names": ("1.2.0", "")}
    assert summary.left_out["esco_name_unknown"] == 2  # the new skill, and the group made up here
    pack = mine.pack()
    found = match_text(pack, "jefe de escenario")[0]
    assert (found.concept.id, found.concept.name, found.reason) == (
        made.JOB + job,
        "technical director",
        "alternate_name",
    )
    assert match_text(pack, "dirigir a músicos")[0].concept.id == made.SKILL + skill


def test_names_in_a_language_that_is_not_stated_are_found_too(tmp_path: Path, mine: Own) -> None:
    job = "00030d09-2b3a-4efd-87cc-c4ea39d27c34"
    path = tmp_path / "ESCO dataset - v1.2.0 - classification - xx - csv.zip"
    summary = mine.add(made.esco_zip(path, "xx", [(job, "regidor de escena", "")], [("new", "soñar", "")]))
    assert used(summary) == {"esco_names": ("1.2.0", "")}
    assert match_text(mine.pack(), "regidor de escena")[0].concept.id == made.JOB + job
    names, relations = read_brought(mine.path, tables=False)
    assert set(names.tables) == {"occupations", "skills", "skill_groups", "isco_groups"}
    assert set(relations.tables) == {"broader_skills", "occupation_skills"}


def test_a_newer_list_in_english_takes_the_place_of_esco_s(tmp_path: Path, mine: Own, shipped: Pack) -> None:
    path = tmp_path / "ESCO dataset - v1.2.0 - classification - en - csv.zip"
    skill = "0005c151-5b5a-4a66-8aac-60e734beb1ab"
    summary = mine.add(
        made.esco_zip(path, "en", [("new", "star nurse", "")], [(skill, "manage musicians", ""), ("new", "dream", "")])
    )
    assert used(summary) == {"esco": ("1.2.0", "1.1.1")}
    pack = mine.pack()
    assert (esco.find(pack, made.SKILL + skill) or esco.concepts(pack)[0]).concept.name == "manage musicians"
    job = esco.find(pack, f"{made.JOB}new")
    assert job is not None
    assert [s.skill.concept.name for s in esco.occupation_skills(pack, job.index)] == ["manage musicians", "dream"]
    assert [g.concept.name for g in esco.broader(pack, job.index)] == []
    assert {c.concept.id for c in esco.concepts(shipped)} < {c.concept.id for c in esco.concepts(pack)}
    assert [t.occupation.concept.id for t in esco.twins(pack, made.AIDE)] == [
        t.occupation.concept.id for t in esco.twins(shipped, made.AIDE)
    ]
    assert mine.remove("esco_1.2.0_en").added == ()
    assert not mine.path.exists()


def test_relations_and_names_of_1_1_may_come_in_two_files(tmp_path: Path, mine: Own) -> None:
    jobs, skills = [("new", "star nurse", "")], [("new", "dream", "")]
    names = tmp_path / "ESCO dataset - v1.1.9 - classification - en - csv.zip"
    made.esco_zip(names, "en", jobs, skills, layout="1.1", relations=False)
    assert "esco" not in used(mine.add(names))
    whole = made.esco_zip(
        tmp_path / "ESCO dataset - v1.1.9 - classification -  - csv.zip", "en", jobs, skills, layout="1.1"
    )
    assert used(mine.add(whole))["esco"] == ("1.1.9", "1.1.1")


def test_relations_alone_and_names_of_no_stated_language_stand_side_by_side(tmp_path: Path, mine: Own) -> None:
    job, jobs, skills = "00030d09-2b3a-4efd-87cc-c4ea39d27c34", [("new", "star nurse", "")], [("new", "dream", "")]
    names = tmp_path / "ESCO dataset - v1.2.0 - classification -  - csv.zip"
    made.esco_zip(names, "xx", [(job, "regidor de escena", "")], [("s", "soñar", "")], relations=False)
    mine.add(names)
    related = made.esco_zip(tmp_path / "all.zip", "xx", jobs, skills, layout="1.1")
    alone = tmp_path / "ESCO dataset - v1.2.0 - relations - csv"
    alone.mkdir()
    with zipfile.ZipFile(related) as archive:
        for name in ("broaderRelationsSkillPillar.csv", "occupationSkillRelations.csv"):
            archive.extract(name, alone)
    summary = mine.add(alone)
    assert [one.name for one in summary.added] == ["esco_1.2.0_relations"]
    (use,) = summary.uses
    assert (use.part, use.version, use.before, use.used) == ("esco_relations", "", "1.2.0", False)
    assert [one.name for one in read_brought(mine.path)] == ["esco_1.2.0", "esco_1.2.0_relations"]
    assert match_text(mine.pack(), "regidor de escena")[0].concept.id == made.JOB + job
    english = tmp_path / "ESCO dataset - v1.2.0 - classification - en - csv.zip"
    assert used(mine.add(made.esco_zip(english, "en", jobs, skills, relations=False)))["esco"] == ("1.2.0", "1.1.1")
    mine.remove("esco_1.2.0_relations")
    assert [one.name for one in read_brought(mine.path)] == ["esco_1.2.0", "esco_1.2.0_en"]
    assert match_text(mine.pack(), "regidor de escena")[0].concept.id == made.JOB + job
    assert esco.find(mine.pack(), f"{made.JOB}new") is None  # without its relations the English list is not used
