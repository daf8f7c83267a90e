"""Asking websites on the worker: what came is kept as it comes, also when the learner stops it."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.journey.records.online import ask_allowed, by_website, failure_of
from app.online.pages import Page
from app.online.wanted import Host
from ui.work.task import Cancelled, Progress, Work

if TYPE_CHECKING:
    from app.journey.session import Session


@dataclass(frozen=True)
class Asked:
    """How many answers came and how many did not, which websites gave none and why, and who might be asked besides."""

    had: int = 0
    not_had: int = 0
    failed: tuple[tuple[str, tuple[str, ...]], ...] = ()
    more: tuple[Host, ...] = ()
    stopped: bool = False


def ask(allowed: Collection[str], keys: tuple[str, ...] | None) -> Work:
    """Ask the websites that the learner allowed, about the records of these keys (None: all)."""

    def work(session: "Session", progress: Progress) -> Asked:
        heard = list[tuple[Page, str]]()
        more: tuple[Host, ...] = ()

        def tell(page: Page, done: int, total: int) -> None:
            heard.append((page, failure_of(page)))
            progress(done, total)

        try:
            more = ask_allowed(session, allowed, tell, progress.stop, keys).more
        except Cancelled:
            more = ()
        return _asked(heard, more, stopped=progress.cancelled)

    return work


def _asked(heard: list[tuple[Page, str]], more: tuple[Host, ...], *, stopped: bool) -> Asked:
    silent = [(page, why) for page, why in heard if why not in ("", "stopped")]
    had = sum(not why for _page, why in heard)
    return Asked(had, len(silent), by_website(silent), () if stopped else more, stopped)
