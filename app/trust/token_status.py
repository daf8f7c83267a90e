"""Revocation and suspension by the IETF's Token Status List (draft-ietf-oauth-status-list): a list in a JWT.

A record states `status.status_list` with a place and the list's address. The list is believed only if its own claims
name that very address, its signature holds, and its dates do; "not canceled" also only if whoever signed the list
signed the record, or the key is the issuer's. Its `ttl` says for how long its readers need not ask again (see
`app.journey.records.online`); an answer rests on the list as of its day, however short that is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.errors import PersonError
from app.records.dates import numeric_moment
from app.records.jose import Jws, unpack
from app.records.jwt_claims import media_type
from app.trust.documents import Documents
from app.trust.force import in_force
from app.trust.issuers import binding
from app.trust.jose import proof_of
from app.trust.keys import Finding
from app.trust.proofs import ProofFinding
from app.trust.public_keys import PublicKey
from app.trust.status_lists import ZLIB, from_right, unpacked

TYPE = "statuslist+jwt"
SIZES = (1, 2, 4, 8)

_INVALID, _SUSPENDED = 1, 2
_DATES = ("iat", "exp", "nbf")


@dataclass(frozen=True)
class Holder:
    """The record that is asked about: its issuer, and the keys of its sound signatures."""

    issuer: str
    keys: tuple[PublicKey, ...]


@dataclass(frozen=True)
class _TokenList:
    """A list's size of a place in bits, its bytes and what came of its signature."""

    size: int
    data: bytes
    proof: ProofFinding


class _UncheckedError(Exception):
    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.finding = Finding("not checked", code, values)


def token_status(stated: object, holder: Holder, *, documents: Documents, now: datetime) -> Finding | None:
    """What the list says that a record's `status` claim names; None where a record has none."""
    if stated is None:
        return None
    try:
        return _asked(stated, holder, documents, now)
    except _UncheckedError as unchecked:
        return unchecked.finding


def _asked(stated: object, holder: Holder, documents: Documents, now: datetime) -> Finding:
    address, index = _place(stated)
    held = documents.get(address, "list")
    if held is None:
        raise _UncheckedError("status_list_not_at_hand", list=address[:400])
    key = ("token list", address, holder.issuer)
    found = documents.keep(key, lambda: _read(held.content, address, holder.issuer, documents))
    if found is None:
        raise _UncheckedError("status_list_unreadable", list=address[:400])
    _must_hold(found.proof, now)
    value = from_right(found.data, index, found.size)
    if value is None:
        raise _UncheckedError("status_index_outside", index=index)
    values = {"list": address[:400]}
    if value in (_INVALID, _SUSPENDED):
        return Finding("no", "revoked" if value == _INVALID else "suspended", values, held.as_of)
    if value:
        raise _UncheckedError("status_value_unknown", **values)
    if not _is_own(found.proof, holder, documents, now):
        raise _UncheckedError("status_list_of_another", **values)
    return Finding("yes", "not_canceled", values, held.as_of)


def _place(stated: object) -> tuple[str, int]:
    listed = stated.get("status_list") if isinstance(stated, Mapping) else None
    if isinstance(stated, Mapping) and listed is None and stated:
        raise _UncheckedError("status_type_unknown", type=", ".join(map(str, stated))[:80])
    address, index = (listed.get("uri"), listed.get("idx")) if isinstance(listed, Mapping) else (None, None)
    if not isinstance(address, str) or isinstance(index, bool) or not isinstance(index, int) or index < 0:
        raise _UncheckedError("status_entry_unreadable")
    return address, index


def _read(content: object, address: str, issuer: str, documents: Documents) -> _TokenList | None:
    """A list as its address gave it; None where it is none, or one for another address."""
    try:
        jws = unpack(content) if isinstance(content, str) else None
    except PersonError:
        return None
    if jws is None or not _is_for(jws, address):
        return None
    listed = jws.payload.get("status_list")
    size, packed = (listed.get("bits"), listed.get("lst")) if isinstance(listed, Mapping) else (None, None)
    data = unpacked(packed, ZLIB) if size in SIZES and not isinstance(size, bool) else None
    if data is None or not isinstance(size, int):
        return None
    named = jws.payload.get("iss", issuer)
    return _TokenList(size, data, proof_of(jws, jws.payload, named if isinstance(named, str) else "", documents))


def _is_for(jws: Jws, address: str) -> bool:
    """Whether a text says it is a list, the one at this address, given at a time (draft, sections 5.1 and 8.3)."""
    claims: Any = jws.payload
    if media_type(jws) != TYPE or not isinstance(claims, dict) or claims.get("sub") != address:
        return False
    return "iat" in claims and all(numeric_moment(claims[name]) for name in _DATES if name in claims)


def _must_hold(proof: ProofFinding, now: datetime) -> None:
    if proof.finding.answer != "yes":
        raise _UncheckedError("status_list_not_sound", cause=proof.finding.reason)
    current = in_force({}, [proof.proof], now)
    if current.answer != "yes":
        raise _UncheckedError("status_list_not_in_force", **current.values)


def _is_own(proof: ProofFinding, holder: Holder, documents: Documents, now: datetime) -> bool:
    """Whether the key that signed the list signed the record too, or is its issuer's."""
    if proof.key in holder.keys:
        return True
    return binding(holder.issuer, (proof,), documents=documents, now=now).answer == "yes"
