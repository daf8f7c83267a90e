"""Finding a release's files in a folder or a zip, and reading their rows."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from pathways.errors import PathwaysError

SUFFIXES = (".txt", ".csv", ".xlsx")
MAX_FILES = 20_000
MAX_BYTES = 400_000_000  # the largest published table (ESCO relations) has 21 MB
MAX_FIELD = 1 << 26  # ESCO's concept schemes hold fields above csv's default of 131,072 characters

Row = tuple[str, ...]
Column = str | tuple[str, ...]  # a header, or the headers that different releases use for it


@dataclass(frozen=True)
class SourceFile:
    """One table of a release: where it lies, the archive member if it is inside a zip, and its own name.

    `content` are its bytes where it lies nowhere: a table that was kept.
    """

    path: Path
    member: str | None
    name: str
    content: bytes | None = field(default=None, repr=False, compare=False)

    @property
    def place(self) -> str:
        """The folder or archive it came in, which groups the files of one release."""
        if self.member is None:
            return self.path.parent.as_posix()
        return f"{self.path.as_posix()}/{self.member.rpartition('/')[0]}"

    @property
    def origin(self) -> str:
        """The last two names of its place, where publishers put the version."""
        return "/".join(self.place.strip("/").split("/")[-2:])


def find_files(root: Path) -> tuple[SourceFile, ...]:
    """Every text, CSV and Excel file below `root`, also inside zips, ordered by place and name."""
    if not root.is_dir():
        raise PathwaysError("framework_folder_missing", folder=str(root))
    found: list[SourceFile] = []
    for path in sorted(root.rglob("*")):
        if path.suffix.lower() == ".zip" and path.is_file():
            found += _members(path)
        elif path.suffix.lower() in SUFFIXES and path.is_file():
            found.append(SourceFile(path, None, path.name))
        if len(found) > MAX_FILES:
            raise PathwaysError("framework_folder_too_large", folder=str(root))
    return tuple(found)


def _members(path: Path) -> list[SourceFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = sorted(i.filename for i in archive.infolist() if not i.is_dir())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise PathwaysError("framework_file_unreadable", file=path.name) from error
    return [SourceFile(path, n, n.rpartition("/")[2]) for n in names if n.lower().endswith(SUFFIXES)]


def read_bytes(file: SourceFile) -> bytes:
    """The file's bytes; refuses one above 400 MB, also where a zip hides it."""
    if file.content is not None:
        return file.content
    try:
        if file.member is None:
            return _limited(io.FileIO(file.path), file)
        with zipfile.ZipFile(file.path) as archive, archive.open(file.member) as stream:
            return _limited(stream, file)
    except (OSError, zipfile.BadZipFile, EOFError, KeyError, ValueError, RuntimeError, NotImplementedError) as error:
        raise PathwaysError("framework_file_unreadable", file=file.name) from error


def _limited(stream: IO[bytes] | io.FileIO, file: SourceFile) -> bytes:
    with stream:
        data = stream.read(MAX_BYTES + 1) or b""
    if len(data) > MAX_BYTES:
        raise PathwaysError("framework_file_too_large", file=file.name)
    return data


def read_text(file: SourceFile) -> str:
    """The file as UTF-8 text without a byte order mark."""
    try:
        return read_bytes(file).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PathwaysError("framework_file_unreadable", file=file.name) from error


def read_tsv(file: SourceFile, columns: Sequence[Column]) -> Iterator[Row]:
    """The named columns of a tab-separated file without quoting (O*NET's text form), row by row."""
    lines = (line.removesuffix("\r") for line in read_text(file).split("\n"))
    return _chosen(file, (line.split("\t") for line in lines if line), columns)


def read_csv(file: SourceFile, columns: Sequence[Column]) -> Iterator[Row]:
    """The named columns of a comma-separated file with quoting, row by row."""
    csv.field_size_limit(MAX_FIELD)
    return _chosen(file, _csv_rows(file), columns)


def _csv_rows(file: SourceFile) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(read_text(file), newline=""))
    except csv.Error as error:
        raise PathwaysError("framework_file_unreadable", file=file.name) from error


def read_sheet(file: SourceFile, columns: Sequence[Column], sheet: str | None = None) -> Iterator[Row]:
    """The named columns of a worksheet (the first by default), below the first row that has them all."""
    rows = [[cell_text(value) for value in row] for row in sheet_rows(file, sheet)]
    start = next((i for i, row in enumerate(rows[:20]) if not _missing(row, columns)), 0)
    return _chosen(file, iter(rows[start:]), columns)


def sheet_rows(file: SourceFile, sheet: str | None = None) -> list[list[object]]:
    """All cells of a worksheet as they are typed there; an empty list where the workbook has no such sheet."""
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(read_bytes(file)))
        name = sheet or book.sheet_names[0]
        return [list(row) for row in book.get_sheet_by_name(name).to_python()] if name in book.sheet_names else []
    except (python_calamine.CalamineError, IndexError, ValueError) as error:
        raise PathwaysError("framework_file_unreadable", file=file.name) from error


def cell_text(value: object) -> str:
    """A cell as text: whole numbers without a point, as publishers write them."""
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() else repr(value)
    return str(value)


def header_of(file: SourceFile) -> Row:
    """The cells of a file's first row, by its form; what cannot be read has none."""
    try:
        if file.name.lower().endswith(".xlsx"):
            return tuple(cell_text(value).strip() for value in next(iter(sheet_rows(file)), []))
        line = read_text(file).partition("\n")[0].rstrip("\r")
        return tuple(next(csv.reader([line], delimiter="\t" if file.name.lower().endswith(".txt") else ","), []))
    except (PathwaysError, csv.Error):
        return ()


def _spellings(column: Column) -> Row:
    return (column,) if isinstance(column, str) else column


def _missing(header: Sequence[str], columns: Iterable[Column]) -> list[str]:
    return [_spellings(c)[0] for c in columns if not any(s in header for s in _spellings(c))]


def _chosen(file: SourceFile, rows: Iterator[list[str]], columns: Sequence[Column]) -> Iterator[Row]:
    header = [name.strip() for name in next(rows, [])]
    if missing := _missing(header, columns):
        raise PathwaysError("framework_header_unknown", file=file.name, missing=", ".join(missing))
    at = [next(header.index(s) for s in _spellings(c) if s in header) for c in columns]
    return _pick(file, rows, at)


def _pick(file: SourceFile, rows: Iterator[list[str]], at: list[int]) -> Iterator[Row]:
    last = max(at)
    for number, row in enumerate(rows, start=2):
        if len(row) <= last:
            raise PathwaysError("framework_row_short", file=file.name, row=number)
        yield tuple(row[i].strip() for i in at)


def number(text: str, file: SourceFile) -> float:
    """A published number; anything else is a person's error naming the file."""
    try:
        value = float(text)
    except ValueError as error:
        raise PathwaysError("framework_number_bad", file=file.name, text=text[:40]) from error
    if not -1e12 < value < 1e12:
        raise PathwaysError("framework_number_bad", file=file.name, text=text[:40])
    return value
