"""Records in the vault: exact bytes, and where they came from.

Their rows in `record_check` are of earlier versions: what was checked is found anew from the bytes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from app.records.model import Record, Source
from app.vault.database import insert
from app.vault.vault import Vault

Added = Literal["added", "already there"]


@dataclass(frozen=True)
class StoredRecord:
    """A record as kept. `raw` is its exact bytes, `key` their SHA-256 in hex; times are UTC ISO 8601."""

    key: str
    raw: bytes
    kind: str
    source: Source
    added_at: str
    removed_at: str | None = None


def add_record(vault: Vault, record: Record) -> Added:
    """Keep a record; the same bytes are kept once, and bytes removed before come back."""
    with vault.writing() as database:
        if any(database.query("SELECT 1 FROM record WHERE key = ? AND removed_at IS NULL", [record.key])):
            return "already there"
        if database.execute("UPDATE record SET removed_at = NULL WHERE key = ?", [record.key]).rowcount == 0:
            row = {"key": record.key, "raw": record.raw, "kind": record.kind, "added_at": vault.now()}
            insert(database, "record", {**row, "file": record.source.file, "member": record.source.member})
        return "added"


def add_records(vault: Vault, found: Iterable[Record]) -> tuple[Added, ...]:
    """Keep several records, all or none of them; what `add_record` says of each."""
    with vault.writing():
        return tuple(add_record(vault, record) for record in found)


def record(vault: Vault, key: str) -> StoredRecord | None:
    """The record of that key, or None where there is none or it was removed."""
    with vault.reading() as database:
        rows = database.query("SELECT * FROM record WHERE key = ? AND removed_at IS NULL", [key])
        return next(map(_stored, rows), None)


def sources(vault: Vault) -> tuple[tuple[str, Source], ...]:
    """Key and source of each record, in the order they were added; costs little where `records` reads every byte."""
    with vault.reading() as database:
        rows = database.query("SELECT key, file, member FROM record WHERE removed_at IS NULL ORDER BY id")
        return tuple((row["key"], Source(row["file"], row["member"])) for row in rows)


def number(vault: Vault) -> int:
    """How many records there are."""
    with vault.reading() as database:
        found: int = database.execute("SELECT count(*) FROM record WHERE removed_at IS NULL").fetchone()[0]
        return found


def records(vault: Vault) -> tuple[StoredRecord, ...]:
    """The records, in the order they were added."""
    with vault.reading() as database:
        return tuple(map(_stored, database.query("SELECT * FROM record WHERE removed_at IS NULL ORDER BY id")))


def removed_records(vault: Vault) -> tuple[StoredRecord, ...]:
    """The records that were removed and can be brought back."""
    with vault.reading() as database:
        return tuple(map(_stored, database.query("SELECT * FROM record WHERE removed_at IS NOT NULL ORDER BY id")))


def remove_record(vault: Vault, key: str) -> bool:
    """Put a record aside until `restore_record` or `purge_record`; False where there is none."""
    with vault.writing() as database:
        sql = "UPDATE record SET removed_at = ? WHERE key = ? AND removed_at IS NULL"
        return bool(database.execute(sql, [vault.now(), key]).rowcount)


def restore_record(vault: Vault, key: str) -> bool:
    """Bring a removed record back, with its checks; False where there is none."""
    with vault.writing() as database:
        sql = "UPDATE record SET removed_at = NULL WHERE key = ? AND removed_at IS NOT NULL"
        return bool(database.execute(sql, [key]).rowcount)


def purge_record(vault: Vault, key: str) -> bool:
    """Delete a removed record and its checks for good; False where none of that key was removed."""
    with vault.writing() as database:
        sql = "DELETE FROM record WHERE key = ? AND removed_at IS NOT NULL"
        return bool(database.execute(sql, [key]).rowcount)


def _stored(row: dict[str, Any]) -> StoredRecord:
    source = Source(row["file"], row["member"])
    return StoredRecord(row["key"], row["raw"], row["kind"], source, row["added_at"], row["removed_at"])
