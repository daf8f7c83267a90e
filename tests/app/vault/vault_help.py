"""What the vault's tests share: a cheap cost, a record, and other processes."""

import hashlib
import subprocess
import sys
from pathlib import Path

from app.records.model import Issuer, Record, Source
from app.vault import vault
from app.vault.database import insert
from app.vault.keyfile import Cost

ROOT = Path(__file__).parents[3]
CHEAP = Cost(1, 8192)
PASSPHRASE = "eight tall herons"
OTHER = "nine small wrens"


def new_vault(folder):
    return vault.create(folder, PASSPHRASE, cost=CHEAP)


def record(raw=b'{"name": "Forklift"}', file="badge.json", member=None):
    return Record(
        key=hashlib.sha256(raw).hexdigest(),
        raw=raw,
        document={},
        kind="ob3",
        data_model="2.0",
        source=Source(file, member),
        id=None,
        types=(),
        name="Forklift",
        issuer=Issuer(),
        subjects=(),
    )


def add_check(opened, key, name="signature"):
    """A row of what was checked of a record, as earlier versions kept them beside it."""
    row = {"record_key": key, "name": name, "answer": "yes", "reason": "sound", "as_of": "2026-11-21T00:00:00+00:00"}
    with opened.writing() as database:
        insert(database, "record_check", {**row, "values_json": "{}"})


def checked(opened):
    """Names of what was checked, as such rows tell it."""
    with opened.reading() as database:
        return [row["name"] for row in database.query("SELECT name FROM record_check ORDER BY id")]


def start(script, *arguments, before=()):
    """A Python process running `script` in the project's folder; `before` are words put before the interpreter."""
    command = [*before, sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def run(script, *arguments, before=()):
    """What `script` prints; it must end well."""
    command = [*before, sys.executable, "-c", script, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
