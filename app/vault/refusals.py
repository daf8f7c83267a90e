"""What a disk or the database refuses, told as a person's error."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from app.errors import PersonError

_FULL = ("ENOSPC", "EDQUOT", "EFBIG")
_CLOSED = ("EACCES", "EPERM", "EROFS")
_ABSENT = ("ENOENT", "ENOTDIR", "EISDIR")

# Primary result codes, https://www.sqlite.org/rescode.html
_BY_RESULT = {
    dbapi2.SQLITE_FULL: "disk_full",
    dbapi2.SQLITE_READONLY: "folder_read_only",
    dbapi2.SQLITE_CANTOPEN: "folder_read_only",
    dbapi2.SQLITE_PERM: "folder_read_only",
    dbapi2.SQLITE_BUSY: "vault_in_use",
    dbapi2.SQLITE_LOCKED: "vault_in_use",
    dbapi2.SQLITE_PROTOCOL: "vault_in_use",
    dbapi2.SQLITE_CORRUPT: "vault_damaged",
    dbapi2.SQLITE_NOTADB: "vault_damaged",
    dbapi2.SQLITE_FORMAT: "vault_damaged",
    dbapi2.SQLITE_IOERR: "disk_failed",
    dbapi2.SQLITE_NOMEM: "memory_short",
}


@contextmanager
def told(place: Path) -> Iterator[None]:
    """Turn what disk or database refuse at `place` into PersonErrors; anything else is a bug and passes."""
    try:
        yield
    except OSError as error:
        raise PersonError(_code_of(error), place=str(place)) from error
    except dbapi2.Error as error:
        code = result_code(error)
        if code not in _BY_RESULT:
            raise
        damage = {"reason": "pages", "pages": 1} if _BY_RESULT[code] == "vault_damaged" else {}
        raise PersonError(_BY_RESULT[code], place=str(place), **damage) from error


def result_code(error: Any) -> int:  # noqa: ANN401  sqlcipher3 has no types
    """SQLite's primary result code behind an sqlcipher3 error, 0 where it has none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _code_of(error: OSError) -> str:
    name = errno.errorcode.get(error.errno or 0, "")
    if name in _FULL:
        return "disk_full"
    if name in _CLOSED:
        return "folder_read_only"
    return "not_found" if name in _ABSENT else "disk_failed"
