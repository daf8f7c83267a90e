"""The own pack is the old one or the new one, whenever the program is killed."""

import signal
import subprocess
import sys
from pathlib import Path

import brought_releases as made
import pytest
from tiny_releases import COMMITTED, REPOSITORY

from pathways.errors import PathwaysError
from pathways.frameworks.given import given_files
from pathways.frameworks.recognize import recognize
from pathways.pack import own
from pathways.pack.store import intact, pack_info

ADDS = """
import sys
from pathlib import Path
from pathways.frameworks.given import given_files
from pathways.frameworks.recognize import recognize
from pathways.pack import own
releases = recognize(given_files([Path(sys.argv[3])])).releases
print("ready", flush=True)
def tell(share):
    print(share, flush=True)
own.add(Path(sys.argv[1]), Path(sys.argv[2]), releases, tell, "2026-11-22").put()
print("put", flush=True)
"""


DIES_AT_THE_LAST_STEP = """
import os, signal
from pathlib import Path
Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
"""


def add(mine: Path, folder: Path) -> None:
    own.add(COMMITTED, mine, recognize(given_files([folder])).releases, lambda _share: None, "2026-11-22").put()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_kill_before_the_last_step_leaves_the_old_pack_whole(tmp_path: Path) -> None:
    mine = tmp_path / "mine" / "careers.sqlite"
    add(mine, made.onet_24(tmp_path / "a"))
    before = mine.read_bytes()
    script = DIES_AT_THE_LAST_STEP + ADDS
    command = [sys.executable, "-c", script, str(COMMITTED), str(mine), str(made.onet_31(tmp_path / "b"))]
    done = subprocess.run(command, check=False, capture_output=True, cwd=REPOSITORY)
    assert done.returncode == -signal.SIGKILL
    assert mine.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize("until", [0.0, 0.5, 0.84, 0.86, 0.93, 0.99])
def test_a_kill_leaves_the_old_pack_whole(tmp_path: Path, until: float) -> None:
    mine = tmp_path / "mine" / "careers.sqlite"
    add(mine, made.onet_24(tmp_path / "a"))
    before = mine.read_bytes()
    folder = made.onet_31(tmp_path / "b")
    command = [sys.executable, "-c", ADDS, str(COMMITTED), str(mine), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        while float(process.stdout.readline()) < until:
            pass
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert mine.read_bytes() == before
    add(mine, folder)
    assert intact(mine)
    assert [p.name for p in mine.parent.iterdir()] == [mine.name]  # what the killed run left is gone


def test_a_place_that_takes_no_file_is_said(tmp_path: Path) -> None:
    mine = tmp_path / "a file" / "careers.sqlite"
    (tmp_path / "a file").write_text("in the way")
    with pytest.raises(PathwaysError) as raised:
        add(mine, made.onet_24(tmp_path / "a"))
    assert raised.value.code == "pack_not_written"


def test_what_was_shipped_is_never_touched(tmp_path: Path) -> None:
    before = (COMMITTED.stat().st_mtime_ns, pack_info(COMMITTED).digest)
    add(tmp_path / "careers.sqlite", made.onet_31(tmp_path))
    assert (COMMITTED.stat().st_mtime_ns, pack_info(COMMITTED).digest) == before


def test_an_own_pack_fits_the_shipped_one_and_opens_with_nothing_read_ahead(tmp_path: Path) -> None:
    from pathways.pack.store import open_pack

    mine = tmp_path / "careers.sqlite"
    add(mine, made.onet_31(tmp_path))
    assert own.fits(mine, COMMITTED)
    with open_pack(mine) as pack:
        assert pack.path == mine
        assert (pack.facts, pack.kept) == ({}, {})
