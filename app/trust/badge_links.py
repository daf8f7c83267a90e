"""What an Open Badges 1 or 2 assertion rests on, as its issuer's website has it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from app.records.badges2 import KINDS, filled, home_of, linked
from app.records.fields import Json, web_link
from app.records.model import Record
from app.trust.documents import NO_DOCUMENTS, Documents, HeldDocument, NotHad, page_of


@dataclass(frozen=True)
class Behind:
    """Badge class and issuer behind an assertion; `profile` is what the issuer's own address gives, with its date.

    What an assertion or a badge class writes about its issuer is its writer's word; only the profile speaks for it.
    """

    badge: Json | None
    stated_issuer: Json | None
    issuer: str | None
    profile: Json | None
    as_of: datetime | None = None
    badge_address: str | None = None


def held_at(address: str | None, documents: Documents) -> HeldDocument | None:
    """The document at an address; what is named with http may be had with https, never the other way round."""
    if not address:
        return None
    return documents.get(address, "badge") or documents.get(_secure(address), "badge")


def not_had_at(address: str | None, documents: Documents) -> NotHad | None:
    """Why an address that was asked gave nothing."""
    return documents.not_had.get(page_of(_secure(address))) if address else None


def _secure(address: str) -> str:
    return "https://" + address[7:] if address[:7].lower() == "http://" else address


def object_at(address: str | None, documents: Documents) -> Json | None:
    """The JSON object at an address, or None."""
    held = held_at(address, documents)
    return held.content if held and isinstance(held.content, dict) else None


def behind(assertion: Json, documents: Documents) -> Behind:
    """What stands behind an assertion: a badge class in it or at its address, and the issuer's profile as served."""
    found = linked(assertion, lambda address: object_at(address, documents))
    held = held_at(found.issuer_address, documents)
    profile = held.content if held and isinstance(held.content, dict) else None
    home = home_of(found.issuer) if found.issuer else None
    return Behind(
        found.badge,
        found.issuer,
        found.issuer_address or home,
        profile,
        held.as_of if held and profile else None,
        found.badge_address,
    )


def completed(record: Record, documents: Documents | None) -> Record:
    """An assertion's record with the names that its badge class and issuer at hand give; any other as it is."""
    if record.kind not in KINDS or not (documents or NO_DOCUMENTS).held:
        return record
    at_hand = documents or NO_DOCUMENTS
    return filled(record, linked(record.document, lambda address: object_at(address, at_hand)), [])


def site_of(address: object) -> str | None:
    """Host and port of a web address in small letters; None for one that two readers could read in two ways."""
    if not isinstance(address, str) or not web_link(address) or "\\" in address:
        return None
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if not host or parts.username is not None or parts.password is not None or not host.isascii():
        return None
    return f"{host.rstrip('.')}:{port}" if port not in (None, 80, 443) else host.rstrip(".")


def same_address(one: object, other: object) -> bool:
    """Whether two texts are the same address, be it with http or https."""
    if not (isinstance(one, str) and isinstance(other, str)):
        return False
    return one == other or (web_link(one) is not None and _bare(one) == _bare(other))


def values_of(value: object) -> list[Any]:
    """The values of a field that may hold one or several."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _bare(address: str) -> str:
    return address.removeprefix("https://").removeprefix("http://")
