"""The vault's tables, as an ordered list of migrations.

Version n is what the first n migrations make. A migration that has shipped is never edited: a change is a new one at
the end. Times are UTC ISO 8601 text; `*_json` columns hold JSON.
"""

from collections.abc import Callable, Sequence

from sqlite_utils import Database

from app.errors import PersonError
from app.vault.schema_versions import add_versions

Migration = Callable[[Database], None]
Shape = frozenset[tuple[str, ...]]

_TABLES = """
CREATE TABLE record (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    raw BLOB NOT NULL,
    kind TEXT NOT NULL,
    file TEXT NOT NULL,
    member TEXT,
    added_at TEXT NOT NULL,
    removed_at TEXT
);
CREATE TABLE record_check (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    record_key TEXT NOT NULL REFERENCES record (key) ON DELETE CASCADE,
    name TEXT NOT NULL,
    answer TEXT NOT NULL,
    reason TEXT NOT NULL,
    as_of TEXT NOT NULL,
    values_json TEXT NOT NULL
);
CREATE INDEX record_check_by_record ON record_check (record_key);
CREATE TABLE own_words (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    text TEXT NOT NULL,
    note TEXT,
    added_at TEXT NOT NULL
);
CREATE TABLE answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    claim_id TEXT NOT NULL,
    concept_id TEXT NOT NULL,
    agreed INTEGER NOT NULL,
    level REAL,
    answered_at TEXT NOT NULL,
    UNIQUE (claim_id, concept_id)
);
CREATE TABLE plan_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    goal TEXT NOT NULL,
    step_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    step_json TEXT NOT NULL,
    state TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    UNIQUE (goal, step_id)
);
CREATE TABLE learner_key (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    did TEXT NOT NULL UNIQUE,
    seed BLOB NOT NULL,
    purpose TEXT NOT NULL,
    made_at TEXT NOT NULL
);
CREATE TABLE opportunity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    opportunity_json TEXT NOT NULL,
    added_at TEXT NOT NULL
);
CREATE TABLE presentation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    opportunity_id INTEGER NOT NULL REFERENCES opportunity (id),
    made_at TEXT NOT NULL,
    challenge TEXT NOT NULL,
    domain TEXT NOT NULL,
    holder TEXT NOT NULL,
    record_keys_json TEXT NOT NULL,
    bytes BLOB NOT NULL,
    outcome TEXT
);
CREATE INDEX presentation_by_opportunity ON presentation (opportunity_id);
CREATE TABLE setting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    value_json TEXT NOT NULL
);
"""


def _first_tables(database: Database) -> None:
    database.executescript(_TABLES)


def _outcomes(database: Database) -> None:
    """What came of a presentation is told in steps, each with a note and a day, and the last can be taken back."""
    database.execute(
        "CREATE TABLE outcome (id INTEGER PRIMARY KEY AUTOINCREMENT,"
        " presentation_id INTEGER NOT NULL REFERENCES presentation (id), code TEXT NOT NULL, note TEXT, day TEXT,"
        " said_at TEXT NOT NULL)"
    )
    database.execute("CREATE INDEX outcome_by_presentation ON outcome (presentation_id)")
    database.execute(
        "INSERT INTO outcome (presentation_id, code, note, said_at)"
        " SELECT id, 'other', outcome, made_at FROM presentation WHERE outcome IS NOT NULL"
    )
    database.execute("ALTER TABLE presentation DROP COLUMN outcome")


def _pages(database: Database) -> None:
    """What websites said when they were asked."""
    database.execute(
        "CREATE TABLE page (address TEXT PRIMARY KEY, what TEXT NOT NULL, asked_at TEXT NOT NULL, content BLOB,"
        " failure TEXT NOT NULL) WITHOUT ROWID"
    )


def _learning(database: Database) -> None:
    """Lists of learning that were brought, how columns were mapped, and single steps that were typed in."""
    database.execute(
        "CREATE TABLE learning_list (id INTEGER PRIMARY KEY AUTOINCREMENT, list_id TEXT NOT NULL UNIQUE,"
        " name TEXT NOT NULL, file TEXT NOT NULL, content BLOB NOT NULL, mapping_json TEXT NOT NULL, as_of TEXT,"
        " added_at TEXT NOT NULL, meant BLOB NOT NULL, pack TEXT NOT NULL)"
    )
    database.execute(
        "CREATE TABLE learning_mapping (id INTEGER PRIMARY KEY AUTOINCREMENT, headings TEXT NOT NULL UNIQUE,"
        " mapping_json TEXT NOT NULL)"
    )
    database.execute(
        "CREATE TABLE learning_step (id INTEGER PRIMARY KEY AUTOINCREMENT, fields_json TEXT NOT NULL,"
        " changed_at TEXT NOT NULL)"
    )


MIGRATIONS: tuple[Migration, ...] = (_first_tables, _outcomes, _pages, _learning, add_versions)


def version(database: Database) -> int:
    """The version of the open database; 0 is empty."""
    return int(database.execute("PRAGMA user_version").fetchone()[0])


def migrate(database: Database, migrations: Sequence[Migration] | None = None) -> None:
    """Apply what is missing, each migration in one transaction together with its version."""
    steps = MIGRATIONS if migrations is None else migrations
    for number in range(version(database), len(steps)):
        with database.atomic():
            steps[number](database)
            database.execute(f"PRAGMA user_version = {number + 1}")


def refuse_newer(database: Database) -> None:
    """PersonError `vault_newer` (found, known) where a later program has written the database."""
    if (found := version(database)) > len(MIGRATIONS):
        raise PersonError("vault_newer", found=found, known=len(MIGRATIONS))


def tables(database: Database) -> list[str]:
    """Names of the vault's own tables, parents before children."""
    return [name for name in database.table_names() if not name.startswith("sqlite_")]


def shape(database: Database) -> Shape:
    """What the database is made of: every object, and every column with its type and constraints."""
    objects = database.query("SELECT type, name, tbl_name FROM sqlite_master WHERE name <> 'sqlite_stat1'")
    columns = database.query(
        "SELECT m.name AS of_table, c.* FROM sqlite_master m, pragma_table_xinfo(m.name) c WHERE m.type = 'table'"
    )
    return frozenset(tuple(str(value) for value in row.values()) for rows in (objects, columns) for row in rows)


def expected_shape(number: int) -> Shape:
    """The shape a vault of that version has when made afresh."""
    fresh = Database(memory=True, recursive_triggers=False, execute_plugins=False)
    try:
        migrate(fresh, MIGRATIONS[:number])
        return shape(fresh)
    finally:
        fresh.close()
