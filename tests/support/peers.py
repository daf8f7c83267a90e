"""Other people's programs that some tests need: what a test does where one is not here."""

import os
from typing import NoReturn

import pytest

ALL_PEERS = bool(os.environ.get("PATHFOLIO_ALL_PEERS"))


def absent(what: str) -> NoReturn:
    """Skip a test whose peer is not here, or fail it where every peer must be."""
    if ALL_PEERS:
        pytest.fail(f"needs {what}, and every peer was asked for")
    pytest.skip(f"needs {what}, which is not here")
