"""Fixtures: a release that a person brings."""

from pathlib import Path

import brought_releases as made
import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """30.1 as text."""
    return made.onet_30_1(tmp_path)
