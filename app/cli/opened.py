"""Opening a vault for a command, with the program's own data beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from app.cli.terminal import PATH, complain, passphrase, words
from app.journey.opening import session_of
from app.journey.session import Session
from app.vault import vault as vaults

PASSPHRASE_FILE = click.option("--passphrase-file", type=PATH, help="File that holds the passphrase.")
VAULT = click.option("--vault", "folder", type=PATH, required=True, help="The vault's folder.")


@contextmanager
def opened(folder: Path, passphrase_file: Path | None) -> Iterator[Session]:
    """The journey of one vault, locked again at the end."""
    if not vaults.exists(folder):
        vaults.unlock(folder, "")
    with vaults.unlock(folder, passphrase(passphrase_file)) as unlocked:
        for notice in unlocked.notices:
            complain(words().problem(notice.code, notice.values))
        with session_of(unlocked) as session:
            yield session
