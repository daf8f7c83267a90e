"""Checking online: who would be asked, asking them when the learner says so, and what came of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from threading import Event

from app.journey.at_hand import page_kept
from app.journey.records import kept
from app.journey.session import Session
from app.online.asking import Ask, ask_all
from app.online.pages import Page, documents_of, joined
from app.online.wanted import Host, hosts, wanted
from app.records.model import Record
from app.trust.documents import NO_DOCUMENTS, Documents
from app.vault import store_pages
from app.vault.store_pages import StoredPage

RECENT = timedelta(minutes=10)
"""What was asked so short a time ago is not asked again."""


@dataclass(frozen=True)
class Question:
    """Who would be asked about how many records."""

    hosts: tuple[Host, ...]
    records: int


@dataclass(frozen=True)
class Came:
    """How many pages came and how many did not, and who would have to be asked besides."""

    had: int
    not_had: tuple[Page, ...]
    more: tuple[Host, ...]


def question(session: Session, keys: Iterable[str] | None = None) -> Question:
    """Who would be asked for what the checks of these records (all unless named) look up and have not."""
    chosen = _chosen(session, keys)
    look = wanted(chosen, _need_no_asking(session), session.clock())
    return Question(hosts(look.addresses), len(look.records))


def check_online(
    session: Session,
    allowed: Iterable[str],
    *,
    ask: Ask,
    keys: Iterable[str] | None = None,
    tell: Callable[[int, int], None] = lambda _done, _of: None,
) -> Came:
    """Ask the allowed hosts, and keep what they say in the vault as it comes.

    What `tell` raises ends the asking; what came until then stays.
    """

    def heard(page: Page, done: int, total: int) -> None:
        store_pages.keep_page(session.vault, _stored(page))
        session.added.asked = None
        tell(done, total)

    found = ask_all(
        _chosen(session, keys),
        _need_no_asking(session),
        allowed=frozenset(allowed),
        ask=ask,
        now=session.clock(),
        tell=heard,
        stop=Event(),
    )
    failed = tuple(page for page in found.pages if page.failure)
    return Came(len(found.pages) - len(failed), failed, found.more)


def _chosen(session: Session, keys: Iterable[str] | None) -> tuple[Record, ...]:
    found = kept(session)
    if keys is None:
        return found
    wanted_keys = frozenset(keys)
    return tuple(record for record in found if record.key in wanted_keys)


def _need_no_asking(session: Session) -> Documents:
    """The folders at hand, and what was asked just now."""
    since = session.clock() - RECENT
    asked = documents_of(page for page in map(page_kept, store_pages.pages(session.vault)) if page.asked_at > since)
    folders = (session.documents or NO_DOCUMENTS, *session.added.pages.values())
    return joined((*folders, asked))


def _stored(page: Page) -> StoredPage:
    return StoredPage(page.address, page.what, page.asked_at.isoformat(), page.content, page.failure)
