"""The pack the program ships, opened once for all tests that only ask it."""

from pathlib import Path

import pytest

from pathways.pack.store import Pack, open_pack

COMMITTED = Path(__file__).resolve().parents[2] / "assets" / "packs" / "careers.sqlite"


@pytest.fixture(scope="session")
def careers_pack() -> Pack:
    with open_pack(COMMITTED) as opened:
        yield opened
