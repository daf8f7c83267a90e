"""The real window over the real core, offscreen, with a data folder of its own."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from terminal import CHEAP
from window_driver import Driver

from app.journey import vaults
from app.preferences import Preferences
from ui.application import STYLE, open_window, prepare


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["pathfolio", *STYLE]


@pytest.fixture(scope="session", autouse=True)
def _typeface(qapp: QApplication) -> None:
    prepare(qapp)


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own, so that no test meets the vault of whoever runs it."""
    folder = tmp_path / "data"
    monkeypatch.setenv("PATHFOLIO_DATA", str(folder))
    return folder


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that anybody may look into, unlike pytest's own."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    yield place
    shutil.rmtree(place)


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """New passphrases take little work to try."""
    monkeypatch.setattr(vaults, "COST", CHEAP)


@pytest.fixture
def driver(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Driver]:
    """The window, shown and driven; (Preferences, (width, height)) as indirect parameter changes its look."""
    chosen, size = getattr(request, "param", (Preferences(language="en", theme="light"), (1440, 900)))
    window = open_window(chosen, *size)
    window.show()
    made = Driver(qtbot, window)
    yield made
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    made.raise_bugs()
