"""Records behind links: which addresses would be asked, what they gave, and where a web page says its record is."""

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from threading import Event
from urllib.parse import urljoin

from app.online.addresses import site_of
from app.online.asking import Ask, politely
from app.online.pages import Page
from app.online.wanted import Host, hosts
from app.records.links import is_talk, points_to
from app.records.model import Unreadable
from app.trust.documents import What

MOST_LINKS = 200
MOST_FROM_PAGE = 5
_PAGE_READ = 500_000
# What a page's own <link rel="alternate"> calls a record (VC Data Model 2.0, VC-JOSE-COSE, Open Badges).
_RECORD_TYPES = frozenset(
    {
        "application/ld+json", "application/json", "application/vc", "application/vc+ld+json", "application/vp",
        "application/vc+jwt", "application/vc+ld+json+jwt", "application/vc+sd-jwt", "application/jwt",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Linked:
    """Addresses of records that may be asked, in their order, and the links that are not followed, each with why."""

    addresses: tuple[str, ...]
    refused: tuple[Unreadable, ...]

    @property
    def hosts(self) -> tuple[Host, ...]:
        """Who would be asked."""
        return hosts(records_at(self.addresses))


@dataclass(frozen=True)
class Followed:
    """What came of asking: files, web pages that are no record, what gave nothing, and what to ask next if allowed.

    `next` are addresses that a page names, or that sent on to a website beside those allowed.
    """

    files: tuple[Page, ...]
    web_pages: tuple[Page, ...]
    failed: tuple[Page, ...]
    next: tuple[str, ...]

    @property
    def answered(self) -> frozenset[str]:
        """The addresses that gave something."""
        return frozenset(page.address for page in (*self.files, *self.web_pages))

    @property
    def hosts(self) -> tuple[Host, ...]:
        """Who would be asked next: of an address that sends on, the website it sends on to."""
        sent_on = [page for page in self.failed if page.leads_to]
        named = set(self.next) - {page.address for page in sent_on}
        return hosts(records_at(sorted(named)), sent_on)


def records_at(addresses: Iterable[str]) -> Mapping[str, What]:
    """Addresses with what for they are asked."""
    return dict.fromkeys(addresses, "record")


def linked(found: Iterable[Unreadable]) -> Linked:
    """The addresses in what an import told of links (`link_not_followed`)."""
    addresses, refused = dict[str, None](), list[Unreadable]()
    for item in found:
        links = item.values.get("links", ())
        for link in links if item.code == "link_not_followed" and isinstance(links, tuple) else ():
            address, why = _asked_for(str(link))
            if why is None and len(addresses) < MOST_LINKS:
                addresses[address] = None
            elif why is not None:
                refused.append(Unreadable(item.source, why, {"links": (str(link),)}))
    return Linked(tuple(addresses), tuple(refused))


def follow(
    addresses: Iterable[str], *, ask: Ask, stop: Event, tell: Callable[[Page, int, int], None] = lambda *_: None
) -> Followed:
    """Ask these addresses, each once; `ask` refuses whom the learner did not allow. What `tell` raises ends it."""
    wanted = records_at(addresses)
    came = list[Page]()
    for page in politely(wanted, ask, stop):
        came.append(page)
        tell(page, len(came), len(wanted))
    had = [page for page in came if page.content is not None]
    web_pages = tuple(page for page in had if _is_web_page(page))
    failed = tuple(page for page in came if page.content is None)
    named = [address for page in web_pages for address in named_by(page) if address not in wanted]
    sent_on = [page.address for page in failed if page.leads_to]
    return Followed(
        tuple(page for page in had if not _is_web_page(page)),
        web_pages,
        failed,
        tuple(dict.fromkeys((*named, *sent_on))),
    )


def still_told(
    links: Iterable[Unreadable], answered: Collection[str], failed: Collection[str] = ()
) -> tuple[Unreadable, ...]:
    """What is left to say of links: nothing of those that gave something, nor of those that `linked` has refused."""
    return tuple(left for one in links if (left := _left(one, answered, failed)))


def named_by(page: Page) -> tuple[str, ...]:
    """The addresses that a web page gives as the same thing in a form that programs read."""
    reader = _Alternates()
    with suppress(ValueError):  # `&#` and more digits than Python takes for a number; what was named before counts
        reader.feed((page.content or b"")[:_PAGE_READ].decode("utf-8", "replace"))
    found = list[str]()
    for href in reader.found[: 10 * MOST_FROM_PAGE]:
        try:
            address = urljoin(page.came_from or page.address, href).partition("#")[0]
        except ValueError:
            continue
        if site_of(address) is not None:
            found.append(address)
    return tuple(dict.fromkeys(found))[:MOST_FROM_PAGE]


def _left(item: Unreadable, answered: Collection[str], failed: Collection[str]) -> Unreadable | None:
    links = item.values.get("links", ())
    if item.code != "link_not_followed" or not isinstance(links, tuple):
        return item
    asked = [address for address, why in map(_asked_for, map(str, links)) if why is None]
    if not asked or any(address in answered for address in asked):
        return None
    return replace(item, code="link_gave_nothing") if any(address in failed for address in asked) else item


def _asked_for(link: str) -> tuple[str, str | None]:
    """The address that a link would have us ask, and why it is not asked, if it is not."""
    if is_talk(link):
        return link, "link_is_talk"
    address = (points_to(link) or link).partition("#")[0]
    if address[:7].lower() == "http://":
        return address, "link_not_protected"
    return address, None if site_of(address) is not None else "link_not_public"


def _is_web_page(page: Page) -> bool:
    start = (page.content or b"")[:4_000].lstrip().removeprefix(b"\xef\xbb\xbf").lower()
    return start.startswith(b"<") and (b"<html" in start or b"<!doctype html" in start)


class _Alternates(HTMLParser):
    """The addresses of <link rel="alternate"> whose type is a record's."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        stated = {name: value or "" for name, value in attrs}
        kind = stated.get("type", "").partition(";")[0].strip().lower()
        if tag == "link" and "alternate" in stated.get("rel", "").lower().split() and kind in _RECORD_TYPES:
            self.found.append(stated.get("href", "").strip())

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: ARG002, FBT001, FBT002
        """Pass over `<![…>`, as browsers do: Python itself raises AssertionError for most of what may stand there."""
        return self.parse_bogus_comment(i)
