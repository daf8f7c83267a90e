"""`learning`: lists of courses and single steps, from the terminal."""

import json
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from learning_lists import texan, texas
from terminal import GOAL, PASSPHRASE, cheap_vault, json_lines, sentence

from app.cli import main


@pytest.fixture
def run(tmp_path):
    vault = cheap_vault(tmp_path / "vault")
    env = {"PATHFOLIO_DATA": str(tmp_path / "data"), "PATHFOLIO_PASSPHRASE": PASSPHRASE, "PATHFOLIO_VAULT": str(vault)}

    def command(*arguments):
        done = CliRunner(env=env).invoke(main, [str(one) for one in arguments])
        return SimpleNamespace(returncode=done.exit_code, stdout=done.stdout, stderr=done.stderr)

    return command


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "texas.csv"
    path.write_bytes(texas())
    return path


def test_a_list_is_added_used_shown_and_removed(run, file):
    assert "Nothing yet." in run("learning", "list").stdout
    done = run("learning", "add", file, "--as-of", "2026-10-01")
    assert (done.returncode, done.stderr) == (0, "")
    assert "  Program Name: name\n" in done.stdout
    assert "2 steps were taken." in done.stdout
    run("goal", GOAL)
    (plan,) = json_lines(run("plan", "--json"))
    assert [one["id"] for one in plan["steps"]] == ["list:texas:1001"]
    (kept,) = json_lines(run("learning", "list", "--json"))
    assert (kept["list"], kept["kind"], kept["steps"], kept["as_of"]) == ("texas", "table", 2, "2026-10-01")
    assert "texas (texas)" in run("learning", "list").stdout
    assert run("learning", "remove", "texas").stdout == "Removed: texas.\n"
    assert sentence(run("learning", "remove", "texas")) == "You have no list texas."


def test_what_was_wrong_is_named(run, file):
    file.write_bytes(texas(texan(Total_Cost="-20")) + b"short\r\n")
    done = run("learning", "add", file)
    assert "Row 3: “-20” (cost) is below zero." in done.stdout
    assert "Row 4: The row has too few cells." in done.stdout
    (told,) = json_lines(run("learning", "add", file, "--json"))
    assert told["counted"] == {"price_negative": 1, "row_short": 1}
    assert told["troubles"][0] == {
        "row": 3,
        "field": "cost",
        "code": "price_negative",
        "cell": "-20",
        "left_out": False,
    }
    assert told["replaced"] == "texas"


def test_columns_that_are_not_clear_are_asked_for_and_kept(run, tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("Thing,Who\nWelding,School\n", encoding="utf-8")
    said = sentence(run("learning", "add", file))
    assert "Missing: name, provider. It has these columns: Thing, Who." in said
    assert "--map name=COLUMN" in said
    assert run("learning", "add", file, "--map", "name=Thing", "--map", "provider=Who").returncode == 0
    assert run("learning", "add", file).returncode == 0
    assert sentence(run("learning", "add", file, "--map", "name=What")).startswith("There is no column “What”.")
    assert run("learning", "add", file, "--map", "name").returncode == 2


def test_template_and_export(run, tmp_path, file):
    assert run("learning", "template", tmp_path / "t.csv").returncode == 0
    assert sentence(run("learning", "add", tmp_path / "t.csv")) == "There is nothing in t.csv."
    run("learning", "add", file)
    assert run("learning", "export", "texas", tmp_path / "o.json").returncode == 0
    told = json.loads((tmp_path / "o.json").read_text(encoding="utf-8"))
    assert (told["format"], told["version"], len(told["steps"])) == ("pathfolio-learning", 1, 2)
    assert run("learning", "export", "texas", tmp_path / "o.csv", "--json").returncode == 0
    (again,) = json_lines(run("learning", "add", tmp_path / "o.json", "--json"))
    assert (again["list"], again["new"], again["gone"]) == ("texas", 0, 0)


def test_single_steps(run):
    (kept,) = json_lines(run("learning", "step", "add", "name=Phlebotomy", "cost=900", "cip=51.1009", "--json"))
    assert (kept["id"], kept["cost"]["value"], kept["known_by"]) == ("own:1", 900, "cip_soc")
    (changed,) = json_lines(run("learning", "step", "change", "own:1", "cost=", "weeks=8", "--json"))
    assert (changed["name"], changed["cost"]["value"], changed["weeks"]["value"]) == ("Phlebotomy", None, 8)
    assert (
        sentence(run("learning", "step", "add", "name=A", "cost=-4"))
        == "A price cannot be below zero. Write 0 if it is free."
    )
    assert "own:1 Phlebotomy" in run("learning", "list").stdout
    assert run("learning", "step", "remove", "own:1").returncode == 0
    assert sentence(run("learning", "step", "remove", "own:1")) == "You typed in no step own:1."
    assert "What it teaches is not known" in run("learning", "step", "add", "name=Something else").stdout


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00" * 99, b"{", b"PK\x03\x04", b"<html>", b"\xff\xfe\x00"],
    ids=["empty", "zeros", "cut", "zip", "page", "half"],
)
def test_a_hostile_file_is_one_sentence(run, tmp_path, content):
    file = tmp_path / "\x1b[31mbad.csv"
    file.write_bytes(content)
    done = run("learning", "add", file)
    assert done.returncode == 1
    assert "\x1b" not in done.stderr
    assert sentence(done)


def test_a_file_that_is_not_there(run, tmp_path):
    assert "could not be opened" in sentence(run("learning", "add", tmp_path / "none.csv"))
