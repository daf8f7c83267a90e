"""A disk with no room: one reason, and nothing committed is lost."""

import os

import pytest
from small_disk import mounting
from vault_help import run

pytestmark = pytest.mark.skipif(os.name != "posix", reason="mounts and limits are POSIX")

FILL = """
import sys
from pathlib import Path
from app.errors import PersonError
from app.vault import backup, database, vault
from app.vault.keyfile import Cost
from app.vault.store_profile import add_own_words, own_words

CHEAP, place = Cost(1, 8192), Path(sys.argv[1])

def code_of(act, *arguments, **named):
    try:
        act(*arguments, **named)
    except PersonError as error:
        return error.code

opened, recovery = vault.create(place / "v", "first passphrase", cost=CHEAP)
"""

FULL = """
first = backup.back_up(opened, place / "b.pathfolio")
kept, code = 0, None
while code is None:
    code = code_of(add_own_words, opened, "x" * 9000)
    kept += code is None
assert code == "disk_full", code
assert kept > 10
while True:  # to the last byte, so that small files find no room either
    try:
        with (place / "filler").open("ab") as file:
            file.write(b"x" * 512)
    except OSError:
        break
assert len(own_words(opened)) == kept
assert code_of(opened.change_passphrase, "second passphrase", cost=CHEAP) == "disk_full"
assert code_of(backup.back_up, opened, place / "b.pathfolio") == "disk_full"
assert code_of(vault.create, place / "w", "first passphrase", cost=CHEAP) == "disk_full"
assert sorted(path.name for path in place.iterdir()) == ["b.pathfolio", "filler", "v"]
opened.lock()
(place / "filler").unlink()
with vault.unlock(place / "v", "first passphrase") as opened, opened.reading() as tables:
    assert len(own_words(opened)) == kept
    assert database.damaged_pages(tables) == 0
assert backup.restore(place / "b.pathfolio", Path(sys.argv[2])) == first
print("held")
"""

LIMITED = """
import resource
size = (place / "v" / "vault.db").stat().st_size + 50_000
resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
kept, code = 0, None
while code is None:
    code = code_of(add_own_words, opened, "x" * 9000)
    kept += code is None
assert code == "disk_failed", code
assert kept > 2
assert len(own_words(opened)) == kept
opened.lock()
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with vault.unlock(place / "v", "first passphrase") as opened, opened.reading() as tables:
    assert len(own_words(opened)) == kept
    assert database.damaged_pages(tables) == 0
    add_own_words(opened, "more")
print("held")
"""


def test_a_full_disk_is_one_reason_and_loses_nothing(tmp_path):
    (tmp_path / "disk").mkdir()
    before = mounting(tmp_path / "disk", "600k")
    assert run(FILL + FULL, tmp_path / "disk", tmp_path / "r", before=before) == "held\n"


def test_writes_that_fail_half_way_lose_nothing(tmp_path):
    assert run(FILL + LIMITED, tmp_path) == "held\n"
