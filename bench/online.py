"""Many records checked online: asking politely, two at a time of a website, beside asking one page after another.

The websites are on this computer, and each answers after a time that is stated, as if it stood far away. One page after
another is the same program with a lock around each question. Also what the pages that were kept are good for later.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Lock
from time import perf_counter
from typing import Any

from app.journey.issuers.at_hand import Added
from app.journey.memory import Memory
from app.journey.opening import session_of
from app.journey.records.holding import cards, import_text, kept
from app.journey.records.online import (
    check_online,
    forget_pages,
    pages_kept,
    put_pages_back,
    question,
    save_pages,
    take_pages,
)
from app.journey.session import Session
from app.online.asker import asker
from app.online.asking import AT_ONCE, Ask, politely
from app.online.limits import PER_HOST
from app.online.pages import Page
from app.online.wanted import wanted
from app.trust.documents import NO_DOCUMENTS, What
from app.vault.vault import Vault
from bench import schools
from bench.timing import Peer, Row, clock, spread, timed, timed_fresh

GROUP = (
    f"{schools.RECORDS} records of {schools.ISSUERS} issuers checked online: "
    f"websites on this computer, over TLS, each answer after {schools.DELAY * 1000:.0f} ms"
)
BY_TURNS = "one after another"
ROUNDS, LONG_ROUNDS = 5, 3
Work = Callable[[Ask], object]


class LeavingError(Exception):
    """The learner leaves; Ctrl-C is for whoever runs the bench."""


def rows() -> Iterator[Row]:
    """Every row."""
    with schools.websites() as web, Vault.temporary() as vault, session_of(vault) as session:
        import_text(session, json.dumps(schools.records()))
        asked = wanted(kept(session), NO_DOCUMENTS, session.clock()).addresses
        yield _pages_alone(asked)
        yield _whole(session)
        yield from _requests(session, web, len(asked))
        left = spread([_left(session) for _ in range(ROUNDS)])
        yield Row(GROUP, "from leaving at the first answer until it has ended", "ms", left)
        yield from _later(session)


def _pages_alone(asked: Mapping[str, What]) -> Row:
    what = f"{len(asked)} pages, the asking alone, {AT_ONCE} at a time and {PER_HOST} of a website"
    ours, theirs = _beside_by_turns(lambda ask: list(politely(asked, ask, Event())), ROUNDS)
    return Row(GROUP, what, "ms", spread(ours), Peer(BY_TURNS, spread(theirs)))


def _whole(session: Session) -> Row:
    ours, theirs = _beside_by_turns(lambda ask: _checked_online(session, ask), LONG_ROUNDS)
    what = "all of it: who would be asked, asking, checking in rounds, keeping in the vault"
    return Row(GROUP, what, "ms", spread(ours), Peer(BY_TURNS, spread(theirs)))


def _requests(session: Session, web: Any, distinct: int) -> Iterator[Row]:  # noqa: ANN401 - the tests' own server
    """Requests as the websites counted them, and what asking again at once would ask."""
    web.asked.clear()
    with asker(lambda _site: True, Event()) as ask:
        _checked_online(session, ask)
    made = Counter((one.host, one.path) for one in web.asked)
    most = max(one.at_once for one in web.asked)
    count = Peer("different addresses", spread([distinct]))
    yield Row(GROUP, "requests that the websites had", "requests", spread([made.total()]), count)
    yield Row(GROUP, "most at once of one website", "requests", spread([most]))
    again = sum(len(host.addresses) for host in question(session).hosts)
    yield Row(GROUP, "asked again at once", "requests", spread([again]))


def _later(session: Session) -> Iterator[Row]:
    """What the kept pages cost and give without a network."""
    pages = pages_kept(session)
    assert {one.answer for card in cards(session) for one in card.checks if one.check == "status"} == {"yes"}
    without = timed_fresh(lambda: _anew(session, ()), cards, LONG_ROUNDS)
    later = timed_fresh(lambda: _anew(session, pages), cards, LONG_ROUNDS)
    what = "later, offline: every record read and checked from the kept pages"
    yield Row(GROUP, what, "ms", later, Peer("without any page", without))
    with TemporaryDirectory(prefix="pathfolio-bench-") as place:
        folder = Path(place)
        size = f"{len(pages)} pages"
        yield Row(GROUP, f"{size} written into a folder", "ms", timed(lambda: save_pages(session, folder), ROUNDS))
        taken = timed_fresh(lambda: _anew(session, ()), lambda empty: take_pages(empty, folder), ROUNDS)
        yield Row(GROUP, f"{size} taken from a folder into the vault", "ms", taken)


def _beside_by_turns(work: Work, rounds: int) -> tuple[list[float], list[float]]:
    """Milliseconds of rounds of some work and of the same by turns; before them one that makes the certificates."""
    _taken(work, by_turns=False)
    pairs = [(_taken(work, by_turns=False), _taken(work, by_turns=True)) for _ in range(rounds)]
    return [ours for ours, _ in pairs], [theirs for _, theirs in pairs]


def _taken(work: Work, *, by_turns: bool) -> float:
    """Connections are new each time."""
    with asker(lambda _site: True, Event()) as ask, clock() as taken:
        work(in_turn(ask) if by_turns else ask)
    return taken.seconds * 1000


def in_turn(ask: Ask) -> Ask:
    """The same, one question at a time."""
    lock = Lock()

    def one(address: str, what: What) -> Page:
        with lock:
            return ask(address, what)

    return one


def _checked_online(session: Session, ask: Ask) -> None:
    """As if nobody had been asked before."""
    forget_pages(session)
    allowed = [host.name for host in question(session).hosts]
    came = check_online(session, allowed, ask=ask, stop=Event())
    assert not came.not_had
    assert not came.more


def _left(session: Session) -> float:
    """The learner leaves as soon as anything came: milliseconds until nothing is asked any more."""
    pages = forget_pages(session)
    allowed = [host.name for host in question(session).hosts]
    stop, at = Event(), list[float]()

    def leave(_page: Page, _done: int, _of: int) -> None:
        at.append(perf_counter())
        raise LeavingError

    with suppress(LeavingError), asker(lambda _site: True, stop) as ask:
        check_online(session, allowed, ask=ask, stop=stop, tell=leave)
    ended = perf_counter()
    put_pages_back(session, pages)
    return (ended - at[0]) * 1000


def _anew(session: Session, pages: tuple[Page, ...]) -> Session:
    """The journey as when the vault was just opened, with these pages in it."""
    forget_pages(session)
    put_pages_back(session, pages)
    return replace(session, memory=Memory(), added=Added())
