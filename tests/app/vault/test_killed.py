"""A kill at any moment: what was acknowledged is there, and the vault opens."""

import os
import random
import time

import pytest
from vault_help import PASSPHRASE, new_vault, run, start

from app.vault import database, vault
from app.vault.store_profile import own_words

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL and fork are POSIX")

COMMITS = """
import itertools, sys
from pathlib import Path
from app.vault import vault
from app.vault.store_profile import add_own_words
opened = vault.unlock(Path(sys.argv[1]), sys.argv[2])
for number in itertools.count(int(sys.argv[3])):
    add_own_words(opened, f"{number:06} " + "x" * (number * 997 % 30_000))
    print(number, flush=True)
"""


def test_every_acknowledged_commit_outlives_a_kill(tmp_path):
    folder, chance = tmp_path / "v", random.Random(7)
    new_vault(folder)[0].lock()
    done = 0
    for _ in range(8):
        child = start(COMMITS, folder, PASSPHRASE, done)
        with child:
            for _ in range(chance.randrange(1, 30)):
                child.stdout.readline()
            time.sleep(chance.random() * 0.01)
            child.kill()
            told = child.stdout.read().split()
        acknowledged = done + 1 if not told else int(told[-1]) + 1
        with vault.unlock(folder, PASSPHRASE) as opened, opened.reading() as tables:
            kept = [int(words.text.split()[0]) for words in own_words(opened)]
            assert kept == list(range(len(kept)))
            assert len(kept) >= acknowledged
            assert database.damaged_pages(tables) == 0
            assert tables.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        done = len(kept)


# Before each call that touches a file or the database the child can die: it does at the n-th, for every n there is.
AT_EVERY_STEP = """
import os, shutil, signal, sys
from pathlib import Path
from app.errors import PersonError
from app.vault import backup, keyfile, schema, vault
from app.vault.keyfile import Cost
from app.vault.store_settings import set_setting, setting

PLACE, OLD, NEW, CHEAP = Path(sys.argv[1]), "first passphrase", "second passphrase", Cost(1, 8192)
STEPS = ("open", "write", "fsync", "replace", "rename", "unlink", "mkdir", "rmdir", "close", "connect", "execute")
folder = PLACE / "v"

def die_at(number):
    seen = 0
    def profile(frame, event, call):
        nonlocal seen
        if event == "c_call" and call.__name__ in STEPS:
            seen += 1
            if seen == number:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.setprofile(profile)

def survives(number, act):
    child = os.fork()
    if child == 0:
        die_at(number)
        act()
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0

def at_every_step(prepare, act, verify):
    number, survived = 0, False
    while not survived:
        number += 1
        prepare()
        survived = survives(number, act)
        verify()
    print(number)

def clear():
    shutil.rmtree(PLACE)
    PLACE.mkdir()

def make():
    clear()
    with vault.create(folder, OLD, cost=CHEAP)[0] as opened:
        set_setting(opened, "kept", 7)

def opens(where, passphrase):
    try:
        vault.unlock(where, passphrase).lock()
    except PersonError as error:
        assert error.code == "wrong_passphrase", error
        return False
    return True
"""

CREATE = """
def verify():
    assert not folder.exists() or opens(folder, OLD)
    if not folder.exists():
        vault.create(folder, OLD, cost=CHEAP)[0].lock()
at_every_step(clear, lambda: vault.create(folder, OLD, cost=CHEAP), verify)
"""

CHANGE = """
def change():
    with vault.unlock(folder, OLD) as opened:
        opened.change_passphrase(NEW, cost=CHEAP)
def verify():
    assert opens(folder, OLD) != opens(folder, NEW)
    assert (folder / "vault.key").read_bytes() == (folder / "vault.key.copy").read_bytes()
    assert not list(folder.glob(".vault.key*"))
at_every_step(make, change, verify)
"""

BACK_UP = """
def write():
    with vault.unlock(folder, OLD) as opened:
        backup.back_up(opened, PLACE / "b.pathfolio")
def prepare():
    make()
    write()
def verify():
    backup.restore(PLACE / "b.pathfolio", PLACE / "r")
    assert opens(PLACE / "r", OLD) and opens(folder, OLD)
at_every_step(prepare, write, verify)
"""

RESTORE = """
def prepare():
    make()
    with vault.unlock(folder, OLD) as opened:
        backup.back_up(opened, PLACE / "b.pathfolio")
def verify():
    assert not (PLACE / "r").exists() or opens(PLACE / "r", OLD)
at_every_step(prepare, lambda: backup.restore(PLACE / "b.pathfolio", PLACE / "r"), verify)
"""

UPGRADE = """
later = (*schema.MIGRATIONS, lambda tables: tables.execute("ALTER TABLE setting ADD COLUMN a TEXT"),
         lambda tables: tables.execute("CREATE TABLE b (id INTEGER PRIMARY KEY AUTOINCREMENT)"))
def upgrade():
    schema.MIGRATIONS = later
    vault.unlock(folder, OLD).lock()
def verify():
    now, schema.MIGRATIONS = schema.MIGRATIONS, later
    with vault.unlock(folder, OLD) as opened:
        assert setting(opened, "kept") == 7
    schema.MIGRATIONS = now
at_every_step(make, upgrade, verify)
"""


@pytest.mark.parametrize(
    "what", [CREATE, CHANGE, BACK_UP, RESTORE, UPGRADE], ids=["create", "change", "back_up", "restore", "upgrade"]
)
def test_a_kill_at_every_step_leaves_the_old_or_the_new(tmp_path, what):
    (tmp_path / "p").mkdir()
    assert int(run(AT_EVERY_STEP + what, tmp_path / "p")) > 20
