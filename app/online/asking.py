"""Asking the network what the checks look up, in rounds, politely: each address once, two at a time of a host."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from queue import Empty, SimpleQueue
from threading import Event

from app.online.addresses import site_of
from app.online.limits import PER_HOST
from app.online.pages import Page, documents_of, joined
from app.online.wanted import Host, hosts, wanted
from app.records.model import Record
from app.trust.documents import Documents, What
from app.trust.registries import KnownList

AT_ONCE = 16
ROUNDS = 6
TICK = 0.2
"""Seconds after which whoever waits can be interrupted: on Windows, Ctrl-C ends no wait that has no end."""
# A host that failed in one of these ways is not asked for its other addresses: each would cost the learner as long.
_SILENT = frozenset({"no_such_host", "no_answer", "too_slow", "private_address", "not_secure"})
# What tells a host more than it was allowed for, unless it was known to be asked this from the first.
_TELLING: frozenset[What] = frozenset({"federation"})

Ask = Callable[[str, What], Page]


@dataclass(frozen=True)
class Asked:
    """What came of asking: the pages, and hosts that the answers lead to and nobody has allowed yet."""

    pages: tuple[Page, ...]
    more: tuple[Host, ...]


def ask_all(
    records: Iterable[Record],
    documents: Documents,
    *,
    allowed: frozenset[str],
    ask: Ask,
    now: datetime,
    tell: Callable[[Page, int, int], None],
    stop: Event,
    lists: Iterable[KnownList] = (),
) -> Asked:
    """Ask the allowed hosts all that the checks of these records look up among `documents` in vain.

    `tell` hears each page as it comes, how many came and how many are known to be asked. What it raises ends the
    asking soon (`stop` is set) and is raised on; the pages it heard of are its own to keep.
    """
    came, pending, at_hand, lists = dict[str, Page](), tuple(records), documents, tuple(lists)
    left, told = dict[str, What](), dict[str | None, set[What]]()

    def may(address: str, what: What) -> bool:
        site = site_of(address)
        return site in allowed and (what not in _TELLING or what in told.get(site, ()))

    for turn in range(ROUNDS):
        look = wanted(pending, at_hand, now, lists, stop)
        if stop.is_set():
            break
        new = {address: what for address, what in look.addresses.items() if address not in came}
        for address, what in new.items() if turn == 0 else ():
            told.setdefault(site_of(address), set()).add(what)
        left.update({address: what for address, what in new.items() if not may(address, what)})
        round_of = {address: what for address, what in new.items() if may(address, what)}
        if not round_of:
            break
        total = len(came) + len(round_of)
        for page in politely(round_of, ask, stop):
            came[page.address] = page
            _told(tell, page, len(came), total, stop)
        pending, at_hand = look.records, joined((at_hand, documents_of(came[address] for address in round_of)))
    sent_on = (page for page in came.values() if page.leads_to and page.leads_to not in allowed)
    return Asked(tuple(came.values()), hosts(left, sent_on))


def _told(tell: Callable[[Page, int, int], None], page: Page, done: int, total: int, stop: Event) -> None:
    try:
        tell(page, done, total)
    except BaseException:
        stop.set()
        raise


def politely(addresses: Mapping[str, What], ask: Ask, stop: Event) -> Iterator[Page]:
    """The pages of these addresses as they come, at most two at a time of a host."""
    came = SimpleQueue[Page | BaseException]()
    queues = dict[str | None, deque[tuple[str, What]]]()
    for address, what in addresses.items():
        queues.setdefault(site_of(address), deque()).append((address, what))
    with ThreadPoolExecutor(AT_ONCE, "asking") as workers:
        for turn in range(PER_HOST):
            for queue in queues.values():
                if turn < len(queue):
                    workers.submit(_drain, queue, ask, came)
        left = True
        try:
            for _ in addresses:
                yield _next(came)
            left = False
        finally:
            if left:  # somebody did not wait for all
                stop.set()


def _next(came: "SimpleQueue[Page | BaseException]") -> Page:
    while True:
        try:
            found = came.get(timeout=TICK)
        except Empty:
            continue
        if isinstance(found, BaseException):
            raise found
        return found


def _drain(queue: "deque[tuple[str, What]]", ask: Ask, came: "SimpleQueue[Page | BaseException]") -> None:
    """Ask for what is queued of one host, until it is silent: then the rest is as silent, without asking."""
    silent = None
    while (asked := _taken(queue)) is not None:
        address, what = asked
        try:
            page = ask(address, what) if silent is None else Page(address, what, silent.asked_at, None, silent.failure)
        except BaseException as error:  # noqa: BLE001  it is raised where the pages are waited for
            came.put(error)
            return
        silent = page if page.failure in _SILENT else silent
        came.put(page)


def _taken(queue: "deque[tuple[str, What]]") -> tuple[str, What] | None:
    try:
        return queue.popleft()
    except IndexError:  # the other worker took the last
        return None
