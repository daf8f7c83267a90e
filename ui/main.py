"""The program's entry."""

import sys

STOPPED = 130


def main() -> None:
    """Run the command given; Ctrl-C ends the program quietly even while it is still loading."""
    try:
        from app.cli import main as run
    except KeyboardInterrupt:
        sys.exit(STOPPED)
    run()
