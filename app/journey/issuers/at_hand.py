"""Lists of known issuers and kept pages at hand while a vault is open: those it came with, and those added since."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from app.journey.issuers import lists as issuer_lists
from app.online.pages import Page, documents_of, joined
from app.trust.dated import COUNTS_FOR
from app.trust.documents import NO_DOCUMENTS, Documents, What, load_documents
from app.trust.known import Kind as ListKind
from app.trust.known import list_state, lists_in
from app.trust.registries import KnownList, ListAddress, with_keys
from app.vault import store_pages, store_settings

if TYPE_CHECKING:
    from app.journey.session import Session

COUNTS_DAYS = "answers_count_days"

Kind = Literal["list", "pages"]


@dataclass
class Added:
    """Folders the learner added, by the path they came from, gone when the vault is locked; and what was read of it."""

    lists: tuple[issuer_lists.KeptList, ...] | None = None
    pages: dict[str, Documents] = field(default_factory=dict)
    asked: Documents | None = None
    together: tuple[tuple[Documents, ...], Documents] | None = None


@dataclass(frozen=True)
class AtHand:
    """One list or folder: how many issuers, lists or pages it has, and its date.

    `key` takes it out; empty: it came along. Of a list, `sort` says what it names (a "federation" is asked about one
    issuer at a time), `counted` False that nobody knows how many, `source` the file or address it came from, `why` a
    reason of `app.trust.known.NOT_LOOKED_IN` if it cannot be looked in, and `failure` why it gave nothing when it was
    last asked for (a code of `app.wording.online.FAILURES`), with its time. `names` are the lists that it names, and
    `asks` says whether a website can be asked for it or for one of these.
    """

    kind: Kind
    name: str
    number: int
    as_of: datetime | None
    key: str = ""
    sort: ListKind = "list"
    counted: bool = True
    source: str = ""
    why: str = ""
    failure: str = ""
    failed_at: datetime | None = None
    names: tuple["AtHand", ...] = ()
    asks: bool = False


def registries(session: "Session") -> tuple[KnownList, ...]:
    """All lists of issuers."""
    return (*session.registries, *(one.known for one in issuer_lists.kept_lists(session)))


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
    return None if session.practice else timedelta(days=counts_days(session))


def counts_days(session: "Session") -> int:
    """For how many days answers of websites count, as the learner chose."""
    return int(store_settings.setting(session.vault, COUNTS_DAYS, COUNTS_FOR.days))


def set_counts_days(session: "Session", days: int) -> None:
    """Let answers of websites count for so many days."""
    store_settings.set_setting(session.vault, COUNTS_DAYS, days)


def page_kept(page: store_pages.StoredPage) -> Page:
    """A page of the vault as what an address gave."""
    return Page(page.address, cast(What, page.what), datetime.fromisoformat(page.asked_at), page.content, page.failure)


def _are_the_same(some: tuple[Documents, ...], others: tuple[Documents, ...]) -> bool:
    """Whether they are the very same objects: the same folder read again is as of another time."""
    return len(some) == len(others) and all(one is other for one, other in zip(some, others, strict=True))


def at_hand(session: "Session") -> tuple[AtHand, ...]:
    """What is at hand, lists first."""
    held = documents(session) or NO_DOCUMENTS
    came = [_of_list(one, held) for one in session.registries]
    lists = [_of_kept(one, held) for one in issuer_lists.kept_lists(session)]
    first = session.documents
    pages = [_of_pages("", first)] if first is not None and first.held else []
    pages += [_of_pages(Path(path).name, one, f"pages:{path}") for path, one in session.added.pages.items()]
    return (*came, *lists, *pages)


def add_list(session: "Session", file: Path) -> str:
    """Keep a list of known issuers in the vault, in place of one from the same file; its key.

    PersonError as `registry_file`, `read_registry`.
    """
    return issuer_lists.keep_file(session, file)


def add_address(session: "Session", address: str) -> str:
    """Keep the address of a list of known issuers; its key. Nobody is asked: that is for the next check online.

    PersonError list_address_bad.
    """
    return issuer_lists.keep_address(session, address)


def add_pages(session: "Session", folder: Path) -> str:
    """Take a folder of kept pages in, in place of the same before; its key. PersonError as `load_documents`."""
    session.added.pages[str(folder)] = load_documents(folder, now=session.clock())
    return f"pages:{folder}"


def take_out(session: "Session", key: str) -> str:
    """Take one out that was added; the file, address or folder it came from."""
    kind, _, source = key.partition(":")
    if kind == "list":
        issuer_lists.forget(session, source)
    else:
        session.added.pages.pop(source, None)
    return source


def _of_list(one: KnownList, held: Documents, key: str = "") -> AtHand:
    state = list_state(one, held)
    names = tuple(_of_named(named, held) for named in _named_by(one, held)) if state.kind == "lists" else ()
    return AtHand(
        "list",
        state.name,
        state.number or 0,
        state.as_of,
        key,
        state.kind,
        counted=state.number is not None,
        why=state.why,
        names=names,
        asks=(isinstance(one, ListAddress) and bool(one.address)) or any(named.asks for named in names),
    )


def _of_named(one: ListAddress, held: Documents) -> AtHand:
    """A list that another names. Were it to name lists itself, nobody looks in those."""
    state = list_state(one, held)
    counted, why = state.number is not None, "list_kind_unknown" if state.kind == "lists" else state.why
    asks = bool(one.address)
    return AtHand(
        "list", state.name, state.number or 0, state.as_of, "", state.kind, counted=counted, why=why, asks=asks
    )


def _named_by(one: KnownList, held: Documents) -> tuple[ListAddress, ...]:
    named = lists_in(one, held)
    return with_keys(named, one.keys) if isinstance(one, ListAddress) else named


def _of_kept(one: "issuer_lists.KeptList", held: Documents) -> AtHand:
    shown = _of_list(one.known, held, f"list:{one.source}")
    return replace(shown, source=one.source, failure=one.failure, failed_at=one.failed_at)


def _of_pages(name: str, one: Documents, key: str = "") -> AtHand:
    oldest = min((page.as_of for page in one.held.values()), default=None)
    return AtHand("pages", name, len(one.held), oldest, key)
