"""A disk that is soon full: a tmpfs of so many bytes over a folder, for one command alone."""

import shutil
import subprocess
from pathlib import Path

import pytest


def mounting(place: Path, size: str) -> list[str]:
    """What stands before a command, so that `place` is a disk of this size for it; skips where none can be mounted."""
    mount = f'mount -t tmpfs -o size={size} small "$0" && exec "$@"'
    before = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount, str(place)]
    if (
        shutil.which("unshare") is None
        or subprocess.run([*before, "true"], capture_output=True, check=False).returncode
    ):
        pytest.skip("no small disk can be mounted here")
    return before
