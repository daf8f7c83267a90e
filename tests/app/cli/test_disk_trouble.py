"""Trouble with the disk and the process: one sentence, and nothing committed is lost."""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from small_disk import mounting
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
    plain_credential,
)

from app.vault import store_applications, vault

posix = pytest.mark.skipif(os.name != "posix", reason="users, limits and signals of POSIX")
READ_ONLY = "pathfolio: Nothing can be written here: the folder or file is read-only."


@pytest.fixture
def public():
    """A folder that any user of the computer can enter."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    yield place
    shutil.rmtree(place)


AS_ANYONE = """
import json, os, sys
from click.testing import CliRunner
from app.cli import main
from app.places import careers_pack

first, *others = json.loads(sys.stdin.readline())
for warm_up in (["demo"], *first):  # imports all it needs while it still may
    CliRunner().invoke(main, warm_up)
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
if not os.access(careers_pack(), os.R_OK):
    sys.exit("cannot reach the program")
for arguments in others:
    done = CliRunner().invoke(main, arguments)
    print(json.dumps([done.exit_code, done.stderr.splitlines()]))
"""


def as_anyone(warm_ups, commands):
    """Exit code and lines on standard error of each command, run by a user who owns nothing here."""
    lines = json.dumps([warm_ups, *commands], default=str)
    done = subprocess.run(
        [sys.executable, "-c", AS_ANYONE], check=False, input=lines, capture_output=True, env=environment(), text=True
    )
    if "cannot reach the program" in done.stderr:
        pytest.skip("another user cannot reach the program here")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@posix
def test_a_read_only_folder_is_told_and_left_alone(public):
    folder = cheap_vault(public / "v")
    assert pathfolio("vault", "import", folder, RECORDS).returncode == 0
    assert pathfolio("vault", "backup", folder, public / "b.pathfolio").returncode == 0
    (public / "closed").mkdir(mode=0o000)
    mine = public / "writable"
    shutil.copytree(folder, mine / "v")
    for path in (mine, mine / "v", *(mine / "v").iterdir()):
        path.chmod(0o777)
    for path in (folder, *folder.iterdir(), public / "b.pathfolio"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    public.chmod(0o555)
    before = sorted(path.name for path in public.iterdir())
    closed = public / "closed"
    unwritable = [
        ("vault", "list", folder),
        ("vault", "new", public / "new"),
        ("vault", "restore", public / "b.pathfolio", public / "r"),
        ("vault", "backup", mine / "v", public / "b.pathfolio"),
        ("present", "--vault", mine / "v", OPPORTUNITY, "--out", public / "out", "--yes"),
        ("present", "--vault", mine / "v", OPPORTUNITY, "--out", public, "--yes"),
        ("plan", "--vault", mine / "v", "--goal", GOAL, "--html", public / "p.html"),
        ("demo", "--out", public / "demo"),
    ]
    shut = [
        ("vault", "new", closed / "new"),
        ("vault", "list", closed),
        ("vault", "list", closed / "v"),
        ("check", closed),
        ("check", closed / "r.json"),
        ("verify", closed / "r.json"),
        ("match", "--file", closed / "r.txt"),
        ("check", RECORDS, "--documents", closed),
        ("check", RECORDS, "--registry", closed / "r.json"),
        ("pack", "info", closed / "p.sqlite"),
        ("present", "--vault", mine / "v", closed / "o.json", "--out", mine / "o"),
        ("vault", "restore", closed / "b.pathfolio", mine / "r"),
        ("vault", "list", mine / "v", "--passphrase-file", closed / "p"),
        ("pack", "build", "--from", closed, "--out", mine / "p"),
    ]
    warm_ups = [unwritable[0], ("vault", "restore", public / "b.pathfolio", mine / "warm")]
    ended = as_anyone(warm_ups, [*unwritable, *shut])
    for one, (code, said) in zip(unwritable, ended, strict=False):
        assert (code, said) == (1, [READ_ONLY]), one
    for one, (code, said) in zip(shut, ended[len(unwritable) :], strict=True):
        assert (code, len(said)) == (1, 1), (one, said)
    public.chmod(0o755)
    assert sorted(path.name for path in public.iterdir()) == before
    with vault.unlock(mine / "v", PASSPHRASE) as opened:
        assert store_applications.presentations(opened) == (), "what could not be written was not signed"


def limited(size):
    import resource

    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@posix
def test_no_room_for_what_is_written_leaves_the_old_files(tmp_path):
    folder = cheap_vault(tmp_path / "v")
    assert pathfolio("vault", "import", folder, RECORDS).returncode == 0
    out = tmp_path / "out"
    assert pathfolio("present", "--vault", folder, OPPORTUNITY, "--out", out, "--yes").returncode == 0
    assert pathfolio("vault", "backup", folder, tmp_path / "b.pathfolio").returncode == 0
    (tmp_path / "p.html").write_text("the plan of last week")
    files = [tmp_path / "b.pathfolio", tmp_path / "p.html", *out.iterdir()]
    names = sorted(path.name for path in tmp_path.iterdir())
    before = {path: path.read_bytes() for path in files}
    for command_line in (
        ("vault", "backup", folder, tmp_path / "b.pathfolio"),
        ("vault", "new", tmp_path / "new"),
        ("vault", "restore", tmp_path / "b.pathfolio", tmp_path / "r"),
        ("plan", "--vault", folder, "--goal", GOAL, "--html", tmp_path / "p.html"),
        ("demo", "--out", tmp_path / "demo"),
    ):
        done = pathfolio(*command_line, preexec_fn=limited(30_000))
        assert done.returncode == 1, command_line
        (line,) = done.stderr.splitlines()
        assert line.split(": ", 1)[1].split(".")[0] in (
            "The disk is full, so this was not saved",
            "The disk could not be read or written",
        ), (command_line, line)
    done = pathfolio(
        "present", "--vault", folder, OPPORTUNITY, "--out", out, "--yes", preexec_fn=limited(folder_size(folder) + 4096)
    )
    assert done.returncode in (0, 1)
    for path in files[:2]:
        assert path.read_bytes() == before[path]
    assert [one for one in sorted(path.name for path in tmp_path.iterdir()) if one != "demo"] == names
    assert sorted(path.name for path in out.iterdir()) == sorted(path.name for path in before if path.parent == out)
    assert len(json_lines(pathfolio("vault", "list", folder, "--json"))) == 8


def folder_size(folder):
    return (folder / "vault.db").stat().st_size


def many(place, count, *, first=0, name="", description="x" * 2000):
    place.mkdir()
    for number in range(first, first + count):
        document = plain_credential(f"Course {number:04}{name}", number, description=description)
        (place / f"{number:04}.json").write_text(json.dumps(document))
    return place


FULL = """
set -e
cp -r "$2" "$1/v"
"$0" vault import "$1/v" "$3"/000[0-9].json
"$0" vault import "$1/v" "$3" && exit 9
test $? = 1
cp -r "$1/v" "$4"
"$0" vault list "$1/v" --json > "$4/listed"
"""


@posix
def test_a_disk_that_fills_up_keeps_what_was_kept(tmp_path):
    (tmp_path / "small").mkdir()
    folder, records = cheap_vault(tmp_path / "v"), many(tmp_path / "records", 300)
    (tmp_path / "after").mkdir()
    places = [tmp_path / "small", folder, records, tmp_path / "after"]
    script = [*mounting(tmp_path / "small", "500k"), "sh", "-c", FULL, command(), *map(str, places)]
    done = subprocess.run(script, check=False, capture_output=True, env=environment(), text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "pathfolio: The disk is full, so this was not saved. What was saved before is safe." in done.stderr
    listed = [json.loads(line)["name"] for line in (tmp_path / "after" / "listed").read_text().splitlines()]
    assert listed == [f"Course {number:04}" for number in range(10)]  # an import is kept whole or not at all


def killed_after(arguments, seconds):
    """Whether the command was killed before its end."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen([command(), *map(str, arguments)], env=environment(), **quiet) as run:
        try:
            return run.wait(timeout=seconds) < 0
        except subprocess.TimeoutExpired:
            run.kill()
            return True


