"""What an import asks of the person: the password of a wallet's export, and whether its secret keys are to be kept."""

from collections.abc import Sequence
from pathlib import Path

from app.cli.terminal import (
    clear_progress,
    complain,
    confirmed,
    hidden,
    json_line,
    passphrase,
    progress,
    tell,
    watched,
    words,
)
from app.journey.records import found_keys
from app.journey.records.found_keys import OfferedKey, key_line
from app.journey.records.holding import Imported, import_paths, joined
from app.journey.session import Session


def imported(session: Session, files: Sequence[Path], password_file: Path | None) -> Imported:
    """Take files in; those that a password opens are asked about and taken in again."""
    password = passphrase(password_file) if password_file else None
    came = _taken(session, files, password)
    locked = [Path(file) for file in came.locked]
    if not locked or password is not None:
        return came
    clear_progress()
    password = hidden(words().text("Password of the export"))
    return came if password is None else joined(came, _taken(session, locked, password))


def take_keys(session: Session, keys: Sequence[OfferedKey], *, keep: bool) -> int:
    """Keep the keys of another wallet if the person says so, here or by the command's option; how many."""
    wanted = [one for one in keys if one.can_be_kept]
    if not wanted:
        return 0
    if not keep and watched():
        clear_progress()
        for one in wanted:
            tell(key_line(words(), one), err=True)
        tell(
            words().text("These are secret keys of another wallet. With them, records about those keys are yours."),
            err=True,
        )
        keep = confirmed(words().text("Keep them in your vault?"))
    return found_keys.keep_keys(session, wanted) if keep else 0


def show_keys(keys: Sequence[OfferedKey], kept: int, *, as_json: bool) -> None:
    """Print what became of the keys that were met; never a key itself."""
    for one in keys:
        if as_json:
            told = {"file": one.source.file, "secret_key": one.did, "kind": one.kind}
            json_line({**told, "kept": one.known or (one.can_be_kept and kept > 0)})
    if not keys or as_json:
        return
    if kept:
        tell(words().count("{number} secret key kept in your vault.", "{number} secret keys kept in your vault.", kept))
    elif any(one.can_be_kept for one in keys):
        complain(words().text("There are secret keys of another wallet here. None was kept. To keep them: --keep-keys"))


def _taken(session: Session, files: Sequence[Path], password: str | None) -> Imported:
    return import_paths(session, files, lambda number: progress(words().text("Records:"), number), password=password)
