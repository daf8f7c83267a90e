"""Hosted Open Badges 1 and 2: nobody signed them; they are true if their issuer's own website says the same.

Two things must hold: the address that the assertion names gives this very assertion, and that address is one of its
issuer's (Open Badges 2.0, "Hosted Verification": `allowedOrigins` and `startsWith` of the issuer's profile, else the
host of the issuer's id). What is not at hand is never asked of the file itself.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import unquote, urlsplit

from app.records.badges2 import HOSTED, SIGNED, address_of, verification
from app.records.envelope import types
from app.records.fields import Json
from app.records.model import Record
from app.trust.badge_links import Behind, behind, held_at, not_had_at, object_at, same_address, site_of, values_of
from app.trust.documents import Documents, HeldDocument
from app.trust.keys import Finding
from app.trust.sets import members

# What says nothing of who earned what: how the words are defined, and what is asked as status.
_ASIDE = frozenset({"@context", "badge", "revoked", "revocationReason"})
# What a copy must not leave out, though else it may say less than the website.
_LIMITS = frozenset({"expires"})


def hosted_answers(record: Record, documents: Documents) -> Mapping[str, Finding]:
    """Signature, issuer and status of an assertion that is not signed, from what its issuer's website says."""
    address = address_of(record.document)
    held = held_at(address, documents)
    signature = _signature(record.document, held, documents)
    return {
        "signature": signature,
        "issuer_binding": _binding(signature),
        "status": _gone(address, documents) or _status(record.document, held, signature),
    }


def _signature(mine: Json, held: HeldDocument | None, documents: Documents) -> Finding:
    stated, address = types(verification(mine)), address_of(mine)
    if HOSTED.isdisjoint(stated) and not SIGNED.isdisjoint(stated):
        return Finding("no", "no_proof")
    if address is None:
        return Finding("not checked", "no_home")
    theirs = held.content if held and isinstance(held.content, dict) and "badge" in held.content else None
    rests_on = behind(theirs or mine, documents)
    allowed = _is_theirs(address, rests_on)
    if allowed is False:
        return Finding("no", "not_issuers_site", {"address": address})
    if held is None or theirs is None:
        return _nothing_said(address, held)
    as_of = min(held.as_of, rests_on.as_of or held.as_of)
    same = _says(mine, theirs, rests_on, documents)
    if same is None or (same and allowed is None):
        return Finding("not checked", "site_not_asked", {"address": _lacking(rests_on, documents) or address})
    return _compared(address, as_of, same=same)


def _nothing_said(address: str, held: HeldDocument | None) -> Finding:
    """The website was not asked, or what it gives is no assertion."""
    if held is None:
        return Finding("not checked", "site_not_asked", {"address": address})
    cancels = isinstance(held.content, dict) and _is_revoked(held.content)
    return Finding(
        "not checked", "site_only_cancels" if cancels else "site_unreadable", {"address": address}, held.as_of
    )


def _compared(address: str, as_of: datetime, *, same: bool) -> Finding:
    if not same:
        return Finding("no", "site_differs", {"address": address}, as_of)
    return Finding("yes", "same_on_site", {"address": address}, as_of)


def _lacking(rests_on: Behind, documents: Documents) -> str | None:
    """Which page behind an assertion was asked for and not had, if one is known."""
    asked = (rests_on.badge_address, rests_on.issuer)
    return next((one for one in asked if not_had_at(one, documents) is not None), None)


def _binding(signature: Finding) -> Finding:
    if signature.answer == "yes":
        return Finding("yes", "site_is_theirs", as_of=signature.as_of)
    return Finding("not checked", "no_sound_proof")


def _gone(address: str | None, documents: Documents) -> Finding | None:
    """A badge is canceled where its address says that it is gone for good (Open Badges 2.0: HTTP status 410)."""
    why = not_had_at(address, documents)
    return Finding("no", "revoked", as_of=why.as_of) if why is not None and why.code == "gone" else None


def _status(mine: Json, held: HeldDocument | None, signature: Finding) -> Finding:
    """Whoever says that it is canceled is believed: the file, or the address it names."""
    if held and isinstance(held.content, dict) and _is_revoked(held.content):
        return Finding("no", "revoked", as_of=held.as_of)
    if _is_revoked(mine):
        return Finding("no", "revoked")
    if signature.answer == "yes":
        return Finding("yes", "still_on_site", as_of=signature.as_of)
    return Finding("not checked", "cancel_not_asked", {"address": address_of(mine) or ""})


def _is_revoked(assertion: Json) -> bool:
    return assertion.get("revoked") not in (None, False)


