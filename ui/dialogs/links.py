"""Getting the records that links lead to: whom to ask, asking, and taking in what came like any file."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.journey.records.holding import Imported
from app.journey.records.links import Fetched, LinksQuestion, get_links, links_question, with_links
from ui.dialogs.asking import KEPT_AT_THE_END, TURNS, AskingForm
from ui.dialogs.websites import WebsitesForm
from ui.guide import Guide
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session

Heard = Callable[[Imported], object]


@dataclass(frozen=True)
class _Trail:
    """Where a getting of records is: the import it began with, who was left in, and what came until now."""

    came: Imported
    heard: Heard
    allowed: frozenset[str] = frozenset()
    fetched: tuple[Fetched, ...] = ()

    def end(self) -> None:
        """Tell what came of it all."""
        self.heard(with_links(self.came, self.fetched))


def can_be_asked(came: Imported) -> bool:
    """Whether any link of an import leads to a website that may be asked."""
    return bool(links_question(came).hosts)


def get_records(guide: Guide, came: Imported, heard: Heard) -> None:
    """Ask whom to ask for the records behind the links of an import; `heard` gets all that came of both."""
    _ask_whom(guide, links_question(came), _Trail(came, heard))


def _ask_whom(guide: Guide, asked: LinksQuestion, trail: _Trail) -> None:
    """What an earlier turn brought is in the vault already: it is told, also where the learner goes no further."""

    def left() -> None:
        if trail.fetched and guide.step:
            trail.end()

    WebsitesForm(guide, asked.hosts, lambda left_in: _ask(guide, asked, left_in, trail), left, named=True).show()


def _ask(guide: Guide, asked: LinksQuestion, left_in: frozenset[str], trail: _Trail) -> None:
    allowed = trail.allowed | left_in

    def work(session: "Session", progress: Progress) -> Fetched:
        return get_links(session, asked, allowed, progress, progress.stop)

    def done(found: Fetched) -> None:
        now = replace(trail, allowed=allowed, fetched=(*trail.fetched, found))
        if found.next.hosts and len(now.fetched) < TURNS:
            _ask_whom(guide, found.next, now)
        else:
            now.end()

    def stopped() -> None:
        if trail.fetched:
            trail.end()
        else:
            guide.tell(guide.words.text("Stopped. Nothing was added."))

    AskingForm(guide, len(left_in), KEPT_AT_THE_END).ask(work, done, stopped)
