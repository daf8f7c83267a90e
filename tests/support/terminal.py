"""The `pathfolio` command as people and programs run it."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import ready_command

from app.journey import practice
from app.places import asset
from app.vault import vault
from app.vault.keyfile import Cost

PASSPHRASE = "correct horse battery"
RECORDS = practice.practice_learner().records
DOCUMENTS = practice.practice_documents()
OPPORTUNITY = practice.practice_learner().opportunity
REGISTRY = practice.practice_registry()
GOAL = "31-9092.00"
PERSON, USAGE, BUG, STOPPED = 1, 2, 3, 130
CHEAP = Cost(1, 8192)
NO_DATA = str(Path(tempfile.gettempdir()) / "pathfolio-tests-keep-nothing-here")
"""A data folder that is not there, so that no test meets the vault of whoever runs it."""


def command() -> str:
    """The command as it is installed beside this Python."""
    found = shutil.which("pathfolio", path=str(Path(sys.executable).parent))
    assert found, "pathfolio is not installed beside this Python"
    return found


def environment(**more: str) -> dict[str, str]:
    """A clean environment in English with the passphrase set; an empty value takes a variable away."""
    kept = {
        name: os.environ[name] for name in ("PATH", "PYTHONPATH", "SYSTEMROOT", "TEMP", "TMPDIR") if name in os.environ
    }
    apart = {"XDG_DATA_HOME": NO_DATA, "PATHFOLIO_VAULT": ""}
    wanted = {**kept, **apart, "LC_ALL": "C.UTF-8", "PATHFOLIO_PASSPHRASE": PASSPHRASE, **more}
    return {name: value for name, value in wanted.items() if value}


@cache
def ready() -> ready_command.Ready:
    """The loaded program that commands are copied from, for all tests of this process."""
    return ready_command.get_ready(environment())


def run(line, given, env, *, cwd=None, **more):
    """The command's own process, run to its end: copied where that is the same, else started from nothing."""
    if more or sys.platform != "linux" or ready_command.at_start(env) != ready().at_start:
        said = {"stdin": subprocess.DEVNULL} if given is None else {"input": given}
        return subprocess.run(line, check=False, capture_output=True, env=env, timeout=120, cwd=cwd, **said, **more)
    return ready_command.run(ready(), line, env, given or b"", cwd=cwd or Path.cwd(), timeout=120)


def pathfolio(*arguments, text=True, env=None, input=None, **more):  # noqa: A002  as subprocess.run
    """Run the command to its end; whatever happens, it may not show a traceback."""
    given = input.encode() if isinstance(input, str) else input
    done = run([command(), *map(str, arguments)], given, environment(**(env or {})), **more)
    if text:
        done.stdout, done.stderr = (one.decode().replace("\r\n", "\n") for one in (done.stdout, done.stderr))
    trouble = done.stderr if text else done.stderr.decode("utf-8", "replace")
    assert "Traceback" not in trouble, trouble
    assert done.returncode != BUG, trouble
    return done


def sentence(done) -> str:
    """The one sentence on standard error of a person's error, with nothing else beside it."""
    assert done.returncode == PERSON, (done.returncode, done.stderr)
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("pathfolio: ")
    return lines[0].removeprefix("pathfolio: ")


def json_lines(done) -> list[dict]:
    """What a program reads: one object a line, in plain ASCII."""
    assert done.stdout.isascii()
    return [json.loads(line) for line in done.stdout.splitlines()]


def cheap_vault(folder: Path) -> Path:
    """A real vault whose passphrase takes little work to try."""
    vault.create(folder, PASSPHRASE, cost=CHEAP)[0].lock()
    return folder


def plain_credential(name: str = "Forklift", number: int = 0, **more) -> dict:
    """An unsigned credential."""
    return {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": f"urn:uuid:00000000-0000-4000-8000-{number:012}",
        "type": ["VerifiableCredential"],
        "name": name,
        "issuer": {"id": "https://example.org/issuer", "name": "Example School"},
        "validFrom": "2024-01-01T00:00:00Z",
        "credentialSubject": {"id": "did:example:learner"},
        **more,
    }


def catalog() -> Path:
    """The Spanish catalog's source."""
    return asset("translations", "es", "LC_MESSAGES", "pathfolio.po")
