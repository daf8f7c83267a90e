"""What came of asking addresses, and the documents that checks find in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from app.errors import PersonError
from app.trust.documents import LISTS, Documents, HeldDocument, NotHad, What, read_document


@dataclass(frozen=True)
class Page:
    """What an address gave when it was asked (aware, UTC): its bytes, or None and why (`failure`, else empty).

    `leads_to` is the website it sends on to, where nobody allowed that one to be asked; `came_from` the address that
    gave the bytes in the end.
    """

    address: str
    what: What
    asked_at: datetime
    content: bytes | None
    failure: str = ""
    leads_to: str = ""
    came_from: str = ""


NO_ANSWERS = frozenset({"stopped", "host_not_asked"})
"""Failures that say nothing of a website, only that it was not asked to the end."""
PASSING = NO_ANSWERS | {"no_such_host", "no_answer", "too_slow", "http_status", "not_secure", "private_address"}
"""Failures that say nothing of a page, only that nobody could be asked for it: what was had at any time counts more."""


def documents_of(pages: Iterable[Page]) -> Documents:
    """Pages as documents; what is neither JSON nor a signed text is not had; lists of issuers stay as they came."""
    held, not_had = dict[str, HeldDocument](), dict[str, NotHad]()
    for page in (page for page in pages if page.failure not in NO_ANSWERS):
        read = _read(page)
        if isinstance(read, NotHad):
            not_had[page.address] = read
        else:
            held[page.address] = read
    return Documents(MappingProxyType(held), not_had=MappingProxyType(not_had))


def joined(parts: Iterable[Documents]) -> Documents:
    """Several as one: of an address what was said last, be it that there is nothing; silence says nothing."""
    held, not_had = dict[str, HeldDocument](), dict[str, NotHad]()
    for part in parts:
        for address, page in part.held.items():
            if _is_last(page, address, held, not_had):
                held[address] = page
                not_had.pop(address, None)
        for address, why in part.not_had.items():
            if _is_last(why, address, held, not_had):
                not_had[address] = why
                held.pop(address, None)
    return Documents(MappingProxyType(held), not_had=MappingProxyType(not_had))


def _is_last(
    one: HeldDocument | NotHad, address: str, held: dict[str, HeldDocument], not_had: dict[str, NotHad]
) -> bool:
    other = held.get(address) or not_had.get(address)
    return other is None or (_says(one), one.as_of) >= (_says(other), other.as_of)


def _says(one: HeldDocument | NotHad) -> bool:
    return isinstance(one, HeldDocument) or one.code not in PASSING


def _read(page: Page) -> HeldDocument | NotHad:
    if page.content is None:
        return NotHad(page.failure, page.asked_at)
    if page.what in LISTS:
        return HeldDocument(page.content, page.asked_at)
    try:
        return HeldDocument(read_document(page.content), page.asked_at)
    except PersonError:
        return NotHad("unreadable", page.asked_at)
