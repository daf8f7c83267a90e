"""Opening, making, mending and carrying a vault: what window and terminal both do before and around the six steps."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from app.errors import PersonError
from app.journey.opening import session_of
from app.journey.session import Session
from app.records.model import Fault
from app.trust.documents import NO_DOCUMENTS, Documents
from app.trust.registries import KnownList
from app.vault import backup as backups
from app.vault import recovery, store_settings
from app.vault import salvage as salvages
from app.vault import vault as vaults
from app.vault.backup import Backup
from app.vault.keyfile import MODERATE
from app.vault.salvage import Salvaged
from app.vault.vault import Vault

COST = MODERATE
"""What each try at a new passphrase costs whoever guesses. Tests make it cheap; nothing else changes it."""
WayOut = Literal["save", "restore"]


@dataclass(frozen=True)
class Whose:
    """Whose vault is open: the name kept in it (empty: none), and what to tell of the opening, as codes with values."""

    name: str
    notices: tuple[Fault, ...]


@dataclass(frozen=True)
class Kept:
    """What a damaged vault still gave: the new vault's folder, how many things were saved, how many were lost."""

    folder: Path
    saved: int
    lost: int
    records: int


@contextmanager
def unlocked(
    folder: Path, passphrase: str, documents: Documents = NO_DOCUMENTS, registries: tuple[KnownList, ...] = ()
) -> Iterator[Session]:
    """The journey of a vault opened with its passphrase; locked at the end. PersonError as `vault.unlock`."""
    with vaults.unlock(folder, passphrase) as opened, session_of(opened, documents, registries) as session:
        yield session


@contextmanager
def unlocked_with_code(folder: Path, code: str) -> Iterator[Session]:
    """The journey of a vault opened with its recovery code as typed. PersonError as `vault.unlock_with_recovery`."""
    with vaults.unlock_with_recovery(folder, code) as opened, session_of(opened) as session:
        yield session


@contextmanager
def made(folder: Path, passphrase: str, code: str, name: str = "") -> Iterator[Session]:
    """The journey of a new vault that `code`, made by `new_code`, opens too. PersonError as `vault.create`."""
    with _created(folder, passphrase, code) as opened, session_of(opened) as session:
        if name:
            set_name(session, name)
        yield session


def make(folder: Path, passphrase: str) -> str:
    """Make a vault and lock it; returns the recovery code to print. PersonError as `vault.create`."""
    code = new_code()
    _created(folder, passphrase, code).lock()
    return code


def new_code() -> str:
    """A recovery code to write down; it opens nothing until a vault is made with it or told to use it."""
    return recovery.new_code()


def whose(session: Session) -> Whose:
    """Whose vault is open, and what to tell of the opening."""
    return Whose(str(store_settings.setting(session.vault, "name", "")), session.vault.notices)


def set_name(session: Session, name: str) -> None:
    """Keep what the learner is called, inside the vault."""
    store_settings.set_setting(session.vault, "name", " ".join(name.split()))


def change_passphrase(session: Session, passphrase: str) -> None:
    """Let another passphrase open the vault. PersonError `passphrase_short`, `vault_temporary`, `disk_full` …

    The old one is not asked for: an open vault can be read and copied already, and who forgot it has another chance.
    """
    session.vault.change_passphrase(passphrase, cost=COST)


def use_code(session: Session, code: str) -> None:
    """Let another recovery code, made by `new_code`, open the vault; the one before opens it no more."""
    session.vault.use_recovery_code(code)


def back_up(session: Session, file: Path) -> Backup:
    """Write the whole vault to one file, as unreadable as it is. PersonError as `backup.back_up`."""
    made_now = backups.back_up(session.vault, file)
    with suppress(PersonError):  # the backup is whole, perhaps made because the disk here is full
        store_settings.set_setting(session.vault, "backed_up_at", made_now.made_at)
    return made_now


def backed_up_at(session: Session) -> datetime | None:
    """When the last backup was made, in UTC; None where none was."""
    found = store_settings.setting(session.vault, "backed_up_at")
    return datetime.fromisoformat(found) if found else None


def restore(file: Path, folder: Path) -> Backup:
    """Bring a backup back as a new vault; the same passphrase and recovery code open it."""
    return backups.restore(file, folder)


def ways_out(error: Exception) -> tuple[WayOut, ...]:
    """What can be done where a vault did not open: save what can still be read, bring back a backup, or nothing."""
    if not isinstance(error, PersonError):
        return ()
    if error.code == "vault_damaged" and error.values.get("reason") == "pages":
        return ("save", "restore")
    return ("restore",) if error.code in ("vault_damaged", "vault_key_missing", "vault_key_damaged") else ()


def save_readable(folder: Path, passphrase: str, into: Path) -> Kept:
    """Save what can still be read of a damaged vault into a new one, which the same passphrase opens."""
    return _kept(into, salvages.salvage(folder, passphrase, into))


def save_readable_with_code(folder: Path, code: str, into: Path) -> Kept:
    """As `save_readable`, with the recovery code as typed."""
    return _kept(into, salvages.salvage_with_recovery(folder, code, into))


def _kept(into: Path, found: Salvaged) -> Kept:
    return Kept(into, sum(found.saved.values()), sum(found.lost.values()), found.saved.get("record", 0))


def _created(folder: Path, passphrase: str, code: str) -> Vault:
    return vaults.create(folder, passphrase, code=code, cost=COST)[0]
