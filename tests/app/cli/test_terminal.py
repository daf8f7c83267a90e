"""The terminal itself: odd encodings, closed pipes, Ctrl-C, passphrases, a missing home, faults of ours."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from terminal import (
    BUG,
    DOCUMENTS,
    GOAL,
    OPPORTUNITY,
    PASSPHRASE,
    RECORDS,
    STOPPED,
    USAGE,
    cheap_vault,
    command,
    environment,
    json_lines,
    pathfolio,
    sentence,
)

from app.cli import checking, main

posix = pytest.mark.skipif(os.name != "posix", reason="terminals and signals of POSIX")
RECORD = RECORDS / "team-coach.json"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437", "cp1252", "cp932", "utf-16"])
def test_no_encoding_of_a_terminal_stops_the_program(encoding):
    for arguments in (("check", RECORD, "none.json", "--documents", DOCUMENTS), ("match", "première hilfe ✓")):
        done = pathfolio(*arguments, env={"PYTHONIOENCODING": encoding}, text=False)
        assert done.returncode in (0, 1)
        assert len(done.stdout) > 50
    if encoding == "ascii":
        done = pathfolio("check", RECORD, env={"PYTHONIOENCODING": "ascii"}, text=False)
        assert b"  + Can we read all of it? Yes." in done.stdout
        assert done.stdout.isascii()


def test_the_demo_is_readable_in_plain_shapes():
    done = pathfolio("demo", env={"PYTHONIOENCODING": "ascii"}, text=False)
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert b"  ####" in done.stdout
    assert b"    * " in done.stdout


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "xx_YY.nonsense"},
        {"LC_ALL": "", "LANG": "es_MX.UTF-8"},
        {"COLUMNS": "1", "LINES": "1", "TERM": "nonsense"},
        {"COLUMNS": "nonsense", "NO_COLOR": "1"},
        {"HOME": "", "USER": "", "XDG_DATA_HOME": ""},
        {"HOME": "/nonexistent/home"},
        {"PATHFOLIO_DEBUG": "1"},
    ],
    ids=lambda env: ",".join(f"{name}={value}" for name, value in env.items()),
)
def test_no_environment_stops_the_program(env):
    done = pathfolio("check", RECORD, env=env, text=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert pathfolio("--help", env=env, text=False).returncode == 0


def test_it_speaks_the_language_of_the_computer_and_the_one_asked_for():
    asked = CliRunner().invoke(main, ["--language", "es", "check", "none.json"])
    usual = CliRunner(env={"LC_ALL": "es_US.UTF-8", "PATHFOLIO_LANGUAGE": ""}).invoke(main, ["check", "none.json"])
    assert asked.stderr == usual.stderr


@posix
def test_a_reader_who_leaves_ends_it_quietly(tmp_path):
    for arguments in (["check", RECORDS], ["careers", "--like", "all", "--json"], ["demo", "--out", tmp_path / "d"]):
        run = subprocess.Popen(
            [command(), *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
        )
        with run:
            assert run.stdout.readline()
            run.stdout.close()
            assert run.stderr.read() == b""


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_answer_that_cannot_be_written_is_told():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [command(), "check", RECORD], check=False, stdout=full, stderr=subprocess.PIPE, env=environment(), text=True
        )
    assert sentence(done) == "The answer could not be written out. Maybe the disk is full."


@posix
def test_closed_streams_are_no_fault():
    for closed in (">&-", "2>&-", "<&-", ">&- 2>&- <&-"):
        script = f'"$0" check "$1" none.json {closed}'
        done = subprocess.run(
            ["sh", "-c", script, command(), RECORD], check=False, capture_output=True, env=environment(), text=True
        )
        assert done.returncode == 1, (closed, done.stderr)
        assert "Traceback" not in done.stderr
        assert "Exception" not in done.stderr


@posix
def test_ctrl_c_says_one_word_and_ends_with_130(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for arguments in (
        ["match", "--file", pipe],
        ["vault", "list", cheap_vault(tmp_path / "v"), "--passphrase-file", pipe],
    ):
        with subprocess.Popen(
            [command(), *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
            text=True,
            start_new_session=True,
        ) as run:
            writer = os.open(pipe, os.O_WRONLY)  # waits until it reads
            time.sleep(0.1)
            run.send_signal(signal.SIGINT)
            try:
                said = run.communicate(timeout=60)
            finally:
                run.kill()  # one that did not hear would be waited for
                os.close(writer)
        assert said == ("", "pathfolio: Stopped.\n")
        assert run.returncode == STOPPED


CTRL_C_WHILE_LOADING = """
import sys, types
class Loading(types.ModuleType):
    def __getattr__(self, name):
        raise KeyboardInterrupt
