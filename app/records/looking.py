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
_READY = b"ready\n"
START = 60.0
"""Seconds that the process apart may take to start, on a slow and busy computer; they count for no picture."""


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
        line = _answer(self._started(), len(data).to_bytes(_SIZE) + data, seconds)
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
            _answer(self._process, b"", START)
        return self._process


def _answer(process: subprocess.Popen[bytes], asked: bytes, seconds: float) -> bytes:
    """The line that the process says to what it is asked; it is ended where that takes longer than so many seconds."""
    timer = threading.Timer(seconds, process.kill)
    timer.start()
    try:
        return _say(process, asked)
    except OSError:
        return b""
    finally:
        timer.cancel()


def _say(process: subprocess.Popen[bytes], asked: bytes) -> bytes:
    if process.stdin is None or process.stdout is None:
        return b""
    process.stdin.write(asked)
    process.stdin.flush()
    return process.stdout.readline()


LOOKER = Looker()
"""One for the whole program: starting it costs more than looking into most pictures."""


def serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """Be the process apart: for each picture (its length in 8 bytes before it) one line of JSON, until no more come.

    Says first that it is ready, with all that it needs loaded.
    """
    qr_codes.load()
    answers.write(_READY)
    answers.flush()
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