def _is_theirs(address: str, found: Behind) -> bool | None:
    """Whether an address is one of the issuer's own; None where the issuer's own rules are not at hand."""
    site = site_of(address)
    if found.issuer is None:
        return None
    home = site_of(found.issuer)
    if site is None or home is None:
        return False
    if found.profile is None:
        # Of 1.0, where an issuer has no document of its own: it says itself where it is at home.
        return _at_home(site, home, found.stated_issuer) if found.stated_issuer else None
    if found.profile.get("id") is not None and site_of(found.profile["id"]) != home:
        return False
    return _in_rules(address, site, home, found.profile)


def _at_home(site: str, home: str, issuer: Json) -> bool | None:
    """Whether an issuer that has no address of its own is at home at a site; its `origin` is a rule, its `url` none."""
    if {"id", "@id"} & issuer.keys():
        return None
    return True if site == home else (False if "origin" in issuer else None)


def _in_rules(address: str, site: str, home: str, profile: Json) -> bool:
    """Whether the issuer's rules take an address in; each rule that is there must."""
    rules = [rule for rule in values_of(profile.get("verification")) if isinstance(rule, dict)]
    origins = [origin for rule in rules for origin in _rule(rule, "allowedOrigins")]
    starts = [start for rule in rules for start in _rule(rule, "startsWith")]
    if not origins and not starts:
        return site == home
    if origins and not any(_is_origin(origin, site) for origin in origins):
        return False
    return not starts or any(_starts(address, site, start) for start in starts)


def _rule(rule: Mapping[str, Any], name: str) -> list[object]:
    """What a rule lists; one that is there and lists nothing takes nothing in."""
    return (values_of(rule[name]) or [None]) if name in rule else []


def _is_origin(origin: object, site: str) -> bool:
    if not isinstance(origin, str):
        return False
    return site == site_of(origin if "://" in origin else f"https://{origin}")


def _starts(address: str, site: str, start: object) -> bool:
    """Whether an address begins as a rule says, on the same host and without a way back up."""
    if not isinstance(start, str) or site_of(start) != site:
        return False
    path = unquote(urlsplit(address).path)
    climbs = ".." in path.split("/") or "\\" in path
    return not climbs and _bare(address).startswith(_bare(start))


def _bare(address: str) -> str:
    return address.partition("://")[2]


def _says(mine: Json, theirs: Json, found: Behind, documents: Documents) -> bool | None:
    """Whether the website says all that an assertion says; None where a part of it is not at hand."""
    names = (mine.keys() | (_LIMITS & theirs.keys())) - _ASIDE
    if not all(_same(mine.get(name), theirs.get(name)) for name in names):
        return False
    badge = _same_badge(mine.get("badge"), theirs.get("badge"), found, documents)
    return _same_name(behind(mine, documents).issuer, found.issuer) if badge else badge


def _same_name(mine: str | None, theirs: str | None) -> bool | None:
    """Whether whom a file names as its issuer is whom the page names, be it by way of a badge at another address."""
    return same_address(mine, theirs) if mine is not None else None


def _same_badge(mine: object, theirs: object, found: Behind, documents: Documents) -> bool | None:
    if not isinstance(mine, dict):
        named = theirs.get("id") if isinstance(theirs, dict) else theirs
        return same_address(mine, named)
    address = theirs if isinstance(theirs, str) else None
    if address is not None and not same_address(mine.get("id"), address):
        return False
    badge = theirs if isinstance(theirs, dict) else object_at(address, documents)
    if badge is None:
        return None
    if not _holds(mine, badge, {"issuer"}):
        return False
    return _same_issuer(mine.get("issuer"), badge.get("issuer"), found)


def _same_issuer(mine: object, theirs: object, found: Behind) -> bool | None:
    if not isinstance(mine, dict):
        named = theirs.get("id") if isinstance(theirs, dict) else theirs
        return same_address(mine, named)
    if isinstance(theirs, str) and not same_address(mine.get("id"), theirs):
        return False
    issuer = theirs if isinstance(theirs, dict) else found.profile
    return _holds(mine, issuer, set()) if issuer is not None else None


def _holds(mine: Json, theirs: Json, but: set[str]) -> bool:
    names = mine.keys() - {"@context", "id", "@id"} - but
    named = mine.get("id") is None or same_address(mine["id"], theirs.get("id", mine["id"]))
    return named and all(_same(mine[name], theirs.get(name)) for name in names)


def _same(one: object, other: object) -> bool:
    """Whether two values are the same JSON; one alone and a list of that one are."""
    return one is other or _letters(one) == _letters(other)


def _letters(value: object) -> str:
    return json.dumps(members(value), sort_keys=True)
