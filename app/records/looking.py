"""Looking for codes in pictures in a process apart: one that takes too long, or too much, is ended and nothing else.

Decoders of pictures and codes are big programs in C++ that cannot be stopped half-way, and a picture can be drawn to
keep one busy for minutes. The other process lives on for the next picture and ends with this one.
"""

import atexit
import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import BinaryIO

from app.records import qr_codes

COMMAND = "look-into-pictures"
"""What the built program is told to be the process apart."""
_SIZE = 8


class Looker:
    """The process apart, started when it is first needed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def codes(self, data: bytes, seconds: float) -> tuple[str, ...]:
        """The texts of the QR codes in a picture. PictureError: as `qr_codes.look`, and picture_too_busy."""
        with self._lock:
            answer = self._ask(data, seconds)
        if answer is None:
            raise qr_codes.PictureError("picture_too_busy")
        if isinstance(answer, str):
            raise qr_codes.PictureError(answer)
        return tuple(answer)

    def end(self) -> None:
        """End the process apart."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _ask(self, data: bytes, seconds: float) -> str | list[str] | None:
        """What the process says; None where it had to be ended, or ended itself."""
        process = self._started()
        if process.stdin is None or process.stdout is None:
            return None
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        try:
            process.stdin.write(len(data).to_bytes(_SIZE) + data)
            process.stdin.flush()
            line = process.stdout.readline()
        except OSError:
            line = b""
        finally:
            timer.cancel()
        if not line.endswith(b"\n"):
            self.end()
            return None
        found: str | list[str] = json.loads(line)
        return found

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.end()
            atexit.register(self.end)
            built = getattr(sys, "frozen", False)
            self._process = subprocess.Popen(
                [sys.executable, *([COMMAND] if built else ["-m", __name__])],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=None if built else Path(__file__).parents[2],
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return self._process


LOOKER = Looker()
"""One for the whole program: starting it costs more than looking into most pictures."""


def serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """Be the process apart: for each picture (its length in 8 bytes before it) one line of JSON, until no more come."""
    while size := asked.read(_SIZE):
        data = asked.read(int.from_bytes(size))
        try:
            found: object = list(qr_codes.look(data))
        except qr_codes.PictureError as error:
            found = error.args[0]
        answers.write(json.dumps(found).encode("ascii") + b"\n")
        answers.flush()


def main() -> None:
    """Be the process apart on standard input and output."""
    serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
