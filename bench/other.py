"""Another implementation in a process of its own: it holds files and checks them, asked by lines of JSON."""

import json
import subprocess
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Other:
    """A running peer: its name with its version, and its process."""

    name: str
    process: subprocess.Popen[str]

    def load(self, files: Sequence[bytes]) -> None:
        """Give it the files to check."""
        self._ask({"load": [b64encode(file).decode() for file in files]})

    def answers(self) -> list[bool]:
        """Whether it accepts each file."""
        return list(self._ask({"check": True})["answers"])

    def rate(self, seconds: float) -> float:
        """Files it checks in a second of its processor time, over at least so many seconds."""
        found = self._ask({"seconds": seconds})
        return float(found["records"] / found["seconds"])

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        return dict(json.loads(self.process.stdout.readline()))


@contextmanager
def running(name: str, command: Sequence[str]) -> Iterator[Other]:
    """A peer that a command starts and the end of its input ends."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Other(name, process)
        if process.stdin:
            process.stdin.close()
