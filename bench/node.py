"""The other side: `@digitalbazaar/vc` in one Node process, installed from the lock of `tests/interop`."""

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.places import asset

HERE = Path(__file__).parent
INTEROP = HERE.parent / "tests" / "interop"
BUILD = HERE.parent / "build" / "interop"
LOCKED = ("package.json", "package-lock.json", ".npmrc")
NAME = "@digitalbazaar/vc"


class Node:
    """A running peer that holds files and checks them when asked."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def load(self, files: Sequence[bytes]) -> None:
        """Give it the files to check."""
        self._ask({"load": [b64encode(file).decode() for file in files]})

    def answers(self) -> list[bool]:
        """Whether it accepts each file."""
        return list(self._ask({"check": True})["answers"])

    def rate(self, seconds: float) -> float:
        """Records it checks in a second, over at least so many seconds."""
        found = self._ask({"seconds": seconds})
        return float(found["records"] / found["seconds"])

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        return dict(json.loads(self.process.stdout.readline()))


@contextmanager
def peer() -> Iterator[Node | str]:
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
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            yield Node(process)
            if process.stdin:
                process.stdin.close()
    finally:
        program.unlink()


def version() -> str:
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
