"""Runs a command from a small process and prints its seconds and peak memory: `python -m bench.launch COMMAND…`.

On Linux a program starts with the peak memory of the one that started it, so the benchmark cannot start it itself.
Nothing but the standard library is imported here.
"""

import json
import os
import subprocess
import sys
from time import perf_counter

BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024


def main() -> None:
    """Print {"seconds", "peak"}, peak in bytes, or null where the system does not tell."""
    start = perf_counter()
    with subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL) as process:
        peak = _wait(process)
        seconds = perf_counter() - start
    if process.returncode:
        sys.exit(process.returncode)
    print(json.dumps({"seconds": seconds, "peak": peak}))


def _wait(process: subprocess.Popen[bytes]) -> int | None:
    if not hasattr(os, "wait4"):
        process.wait()
        return None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss * BYTES_PER_UNIT


if __name__ == "__main__":
    main()
