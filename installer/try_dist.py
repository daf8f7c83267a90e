"""Try a built folder as a person without Python would: run the demo, open the window, read pictures with records in.

python installer/try_dist.py dist/pathfolio
"""

import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import zxingcpp
from PIL import Image, PngImagePlugin

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


RECORD = {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    "type": ["VerifiableCredential"],
    "name": "Read in the built folder",
    "issuer": "https://school.example",
    "credentialSubject": {"name": "Ana"},
}
LGPL = ("openvc/cbor.py", "frozendict/__init__.py")
"""Of each library under the LGPL that is in Python, a file that has to be there for people to replace."""


def baked(text: str) -> bytes:
    """A badge's picture with its record inside."""
    inside, buffer = PngImagePlugin.PngInfo(), io.BytesIO()
    inside.add_itxt("openbadgecredential", text)
    Image.new("L", (8, 8)).save(buffer, "PNG", pnginfo=inside)
    return buffer.getvalue()


def code(text: str) -> bytes:
    """A picture of a QR code."""
    drawn = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode).to_image(scale=4)
    height, width = drawn.shape
    buffer = io.BytesIO()
    Image.frombytes("L", (width, height), bytes(drawn)).save(buffer, "PNG")
    return buffer.getvalue()


def read_in(program: Path, home: str, make: Callable[[str], bytes]) -> str | None:
    """What went wrong with reading a picture that holds a record, or None."""
    picture = Path(home, "picture.png")
    picture.write_bytes(make(json.dumps(RECORD)))
    return tried(program, home, "check", str(picture), says=RECORD["name"])


def missing(folder: Path) -> str | None:
    """Which files that people may replace are not there as files, or None."""
    gone = [name for name in LGPL if not next(folder.rglob(name), None)]
    return ", ".join(gone) or None


def tried(program: Path, home: str, *arguments: str, says: object = "", **more: str) -> str | None:
    """What went wrong with one start of the program, or None; it has to end well and to say so and so."""
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
    went_well = done.returncode == 0 and str(says) in done.stdout
    return None if went_well else f"exit code {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}"


def main(folder: str) -> int:
    """Try them all; say what went wrong."""
    program = Path(folder, "pathfolio.exe" if os.name == "nt" else "pathfolio").absolute()
    with tempfile.TemporaryDirectory() as home:
        wrong = {
            "demo": tried(program, home, "demo", "--out", str(Path(home, "out"))),
            "window": tried(program, home, PATHFOLIO_CLOSE_AFTER="2000"),
            "baked picture": read_in(program, home, baked),
            "code in a picture": read_in(program, home, code),
            "files to replace": missing(Path(folder)),
        }
    size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file() and not path.is_symlink())
    sys.stdout.write(f"{folder}: {size / 1e6:.0f} MB\n")
    for name, why in wrong.items():
        sys.stdout.write(f"{name}: {why or 'well'}\n")
    return any(wrong.values())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
