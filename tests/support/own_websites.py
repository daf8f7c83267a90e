"""A test's own websites in the place of all others, for programs that ask over the network."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import patch

from loopback_server import LoopbackServer

from app.online import asker, fetching

LONG = 100.0
"""Seconds: longer than any test waits for anything."""


@contextmanager
def own_websites(pages: Mapping[str, object]) -> Iterator[LoopbackServer]:
    """Websites with these pages to begin with. No time limit ends a question that a test waits for."""
    patient = replace(asker.LIMITS, seconds=LONG)
    with LoopbackServer() as web, patch.object(fetching, "system_net", web.net):
        for address, page in pages.items():
            web.serve(address, page)
        with patch.object(asker, "LIMITS", patient):
            yield web
