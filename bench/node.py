"""The other side: `@digitalbazaar/vc` in one Node process, installed from the lock of `tests/interop`."""

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.places import asset
from bench.other import Other, running

HERE = Path(__file__).parent
INTEROP = HERE.parent / "tests" / "interop"
BUILD = HERE.parent / "build" / "interop"
LOCKED = ("package.json", "package-lock.json", ".npmrc")
NAME = "@digitalbazaar/vc"


@contextmanager
def peer() -> Iterator[Other | str]:
    """The peer, or why there is none."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        yield "no Node: not compared"
        return
    folder = _libraries()
    if folder is None:
        yield "npm could not install it: not compared"
        return
    program = folder / f"peer-{os.getpid()}.mjs"
    shutil.copy(HERE / "peer.mjs", program)
    command = ["node", str(program), str(asset("contexts"))]
    try:
        with running(f"{NAME} {_version()}", command) as other:
            yield other
    finally:
        program.unlink()


def _version() -> str:
    """The peer's version as locked."""
    return str(json.loads((INTEROP / "package.json").read_bytes())["dependencies"][NAME])


def _libraries() -> Path | None:
    """The folder with the locked packages, the one that `tests/interop` uses; made aside and renamed when whole."""
    digest = hashlib.sha256((INTEROP / "package-lock.json").read_bytes()).hexdigest()[:16]
    ready = BUILD / digest
    if not ready.exists():
        BUILD.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(dir=BUILD))
        for name in LOCKED:
            shutil.copy(INTEROP / name, aside)
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run([shutil.which("npm") or "npm", *command[1:]], cwd=aside, capture_output=True, check=False)
        if done.returncode:
            shutil.rmtree(aside, ignore_errors=True)
            return None
        with contextlib.suppress(OSError):
            aside.rename(ready)
    return ready
