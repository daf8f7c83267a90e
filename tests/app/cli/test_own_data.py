"""`pack add`, `remove` and `info`: career data that a person brings, from the terminal."""

import json
from types import SimpleNamespace

import brought_pay as oews
import brought_releases as made
import pytest
from click.testing import CliRunner
from terminal import PASSPHRASE, RECORDS, cheap_vault, json_lines, sentence
from tiny_releases import CODE, tsv

from app.cli import main
from app.journey.goal.pay_place import PAY_PLACE
from app.vault import store_settings, vault


@pytest.fixture
def run(tmp_path):
    def command(*arguments, **more):
        env = {"PATHFOLIO_DATA": str(tmp_path / "data"), "PATHFOLIO_PASSPHRASE": PASSPHRASE, **more}
        done = CliRunner(env=env).invoke(main, [str(one) for one in arguments])
        return SimpleNamespace(returncode=done.exit_code, stdout=done.stdout, stderr=done.stderr)

    return command


def test_it_says_what_it_is_adds_it_and_takes_it_out(run, tmp_path):
    assert "Nothing yet." in run("pack", "info").stdout
    done = run("pack", "add", made.onet_24(tmp_path), oews.oews_state(tmp_path))
    lines = done.stdout.splitlines()
    assert lines[:3] == ["O*NET 24.3, May 2020", "Pay by state (OEWS), May 2024", "5 more files are not needed."]
    assert "New: descriptions of jobs and tasks of jobs." in lines
    assert "No row was damaged." in lines
    info = run("pack", "info").stdout
    assert "onet_24.3" in info
    assert "oews_2024-05_state" in info
    assert run("pack", "areas").stdout == "06       California (May 2024)\n41       Oregon (May 2024)\n"
    assert run("pack", "remove", "oews_2024-05_state").stdout == "Removed: oews_2024-05_state.\n"
    assert run("pack", "areas").stdout == ""
    assert sentence(run("pack", "remove", "oews_2024-05_state")) == "You have not brought oews_2024-05_state."
    assert run("pack", "remove", "onet_24.3").returncode == 0
    assert [one.name for one in (tmp_path / "data").iterdir()] == ["careers.lock"]


def test_damaged_rows_are_counted_and_named(run, tmp_path):
    folder = made.onet_30_1(tmp_path)
    tsv(folder, "Job Zones", (CODE, "Job Zone"), (made.NURSE, 3), (made.AIDE, "five"), ("11-1011.00", 5))
    done = run("pack", "add", folder)
    assert "1 row is damaged and was left out. Nothing was guessed." in done.stdout
    assert "Job Zones.txt, row 3: “five” (Job Zone) is not a number that can stand there." in done.stdout
    (found,) = json_lines(run("pack", "add", folder, "--json"))
    assert found["damages"] == [
        {"file": "Job Zones.txt", "row": 3, "reason": "number_bad", "column": "Job Zone", "cell": "five"}
    ]
    assert found["added"][0]["tables"]["job_zones"] == [3, {"number_bad": 1}]
    assert {"part": "skills", "name": "onet_30.1", "version": "30.1", "before": "29.2", "used": True} in found["uses"]


def test_a_file_that_is_refused_changes_nothing(run, tmp_path):
    folder = made.onet_30_1(tmp_path)
    run("pack", "add", folder)
    before = (tmp_path / "data" / "careers.sqlite").read_bytes()
    (folder / "Skills.txt").write_bytes((folder / "Skills.txt").read_bytes()[:-20])
    says = "The file Skills.txt ends too soon, so its download did not finish. Download it again."
    assert sentence(run("pack", "add", folder)) == says
    assert (tmp_path / "data" / "careers.sqlite").read_bytes() == before


def test_pay_of_an_area_stands_beside_careers(run, tmp_path):
    run("pack", "add", oews.oews_state(tmp_path))
    folder = cheap_vault(tmp_path / "vault")
    assert run("vault", "import", folder, RECORDS).returncode == 0
    done = run("careers", "--vault", folder, "--top", "400", "--area", "41", "--json")
    pay = {one["code"]: one["outlook"] for one in json_lines(done)}
    assert {(one["area"], one["pay_from"]) for one in pay.values()} == {("Oregon", "May 2024")}
    assert pay[made.AIDE]["annual_median"] is None
    told = run("careers", "--vault", folder, "--top", "400", "--area", "41").stdout
    assert "Pay is not published for this job in Oregon (May 2024)." in told
    assert sentence(run("careers", "--vault", folder, "--area", "99999")) == "There is no pay for the area 99999."


