"""Draw every page and dialog in every look, for people to look at.

python installer/screenshots.py FOLDER [part of a file name …]
"""

import itertools
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "support"))

from pytestqt.qt_compat import qt_api
from pytestqt.qtbot import QtBot
from window_driver import Driver
from window_states import all_states

from app.preferences import Preferences
from ui.application import application, open_window

THEMES = ("light", "dark")
LANGUAGES = ("en", "es", "pseudo")
TEXT_SIZES = (100, 200)
WINDOWS = ((1440, 900), (1024, 640))


def looks() -> Iterator[tuple[str, Preferences, tuple[int, int]]]:
    """Every look with its name."""
    for theme, language, size, window in itertools.product(THEMES, LANGUAGES, TEXT_SIZES, WINDOWS):
        yield f"{language}-{theme}-{size}-{window[0]}", Preferences(language, size, theme), window


class Waiting(QtBot):
    """A qtbot outside of a test."""

    def __init__(self) -> None:
        self._request = None


def main(folder: Path, wanted: list[str]) -> None:
    """Draw them all, or those whose look is named."""
    qt_api.set_qt_api("pyside6")
    application(["screenshots"])
    for name, preferences, size in looks():
        if wanted and not any(part in name for part in wanted):
            continue
        with tempfile.TemporaryDirectory() as data:  # no picture meets the vaults of whoever draws it
            os.environ["PATHFOLIO_DATA"] = data
            window = open_window(preferences, *size)
            window.show()
            for state in all_states(Driver(Waiting(), window)):
                path = folder / name / f"{state}.png"
                path.parent.mkdir(parents=True, exist_ok=True)
                window.grab().save(str(path))
            window.close()
        sys.stdout.write(f"{folder / name}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
