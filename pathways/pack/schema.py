"""The pack's tables: what each holds and which source it comes from."""

from collections.abc import Mapping

APPLICATION_ID = 0x50464C4F  # "PFLO", in SQLite's header
SCHEMA = 2

# Large relations are arrays in `links`: the targets of row i are targets[starts[i]:starts[i + 1]], with a mark each.
# Ratings are arrays in `matrix`: int16 hundredths, exact as published, NO_VALUE where nobody rated.
NO_VALUE = -32768
HUNDREDTHS = 100
TOPIC_MIDDLE = 128  # numbers computed from texts are bytes about this
RATED, IMPORTANCE_SUPPRESSED, LEVEL_SUPPRESSED, NOT_RELEVANT = 1, 2, 4, 8  # bits of the flags matrices
CORE, MANY_TASKS = 1, 127  # marks of occupation_activity: tasks << 1 | core
HOT, IN_DEMAND = 1, 2  # marks of occupation_software
ESSENTIAL, OPTIONAL = 1, 2  # marks of ESCO relations
# The wages of an area are one packed text (zlib): a line for each OEWS code, and in it, with tabs between them, the
# code, employment, WAGE_FIGURES, and the columns top_coded, annual_only and hourly_only of `wage`; empty is unknown.

TABLES: Mapping[str, str] = {
    "meta": "key TEXT PRIMARY KEY, value TEXT NOT NULL",
    "source": "name TEXT PRIMARY KEY, title TEXT, publisher TEXT, version TEXT, date TEXT, licence TEXT,"
    " attribution TEXT, address TEXT",
    "table_source": "table_name TEXT, source TEXT, PRIMARY KEY (table_name, source)",
    "occupation": "idx INTEGER PRIMARY KEY, code TEXT UNIQUE NOT NULL, title TEXT NOT NULL, soc TEXT NOT NULL,"
    " job_zone INTEGER, nem TEXT, oews TEXT",
    "occupation_names": "idx INTEGER PRIMARY KEY, alternate TEXT, short TEXT, reported TEXT",
    "element": "kind TEXT, position INTEGER, id TEXT, name TEXT, PRIMARY KEY (kind, position)",
    "category": "scale TEXT, category INTEGER, name TEXT, PRIMARY KEY (scale, category)",
    "activity": "idx INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, name TEXT NOT NULL, parent TEXT NOT NULL",
    "activity_group": "id TEXT PRIMARY KEY, name TEXT NOT NULL, parent TEXT",
    "software": "idx INTEGER PRIMARY KEY, name TEXT NOT NULL, category TEXT NOT NULL, hot INTEGER NOT NULL",
    "esco": "idx INTEGER PRIMARY KEY, uri TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, code TEXT, reuse TEXT",
    "esco_names": "idx INTEGER PRIMARY KEY, names TEXT NOT NULL",
    "program": "cip TEXT PRIMARY KEY, title TEXT NOT NULL",
    "program_soc": "cip TEXT, soc TEXT, PRIMARY KEY (cip, soc)",
    "wage": "code TEXT PRIMARY KEY, title TEXT, employment INTEGER, hourly_mean REAL, hourly_10 REAL, hourly_25 REAL,"
    " hourly_median REAL, hourly_75 REAL, hourly_90 REAL, annual_mean REAL, annual_10 REAL, annual_25 REAL,"
    " annual_median REAL, annual_75 REAL, annual_90 REAL, top_coded TEXT, annual_only INTEGER, hourly_only INTEGER",
    "projection": "nem TEXT PRIMARY KEY, title TEXT, employment INTEGER, projected INTEGER, change_percent REAL,"
    " openings INTEGER, education TEXT, experience TEXT, training TEXT",
    "occupation_text": "idx INTEGER PRIMARY KEY, description TEXT NOT NULL",
    "task": "occupation INTEGER, id INTEGER, statement TEXT NOT NULL, core INTEGER NOT NULL,"
    " PRIMARY KEY (occupation, id)",
    "esco_label": "language TEXT, idx INTEGER, name TEXT NOT NULL, names TEXT NOT NULL, PRIMARY KEY (language, idx)",
    "area": "code TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL,"
    " released TEXT NOT NULL",
    "area_wage": "area TEXT PRIMARY KEY, wages BLOB NOT NULL",
    "brought": "name TEXT PRIMARY KEY, facts TEXT NOT NULL",
    "brought_table": "name TEXT, table_name TEXT, part INTEGER, data BLOB NOT NULL,"
    " PRIMARY KEY (name, table_name, part)",
    "matrix": "name TEXT PRIMARY KEY, kind TEXT, rows INTEGER, columns INTEGER, bytes_each INTEGER, data BLOB",
    "links": "name TEXT PRIMARY KEY, source_table TEXT, target_table TEXT, starts BLOB, targets BLOB, marks BLOB",
}
WITHOUT_ROWID = {"program_soc", "table_source", "element", "category", "task", "esco_label"}
BROUGHT = ("occupation_text", "task", "esco_label", "area", "area_wage", "brought", "brought_table")
"""Tables that are empty in the pack that ships: only what a person brings fills them."""
WAGE_FIGURES = (
    *("hourly_mean", "hourly_10", "hourly_25", "hourly_median", "hourly_75", "hourly_90"),
    *("annual_mean", "annual_10", "annual_25", "annual_median", "annual_75", "annual_90"),
)


def create_statement(table: str) -> str:
    """The SQL that makes one table."""
    tail = " WITHOUT ROWID" if table in WITHOUT_ROWID else ""
    return f"CREATE TABLE {table} ({TABLES[table]}){tail}"
