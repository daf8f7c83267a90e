"""Documents of sample files as websites on this computer, and asking these as an online check does."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

from own_websites import own_websites
from spec_contexts import RESOLVER

from app.online.addresses import site_of
from app.online.asker import asker
from app.online.asking import Ask, ask_all
from app.online.pages import Page, documents_of, joined
from app.online.wanted import Noting, hosts, wanted
from app.records.model import Record
from app.records.presentations import Presentation
from app.records.reading import read_path, read_presentation_path
from app.trust.documents import NO_DOCUMENTS, Documents
from app.trust.keys import did_web_address
from app.trust.presentations import check_presentation
from app.trust.seven import check_record

TURNS = 6
"""How often somebody who allows everyone is asked again."""


@contextmanager
def asked_of(documents: Documents) -> Iterator[Callable[[Path], Documents]]:
    """What asking gives for the records of a file, where websites serve these documents and nothing is at hand."""
    with own_websites({}) as web:
        for address, held in documents.held.items():
            served = served_at(address)
            if site_of(served) is not None:
                web.serve(served, held.content)
        yield answers


def served_at(name: str) -> str:
    """The web address under which a website serves what a DID or an address names."""
    address = did_web_address(name) or name
    return "https://" + address.removeprefix("http://") if address.startswith("http://") else address


def answers(file: Path) -> Documents:
    """What websites say about the records of a file, its presentation included, everybody allowed."""
    records = [item for item in read_path(file) if isinstance(item, Record)]
    presented = read_presentation_path(file)
    found = _of_records(records)
    return _of_presentation(presented, found) if isinstance(presented, Presentation) else _examples(records, found)


def _of_records(records: list[Record]) -> Documents:
    """By the rounds of an online check."""
    now, found, allowed = datetime.now(UTC), NO_DOCUMENTS, frozenset[str]()
    new = hosts(wanted(records, found, now).addresses)
    for _ in range(TURNS):
        names = {host.name for host in new} - allowed
        if not names:
            break
        allowed |= names
        stop = Event()
        with asker(allowed.__contains__, stop) as ask:
            came = ask_all(
                records, found, allowed=allowed, ask=ask, now=now, tell=lambda _page, _done, _of: None, stop=stop
            )
        found, new = joined((found, documents_of(came.pages))), came.more
    return found


def _of_presentation(presented: Presentation, found: Documents) -> Documents:
    def look(documents: Documents) -> None:
        check_presentation(presented, now=datetime.now(UTC), documents=documents)

    return _noted(look, found)


def _examples(records: list[Record], found: Documents) -> Documents:
    """Beside that, what records in the words of the specifications' own examples look up; the program knows none."""

    def look(documents: Documents) -> None:
        for record in records:
            check_record(record, now=datetime.now(UTC), documents=documents, resolver=RESOLVER)

    return _noted(look, found)


def _noted(look: Callable[[Documents], None], found: Documents) -> Documents:
    """Ask for what is looked up in vain, and look again."""
    for _ in range(TURNS):
        noting = Noting(found.held, not_had=found.not_had)
        look(noting)
        new = [address for address in noting.noted if address not in found.not_had]
        if not new:
            break
        with asker(lambda _site: True, Event()) as ask:
            found = joined((found, documents_of(_each(ask, new, noting))))
    return found


def _each(ask: Ask, addresses: list[str], noting: Noting) -> Iterator[Page]:
    return (ask(address, noting.noted[address]) for address in addresses)
