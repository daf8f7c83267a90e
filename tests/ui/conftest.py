"""The real window over the real core, offscreen, with a data folder of its own."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path

import pytest
from loopback_server import LoopbackServer
from old_badges import school_pages
from own_websites import own_websites
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sent_things import CLINIC, COLLEGE, DENTAL, MARKET, sent_things
from terminal import CHEAP, PASSPHRASE
from window_driver import Driver
from window_vaults import vault_of

from app.journey import vaults
from app.preferences import Preferences
from pathways.matching import match
from pathways.matching.index import NameIndex
from pathways.pack import store, topics
from pathways.pack.store import Pack
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


@pytest.fixture(scope="session", autouse=True)
def _read_once() -> Iterator[None]:
    """A pack that is built again with the same bytes, elsewhere, holds the same facts."""
    known = dict[bytes, dict[str, object]]()

    @cache
    def facts_of(path: Path, _state: tuple[int, int, int]) -> dict[str, object]:
        return known.setdefault(blake2b(path.read_bytes()).digest(), {})

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(store, "_facts_of", facts_of)
        yield


@pytest.fixture(scope="session", autouse=True)
def _judged_once() -> Iterator[None]:
    """What a phrase may mean by the same facts is found once: each window asks again what practice learners can do."""
    known = dict[tuple[int, str], tuple[object, object]]()
    real = match._judged

    def once(pack: Pack, index: NameIndex, text: str) -> object:
        key = (id(pack.facts), text)
        if key not in known:
            known[key] = (real(pack, index, text), pack.facts)  # the facts are held, so that no others get their id
        return known[key][0]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(match, "_judged", once)
        yield


@pytest.fixture(scope="session", autouse=True)
def _drawn_together_once() -> Iterator[None]:
    """What the same texts are about is computed once: it takes seconds, whenever a pack is built."""
    known = dict[bytes, object]()
    real = topics.topics

    def once(words: Sequence[Counter[str]], count: int = topics.TOPICS) -> object:
        key = blake2b(repr((words, count)).encode()).digest()
        if key not in known:
            known[key] = real(words, count)
        return known[key].copy()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(topics, "topics", once)
        yield


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told to say at once."""
    said = list[str]()

    def catch(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", catch)
    return said


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


@pytest.fixture
def own(data_folder: Path, driver: Driver) -> Driver:
    """The window at a vault of somebody real, with nothing in it."""
    vault_of("Ana Ruiz")
    driver.window.pages["welcome"].arrive()
    driver.settle()
    driver.unlock(PASSPHRASE)
    return driver


@pytest.fixture
def web() -> Iterator[LoopbackServer]:
    """The websites of a school that gives badges."""
    with own_websites(school_pages()) as made:
        yield made


@pytest.fixture
def maya(driver: Driver) -> Driver:
    """The window at the practice vault of Maya."""
    driver.practice()
    return driver


@pytest.fixture
def maya_skills(maya: Driver) -> Driver:
    """The Skills page of Maya."""
    maya.window.go("skills")
    maya.settle()
    return maya


@pytest.fixture
def apply_start(maya: Driver) -> Driver:
    """Maya's Apply page before anything is applied for."""
    maya.window.go("apply")
    maya.settle()
    return maya


@pytest.fixture
def apply_table(apply_start: Driver) -> Driver:
    """The practice posting and what answers it."""
    apply_start.press("practice-posting")
    return apply_start


@pytest.fixture
def after(maya: Driver) -> Driver:
    """The After page of Maya, with four things sent."""
    sent_things(maya, MARKET, DENTAL, CLINIC, COLLEGE)
    return maya
