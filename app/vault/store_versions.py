"""Versions of an application: what was chosen for an opportunity, each as it was when it was kept."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.vault.database import insert
from app.vault.vault import Vault


@dataclass(frozen=True)
class StoredVersion:
    """A version: of which opportunity, its name ("" where it has none), the choice (plain JSON), when kept (UTC)."""

    id: int
    opportunity_id: int
    name: str
    choice: Mapping[str, Any]
    made_at: str


def add_version(vault: Vault, opportunity_id: int, choice: Mapping[str, Any], *, name: str = "") -> int:
    """Keep a version; returns its id."""
    text = json.dumps(dict(choice), sort_keys=True)
    row = {"opportunity_id": opportunity_id, "name": name, "choice_json": text, "made_at": vault.now()}
    with vault.writing() as database:
        return insert(database, "application_version", row)


def versions(vault: Vault) -> tuple[StoredVersion, ...]:
    """All versions, oldest first."""
    with vault.reading() as database:
        rows = database.query("SELECT * FROM application_version ORDER BY id")
        return tuple(
            StoredVersion(r["id"], r["opportunity_id"], r["name"], json.loads(r["choice_json"]), r["made_at"])
            for r in rows
        )


def rename_version(vault: Vault, number: int, name: str) -> bool:
    """Give a version a name; False where there is none of that id."""
    with vault.writing() as database:
        return bool(database.execute("UPDATE application_version SET name = ? WHERE id = ?", [name, number]).rowcount)


def remove_version(vault: Vault, number: int) -> bool:
    """Let a version go; False where there is none of that id. What was signed stays in the ledger."""
    with vault.writing() as database:
        return bool(database.execute("DELETE FROM application_version WHERE id = ?", [number]).rowcount)
