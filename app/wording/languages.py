"""The languages Pathfolio speaks, and which one this computer is set to."""

import locale
import os
import re
from collections.abc import Iterable, Iterator

LANGUAGE_NAMES = {"en": "English", "es": "Español"}
"""Each language by its own name, as a menu lists it."""
LANGUAGES = tuple(LANGUAGE_NAMES)
DIRECTIONS = {"en": "ltr", "es": "ltr"}
"""Said here, since asking Babel loads all it knows of a language, which the door does not need."""
PSEUDO = {"pseudo": "ltr", "pseudo-rtl": "rtl"}
"""Languages for developers and tests, never offered to learners, with the direction in which each is laid out."""

WINDOWS_NAMES = {"english": "en", "spanish": "es"}


def usual_language(listed: Iterable[str] = ()) -> str:
    """The language this computer is set to, where Pathfolio speaks it, else English.

    PATHFOLIO_LANGUAGE goes first and may name a language of `PSEUDO`; then come those that a desktop lists, if given.
    """
    wanted = os.environ.get("PATHFOLIO_LANGUAGE", "")
    return wanted if wanted in PSEUDO else first_spoken((wanted, *listed, *system_names())) or "en"


def first_spoken(names: Iterable[str]) -> str | None:
    """The first language of ours among a system's names for languages."""
    return next((code for code in map(spoken, names) if code), None)


def spoken(name: str) -> str | None:
    """The language of ours that a system's name means: `es_MX.UTF-8`, `es-419`, or `Spanish_Mexico.1252` on Windows."""
    first = re.split(r"[_.@-]", name)[0].lower()
    return first if first in LANGUAGES else WINDOWS_NAMES.get(first)


def system_names() -> Iterator[str]:
    """What the system calls its language, best first: the variables of Unix, then what C's library was told."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        yield os.environ.get(variable, "")
    try:
        yield locale.getlocale()[0] or ""
    except ValueError:  # macOS may name an encoding alone
        return
