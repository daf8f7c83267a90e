"""The program's entry: no arguments open the window, a command goes to the terminal before Qt is imported."""

import gc
import os
import signal
import sys
from importlib import import_module
from types import ModuleType

NO_SCREEN, STOPPED, ENDED = 1, 130, 143
COLLECT_EVERY = 20_000
"""Objects made between two of the collector's rounds in a command: Python's 700 cost a sixth of the first look-up."""
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main() -> None:
    """Run the command given, or open the window; Ctrl-C ends the program quietly even while it is still loading."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(ENDED))  # so that what is open is closed
    try:
        if sys.argv[1:] == ["look-into-pictures"]:
            from app.records.looking import main as look

            look()
        elif len(sys.argv) > 1:
            from app.cli import main as run

            gc.set_threshold(COLLECT_EVERY)
            run()
        else:
            sys.exit(_window())
    except KeyboardInterrupt:
        sys.exit(STOPPED)


def _window() -> int:
    """Open the window; one sentence where there is no screen, since Qt would only abort."""
    if sys.platform == "linux" and not any(map(os.environ.get, SCREENS)):
        from app.wording import Words
        from app.wording.languages import usual_language

        sys.stderr.write(Words(usual_language()).problem("no_screen", {}) + "\n")
        return NO_SCREEN
    ended: int = application().run(sys.argv)
    return ended


def application() -> ModuleType:
    """The window's part of the program, loaded. Python's collector rests from here on.

    Nothing of what is made while the program starts can go yet; the window collects later (ui/work/garbage.py).
    """
    gc.disable()
    return import_module("ui.application")


if __name__ == "__main__":
    main()
