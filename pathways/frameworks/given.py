"""What a person gives as it was downloaded: a table, a zip or a folder, counted and weighed before it is read."""

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from pathways.errors import PathwaysError
from pathways.frameworks.files import SUFFIXES, SourceFile

MOST_FILES = 2_000
MOST_UNPACKED = 1_500_000_000
MOST_OF_ONE = 400_000_000
MOST_PACKED = 200
"""Times that a file may be larger than in its zip: published tables reach about 30."""
SMALL = 1_000_000
WORKBOOK = "xl/workbook.xml"
WORKBOOK_SUFFIX = ".xlsx"


def given_files(paths: Sequence[Path]) -> tuple[SourceFile, ...]:
    """Every table in the files, zips and folders given, in one order.

    Errors: `framework_file_missing`, `framework_file_unreadable`, `framework_file_too_large`,
    `framework_folder_too_large`, `framework_not_known` where there is none.
    """
    found: list[SourceFile] = []
    for path in sorted(set(paths)):
        for one in _below(path):
            found += _inside(one)
            if len(found) > MOST_FILES:
                raise PathwaysError("framework_folder_too_large", folder=path.name)
    if not found:
        raise PathwaysError("framework_not_known", file=", ".join(path.name for path in paths))
    return tuple(found)


def _below(path: Path) -> Iterator[Path]:
    if not path.exists():
        raise PathwaysError("framework_file_missing", file=path.name)
    if not path.is_dir():
        yield path
        return
    for place, one in enumerate(sorted(path.rglob("*"))):
        if place > MOST_FILES:
            raise PathwaysError("framework_folder_too_large", folder=path.name)
        if one.suffix.lower() in (*SUFFIXES, ".zip") and not one.name.startswith((".", "~$")) and one.is_file():
            yield one


def _inside(path: Path) -> list[SourceFile]:
    """A table by itself, or the tables of a zip: told by its first bytes and what is listed in it."""
    try:
        if not path.is_file():
            raise OSError(path)
        with path.open("rb") as file:
            packed = file.read(4) == b"PK\x03\x04"
        if not packed and path.suffix.lower() not in (".zip", WORKBOOK_SUFFIX):
            return [SourceFile(path, None, path.name)]
        with zipfile.ZipFile(path) as archive:
            return _members(path, archive)
    except (OSError, zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
        raise PathwaysError("framework_file_unreadable", file=path.name) from error


def _members(path: Path, archive: zipfile.ZipFile) -> list[SourceFile]:
    listed = archive.infolist()
    weigh(path.name, listed)
    if any(one.filename == WORKBOOK for one in listed):
        return [SourceFile(path, None, path.name)]
    names = sorted(one.filename for one in listed if not one.is_dir() and _is_table(one.filename))
    return [SourceFile(path, name, PurePosixPath(name).name) for name in names]


def weigh(name: str, listed: Sequence[zipfile.ZipInfo]) -> None:
    """Refuse a zip that holds too many files, unpacks to too much, or to far more than it weighs."""
    large = (one for one in listed if one.file_size > SMALL)
    bomb = any(one.file_size > MOST_OF_ONE or one.file_size > MOST_PACKED * one.compress_size for one in large)
    if bomb or len(listed) > MOST_FILES or sum(one.file_size for one in listed) > MOST_UNPACKED:
        raise PathwaysError("framework_file_too_large", file=name)


def _is_table(member: str) -> bool:
    path = PurePosixPath(member)
    return path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~$")) and path.parts[0] != "__MACOSX"
