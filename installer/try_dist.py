"""Try a built folder as a person without Python would: run the demo, open the window.

python installer/try_dist.py dist/pathfolio
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

KEPT = ("SYSTEMROOT", "TEMP", "TMP", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR")
"""What a program needs of the system; no PATH, so that no Python of this machine can help."""


def environment(home: str) -> dict[str, str]:
    """An environment without Python, with a home and data folder of its own."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    screen = {} if {"DISPLAY", "WAYLAND_DISPLAY"} & kept.keys() or os.name == "nt" else {"QT_QPA_PLATFORM": "offscreen"}
    return {
        **kept,
        **screen,
        "HOME": home,
        "USERPROFILE": home,
        "PATHFOLIO_DATA": str(Path(home, "data")),
        "LANG": "C.UTF-8",
    }


def tried(program: Path, home: str, *arguments: str, **more: str) -> str | None:
    """What went wrong with one start of the program, or None."""
    done = subprocess.run(
        [str(program), *arguments],
        env={**environment(home), **more},
        cwd=home,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return None if done.returncode == 0 else f"exit code {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}"


def main(folder: str) -> int:
    """Try both; say what went wrong."""
    program = Path(folder, "pathfolio.exe" if os.name == "nt" else "pathfolio").absolute()
    with tempfile.TemporaryDirectory() as home:
        wrong = {
            "demo": tried(program, home, "demo", "--out", str(Path(home, "out"))),
            "window": tried(program, home, PATHFOLIO_CLOSE_AFTER="2000"),
        }
    size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file() and not path.is_symlink())
    sys.stdout.write(f"{folder}: {size / 1e6:.0f} MB\n")
    for name, why in wrong.items():
        sys.stdout.write(f"{name}: {why or 'runs'}\n")
    return any(wrong.values())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
