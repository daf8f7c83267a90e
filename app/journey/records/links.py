"""Records behind links that an import met: who would be asked for them, and taking in what they give."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from threading import Event

from app.journey.records.holding import Imported, import_files
from app.journey.records.online import asking
from app.journey.session import Session
from app.online.addresses import site_of
from app.online.asking import Ask
from app.online.links import Followed, follow, linked, named_by, records_at, still_told
from app.online.pages import Page
from app.online.wanted import Host, hosts
from app.records.model import Source, Unreadable

SILENT = frozenset({"no_such_host", "no_answer", "too_slow", "cut_short", "bad_answer", "http_status"})
"""Failures that may be over when the website is asked again."""


@dataclass(frozen=True)
class LinksQuestion:
    """Addresses that may be asked for records, who that would be, and links that are not followed, each with why."""

    addresses: tuple[str, ...]
    hosts: tuple[Host, ...]
    refused: tuple[Unreadable, ...] = ()


@dataclass(frozen=True)
class Fetched:
    """What came of asking: an import, addresses that gave something, those that did not, and what to ask next."""

    imported: Imported
    answered: frozenset[str]
    failed: tuple[Page, ...]
    next: LinksQuestion


def links_question(came: Imported) -> LinksQuestion:
    """Who would be asked for the records behind the links of an import. Nobody is asked by this."""
    found = linked(came.links)
    return LinksQuestion(found.addresses, found.hosts, found.refused)


def fetch_links(
    session: Session,
    asked: LinksQuestion,
    allowed: Iterable[str],
    *,
    ask: Ask,
    stop: Event,
    tell: Callable[[Page, int, int], None] = lambda _page, _done, _of: None,
) -> Fetched:
    """Ask the allowed hosts (all that were ever allowed for this import), and import what they give.

    `ask` itself refuses everyone else. What `tell` raises ends it, and then nothing is kept.
    """
    may = frozenset(allowed)
    found = follow((one for one in asked.addresses if site_of(one) in may), ask=ask, stop=stop, tell=tell)
    came = import_files(session, ((page.address, page.content or b"") for page in found.files))
    more = linked(came.links)
    return Fetched(
        replace(came, links=(*came.links, *pages_told(found))),
        found.answered,
        tuple(page for page in found.failed if not page.leads_to),
        _next(found, more.addresses, more.refused),
    )


def pages_told(found: Followed) -> tuple[Unreadable, ...]:
    """What is said of web pages that were met in place of a record, and that name none."""
    pages = (page for page in found.web_pages if not named_by(page))
    return tuple(Unreadable(Source(one.address), "link_is_page", {"links": (one.address,)}) for one in pages)


def _next(found: Followed, more: tuple[str, ...], refused: tuple[Unreadable, ...]) -> LinksQuestion:
    new = tuple(address for address in more if address not in found.next)
    return LinksQuestion((*found.next, *new), (*found.hosts, *hosts(records_at(new))), refused)


def get_links(
    session: Session, asked: LinksQuestion, allowed: Collection[str], progress: Callable[[int, int], None], stop: Event
) -> Fetched:
    """`fetch_links` over the network. `progress` hears how many of how many came; what it raises ends it.

    So does `stop`, soon, where nothing comes.
    """
    with asking(session, allowed, stop) as ask:
        return fetch_links(
            session, asked, allowed, ask=ask, stop=stop, tell=lambda _page, done, total: progress(done, total)
        )


def with_links(came: Imported, fetched: Iterable[Fetched]) -> Imported:
    """An import with what its links gave; of the links only those are left that gave nothing."""
    fetched = tuple(fetched)
    answered = {address for one in fetched for address in one.answered}
    failed = {page.address for one in fetched for page in one.failed}
    refused = links_question(came).refused
    silent = {page.address for one in fetched for page in one.failed if page.failure in SILENT}
    told = (_with_why(one, silent) for one in still_told(came.links, answered, failed))
    kept = replace(came, links=(*told, *refused))
    every = (kept, *(one.imported for one in fetched))
    return Imported(
        added=tuple(one for part in every for one in part.added),
        newer=tuple(one for part in every for one in part.newer),
        known=tuple(one for part in every for one in part.known),
        unreadable=tuple(one for part in every for one in part.unreadable),
        links=tuple(one for part in every for one in part.links),
        keys=tuple(one for part in every for one in part.keys),
        locked=tuple(one for part in every for one in part.locked),
    )


def _with_why(item: Unreadable, silent: set[str]) -> Unreadable:
    """A link that gave nothing, with the reason where its websites only did not answer: it can be tried again."""
    asked = linked([replace(item, code="link_not_followed")]).addresses
    if item.code != "link_gave_nothing" or not asked or not silent.issuperset(asked):
        return item
    return replace(item, values={**item.values, "reason": "silent"})
