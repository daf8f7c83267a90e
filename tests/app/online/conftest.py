"""Websites on this computer, for tests of asking them."""

from collections.abc import Iterator

import pytest
from loopback_server import LoopbackServer


@pytest.fixture
def web() -> Iterator[LoopbackServer]:
    with LoopbackServer() as server:
        yield server
