"""Asking websites from the terminal, only after showing which: `check --online`, `vault online`, `vault pages`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Any

import click

from app.cli.opened import PASSPHRASE_FILE, opened, opening
from app.cli.terminal import PATH, Commands, clear_progress, confirmed, json_line, progress, tell, words
from app.journey.records import online as checking
from app.online.addresses import site_of
from app.online.asker import asker
from app.online.asking import ask_all
from app.online.pages import Page, documents_of, joined
from app.online.wanted import Host, Shown, hosts, seen, unseen, wanted
from app.records.model import Record
from app.trust.documents import NO_DOCUMENTS, Documents
from app.trust.registries import KnownList
from app.wording import online as said

FOLDER = click.argument("folder", type=PATH)


@dataclass(frozen=True)
class Consent:
    """What the learner allowed before: all that is shown (`yes`), and whom to leave out in any case."""

    yes: bool
    left_out: frozenset[str]


def consenting(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options by which somebody says whom to ask."""
    yes = click.option("--yes", is_flag=True, help="Ask every website that is shown, without a question.")
    left_out = click.option(
        "--leave-out", multiple=True, metavar="WEBSITE", callback=_sites, help="Do not ask this website."
    )
    return yes(left_out(command))


def _sites(_context: click.Context, _option: click.Parameter, named: tuple[str, ...]) -> frozenset[str]:
    """Websites as they are shown and asked; one that is none would leave out nobody."""
    sites = {one: site_of(one if "://" in one else f"https://{one}") for one in named}
    for one in named:
        if sites[one] is None:
            raise click.UsageError(words().text("“{name}” is not the name of a website.", name=one[:200]))
    return frozenset(filter(None, sites.values()))


def ask_for(
    records: Iterable[Record],
    at_hand: Documents | None,
    now: datetime,
    consent: Consent,
    lists: tuple[KnownList, ...] = (),
) -> tuple[Page, ...]:
    """Show who would be asked about these records, ask whom the learner allows, and say what came."""
    records, known, pages = tuple(records), at_hand or NO_DOCUMENTS, dict[str, Page]()

    def run(allowed: frozenset[str]) -> tuple[Host, ...]:
        stop, have = Event(), joined((known, documents_of(pages.values())))
        with asker(allowed.__contains__, stop) as ask:
            tell_of = _heard(pages)
            came = ask_all(records, have, allowed=allowed, ask=ask, now=now, tell=tell_of, stop=stop, lists=lists)
        return came.more

    _in_turns(hosts(wanted(records, known, now, lists).addresses), run, consent)
    say_came(pages.values())
    return tuple(pages.values())


@click.command("online")
@FOLDER
@opening
@click.option("--newer", is_flag=True, help="Ask for newer versions of the records, too.")
@consenting
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def online(
    folder: Path, passphrase_file: Path | None, leave_out: frozenset[str], *, newer: bool, yes: bool, as_json: bool
) -> None:
    """Check the records of the vault in FOLDER online, and keep the answers with their day."""
    heard = dict[str, Page]()
    with opened(folder, passphrase_file, online=True) as session:

        def run(allowed: frozenset[str]) -> tuple[Host, ...]:
            return checking.ask_allowed(session, allowed, _heard(heard), Event()).more

        _in_turns(checking.question(session).hosts, run, Consent(yes, leave_out))
        if newer:
            from app.cli.newer import renew

            renew(session, Consent(yes, leave_out), as_json=as_json)
    if as_json:
        for page in heard.values():
            json_line({"address": page.address, "asked_at": page.asked_at.isoformat(), "failure": page.failure or None})
    else:
        say_came(heard.values())


@click.group(cls=Commands)
def pages() -> None:
    """Carry what websites said to a computer that has no network."""


@pages.command("export")
@FOLDER
@click.argument("into", type=PATH)
@PASSPHRASE_FILE
def export(folder: Path, into: Path, passphrase_file: Path | None) -> None:
    """Write what websites said about the records of the vault in FOLDER INTO a folder."""
    with opened(folder, passphrase_file) as session:
        number = checking.save_pages(session, into)
    tell(words().count("1 page written into {folder}.", "{number} pages written into {folder}.", number, folder=into))


@pages.command("import")
@FOLDER
@click.argument("source", type=PATH)
@PASSPHRASE_FILE
def import_(folder: Path, source: Path, passphrase_file: Path | None) -> None:
    """Keep what websites said, from the folder SOURCE, in the vault in FOLDER."""
    with opened(folder, passphrase_file) as session:
        number = checking.take_pages(session, source)
    tell(words().count("1 page kept.", "{number} pages kept.", number))


def _heard(into: dict[str, Page]) -> Callable[[Page, int, int], None]:
    def heard(page: Page, done: int, total: int) -> None:
        into[page.address] = page
        progress(words().text("Asking websites"), done, total)

    return heard


def _in_turns(first: tuple[Host, ...], run: Callable[[frozenset[str]], tuple[Host, ...]], consent: Consent) -> None:
    """Ask about hosts until the answers lead to no others, each shown before it is asked."""
    shown, new = Shown(), first
    while new := tuple(host for host in unseen(new, shown) if host.name not in consent.left_out):
        show_hosts(new)
        if not (consent.yes or confirmed(words().text("Ask them now?"))):
            return
        shown = seen(new, shown)
        new = run(frozenset(shown))
        clear_progress()


def show_hosts(found: tuple[Host, ...]) -> None:
    """Print who would be asked, and what each could infer."""
    say = words()
    tell(said.asked_heading(say, len(found)), err=True)
    for host in found:
        tell(f"  {host.name}", err=True)
        for line in said.infers(say, host.whats):
            tell(f"    {line}", err=True)
    tell(f"  {said.all_see(say)}", err=True)


def say_came(heard: Iterable[Page]) -> None:
    """Print how many answers came, and why others did not."""
    say, heard = words(), tuple(heard)
    failed = [page for page in heard if page.failure]
    for line in said.outcome(say, len(heard) - len(failed), len(failed)) if heard else ():
        tell(line, err=True)
    for page in failed:
        tell(f"  {page.address}: {said.failure(say, page.failure)}", err=True)
