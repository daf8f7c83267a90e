"""Records checked in a second, one process on one core, beside other implementations on the same bytes.

Every side parses each file's bytes every time and checks the signature with the contexts at hand, that the key is the
issuer's, the dates and, where a proof signs what terms mean, that every term is defined. Where letters are signed the
peers stop there and Pathfolio reads the terms all the same. No record here names a status list; nothing is fetched.
Keys come from did:key, but for Open Badges 2.0, whose pages are at hand. Pathfolio also reads the record for people
and answers the rest of its seven checks. Seconds are those of the processor, each side's helper threads included:
others who use the machine change them less than the clock's.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from time import process_time

from app.records.model import Record, Source
from app.records.reading import read_bytes
from app.trust.documents import NO_DOCUMENTS, Documents
from app.trust.seven import check_record
from bench import records
from bench.kinds import NODE, OPENVC, Kind, kinds
from bench.node import peer
from bench.other import Other, running
from bench.timing import Peer, Row, Spread, spread

GROUP = (
    f"Files checked from their bytes, {records.COUNT} of each kind: signature, terms, issuer's key, dates; "
    "one process, one core, no network"
)
UNIT = "files/s"
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
NEEDED = ("format", "signature", "issuer_binding", "in_force")
ROUNDS = 7
SECONDS = 0.4
WARM_UP = 1.0


def rows() -> Iterator[Row]:
    """A row for each kind of record and peer that can check it."""
    with one_core(), others() as peers:
        _all_refuse(peers)
        for kind in kinds():
            yield from _rows(kind, peers)


@contextmanager
def one_core() -> Iterator[None]:
    """Keep this process and those it starts on one core, where the system lets us."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


@contextmanager
def others() -> Iterator[Mapping[str, Other | str]]:
    """Each peer, or why there is none."""
    with ExitStack() as open_ones:
        command = [sys.executable, "-m", "bench.openvc_peer"]
        python = open_ones.enter_context(running(f"{OPENVC} {version(OPENVC)}", command))
        yield {NODE: open_ones.enter_context(peer()), OPENVC: python}


def _rows(kind: Kind, peers: Mapping[str, Other | str]) -> Iterator[Row]:
    assert not accepted(kind.spoiled, kind.documents), f"Pathfolio accepts a changed one: {kind.what}"
    named = {name: peers[name] for name in peers if name in kind.peers}
    live = [other for other in named.values() if isinstance(other, Other)]
    for one in live:
        _prepare(one, kind)
    rate(kind.files, WARM_UP, kind.documents)
    rounds = [[rate(kind.files, SECONDS, kind.documents), *(one.rate(SECONDS) for one in live)] for _ in range(ROUNDS)]
    ours, *theirs = (spread(side) for side in zip(*rounds, strict=True))
    spreads = {one.name: found for one, found in zip(live, theirs, strict=True)}
    for name, other in named.items():
        yield _row(kind.what, ours, name, other, spreads)
    if not named:
        yield Row(GROUP, kind.what, UNIT, ours, note="neither peer checks this kind")


def _row(what: str, ours: Spread, name: str, other: Other | str, spreads: Mapping[str, Spread]) -> Row:
    if isinstance(other, Other):
        return Row(GROUP, what, UNIT, ours, Peer(other.name, spreads[other.name]))
    return Row(GROUP, what, UNIT, ours, Peer(name, None), other)


def _prepare(other: Other, kind: Kind) -> None:
    """Speed counts only where the checks are made: it refuses a changed one and accepts the others."""
    other.load([kind.spoiled])
    assert other.answers() == [False], f"{other.name} accepts a changed one: {kind.what}"
    other.load(kind.files)
    assert all(other.answers()), f"{other.name} refuses a sound one: {kind.what}"
    other.rate(WARM_UP)


def accepted(file: bytes, documents: Documents = NO_DOCUMENTS) -> bool:
    """Whether all records of a file pass the checks that every side makes."""
    found = list(read_bytes(file, Source("bench.json")))
    return bool(found) and all(isinstance(one, Record) and _passes(one, documents) for one in found)


def _passes(record: Record, documents: Documents) -> bool:
    found = {one.check: one.answer for one in check_record(record, now=NOW, documents=documents)}
    return all(found[name] == "yes" for name in NEEDED)


def rate(files: Sequence[bytes], seconds: float, documents: Documents = NO_DOCUMENTS) -> float:
    """Files checked here in a second of processor time, from their bytes, over at least so many seconds."""
    start, done, taken = process_time(), 0, 0.0
    while taken < seconds:
        for file in files:
            if not accepted(file, documents):
                raise AssertionError("a sound record was refused")
        done += len(files)
        taken = process_time() - start
    return done / taken


def _all_refuse(peers: Mapping[str, Other | str]) -> None:
    """Every side refuses each of these faults, not only a changed word."""
    faults = records.wrong()
    for fault, file in faults.items():
        assert not accepted(file), f"Pathfolio accepts {fault}"
    for other in peers.values():
        if isinstance(other, Other):
            other.load(list(faults.values()))
            for fault, theirs in zip(faults, other.answers(), strict=True):
                assert not theirs, f"{other.name} accepts {fault}"
