"""A screen (Xvfb), a bus (D-Bus), the accessibility bus, and the program on them."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest
from screen_reader import PATIENCE, ScreenReader, Thing

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


@pytest.fixture(scope="session")
def session_bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """An environment with a screen and buses of its own."""
    launcher = next((path for path in LAUNCHERS if Path(path).exists()), None)
    missing = [name for name in ("Xvfb", "dbus-daemon") if which(name) is None] + ([] if launcher else ["at-spi2-core"])
    assert not missing, f"install {', '.join(missing)} (on Debian: apt install xvfb dbus at-spi2-core)"
    home = tmp_path_factory.mktemp("home")
    screen, display = _screen()
    with screen:
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--print-address", "--nofork"], stdout=subprocess.PIPE, text=True
        )
        with bus:
            assert bus.stdout is not None
            address = bus.stdout.readline().strip()
            env = {
                **os.environ,
                "DISPLAY": display,
                "DBUS_SESSION_BUS_ADDRESS": address,
                "HOME": str(home),
                "QT_QPA_PLATFORM": "xcb",
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                "LANG": "C.UTF-8",
                "LC_ALL": "C.UTF-8",
            }
            with subprocess.Popen([str(launcher), "--launch-immediately"], env=env) as accessibility:
                yield env
                accessibility.terminate()
            bus.terminate()
        screen.terminate()


def _screen() -> tuple[subprocess.Popen[bytes], str]:
    read, write = os.pipe()
    size = "1440x900x24"
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        return screen, f":{told.readline().strip()}"


@pytest.fixture
def reader(session_bus: dict[str, str]) -> Iterator[ScreenReader]:
    """A screen reader on the bus."""
    made = _reader(session_bus["DBUS_SESSION_BUS_ADDRESS"])
    yield made
    made.close()


def _reader(address: str) -> ScreenReader:
    """Connect once the accessibility bus answers."""
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            return ScreenReader(address)
        except Exception:
            if time.monotonic() > ends:
                raise
            time.sleep(0.2)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Where the program looks for vaults: a place for each test, so that none meets the vaults of another."""
    return tmp_path / "data"


@pytest.fixture
def program(session_bus: dict[str, str], reader: ScreenReader, data: Path) -> Iterator[Thing]:
    """The program as people start it, once the bus knows it."""
    before = set(reader.programs())
    env = {**session_bus, "PATHFOLIO_DATA": str(data)}
    with subprocess.Popen([sys.executable, "-m", "ui.main"], env=env) as started:
        ends = time.monotonic() + PATIENCE
        while not (new := set(reader.programs()) - before):
            assert started.poll() is None, "the program ended"
            assert time.monotonic() < ends, "the program did not come to the accessibility bus"
            time.sleep(0.2)
        yield new.pop()
        started.terminate()
