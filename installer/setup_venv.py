"""Make the project's own virtual environment from a lock with hashes; `make` calls it, and people without make can.

python installer/setup_venv.py .venv requirements.txt .venv/.usable
"""

import importlib.util
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)


def missing() -> str | None:
    """Name in one sentence what this machine lacks, or None."""
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:2]))
        return f"Pathfolio needs Python 3.11 or newer; this is Python {found}. Try: make PYTHON=python3.11"
    if importlib.util.find_spec("ensurepip") is None:
        return "Python's venv part is missing. On Debian or Ubuntu: sudo apt install python3-venv"
    return None


def python_of(venv: Path) -> Path:
    """Path of the environment's own interpreter."""
    return venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def install(venv: Path, lock: Path) -> None:
    """Create `venv` if needed and install the locked packages and the project into it."""
    python = python_of(venv)
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True)
    # Its builder warns at length about what is meant here; what it says counts only when it fails.
    made = subprocess.run(
        [*pip, "--no-deps", "--no-build-isolation", "-e", "."], check=False, capture_output=True, text=True
    )
    if made.returncode != 0:
        sys.stderr.write(made.stdout + made.stderr)
        made.check_returncode()


def native_parts(venv: Path) -> str | None:
    """Load the parts that need system libraries; name in one sentence the first that does not load."""
    for name in ("sqlcipher3", "nacl.bindings", "numpy", "highspy", "rapidfuzz", "PySide6.QtWidgets"):
        tried = subprocess.run(
            [str(python_of(venv)), "-c", f"import {name}"], capture_output=True, text=True, check=False
        )
        if tried.returncode != 0:
            why = (tried.stderr.strip().splitlines() or ["no reason given"])[-1]
            return f"{name} does not load on this machine: {why}"
    return None


def main() -> int:
    """Set up, then leave the stamp file that make looks for."""
    venv, lock, stamp = map(Path, sys.argv[1:4])
    problem = missing()
    if problem is None:
        sys.stderr.write(f"Setting up {venv} from {lock}. The first time takes about a minute.\n")
        try:
            install(venv, lock)
        except subprocess.CalledProcessError as error:
            problem = f"Setting up {venv} stopped at: {' '.join(map(str, error.cmd[1:4]))} (see the lines above)."
    problem = problem or native_parts(venv)
    if problem is not None:
        sys.stderr.write(f"pathfolio: {problem}\n")
        return 1
    stamp.touch()
    return 0


if __name__ == "__main__":
    sys.exit(main())
