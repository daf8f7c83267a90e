"""`vault`: the encrypted place for a learner's records."""

from pathlib import Path
from types import MappingProxyType

import click

from app.cli.checking import JSON, show_record, show_unreadable, source_json
from app.cli.import_keys import imported, show_keys, take_keys
from app.cli.online import Consent, consenting
from app.cli.opened import PASSPHRASE_FILE, opened, opening
from app.cli.terminal import (
    PATH,
    PERSON,
    Commands,
    clear_progress,
    heading,
    json_line,
    passphrase,
    tell,
    words,
)
from app.journey import vaults
from app.journey.after.facts import LedgerFacts, facts_of
from app.journey.after.ledger import Entry, entries
from app.journey.after.lines import FactLine, fact_lines
from app.journey.records.holding import Imported, cards, say_identity
from app.journey.records.import_report import import_report
from app.records.model import Record

FOLDER = click.argument("folder", type=PATH)
FILES = click.argument("files", nargs=-1, required=True, type=PATH)


class VaultCommands(Commands):
    """The commands of a vault; those that use the network stand apart."""

    modules = MappingProxyType({"online": "app.cli.online", "pages": "app.cli.online", "lists": "app.cli.lists"})


@click.group(cls=VaultCommands)
def vault() -> None:
    """Keep your records in a folder that only you can open."""


@vault.command()
@FOLDER
@PASSPHRASE_FILE
@JSON
def new(folder: Path, passphrase_file: Path | None, *, as_json: bool) -> None:
    """Make a vault in FOLDER and print its recovery code once."""
    code = vaults.make(folder, passphrase(passphrase_file, new=True))
    if as_json:
        json_line({"vault": str(folder), "recovery_code": code})
        return
    say = words()
    tell(say.text("Your vault is ready: {folder}", folder=str(folder)))
    tell(say.text("Recovery code: {code}", code=code))
    tell(say.text("Print it and keep it apart from this computer. It opens the vault if you forget the passphrase."))


