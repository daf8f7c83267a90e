"""What came of asking addresses, and the documents that checks find in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from app.errors import PersonError
from app.records.json_text import load
from app.trust.documents import Documents, HeldDocument, NotHad, What


@dataclass(frozen=True)
class Page:
    """What an address gave when it was asked (aware, UTC): its bytes, or None and why (`failure`, else empty)."""

    address: str
    what: What
    asked_at: datetime
    content: bytes | None
    failure: str = ""


def documents_of(pages: Iterable[Page]) -> Documents:
    """Pages as documents; what is no JSON counts as not had."""
    held, not_had = dict[str, HeldDocument](), dict[str, NotHad]()
    for page in pages:
        read = _read(page)
        if isinstance(read, NotHad):
            not_had[page.address] = read
        else:
            held[page.address] = read
    return Documents(MappingProxyType(held), not_had=MappingProxyType(not_had))


def joined(parts: Iterable[Documents]) -> Documents:
    """Several as one; a later one stands for its address, but no failure takes away what another has."""
    parts = tuple(parts)
    held = {address: page for part in parts for address, page in part.held.items()}
    not_had = {address: why for part in parts for address, why in part.not_had.items() if address not in held}
    return Documents(MappingProxyType(held), not_had=MappingProxyType(not_had))


def _read(page: Page) -> HeldDocument | NotHad:
    if page.content is None:
        return NotHad(page.failure, page.asked_at)
    try:
        return HeldDocument(load(page.content), page.asked_at)
    except PersonError:
        return NotHad("unreadable", page.asked_at)
