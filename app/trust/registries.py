"""Lists of known issuers: what a list's text says, and lists that are looked up by their address.

The forms are the Digital Credentials Consortium's: one list (`registry[did]` with a name), and a file that names lists
(`known-did-registries.json`: `type` is `dcc-legacy` with a `url`, `oidf` with a `trustAnchorEC`, or another).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from app.errors import PersonError
from app.records.json_text import load_freely
from app.records.text import one_line
from app.trust.documents import NotHad

MAX_REGISTRY_BYTES = 20_000_000
MAX_NAMED = 50
ANCHOR = "/.well-known/openid-federation"
"""How the address of a federation ends (OpenID Federation 1.0, section 9)."""

Keys = Mapping[str, frozenset[str]]
"""Of federations, by address: fingerprints of the keys they had when they were last believed."""

NO_KEYS: Keys = MappingProxyType({})

_WHY: Mapping[str, str] = {
    "not_found": "list_not_there",
    "gone": "list_not_there",
    "unreadable": "list_unreadable",
    "too_big": "list_unreadable",
    "packed": "list_unreadable",
    "no_such_host": "list_silent",
    "no_answer": "list_silent",
    "too_slow": "list_silent",
    "http_status": "list_silent",
    "stopped": "list_not_asked",
}


@dataclass(frozen=True)
class ListAddress:
    """A list that is looked up among documents; an empty address is one of a kind that cannot be looked in.

    `name` is what it goes by until it says itself; `keys` are those it must not change.
    """

    address: str
    name: str = ""
    keys: Keys = field(default_factory=lambda: NO_KEYS, repr=False)

    @property
    def is_federation(self) -> bool:
        """Whether it is asked about one issuer at a time."""
        return self.address.endswith(ANCHOR)


@dataclass(frozen=True)
class Registry:
    """A list that is at hand: issuer id -> the name it gives, and other lists it names; `as_of` is aware, UTC."""

    name: str
    as_of: datetime
    issuers: Mapping[str, str]
    names: tuple[ListAddress, ...] = ()


KnownList = Registry | ListAddress


def load_registry(path: Path, *, as_of: datetime | None = None) -> Registry:
    """The list in a file, as of the file's time of change unless given.

    PersonError as `registry_file`, `read_registry`.
    """
    data, changed = registry_file(path)
    return read_registry(data, path.stem, as_of or changed)


def registry_file(path: Path) -> tuple[bytes, datetime]:
    """The bytes of a list's file and when it changed. PersonError: registry_missing, registry_too_large."""
    try:
        status = path.stat()
        with path.open("rb") as file:
            data = file.read(MAX_REGISTRY_BYTES + 1)
    except OSError:
        raise PersonError("registry_missing", file=str(path)) from None
    if len(data) > MAX_REGISTRY_BYTES:
        raise PersonError("registry_too_large", file=str(path), limit=MAX_REGISTRY_BYTES)
    return data, datetime.fromtimestamp(status.st_mtime, UTC)


def read_registry(content: object, name: str, as_of: datetime) -> Registry:
    """The list in JSON, or in its bytes. Raises PersonError: registry_unreadable.

    Published lists repeat keys, so bytes are read more freely than records are: the last entry of an issuer counts.
    They may be as deep and hold as many values as a record may.
    """
    if isinstance(content, bytes):
        try:
            content = load_freely(content)
        except PersonError:
            raise PersonError("registry_unreadable", file=name) from None
    if isinstance(content, list) and content and all(isinstance(entry, dict) for entry in content):
        return Registry(name, as_of, {}, tuple(map(_named, content[:MAX_NAMED])))
    listed = content.get("registry") if isinstance(content, dict) else None
    if not isinstance(content, dict) or not isinstance(listed, dict):
        raise PersonError("registry_unreadable", file=name)
    about = content.get("meta")
    title = about.get("title") if isinstance(about, dict) else None
    name = one_line(title) if isinstance(title, str) and title.strip() else name
    return Registry(name, as_of, {issuer: _name(entry, issuer) for issuer, entry in listed.items()})


def why_not_had(why: NotHad | None) -> str:
    """The reason for which a list is not at hand: nobody asked, or what came of asking."""
    return _WHY.get(why.code, "list_not_safe") if why else "list_not_asked"


def with_keys(lists: Iterable[ListAddress], keys: Keys) -> tuple[ListAddress, ...]:
    """Lists that must not change these keys."""
    return tuple(replace(one, keys=keys) for one in lists)


def _named(entry: Mapping[str, object]) -> ListAddress:
    """A list that another names; one of a kind that is not known here has no address."""
    place = {"dcc-legacy": "url", "oidf": "trustAnchorEC"}.get(str(entry.get("type")))
    address = entry.get(place) if place else None
    fits = isinstance(address, str) and address.endswith(ANCHOR) == (place == "trustAnchorEC")
    name = entry.get("name")
    shown = one_line(name) if isinstance(name, str) and name.strip() else one_line(str(address or "?")[:600])
    return ListAddress(str(address) if fits else "", shown)


def _name(entry: object, issuer: str) -> str:
    name = entry.get("name") if isinstance(entry, dict) else None
    return one_line(name) if isinstance(name, str) and name.strip() else issuer
