"""OpenID Federation 1.0: what a trust anchor says of itself and of one issuer, in statements that it signs.

Only the anchor itself is asked, about those directly below it. Its keys are those it had when it was first believed:
a statement about itself counts if one of these signed it, and may then name new ones.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from app.errors import PersonError
from app.records.dates import numeric_moment
from app.records.jose import Jws, unpack
from app.records.json_text import load
from app.records.jwt_claims import media_type
from app.records.text import one_line
from app.trust.documents import Documents, HeldDocument
from app.trust.jose import verify_jws
from app.trust.jose_keys import all_keys, keys_named
from app.trust.public_keys import PublicKey
from app.trust.registries import ANCHOR, ListAddress, why_not_had

SKEW = timedelta(minutes=5)
"""How far the clock of whoever signs may be ahead."""
LONGEST = 2_000
_ABSENT = frozenset({"not_found", "gone"})


class NotBelievedError(Exception):
    """Why what a federation gave does not count: a reason of `app.trust.known`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Anchor:
    """What a federation says of itself: its name, where it is asked, its keys, until when; all dates aware."""

    name: str
    fetch: str
    listing: str
    jwks: Mapping[str, Any]
    keys: frozenset[str]
    as_of: datetime
    until: datetime


@dataclass(frozen=True)
class Member:
    """What a federation says of one issuer: the name it gives, None where it does not name it; `until` of a "yes"."""

    name: str | None
    as_of: datetime
    until: datetime | None = None


def anchor_of(one: ListAddress, held: HeldDocument) -> Anchor:
    """What a federation said of itself when it was asked. NotBelievedError."""
    jws = _unpacked(held.content)
    identity, claims = one.address.removesuffix(ANCHOR), _claims(jws)
    jwks = claims.get("jwks")
    jwks = jwks if isinstance(jwks, Mapping) else {}
    signer = _signed(jws, jwks)
    known = one.keys.get(one.address)
    if known and fingerprint(signer) not in known:
        raise NotBelievedError("list_key_changed")
    until = _in_time(claims, held.as_of, issuer=identity, subject=identity)
    stated = _entity(claims)
    fetch, listing = (_address(stated.get(f"federation_{what}_endpoint")) for what in ("fetch", "list"))
    if not fetch:
        raise NotBelievedError("list_unreadable")
    keys = frozenset(map(fingerprint, all_keys(jwks)))
    return Anchor(_organisation(claims) or one.name, fetch, listing, jwks, keys, held.as_of, until)


def member_of(one: ListAddress, anchor: Anchor, issuer: str, documents: Documents, *, ask: bool) -> Member:
    """Whether a federation names an issuer; `ask` False: without asking for that issuer. NotBelievedError.

    Its own listing comes first where it has one: that tells nobody which issuer is looked for.
    """
    if not issuer.startswith(("did:", "https://")) or len(issuer) > LONGEST:
        return Member(None, anchor.as_of)
    listing = documents.get(anchor.listing, "federation") if anchor.listing else None
    if anchor.listing and listing is None and anchor.listing not in documents.not_had:
        raise NotBelievedError("list_not_asked")
    listed = documents.keep(("listing", anchor.listing), lambda: _listed(listing.content)) if listing else None
    if listing and listed is not None and issuer not in listed:
        return Member(None, min(anchor.as_of, listing.as_of))
    if not ask:
        raise NotBelievedError("list_not_asked")
    return _stated(one, anchor, issuer, documents)


def asked_at(fetch: str, issuer: str) -> str:
    """The address that says what a federation knows of an issuer (section 8.1)."""
    return f"{fetch}{'&' if '?' in fetch else '?'}sub={quote(issuer, safe='')}"


def fingerprint(key: PublicKey) -> str:
    """What a key is known by."""
    return hashlib.sha256(key.kind.encode() + b"\0" + key.data).hexdigest()


def _stated(one: ListAddress, anchor: Anchor, issuer: str, documents: Documents) -> Member:
    address = asked_at(anchor.fetch, issuer)
    held = documents.get(address, "federation")
    if held is None:
        why = documents.not_had.get(address)
        if why is not None and why.code in _ABSENT:
            return Member(None, min(anchor.as_of, why.as_of))
        raise NotBelievedError(why_not_had(why))
    jws = _unpacked(held.content)
    _signed(jws, anchor.jwks)
    claims = _claims(jws)
    until = _in_time(claims, held.as_of, issuer=one.address.removesuffix(ANCHOR), subject=issuer)
    return Member(_organisation(claims) or issuer, min(anchor.as_of, held.as_of), min(anchor.until, until))


def _unpacked(content: object) -> Jws:
    try:
        text = content.decode("ascii") if isinstance(content, bytes) else ""
        return unpack(text.strip())
    except (UnicodeDecodeError, PersonError):
        raise NotBelievedError("list_unreadable") from None


def _signed(jws: Jws, jwks: Mapping[str, Any]) -> PublicKey:
    """The key of that set which signed a statement: the one its header names."""
    if media_type(jws) != "entity-statement+jwt":
        raise NotBelievedError("list_not_sound")
    named = jws.header.get("kid")
    for key in keys_named(jwks, jws, named) if isinstance(named, str) and named else ():
        if verify_jws(jws, key).answer == "yes":
            return key
    raise NotBelievedError("list_not_sound")


def _claims(jws: Jws) -> Mapping[str, Any]:
    if not isinstance(jws.payload, Mapping) or "crit" in jws.payload:
        raise NotBelievedError("list_unreadable")
    return jws.payload


def _in_time(claims: Mapping[str, Any], asked: datetime, *, issuer: str, subject: str) -> datetime:
    """Until when a statement counts, if it is whose it should be and counted when it was asked for."""
    if claims.get("iss") != issuer or claims.get("sub") != subject:
        raise NotBelievedError("list_not_sound")
    made, until = numeric_moment(claims.get("iat")), numeric_moment(claims.get("exp"))
    if made is None or until is None or made > asked + SKEW:
        raise NotBelievedError("list_not_sound")
    if until <= asked:
        raise NotBelievedError("list_ended")
    return until


def _address(value: object) -> str:
    return value if isinstance(value, str) and value.startswith("https://") else ""


def _entity(claims: Mapping[str, Any]) -> Mapping[str, Any]:
    return _inside(claims.get("metadata"), "federation_entity")


def _organisation(claims: Mapping[str, Any]) -> str:
    legal = _inside(claims.get("metadata"), "institution_additional_information")
    for name in (_entity(claims).get("organization_name"), legal.get("legal_name")):
        if isinstance(name, str) and name.strip():
            return one_line(name)
    return ""


def _inside(value: object, name: str) -> Mapping[str, Any]:
    found = value.get(name) if isinstance(value, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _listed(content: object) -> frozenset[str] | None:
    """Whom a federation lists (section 8.2); None where that cannot be read."""
    try:
        found = load(content) if isinstance(content, bytes) else content
    except PersonError:
        return None
    return frozenset(map(str, found)) if isinstance(found, list) else None
