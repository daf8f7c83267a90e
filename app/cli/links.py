"""Records behind links, from the terminal: shown first, asked once allowed, taken in like any file."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Event

from app.cli.online import Consent, say_came, show_hosts
from app.cli.terminal import clear_progress, confirmed, progress, tell, words
from app.journey.records.holding import Imported
from app.journey.records.links import Fetched, LinksQuestion, fetch_links, links_question, pages_told, with_links
from app.journey.records.online import note_asked
from app.journey.session import Session
from app.online.asker import asker
from app.online.asking import Ask
from app.online.links import follow, linked, still_told
from app.online.pages import Page
from app.online.wanted import Host
from app.records.model import Record, Source, Unreadable
from app.records.reading import read_bytes

ROUNDS = 4
"""A link leads to a page, the page names a record, its website sends on: more is no way to a record."""

Turn = Callable[[tuple[str, ...], frozenset[str], Ask, Event], tuple[Host, ...]]


def import_linked(session: Session, came: Imported, consent: Consent) -> Imported:
    """What the links of an import give once the learner allowed it; the rest of the import stays as it was."""
    fetched = list[Fetched]()

    def turn(addresses: tuple[str, ...], allowed: frozenset[str], ask: Ask, stop: Event) -> tuple[Host, ...]:
        note_asked(session)
        found = fetch_links(session, LinksQuestion(addresses, ()), allowed, ask=ask, stop=stop, tell=_tell)
        fetched.append(found)
        return found.next.hosts

    _in_turns(links_question(came).hosts, turn, consent)
    say_came(page for one in fetched for page in one.failed)
    return with_links(came, fetched)


def read_linked(found: Sequence[Record | Unreadable], consent: Consent) -> tuple[Record | Unreadable, ...]:
    """What is found with the links among it followed, where the learner allowed that; nothing is kept."""
    missing = [item for item in found if isinstance(item, Unreadable)]
    first = linked(missing)
    items, answered, failed = list[Record | Unreadable](), set[str](), list[Page]()

    def turn(addresses: tuple[str, ...], _allowed: frozenset[str], ask: Ask, stop: Event) -> tuple[Host, ...]:
        came = follow(addresses, ask=ask, stop=stop, tell=_tell)
        items.extend(pages_told(came))
        items.extend(one for page in came.files for one in read_bytes(page.content or b"", Source(page.address)))
        answered.update(came.answered)
        failed.extend(page for page in came.failed if not page.leads_to)
        return came.hosts

    _in_turns(first.hosts, turn, consent)
    say_came(failed)
    records = [item for item in found if isinstance(item, Record)]
    return (*records, *still_told(missing, answered, {page.address for page in failed}), *first.refused, *items)


def _in_turns(shown: tuple[Host, ...], turn: Turn, consent: Consent) -> None:
    """Ask for addresses until they lead to no others, each shown before it is asked."""
    allowed, asked = frozenset[str](), set[tuple[str, str]]()
    for _ in range(ROUNDS):
        new = tuple(_without(host, asked) for host in shown if host.name not in consent.left_out)
        new = tuple(host for host in new if host.addresses)
        if not new or not _allowed(new, consent):
            return
        asked |= {(host.name, address) for host in new for address in host.addresses}
        allowed |= {host.name for host in new}
        addresses, stop = dict.fromkeys(address for host in new for address in host.addresses), Event()
        with asker(allowed.__contains__, stop) as ask:
            shown = turn(tuple(addresses), allowed, ask, stop)
        clear_progress()


def _allowed(new: tuple[Host, ...], consent: Consent) -> bool:
    show_hosts(new)
    for host in new:
        for address in host.addresses:
            tell(f"  {address}", err=True)
    return consent.yes or confirmed(words().text("Ask them now?"))


def _without(host: Host, asked: set[tuple[str, str]]) -> Host:
    return replace(host, addresses=tuple(one for one in host.addresses if (host.name, one) not in asked))


def _tell(_page: Page, done: int, total: int) -> None:
    progress(words().text("Asking websites"), done, total)
