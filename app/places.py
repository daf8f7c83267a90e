"""Where the program's own files and the learner's data live."""

import os
from pathlib import Path

import platformdirs

import assets


def asset(*parts: str) -> Path:
    """Path of a file shipped in `assets/`, the same in a checkout and installed."""
    return Path(assets.__path__[0]).joinpath(*parts)


def careers_pack() -> Path:
    """Path of the career pack that ships with the program."""
    return asset("packs", "careers.sqlite")


def own_pack() -> Path:
    """Path of the learner's own career data, beside their vaults; there is a file once they brought something."""
    return data_folder() / "careers.sqlite"


def data_folder() -> Path:
    """Folder where vaults live unless the learner names another; PATHFOLIO_DATA for trials that touch nothing real."""
    named = os.environ.get("PATHFOLIO_DATA")
    return Path(named) if named else Path(platformdirs.user_data_dir("Pathfolio", appauthor=False))
