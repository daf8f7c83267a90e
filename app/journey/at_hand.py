"""Lists of known issuers and kept pages at hand while a vault is open: those it came with, and those added since."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from app.online.pages import Page, documents_of, joined
from app.trust.dated import COUNTS_FOR
from app.trust.documents import Documents, What, load_documents
from app.trust.registries import Registry, load_registry
from app.vault import store_pages, store_settings

if TYPE_CHECKING:
    from app.journey.session import Session

COUNTS_DAYS = "answers_count_days"

Kind = Literal["list", "pages"]


@dataclass
class Added:
    """What the learner added, by the path it came from; gone when the vault is locked."""

    lists: dict[str, Registry] = field(default_factory=dict)
    pages: dict[str, Documents] = field(default_factory=dict)
    asked: Documents | None = None
    together: tuple[tuple[Documents, ...], Documents] | None = None


@dataclass(frozen=True)
class AtHand:
    """One list or folder: how many issuers or pages it has, and its date. `key` takes it out; empty: it came along."""

    kind: Kind
    name: str
    number: int
    as_of: datetime | None
    key: str = ""


def registries(session: "Session") -> tuple[Registry, ...]:
    """All lists of issuers."""
    return (*session.registries, *session.added.lists.values())


def documents(session: "Session") -> Documents | None:
    """All kept pages as one, the same object as long as nothing is added; a page added last stands for its address.

    What the learner asked online counts as of its day, unless a folder that was added has a newer page.
    """
    added = session.added
    if added.asked is None:
        added.asked = documents_of(map(page_kept, store_pages.pages(session.vault)))
    came = [session.documents] if session.documents is not None else []
    parts = tuple(part for part in (*came, *added.pages.values(), added.asked) if part.held or part.not_had)
    if len(parts) < 2:
        return parts[0] if parts else session.documents
    if added.together is None or not _are_the_same(added.together[0], parts):
        added.together = parts, joined(parts)
    return added.together[1]


def counts_for(session: "Session") -> timedelta | None:
    """How long what a website said counts; None for ever, in practice, whose websites nobody can ask."""
    days = store_settings.setting(session.vault, COUNTS_DAYS, COUNTS_FOR.days)
    return None if session.practice else timedelta(days=days)


def page_kept(page: store_pages.StoredPage) -> Page:
    """A page of the vault as what an address gave."""
    return Page(page.address, cast(What, page.what), datetime.fromisoformat(page.asked_at), page.content, page.failure)


def _are_the_same(some: tuple[Documents, ...], others: tuple[Documents, ...]) -> bool:
    """Whether they are the very same objects: the same folder read again is as of another time."""
    return len(some) == len(others) and all(one is other for one, other in zip(some, others, strict=True))


def at_hand(session: "Session") -> tuple[AtHand, ...]:
    """What is at hand, lists first."""
    came = [_of_list(one) for one in session.registries]
    lists = [_of_list(one, f"list:{path}") for path, one in session.added.lists.items()]
    first = session.documents
    pages = [_of_pages("", first)] if first is not None and first.held else []
    pages += [_of_pages(Path(path).name, one, f"pages:{path}") for path, one in session.added.pages.items()]
    return (*came, *lists, *pages)


def add_list(session: "Session", file: Path) -> str:
    """Take a list of known issuers in, in place of one from the same file; its key. PersonError as `load_registry`."""
    session.added.lists[str(file)] = load_registry(file)
    return f"list:{file}"


def add_pages(session: "Session", folder: Path) -> str:
    """Take a folder of kept pages in, in place of the same before; its key. PersonError as `load_documents`."""
    session.added.pages[str(folder)] = load_documents(folder)
    return f"pages:{folder}"


def take_out(session: "Session", key: str) -> Path:
    """Take one out that was added; where it came from, to add it again."""
    kind, _, path = key.partition(":")
    added: dict[str, Registry] | dict[str, Documents] = session.added.lists if kind == "list" else session.added.pages
    added.pop(path, None)
    return Path(path)


def _of_list(one: Registry, key: str = "") -> AtHand:
    return AtHand("list", one.name, len(one.issuers), one.as_of, key)


def _of_pages(name: str, one: Documents, key: str = "") -> AtHand:
    oldest = min((page.as_of for page in one.held.values()), default=None)
    return AtHand("pages", name, len(one.held), oldest, key)
