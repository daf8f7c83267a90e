"""Signed Open Badges 1 and 2: a compact JWS over the assertion, by a key that the issuer's profile lists.

Source: Open Badges 2.0, "Signed Verification": `verification.creator` names a CryptographicKey, whose `owner` is the
issuer, whose profile's `publicKey` names it in turn; its `revocationList` names what was revoked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from app.records.badges2 import verification
from app.records.fields import Json
from app.records.jose import Jws, unpack
from app.records.model import Record
from app.trust.badge_links import Behind, behind, held_at, same_address, values_of
from app.trust.documents import Documents, HeldDocument
from app.trust.jose import cannot_verify, verify_jws
from app.trust.keys import Finding
from app.trust.public_keys import PublicKey, UnknownKindError, from_pem

MAX_KEYS = 16


@dataclass(frozen=True)
class _Key:
    """A public key as an issuer writes it: PEM, whose it says it is, and the address it goes by."""

    pem: object
    owner: object
    address: str | None
    as_of: datetime | None


def signed_answers(record: Record, documents: Documents) -> Mapping[str, Finding]:
    """Signature, issuer and status of an assertion that came as a compact JWS."""
    found = behind(record.document, documents)
    signature, key = _signature(unpack(record.raw.decode("ascii")), record.document, found, documents)
    return {
        "signature": signature,
        "issuer_binding": _binding(key, found, documents) if key else Finding("not checked", "no_sound_proof"),
        "status": _status(record.document, found, documents),
    }


def _signature(jws: Jws, assertion: Json, found: Behind, documents: Documents) -> tuple[Finding, _Key | None]:
    problem = cannot_verify(jws)
    if problem is not None:
        return problem, None
    answers = [(_made_with(jws, key), key) for key in _keys(assertion, found, documents)]
    if not answers:
        address = _creator(assertion) or found.issuer or ""
        return Finding("not checked", "key_not_at_hand", {"key": address[:200]}), None
    sound = next((one for one in answers if one[0].answer == "yes"), None)
    return sound or (answers[0][0], None)


def _made_with(jws: Jws, key: _Key) -> Finding:
    public = _public(key.pem)
    return public if isinstance(public, Finding) else replace(verify_jws(jws, public), as_of=key.as_of)


def _public(pem: object) -> PublicKey | Finding:
    try:
        return from_pem(pem)
    except UnknownKindError:
        return Finding("not checked", "unsupported_key")
    except ValueError:
        return Finding("no", "bad_key")


def _creator(assertion: Json) -> str | None:
    stated = verification(assertion)
    named = stated.get("creator", stated.get("url"))
    named = named.get("id") if isinstance(named, dict) else named
    return named if isinstance(named, str) else None


def _keys(assertion: Json, found: Behind, documents: Documents) -> list[_Key]:
    """The key that an assertion names; where it names none, those of its issuer."""
    creator = _creator(assertion)
    if creator is None:
        return list(_listed(found, documents))[:MAX_KEYS]
    own = [key for key in _listed(found, documents, follow=False) if same_address(key.address, creator)]
    return own or list(_served(creator, documents))


def _listed(found: Behind, documents: Documents, *, follow: bool = True) -> Iterator[_Key]:
    """The keys that stand in an issuer's profile; with `follow` those too that it gives by their address."""
    for entry in values_of((found.profile or {}).get("publicKey"))[:MAX_KEYS]:
        if isinstance(entry, dict) and "publicKeyPem" in entry:
            address = entry.get("id")
            yield _Key(entry["publicKeyPem"], entry.get("owner"), str(address) if address else None, found.as_of)
        elif follow and isinstance(entry, str):
            yield from _served(entry, documents)


def _served(address: str, documents: Documents) -> Iterator[_Key]:
    """The key at an address: a CryptographicKey, the PEM alone (1.0), or one of those in a profile there."""
    for place in dict.fromkeys((address, address.partition("#")[0])):
        held = held_at(place, documents)
        pem = _pem_in(held, address) if held else None
        if held and pem:
            yield _Key(pem[0], pem[1], address, held.as_of)
            return


