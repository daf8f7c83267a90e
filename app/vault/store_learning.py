"""Lists of learning as they were brought, how their columns were mapped, and single steps that were typed in."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from app.vault.database import insert
from app.vault.vault import Vault


@dataclass(frozen=True)
class StoredList:
    """A list: the bytes of its file (packed), our fields with their headings, and what its words mean (packed).

    `pack` says with which career data that was looked up; `as_of` is the day of the data, ISO 8601, if told.
    """

    id: int | None
    list_id: str
    name: str
    file: str
    content: bytes
    mapping_json: str
    as_of: str | None
    added_at: str
    meant: bytes
    pack: str

    @property
    def raw(self) -> bytes:
        """The file as it was brought."""
        return zlib.decompress(self.content)

    @property
    def mapping(self) -> dict[str, str] | None:
        """Our fields with their headings; None for a list that is no table."""
        found = json.loads(self.mapping_json)
        return None if found is None else {str(field): str(heading) for field, heading in found.items()}

    @property
    def meanings(self) -> dict[str, tuple[str, ...]]:
        """What names and stated skills mean: ids of concepts."""
        return {asked: tuple(ids) for asked, ids in json.loads(zlib.decompress(self.meant)).items()}


@dataclass(frozen=True)
class StoredStep:
    """A step that was typed in, in our fields as text."""

    id: int
    fields_json: str
    changed_at: str

    @property
    def fields(self) -> dict[str, str]:
        """Field to what was typed."""
        return {str(field): str(value) for field, value in json.loads(self.fields_json).items()}


def keep_list(
    vault: Vault,
    list_id: str,
    *,
    name: str,
    file: str,
    content: bytes,
    mapping: Mapping[str, str] | None,
    as_of: str | None,
    meant: Mapping[str, tuple[str, ...]],
    pack: str,
) -> StoredList | None:
    """Keep a list in place of the one with its id, which is returned."""
    before = stored_list(vault, list_id)
    kept_mapping = json.dumps(None if mapping is None else dict(mapping))
    row = StoredList(
        before.id if before else None,
        list_id,
        name,
        file,
        zlib.compress(content),
        kept_mapping,
        as_of,
        vault.now(),
        pack_meanings(meant),
        pack,
    )
    put_list(vault, list_id, row)
    return before


def pack_meanings(meant: Mapping[str, tuple[str, ...]]) -> bytes:
    """Meanings as they are kept."""
    return zlib.compress(json.dumps({asked: list(ids) for asked, ids in meant.items()}).encode())


def put_list(vault: Vault, list_id: str, row: StoredList | None) -> None:
    """Make the list with that id what it was; None takes it out."""
    with vault.writing() as database:
        database.execute("DELETE FROM learning_list WHERE list_id = ?", [list_id])
        if row is not None:
            insert(database, "learning_list", {name: value for name, value in asdict(row).items() if value is not None})


def stored_list(vault: Vault, list_id: str) -> StoredList | None:
    """One list by its id."""
    return next((one for one in stored_lists(vault) if one.list_id == list_id), None)


def stored_lists(vault: Vault) -> tuple[StoredList, ...]:
    """All lists, oldest first."""
    with vault.reading() as database:
        return tuple(StoredList(**row) for row in database.query("SELECT * FROM learning_list ORDER BY id"))


def keep_mapping(vault: Vault, headings: str, mapping: Mapping[str, str]) -> None:
    """Keep which columns are which fields, for tables with these headings."""
    sql = (
        "INSERT INTO learning_mapping (headings, mapping_json) VALUES (?, ?)"
        " ON CONFLICT (headings) DO UPDATE SET mapping_json = excluded.mapping_json"
    )
    with vault.writing() as database:
        database.execute(sql, [headings, json.dumps(dict(mapping))])


def kept_mapping(vault: Vault, headings: str) -> dict[str, str] | None:
    """The mapping kept for tables with these headings."""
    sql = "SELECT mapping_json FROM learning_mapping WHERE headings = ?"
    with vault.reading() as database:
        row = database.execute(sql, [headings]).fetchone()
    return None if row is None else {str(one): str(other) for one, other in json.loads(row[0]).items()}


def add_step(vault: Vault, fields: Mapping[str, str]) -> int:
    """Keep a step that was typed in; returns its number, which is never given again."""
    with vault.writing() as database:
        row: dict[str, Any] = {"fields_json": json.dumps(dict(fields)), "changed_at": vault.now()}
        return insert(database, "learning_step", row)


def put_step(vault: Vault, number: int, fields: Mapping[str, str] | None, *, changed_at: str | None = None) -> None:
    """Make the typed step of that number what it was, or something else; None takes it out.

    `changed_at` (ISO 8601) is when it was said as it was; it is said now unless given.
    """
    with vault.writing() as database:
        database.execute("DELETE FROM learning_step WHERE id = ?", [number])
        if fields is not None:
            told = {"id": number, "fields_json": json.dumps(dict(fields)), "changed_at": changed_at or vault.now()}
            insert(database, "learning_step", told)


def stored_steps(vault: Vault) -> tuple[StoredStep, ...]:
    """The steps that were typed in, oldest first."""
    with vault.reading() as database:
        return tuple(StoredStep(**row) for row in database.query("SELECT * FROM learning_step ORDER BY id"))
