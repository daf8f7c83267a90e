"""Files and folders as a person points at them: sized before they are read, links not followed out."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from app.records.limits import Limits
from app.records.model import Source, Unreadable
from app.records.text import path_text
from app.records.zips import LITTER, Piece


def pieces(path: Path, limits: Limits) -> Iterator[Piece | Unreadable]:
    """The bytes of a file, or of every file in a folder and its folders, sorted by name."""
    if not _is_folder(path):
        yield read_file(path, limits)
        return
    for number, found in enumerate(_walk(path, limits)):
        if number == limits.folder_files:
            yield Unreadable(source_of(path), "folder_too_many_files", {"limit": limits.folder_files})
            return
        yield found if isinstance(found, Unreadable) else read_file(found, limits)


def read_file(path: Path, limits: Limits) -> Piece | Unreadable:
    """The bytes of one file. Unreadable: file_missing, file_not_regular, file_too_big (unread), file_no_access."""
    source = source_of(path)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Unreadable(source, "file_not_regular")
        if status.st_size > limits.file_bytes:
            return Unreadable(source, "file_too_big", {"bytes": status.st_size, "limit": limits.file_bytes})
        with path.open("rb") as file:
            # One byte more than allowed, in case it grew since: the JSON reader then refuses it by its size.
            return Piece(file.read(limits.file_bytes + 1), source)
    except (FileNotFoundError, NotADirectoryError):
        return Unreadable(source, "file_missing")
    except (OSError, ValueError):
        return Unreadable(source, "file_no_access")


def source_of(path: Path) -> Source:
    """A file's name fit to be shown."""
    return Source(path_text(str(path)))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a parent that may not be entered, a name too long: reading will say which
        return False


def _walk(folder: Path, limits: Limits) -> Iterator[Path | Unreadable]:
    root, failed = folder.resolve(), list[OSError]()
    for parent, folders, files in os.walk(folder, onerror=failed.append):
        here = Path(parent)
        for name in sorted(files):
            if not LITTER.search(name):
                yield from _entry(here / name, root)
        kept = sorted(name for name in folders if not LITTER.search(name))
        yield from (Unreadable(source_of(here / name), "link_outside") for name in kept if _leaves(here / name, root))
        if kept and len(here.relative_to(folder).parts) >= limits.folder_depth:
            yield Unreadable(source_of(here), "folder_too_deep", {"limit": limits.folder_depth})
            kept = []
        folders[:] = kept
    for error in failed:
        yield Unreadable(source_of(Path(str(error.filename))), "file_no_access")


def _entry(path: Path, root: Path) -> Iterator[Path | Unreadable]:
    if not path.is_symlink():
        yield path
    elif _leaves(path, root):
        yield Unreadable(source_of(path), "link_outside")


def _leaves(path: Path, root: Path) -> bool:
    """Whether a link leads out of the folder; what a link inside it leads to is read where it stands."""
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root)
