"""`on_a_full_disk.py DISK RECORDS`, run on a small disk of its own: fills it before an import, a mark and a signing.

Each must tell that the disk is full where the learner looks, keep what was there, and go on once there is room.
"""

import json
import os
import sys
from pathlib import Path

DISK, RECORDS = Path(sys.argv[1]), Path(sys.argv[2])
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PATHFOLIO_DATA"] = str(DISK)
sys.path[:0] = ["."]

from applying_world import TERMS  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from pytestqt.qt_compat import qt_api  # noqa: E402
from pytestqt.qtbot import QtBot  # noqa: E402
from terminal import GOAL, PASSPHRASE  # noqa: E402
from window_driver import Driver  # noqa: E402
from window_vaults import make_cheap, vault_of  # noqa: E402

from app.journey.after.ledger import entries  # noqa: E402
from app.journey.goal import aim as goals  # noqa: E402
from app.journey.plan.kept import kept_plan  # noqa: E402
from app.journey.records.holding import kept  # noqa: E402
from app.preferences import Preferences  # noqa: E402
from ui.application import open_window, prepare  # noqa: E402
from ui.pages import record_changes  # noqa: E402

FULL = "The disk is full, so this was not saved. What was saved before is safe."
FILLER = DISK / "filler"


class Waiting(QtBot):
    """Waits without a test around it."""

    def __init__(self) -> None:
        self._request = None


def fill() -> None:
    """Take all the room there is, to the last byte."""
    with FILLER.open("ab", buffering=0) as file:
        for size in (65536, 512):
            try:
                while file.write(b"x" * size):
                    pass
            except OSError:
                continue


def count(driver: Driver, ask: object) -> int:
    """How many there are in the vault."""
    found = list[int]()
    driver.window.run(lambda session, _progress: len(ask(session)), found.append, owner=None)
    driver.settle()
    return found[0]


def states(session: object) -> list[str]:
    """How far the steps of the plan are; one entry for each that is begun."""
    plan = kept_plan(session, GOAL)
    return [one.state for one in plan.steps if one.state == "started"] if plan else []


def importing(driver: Driver) -> None:
    """More records, on a full disk; then again, with room."""
    before = count(driver, kept)
    fill()
    more = [path for path in sorted(RECORDS.iterdir()) if path.is_file()]
    record_changes.add_files(driver.window, more)
    driver.settle()
    assert FULL in driver.texts(), driver.texts()
    assert count(driver, kept) == before
    FILLER.unlink()
    record_changes.add_files(driver.window, more)
    driver.settle()
    assert count(driver, kept) > before


def marking(driver: Driver) -> None:
    """A step of the plan that is begun."""
    aim = driver.window.run(lambda session, _progress: goals.set_goal(session, GOAL), lambda _: None, owner=None)
    assert aim is not None
    driver.settle()
    driver.window.go("plan")
    driver.settle()
    driver.press("next")
    mark = next(name for name in driver.object_names() if name.startswith("mark-"))
    fill()
    driver.press(mark)
    assert FULL in driver.texts(), driver.texts()
    assert count(driver, states) == 0
    FILLER.unlink()
    driver.press(mark)
    assert count(driver, states) == 1


def signing(driver: Driver) -> None:
    """Papers for a posting."""
    driver.window.go("apply")
    driver.settle()
    asked = [{"name": "Know medical terms", "id": TERMS}]
    posting = {"title": "Trainee", "organisation": "Clinic", "requirements": asked}
    (DISK / "posting.json").write_text(json.dumps(posting))
    driver.press("choose-posting")
    driver.choose(DISK / "posting.json")
    driver.press("next")
    driver.write("sign-folder", str(DISK / "papers"))
    fill()
    driver.press("sign-now")
    said = "\n".join(driver.said_in_front())
    assert "disk is full" in said, said
    assert count(driver, entries) == 0
    assert not list(DISK.glob("papers/*")), list(DISK.glob("papers/*"))
    FILLER.unlink()
    driver.press("sign-now")
    driver.until((DISK / "papers" / "presentation.json").exists)
    driver.settle()
    assert count(driver, entries) == 1


def main() -> None:
    """One vault through all three."""
    qt_api.set_qt_api("pyside6")
    app = QApplication([])
    prepare(app)
    make_cheap()
    vault_of("Ana", min(RECORDS.iterdir()))
    window = open_window(Preferences(language="en"))
    window.show()
    driver = Driver(Waiting(), window)
    driver.settle()
    driver.write("passphrase", PASSPHRASE)
    driver.press("Unlock")
    for part in (importing, marking, signing):
        part(driver)
    window.close()
    print("held")  # noqa: T201  for the test that runs this


if __name__ == "__main__":
    main()
