"""Which vaults there are: found by looking, since nothing of a learner is remembered outside their vault.

A light module: the window asks it before it needs the vault itself.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.errors import PersonError
from app.places import data_folder
from app.vault import rules
from app.vault.folders import VAULT_FILES, holds_vault

USUAL, MANY = "vault", "vaults"
LONGEST_NAME = 60
LEAST_PASSPHRASE = rules.LEAST_PASSPHRASE
_KEPT_IN = "vault.db"
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@dataclass(frozen=True)
class VaultHere:
    """A vault's folder. `name` is the folder's own, empty for the usual one; `changed` when it last kept something."""

    folder: Path
    name: str
    changed: datetime | None


def vaults_here() -> tuple[VaultHere, ...]:
    """The vaults in the places where this computer keeps them, the one changed last first."""
    usual = data_folder() / USUAL
    return _newest_first([usual, *_folders_in(data_folder() / MANY)])


def vaults_in(folder: Path) -> tuple[VaultHere, ...]:
    """The vault in a folder that the learner named, or those right below it: people choose the stick itself.

    PersonError `no_vault`, `file_no_access`.
    """
    if holds_vault(folder):
        return (_vault(folder),)
    found = _newest_first(_folders_in(folder))
    if not found:
        raise PersonError("no_vault", place=str(folder))
    return found


def refuse_no_vault(folder: Path) -> None:
    """PersonError `no_vault` where the folder holds none, `file_no_access` where nobody may look."""
    if not holds_vault(folder):
        raise PersonError("no_vault", place=str(folder))


def usual_vault() -> Path:
    """The folder meant where none is named: the only vault there is, else the usual place."""
    found = vaults_here()
    return found[0].folder if len(found) == 1 else data_folder() / USUAL


def folder_named(name: str, place: Path | None = None) -> Path:
    """Where a new vault of that name goes: below `place`, else where this computer keeps vaults. Nothing is made.

    PersonError `vault_name_needed`, `vault_name_taken` (name).
    """
    plain = _plain(name)
    if not plain:
        raise PersonError("vault_name_needed")
    folder = (place or data_folder() / MANY) / plain
    if folder.exists():
        raise PersonError("vault_name_taken", name=plain)
    return folder


def free_folder(name: str, place: Path | None = None) -> Path:
    """As `folder_named`, with a number after a name that is taken."""
    for number in range(1, 1000):
        try:
            return folder_named(name if number == 1 else f"{name} {number}", place)
        except PersonError as error:
            if error.code != "vault_name_taken":
                raise
    raise PersonError("vault_name_taken", name=name)


def _plain(name: str) -> str:
    """A name that every system takes for a folder: no signs with a meaning of their own, no name of a device."""
    plain = " ".join(_NOT_IN_NAMES.sub(" ", name).split())[:LONGEST_NAME].strip(". ")
    return f"{plain}-" if _DEVICES.fullmatch(plain) else plain


def _newest_first(folders: Iterable[Path]) -> tuple[VaultHere, ...]:
    found = [_vault(folder) for folder in folders if _holds(folder)]
    oldest = datetime.min.replace(tzinfo=UTC)
    return tuple(sorted(found, key=lambda one: one.changed or oldest, reverse=True))


def _holds(folder: Path) -> bool:
    """Whether there is a vault; a folder that nobody may look into holds none for the list."""
    try:
        return holds_vault(folder)
    except PersonError:
        return False


def _vault(folder: Path) -> VaultHere:
    usual = folder == data_folder() / USUAL
    return VaultHere(folder, "" if usual else folder.name, _changed(folder))


def _changed(folder: Path) -> datetime | None:
    for name in (_KEPT_IN, *VAULT_FILES):
        try:
            return datetime.fromtimestamp((folder / name).stat().st_mtime, UTC)
        except OSError:
            continue
    return None


def _folders_in(place: Path) -> Iterator[Path]:
    try:
        yield from sorted(path for path in place.iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError:
        return
