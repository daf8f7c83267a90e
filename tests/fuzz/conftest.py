"""Fuzzing: how many inputs in all, shared out among the seeds, the room that each may take, and what it came to."""

import os
import resource
from collections.abc import Callable
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

MEMORY = 300 * 1024 * 1024
FIGURES = "fuzz"


@dataclass
class Figures:
    """Inputs tried and the seconds of the slowest of them."""

    room: Callable[[], AbstractContextManager[None]]
    inputs: int = 0
    slowest: float = 0.0

    def note(self, seconds):
        self.inputs += 1
        self.slowest = max(self.slowest, seconds)


@contextmanager
def room():
    """What one input may take beyond what is taken anyway; asking for more is a MemoryError, which fails."""
    used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


@pytest.fixture
def figures(record_property):
    counted = Figures(room)
    yield counted
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    record_property(FIGURES, [counted.inputs, counted.slowest, peak])


def pytest_generate_tests(metafunc):
    if "examples" in metafunc.fixturenames:
        metafunc.parametrize("examples", [int(os.environ.get("FUZZ", "100000"))], scope="session")


def pytest_terminal_summary(terminalreporter):
    found = [
        value
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == FIGURES and getattr(report, "when", "") == "teardown"
    ]
    if found:
        inputs, slowest, peak = sum(one[0] for one in found), max(one[1] for one in found), max(one[2] for one in found)
        terminalreporter.write_line(f"{inputs} inputs; the slowest took {slowest:.2f} s; the program's peak: {peak} MB")
