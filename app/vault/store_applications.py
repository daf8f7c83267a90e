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


@dataclass(frozen=True)
class StoredOutcome:
    """One step of what came of a presentation: a code, the learner's note and the day it names, when it was said (UTC).

    `day` is an ISO 8601 date, with the time of day where there is one, as on the learner's calendar.
    """

    id: int
    presentation_id: int
    code: str
    note: str | None
    day: str | None
    said_at: str


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
    }
    with vault.writing() as database:
        return insert(database, "presentation", row)


def presentations(vault: Vault) -> tuple[StoredPresentation, ...]:
    """The ledger, oldest first."""
    with vault.reading() as database:
        return tuple(map(_presentation, database.query("SELECT * FROM presentation ORDER BY id")))


def signed_by(vault: Vault, holder: str) -> tuple[int, ...]:
    """Ids of the presentations in the ledger that one key signed, newest first."""
    with vault.reading() as database:
        found = database.query("SELECT id FROM presentation WHERE holder = ? ORDER BY id DESC", [holder])
        return tuple(row["id"] for row in found)


def add_outcome(
    vault: Vault, presentation_id: int, code: str, *, note: str | None = None, day: str | None = None
) -> int:
    """Say what came of a presentation; what was said before stays under it. Returns its id; KeyError where none is."""
    with vault.writing() as database:
        if not any(database.query("SELECT 1 FROM presentation WHERE id = ?", [presentation_id])):
            raise KeyError(presentation_id)
        row = {"presentation_id": presentation_id, "code": code, "note": note, "day": day, "said_at": vault.now()}
        return insert(database, "outcome", row)


def outcomes(vault: Vault) -> tuple[StoredOutcome, ...]:
    """All that was said of outcomes, oldest first."""
    with vault.reading() as database:
        return tuple(StoredOutcome(**row) for row in database.query("SELECT * FROM outcome ORDER BY id"))


def latest_outcomes(vault: Vault) -> tuple[str | None, ...]:
    """The code said last of each presentation, oldest presentation first, without reading the presentations."""
    last = "SELECT code FROM outcome WHERE presentation_id = presentation.id ORDER BY id DESC LIMIT 1"
    with vault.reading() as database:
        return tuple(row["code"] for row in database.query(f"SELECT ({last}) AS code FROM presentation ORDER BY id"))  # noqa: S608  our own words


def remove_outcome(vault: Vault, number: int) -> bool:
    """Take back what was said; False where there is none of that id."""
    with vault.writing() as database:
        return bool(database.execute("DELETE FROM outcome WHERE id = ?", [number]).rowcount)


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
    )
