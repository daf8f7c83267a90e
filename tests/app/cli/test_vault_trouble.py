"""Trouble with the vault and with answers: one sentence, and nothing changes."""

import json
import os
import subprocess

import pytest
from terminal import (
    GOAL,
    OPPORTUNITY,
    PASSPHRASE,
    RECORDS,
    cheap_vault,
    command,
    environment,
    json_lines,
    pathfolio,
    sentence,
)

from app.vault import store_applications, vault


def on_each_vault_command(folder, place):
    """Every command that opens a vault."""
    yield "vault", "list", folder
    yield "vault", "import", folder, RECORDS
    yield "vault", "identity", folder, "me"
    yield "vault", "backup", folder, place / "b.pathfolio"
    yield "careers", "--vault", folder
    yield "gap", "--vault", folder, "--goal", GOAL
    yield "plan", "--vault", folder, "--goal", GOAL, "--html", place / "p.html"
    yield "present", "--vault", folder, OPPORTUNITY, "--out", place / "out", "--yes"
    yield "vault", "passphrase", folder, "--new-passphrase-file", place / "new"


def test_a_wrong_passphrase_a_busy_vault_and_no_vault(tmp_path):
    folder = cheap_vault(tmp_path / "v")
    (tmp_path / "new").write_text("another battery")
    (tmp_path / "file").write_text("not a folder")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    for command_line in on_each_vault_command(folder, tmp_path):
        done = pathfolio(*command_line, env={"PATHFOLIO_PASSPHRASE": "wrong battery"})
        assert sentence(done) == "That passphrase does not open this vault."
    for place in (tmp_path / "none", tmp_path / "file", tmp_path):
        for command_line in on_each_vault_command(place, tmp_path):
            assert sentence(pathfolio(*command_line)) == f"There is no vault in {place}."
    with vault.unlock(folder, PASSPHRASE):
        for command_line in (*on_each_vault_command(folder, tmp_path), ("vault", "salvage", folder, tmp_path / "s")):
            assert sentence(pathfolio(*command_line)) == "This vault is open elsewhere. Close it there first."
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "new", "v"]


def test_a_vault_open_in_a_command_is_in_use_for_another(tmp_path):
    folder = cheap_vault(tmp_path / "v")
    assert pathfolio("vault", "import", folder, RECORDS).returncode == 0
    present = [command(), "present", "--vault", folder, OPPORTUNITY, "--out", tmp_path / "out"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(present, env=environment(), text=True, encoding="utf-8", **pipes) as first:
        while "--agree" not in first.stdout.readline():
            assert first.poll() is None
        assert sentence(pathfolio("vault", "list", folder)) == "This vault is open elsewhere. Close it there first."
        said, _ = first.communicate("n\n", timeout=60)
    assert first.returncode == 0
    assert said.endswith("Nothing was signed or saved.\n")
    assert not (tmp_path / "out").exists()
    with vault.unlock(folder, PASSPHRASE) as opened:
        assert store_applications.presentations(opened) == ()


def test_nobody_there_to_answer_signs_nothing(tmp_path):
    folder = cheap_vault(tmp_path / "v")
    assert pathfolio("vault", "import", folder, RECORDS).returncode == 0
    done = pathfolio("present", "--vault", folder, OPPORTUNITY, "--out", tmp_path / "out")
    assert done.returncode == 1
    assert "Nothing was signed. Nobody was there to say yes" in done.stderr.splitlines()[-1]
    assert not (tmp_path / "out").exists()


def test_a_vault_is_made_only_where_nothing_is(tmp_path):
    (tmp_path / "file").write_text("mine")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_text("mine")
    assert "is not empty" in sentence(pathfolio("vault", "new", tmp_path / "file"))
    assert "is not empty" in sentence(pathfolio("vault", "new", tmp_path / "full"))
    assert "already" in sentence(pathfolio("vault", "new", cheap_vault(tmp_path / "v")))
    done = pathfolio("vault", "new", tmp_path / "short", env={"PATHFOLIO_PASSPHRASE": "short"})
    assert "too short" in sentence(done)
    assert sentence(pathfolio("vault", "new", tmp_path / "file" / "below"))
    assert (tmp_path / "file").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "full", "v"]


