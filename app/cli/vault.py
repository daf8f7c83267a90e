"""`vault`: the encrypted place for a learner's records."""

from pathlib import Path

import click

from app.cli.checking import JSON, show_record, show_unreadable
from app.cli.opened import PASSPHRASE_FILE, opened
from app.cli.terminal import PERSON, Commands, passphrase, words
from app.journey.records import cards, import_paths, say_identity
from app.vault import backup as backups
from app.vault import vault as vaults
from app.vault.salvage import Salvaged, salvage

FOLDER = click.argument("folder", type=click.Path(path_type=Path))
FILES = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))


@click.group(cls=Commands)
def vault() -> None:
    """Keep your records in an encrypted folder."""


@vault.command()
@FOLDER
@PASSPHRASE_FILE
def new(folder: Path, passphrase_file: Path | None) -> None:
    """Make a vault in FOLDER and print its recovery code once."""
    made, code = vaults.create(folder, passphrase(passphrase_file, new=True))
    made.lock()
    say = words()
    click.echo(say.text("Your vault is ready: {folder}", folder=str(folder)))
    click.echo(say.text("Recovery code: {code}", code=code))
    click.echo(
        say.text("Print it and keep it apart from this computer. It opens the vault if you forget the passphrase.")
    )


@vault.command("import")
@FOLDER
@FILES
@PASSPHRASE_FILE
def import_(folder: Path, files: tuple[Path, ...], passphrase_file: Path | None) -> None:
    """Keep the records of FILES in the vault, each exactly as it came."""
    with opened(folder, passphrase_file) as session:
        came = import_paths(session, files)
    for item in came.unreadable:
        show_unreadable(item, as_json=False)
    say = words()
    added, known = len(came.added), len(came.known)
    click.echo(say.count("{number} new record kept.", "{number} new records kept.", added))
    if known:
        click.echo(say.count("{number} was there already.", "{number} were there already.", known))
    if not (added or known):
        click.get_current_context().exit(PERSON)


@vault.command("list")
@FOLDER
@PASSPHRASE_FILE
@JSON
def list_(folder: Path, passphrase_file: Path | None, *, as_json: bool) -> None:
    """List the records in the vault and what holds of each."""
    with opened(folder, passphrase_file) as session:
        kept = cards(session)
    if not kept and not as_json:
        click.echo(words().text("No records yet. Add some with: pathfolio vault import FOLDER FILE"))
    for card in kept:
        show_record(card.record, card.checks, as_json=as_json)


@vault.command()
@FOLDER
@click.argument("file", type=click.Path(path_type=Path))
@PASSPHRASE_FILE
def backup(folder: Path, file: Path, passphrase_file: Path | None) -> None:
    """Write the whole vault to one .pathfolio FILE, encrypted as it is."""
    with opened(folder, passphrase_file) as session:
        backups.back_up(session.vault, file)
    click.echo(words().text("Backup written: {file}", file=str(file)))


@vault.command()
@click.argument("file", type=click.Path(path_type=Path))
@FOLDER
def restore(file: Path, folder: Path) -> None:
    """Bring a backup FILE back as a new vault in FOLDER; the same passphrase and recovery code open it."""
    backups.restore(file, folder)
    click.echo(words().text("Your vault is back: {folder}", folder=str(folder)))


@vault.command("salvage")
@FOLDER
@click.argument("into", type=click.Path(path_type=Path))
@PASSPHRASE_FILE
def salvage_(folder: Path, into: Path, passphrase_file: Path | None) -> None:
    """Save what can still be read of a damaged vault in FOLDER into a new one."""
    saved = salvage(folder, passphrase(passphrase_file), into)
    say = words()
    click.echo(say.text("Saved into {folder}: {saved} rows; lost: {lost}.", folder=str(into), **totals(saved)))


def totals(found: Salvaged) -> dict[str, int]:
    """Rows saved and lost over all tables."""
    return {"saved": sum(found.saved.values()), "lost": sum(found.lost.values())}


@vault.command("identity")
@FOLDER
@click.argument("text")
@PASSPHRASE_FILE
def identity(folder: Path, text: str, passphrase_file: Path | None) -> None:
    """Say that a name or e-mail address is yours, to tell which records are about you."""
    with opened(folder, passphrase_file) as session:
        say_identity(session, text)
    click.echo(words().text("Kept: {text} is you.", text=text))


@vault.command("passphrase")
@FOLDER
@PASSPHRASE_FILE
@click.option("--recovery-code", help="Open with the recovery code instead of the old passphrase.")
@click.option("--new-passphrase-file", type=click.Path(path_type=Path), help="File that holds the new passphrase.")
def change_passphrase(
    folder: Path, passphrase_file: Path | None, recovery_code: str | None, new_passphrase_file: Path | None
) -> None:
    """Change the passphrase; the records are not written again."""
    if recovery_code:
        unlocked = vaults.unlock_with_recovery(folder, recovery_code)
    else:
        unlocked = vaults.unlock(folder, passphrase(passphrase_file))
    with unlocked:
        unlocked.change_passphrase(passphrase(new_passphrase_file, new=True))
    click.echo(words().text("The new passphrase opens the vault from now on."))