def killed_once_grown(arguments, file, more):
    """Whether the command was killed, as soon as it had written so many bytes more to a file.

    Nobody reads what it says: one that says more than a pipe takes cannot end before.
    """
    pipes, enough = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}, file.stat().st_size + more
    with subprocess.Popen([command(), *map(str, arguments)], env=environment(), **pipes) as run:
        while run.poll() is None:
            if file.stat().st_size >= enough:
                run.kill()
            time.sleep(0.001)
    return run.returncode < 0


BATCH, LONG_NAME = 40, " " + "🎓" * 300  # twelve letters each in JSON
IN_THE_MIDDLE, AT_THE_END = "x" * 100_000, "x" * 2000
"""SQLite writes to the file before the end what is more than it holds in memory (2 MB), and all else at the end."""


def test_a_kill_in_an_import_loses_no_record_kept(tmp_path):
    folder, chance = cheap_vault(tmp_path / "v"), random.Random(5)
    assert pathfolio("vault", "import", folder, many(tmp_path / "first", BATCH)).returncode == 0
    kept, kills = names_kept(folder), 0
    for turn, size in enumerate((IN_THE_MIDDLE, AT_THE_END) * 3, 1):
        batch = many(tmp_path / f"batch{turn}", BATCH, first=turn * BATCH, name=LONG_NAME, description=size)
        more = chance.randrange(4096, 100_000)
        assert killed_once_grown(("vault", "import", folder, batch, "--json"), folder / "vault.db", more)
        names = names_kept(folder)
        assert names[: len(kept)] == kept
        assert names[len(kept) :] in ([], names_of(turn)), "an import is kept whole or not at all"
        kills += names == kept
        kept = names
    assert kills > 1, "more than once it was ended in the middle"
    batches = [tmp_path / f"batch{turn}" for turn in range(1, 7)]
    assert pathfolio("vault", "import", folder, *batches).returncode == 0
    assert sorted(names_kept(folder)) == [name for turn in range(7) for name in names_of(turn)]


