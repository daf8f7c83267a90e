"""Whole commands as a person runs them, beside Python doing nothing: time from start to end, and peak memory."""

import json
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import which

from app.journey.practice import practice_learner
from bench.timing import Peer, Row, Spread, spread

TIME, MEMORY = "Whole command: time", "Whole command: peak memory"
BARE = "python -c pass"
QUICK, SLOW = 7, 3
MEGABYTE = 1_000_000
Measured = tuple[float, int | None]


def rows() -> Iterator[Row]:
    """Two rows for each command: its time and its peak memory, both beside Python doing nothing."""
    with tempfile.TemporaryDirectory(prefix="pathfolio-bench-") as folder:
        found = {what: _beside_nothing(command, rounds) for what, command, rounds in _commands(Path(folder))}
    for what, (ours, bare) in found.items():
        yield Row(TIME, what, "ms", _times(ours), Peer(BARE, _times(bare)))
    for what, (ours, bare) in found.items():
        memory = _memory(ours)
        note = "" if memory else "this system does not tell"
        yield Row(MEMORY, what, "MB", memory, Peer(BARE, _memory(bare)), note)


def _commands(folder: Path) -> Iterator[tuple[str, list[str], int]]:
    program = which("pathfolio", path=sysconfig.get_path("scripts"))
    assert program, "pathfolio is not installed beside this Python"
    record = str(practice_learner().records / "customer-care-in-clinics.json")
    yield "pathfolio --help", [program, "--help"], QUICK
    yield "pathfolio check, one record", [program, "check", record], QUICK
    yield "pathfolio match, one phrase", [program, "match", "greet patients"], QUICK
    yield "pathfolio careers --like all --json", [program, "careers", "--like", "all", "--json"], SLOW
    yield "pathfolio demo", [program, "demo", "--out", str(folder)], SLOW


def _beside_nothing(command: Sequence[str], rounds: int) -> tuple[list[Measured], list[Measured]]:
    """Rounds of the command and of bare Python in turn; for quick ones after one that counts for nothing."""
    bare = [sys.executable, "-c", "pass"]
    if rounds > SLOW:
        _run(command)
    pairs = [(_run(command), _run(bare)) for _ in range(rounds)]
    return [ours for ours, _ in pairs], [nothing for _, nothing in pairs]


def _run(command: Sequence[str]) -> Measured:
    launch = [sys.executable, "-m", "bench.launch", *command]
    done = subprocess.run(launch, capture_output=True, check=True)
    found = json.loads(done.stdout)
    return found["seconds"], found["peak"]


def _times(found: Sequence[Measured]) -> Spread:
    return spread([seconds * 1000 for seconds, _ in found])


def _memory(found: Sequence[Measured]) -> Spread | None:
    peaks = [peak / MEGABYTE for _, peak in found if peak is not None]
    return spread(peaks) if peaks else None
