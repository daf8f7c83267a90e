"""The `pathfolio` command in a process of its own, which is copied from one that has loaded the program already.

Loading the program and reading its career data take a command three seconds of work; hundreds of tests would pay that
again and again. So one process loads both and is forked for each command: the copy gets streams, a folder, an
environment and an end of its own, and runs the installed script from its first line.
"""

import atexit
import gc
import json
import os
import runpy
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

MOST = 1 << 20
"""Bytes of one request."""
AT_START = ("PYTHON", "LC_", "LANG", "TMPDIR", "PATHFOLIO_DATA")
"""What variables begin with that a process reads once, as it starts or loads."""
LATER = ("highspy", "networkx", "numpy", "rapidfuzz", "typst")
"""What commands import while they run."""
LATER = ("highspy", "networkx", "numpy", "rapidfuzz", "typst")
"""What commands import while they run."""
ALONE = {"OPENBLAS_NUM_THREADS": "1"}
"""Else numpy starts a thread when it is imported."""
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True)
class Ready:
    """The process that is copied, how to ask it, and what it read of its environment as it started."""

    process: subprocess.Popen[bytes]
    asking: socket.socket
    at_start: Mapping[str, str]

    def close(self) -> None:
        """It ends once nobody can ask any more."""
        self.asking.close()
        self.process.communicate()


def run(
    ready: Ready, command: Sequence[str], environment: Mapping[str, str], given: bytes, *, cwd: Path, timeout: float
) -> subprocess.CompletedProcess[bytes]:
    """Run the command to its end. TimeoutExpired as `subprocess.run`."""
    with _ONE_AT_A_TIME, ThreadPoolExecutor(3) as streams:
        (stdin, feed), (out, stdout), (err, stderr) = os.pipe(), os.pipe(), os.pipe()
        asked = {"command": list(command), "environment": dict(environment), "cwd": str(cwd)}
        socket.send_fds(ready.asking, [json.dumps(asked).encode()], [stdin, stdout, stderr])
        for one in (stdin, stdout, stderr):
            os.close(one)
        streams.submit(_feed, feed, given)
        said = [streams.submit(_all_of, one) for one in (out, err)]
        child = int(_answer(ready))
        late = not select.select([ready.asking], [], [], timeout)[0]
        if late:
            os.kill(child, signal.SIGKILL)
        ended = int(_answer(ready))
        if late:
            raise subprocess.TimeoutExpired(list(command), timeout)
        return subprocess.CompletedProcess(list(command), ended, *(one.result() for one in said))


def at_start(environment: Mapping[str, str]) -> dict[str, str]:
    """What no copy can have otherwise than the process it is copied from."""
    return {name: value for name, value in environment.items() if name.startswith(AT_START)}


def get_ready(environment: Mapping[str, str]) -> Ready:
    """Start the process that is copied; it ends with this one."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        [sys.executable, __file__, str(theirs.fileno())],
        stdin=pipe, stdout=pipe, stderr=pipe, env={**environment, **ALONE}, pass_fds=[theirs.fileno()],
    )  # fmt: skip
    theirs.close()
    ready = Ready(process, ours, at_start(environment))
    atexit.register(ready.close)
    return ready


def _answer(ready: Ready) -> str:
    answer = ready.asking.recv(100).decode()
    assert answer, ready.process.communicate()[1].decode()
    return answer


def _feed(stream: int, given: bytes) -> None:
    with os.fdopen(stream, "wb") as feed:
        try:
            feed.write(given)
            feed.flush()
        except BrokenPipeError:  # a command need not read what it is given
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)


def _all_of(stream: int) -> bytes:
    with os.fdopen(stream, "rb") as said:
        return said.read()


def load() -> None:
    """Load every command, and read the career data once, as the journey of a practice learner does.

    Nothing here may start a thread, as a solver would: it is not there in a copy, which would wait for it.
    """
    from app.cli import main
    from app.journey.opening import practice
    from app.journey.skills.profile import profile

    for module in (*main.modules.values(), *LATER):
        import_module(module)
    with practice() as (session, _learner):
        profile(session)
    assert len([*Path("/proc/self/task").iterdir()]) == 1
    gc.freeze()


def requests(asked: socket.socket) -> Iterator[tuple[dict[str, object], list[int]]]:
    """What is asked for, in a copy of this process; this process answers with its number and how it ended."""
    while True:
        text, streams, _flags, _address = socket.recv_fds(asked, MOST, 3)
        if not text:
            return
        child = os.fork()
        if not child:
            asked.close()
            yield json.loads(text), streams
            return
        for one in streams:
            os.close(one)
        asked.send(str(child).encode())
        asked.send(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())


def become(asked: Mapping[str, object], streams: Sequence[int]) -> None:
    """Be the command from here on."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(asked["cwd"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    sys.argv = asked["command"]
    sys.path[0] = str(Path(sys.argv[0]).parent)
    runpy.run_path(sys.argv[0], run_name="__main__")


if __name__ == "__main__":
    load()
    for wanted in requests(socket.socket(fileno=int(sys.argv[1]))):
        become(*wanted)
