"""Opening a pack, and what it says of itself."""

import contextlib
import hashlib
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Self, TypeVar

from pathways.errors import PathwaysError
from pathways.pack.schema import APPLICATION_ID, SCHEMA, TABLES

T = TypeVar("T")


@dataclass(frozen=True)
class Source:
    """One published source: version and date as stated by it (empty where it states none), licence, attribution."""

    name: str
    title: str
    publisher: str
    version: str
    date: str
    licence: str
    attribution: str
    address: str


@dataclass(frozen=True)
class PackInfo:
    """What a pack holds: content digest (SHA-256, hex), sources, rows by table, rows left out and why, bytes."""

    digest: str
    schema: int
    sources: tuple[Source, ...]
    counts: Mapping[str, int]
    dropped: Mapping[str, int]
    size: int


@dataclass(eq=False)
class Pack:
    """An open pack, read-only. A context manager; leaving it closes.

    `facts` holds what was read from it once, for every opening of the same file; `kept` what was asked of it, which
    goes with this opening. Whoever holds it reads other data once it was opened anew.
    """

    path: Path
    connection: sqlite3.Connection = field(repr=False)
    facts: dict[str, object] = field(default_factory=dict, repr=False)
    kept: dict[str, object] = field(default_factory=dict, repr=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self.connection.close()

    def reopen(self, path: Path) -> None:
        """Read another file from now on. Errors as `open_pack`: then it is as it was."""
        other = open_pack(path)
        self.close()
        self.path, self.connection, self.facts, self.kept = other.path, other.connection, other.facts, {}


def open_pack(path: Path) -> Pack:
    """Open a pack read-only, in a few milliseconds; everything is read when it is first asked for.

    Errors: `pack_missing`, `pack_unreadable` (no pack, or damaged), `pack_newer` and `pack_older` with both versions.
    """
    try:
        before = _state(path)
    except OSError as error:
        raise PathwaysError("pack_unreadable", file=str(path)) from error
    if before is None:
        raise PathwaysError("pack_missing", file=str(path))
    try:
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
    except sqlite3.Error as error:
        raise PathwaysError("pack_unreadable", file=str(path)) from error
    try:
        _check(connection, path)
    except PathwaysError:
        connection.close()
        raise
    # one that took its place meanwhile has facts of its own
    return Pack(path, connection, _facts_of(path.resolve(), before) if _state(path) == before else {})


def _state(path: Path) -> tuple[int, int, int] | None:
    """What tells a file from another that took its place; None where there is none."""
    if not path.is_file():
        return None
    found = path.stat()
    return found.st_ino, found.st_mtime_ns, found.st_size


@lru_cache(maxsize=2)
def _facts_of(_path: Path, _state: tuple[int, int, int]) -> dict[str, object]:
    """Where the facts of one file stand, the shipped pack's and the learner's own: reading them takes seconds."""
    return {}


def _check(connection: sqlite3.Connection, path: Path) -> None:
    try:
        connection.execute("PRAGMA trusted_schema=OFF")
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        schema = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    except sqlite3.Error as error:
        raise PathwaysError("pack_unreadable", file=str(path)) from error
    if application != APPLICATION_ID:
        raise PathwaysError("pack_unreadable", file=str(path))
    if schema != SCHEMA:
        raise PathwaysError("pack_newer" if schema > SCHEMA else "pack_older", file=str(path), pack=schema, here=SCHEMA)
    if not tables.issuperset(TABLES):
        raise PathwaysError("pack_unreadable", file=str(path))


def keep(pack: Pack, key: str, make: Callable[[], T]) -> T:
    """What `make` returns, made once for this pack: facts that the pack alone tells, never what somebody asked."""
    return _once(pack.facts, key, make)


def remember(pack: Pack, key: str, make: Callable[[], T]) -> T:
    """What `make` returns for something that was asked, made once while this pack is open: it is gone with it."""
    return _once(pack.kept, key, make)


def _once(there: dict[str, object], key: str, make: Callable[[], T]) -> T:
    if key not in there:
        there[key] = make()
    return there[key]  # type: ignore[return-value]  # a key is of one `make`, so of one type


def pack_info(path: Path) -> PackInfo:
    """The pack's digest, sources, counts and size. Errors as `open_pack`."""
    pack = open_pack(path)
    with contextlib.closing(pack):
        try:
            return _info(pack)
        except (sqlite3.Error, KeyError, ValueError) as error:
            raise PathwaysError("pack_unreadable", file=str(path)) from error


def _info(pack: Pack) -> PackInfo:
    run = pack.connection.execute
    meta: dict[str, str] = dict(run("SELECT key, value FROM meta").fetchall())
    sources = tuple(Source(*row) for row in run("SELECT * FROM source ORDER BY name"))
    counts = {t: int(run(f"SELECT count(*) FROM {t}").fetchone()[0]) for t in TABLES}  # noqa: S608 - our own names
    for name, size in run("SELECT name, length(targets) / 2 FROM links ORDER BY name"):
        counts[str(name)] = int(size)
    dropped = {k.removeprefix("dropped."): int(v) for k, v in meta.items() if k.startswith("dropped.")}
    return PackInfo(meta["digest"], int(meta["schema"]), sources, counts, dropped, pack.path.stat().st_size)


def digest_of(pack: Pack) -> str:
    """The digest that the pack was built with: what was worked out with another one may not hold."""
    row = pack.connection.execute("SELECT value FROM meta WHERE key = 'digest'").fetchone()
    return str(row[0]) if row else ""


def content_digest(connection: sqlite3.Connection) -> str:
    """SHA-256 over all tables' sorted rows, whatever bytes SQLite lays them out in; `meta` holds it, outside itself."""
    digest = hashlib.sha256()
    for table in sorted(TABLES):
        _feed(digest.update, table)
        rows = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - our own names
        for row in sorted((r for r in rows if r[0] != "digest" or table != "meta"), key=repr):
            for cell in row:
                _feed(digest.update, cell)
    return digest.hexdigest()


def _feed(update: Callable[[bytes], None], cell: object) -> None:
    data = cell if isinstance(cell, bytes) else repr(cell).encode()
    update(f"{type(cell).__name__}:{len(data)}:".encode())
    update(data)


def intact(path: Path) -> bool:
    """Whether the pack's content still has the digest it was built with. Errors as `open_pack`."""
    with contextlib.closing(open_pack(path)) as pack:
        try:
            return _info(pack).digest == content_digest(pack.connection)
        except (sqlite3.Error, KeyError, ValueError) as error:
            raise PathwaysError("pack_unreadable", file=str(path)) from error


def attributions(pack: Pack) -> tuple[str, ...]:
    """The credits that the sources ask for, each once."""
    rows = pack.connection.execute("SELECT DISTINCT attribution FROM source WHERE attribution <> '' ORDER BY name")
    return tuple(str(text) for (text,) in rows)


def sources_of(pack: Pack, table: str) -> tuple[Source, ...]:
    """The sources of a table, or of one matrix or relation (`matrix:skill`, `links:occupation_related`)."""
    rows = pack.connection.execute(
        "SELECT source.* FROM source JOIN table_source ON name = source WHERE table_name = ? ORDER BY name", (table,)
    )
    return tuple(Source(*row) for row in rows)


def source_names(pack: Pack, table: str) -> str:
    """The names of a table's sources, comma-separated, as requirements and facts carry them."""
    return keep(pack, f"source:{table}", lambda: ", ".join(s.name for s in sources_of(pack, table)))
