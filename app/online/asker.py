"""Asking one address through the guarded fetch, as a page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

from app.online import fetching
from app.online.asking import Ask
from app.online.fetching import Client, Failed
from app.online.limits import Limits
from app.online.pages import Page
from app.trust.documents import What

LIMITS = Limits()


@contextmanager
def asker(allowed: Callable[[str], bool], stop: Event, limits: Limits | None = None) -> Iterator[Ask]:
    """Ask websites that are `allowed`, over connections that are closed at the end; `stop` ends each soon."""
    within = limits or LIMITS
    with Client(fetching.system_net()) as client:

        def ask(address: str, what: What) -> Page:
            found = client.fetch(address, allowed=allowed, limits=within, stop=stop)
            if isinstance(found, Failed):
                leads_to = str(found.values["host"]) if found.code == "host_not_asked" else ""
                return Page(address, what, found.as_of, None, found.code, leads_to)
            return Page(address, what, found.as_of, found.content, came_from=found.came_from)

        yield ask
