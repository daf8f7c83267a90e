"""A vault of a thousand records: what its first page costs, what turning back to it costs, and the words on it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from app.journey.memory import Memory
from app.journey.opening import session_of
from app.journey.progress import progress
from app.journey.records.cards import record_cards, summary
from app.journey.records.holding import cards, import_bytes, import_paths, purge, remove
from app.journey.session import Session
from app.vault.vault import Vault
from app.wording import Words
from bench import records
from bench.timing import Row, timed, timed_fresh

COUNT = 1_000
ON_PAGE = 20
GROUP = f"Records page with {COUNT:,} signed records"


def rows() -> Iterator[Row]:
    """Every row; the last of the records is the one that comes new."""
    *files, new = records.badges(COUNT + 1)
    with TemporaryDirectory(prefix="pathfolio-bench-") as place:
        for number, data in enumerate(files):
            (Path(place) / f"{number:04}.json").write_bytes(data)
        with Vault.temporary() as vault, session_of(vault) as session:
            yield Row(GROUP, "import from files", "ms", timed(lambda: import_paths(session, [Path(place)]), 1))
            yield from _checking(session, new)
            yield from _showing(session)


def _checking(session: Session, new: bytes) -> Iterator[Row]:
    fresh = timed_fresh(lambda: replace(session, memory=Memory()), cards, 3)
    yield Row(GROUP, "cards, the first time since the vault was opened", "ms", fresh)
    cards(session)
    yield Row(GROUP, "cards again, dates and lists asked anew", "ms", timed(lambda: cards(session), 15))
    yield Row(GROUP, "cards after one more came", "ms", timed_fresh(lambda: _one_more(session, new), cards, 9))


def _one_more(session: Session, new: bytes) -> Session:
    """The journey with a record that it has not seen before."""
    for one in import_bytes(session, new).known:
        remove(session, one.key)
        purge(session, one.key)
        import_bytes(session, new)
    return session


def _showing(session: Session) -> Iterator[Row]:
    words, held = Words("es"), cards(session)
    shown = timed(lambda: record_cards(words, held[:ON_PAGE], held), 15)
    yield Row(GROUP, f"words of {ON_PAGE} cards", "ms", shown)
    yield Row(GROUP, "words of all cards", "ms", timed(lambda: record_cards(words, held), 5))
    yield Row(GROUP, "sum of all facts", "ms", timed(lambda: summary(words, held), 15))
    yield Row(GROUP, "how far the learner is, for the rail", "ms", timed(lambda: progress(session), 9))
