"""Checking online: who would be asked, asking them when the learner says so, and what came of it."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

from app.journey.issuers import lists as issuer_lists
from app.journey.issuers.at_hand import page_kept, registries
from app.journey.records.holding import kept
from app.journey.session import Session
from app.online.addresses import site_of
from app.online.asker import asker
from app.online.asking import Ask, ask_all
from app.online.folder import write_folder
from app.online.pages import NO_ANSWERS, PASSING, Page, documents_of, joined
from app.online.wanted import Host, hosts, wanted
from app.records.jose import is_compact
from app.records.model import Record
from app.trust.documents import NO_DOCUMENTS, Documents, HeldDocument, load_documents
from app.trust.status_lists import LONGEST_TTL, asks_again_after
from app.vault import store_pages, store_settings
from app.vault.store_pages import StoredPage

_SURE = frozenset({"", "not_found", "gone"})
RECENT = timedelta(minutes=10)
"""What was asked so short a time ago is not asked again; a list of canceled records that says so, not for longer.

Such a list's `ttl` spares its website a question and no more: an answer that rests on it counts as of its day, as long
as any other.
"""
ASKED_AT = "asked_online_at"


@dataclass(frozen=True)
class Question:
    """Who would be asked about how many records; when websites were last asked about any of this vault."""

    hosts: tuple[Host, ...]
    records: int
    last: datetime | None = None


@dataclass(frozen=True)
class Came:
    """How many pages came and how many did not, and who would have to be asked besides."""

    had: int
    not_had: tuple[Page, ...]
    more: tuple[Host, ...]


def question(session: Session, keys: Iterable[str] | None = None, stop: Event | None = None) -> Question:
    """Who would be asked for what the checks of these records (all unless named) look up and have not."""
    chosen = _chosen(session, keys)
    look = wanted(chosen, _need_no_asking(session), session.clock(), registries(session), stop)
    return Question(hosts(look.addresses), len(look.records), last_asked(session))


def last_asked(session: Session) -> datetime | None:
    """When this vault last had websites asked, whatever came of it; None if never. Pages brought in do not count."""
    at = store_settings.setting(session.vault, ASKED_AT)
    return datetime.fromisoformat(at) if at else None


def note_asked(session: Session) -> None:
    """Websites are asked now."""
    store_settings.set_setting(session.vault, ASKED_AT, session.clock().isoformat())


@contextmanager
def asking(session: Session, allowed: Collection[str], stop: Event) -> Iterator[Ask]:
    """Ask the allowed hosts over the network, and note that they are asked now; `stop` ends each question soon."""
    note_asked(session)
    with asker(frozenset(allowed).__contains__, stop) as ask:
        yield ask


def check_online(
    session: Session,
    allowed: Iterable[str],
    *,
    ask: Ask,
    stop: Event,
    keys: Iterable[str] | None = None,
    tell: Callable[[Page, int, int], None] = lambda _page, _done, _of: None,
) -> Came:
    """Ask the allowed hosts, and keep what they say in the vault as it comes.

    `tell` hears each page, how many came and how many are to come. What it raises ends the asking; what came until
    then stays.
    """

    def heard(page: Page, done: int, total: int) -> None:
        keep_answer(session, page)
        tell(page, done, total)

    found = ask_all(
        _chosen(session, keys),
        _need_no_asking(session),
        allowed=frozenset(allowed),
        ask=ask,
        now=session.clock(),
        tell=heard,
        stop=stop,
        lists=registries(session),
    )
    failed = tuple(page for page in found.pages if page.failure)
    return Came(len(found.pages) - len(failed), failed, found.more)


def keep_answer(session: Session, page: Page) -> None:
    """Keep what an address gave when it was asked, unless it was not asked to the end."""
    if page.failure not in NO_ANSWERS:
        _keep(session, page)
        issuer_lists.heard(session, page)
        session.added.asked = None


def ask_allowed(
    session: Session,
    allowed: Collection[str],
    tell: Callable[[Page, int, int], None],
    stop: Event,
    keys: Iterable[str] | None = None,
) -> Came:
    """`check_online` over the network; it ends soon once `stop` is set."""
    with asking(session, allowed, stop) as ask:
        return check_online(session, allowed, ask=ask, stop=stop, keys=keys, tell=tell)


def pages_kept(session: Session) -> tuple[Page, ...]:
    """What websites said, as kept in the vault."""
    return tuple(map(page_kept, store_pages.pages(session.vault)))


def save_pages(session: Session, folder: Path) -> int:
    """Write what websites said into a folder, as `take_pages` reads it; how many. PersonError as `write_folder`."""
    return write_folder(folder, pages_kept(session))


def forget_pages(session: Session) -> tuple[Page, ...]:
    """Keep nothing more of what websites said; what it was, for `put_pages_back`."""
    gone = pages_kept(session)
    store_pages.forget_pages(session.vault)
    session.added.asked = None
    return gone


def put_pages_back(session: Session, pages: Iterable[Page]) -> None:
    """Undo `forget_pages`; what was asked since stays."""
    there = {page.address for page in pages_kept(session)}
    with session.vault.writing():
        for page in pages:
            if page.address not in there:
                store_pages.keep_page(session.vault, _stored(page))
    session.added.asked = None


def failure_of(page: Page) -> str:
    """Why a page is of no use: it did not come, or cannot be read; empty where it is."""
    return next((why.code for why in documents_of([page]).not_had.values()), page.failure)


def by_website(failed: Iterable[tuple[Page, str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each website that gave nothing for some address, with why, each once."""
    found = dict[str, dict[str, None]]()
    for page, why in failed:
        found.setdefault(site_of(page.address) or page.address, {})[why] = None
    return tuple((name, tuple(why)) for name, why in sorted(found.items()))


