"""Opportunities, and the ledger of presentations made for them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.vault.database import insert
from app.vault.vault import Vault


@dataclass(frozen=True)
class StoredOpportunity:
    """An opportunity as it was read (plain JSON) and when it was added (UTC)."""

    id: int
    opportunity: Mapping[str, Any]
    added_at: str


@dataclass(frozen=True)
class StoredPresentation:
    """A presentation made: for what, when (UTC), to whom it answers, who signed, which records, its exact bytes."""

    id: int
    opportunity_id: int
    made_at: str
    challenge: str
    domain: str
    holder: str
    record_keys: tuple[str, ...]
    presentation: bytes
    outcome: str | None


def add_opportunity(vault: Vault, opportunity: Mapping[str, Any]) -> int:
    """Keep an opportunity; returns its id. The same opportunity is kept once."""
    text = json.dumps(dict(opportunity), sort_keys=True)
    with vault.writing() as database:
        same = database.execute("SELECT id FROM opportunity WHERE opportunity_json = ?", [text]).fetchone()
        if same:
            return int(same[0])
        row = {"opportunity_json": text, "added_at": vault.now()}
        return insert(database, "opportunity", row)


def opportunities(vault: Vault) -> tuple[StoredOpportunity, ...]:
    """All opportunities, oldest first."""
    with vault.reading() as database:
        rows = database.query("SELECT * FROM opportunity ORDER BY id")
        return tuple(StoredOpportunity(r["id"], json.loads(r["opportunity_json"]), r["added_at"]) for r in rows)


def remove_opportunity(vault: Vault, number: int) -> bool:
    """Delete an opportunity; False where there is none, or where a presentation was made for it: the ledger stays."""
    sql = "DELETE FROM opportunity WHERE id = ? AND id NOT IN (SELECT opportunity_id FROM presentation)"
    with vault.writing() as database:
        return bool(database.execute(sql, [number]).rowcount)


def add_presentation(
    vault: Vault,
    opportunity_id: int,
    *,
    challenge: str,
    domain: str,
    holder: str,
    record_keys: Iterable[str],
    presentation: bytes,
) -> int:
    """Write a presentation into the ledger; returns its id."""
    row = {
        "opportunity_id": opportunity_id,
        "made_at": vault.now(),
        "challenge": challenge,
        "domain": domain,
        "holder": holder,
        "record_keys_json": json.dumps(list(record_keys)),
        "bytes": presentation,
        "outcome": None,
    }
    with vault.writing() as database:
        return insert(database, "presentation", row)


def presentations(vault: Vault) -> tuple[StoredPresentation, ...]:
    """The ledger, oldest first."""
    with vault.reading() as database:
        return tuple(map(_presentation, database.query("SELECT * FROM presentation ORDER BY id")))


def outcomes(vault: Vault) -> tuple[str | None, ...]:
    """What came of each presentation, oldest first, without reading the presentations."""
    with vault.reading() as database:
        return tuple(row["outcome"] for row in database.query("SELECT outcome FROM presentation ORDER BY id"))


def set_outcome(vault: Vault, number: int, outcome: str | None) -> bool:
    """Say what came of a presentation; False where there is none of that id."""
    with vault.writing() as database:
        return bool(database.execute("UPDATE presentation SET outcome = ? WHERE id = ?", [outcome, number]).rowcount)


def _presentation(row: dict[str, Any]) -> StoredPresentation:
    return StoredPresentation(
        row["id"],
        row["opportunity_id"],
        row["made_at"],
        row["challenge"],
        row["domain"],
        row["holder"],
        tuple(json.loads(row["record_keys_json"])),
        row["bytes"],
        row["outcome"],
    )
