"""Other people's packages, installed once from the lock and run by Node.

Where Node is not here its tests are skipped; with PATHFOLIO_ALL_PEERS set, as `.ci/run` does, that is a failure.
"""

import contextlib
import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from peers import absent

HERE = Path(__file__).parent
BUILD = HERE.parents[1] / "build" / "interop"
RunNode = Callable[..., str]


@pytest.fixture(scope="session")
def libraries() -> Path:
    """A folder with the locked packages, installed once and again only when the lock changes.

    It is made aside and renamed, so that test runners side by side never see half of it.
    """
    if shutil.which("node") is None or shutil.which("npm") is None:
        absent("Node and npm")
    digest = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()[:16]
    ready = BUILD / digest
    if not ready.exists():
        BUILD.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(dir=BUILD))
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(HERE / name, aside)
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=aside, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"npm could not install the verifiers (it needs its registry once): {done.stderr}"
        with contextlib.suppress(OSError):
            aside.rename(ready)
        shutil.rmtree(aside, ignore_errors=True)
    return ready


@pytest.fixture
def run_node(libraries: Path) -> RunNode:
    """Run one of the programs beside this file, where it finds its packages; what it prints."""

    def run(name: str, *arguments: object) -> str:
        program = libraries / f"{os.getpid()}-{name}"
        shutil.copy(HERE / name, program)
        try:
            command = ["node", str(program), *map(str, arguments)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        finally:
            program.unlink()
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run
