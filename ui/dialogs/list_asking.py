"""Asking for a list of known issuers: whom to ask, how far it is, and the websites that a list leads to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.journey.issuers.asking import ListCame, ListQuestion, get_list
from app.wording import Words
from app.wording.online import failure
from ui.dialogs.asking import KEPT_AT_THE_END, TURNS, AskingForm
from ui.dialogs.websites import WebsitesForm
from ui.guide import Guide
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session


@dataclass(frozen=True)
class Hearing:
    """Who hears what came, and that the learner stopped it before anything did."""

    came: Callable[[ListCame], object]
    stopped: Callable[[], object]


@dataclass(frozen=True)
class _Trail:
    asked: ListQuestion
    hearing: Hearing
    allowed: frozenset[str] = frozenset()
    came: ListCame | None = None
    turns: int = 0

    def end(self) -> None:
        """Tell what came, if anybody was asked."""
        if self.came is not None:
            self.hearing.came(self.came)


def ask_for_list(guide: Guide, asked: ListQuestion, hearing: Hearing) -> None:
    """Ask the learner whom to ask for a list, and have them asked."""
    _ask_whom(guide, _Trail(asked, hearing))


def sentence(words: Words, came: ListCame) -> str:
    """What came of asking for a list."""
    why = failure(words, came.failure) if came.failure else ""
    if came.kept and why:
        return words.text("The list stays as it was. {why}", why=why)
    if not came.why:
        return words.text("The list counts now: {name}.", name=came.name)
    why = why or words.reason(came.why, {"registry": came.name})
    return why if came.kept else words.text("The list was not added. {why}", why=why)


def _ask_whom(guide: Guide, trail: _Trail) -> None:
    hosts = trail.asked.hosts if trail.came is None else trail.came.more

    def left() -> None:
        if guide.step:
            trail.end()

    WebsitesForm(guide, hosts, lambda left_in: _ask(guide, left_in, trail), left, named=True).show()


def _ask(guide: Guide, left_in: frozenset[str], trail: _Trail) -> None:
    allowed = trail.allowed | left_in

    def work(session: "Session", progress: Progress) -> ListCame:
        return get_list(session, trail.asked, allowed, progress, progress.stop)

    def done(came: ListCame) -> None:
        shown = trail.asked.hosts if trail.came is None else trail.came.more
        left_out = {host.name for host in shown} - allowed
        more = tuple(host for host in came.more if host.name not in left_out)
        now = replace(trail, allowed=allowed, came=replace(came, more=more), turns=trail.turns + 1)
        if more and now.turns < TURNS:
            _ask_whom(guide, now)
        else:
            now.end()

    def stopped() -> None:
        if trail.came is not None:
            trail.end()
        else:
            trail.hearing.stopped()

    AskingForm(guide, len(left_in), KEPT_AT_THE_END).ask(work, done, stopped)