sys.modules["app.cli"] = Loading("app.cli")
sys.argv = ["pathfolio", "demo"]
from ui.main import main
main()
"""


def test_ctrl_c_while_the_program_loads_is_quiet():
    done = subprocess.run([sys.executable, "-c", CTRL_C_WHILE_LOADING], check=False, capture_output=True)
    assert (done.returncode, done.stderr) == (STOPPED, b"")


def at_a_terminal(arguments, typed, env=None, until=b""):
    """Run the command at a pseudo-terminal and type each answer once its prompt stands there."""
    import pty
    import select

    child, handle = pty.fork()
    if child == 0:
        os.execve(  # noqa: S606
            command(), ["pathfolio", *map(str, arguments)], environment(**{"PATHFOLIO_PASSPHRASE": "", **(env or {})})
        )
    said, left = b"", list(typed)
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        if not select.select([handle], [], [], 90)[0]:
            break
        try:
            more = os.read(handle, 4096)
        except OSError:
            more = b""
        if not more:
            break
        said += more
        if left and left[0][0] in said:
            prompt, answer = left.pop(0)
            said = said.replace(prompt, b"", 1)
            time.sleep(0.05)
            os.write(handle, answer)
    _, status = os.waitpid(child, 0)
    os.close(handle)
    assert not left, (left, said)
    assert b"Traceback" not in said
    return os.waitstatus_to_exitcode(status), said.decode()


@posix
def test_a_passphrase_typed_is_asked_twice_for_a_new_vault_and_never_shown(tmp_path):
    word = b"typed at night"
    typed = [(b"New passphrase", word + b"\n"), (b"again", b"slip of the hand\n")]
    typed += [(b"New passphrase", word + b"\n"), (b"again", word + b"\n")]
    code, said = at_a_terminal(["vault", "new", tmp_path / "v"], typed)
    assert code == 0
    assert "Recovery code" in said
    assert word.decode() not in said
    code, said = at_a_terminal(["vault", "list", tmp_path / "v"], [(b"Passphrase", word + b"\n")])
    assert (code, word.decode() in said) == (0, False)
    code, said = at_a_terminal(["vault", "list", tmp_path / "v"], [(b"Passphrase", b"wrong word\n")])
    assert code == 1
    assert "That passphrase does not open this vault." in said


@posix
@pytest.mark.parametrize("key", [b"\x03", b"\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_leaving_at_a_prompt_changes_nothing(tmp_path, key):
    code, said = at_a_terminal(["vault", "new", tmp_path / "v"], [(b"New passphrase", key)])
    assert code == STOPPED
    assert "Stopped." in said
    assert not (tmp_path / "v").exists()
    folder = cheap_vault(tmp_path / "w")
    env = {"PATHFOLIO_PASSPHRASE": PASSPHRASE}
    assert pathfolio("vault", "import", folder, RECORDS).returncode == 0
    present = ["present", "--vault", folder, OPPORTUNITY, "--out", tmp_path / "out"]
    code, said = at_a_terminal(present, [(b"Sign and save these? [y/N]", key)], env)
    assert code == STOPPED
    assert not (tmp_path / "out").exists()


@posix
def test_progress_is_shown_where_a_person_watches(tmp_path):
    folder = cheap_vault(tmp_path / "v")
    code, said = at_a_terminal(["vault", "import", folder, RECORDS], [], {"PATHFOLIO_PASSPHRASE": PASSPHRASE})
    assert code == 0
    assert "Records: 8" in said
    assert "8 new records kept." in said


def test_a_passphrase_comes_from_a_file_before_the_environment(tmp_path):
    folder = cheap_vault(tmp_path / "v")
    for number, written in enumerate((PASSPHRASE, PASSPHRASE + "\n", PASSPHRASE + "\r\n", "\ufeff" + PASSPHRASE)):
        (tmp_path / str(number)).write_text(written, encoding="utf-8", newline="")
        done = pathfolio(
            "vault", "list", folder, "--passphrase-file", tmp_path / str(number), env={"PATHFOLIO_PASSPHRASE": "x"}
        )
        assert done.returncode == 0
    (tmp_path / "binary").write_bytes(bytes(range(256)))
    for name in ("binary", "none", "."):
        done = pathfolio("vault", "list", folder, "--passphrase-file", tmp_path / name)
        assert "could not be read" in sentence(done)
    done = pathfolio("vault", "list", folder, env={"PATHFOLIO_PASSPHRASE": ""})
    assert sentence(done) == "A passphrase is needed. Use --passphrase-file, or set PATHFOLIO_PASSPHRASE."


@pytest.mark.parametrize(
    "arguments",
    [("nonsense",), ("check",), ("careers", "--top", "0"), ("goal",), ("vault", "nonsense"), ("--nonsense",)],
)
def test_a_command_given_wrongly_is_one_line_and_exit_2(arguments):
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == USAGE
    (line,) = done.stderr.splitlines()
    assert line.startswith("pathfolio: ")
    assert line.endswith("--help")


def test_a_fault_of_ours_is_one_sentence_and_shows_its_trace_only_when_asked(monkeypatch):
    def faulty(*_, **__):
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr(checking, "read_path", faulty)
    done = CliRunner(env={"PATHFOLIO_DEBUG": None}).invoke(main, ["check", str(RECORD)])
    assert done.exit_code == BUG
    (line,) = done.stderr.splitlines()
    assert "ZeroDivisionError" in line
    debugged = CliRunner(env={"PATHFOLIO_DEBUG": "1"}).invoke(main, ["check", str(RECORD)])
    assert isinstance(debugged.exception, ZeroDivisionError)


def test_a_sentence_that_is_missing_is_no_traceback(monkeypatch):
    from app.errors import PersonError

    def raises(error):
        def run(*_, **__):
            raise error

        monkeypatch.setattr(checking, "read_path", run)
        return CliRunner(env={"PATHFOLIO_DEBUG": None}).invoke(main, ["check", str(RECORD)])

    for error in (PersonError("never_heard_of"), PersonError("file_not_found")):
        done = raises(error)
        assert done.exit_code == 1
        assert error.code in done.stderr


@pytest.mark.skipif(sys.flags.utf8_mode, reason="the test's own")
def test_json_is_ascii_whatever_the_terminal(tmp_path):
    done = pathfolio("match", "premiers secours à l’hôpital \x7f \u2028", "--json", env={"PYTHONIOENCODING": "cp437"})
    (found,) = json_lines(done)
    assert found["phrase"] == "premiers secours à l’hôpital \x7f \u2028"
    done = pathfolio("gap", "--vault", cheap_vault(tmp_path / "v"), "--goal", GOAL, "--json")
    assert json_lines(done)