@vault.command("import")
@FOLDER
@FILES
@opening
@click.option("--keep-keys", is_flag=True, help="Keep the secret keys of another wallet, too.")
@click.option("--export-password-file", type=PATH, help="File that holds the password of a wallet’s export.")
@click.option("--online", is_flag=True, help="Get the records that links in FILES lead to; websites are shown first.")
@consenting
@JSON
def import_(
    folder: Path,
    files: tuple[Path, ...],
    passphrase_file: Path | None,
    export_password_file: Path | None,
    leave_out: frozenset[str],
    *,
    keep_keys: bool,
    online: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Keep the records of FILES in the vault, each exactly as it came."""
    with opened(folder, passphrase_file) as session:
        came = imported(session, files, export_password_file)
        if online:
            from app.cli.links import import_linked

            came = import_linked(session, came, Consent(yes, leave_out))
        kept = take_keys(session, came.keys, keep=keep_keys)
    clear_progress()
    show_keys(came.keys, kept, as_json=as_json)
    gave_not = (*came.unreadable, *came.links)
    for item in gave_not:
        show_unreadable(item, as_json=as_json)
    show_kept(came, as_json=as_json)
    gave = {record.source.file for record in (*came.added, *came.known)}
    if {item.source.file for item in gave_not} - gave:
        click.get_current_context().exit(PERSON)


def show_kept(came: Imported, *, as_json: bool) -> None:
    """Print which records are new in the vault and which were there."""
    if as_json:
        newer = {one.key for one in came.newer}
        for kept, records in (("added", came.added), ("known", came.known)):
            for one in records:
                json_line({**source_json(one.source), **named_json(one), "kept": "newer" if one.key in newer else kept})
        return
    report = import_report(words(), came)
    tell(report.heading)
    for line in report.lines:
        if line.code in ("newer", "known"):
            tell(line.text)


def named_json(one: Record) -> dict[str, object]:
    """What a record is, as JSON."""
    return {"key": one.key, "id": one.id, "kind": one.kind, "name": one.name}


@vault.command("list")
@FOLDER
@opening
@JSON
def list_(folder: Path, passphrase_file: Path | None, *, as_json: bool) -> None:
    """List the records in the vault and what holds of each."""
    with opened(folder, passphrase_file) as session:
        kept = cards(session)
    if not kept and not as_json:
        tell(words().text("No records yet. Add some with: pathfolio vault import FOLDER FILE"))
    for card in kept:
        show_record(card.record, card.checks, as_json=as_json)
        if not as_json:
            tell("  " + words().text("Key: {key}", key=card.record.key))


@vault.command()
@FOLDER
@click.argument("file", type=PATH)
@PASSPHRASE_FILE
def backup(folder: Path, file: Path, passphrase_file: Path | None) -> None:
    """Write the whole vault to one .pathfolio FILE, locked as it is."""
    with opened(folder, passphrase_file) as session:
        vaults.back_up(session, file)
    tell(words().text("Backup written: {file}", file=str(file)))


@vault.command()
@click.argument("file", type=PATH)
@FOLDER
def restore(file: Path, folder: Path) -> None:
    """Bring a backup FILE back as a new vault in FOLDER; the same passphrase and recovery code open it."""
    vaults.restore(file, folder)
    tell(words().text("Your vault is back: {folder}", folder=str(folder)))


@vault.command("sent")
@FOLDER
@PASSPHRASE_FILE
@JSON
def sent_(folder: Path, passphrase_file: Path | None, *, as_json: bool) -> None:
    """List what you signed, for whom, and which records went."""
    with opened(folder, passphrase_file) as session:
        ledger = entries(session)
        told = [(one, facts_of(session, one)) for one in reversed(ledger)]
        today = session.clock().astimezone()
    if not ledger and not as_json:
        tell(words().text("Nothing sent yet. Sign something with: pathfolio present"))
    for one, facts in told:
        if as_json:
            json_line(sent_json(one, facts))
        else:
            show_sent(one, fact_lines(words(), one, facts, ledger, today))


def show_sent(one: Entry, facts: tuple[FactLine, ...]) -> None:
    """Print one entry of the ledger: what went, then each fact under its label."""
    say = words()
    heading(f"{say.value(one.made_at.astimezone())}: {one.title}, {one.organisation}")
    for name in (*one.records, *(say.text("{name} (own word)", name=name) for name in one.own_words)):
        tell(f"  {name}")
    for fact in facts:
        tell(f"  {fact.label}")
        for line in fact.says:
            tell(f"    {line}")


def sent_json(one: Entry, facts: LedgerFacts) -> dict[str, object]:
    """One entry of the ledger, with its facts as codes."""
    return {
        "made_at": one.kept.made_at,
        "title": one.title,
        "organisation": one.organisation,
        "challenge": one.kept.challenge,
        "domain": one.kept.domain,
        "holder": one.kept.holder,
        "records": list(one.kept.record_keys),
        "own_words": list(one.own_words),
        **({"answers": dict(one.answers)} if one.answers else {}),
        "outcome": one.code,
        "proof": facts.proof,
        "ends": facts.ends.isoformat() if facts.ends else None,
        "told": list(facts.told),
        "key": {"held": facts.key.held, "made_for": facts.key.made_for, "also_signed": len(facts.key.also)},
        "bound_to": [{"name": tie.name, "key": tie.code} for tie in facts.ties],
        "take_back": list(facts.take_back),
        "stays": list(facts.stays),
    }


@vault.command("salvage")
@FOLDER
@click.argument("into", type=PATH)
@PASSPHRASE_FILE
def salvage_(folder: Path, into: Path, passphrase_file: Path | None) -> None:
    """Save what can still be read of a damaged vault in FOLDER into a new one."""
    kept = vaults.save_readable(folder, passphrase(passphrase_file), into)
    told = {"folder": str(into), "saved": kept.saved, "lost": kept.lost}
    tell(words().text("Saved into {folder}: {saved} rows; lost: {lost}.", **told))


@vault.command("identity")
@FOLDER
@click.argument("text")
@PASSPHRASE_FILE
def identity(folder: Path, text: str, passphrase_file: Path | None) -> None:
    """Say that a name or e-mail address is yours, to tell which records are about you."""
    with opened(folder, passphrase_file) as session:
        say_identity(session, text)
    tell(words().text("Kept: {text} is you.", text=text))


@vault.command("passphrase")
@FOLDER
@PASSPHRASE_FILE
@click.option("--recovery-code", help="Open with the recovery code instead of the old passphrase.")
@click.option("--new-passphrase-file", type=PATH, help="File that holds the new passphrase.")
def change_passphrase(
    folder: Path, passphrase_file: Path | None, recovery_code: str | None, new_passphrase_file: Path | None
) -> None:
    """Change the passphrase; the records are not written again."""
    if recovery_code:
        opening = vaults.unlocked_with_code(folder, recovery_code)
    else:
        opening = vaults.unlocked(folder, passphrase(passphrase_file))
    with opening as session:
        vaults.change_passphrase(session, passphrase(new_passphrase_file, new=True))
    tell(words().text("The new passphrase opens the vault from now on."))
