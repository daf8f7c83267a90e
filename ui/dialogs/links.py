"""Getting the records that links lead to: whom to ask, asking, and taking in what came like any file."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.journey.links import Fetched, LinksQuestion, get_links, links_question, with_links
from app.journey.records import Imported
from ui.dialogs.websites import WebsitesForm
from ui.guide import Guide
from ui.work.desk import Progress

if TYPE_CHECKING:
    from app.journey.session import Session

TURNS = 4
"""A link leads to a page, the page names a record, its website sends on: more is no way to a record."""

Heard = Callable[[Imported], object]


@dataclass(frozen=True)
class _Trail:
    """Where a getting of records is: the import it began with, who was left in, and what came until now."""

    came: Imported
    heard: Heard
    allowed: frozenset[str] = frozenset()
    fetched: tuple[Fetched, ...] = ()


def can_be_asked(came: Imported) -> bool:
    """Whether any link of an import leads to a website that may be asked."""
    return bool(links_question(came).hosts)


def get_records(guide: Guide, came: Imported, heard: Heard) -> None:
    """Ask whom to ask for the records behind the links of an import; `heard` gets all that came of both."""
    _ask_whom(guide, links_question(came), _Trail(came, heard))


def _ask_whom(guide: Guide, asked: LinksQuestion, trail: _Trail) -> None:
    WebsitesForm(guide, asked.hosts, lambda left_in: _ask(guide, asked, left_in, trail), named=True).open()


def _ask(guide: Guide, asked: LinksQuestion, left_in: frozenset[str], trail: _Trail) -> None:
    allowed = trail.allowed | left_in

    def work(session: "Session", progress: Progress) -> Fetched:
        return get_links(session, asked, allowed, progress, progress.stop)

    def done(found: Fetched) -> None:
        guide.asking(0)
        now = _Trail(trail.came, trail.heard, allowed, (*trail.fetched, found))
        if not guide.step:
            return
        if found.next.hosts and len(now.fetched) < TURNS:
            _ask_whom(guide, found.next, now)
        else:
            trail.heard(with_links(now.came, now.fetched))

    def failed(error: Exception) -> None:
        guide.asking(0)
        guide.fail(error)

    guide.asking(len(left_in))
    says = guide.words.text("Asking websites")
    guide.run(work, done, owner=None, failed=failed, stopped=lambda: guide.asking(0), saying=says)
