"""Taking a release: the whole rows of its tables as they are kept, and what was wrong with the rest."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pathways.errors import PathwaysError
from pathways.frameworks.files import Row, SourceFile, read_bytes
from pathways.frameworks.recognize import TABLES, Framework, Release
from pathways.frameworks.sift import FIRST, Damage, Reason, Sifted, Tell, sift

USUAL_ROWS = 60_000


@dataclass(frozen=True)
class Counted:
    """Rows of one table: read, and left out by reason."""

    read: int
    left_out: Mapping[Reason, int]


@dataclass(frozen=True)
class Kept:
    """A release as it is kept: its tables as CSV (a part for each file), digests of the files it came in (SHA-256).

    `added` is the day it was brought. `damages` are the first rows that were left out of each table; `counted` counts
    all of them.
    """

    name: str
    framework: Framework
    version: str
    date: str
    part: str
    notes: Mapping[str, float]
    tables: Mapping[str, tuple[bytes, ...]]
    files: tuple[tuple[str, str], ...]
    counted: Mapping[str, Counted]
    damages: tuple[Damage, ...]
    added: str = ""

    def source(self, table: str) -> tuple[SourceFile, ...]:
        """A table as files that the readers read."""
        parts = enumerate(self.tables.get(table, ()))
        return tuple(SourceFile(Path(self.name), None, f"{table}_{i}.csv", content) for i, content in parts)


def take(release: Release, tell: Tell) -> Kept:
    """Read a release; `tell` hears the share of it that is done and may stop it by raising. Errors as `sift`."""
    work = [(table, file) for table, files in release.tables.items() for file in files]
    tables: dict[str, tuple[bytes, ...]] = {}
    counted: dict[str, Counted] = {}
    damages: list[Damage] = []
    for table, file, found in _sifted(release, work, tell):
        tables[table] = (*tables.get(table, ()), found.content)
        counted[table] = _added(counted.get(table), found)
        damages += found.named[: FIRST - sum(one.file == file.name for one in damages)]
    if not any(one.read for one in counted.values()):
        raise PathwaysError("framework_nothing_in_it", file=work[0][1].name)
    digests = {file: hashlib.sha256(read_bytes(file)).hexdigest() for _, file in work}
    files = tuple((file.name, digest) for file, digest in digests.items())
    tell(1.0)
    told = (release.name, release.framework, release.version, release.date, release.part, release.notes)
    return Kept(*told, tables, files, counted, tuple(damages))


def _sifted(
    release: Release, work: Sequence[tuple[str, SourceFile]], tell: Tell
) -> Iterator[tuple[str, SourceFile, Sifted]]:
    """Each file sifted, with its table; a row that an earlier file of the same table has is known by then."""
    known: dict[str, dict[Row, Row]] = {}
    for place, (table, file) in enumerate(work):
        tell(place / len(work))
        before = known.setdefault(table, {}) if len(release.tables[table]) > 1 else None
        yield table, file, sift(file, TABLES[release.framework][table], _part(tell, place, len(work)), before)


def _part(tell: Tell, place: int, of: int) -> Tell:
    return lambda rows: tell((place + min(1.0, rows / USUAL_ROWS)) / of)


def _added(known: Counted | None, found: Sifted) -> Counted:
    if known is None:
        return Counted(found.read, dict(found.left_out))
    return Counted(known.read + found.read, dict(Counter(known.left_out) + Counter(found.left_out)))
