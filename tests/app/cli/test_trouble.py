"""Trouble with the vault, the disk and the process: one sentence, and nothing committed is lost."""

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
    sentence,
)

from app.vault import store_applications, vault

posix = pytest.mark.skipif(os.name != "posix", reason="users, limits and signals of POSIX")
READ_ONLY = "pathfolio: Nothing can be written here: the folder or file is read-only."


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
        (("pack", "info", tmp_path / "none"), "The career data are missing"),
        (("pack", "info", tmp_path), "The career data are missing"),
        (("pack", "build", "--from", tmp_path / "none", "--out", tmp_path / "x"), "There is no folder"),
        (("careers",), "Say for whom"),
        (("match",), "Give some words"),
    ):
        done = pathfolio(*command_line)
        assert done.returncode == 1, command_line
        assert done.stderr.splitlines()[-1].startswith(f"pathfolio: {expected}"), (command_line, done.stderr)
        assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "out" / "presentation.json").exists()
    with vault.unlock(folder, PASSPHRASE) as opened:
        assert store_applications.presentations(opened) == ()


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


def many(place, count):
    place.mkdir()
    for number in range(count):
        document = plain_credential(f"Course {number:04}", number, description="x" * 2000)
        (place / f"{number:04}.json").write_text(json.dumps(document))
    return place


FULL = """
set -e
mount -t tmpfs -o size=500k small "$1"
cp -r "$2" "$1/v"
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
    try:
        done = subprocess.run(
            ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", FULL, command(), *map(str, places)],
            check=False,
            capture_output=True,
            env=environment(),
            text=True,
            timeout=120,
        )
    except FileNotFoundError:
        pytest.skip("no unshare here")
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip("a small disk needs user namespaces here")
    assert done.returncode == 0, done.stderr
    assert "pathfolio: The disk is full, so this was not saved. What was saved before is safe." in done.stderr
    listed = [json.loads(line)["name"] for line in (tmp_path / "after" / "listed").read_text().splitlines()]
    assert len(listed) > 10
    assert listed == [f"Course {number:04}" for number in range(len(listed))]


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
    """Whether the command was killed, as soon as it had written so many bytes more to a file."""
    quiet, enough = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}, file.stat().st_size + more
    with subprocess.Popen([command(), *map(str, arguments)], env=environment(), **quiet) as run:
        while run.poll() is None:
            if file.stat().st_size >= enough:
                run.kill()
            time.sleep(0.001)
    return run.returncode < 0


def test_a_kill_in_an_import_loses_no_record_kept(tmp_path):
    folder, records, chance = cheap_vault(tmp_path / "v"), many(tmp_path / "records", 150), random.Random(5)
    kept, kills, unfinished = 0, 0, True
    while unfinished:
        more = chance.randrange(4096, 100_000)
        unfinished = killed_once_grown(("vault", "import", folder, records), folder / "vault.db", more)
        names = [one["name"] for one in json_lines(pathfolio("vault", "list", folder, "--json"))]
        assert names == [f"Course {number:04}" for number in range(len(names))]
        assert len(names) >= kept
        kept, kills = len(names), kills + unfinished
    assert kept == 150
    assert kills > 1


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
