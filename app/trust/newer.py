"""Newer versions of a record: where its issuer offers one (`refreshService`), and whether what came is one.

Sources: 1EdTech Verifiable Credential Refresh Service 1.0 (one GET of the service's address), VC Data Model 2.0,
section 5.4. The W3C's VerifiableCredentialRefreshService2021 asks a wallet to sign for its answer; it is only told.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, Literal

from app.records.dates import moment
from app.records.model import Record
from app.trust.documents import Documents
from app.trust.force import in_force
from app.trust.issuers import binding, named
from app.trust.proofs import verdict
from app.trust.readings import Reading
from app.trust.sets import members, texts

GET = "1EdTechCredentialRefresh"

Refusal = Literal[
    "newer_unreadable", "newer_not_later", "newer_other_record", "newer_other_issuer", "newer_other_person",
    "newer_not_sound",
]  # fmt: skip


def address_of_newer(document: Mapping[str, Any]) -> str | None:
    """Where a record says that a newer version of it is to be had by asking for it; None for nowhere."""
    return next((address for kinds, address in _services(document) if GET in kinds and address), None)


def asks_a_wallet(document: Mapping[str, Any]) -> bool:
    """Whether newer versions are only to be had in another way, by a wallet that signs or signs in."""
    return any(True for _ in _services(document)) and address_of_newer(document) is None


def is_issuers(record: Record, reading: Reading, documents: Documents, now: datetime) -> bool:
    """Whether a record's signature is sound, counts today, and was made with a key of its issuer."""
    if in_force({}, reading.limits, now).answer == "no":
        return False
    if reading.answers:
        return all(reading.answers[check].answer == "yes" for check in ("signature", "issuer_binding"))
    if reading.format.answer != "yes" or verdict(reading.proofs).answer != "yes":
        return False
    return binding(record.issuer.id or "", reading.proofs, documents=documents, now=now).answer == "yes"


def why_not_newer(old: Record, new: Record, is_issuers_own: Callable[[Record], bool], now: datetime) -> Refusal | None:
    """Why `new` does not take the place of `old`; None where it does, by the rules of `app.journey.records.versions`.

    Beyond those rules it must be about the same person: whoever answers for the issuer's website could give another's.
    """
    if new.id != old.id:
        return "newer_other_record"
    if new.issuer.id != old.issuer.id:
        return "newer_other_issuer"
    if _people(new) != _people(old):
        return "newer_other_person"
    if not is_issuers_own(new):
        return "newer_not_sound"
    return None if _is_later(old, new, now) else "newer_not_later"


def _services(document: Mapping[str, Any]) -> Iterator[tuple[list[str], str | None]]:
    for stated in members(document.get("refreshService")):
        if isinstance(stated, dict):
            yield texts(stated.get("type")), named(stated)


def _people(record: Record) -> set[tuple[object, ...]]:
    """Whom a record is about: by their ids, which stay the same; without one by all that it says of them."""
    return {(one.id,) if one.id else (None, one.name, *sorted(map(repr, one.identities))) for one in record.subjects}


def _is_later(old: Record, new: Record, now: datetime) -> bool:
    given, before = (moment(one.valid_from) if one.valid_from else None for one in (new, old))
    return given is not None and before is not None and before < given <= now
