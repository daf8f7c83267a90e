"""Step 1, Records: take files in, see what each record says and what was checked."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from app.errors import PersonError
from app.journey.issuers.at_hand import counts_for, documents, registries
from app.journey.records.found_keys import OfferedKey, offered
from app.journey.records.versions import older_versions
from app.journey.session import Session
from app.profile.evidence import Standing, standing
from app.records.model import Check, FoundKey, Record, Source, Unreadable
from app.records.reading import read_bytes, read_path
from app.records.sameness import content
from app.trust.badge_links import completed
from app.trust.documents import Documents
from app.trust.registries import KnownList
from app.trust.seven import judge
from app.vault import store_keys, store_records, store_settings

LINKS = frozenset(
    {
        "link_not_followed", "link_is_talk", "link_not_protected", "link_not_public", "link_is_page",
        "link_gave_nothing",
    }
)  # fmt: skip
"""What is said of a link in place of a record."""
_ASKS_PASSWORD = frozenset({"export_needs_password", "export_wrong_password"})


@dataclass(frozen=True)
class Imported:
    """What came of an import: records that are new, records that were there, and what gave none.

    `newer` are those of the new that took the place of an older version. `links` are texts that only say where a
    record is; nobody has gone there. `keys` are another wallet's secret keys, of which none is kept unless
    `found_keys.keep_keys` is asked; `locked` are the files that a password would open (`import_paths` takes it).
    """

    added: tuple[Record, ...] = ()
    newer: tuple[Record, ...] = ()
    known: tuple[Record, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    links: tuple[Unreadable, ...] = ()
    keys: tuple[OfferedKey, ...] = ()
    locked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Card:
    """A record beside its seven checks and how it stands as evidence.

    `inside` are keys of the records it holds, `older` those of the versions whose place it took, latest first.
    """

    record: Record
    checks: tuple[Check, ...]
    standing: Standing
    inside: tuple[str, ...] = ()
    older: tuple[str, ...] = ()


@dataclass(frozen=True)
class Removed:
    """A record put aside, and when (aware, UTC): it can be put back until it is purged."""

    record: Record
    removed_at: datetime


@dataclass(frozen=True)
class _Learner:
    """By what a record can be about the learner, how long they let a website's answer count, and what is at hand."""

    dids: frozenset[str]
    identities: tuple[str, ...]
    counts_for: timedelta | None
    documents: Documents | None
    registries: tuple[KnownList, ...]


def import_paths(
    session: Session,
    paths: Iterable[Path],
    tell: Callable[[int], None] = lambda _number: None,
    *,
    password: str | None = None,
) -> Imported:
    """Keep every record of these files and folders, each as it came, once. `password` opens locked exports of wallets.

    `tell` hears how many items were gone through; what it raises stops the import, and then nothing of it is kept.
    """
    return _import(session, (item for path in paths for item in read_path(path, password=password)), tell)


def import_text(session: Session, text: str, tell: Callable[[int], None] = lambda _number: None) -> Imported:
    """The same for text that was pasted: one record or many, or links, which are told and not followed."""
    # A broken character, which some programs put on the clipboard, is the reader's to refuse.
    return import_bytes(session, text.encode("utf-8", "surrogatepass"), tell)


def joined(first: Imported, again: Imported) -> Imported:
    """An import, and what its locked files gave once they were open."""
    open_now = set(first.locked)
    return replace(
        again,
        added=(*first.added, *again.added),
        newer=(*first.newer, *again.newer),
        known=(*first.known, *again.known),
        unreadable=(*(one for one in first.unreadable if one.source.file not in open_now), *again.unreadable),
        links=(*first.links, *again.links),
        keys=(*first.keys, *again.keys),
    )


def import_bytes(session: Session, data: bytes, tell: Callable[[int], None] = lambda _number: None) -> Imported:
    """The same for the bytes of a file that has no name here; its records' source is an empty name."""
    return import_files(session, [("", data)], tell)


def import_files(
    session: Session, files: Iterable[tuple[str, bytes]], tell: Callable[[int], None] = lambda _number: None
) -> Imported:
    """The same for bytes, each with the name or web address it came from."""
    return _import(session, (item for name, data in files for item in read_bytes(data, Source(name))), tell)


def cards(session: Session, tell: Callable[[int, int], object] = lambda _done, _of: None) -> tuple[Card, ...]:
    """Every record kept, checked as of now; `tell` hears how many of how many, and stops this by raising.

    A record's signature is checked once while the vault is open; dates, cancellation and whom it is about each time.
    """
    every, learner, now = every_version(session), _learner(session), session.clock()
    older = versions(session, every)
    found, made = _newest(every, older), list[Card]()
    for record in found:
        made.append(_card(session, record, learner, now, older.get(record.key, ())))
        tell(len(made), len(found))
    return tuple(made)


def card(session: Session, key: str) -> Card:
    """One record kept, checked as of now. PersonError `record_not_found`."""
    row = store_records.record(session.vault, key)
    record = session.memory.learn(row, documents(session)) if row else None
    if record is None:
        raise PersonError("record_not_found", key=key)
    older = versions(session, every_version(session)).get(key, ())
    return _card(session, record, _learner(session), session.clock(), older)


def kept(session: Session) -> tuple[Record, ...]:
    """Every record in the vault but for older versions; those inside another are kept on their own."""
    found = every_version(session)
    return _newest(found, versions(session, found))


