"""Every test runs without a screen or a network; neither the computer's language nor how tests were started matters."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from no_network import Guard, watch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PATHFOLIO_LANGUAGE"] = "en"
os.environ["OPENBLAS_NUM_THREADS"] = "1"  # tests run side by side: threads of numpy would wait for each other's turn

# A script that starts tests with `&` has them deaf to Ctrl-C, and a program that a test starts takes that over.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Programs that tests start are watched too, and take a touch for a bug; they run the code beside these tests.
_HERE = Path(__file__).resolve().parent
os.environ["PYTHONPATH"] = os.pathsep.join(map(str, (_HERE / "support" / "unplugged", _HERE.parent)))
_GUARD = watch()


@pytest.fixture(autouse=True)
def no_network() -> Iterator[Guard]:
    """Fails a test that touched the network, even where the program took the refusal for a network that is down."""
    _GUARD.touched.clear()
    yield _GUARD
    touched = tuple(_GUARD.touched)
    _GUARD.touched.clear()
    assert not touched, f"the network was touched: {touched}"


@pytest.fixture
def loopback(no_network: Guard) -> Iterator[None]:
    """Lets a test reach servers of its own on this computer."""
    no_network.loopback = True
    yield
    no_network.loopback = False
