"""Writing files so that a kill or a full disk leaves the old one whole."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
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
    errno.EEXIST: "folder_is_a_file",
    errno.EISDIR: "file_is_a_folder",
}
LONGEST_TEXT = 20_000_000


def write_file(path: Path, data: bytes) -> None:
    """Write `data` to `path` all or not at all: temporary file, fsync, replace.

    Raises PersonError `disk_full`, `folder_read_only`, `folder_missing`, `folder_is_a_file`, `file_is_a_folder` or
    `cannot_write`, each with `file`.
    """
    try:
        write_atomically(path, data)
    except OSError as error:
        raise PersonError(CODES.get(error.errno or 0, "cannot_write"), file=str(path)) from error


def write_atomically(path: Path, data: bytes) -> None:
    """Replace `path` by `data`, mode 0600: temporary file beside it, fsync, replace, fsync of the folder."""
    with replacing(path) as temporary:
        temporary.write_bytes(data)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary file (mode 0600) to fill; it takes the place of `path` when the block ends well."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        sync_file(temporary)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, that a file can be written to; errors as in `write_file`."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=path).close()
    except OSError as error:
        raise PersonError(CODES.get(error.errno or 0, "cannot_write"), file=str(path)) from error


def read_lines(path: Path) -> tuple[str, ...]:
    """The lines of a small UTF-8 text file, without blank ones.

    PersonError `file_not_found`, `file_not_text`, `phrases_too_big` (limit in bytes).
    """
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST_TEXT + 1)
        if len(data) > LONGEST_TEXT:
            raise PersonError("phrases_too_big", file=str(path), limit=LONGEST_TEXT)
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PersonError("file_not_text", file=str(path)) from error
    except OSError as error:
        raise PersonError("file_not_found", file=str(path)) from error
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def sync_file(path: Path) -> None:
    """Ask the disk to hold the file's bytes."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Ask the disk to hold the folder's entries, where the system has such a thing."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(handle)
