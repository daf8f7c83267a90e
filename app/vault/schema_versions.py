"""The table of versions: what the learner chose to send for an opportunity, each time it was kept."""

from sqlite_utils import Database


def add_versions(database: Database) -> None:
    """The migration; a version goes with its opportunity."""
    database.execute(
        "CREATE TABLE application_version (id INTEGER PRIMARY KEY AUTOINCREMENT,"
        " opportunity_id INTEGER NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE, name TEXT NOT NULL,"
        " choice_json TEXT NOT NULL, made_at TEXT NOT NULL)"
    )
    database.execute("CREATE INDEX application_version_by_opportunity ON application_version (opportunity_id)")