def test_pay_is_told_for_the_place_the_learner_chose_unless_another_is_named(run, tmp_path):
    run("pack", "add", oews.oews_state(tmp_path))
    folder = cheap_vault(tmp_path / "vault")
    assert run("vault", "import", folder, RECORDS).returncode == 0
    with vault.unlock(folder, PASSPHRASE) as opened:
        store_settings.set_setting(opened, PAY_PLACE, "41")
    nurse, aide = (("gap", "--vault", folder, "--goal", code) for code in (made.NURSE, made.AIDE))
    assert "(Oregon, May 2024)" in run(*nurse).stdout
    assert json_lines(run(*nurse, "--json"))[0]["outlook"]["area"] == "Oregon"
    assert json_lines(run(*nurse, "--area", "06", "--json"))[0]["outlook"]["area"] == "California"
    assert "Half of the workers earn more than $44,200 a year (U.S., May 2024)." in run(*aide).stdout
    careers = ("careers", "--vault", folder, "--json")
    assert {one["outlook"]["area"] for one in json_lines(run(*careers))} == {"Oregon"}
    assert {one["outlook"]["area"] for one in json_lines(run(*careers, "--area", "06"))} == {"California"}


def test_what_a_job_is_and_its_tasks_are_told_once_they_are_there(run, tmp_path):
    folder = cheap_vault(tmp_path / "vault")
    told = ("What this job is", "Work as Registered Nurses.", "Care for sick people.")
    assert not any(text in run("explain", made.NURSE, "--vault", folder).stdout for text in told)
    run("pack", "add", made.onet_24(tmp_path))
    assert all(text in run("explain", made.NURSE, "--vault", folder).stdout for text in told)
    (found,) = json_lines(run("explain", made.NURSE, "--vault", folder, "--json"))
    assert found["described"] == ["Work as Registered Nurses.", "Care for sick people.", "Keep the ward’s books."]


def test_data_of_another_program_is_put_together_again(run, tmp_path):
    import sqlite3

    run("pack", "add", made.onet_30_1(tmp_path))
    mine = tmp_path / "data" / "careers.sqlite"
    with sqlite3.connect(mine) as tables:
        tables.execute("PRAGMA user_version = 1")
    tables.close()
    assert run("match", "nurse").returncode == 0
    assert "Another version of Pathfolio" in run("pack", "info").stdout
    assert json.loads(run("pack", "info", "--json").stdout)["own"]["state"] == "other_program"
    assert run("pack", "again").returncode == 0
    assert json.loads(run("pack", "info", "--json").stdout)["own"]["state"] == "used"


def test_words_in_another_language_are_matched_once_names_are_there(run, tmp_path):
    path = tmp_path / "ESCO dataset - v1.2.0 - classification - es - csv.zip"
    made.esco_zip(path, "es", [("00030d09-2b3a-4efd-87cc-c4ea39d27c34", "regidor de escena", "")], [("s", "x", "")])
    assert "technical director" not in run("match", "regidor de escena").stdout.lower()
    run("pack", "add", path)
    assert "technical director" in run("match", "regidor de escena").stdout.lower()
    assert "ESCO 1.2.0, en español" in run("pack", "info", PATHFOLIO_LANGUAGE="es").stdout


def test_all_pay_in_one_workbook_is_told_part_by_part(run, tmp_path):
    whole = {"99": ("U.S.", 1, "US"), **oews.STATES, **oews.METROS}
    book = oews.oews_book(tmp_path / "all_data_M_2026.xlsx", whole, notes=[("May 2026 OEWS Estimates",)])
    told = run("pack", "add", book).stdout.splitlines()
    assert "In place of May 2024: pay in the U.S. as a whole." in told
    assert "New: pay by state and pay by city area." in told


def test_what_relates_jobs_and_skills_waits_for_their_names(run, tmp_path):
    path = tmp_path / "ESCO dataset - v1.2.0 - classification - xx - csv.zip"
    made.esco_zip(path, "xx", [("00030d09-2b3a-4efd-87cc-c4ea39d27c34", "regidor", "")], [("s", "x", "")])
    told = run("pack", "add", path).stdout.splitlines()
    assert told[:2] == [
        "ESCO 1.2.0, in a language that it does not state",
        "ESCO 1.2.0, how jobs and skills belong together",
    ]
    assert "Not used until ESCO 1.2.0 in English is added: how jobs and skills belong together." in told
    assert run("pack", "remove", "esco_1.2.0_relations").returncode == 0
    assert "esco_1.2.0 " in run("pack", "info").stdout


def test_ratings_on_a_scale_that_nobody_knows_are_counted_and_named(run, tmp_path):
    folder = made.onet_30_1(tmp_path)
    rows = made.rated(made.READING, made.WRITING)
    tsv(folder, "Skills", *rows, (*rows[1][:3], "ZZ", *rows[1][4:]))
    told = run("pack", "add", folder).stdout
    assert "1 row is damaged and was left out. Nothing was guessed." in told
    assert "Skills.txt, row 14: “ZZ” (Scale ID) is not one of the marks that can stand there." in told