@pytest.mark.parametrize("name", ["vault.db", "vault.key"])
@pytest.mark.parametrize("damage", ["gone", "empty", "cut", "garbage"])
def test_a_damaged_vault_says_what_to_do(tmp_path, name, damage):
    folder = cheap_vault(tmp_path / "v")
    assert pathfolio("vault", "import", folder, RECORDS / "team-coach.json").returncode == 0
    for path in [folder / name, *([folder / "vault.key.copy"] if name == "vault.key" else [])]:
        data = path.read_bytes()
        changed = {"gone": None, "empty": b"", "cut": data[: len(data) // 2], "garbage": os.urandom(len(data))}[damage]
        path.unlink() if changed is None else path.write_bytes(changed)
    said = sentence(pathfolio("vault", "list", folder))
    assert "pathfolio vault" in said, said


def test_refused_wishes_and_unknown_codes_change_nothing(tmp_path):
    folder = cheap_vault(tmp_path / "v")
    assert pathfolio("vault", "import", folder, RECORDS).returncode == 0
    keys = {one["name"]: one["key"] for one in json_lines(pathfolio("vault", "list", folder, "--json"))}
    present = ("present", "--vault", folder, OPPORTUNITY, "--out", tmp_path / "out", "--yes")
    (tmp_path / "strange.json").write_text(
        json.dumps({"title": "T", "organisation": "O", "requirements": ["qqzzxv nothing means this"]})
    )
    (tmp_path / "file").write_text("mine")
    for command_line, expected in (
        (("gap", "--vault", folder), "Choose a goal first, with --goal CODE."),
        (("gap", "--vault", folder, "--goal", "00-0000.00"), "No occupation has the code 00-0000.00."),
        (("plan", "--vault", folder, "--goal", GOAL, "--with", "nostep"), "No learning step is named nostep."),
        (("plan", "--vault", folder, "--goal", GOAL, "--html", tmp_path), f"{tmp_path} is a folder."),
        (("plan", "--vault", folder, "--goal", GOAL, "--html", tmp_path / "no" / "p.html"), "There is no such folder"),
        (("careers", "--like", "00-0000.00"), "No occupation has the code 00-0000.00."),
        ((*present, "--keep", "nokey"), "There is no record nokey in the vault."),
        ((*present, "--send", "nokey"), "There is no record nokey in the vault."),
        ((*present, "--send", keys["Team Coach"], "--keep", keys["Team Coach"]), "Team Coach cannot be both"),
        ((*present, "--agree", "Speak Klingon=4.A.2.b.5.I03.D02"), "The opportunity does not ask for “Speak Klingon”."),
        ((*present, "--agree", "Speak Spanish=nonsense"), "No skill or job has the id nonsense."),
        ((*present, "--agree", "Speak Spanish"), "Write what a thing asked means as THING=ID"),
        (
            ("present", "--vault", folder, tmp_path / "strange.json", "--out", tmp_path / "out", "--yes"),
            "None of your records and words shows what is asked for",
        ),
        (
            ("present", "--vault", folder, OPPORTUNITY, "--out", tmp_path / "file", "--yes"),
            f"{tmp_path / 'file'} is a file",
        ),
        (("vault", "backup", folder, tmp_path / "no" / "b.pathfolio"), "There is nothing at"),
        (("vault", "restore", tmp_path / "none", tmp_path / "r"), "There is nothing at"),
        (("vault", "restore", tmp_path / "file", tmp_path / "r"), "This file is not a Pathfolio backup."),
        (("vault", "passphrase", folder, "--recovery-code", "AAAA"), "A recovery code has"),
        (("check", RECORDS, "--documents", tmp_path), "The folder of documents has no index.json"),
        (("check", RECORDS, "--documents", tmp_path / "none"), "The folder of documents has no index.json"),
        (("pack", "info", tmp_path / "none"), "The career data is missing"),
        (("pack", "info", tmp_path), "The career data is missing"),
        (("pack", "build", "--from", tmp_path / "none", "--out", tmp_path / "x"), "There is no folder"),
        (("careers",), "There is no vault in"),
        (("match",), "Give some words"),
    ):
        done = pathfolio(*command_line)
        assert done.returncode == 1, command_line
        assert done.stderr.splitlines()[-1].startswith(f"pathfolio: {expected}"), (command_line, done.stderr)
        assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "out" / "presentation.json").exists()
    with vault.unlock(folder, PASSPHRASE) as opened:
        assert store_applications.presentations(opened) == ()