def _newest(found: Iterable[Record], older: Mapping[str, tuple[str, ...]]) -> tuple[Record, ...]:
    passed = {key for keys in older.values() for key in keys}
    return tuple(record for record in found if record.key not in passed)


def versions(session: Session, found: Iterable[Record]) -> Mapping[str, tuple[str, ...]]:
    """Key of each record that took the place of others -> their keys, latest first."""
    return older_versions(
        found,
        lambda record: session.memory.reading(record, documents(session)),
        documents(session),
        session.clock(),
    )


def every_version(session: Session) -> tuple[Record, ...]:
    """Every record in the vault, as its exact bytes read, older versions too."""
    rows = store_records.sources(session.vault)
    session.memory.use(documents(session))
    if not all(session.memory.knows(key, source) for key, source in rows):
        for row in store_records.records(session.vault):
            session.memory.learn(row, documents(session))
    found = (session.memory.read[key].record for key, _ in rows)
    return tuple(record for record in found if record is not None)


def remove(session: Session, key: str) -> bool:
    """Put a record aside; False where there is none. What was sent with it stays in the ledger as it is."""
    return store_records.remove_record(session.vault, key)


def put_back(session: Session, key: str) -> bool:
    """Undo `remove`; False where that record was not removed."""
    return store_records.restore_record(session.vault, key)


def remove_all(session: Session, keys: Iterable[str]) -> tuple[str, ...]:
    """Put several records aside in one go; the keys of those that were there."""
    with session.vault.writing():
        return tuple(key for key in keys if remove(session, key))


def put_back_all(session: Session, keys: Iterable[str]) -> tuple[str, ...]:
    """Undo `remove_all` in one go; the keys of those that had been removed."""
    with session.vault.writing():
        return tuple(key for key in keys if put_back(session, key))


def removed(session: Session) -> tuple[Removed, ...]:
    """Every record put aside, in the order they were added."""
    rows = store_records.removed_records(session.vault)
    found = ((session.memory.learn(row, documents(session)), row.removed_at) for row in rows)
    return tuple(Removed(record, datetime.fromisoformat(at)) for record, at in found if record and at)


def purge(session: Session, key: str) -> bool:
    """Delete a removed record for good; False where none of that key was removed."""
    session.memory.forget(key)
    return store_records.purge_record(session.vault, key)


def identities(session: Session) -> tuple[str, ...]:
    """Names and addresses that the learner said are theirs."""
    return tuple(store_settings.setting(session.vault, "identities", []))


def say_identity(session: Session, text: str) -> None:
    """Keep a name or address as the learner's own, to tell which records are about them."""
    store_settings.set_setting(session.vault, "identities", sorted({*identities(session), text}))


def forget_identity(session: Session, text: str) -> bool:
    """Undo `say_identity`; False where nobody said it."""
    said = identities(session)
    store_settings.set_setting(session.vault, "identities", [one for one in said if one != text])
    return text in said


def _import(session: Session, items: Iterable[Record | Unreadable], tell: Callable[[int], None]) -> Imported:
    """Read all, then keep all in one go: an import that stops half-way leaves the vault as it was."""
    found = list[Record | Unreadable]()
    for item in items:
        found.append(item)
        tell(len(found))
    records = _each_once(session, (completed(item, documents(session)) for item in found if isinstance(item, Record)))
    keys = [item for item in found if isinstance(item, FoundKey)]
    missing = [item for item in found if isinstance(item, Unreadable) and not isinstance(item, FoundKey)]
    said = list(zip(records, store_records.add_records(session.vault, records), strict=True))
    added = tuple(record for record, how in said if how == "added")
    return Imported(
        added,
        _newer(session, added),
        tuple(record for record, how in said if how != "added"),
        tuple(item for item in missing if item.code not in LINKS),
        tuple(item for item in missing if item.code in LINKS),
        offered(session, keys),
        tuple(dict.fromkeys(item.source.file for item in missing if item.code in _ASKS_PASSWORD)),
    )


def _each_once(session: Session, found: Iterable[Record]) -> list[Record]:
    """Records, each as it is kept or came first where the same one came in other letters."""
    first = {content(record): record for record in reversed(every_version(session))}
    return [first.setdefault(content(record), record) for record in found]


def _newer(session: Session, added: tuple[Record, ...]) -> tuple[Record, ...]:
    """Those of the records just added that took the place of others."""
    named = {(record.id, record.issuer.id) for record in added if record.id}
    if not named:
        return ()
    older = versions(session, [one for one in every_version(session) if (one.id, one.issuer.id) in named])
    return tuple(record for record in added if record.key in older)


def _learner(session: Session) -> _Learner:
    dids = frozenset(store_keys.dids(session.vault))
    return _Learner(dids, identities(session), counts_for(session), documents(session), registries(session))


def _card(session: Session, record: Record, learner: _Learner, now: datetime, older: tuple[str, ...]) -> Card:
    checks = judge(
        record,
        session.memory.reading(record, learner.documents),
        now=now,
        documents=learner.documents,
        registries=learner.registries,
        own_keys=learner.dids,
        confirmed_identities=learner.identities,
        counts_for=learner.counts_for,
    )
    subjects = {subject.id for subject in record.subjects}
    self_issued = record.issuer.id is not None and record.issuer.id in subjects | learner.dids
    inside = session.memory.inside(record.key)
    return Card(record, checks, standing(checks, self_issued=self_issued), inside, older)
