"""Whose work is inside: every library with its terms and the text of its license, and who published the data."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from app.journey.career_data import pack_in_use
from app.places import asset
from pathways.pack.store import PackInfo, pack_info

PROGRAM = "pathfolio"
NOT_INSIDE = frozenset({PROGRAM, "pip"})
"""The program itself, and what a library names only to install more of its own parts."""
WITHOUT_TEXT = {
    "pyside6-essentials": ("LGPL-3.0", "GPL-3.0"),
    "shiboken6": ("LGPL-3.0", "GPL-3.0"),
    "frozendict": ("GPL-3.0",),
    "jsonschema-rs": ("jsonschema-rs", "Apache-2.0"),
    "sqlcipher3": ("SQLCipher", "Apache-2.0"),
}
"""Texts of `assets/licenses` for libraries that bring none, or not all; sqlcipher3 has SQLCipher and OpenSSL inside."""
STATED_NOWHERE = {"sqlcipher3": "Zlib, BSD-3-Clause, Apache-2.0"}
"""Terms of what a package itself does not state."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_TEXT = re.compile(r"(licen[cs]e|copying|notice|third_party)", re.IGNORECASE)


@dataclass(frozen=True)
class Credit:
    """One part: its name, version and terms as it states them; `key` asks `text_of` for the text of its license."""

    key: str
    name: str
    version: str = ""
    terms: str = ""


@dataclass(frozen=True)
class DataCredit:
    """One published source of the career data, with the words that its license asks for (empty: none)."""

    title: str
    publisher: str
    terms: str
    attribution: str
    address: str


def version() -> str:
    """The program's version."""
    return metadata.version(PROGRAM)


def own_parts() -> tuple[Credit, ...]:
    """What ships in `assets` and is not ours."""
    return (
        Credit("fonts", "Atkinson Hyperlegible Next", terms="SIL Open Font License 1.1"),
        Credit("icons", "Lucide", "1.62.0", "ISC, MIT"),
        Credit("contexts", "W3C, 1EdTech, Digital Credentials Consortium", terms="W3C, 1EdTech, MIT, BSD-3-Clause"),
        Credit("python", "Python", ".".join(map(str, sys.version_info[:3])), "PSF-2.0"),
    )


def libraries() -> tuple[Credit, ...]:
    """Every library that the program runs on, and those that they run on, by name."""
    found = dict(_found(PROGRAM, set()))
    return tuple(_credit(found[key]) for key in sorted(found) if key not in NOT_INSIDE)


def data_sources() -> tuple[DataCredit, ...]:
    """Who published the career data in use; PathwaysError as `pack_info`."""
    return data_credits(pack_info(pack_in_use()))


def data_credits(found: PackInfo) -> tuple[DataCredit, ...]:
    """Who published what a pack holds."""
    return tuple(
        DataCredit(
            " ".join(filter(None, (one.title, one.date or (one.version if one.version not in one.title else "")))),
            one.publisher,
            one.licence,
            one.attribution,
            one.address,
        )
        for one in found.sources
    )


def text_of(key: str) -> str:
    """The full text of a part's license, and of what is inside it; KeyError where there is no such part."""
    own = {
        PROGRAM: [asset("licenses", "Apache-2.0.txt")],
        "python": [asset("licenses", "Python.txt")],
        "fonts": [asset("fonts", "OFL.txt")],
        "icons": [asset("icons", "LICENSE.txt")],
        "contexts": [asset("contexts", name) for name in ("README.md", "LICENSE-dcc.txt", "LICENSE-digitalbazaar.txt")],
    }
    if key in own:
        return _joined(own[key])
    found = dict(_found(PROGRAM, set()))[key]
    added = [asset("licenses", f"{name}.txt") for name in WITHOUT_TEXT.get(key, ())]
    return _joined([*_texts(found), *added])


def _found(name: str, seen: set[str]) -> Iterator[tuple[str, metadata.Distribution]]:
    """A library and all that it needs here; what only another system or an extra needs is not installed."""
    key = _key(name)
    if key in seen:
        return
    seen.add(key)
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return
    yield key, found
    for line in found.requires or ():
        wanted = _NAME.match(line)
        if wanted and "extra ==" not in line:
            yield from _found(wanted[0], seen)


def _credit(found: metadata.Distribution) -> Credit:
    name = found.metadata["Name"]
    return Credit(_key(name), name, found.version, _terms(found))


def _terms(found: metadata.Distribution) -> str:
    """As the package states them: in one line, else by the classifiers of the package index."""
    said = found.metadata
    stated = next((said[field] for field in ("License-Expression", "License") if said.get_all(field)), "")
    classified = [one.rpartition(" :: ")[2] for one in said.get_all("Classifier") or () if one.startswith("License ::")]
    return stated.splitlines()[0] if stated else ", ".join(classified) or STATED_NOWHERE.get(_key(found.name), "")


def _texts(found: metadata.Distribution) -> list[Path]:
    """The license files beside a package's description."""
    beside = [one for one in found.files or () if ".dist-info" in str(one.parts[0]) and _TEXT.search(one.name)]
    return [path for one in sorted(beside) if (path := Path(str(found.locate_file(one)))).is_file()]


def _joined(paths: list[Path]) -> str:
    return "\n\n\n".join(path.read_text(encoding="utf-8", errors="replace").strip() for path in paths)


def _key(name: str) -> str:
    """A package's name as the index writes it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
