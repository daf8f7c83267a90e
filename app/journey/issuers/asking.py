"""Asking for a list of known issuers by itself: when the learner adds one by its address, or wants it anew."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from threading import Event

from app.journey.issuers import lists as issuer_lists
from app.journey.issuers.at_hand import documents
from app.journey.records.online import asking, keep_answer
from app.journey.session import Session
from app.online.addresses import site_of
from app.online.asking import Ask, politely
from app.online.pages import Page, documents_of, joined
from app.online.wanted import Host, hosts
from app.trust.documents import NO_DOCUMENTS, Documents, What
from app.trust.known import list_state, lists_in
from app.trust.registries import ANCHOR, KnownList, ListAddress

ROUNDS = 2
"""A list, and those that it names."""


@dataclass(frozen=True)
class ListQuestion:
    """A list, by the file or address it comes from, and who would be asked for it and for those it names."""

    source: str
    hosts: tuple[Host, ...]


@dataclass(frozen=True)
class ListCame:
    """What came of asking for a list: what it is called, and who would have to be asked besides.

    `why` is a reason of `app.trust.known.NOT_LOOKED_IN` if it cannot be looked in, `failure` what its website did (a
    code of `app.wording.online.FAILURES`). One that is new and cannot be looked in is not `kept`.
    """

    name: str
    kept: bool
    why: str = ""
    failure: str = ""
    more: tuple[Host, ...] = ()


def list_question(session: Session, source: str, *, federation: bool = False) -> ListQuestion:
    """Who would be asked for a list that is kept, or whose address was typed. Nobody is asked by this.

    Of a `federation` people know the address of its home. PersonError list_address_bad.
    """
    if not issuer_lists.is_kept(session, source):
        source = list_address(source, federation=federation)
    known = issuer_lists.list_from(session, source)
    return ListQuestion(source, hosts(_wanted(known, documents(session) or NO_DOCUMENTS)))


def list_address(text: str, *, federation: bool = False) -> str:
    """The address of a list as it is asked for. PersonError list_address_bad."""
    address = issuer_lists.address_of(text)
    return address.rstrip("/") + ANCHOR if federation and not address.endswith(ANCHOR) else address


def get_list(
    session: Session, asked: ListQuestion, allowed: Collection[str], progress: Callable[[int, int], None], stop: Event
) -> ListCame:
    """`ask_list` over the network. `progress` hears how many of how many came; what it raises ends it, as `stop`."""
    with asking(session, allowed, stop) as ask:
        return ask_list(session, asked, allowed, ask=ask, stop=stop, tell=lambda _page, done, of: progress(done, of))


def ask_list(
    session: Session,
    asked: ListQuestion,
    allowed: Iterable[str],
    *,
    ask: Ask,
    stop: Event,
    tell: Callable[[Page, int, int], None] = lambda _page, _done, _of: None,
) -> ListCame:
    """Ask the allowed hosts for a list and those it names, and keep it if it can be looked in.

    What `tell` raises ends it, and then nothing is kept.
    """
    may, came = frozenset(allowed), dict[str, Page]()
    known, left = issuer_lists.list_from(session, asked.source), dict[str, What]()
    held = documents(session) or NO_DOCUMENTS
    for _ in range(ROUNDS):
        found = joined((held, documents_of(came.values())))
        left = {address: what for address, what in _wanted(known, found).items() if address not in came}
        now = {address: what for address, what in left.items() if site_of(address) in may}
        for page in politely(now, ask, stop):
            came[page.address] = page
            tell(page, len(came), len(came) + sum(address not in came for address in now))
    return _kept(session, asked.source, came, left)


def _kept(session: Session, source: str, came: Mapping[str, Page], left: Mapping[str, What]) -> ListCame:
    """Keep what came, unless it is of a new list that cannot be looked in."""
    known, pages = issuer_lists.list_from(session, source), tuple(came.values())
    sent_on = [page for page in pages if page.leads_to]
    more = hosts({address: what for address, what in left.items() if address not in came}, sent_on)
    failure = came[source].failure if source in came else ""
    if not issuer_lists.is_kept(session, source):
        state = list_state(known, documents_of(pages))
        if state.why:
            return ListCame(state.name, kept=False, why=state.why, failure=failure, more=more)
    with session.vault.writing():
        if not issuer_lists.is_kept(session, source):
            issuer_lists.keep_address(session, source)
        for page in pages:
            keep_answer(session, page)
    state = list_state(issuer_lists.list_from(session, source), documents(session) or NO_DOCUMENTS)
    return ListCame(state.name, kept=True, why=state.why, failure=failure, more=more)


def _wanted(known: KnownList, held: Documents) -> Mapping[str, What]:
    """What a list rests on; of a federation what it says of itself, which tells nobody which issuer is looked for."""
    own = (known.address,) if isinstance(known, ListAddress) else ()
    named = (one.address for one in lists_in(known, held))
    return dict.fromkeys((address for address in (*own, *named) if site_of(address)), "registry")