def _pem_in(held: HeldDocument, address: str) -> tuple[object, object] | None:
    if isinstance(held.content, str):
        return held.content, None
    if not isinstance(held.content, dict):
        return None
    if "publicKeyPem" in held.content:
        return held.content["publicKeyPem"], held.content.get("owner")
    inside = [entry for entry in values_of(held.content.get("publicKey")) if isinstance(entry, dict)]
    fitting = (entry for entry in inside if same_address(entry.get("id"), address) and "publicKeyPem" in entry)
    return next(((entry["publicKeyPem"], entry.get("owner")) for entry in fitting), None)


def _binding(key: _Key, found: Behind, documents: Documents) -> Finding:
    """Whether the issuer's own profile lists a key: its name in the record proves nothing."""
    if found.issuer is None or found.profile is None:
        return Finding("not checked", "document_not_at_hand", {"named": found.issuer or ""})
    values = {"named": found.issuer}
    if key.owner is not None and not same_address(key.owner, found.issuer):
        return Finding("no", "key_of_another", values, found.as_of)
    if not any(_is_key(entry, key, documents) for entry in values_of(found.profile.get("publicKey"))[:MAX_KEYS]):
        return Finding("no", "key_not_listed", values, found.as_of)
    return Finding("yes", "key_is_theirs", values, found.as_of)


def _is_key(entry: object, key: _Key, documents: Documents) -> bool:
    """Whether an entry of a profile's keys is that key, by the key itself and not only by its name."""
    if isinstance(entry, dict) and "publicKeyPem" in entry:
        return _public(entry["publicKeyPem"]) == _public(key.pem)
    named = entry.get("id") if isinstance(entry, dict) else entry
    if not isinstance(named, str):
        return False
    return any(_public(one.pem) == _public(key.pem) for one in _served(named, documents))


def _status(assertion: Json, found: Behind, documents: Documents) -> Finding:
    if assertion.get("revoked") not in (None, False):
        return Finding("no", "revoked")
    address = (found.profile or {}).get("revocationList")
    if found.profile is not None and address is None:
        return Finding("yes", "no_status_entry", as_of=found.as_of)
    held = held_at(address, documents) if isinstance(address, str) else None
    if held is None:
        return Finding("not checked", "status_list_not_at_hand", {"list": str(address)[:400]})
    return _listed_there(assertion, str(address), held)


def _listed_there(assertion: Json, address: str, held: HeldDocument) -> Finding:
    revoked = _revoked_in(held.content)
    if revoked is None:
        return Finding("not checked", "status_list_unreadable", {"list": str(address)[:400]})
    names = {assertion.get(name) for name in ("id", "@id", "uid") if isinstance(assertion.get(name), str)}
    if not names:
        return Finding("not checked", "status_entry_unreadable")
    if names & revoked:
        return Finding("no", "revoked", {"list": address}, held.as_of)
    return Finding("yes", "not_canceled", {"list": address}, held.as_of)


def _revoked_in(content: object) -> set[str] | None:
    """The ids that a list of revoked assertions names (1.0: the keys of one object); None where it is no list."""
    if not isinstance(content, dict):
        return None
    listed = content.get("revokedAssertions")
    if listed is None and not {"@context", "type"} & content.keys():
        return {str(name) for name in content}
    if not isinstance(listed, (list, dict, str)):
        return None
    return {name for entry in values_of(listed) for name in _ids(entry)}


def _ids(entry: Any) -> list[str]:  # noqa: ANN401 - any JSON value
    if isinstance(entry, str):
        return [entry]
    named = [entry.get(name) for name in ("id", "@id", "uid")] if isinstance(entry, dict) else []
    return [name for name in named if isinstance(name, str)]
