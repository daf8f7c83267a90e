"""What the checks would ask of the network, found by running them; and of whom, with what each could infer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event

from app.online.addresses import site_of
from app.online.pages import Page
from app.records.model import Record
from app.trust.documents import Documents, HeldDocument, What, page_of
from app.trust.registries import KnownList
from app.trust.seven import check_record


@dataclass(frozen=True)
class Noting(Documents):
    """Documents that note which addresses were looked up in vain, and what for; not those that gave nothing before."""

    noted: dict[str, What] = field(default_factory=dict)

    def get(self, address: str, what: What) -> HeldDocument | None:
        """The document at an address, or None where it is not at hand; then the address is noted."""
        held = super().get(address, what)
        page = page_of(address)
        if held is None and page not in self.not_had and site_of(page) is not None:
            self.noted.setdefault(page, what)
        return held


@dataclass(frozen=True)
class Wanted:
    """Address -> what for, of all records together; and the records of which any address was missing."""

    addresses: Mapping[str, What]
    records: tuple[Record, ...]


Shown = dict[str, frozenset[What]]
"""Website -> what the learner was shown that it would be asked for."""


@dataclass(frozen=True)
class Host:
    """One that would be asked: for what, how many addresses, and the names of the records these are about."""

    name: str
    whats: tuple[What, ...]
    addresses: tuple[str, ...]


def wanted(
    records: Iterable[Record],
    documents: Documents,
    now: datetime,
    lists: Iterable[KnownList] = (),
    stop: Event | None = None,
) -> Wanted:
    """What checking these records as of `now`, with lists of known issuers, looks up in vain among the documents.

    Once `stop` is set it goes through no more records.
    """
    lists = tuple(lists)
    at_hand = Noting(documents.held, not_had=documents.not_had)
    found, missing = dict[str, What](), list[Record]()
    for record in records:
        if stop is not None and stop.is_set():
            break
        at_hand.noted.clear()
        check_record(record, now=now, documents=at_hand, registries=lists)
        if at_hand.noted:
            missing.append(record)
            found.update({address: what for address, what in at_hand.noted.items() if address not in found})
    return Wanted(found, tuple(missing))


def hosts(addresses: Mapping[str, What], sent_on: Iterable[Page] = ()) -> tuple[Host, ...]:
    """Who would be asked, by name; also the websites that pages send on to."""
    by_name = dict[str, dict[str, What]]()
    for address, what in addresses.items():
        by_name.setdefault(str(site_of(address)), {})[address] = what
    for page in sent_on:
        by_name.setdefault(page.leads_to, {})[page.address] = page.what
    return tuple(
        Host(name, tuple(sorted(set(asked.values()))), tuple(sorted(asked))) for name, asked in sorted(by_name.items())
    )


def unseen(found: Iterable[Host], shown: Shown) -> tuple[Host, ...]:
    """Those that were not shown yet, or not for all that they would be asked for."""
    return tuple(host for host in found if not set(host.whats) <= shown.get(host.name, frozenset()))


def seen(found: Iterable[Host], shown: Shown) -> Shown:
    """What is shown once these are shown too."""
    return {**shown, **{host.name: shown.get(host.name, frozenset()) | set(host.whats) for host in found}}
