"""Newer versions of records, where issuers offer them: who would be asked, asking, and taking in what is one."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from threading import Event
from types import MappingProxyType

from app.journey.issuers.at_hand import documents
from app.journey.records.holding import Imported, import_files, kept
from app.journey.records.online import asking
from app.journey.session import Session
from app.online.addresses import site_of
from app.online.asking import Ask, politely
from app.online.pages import Page
from app.online.wanted import Host, hosts
from app.records.dates import moment
from app.records.model import Record, Source
from app.records.reading import read_bytes
from app.trust.documents import NO_DOCUMENTS, What
from app.trust.newer import Refusal, address_of_newer, asks_a_wallet, is_issuers, why_not_newer
from app.trust.seven import read_record
from app.wording import Words


@dataclass(frozen=True)
class NewerQuestion:
    """Address -> the records it may have newer versions of, who would be asked, and the records only a wallet renews.

    Only a record whose signature is sound and whose key is its issuer's has an address: any other could send the
    learner's computer wherever its writer likes.
    """

    addresses: Mapping[str, tuple[Record, ...]]
    hosts: tuple[Host, ...]
    by_wallet: tuple[Record, ...]


@dataclass(frozen=True)
class Offer:
    """A newer version: the record whose place it would take, itself, and the bytes it came in."""

    old: Record
    new: Record
    content: bytes
    address: str


@dataclass(frozen=True)
class NotNewer:
    """Why what came for a record is not taken."""

    old: Record
    address: str
    why: Refusal


@dataclass(frozen=True)
class Newer:
    """What came of asking. Nothing is kept until `take_newer`; `same` are records that are the newest already.

    `next` is what of the failed may be asked for at other websites, which they send on to.
    """

    offers: tuple[Offer, ...]
    same: tuple[Record, ...]
    refused: tuple[NotNewer, ...]
    failed: tuple[Page, ...]
    next: NewerQuestion

    def and_then(self, later: "Newer") -> "Newer":
        """With what came of asking for `next`."""
        asked = {page.address for page in self.failed if page.address in self.next.addresses}
        failed = tuple(page for page in self.failed if page.address not in asked)
        return Newer(
            (*self.offers, *later.offers),
            (*self.same, *later.same),
            (*self.refused, *later.refused),
            (*failed, *later.failed),
            later.next,
        )


def newer_question(session: Session, keys: Iterable[str] | None = None) -> NewerQuestion:
    """Who would be asked for newer versions of these records (all unless named). Nobody is asked by this."""
    chosen = None if keys is None else frozenset(keys)
    found, by_wallet = dict[str, tuple[Record, ...]](), list[Record]()
    for record in kept(session):
        if chosen is not None and record.key not in chosen:
            continue
        address = address_of_newer(record.document)
        if asks_a_wallet(record.document):
            by_wallet.append(record)
        elif address is not None and record.id and site_of(address) and _is_issuers(session, record):
            found[address] = (*found.get(address, ()), record)
    return NewerQuestion(MappingProxyType(found), hosts(_wanted(found)), tuple(by_wallet))


def ask_newer(
    session: Session,
    asked: NewerQuestion,
    allowed: Iterable[str],
    *,
    ask: Ask,
    stop: Event,
    tell: Callable[[Page, int, int], None] = lambda _page, _done, _of: None,
) -> Newer:
    """Ask the allowed hosts for newer versions. What `tell` raises ends it."""
    may = frozenset(allowed)
    wanted = _wanted(address for address in asked.addresses if site_of(address) in may)
    came = list[Page]()
    for page in politely(wanted, ask, stop):
        came.append(page)
        tell(page, len(came), len(wanted))
    judged = [one for page in came if page.content is not None for one in _judged(session, page, asked)]
    return Newer(
        tuple(one for one in judged if isinstance(one, Offer)),
        tuple(one for one in judged if isinstance(one, Record)),
        tuple(one for one in judged if isinstance(one, NotNewer)),
        tuple(page for page in came if page.content is None),
        _next(asked, [page for page in came if page.leads_to]),
    )


def get_newer(
    session: Session, asked: NewerQuestion, allowed: Collection[str], progress: Callable[[int, int], None], stop: Event
) -> Newer:
    """`ask_newer` over the network. `progress` hears how many of how many came; what it raises ends it, as `stop`."""
    with asking(session, allowed, stop) as ask:
        return ask_newer(session, asked, allowed, ask=ask, stop=stop, tell=lambda _page, done, of: progress(done, of))


def may_be_renewed(record: Record) -> bool:
    """Whether a record says that there is a way to get a newer version of it, be it one for wallets alone."""
    return address_of_newer(record.document) is not None or asks_a_wallet(record.document)


def about_offer(words: Words, one: Offer) -> str:
    """Since when a newer version counts, since when the older did, and until when the newer does."""
    new, old, until = (
        moment(day) if day else None for day in (one.new.valid_from, one.old.valid_from, one.new.valid_until)
    )
    said = words.text("From {new}. Yours is from {old}.", new=new and new.date(), old=old and old.date())
    ends = words.text("It counts until {until}.", until=until.date()) if until else ""
    return " ".join(filter(None, (said, ends)))


def take_newer(session: Session, offers: Iterable[Offer]) -> Imported:
    """Keep these newer versions; each takes the place of its older one, which stays in the vault."""
    return import_files(session, ((one.address, one.content) for one in offers))


def _next(asked: NewerQuestion, sent_on: list[Page]) -> NewerQuestion:
    addresses = {page.address: asked.addresses[page.address] for page in sent_on}
    return NewerQuestion(MappingProxyType(addresses), hosts({}, sent_on), ())


def _judged(session: Session, page: Page, asked: NewerQuestion) -> Iterable[Offer | Record | NotNewer]:
    content = page.content or b""
    found = list(read_bytes(content, Source(page.address)))
    new = next((one for one in found if isinstance(one, Record)), None)
    for old in asked.addresses[page.address]:
        if new is None or len(found) > 1:
            yield NotNewer(old, page.address, "newer_unreadable")
        elif new.key == old.key:
            yield old
        else:
            why = why_not_newer(old, new, lambda one: _is_issuers(session, one), session.clock())
            yield NotNewer(old, page.address, why) if why else Offer(old, new, content, page.address)


def _is_issuers(session: Session, record: Record) -> bool:
    at_hand = documents(session) or NO_DOCUMENTS
    return is_issuers(record, read_record(record, at_hand), at_hand, session.clock())


def _wanted(addresses: Iterable[str]) -> Mapping[str, What]:
    return dict.fromkeys(addresses, "newer")
