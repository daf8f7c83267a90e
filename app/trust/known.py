"""Whether a list names an issuer: looking in every list, those at hand and those looked up among documents."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from app.errors import PersonError
from app.trust.documents import NO_DOCUMENTS, Documents, HeldDocument
from app.trust.federation import Anchor, NotBelievedError, anchor_of, member_of
from app.trust.keys import Finding
from app.trust.registries import ANCHOR, KnownList, ListAddress, Registry, read_registry, why_not_had, with_keys

Kind = Literal["list", "lists", "federation"]
NOT_LOOKED_IN = (
    "list_not_asked",
    "list_not_there",
    "list_unreadable",
    "list_silent",
    "list_not_safe",
    "list_not_sound",
    "list_ended",
    "list_key_changed",
    "list_kind_unknown",
)
"""Why a list could not be looked in, each a reason of its own."""


@dataclass(frozen=True)
class Look:
    """What came of looking in one list: the name it gives the issuer (None: it does not name it), or `why` nothing did.

    `until` is when the name counts no longer.
    """

    registry: str
    name: str | None = None
    as_of: datetime | None = None
    until: datetime | None = None
    why: str = ""


@dataclass(frozen=True)
class ListState:
    """What a list is: `number` of issuers or lists it names, None where that is not known; `why` as in `Look`."""

    name: str
    kind: Kind
    number: int | None
    as_of: datetime | None
    why: str = ""


def known_issuer(
    issuer: str,
    lists: Iterable[KnownList],
    documents: Documents = NO_DOCUMENTS,
    now: datetime | None = None,
    *,
    own: bool = False,
) -> Finding:
    """Whether a list names an issuer: "no" only where all were looked in, which is an ordinary thing.

    An `own` issuer, who speaks of itself, is asked of nobody who would learn its name.
    """
    looks = [look for one in lists for look in _looks(one, issuer, documents, own=own)]
    named = [look for look in looks if look.name is not None]
    if not looks:
        return Finding("not checked", "no_registry")
    if named:
        return _found(named, now)
    away = [look for look in looks if look.why]
    if away:
        return _not_looked(away, _names(look for look in looks if not look.why))
    oldest = min((look.as_of for look in looks if look.as_of), default=None)
    return Finding("no", "issuer_not_listed", {"registries": _names(looks)}, oldest)


def list_state(one: KnownList, documents: Documents) -> ListState:
    """What a list is and whether it can be looked in."""
    if isinstance(one, ListAddress) and one.is_federation:
        try:
            anchor = _anchor(one, documents)
        except NotBelievedError as error:
            return ListState(one.name or _shown(one), "federation", None, None, error.why)
        return ListState(anchor.name or one.name or _shown(one), "federation", None, anchor.as_of)
    read = one if isinstance(one, Registry) else _read(one, documents)
    if isinstance(read, str):
        return ListState(one.name or _shown(one), "list", None, None, read)
    if read.names:
        return ListState(read.name, "lists", len(read.names), read.as_of)
    return ListState(read.name, "list", len(read.issuers), read.as_of)


def lists_in(one: KnownList, documents: Documents) -> tuple[ListAddress, ...]:
    """The lists that a list names, as far as that is known."""
    read = one if isinstance(one, Registry) else _read(one, documents)
    return () if isinstance(read, str) else read.names


def _looks(one: KnownList, issuer: str, documents: Documents, *, own: bool, inside: bool = False) -> Iterator[Look]:
    """What looking in a list gives; one that names lists is looked in through these, but not any deeper."""
    if isinstance(one, ListAddress) and one.is_federation:
        yield _of_federation(one, issuer, documents, own=own)
        return
    read = one if isinstance(one, Registry) else _read(one, documents)
    if isinstance(read, str):
        yield Look(one.name or _shown(one), why=read)
    elif read.names and inside:
        yield Look(read.name, why="list_kind_unknown")
    elif read.names:
        for named in with_keys(read.names, one.keys) if isinstance(one, ListAddress) else read.names:
            yield from _looks(named, issuer, documents, own=own, inside=True)
    else:
        yield Look(read.name, read.issuers.get(issuer), read.as_of)


def _of_federation(one: ListAddress, issuer: str, documents: Documents, *, own: bool) -> Look:
    name = one.name or _shown(one)
    try:
        anchor = _anchor(one, documents)
        name = anchor.name or name
        member = member_of(one, anchor, issuer, documents, ask=not own)
    except NotBelievedError as error:
        return Look(name, why=error.why)
    return Look(name, member.name, member.as_of, member.until)


def _read(one: ListAddress, documents: Documents) -> Registry | str:
    """A list that stands at an address, or why it cannot be looked in."""
    if not one.address:
        return "list_kind_unknown"
    held = documents.get(one.address, "registry")
    if held is None:
        safe = one.address.startswith("https://")
        return why_not_had(documents.not_had.get(one.address)) if safe else "list_not_safe"
    return documents.keep(("known issuers", one.address, one.name), lambda: _parsed(one, held))


def _parsed(one: ListAddress, held: HeldDocument) -> Registry | str:
    try:
        return read_registry(held.content, one.name or _shown(one), held.as_of)
    except PersonError:
        return "list_unreadable"


def _anchor(one: ListAddress, documents: Documents) -> Anchor:
    held = documents.get(one.address, "federation")
    if held is None:
        raise NotBelievedError(why_not_had(documents.not_had.get(one.address)))

    def read() -> Anchor | str:
        try:
            return anchor_of(one, held)
        except NotBelievedError as error:
            return error.why

    found = documents.keep(("federation", one.address, one.keys.get(one.address)), read)
    if isinstance(found, str):
        raise NotBelievedError(found)
    return found


def _found(named: list[Look], now: datetime | None) -> Finding:
    """What the list says that said it last; what counts only for a time that is over is not checked since."""
    last = max(named, key=lambda look: (not _over(look, now), look.as_of is not None and look.as_of.timestamp()))
    if _over(last, now) and now and last.as_of:
        return Finding("not checked", "not_asked_since", {"days": (now - last.as_of).days}, last.as_of)
    return Finding("yes", "issuer_listed", {"registry": last.registry, "name": last.name}, last.as_of)


def _over(look: Look, now: datetime | None) -> bool:
    return look.until is not None and now is not None and look.until <= now


def _not_looked(away: list[Look], looked_in: tuple[str, ...]) -> Finding:
    """Which lists could not be looked in and why: one by its own reason, several by theirs if they share it.

    `looked_in` are those that could be and do not name the issuer.
    """
    values = {"registry": _names(away), "why": tuple(f"{look.registry}: {look.why}" for look in away)}
    values |= {"looked_in": looked_in} if looked_in else {}
    if len(values["registry"]) == 1:
        return Finding("not checked", away[0].why, values)
    if all(look.why == "list_not_asked" for look in away):
        return Finding("not checked", "lists_not_asked", values)
    return Finding("not checked", "lists_not_looked_in", values)


def _names(looks: Iterable[Look]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(look.registry for look in looks))


def _shown(one: KnownList) -> str:
    return one.address.removeprefix("https://").removesuffix(ANCHOR) if isinstance(one, ListAddress) else one.name
