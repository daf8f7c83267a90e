"""Records checked in a second, one process on one core, beside another implementation on the same bytes.

Both sides parse each file's bytes every time and check the signature with the contexts at hand, that the key is the
issuer's (did:key), the dates and that every term is defined; no record here names a status list, and nothing is
fetched. Pathfolio also reads the record for people and answers the rest of its seven checks.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from time import perf_counter

from app.records.model import Record, Source
from app.records.reading import read_bytes
from app.trust.seven import check_record
from bench import records
from bench.node import NAME, Node, peer, version
from bench.timing import Peer, Row, spread

GROUP = "Records checked from their bytes: signature, terms, issuer's key, dates; one process, one core, no network"
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
NEEDED = ("format", "signature", "issuer_binding", "in_force")
ROUNDS = 15
SECONDS = 0.5
WARM_UP = 2.0


def rows() -> Iterator[Row]:
    """A row for each kind of record."""
    sets = {
        f"{records.COUNT} Open Badges 3.0, VC 2.0, eddsa-rdfc-2022": records.badges(),
        f"{records.COUNT} Open Badges 3.0, VC 1.1, Ed25519Signature2020": records.older(),
        f"{records.COUNT} small credentials, VC 2.0, eddsa-rdfc-2022": records.plain(),
    }
    with one_core(), peer() as other:
        if isinstance(other, Node):
            _both_refuse(other)
        for what, files in sets.items():
            yield _row(what, files, other)


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


def _row(what: str, files: Sequence[bytes], other: Node | str) -> Row:
    assert all(map(accepted, files)), "a sound record was refused"
    rate(files, WARM_UP)
    if not isinstance(other, Node):
        alone = spread([rate(files, SECONDS) for _ in range(ROUNDS)])
        return Row(GROUP, what, "records/s", alone, Peer(NAME, None), other)
    other.load(files)
    other.rate(WARM_UP)
    pairs = [(rate(files, SECONDS), other.rate(SECONDS)) for _ in range(ROUNDS)]
    ours, theirs = (spread(side) for side in zip(*pairs, strict=True))
    return Row(GROUP, what, "records/s", ours, Peer(f"{NAME} {version()}", theirs))


def accepted(file: bytes) -> bool:
    """Whether a file's one record passes the checks that both sides make."""
    (record,) = read_bytes(file, Source("bench.json"))
    assert isinstance(record, Record)
    found = {one.check: one.answer for one in check_record(record, now=NOW)}
    return all(found[name] == "yes" for name in NEEDED)


def rate(files: Sequence[bytes], seconds: float) -> float:
    """Records checked here in a second, from their bytes, over at least so many seconds."""
    start, done, taken = perf_counter(), 0, 0.0
    while taken < seconds:
        for file in files:
            if not accepted(file):
                raise AssertionError("a sound record was refused")
        done += len(files)
        taken = perf_counter() - start
    return done / taken


def _both_refuse(other: Node) -> None:
    """Speed counts only where the checks are made: both sides refuse each of these."""
    faults = records.wrong()
    other.load(list(faults.values()))
    for (fault, file), theirs in zip(faults.items(), other.answers(), strict=True):
        assert not accepted(file), f"Pathfolio accepts {fault}"
        assert not theirs, f"{NAME} accepts {fault}"
