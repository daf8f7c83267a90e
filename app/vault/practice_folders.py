"""Folders of practice vaults: made for one run of the program; those that a crash left behind are taken away later."""

import contextlib
import os
import shutil
import stat
import tempfile
import time
from pathlib import Path

from app.errors import PersonError
from app.vault import writer
from app.vault.keyfile import DATABASE_NAME

PREFIX = "pathfolio-practice-"
FRESH = 60
"""Seconds in which a folder may be there whose vault is still being made."""


def make_folder() -> Path:
    """A new folder for a practice vault, for this user alone. OSError where the system gives none."""
    return Path(tempfile.mkdtemp(prefix=PREFIX))


def sweep() -> None:
    """Take away what a run that was killed left behind; nobody has the key to it.

    A folder goes only where it is this user's own, holds nothing but a vault's files, and no program holds its lock.
    What the system does not let go stays.
    """
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            if _is_ours(folder) and _is_left(folder):
                shutil.rmtree(folder)


def _is_ours(folder: Path) -> bool:
    there = folder.lstat()
    mine = not hasattr(os, "getuid") or there.st_uid == os.getuid()
    if not (stat.S_ISDIR(there.st_mode) and mine and time.time() - there.st_mtime > FRESH):
        return False
    return all(_is_of_vault(one) for one in folder.iterdir())


def _is_of_vault(file: Path) -> bool:
    named = file.name == writer.LOCK_NAME or file.name.startswith(DATABASE_NAME)
    return named and stat.S_ISREG(file.lstat().st_mode)


def _is_left(folder: Path) -> bool:
    """Whether no program is the folder's writer; where nobody ever was, its lock is not there either."""
    try:
        writer.release(writer.hold(folder))
    except PersonError:
        return False
    return True
