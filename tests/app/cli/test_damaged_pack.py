"""Career data that are missing or damaged: a sentence, never numbers out of thin air without one."""

import random
import shutil
import sqlite3

import brought_releases as made
import pytest
from click.testing import CliRunner
from terminal import GOAL, OPPORTUNITY, PASSPHRASE, RECORDS, cheap_vault

from app import places
from app.cli import main


@pytest.fixture
def pack(monkeypatch, tmp_path):
    """The pack the program reads, for the test to harm."""
    mine, real = tmp_path / "careers.sqlite", places.asset
    shutil.copyfile(places.careers_pack(), mine)
    monkeypatch.setattr(places, "asset", lambda *parts: mine if parts[0] == "packs" else real(*parts))
    return mine


def run(*arguments):
    env = {"PATHFOLIO_PASSPHRASE": PASSPHRASE, "PATHFOLIO_DEBUG": None}
    return CliRunner(env=env).invoke(main, [str(one) for one in arguments])


def using_the_pack(folder, out):
    yield "match", "welding"
    yield "careers", "--like", GOAL
    yield "careers", "--like", "all"
    yield "careers", "--vault", folder
    yield "gap", "--vault", folder, "--goal", GOAL
    yield "plan", "--vault", folder, "--goal", GOAL
    yield "present", "--vault", folder, OPPORTUNITY, "--out", out, "--yes"
    yield "pack", "info"
    yield "demo", "--out", out


def test_a_pack_that_is_missing_or_another_file_is_told(pack, tmp_path):
    folder = cheap_vault(tmp_path / "v")
    assert run("vault", "import", folder, RECORDS).exit_code == 0
    for data, expected in (
        (None, "pathfolio: The career data is missing: "),
        (b"", "pathfolio: The career data cannot be read: "),
        (b"SQLite format 3\0" + bytes(5000), "pathfolio: The career data cannot be read: "),
        (pack.read_bytes()[:100_000], "pathfolio: The career data cannot be read: "),
    ):
        pack.unlink()
        if data is not None:
            pack.write_bytes(data)
        for arguments in using_the_pack(folder, tmp_path / "out"):
            done = run(*arguments)
            assert (done.exit_code, done.stderr) == (1, f"{expected}{pack}\n" if data else done.stderr), arguments
            assert done.stderr.startswith(expected)
        pack.touch()


def test_an_own_pack_that_is_damaged_is_not_used_and_one_damaged_within_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv("PATHFOLIO_DATA", str(tmp_path))
    mine = places.own_pack()
    mine.write_bytes(b"SQLite format 3\0" + bytes(5000))
    assert run("match", "welding").exit_code == 0
    assert "damaged and not used" in run("pack", "info").stdout
    assert run("pack", "remove", "--all").exit_code == 0
    assert not mine.exists()
    assert run("pack", "add", made.onet_30_1(tmp_path)).exit_code == 0
    whole = mine.read_bytes()
    for page in range(20, len(whole) // 4096, 7):
        whole = whole[: page * 4096] + b"\xff" * 4096 + whole[page * 4096 + 4096 :]
    mine.write_bytes(whole)
    done = run("match", "welding")
    assert (done.exit_code, done.stderr) == (1, f"pathfolio: The career data cannot be read: {mine}\n")


def test_a_pack_of_another_version_says_which_way(pack):
    with sqlite3.connect(pack) as tables:
        tables.execute("PRAGMA user_version = 99")
    tables.close()
    assert "newer Pathfolio" in run("match", "welding").stderr


def test_damage_inside_the_pack_is_never_called_our_fault(pack, tmp_path):
    folder, chance, told = cheap_vault(tmp_path / "v"), random.Random(11), 0
    assert run("vault", "import", folder, RECORDS).exit_code == 0
    whole = pack.read_bytes()
    for _ in range(6):
        broken = bytearray(whole)
        for page in chance.sample(range(2, len(whole) // 4096), 600):
            broken[page * 4096 : page * 4096 + 4096] = chance.randbytes(4096)
        pack.write_bytes(broken)
        for arguments in using_the_pack(folder, tmp_path / "out"):
            done = run(*arguments)
            assert done.exit_code in (0, 1), (arguments, done.stderr)
            told += done.exit_code
            assert done.exit_code == 0 or done.stderr.endswith(f"The career data cannot be read: {pack}\n"), done.stderr
    assert told
