"""The program's entry: no arguments open the window, a command goes to the terminal before Qt is imported."""

import sys

STOPPED = 130


def main() -> None:
    """Run the command given, or open the window; Ctrl-C ends the program quietly even while it is still loading."""
    try:
        if len(sys.argv) > 1:
            from app.cli import main as run

            run()
        else:
            from ui.application import run as open_window

            sys.exit(open_window(sys.argv))
    except KeyboardInterrupt:
        sys.exit(STOPPED)


if __name__ == "__main__":
    main()
