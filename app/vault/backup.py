"""One `.pathfolio` file: a zip of `manifest.json`, `vault.key` and a consistent copy of `vault.db`, still encrypted."""

import hashlib
import json
import re
import shutil
import zipfile
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BufferedReader
from pathlib import Path
from typing import IO, Any, Protocol

from sqlite_utils import Database

from app.errors import PersonError
from app.files import replacing, sync_file
from app.vault import folders, keyfile, schema
from app.vault.keyfile import DATABASE_NAME, KEY_NAME
from app.vault.refusals import told

MANIFEST_NAME = "manifest.json"
_FORMAT = "pathfolio-backup"
_VERSION = 1
_MEMBERS = (MANIFEST_NAME, KEY_NAME, DATABASE_NAME)
_SMALL = 64 * 1024
_CHUNK = 1024 * 1024

# .ZIP File Format Specification 6.3, sections 4.3.15 and 4.3.16
_END_SIZE = 22
_LOCATOR_SIZE = 20
_END = b"PK\x05\x06"
_LOCATOR = b"PK\x06\x07"


class OpenVault(Protocol):
    """What a backup needs of an open vault."""

    folder: Path
    is_temporary: bool

    def reading(self) -> AbstractContextManager[Database]:
        """The database, for reading."""


@dataclass(frozen=True)
class Backup:
    """What a backup file says of itself: when it was made (UTC ISO 8601) and the version of the vault's tables."""

    made_at: str
    schema: int
    digests: dict[str, str]


def back_up(vault: OpenVault, path: Path) -> Backup:
    """Write the open vault to one file, replacing an older backup of that name only when the new one is whole.

    PersonError `vault_temporary`, `vault_locked`, `vault_damaged`, `disk_full`, `folder_read_only`, `not_found`.
    """
    if vault.is_temporary:
        raise PersonError("vault_temporary")
    with vault.reading() as opened:
        return back_up_database(opened, vault.folder, path)


def back_up_database(opened: Database, folder: Path, path: Path) -> Backup:
    """Write an open database and the keys of its folder to one file."""
    with told(path), replacing(path) as temporary:
        keys, _ = keyfile.load(folder)
        copy = temporary.with_name(f"{temporary.name}.db")
        try:
            opened.execute("VACUUM INTO ?", [str(copy)])  # under the same key, and without the pages of deleted rows
            return _pack(temporary, copy, keyfile.to_bytes(keys), schema.version(opened))
        finally:
            copy.unlink(missing_ok=True)


def restore(archive: Path, folder: Path) -> Backup:
    """Make a vault folder out of a backup file; the folder must be new or empty. Unlock it as the vault was.

    PersonError `backup_unreadable`, `backup_strange`, `backup_damaged` (member), `backup_newer` (found, known),
    `vault_exists`, `folder_not_empty`, `disk_full`, `folder_read_only`, `not_found`; nothing is left behind.
    """
    with told(archive), archive.open("rb") as file:
        _refuse_strange_end(file)
        try:
            with zipfile.ZipFile(file) as members:
                return _unpack(members, folder)
        except (zipfile.BadZipFile, NotImplementedError, EOFError):
            raise PersonError("backup_unreadable", place=str(archive)) from None


def _pack(target: Path, database: Path, keys: bytes, version: int) -> Backup:
    with database.open("rb") as file:
        digests = {KEY_NAME: hashlib.sha256(keys).hexdigest(), DATABASE_NAME: _digest(file)}
    backup = Backup(datetime.now(UTC).isoformat(timespec="seconds"), version, digests)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as members:
        members.writestr(zipfile.ZipInfo(MANIFEST_NAME), _manifest(backup))
        members.writestr(zipfile.ZipInfo(KEY_NAME), keys)
        with database.open("rb") as file, members.open(zipfile.ZipInfo(DATABASE_NAME), "w", force_zip64=True) as to:
            shutil.copyfileobj(file, to, _CHUNK)
    return backup


def _manifest(backup: Backup) -> bytes:
    body = {"format": _FORMAT, "version": _VERSION, "made_at": backup.made_at, "schema": backup.schema}
    return json.dumps({**body, "sha256": backup.digests}, indent=1).encode()


def _unpack(members: zipfile.ZipFile, folder: Path) -> Backup:
    infos = _checked_members(members)
    backup = _read_manifest(members.read(infos[MANIFEST_NAME]))
    with told(folder), folders.new_folder(folder) as staging:
        for name in (KEY_NAME, DATABASE_NAME):
            _extract(members, infos[name], staging / name, backup.digests[name])
        keyfile.save(staging, keyfile.from_bytes((staging / KEY_NAME).read_bytes()))
    return backup


def _refuse_strange_end(file: IO[bytes]) -> None:
    """Before zipfile reads a directory of millions of entries: ours has three, no comment, and is no zip64."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END_SIZE - _LOCATOR_SIZE))
    tail = file.read(_END_SIZE + _LOCATOR_SIZE)
    end = tail[-_END_SIZE:]
    if len(tail) < _END_SIZE + _LOCATOR_SIZE or end[:4] != _END or tail[:4] == _LOCATOR:
        raise PersonError("backup_unreadable")
    entries, directory = int.from_bytes(end[10:12], "little"), int.from_bytes(end[12:16], "little")
    if entries != len(_MEMBERS) or directory > _SMALL:
        raise PersonError("backup_strange")


def _checked_members(members: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Exactly our three members, stored as they are: no paths, no doubles, no bombs."""
    infos = members.infolist()
    stored = all(i.compress_type == zipfile.ZIP_STORED and i.file_size == i.compress_size for i in infos)
    small = all(i.file_size <= _SMALL for i in infos if i.filename != DATABASE_NAME)
    plain = not any(i.flag_bits & 1 for i in infos)
    if sorted(i.filename for i in infos) != sorted(_MEMBERS) or not (stored and small and plain):
        raise PersonError("backup_strange")
    return {i.filename: i for i in infos}


def _read_manifest(data: bytes) -> Backup:
    try:
        body: dict[str, Any] = json.loads(data)
        if body["format"] != _FORMAT or type(body["version"]) is not int:
            raise PersonError("backup_strange")
        if body["version"] > _VERSION:
            raise PersonError("backup_newer", found=body["version"], known=_VERSION)
        digests = {name: str(body["sha256"][name]) for name in (KEY_NAME, DATABASE_NAME)}
        if not all(re.fullmatch("[0-9a-f]{64}", digest) for digest in digests.values()):
            raise PersonError("backup_strange")
        return Backup(datetime.fromisoformat(body["made_at"]).isoformat(), int(body["schema"]), digests)
    except (ValueError, KeyError, TypeError, RecursionError, OverflowError):
        raise PersonError("backup_strange") from None


def _extract(members: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path, digest: str) -> None:
    folders.new_file(path)
    found = hashlib.sha256()
    try:
        with members.open(info) as source, path.open("r+b") as target:
            while chunk := source.read(_CHUNK):
                found.update(chunk)
                target.write(chunk)
    except (zipfile.BadZipFile, EOFError):
        raise PersonError("backup_damaged", member=info.filename) from None
    sync_file(path)
    if found.hexdigest() != digest:
        raise PersonError("backup_damaged", member=info.filename)


def _digest(file: BufferedReader) -> str:
    return hashlib.file_digest(file, "sha256").hexdigest()
