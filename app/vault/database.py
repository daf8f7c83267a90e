"""Opening `vault.db`: SQLCipher with a raw key, through sqlite-utils.

The journal is a rollback journal (DELETE) with synchronous EXTRA: after every commit the whole vault is in one file,
so the folder can be copied or pulled out of a USB stick, where WAL would leave commits in a second file and needs
shared memory that some sticks and shares lack. EXTRA also syncs the folder after the journal is gone, which is the
moment of commit (https://www.sqlite.org/pragma.html#pragma_synchronous).
"""

from collections.abc import Mapping
from pathlib import Path

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.errors import PersonError
from app.vault import folders, schema
from app.vault.refusals import result_code

_SETTINGS = (
    "PRAGMA cipher_log_level = NONE",
    "PRAGMA cipher_compatibility = 4",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",
)
# the one setting under which SQLite's btree.c accepts a file shorter than its header says
_BROKEN = ("PRAGMA writable_schema = ON",)
_DAMAGE = (dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB, dbapi2.SQLITE_FORMAT)


def connect(path: Path, key: bytes, *, broken: bool = False) -> Database:
    """Open the database file there is with its raw 32-byte key; `broken` reads on in a file that was cut short.

    The raw key form is documented at https://www.zetetic.net/sqlcipher/sqlcipher-api/#key.
    """
    uri = f"{path.absolute().as_uri()}?mode=rw"
    connection = dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=2.0)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for setting in (*_BROKEN, *_SETTINGS) if broken else _SETTINGS:
            connection.execute(setting)
    except BaseException:
        connection.close()
        raise
    return Database(connection, recursive_triggers=False, execute_plugins=False)


def create(path: Path, key: bytes, *, version: int | None = None) -> None:
    """Make a database file (mode 0600) with the tables of a version, today's unless told."""
    folders.new_file(path)
    database = connect(path, key)
    try:
        database.execute("PRAGMA journal_mode = DELETE")
        schema.migrate(database, schema.MIGRATIONS[:version])
    finally:
        database.close()


def open_sound(path: Path, key: bytes) -> Database:
    """Open and look it through: every page's authentication, the structure, the tables of its version.

    PersonError `vault_damaged` (reason `missing`, `pages` with their number in `pages`, or `tables`), `vault_newer`.
    """
    if not path.exists() or path.stat().st_size == 0:
        raise PersonError("vault_damaged", place=str(path.parent), reason="missing")
    database = connect(path, key)
    try:
        _refuse_damage(database, path.parent)
        schema.refuse_newer(database)
        if schema.shape(database) != schema.expected_shape(schema.version(database)):
            raise PersonError("vault_damaged", place=str(path.parent), reason="tables")
        database.execute("PRAGMA journal_mode = DELETE")
        _try_to_write(database)
    except BaseException:
        database.close()
        raise
    return database


def insert(database: Database, table: str, row: Mapping[str, object]) -> int:
    """Insert one row; returns its id."""
    return int(str(database.table(table).insert(dict(row)).last_pk))


def damaged_pages(database: Database) -> int:
    """How many pages fail their authentication or do not fit together; 0 is a sound database."""
    try:
        torn = len(database.execute("PRAGMA cipher_integrity_check").fetchall())
        return torn or _misfits(database)
    except dbapi2.DatabaseError as error:
        if result_code(error) in _DAMAGE:
            return 1
        raise


def _try_to_write(database: Database) -> None:
    """Begin a change and take it back: a vault that cannot be written is told at once, not at the first change."""
    database.begin()
    try:
        database.execute(f"PRAGMA user_version = {schema.version(database)}")
    finally:
        database.rollback()


def _misfits(database: Database) -> int:
    rows = database.execute("PRAGMA quick_check").fetchall()
    return 0 if rows == [("ok",)] else len(rows)


def _refuse_damage(database: Database, folder: Path) -> None:
    if pages := damaged_pages(database):
        raise PersonError("vault_damaged", place=str(folder), reason="pages", pages=pages)
