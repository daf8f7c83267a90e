"""Real vaults for tests of the window: made by the journey, with a passphrase that takes little work to try."""

import tempfile
from pathlib import Path

from terminal import CHEAP, PASSPHRASE

from app.errors import PersonError
from app.journey import shelf, vaults
from app.journey.records.holding import import_paths
from app.places import data_folder


def make_cheap() -> None:
    """Let vaults that this process makes take little work to open."""
    vaults.COST = CHEAP


def vault_of(name: str, *files: Path, place: Path | None = None) -> str:
    """A vault on this computer, or below `place`, with the records of files in it; returns its recovery code."""
    code, folder = vaults.new_code(), shelf.folder_named(name, place)
    with vaults.made(folder, PASSPHRASE, code, name) as session:
        import_paths(session, files)
    return code


def refusal(folder: Path, passphrase: str = PASSPHRASE) -> str:
    """Why a vault does not open; empty where it does."""
    try:
        with vaults.unlocked(folder, passphrase):
            return ""
    except PersonError as error:
        return error.code


def damage(folder: Path) -> None:
    """Wipe a page of the records out of the vault's database."""
    path = folder / "vault.db"
    data = bytearray(path.read_bytes())
    data[-3 * 4096 : -2 * 4096] = bytes(4096)
    path.write_bytes(data)


def scrap_folder() -> Path:
    """A new folder beside the vaults, which goes with them when the test is over."""
    place = data_folder()
    place.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(prefix="scrap-", dir=place))
