"""Step 1, Records: take files in, see what each record says and what was checked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from app.journey.session import Session
from app.profile.evidence import Standing, standing
from app.records.model import Check, Record, Unreadable
from app.records.reading import read_bytes, read_path
from app.trust.seven import check_record
from app.vault import store_keys, store_records, store_settings


@dataclass(frozen=True)
class Imported:
    """What came of an import: records that are new, records that were there, and what could not be read."""

    added: tuple[Record, ...] = ()
    known: tuple[Record, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


@dataclass(frozen=True)
class Card:
    """A record beside its seven checks and how it stands as evidence."""

    record: Record
    checks: tuple[Check, ...]
    standing: Standing


def import_paths(
    session: Session, paths: Iterable[Path], tell: Callable[[int], None] = lambda _number: None
) -> Imported:
    """Keep every record of these files and folders, each as it came, once; `tell` hears how many were gone through."""
    added, known, unreadable = list[Record](), list[Record](), list[Unreadable]()
    for path in paths:
        for item in read_path(path):
            if isinstance(item, Unreadable):
                unreadable.append(item)
            else:
                fresh = store_records.add_record(session.vault, item) == "added"
                (added if fresh else known).append(item)
                tell(len(added) + len(known))
    return Imported(tuple(added), tuple(known), tuple(unreadable))


def cards(session: Session) -> tuple[Card, ...]:
    """Every record kept, checked as of now."""
    dids = frozenset(store_keys.dids(session.vault))
    return tuple(_card(session, record, dids) for record in kept(session))


def kept(session: Session) -> tuple[Record, ...]:
    """Every record in the vault, read again from its exact bytes; those inside another are kept on their own."""
    return tuple(
        item
        for row in store_records.records(session.vault)
        for item in read_bytes(row.raw, row.source)
        if isinstance(item, Record) and item.key == row.key
    )


def identities(session: Session) -> tuple[str, ...]:
    """Names and addresses that the learner said are theirs."""
    return tuple(store_settings.setting(session.vault, "identities", []))


def say_identity(session: Session, text: str) -> None:
    """Keep a name or address as the learner's own, to tell which records are about them."""
    store_settings.set_setting(session.vault, "identities", sorted({*identities(session), text}))


def forget_identity(session: Session, text: str) -> bool:
    """Take a name or address back; False where it was not said."""
    said = identities(session)
    store_settings.set_setting(session.vault, "identities", [one for one in said if one != text])
    return text in said


def _card(session: Session, record: Record, dids: frozenset[str]) -> Card:
    checks = check_record(
        record,
        now=session.clock(),
        documents=session.documents,
        registries=session.registries,
        own_keys=dids,
        confirmed_identities=identities(session),
    )
    subjects = {subject.id for subject in record.subjects}
    self_issued = record.issuer.id is not None and record.issuer.id in subjects | dids
    return Card(record, checks, standing(checks, self_issued=self_issued))
