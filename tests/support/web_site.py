"""A web of the tests' own: addresses and what they give, and who asked for what."""

import json
from collections import Counter
from datetime import UTC, datetime
from threading import Event, Lock
from typing import Any

from app.online.pages import Page
from app.trust.documents import What

ASKED_AT = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


class Web:
    """Answers for addresses: JSON, bytes, a failure's code, or what a function makes."""

    def __init__(self, answers: dict[str, Any], at: datetime = ASKED_AT, other: str = "not_found") -> None:
        self.answers, self.at, self.other = answers, at, other
        self.asked = list[tuple[str, What]]()
        self.most = Counter[str]()
        self._now = Counter[str]()
        self._lock = Lock()
        self.wait: Event | None = None

    def ask(self, address: str, what: What) -> Page:
        host = address.split("/")[2]
        with self._lock:
            self.asked.append((address, what))
            self._now[host] += 1
            self.most[host] = max(self.most[host], self._now[host])
        if self.wait is not None:
            self.wait.wait(0.02)
        with self._lock:
            self._now[host] -= 1
        return self._page(address, what)

    def _page(self, address: str, what: What) -> Page:
        found = self.answers.get(address, self.other)
        if isinstance(found, BaseException):
            raise found
        if isinstance(found, Page):
            return found
        if isinstance(found, str):
            return Page(address, what, self.at, None, found)
        return Page(address, what, self.at, found if isinstance(found, bytes) else json.dumps(found).encode())
