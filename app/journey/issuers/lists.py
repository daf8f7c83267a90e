"""Lists of known issuers that the learner added: files whole, websites by their address, kept in the vault."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.errors import PersonError
from app.online.addresses import target_of
from app.online.limits import RefusedError
from app.online.pages import Page, documents_of
from app.trust.documents import LISTS, HeldDocument
from app.trust.federation import NotBelievedError, anchor_of
from app.trust.known import lists_in
from app.trust.registries import (
    ANCHOR,
    Keys,
    KnownList,
    ListAddress,
    read_registry,
    registry_file,
    with_keys,
)
from app.vault import store_pages, store_settings
from app.vault.store_pages import OWN, StoredPage

if TYPE_CHECKING:
    from app.journey.session import Session

LISTS_SETTING = "issuer_lists"
KEYS_SETTING = "federation_keys"


@dataclass(frozen=True)
class KeptList:
    """A list with the file or address it came from; `failure` as long as asking for it last gave nothing."""

    source: str
    known: KnownList
    failure: str = ""
    failed_at: datetime | None = None


def kept_lists(session: "Session") -> tuple[KeptList, ...]:
    """The lists that were added, in that order."""
    if session.added.lists is None:
        keys = _keys(session)
        found = (_kept(session, entry, keys) for entry in _entries(session))
        session.added.lists = tuple(one for one in found if one is not None)
    return session.added.lists


def is_kept(session: "Session", source: str) -> bool:
    """Whether a list of this file or address was added."""
    return any(entry["from"] == source for entry in _entries(session))


def list_from(session: "Session", source: str) -> KnownList:
    """The list of a file or address that was added, or of an address that may be."""
    found = (one.known for one in kept_lists(session) if one.source == source)
    return next(found, ListAddress(source, keys=_keys(session)))


def keep_file(session: "Session", file: Path) -> str:
    """Keep a list's file whole; the list's key. PersonError as `registry_file`, `read_registry`."""
    data, changed = registry_file(file)
    read_registry(data, file.stem, changed)
    source = str(file)
    with session.vault.writing():
        store_pages.keep_page(session.vault, StoredPage(_own(source), "registry", changed.isoformat(), data, ""))
        _add(session, source)
    return f"list:{source}"


def keep_address(session: "Session", address: str) -> str:
    """Keep the address of a list; the list's key. PersonError list_address_bad."""
    source = address_of(address)
    _add(session, source)
    return f"list:{source}"


def address_of(text: str) -> str:
    """The address of a list in its one spelling. PersonError list_address_bad."""
    try:
        return target_of(text.strip()).address
    except RefusedError:
        raise PersonError("list_address_bad", address=text[:200]) from None


def forget(session: "Session", source: str) -> None:
    """Keep a list no longer, with what its website said and the keys it must not change."""
    gone = next((one.known for one in kept_lists(session) if one.source == source), None)
    others = [entry for entry in _entries(session) if entry["from"] != source]
    pages = {_own(source), source}
    if gone is not None:
        held = documents_of(map(_page, filter(None, [store_pages.page(session.vault, source)])))
        pages |= {one.address for one in lists_in(gone, held)} - {entry["from"] for entry in others}
    with session.vault.writing():
        _write(session, others)
        _write_keys(session, {address: keys for address, keys in _keys(session).items() if address not in pages})
        store_pages.forget_pages(session.vault, pages)
    session.added.asked = None


def heard(session: "Session", page: Page) -> None:
    """Remember what asking for a list gave: nothing and why, or the keys that a federation now has."""
    if page.what not in LISTS:
        return
    failed = [page.failure, page.asked_at.isoformat()] if page.failure else None
    entries = _entries(session)
    changed = [{**entry, "failed": failed} if entry["from"] == page.address else entry for entry in entries]
    if changed != entries:
        _write(session, changed)
    if page.address.endswith(ANCHOR) and page.content is not None:
        _take_keys(session, page)


def _take_keys(session: "Session", page: Page) -> None:
    """The keys of a federation that is believed: the first it ever had here, or those that one of them signed for."""
    known = _keys(session)
    try:
        anchor = anchor_of(ListAddress(page.address, keys=known), HeldDocument(page.content, page.asked_at))
    except NotBelievedError:
        return
    if known.get(page.address) != anchor.keys:
        _write_keys(session, {**known, page.address: anchor.keys})


def _kept(session: "Session", entry: dict[str, Any], keys: Keys) -> KeptList | None:
    source, failed = entry["from"], entry.get("failed") or ["", None]
    since = datetime.fromisoformat(failed[1]) if failed[1] else None
    if source.startswith("https://"):
        return KeptList(source, ListAddress(source, keys=keys), failed[0], since)
    page = store_pages.page(session.vault, _own(source))
    if page is None:
        return None
    read = read_registry(page.content, Path(source).stem, datetime.fromisoformat(page.asked_at))
    return KeptList(source, replace(read, names=with_keys(read.names, keys)))


def _own(source: str) -> str:
    return OWN + hashlib.sha256(source.encode("utf-8", "surrogateescape")).hexdigest()[:24]


def _page(page: StoredPage) -> Page:
    return Page(page.address, "registry", datetime.fromisoformat(page.asked_at), page.content, page.failure)


def _entries(session: "Session") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = store_settings.setting(session.vault, LISTS_SETTING, [])
    return found


def _add(session: "Session", source: str) -> None:
    others = [entry for entry in _entries(session) if entry["from"] != source]
    _write(session, [*others, {"from": source}])


def _write(session: "Session", entries: Iterable[dict[str, Any]]) -> None:
    store_settings.set_setting(session.vault, LISTS_SETTING, list(entries))
    session.added.lists = None


def _keys(session: "Session") -> Keys:
    found = store_settings.setting(session.vault, KEYS_SETTING, {})
    return {address: frozenset(keys) for address, keys in found.items()}


def _write_keys(session: "Session", keys: Keys) -> None:
    store_settings.set_setting(session.vault, KEYS_SETTING, {address: sorted(one) for address, one in keys.items()})
    session.added.lists = None
