"""Career data that cannot be added now: two at once, no room on the disk, a year that cannot be."""

import os
import subprocess
import sys

import brought_pay as oews
import brought_releases as made
import pytest
from small_disk import mounting
from terminal import command, environment, json_lines, pathfolio, sentence
from tiny_releases import REPOSITORY

posix = pytest.mark.skipif(os.name != "posix", reason="limits and mounts of POSIX")
IN_USE = "The career data is being changed in another place. Wait until that is done, and try again."
FULL = "The disk is full, so the career data was not changed. What you had before is still there."

ADDS_SLOWLY = """
import sys
from pathlib import Path
from app.journey import career_data
given, seen = career_data.look([Path(sys.argv[1])]), []
def tell(share):
    if share >= 0.6 and not seen:
        seen.append(share)
        print("adding", flush=True)
        sys.stdin.readline()
career_data.add(given, tell)
"""


def brought(env):
    (found,) = json_lines(pathfolio("pack", "info", "--json", env=env))
    return [one["name"] for one in found["own"]["brought"]]


def test_of_two_who_add_at_once_the_second_waits_and_nothing_is_lost(tmp_path):
    env = {"PATHFOLIO_DATA": str(tmp_path / "data")}
    first, second = made.onet_24(tmp_path / "a"), oews.oews_state(tmp_path / "b")
    assert pathfolio("pack", "add", oews.oews_metro(tmp_path / "c"), env=env).returncode == 0
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    run = [sys.executable, "-c", ADDS_SLOWLY, str(first)]
    with subprocess.Popen(run, env=environment(**env), cwd=REPOSITORY, **pipes) as slow:
        assert slow.stdout.readline() == "adding\n"
        for refused in (("add", second), ("remove", "oews_2024-05_metro"), ("again",), ("remove", "--all")):
            assert sentence(pathfolio("pack", *refused, env=env)) == IN_USE
        slow.communicate("\n", timeout=120)
    assert slow.returncode == 0
    assert pathfolio("pack", "add", second, env=env).returncode == 0
    assert brought(env) == ["oews_2024-05_metro", "oews_2024-05_nonmetro", "oews_2024-05_state", "onet_24.3"]


def test_one_who_was_killed_while_adding_stands_in_nobody_s_way(tmp_path):
    env = {"PATHFOLIO_DATA": str(tmp_path / "data")}
    run = [sys.executable, "-c", ADDS_SLOWLY, str(made.onet_24(tmp_path / "a"))]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(run, env=environment(**env), cwd=REPOSITORY, **pipes) as slow:
        assert slow.stdout.readline() == "adding\n"
        slow.kill()
    assert pathfolio("pack", "add", oews.oews_state(tmp_path / "b"), env=env).returncode == 0
    assert brought(env) == ["oews_2024-05_state"]


ADDS_PAY = """
set -e
cp "$2"/careers.sqlite "$1"/careers.sqlite
PATHFOLIO_DATA="$1" "$0" pack add "$3" && exit 9
test $? = 1
cmp "$2"/careers.sqlite "$1"/careers.sqlite
ls -A "$1" > "$2"/left
"""


@posix
def test_a_disk_that_is_full_keeps_the_data_there_was(tmp_path):
    data, small = tmp_path / "data", tmp_path / "small"
    small.mkdir()
    env = {"PATHFOLIO_DATA": str(data)}
    assert pathfolio("pack", "add", made.onet_24(tmp_path / "a"), env=env).returncode == 0
    size = (data / "careers.sqlite").stat().st_size + 3_000_000
    places = (small, data, oews.oews_state(tmp_path / "b"))
    script = [*mounting(small, f"{size}"), "sh", "-c", ADDS_PAY, command(), *map(str, places)]
    done = subprocess.run(script, check=False, capture_output=True, env=environment(), text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stderr == f"pathfolio: {FULL}\n"
    assert (data / "left").read_text().split() == ["careers.lock", "careers.sqlite"]


def limited(size):
    import resource

    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@posix
def test_a_pack_that_may_not_grow_so_large_keeps_the_data_there_was(tmp_path):
    env = {"PATHFOLIO_DATA": str(tmp_path / "data")}
    assert pathfolio("pack", "add", made.onet_24(tmp_path / "a"), env=env).returncode == 0
    before = (tmp_path / "data" / "careers.sqlite").read_bytes()
    done = pathfolio("pack", "add", oews.oews_state(tmp_path / "b"), env=env, preexec_fn=limited(3_000_000))
    assert sentence(done).startswith("The career data could not be written to ")
    assert (tmp_path / "data" / "careers.sqlite").read_bytes() == before
    assert sorted(one.name for one in (tmp_path / "data").iterdir()) == ["careers.lock", "careers.sqlite"]


def test_a_release_of_a_year_that_cannot_be_is_refused(tmp_path):
    env = {"PATHFOLIO_DATA": str(tmp_path / "data")}
    notes = [("May 9999 OEWS Estimates",)]
    pay = oews.oews_book(tmp_path / "state_M2024_dl.xlsx", oews.STATES, notes=notes)
    says = "The file {} says that it is from the year {}, which cannot be. Nothing was added. Download it again."
    assert sentence(pathfolio("pack", "add", pay, env=env)) == says.format(pay.name, 9999)
    folder = made.onet_24(tmp_path)
    (folder / "Read Me.txt").write_text("O*NET 24.3 Database\nMay 1066 Release\n")
    assert sentence(pathfolio("pack", "add", folder, env=env)) == says.format("Read Me.txt", 1066)
    assert not (tmp_path / "data" / "careers.sqlite").exists()
