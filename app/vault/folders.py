"""Folders that appear whole or not at all, and files that only their owner may read."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.errors import PersonError
from app.files import sync_folder

STALE_AFTER = 3600.0
VAULT_FILES = ("vault.db", "vault.key", "vault.key.copy")


def holds_vault(folder: Path) -> bool:
    """Whether the folder holds a vault, or part of one. PersonError `file_no_access` where nobody may look."""
    try:
        return any((folder / name).exists() for name in VAULT_FILES)
    except OSError as error:
        raise PersonError("file_no_access", place=str(folder)) from error


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """A folder (mode 0700) to fill beside `folder`; it becomes `folder`, whole, when the block ends well.

    PersonError `vault_exists` or `folder_not_empty` where something is there already.
    """
    _refuse_occupied(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    _sweep(folder)
    staging = Path(tempfile.mkdtemp(dir=folder.parent, prefix=_staging_prefix(folder)))
    try:
        yield staging
        sync_folder(staging)
        _publish(staging, folder)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    sync_folder(folder.parent)


def new_file(path: Path) -> None:
    """Create an empty file with mode 0600; FileExistsError where there is one."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _staging_prefix(folder: Path) -> str:
    return f".{folder.name}.new-"


def _refuse_occupied(folder: Path) -> None:
    if not os.path.lexists(folder):
        return
    if not folder.is_dir():
        raise PersonError("folder_not_empty", place=str(folder))
    names = {entry.name for entry in folder.iterdir()}
    if names & set(VAULT_FILES):
        raise PersonError("vault_exists", place=str(folder))
    if names:
        raise PersonError("folder_not_empty", place=str(folder))


def _publish(staging: Path, folder: Path) -> None:
    with suppress(FileNotFoundError):
        folder.rmdir()  # an empty folder; Windows renames over none
    try:
        staging.rename(folder)
    except OSError:
        _refuse_occupied(folder)
        raise


def _sweep(folder: Path) -> None:
    """Clear away what a kill left of an earlier try; an hour apart, so as not to meet one that is under way."""
    prefix = _staging_prefix(folder)
    for entry in folder.parent.iterdir():
        if entry.name.startswith(prefix) and entry.is_dir() and entry.stat().st_mtime < time.time() - STALE_AFTER:
            shutil.rmtree(entry, ignore_errors=True)
