"""Small things to remember, by name: plain JSON."""

import json
from typing import Any

from app.vault.vault import Vault


def set_setting(vault: Vault, name: str, value: object) -> None:
    """Keep a JSON value under a name."""
    sql = (
        "INSERT INTO setting (name, value_json) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value_json = excluded.value_json"
    )
    with vault.writing() as database:
        database.execute(sql, [name, json.dumps(value)])


def setting(vault: Vault, name: str, default: object = None) -> Any:  # noqa: ANN401  any JSON value
    """The JSON value under a name, or `default`."""
    with vault.reading() as database:
        row = database.execute("SELECT value_json FROM setting WHERE name = ?", [name]).fetchone()
        return json.loads(row[0]) if row else default


def forget_setting(vault: Vault, name: str) -> bool:
    """Remove a name; False where it was not set."""
    with vault.writing() as database:
        return bool(database.execute("DELETE FROM setting WHERE name = ?", [name]).rowcount)
