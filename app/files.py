"""Writing files so that a kill or a full disk leaves the old one whole."""

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from app.errors import PersonError

CODES = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EACCES: "folder_read_only",
    errno.EPERM: "folder_read_only",
    errno.EROFS: "folder_read_only",
    errno.ENOENT: "folder_missing",
    errno.ENOTDIR: "folder_missing",
}


def write_file(path: Path, data: bytes) -> None:
    """Write `data` to `path` all or not at all: temporary file, fsync, replace.

    Raises PersonError `disk_full`, `folder_read_only`, `folder_missing` or `cannot_write`, each with `file`.
    """
    try:
        _replace(path, data)
    except OSError as error:
        raise PersonError(CODES.get(error.errno or 0, "cannot_write"), file=str(path)) from error


def make_folder(path: Path) -> None:
    """Make a folder and those above it; errors as in `write_file`."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PersonError(CODES.get(error.errno or 0, "cannot_write"), file=str(path)) from error


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def read_lines(path: Path) -> tuple[str, ...]:
    """The lines of a small UTF-8 text file, without blank ones; PersonError `file_not_found`, `file_not_text`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise PersonError("file_not_text", file=str(path)) from error
    except OSError as error:
        raise PersonError("file_not_found", file=str(path)) from error
    return tuple(line.strip() for line in text.splitlines() if line.strip())
