"""The system ends the program: practice leaves nothing behind, or what it leaves goes at the next start."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.journey.opening import tidy
from app.vault import practice_folders
from app.vault.vault import Vault

SCRIPT = """
from PySide6.QtCore import QTimer
from ui import application
from ui.pages.door.openings import practice_people, practice_with
real = application.start
def start(arguments):
    app, window = real(arguments)
    person = practice_people(lambda *_: None)[0]
    window.enter(practice_with(person), person.name, failed=print, entered=lambda: print("open", flush=True))
    return app, window
application.start = start
raise SystemExit(application.run(["pathfolio"]))
"""


def ended(place: Path, *how: signal.Signals) -> int:
    """Practice in a window whose folder for such things is `place`, ended by the last signal; what it returned."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(place), "PATHFOLIO_DATA": str(place / "data")}
    with subprocess.Popen([sys.executable, "-c", SCRIPT], env=env, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "open\n"
        assert len(list(place.glob("pathfolio-practice-*"))) == 1
        for one in how[:-1]:
            run.send_signal(one)
            with pytest.raises(subprocess.TimeoutExpired):
                run.wait(2)
        run.send_signal(how[-1])
        return run.wait(30)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks windows to close, it sends no signal")
def test_a_window_told_to_end_takes_practice_with_it(tmp_path: Path) -> None:
    assert ended(tmp_path, signal.SIGTERM) == 0
    assert not list(tmp_path.glob("pathfolio-practice-*"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_window_started_to_outlive_its_terminal_does(tmp_path: Path) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # a program that is started takes it over
    try:
        assert ended(tmp_path, signal.SIGHUP, signal.SIGTERM) == 0
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_what_a_killed_run_left_goes_and_nothing_else_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ended(tmp_path, signal.SIGKILL) != 0
    (left,) = tmp_path.glob("pathfolio-practice-*")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    other = tmp_path / "pathfolio-practice-notes"
    other.mkdir()
    (other / "mine.txt").write_text("kept")
    (tmp_path / "pathfolio-practice-link").symlink_to(other)
    tidy()
    assert left.exists(), "it could be one that is being made right now"
    long_ago = time.time() - 2 * practice_folders.FRESH
    with Vault.temporary() as used:
        for folder in (left, other, used.folder):
            os.utime(folder, (long_ago, long_ago))
        tidy()
        assert used.folder.exists()
        assert not left.exists()
        assert (other / "mine.txt").read_text() == "kept"
        assert (tmp_path / "pathfolio-practice-link").is_symlink()
