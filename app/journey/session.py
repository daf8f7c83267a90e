"""One learner's open journey: the vault, the career data and today, as plain data that pages and commands share."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from app.journey.issuers.at_hand import Added
from app.journey.memory import Memory
from app.trust.documents import Documents
from app.trust.registries import KnownList
from app.vault.vault import Vault
from pathways.frameworks.catalog import CatalogEntry
from pathways.pack.store import Pack


def today() -> datetime:
    """Now in UTC, to the second, as proofs and papers write it."""
    return datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True)
class Session:
    """What every step of the journey needs. `practice` marks a made-up learner; `clock` gives an aware time.

    `app.journey.issuers.at_hand` tells which documents and lists count: those it came with and those that were `added`.
    """

    vault: Vault
    pack: Pack
    catalog: tuple[CatalogEntry, ...]
    documents: Documents | None = None
    registries: tuple[KnownList, ...] = ()
    practice: bool = False
    clock: Callable[[], datetime] = today
    added: Added = field(default_factory=Added, repr=False, compare=False)
    memory: Memory = field(default_factory=Memory, repr=False, compare=False)