def names_kept(folder):
    return [one["name"][:11] for one in json_lines(pathfolio("vault", "list", folder, "--json"))]


def names_of(turn):
    return [f"Course {number:04}" for number in range(turn * BATCH, (turn + 1) * BATCH)]


def test_a_kill_in_present_leaves_whole_files_and_a_ledger_that_knows_them(tmp_path):
    folder, chance = cheap_vault(tmp_path / "v"), random.Random(3)
    assert pathfolio("vault", "import", folder, RECORDS).returncode == 0
    arguments = ("present", "--vault", folder, OPPORTUNITY, "--out", tmp_path / "out", "--yes")
    start = time.monotonic()
    assert not killed_after(arguments, 120)
    whole = time.monotonic() - start
    for _ in range(8):
        killed_after(arguments, whole * (0.3 + 0.7 * chance.random()))
        (found,) = json_lines(pathfolio("verify", tmp_path / "out" / "presentation.json", "--json"))
        assert found["checks"][0]["answer"] == "yes"
        with vault.unlock(folder, PASSPHRASE) as opened:
            sent = {one.presentation for one in store_applications.presentations(opened)}
        assert (tmp_path / "out" / "presentation.json").read_bytes() in sent
        assert (tmp_path / "out" / "presentation.pdf").read_bytes().rstrip().endswith(b"%%EOF")
        assert (tmp_path / "out" / "presentation.html").read_text(encoding="utf-8").rstrip().endswith("</html>")


def test_python_here_is_the_one_that_has_the_command():
    assert Path(command()).parent == Path(sys.executable).parent
