"""What this computer remembers of how the window is used: nothing about a learner."""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

from app.files import make_folder, write_file

Theme = Literal["system", "light", "dark", "contrast"]
THEMES: tuple[Theme, ...] = ("system", "light", "dark", "contrast")
TEXT_SIZES = (100, 125, 150, 175, 200)
LOCK_AFTER = (5, 10, 20, 30)
FILE = "window.json"


@dataclass(frozen=True)
class Preferences:
    """Language (None: as the computer's), text size in percent, theme, minutes of rest until the vault locks."""

    language: str | None = None
    text_size: int = 100
    theme: Theme = "system"
    lock_after: int = 10
    show_practice: bool = True


def load_preferences(folder: Path) -> Preferences:
    """What was kept in the folder; where it cannot be read or says nothing known, the usual."""
    try:
        kept = json.loads((folder / FILE).read_bytes())
    except (OSError, ValueError):
        return Preferences()
    return _sound(kept) if isinstance(kept, dict) else Preferences()


def save_preferences(folder: Path, chosen: Preferences) -> None:
    """Keep them. PersonError as `app.files.make_folder` and `write_file`."""
    make_folder(folder)
    write_file(folder / FILE, json.dumps(asdict(chosen), indent=1).encode())


def _sound(kept: dict[str, Any]) -> Preferences:
    """Each value that is one of those offered; the usual in place of any other."""
    offered: dict[str, tuple[object, ...]] = {
        "language": ("en", "es"),
        "text_size": TEXT_SIZES,
        "theme": THEMES,
        "lock_after": LOCK_AFTER,
        "show_practice": (True, False),
    }
    names = {field.name for field in fields(Preferences)}
    sound = {name: value for name, value in kept.items() if name in names and value in offered[name]}
    return replace(Preferences(), **sound)
