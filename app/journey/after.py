"""Step 6, After: what was sent to whom, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.journey.records import kept
from app.journey.session import Session
from app.records.model import Record, Source, Unreadable
from app.records.reading import read_presentation
from app.vault import store_applications
from app.vault.store_applications import StoredPresentation


@dataclass(frozen=True)
class Sent:
    """One entry of the ledger: the presentation as kept, whom and what for, and the names of the records in it."""

    kept: StoredPresentation
    title: str
    organisation: str
    records: tuple[str, ...]


def sent(session: Session) -> tuple[Sent, ...]:
    """Everything that was signed, in the order it was made; a record removed since keeps its name here."""
    wanted = {one.id: one.opportunity for one in store_applications.opportunities(session.vault)}
    names = {record.key: record.name for record in kept(session)}
    return tuple(
        _sent(one, wanted.get(one.opportunity_id, {}), names) for one in store_applications.presentations(session.vault)
    )


def _sent(one: StoredPresentation, wanted: Mapping[str, object], names: Mapping[str, str]) -> Sent:
    gone = not names.keys() >= set(one.record_keys)
    known = {**_names_in(one), **names} if gone else names
    records = tuple(known.get(key, key[:12]) for key in one.record_keys)
    return Sent(one, str(wanted.get("title", "")), str(wanted.get("organisation", "")), records)


def _names_in(one: StoredPresentation) -> dict[str, str]:
    """Names of the records that a presentation carries."""
    found = read_presentation(one.presentation, Source(""))
    carried = () if isinstance(found, Unreadable) else found.records
    return {record.key: record.name for record in carried if isinstance(record, Record)}
