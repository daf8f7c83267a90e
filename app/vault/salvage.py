"""What can still be read of a damaged vault, row by row, into a new vault beside it."""

import contextlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.errors import PersonError
from app.vault import database, folders, keyfile, recovery, schema, writer
from app.vault.keyfile import DATABASE_NAME, KeyFile
from app.vault.refusals import told

_UNKNOWN_END = 10_000


@dataclass(frozen=True)
class Salvaged:
    """How many rows of each table were saved, and how many are there but cannot be read."""

    saved: dict[str, int]
    lost: dict[str, int]


def salvage(folder: Path, passphrase: str, into: Path) -> Salvaged:
    """Copy every row that can be read into a new vault with the same passphrase and recovery code.

    The damaged vault is not changed. A table whose root page is gone is lost whole and counts as one lost row at
    least. PersonError as `unlock`; `vault_damaged` again (reason `unreadable`) where the first page is gone.
    """
    return _salvage(folder, lambda keys: keyfile.unwrap(keys, passphrase), into)


def salvage_with_recovery(folder: Path, code: str, into: Path) -> Salvaged:
    """As `salvage`, with the recovery code."""
    secret = recovery.read_code(code)
    return _salvage(folder, lambda keys: keyfile.unwrap_with_recovery(keys, secret), into)


def _salvage(folder: Path, unwrap: Callable[[KeyFile], bytes], into: Path) -> Salvaged:
    with told(folder), contextlib.ExitStack() as after:
        after.callback(writer.release, writer.hold(folder))
        keys, _ = keyfile.load(folder)
        key = unwrap(keys)
        if not (folder / DATABASE_NAME).exists():
            raise PersonError("vault_damaged", place=str(folder), reason="missing")
        with folders.new_folder(into) as staging:
            keyfile.save(staging, keys)
            result = _copy_into(folder, staging, key)
    return result


def _copy_into(folder: Path, staging: Path, key: bytes) -> Salvaged:
    """Read from a copy, since opening a database can change it: its journal is rolled back."""
    with tempfile.TemporaryDirectory(dir=staging) as place:
        for ending in ("", "-journal"):
            with contextlib.suppress(FileNotFoundError):
                shutil.copyfile(folder / f"{DATABASE_NAME}{ending}", Path(place) / f"{DATABASE_NAME}{ending}")
        database.create(staging / DATABASE_NAME, key, version=_version_of(Path(place), key, folder))
        with contextlib.closing(database.connect(staging / DATABASE_NAME, key)) as fresh:
            return _copy_all(Path(place), fresh, key)


def _reading(place: Path, key: bytes) -> contextlib.closing[Database]:
    return contextlib.closing(database.connect(place / DATABASE_NAME, key, broken=True))


def _version_of(place: Path, key: bytes, folder: Path) -> int:
    try:
        with _reading(place, key) as damaged:
            schema.refuse_newer(damaged)
            return schema.version(damaged)
    except dbapi2.DatabaseError:
        raise PersonError("vault_damaged", place=str(folder), reason="unreadable") from None


def _copy_all(place: Path, fresh: Database, key: bytes) -> Salvaged:
    saved: dict[str, int] = {}
    lost: dict[str, int] = {}
    fresh.execute("PRAGMA foreign_keys = OFF")  # a child outlives its parent here
    with fresh.atomic():
        for name in schema.tables(fresh):
            saved[name] = lost[name] = 0
            for row in _readable(place, key, name):
                if row is None:
                    lost[name] += 1
                else:
                    database.insert(fresh, name, row)
                    saved[name] += 1
    return Salvaged(saved, lost)


def _readable(place: Path, key: bytes, name: str) -> Iterator[dict[str, object] | None]:
    """Each row of a table by its id; None for one that is there and cannot be read.

    SQLCipher fails every read of a connection after the first failed one, so each failure takes a new connection.
    """
    number, end = 1, _last_id(place, key, name)
    while number <= end:
        with _reading(place, key) as damaged:
            try:
                while number <= end:
                    yield from damaged.query(f"SELECT * FROM [{name}] WHERE id = ?", [number])  # noqa: S608  own names
                    number += 1
            except dbapi2.DatabaseError:
                yield None
                number += 1


def _last_id(place: Path, key: bytes, name: str) -> int:
    """The highest id ever given: AUTOINCREMENT keeps it apart from the table itself."""
    for sql in ("SELECT seq FROM sqlite_sequence WHERE name = ?", f"SELECT max(id) FROM [{name}] WHERE ? <> ''"):  # noqa: S608
        with contextlib.suppress(dbapi2.DatabaseError), _reading(place, key) as damaged:
            row = damaged.execute(sql, [name]).fetchone()
            return int(row[0] or 0) if row else 0
    return _UNKNOWN_END
