"""One writer at a time: a lock of the operating system, which a kill releases and a stale file cannot hold."""

import errno
import os
import sys
from pathlib import Path

from app.errors import PersonError

LOCK_NAME = "vault.lock"
_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


def hold(folder: Path, name: str = LOCK_NAME, held: str = "vault_in_use") -> int:
    """Become the one writer of what `name` locks in a folder; `release` ends it.

    PersonError `held` where another is, `folder_cannot_lock`.
    """
    handle = os.open(folder / name, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(handle)
    except OSError as error:
        os.close(handle)
        code = held if error.errno in _HELD else "folder_cannot_lock"
        raise PersonError(code, place=str(folder)) from error
    return handle


def release(handle: int) -> None:
    """Let another writer in. The file stays: removing it would let two writers lock two files of one name."""
    os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        # flock, not lockf: it holds within one process too, and closing another handle does not drop it
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
