"""The learner's signing keys: one for each opportunity, so that two employers cannot tell they met one person."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from nacl import utils

from app.vault.database import insert
from app.vault.vault import Vault

SEED_SIZE = 32


@dataclass(frozen=True)
class LearnerKey:
    """An Ed25519 key: its DID, its 32-byte seed (RFC 8032 private key), what it is for, when it was made (UTC)."""

    did: str
    seed: bytes = field(repr=False)
    purpose: str
    made_at: str


def new_key(vault: Vault, purpose: str, did_of: Callable[[bytes], str]) -> LearnerKey:
    """Make a key and keep it; `did_of` gives the DID of a seed."""
    return keep_key(vault, utils.random(SEED_SIZE), purpose, did_of)


def keep_key(vault: Vault, seed: bytes, purpose: str, did_of: Callable[[bytes], str]) -> LearnerKey:
    """Keep a key that exists already, such as a practice key; one that is kept stays as it is."""
    if len(seed) != SEED_SIZE:
        raise ValueError("a seed is 32 bytes")
    did = did_of(seed)
    with vault.writing() as database:
        if kept := _one(database.query("SELECT * FROM learner_key WHERE did = ?", [did])):
            return kept
        row = {"did": did, "seed": seed, "purpose": purpose, "made_at": vault.now()}
        insert(database, "learner_key", row)
        return _key(row)


def keys(vault: Vault) -> tuple[LearnerKey, ...]:
    """All keys, oldest first; none is ever deleted, since records may be bound to it."""
    with vault.reading() as database:
        return tuple(map(_key, database.query("SELECT * FROM learner_key ORDER BY id")))


def dids(vault: Vault) -> tuple[str, ...]:
    """The DIDs of all keys, oldest first: the names by which a record can be about this learner."""
    with vault.reading() as database:
        return tuple(str(row["did"]) for row in database.query("SELECT did FROM learner_key ORDER BY id"))


def key_of(vault: Vault, did: str) -> LearnerKey | None:
    """The key with that DID, or None."""
    with vault.reading() as database:
        return _one(database.query("SELECT * FROM learner_key WHERE did = ?", [did]))


def key_for(vault: Vault, purpose: str) -> LearnerKey | None:
    """The newest key made for that purpose, or None."""
    with vault.reading() as database:
        return _one(database.query("SELECT * FROM learner_key WHERE purpose = ? ORDER BY id DESC LIMIT 1", [purpose]))


def _one(rows: Any) -> LearnerKey | None:  # noqa: ANN401  sqlite-utils gives an untyped generator
    return next(map(_key, rows), None)


def _key(row: dict[str, Any]) -> LearnerKey:
    return LearnerKey(row["did"], row["seed"], row["purpose"], row["made_at"])