def take_pages(session: Session, folder: Path) -> int:
    """Keep the pages of a folder that can be read (`load_documents`), but for those the vault has newer; how many.

    None stands for a list that came from a file of the learner's own. PersonError as `load_documents`.
    """
    mine = {page.address: page.asked_at for page in pages_kept(session) if page.failure not in PASSING}
    found = load_documents(folder, now=session.clock()).held
    read = {one: held for one, held in found.items() if held.content is not None and not store_pages.is_own(one)}
    newer = {one: held for one, held in read.items() if one not in mine or mine[one] < held.as_of}
    with session.vault.writing():
        for address, held in newer.items():
            page = _page_of(address, held)
            _keep(session, page)
            issuer_lists.heard(session, page)
    session.added.asked = None
    return len(newer)


def _page_of(address: str, held: HeldDocument) -> Page:
    if isinstance(held.content, bytes):
        return Page(address, "registry", held.as_of, held.content)
    return Page(address, "keys", held.as_of, _written(held.content))


def _chosen(session: Session, keys: Iterable[str] | None) -> tuple[Record, ...]:
    found = kept(session)
    if keys is None:
        return found
    wanted_keys = frozenset(keys)
    return tuple(record for record in found if record.key in wanted_keys)


def _need_no_asking(session: Session) -> Documents:
    """The folders at hand, and what was asked just now."""
    now = session.clock()
    asked = documents_of(page for page in pages_kept(session) if _is_recent(page, now))
    folders = (session.documents or NO_DOCUMENTS, *session.added.pages.values())
    return joined((*folders, asked))


def _is_recent(page: Page, now: datetime) -> bool:
    age = abs(now - page.asked_at)  # a clock that was ahead must not keep anybody from asking until that day
    if page.failure not in _SURE:
        return False
    if age < RECENT or page.what != "list" or age > LONGEST_TTL:
        return age < RECENT
    return any(age < asks_again_after(held.content) for held in documents_of([page]).held.values())


def _written(content: object) -> bytes:
    """A document as an address gives it: a signed text as it is, anything else as JSON."""
    return (
        content if isinstance(content, str) and is_compact(content) else json.dumps(content, ensure_ascii=False)
    ).encode()


def _keep(session: Session, page: Page) -> None:
    """Keep what an address gave, unless that only takes away what it gave before."""
    before = store_pages.page(session.vault, page.address)
    if before is None or not _only_takes_away(page, before):
        store_pages.keep_page(session.vault, _stored(page))


def _only_takes_away(page: Page, before: StoredPage) -> bool:
    """Whether a website was silent, or its list of canceled records is gone: what was canceled stays canceled."""
    silent = page.failure in PASSING
    if before.content is None:
        return silent and before.failure not in PASSING
    return silent or (page.what == "list" and failure_of(page) != "")


def _stored(page: Page) -> StoredPage:
    return StoredPage(page.address, page.what, page.asked_at.isoformat(), page.content, page.failure)
