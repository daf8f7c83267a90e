"""An import of many records of many kinds through the window, and how long the window ever stood still on it."""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bench.journey import RECORDS, Pulse, preferences, wait
from bench.mixed import files

if TYPE_CHECKING:
    from app.journey.session import Session
    from ui.work.task import Progress


@contextmanager
def opening(_progress: "Progress") -> Iterator["Session"]:
    """A vault with nothing in it."""
    from app.journey.opening import session_of
    from app.vault.vault import Vault

    with Vault.temporary() as vault, session_of(vault) as session:
        yield session


def imported(folder: Path) -> tuple[Pulse, float]:
    """Import a folder through the Records page; the pulse, and milliseconds until all is checked and drawn."""
    from ui.application import application, open_window
    from ui.pages import record_changes

    application(["bench"])
    window = open_window(preferences())
    window.show()
    window.enter(opening, "Bench", failed=window.fail)
    wait(window)
    pulse = Pulse(window)
    began = time.perf_counter()
    record_changes.add_files(window, [folder])
    wait(window)
    took = (time.perf_counter() - began) * 1000
    shown = record_changes.memory_of(window).shown
    assert shown is not None
    assert len(shown.cards) == RECORDS, f"{len(shown.cards)} cards"
    window.close()
    return pulse, took


def main() -> None:
    """Print the figures as JSON, the longest stalls to stderr."""
    with tempfile.TemporaryDirectory() as place:
        for name, data in files(RECORDS).items():
            Path(place, name).write_bytes(data)
        pulse, took = imported(Path(place))
    for gap, busy, _ in sorted(pulse.gaps, reverse=True)[:8]:
        sys.stderr.write(f"{gap:6.0f} ms still, {busy:6.0f} ms of it busy: import\n")
    print(json.dumps({"took": took, "longest": pulse.longest()[0]}))


if __name__ == "__main__":
    main()
