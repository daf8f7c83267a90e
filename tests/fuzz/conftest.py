"""Fuzzing: how many inputs in all, shared out among the seeds, and the room that each may take."""

import os
import resource
from pathlib import Path

import pytest

MEMORY = 300 * 1024 * 1024


@pytest.fixture(autouse=True, scope="session")
def room():
    """What one input may take beyond what the program takes anyway; asking for more is a MemoryError, which fails."""
    used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, hard))
    yield
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def pytest_generate_tests(metafunc):
    if "examples" in metafunc.fixturenames:
        metafunc.parametrize("examples", [int(os.environ.get("FUZZ", "100000"))], scope="session")
