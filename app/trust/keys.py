"""Public keys: did:key from itself, other controllers from documents at hand; and whose key it is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from urllib.parse import unquote

from app.errors import PersonError
from app.records.dates import moment
from app.records.json_text import load
from app.records.model import NO_VALUES, Answer
from app.trust.documents import Documents, HeldDocument
from app.trust.multibase import decode_base64url, encode_multikey
from app.trust.public_keys import PublicKey, UnknownKindError, from_jwk, from_method, from_multikey, states_key

Purpose = Literal["assertionMethod", "authentication"]

_DID_KEY = "did:key:"
_DID_JWK = "did:jwk:"
# DIDs that are made of the key itself.
_SELF_PROVING = (_DID_KEY, _DID_JWK)
_PURPOSES: tuple[Purpose, ...] = ("assertionMethod", "authentication")
_DOMAIN = re.compile(r"[A-Za-z0-9.-]+(:[0-9]{1,5})?")


@dataclass(frozen=True)
class Finding:
    """An answer, the reason for it, values for its sentence, and the age of a document it rests on (aware, UTC)."""

    answer: Answer
    reason: str
    values: Mapping[str, object] = field(default_factory=lambda: NO_VALUES)
    as_of: datetime | None = None


def did_key(public: bytes) -> str:
    """did:key of an Ed25519 public key (32 bytes)."""
    return _DID_KEY + encode_multikey(public)


def did_key_method(public: bytes) -> str:
    """Verification method of a did:key: the DID, "#" and the key again."""
    return f"{did_key(public)}#{encode_multikey(public)}"


# Names that lead to a page of their owner's; a urn, or a DID of a kind that is looked up in a ledger, leads to none.
_ON_WEBSITES = ("https://", "http://", "did:web:")


def did_web_address(did: str) -> str | None:
    """Address of a did:web's document (did:web method specification, section 3.2), or None where it has none."""
    parts = [unquote(part) for part in did.removeprefix("did:web:").split(":")]
    sound = did.startswith("did:web:") and _DOMAIN.fullmatch(parts[0])
    if not sound or not all(parts) or any("/" in part or part in {".", ".."} for part in parts):
        return None
    return "https://" + "/".join(parts) + ("/did.json" if len(parts) > 1 else "/.well-known/did.json")


def find_key(method: str, documents: Documents) -> PublicKey | Finding:
    """The key that a verification method names, or why it cannot be had."""
    controller, _, fragment = method.partition("#")
    if controller.startswith(_DID_KEY):
        return _key_of_did_key(controller, fragment)
    if controller.startswith(_DID_JWK):
        return _key_of_did_jwk(controller, fragment)
    held = _controller_document(controller, documents) or documents.get(method, "keys")
    if held is not None:
        found = _find_method(held.content, method)
        if found is not None:
            return _read_key(found) or Finding("not checked", "unsupported_key", {"key": method})
    # Also where a page is at hand that does not list it: whose key it is, is asked of that page later.
    written = _key_in_address(fragment) if method.startswith("https://") else None
    if written is not None or held is None:
        return written or key_away(method)
    return Finding("not checked", "key_not_in_document", {"key": method}, held.as_of)


def whose_key(
    issuer: str, method: str, key: PublicKey, *, purpose: Purpose, documents: Documents, now: datetime
) -> Finding:
    """Whether a key that made a proof belongs to the one named: yes, no, or not checked where nothing at hand says.

    A DID that is a key names nobody else: that it fits says nothing of whose it is (`key_names_itself`).
    """
    controller = method.partition("#")[0]
    if issuer.startswith(_SELF_PROVING):
        if controller == issuer and find_key(issuer, documents) == key:
            return Finding("yes", "key_names_itself", {"named": issuer})
        return Finding("no", "key_of_another", {"named": issuer, "key": controller})
    held = _controller_document(issuer, documents)
    # A DID's document lists its keys, if none; what stands at another address may be a page that speaks of no keys.
    if held is not None and (issuer.startswith("did:") or any(_all_methods(held.content))):
        return _listed(held, issuer, key, purpose, now)
    if controller == issuer and not issuer.startswith("did:"):
        return Finding("not checked", "key_only_in_address", {"named": issuer})
    if issuer.startswith(_ON_WEBSITES):
        return Finding("not checked", "document_not_at_hand", {"named": issuer})
    return Finding("not checked", "document_out_of_reach", {"named": issuer})


def key_away(name: str) -> Finding:
    """Why a key is not at hand that goes by a name: it is on a website, or nobody can say where it is."""
    if name.startswith(_ON_WEBSITES):
        return Finding("not checked", "key_not_at_hand", {"key": name[:400]})
    return Finding("not checked", "key_out_of_reach", {"key": name[:400]})


def keys_of(name: str, documents: Documents) -> Iterator[tuple[Mapping[str, Any], PublicKey]]:
    """The methods that the document at hand of a DID or address states, each with its key, as far as these are known.

    Whether a method is listed for the purpose asked is `whose_key`'s question.
    """
    held = _controller_document(name, documents)
    for method in _all_methods(held.content) if held else ():
        key = _read_key(method)
        if key is not None:
            yield method, key


def _key_of_did_key(did: str, fragment: str) -> PublicKey | Finding:
    multikey = did.removeprefix(_DID_KEY)
    try:
        public = from_multikey(multikey)
    except UnknownKindError:
        return Finding("not checked", "unsupported_key", {"key": did[:200]})
    except ValueError:
        return Finding("no", "bad_key", {"key": did[:200]})
    return public if fragment in {"", multikey} else _not_in(did, fragment)


def _key_of_did_jwk(did: str, fragment: str) -> PublicKey | Finding:
    """The key of a did:jwk; its one verification method is "#0" (did:jwk method specification)."""
    try:
        public = from_jwk(load(decode_base64url(did.removeprefix(_DID_JWK))))
    except UnknownKindError:
        return Finding("not checked", "unsupported_key", {"key": did[:200]})
    except (ValueError, PersonError):
        return Finding("no", "bad_key", {"key": did[:200]})
    return public if fragment in {"", "0"} else _not_in(did, fragment)


def _not_in(did: str, fragment: str) -> Finding:
    """A DID that is made of its key names no other."""
    return Finding("no", "bad_key", {"key": f"{did}#{fragment}"[:400]})


def _key_in_address(fragment: str) -> PublicKey | None:
    """Some issuers write the key itself after "#": enough to check the signature, never whose it is."""
    try:
        return from_multikey(fragment)
    except ValueError:
        return None


def _controller_document(controller: str, documents: Documents) -> HeldDocument | None:
    """The document of a DID or address at hand, if it says it is that one's."""
    address = did_web_address(controller)
    held = documents.get(controller, "keys") or (documents.get(address, "keys") if address else None)
    if held is None or not isinstance(held.content, dict) or held.content.get("id") != controller:
        return None
    return held


def _listed(held: HeldDocument, issuer: str, key: PublicKey, purpose: Purpose, now: datetime) -> Finding:
    values: dict[str, object] = {"named": issuer}
    methods = [method for method in _methods_for(held.content, purpose) if _read_key(method) == key]
    current = [method for method in methods if _is_current(method, now)]
    if current:
        return Finding("yes", "key_is_theirs", values, held.as_of)
    if methods:
        return Finding("no", "key_withdrawn", values, held.as_of)
    elsewhere = any(_read_key(method) == key for method in _all_methods(held.content))
    return Finding("no", "key_not_for_purpose" if elsewhere else "key_not_listed", values, held.as_of)


def _is_current(method: Mapping[str, Any], now: datetime) -> bool:
    """Whether a method is neither expired nor revoked (Controlled Identifiers 1.0, section 2.2)."""
    ends = [moment(str(method[name])) for name in ("expires", "revoked") if name in method]
    return all(end is not None and now < end for end in ends)


def _methods_for(document: Mapping[str, Any], purpose: Purpose) -> Iterator[Mapping[str, Any]]:
    for entry in _as_list(document.get(purpose)):
        if isinstance(entry, dict):
            yield entry
        elif isinstance(entry, str):
            found = _find_method(document, _absolute(document, entry))
            if found is not None:
                yield found


def _all_methods(document: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for place in ("verificationMethod", *_PURPOSES):
        yield from (entry for entry in _as_list(document.get(place)) if isinstance(entry, dict))


def _find_method(document: object, method: str) -> Mapping[str, Any] | None:
    """The verification method with an id, in a controller's document or served by itself."""
    if not isinstance(document, dict):
        return None
    for entry in (document, *_all_methods(document)):
        named = entry.get("id")
        if isinstance(named, str) and _absolute(document, named) == method and states_key(entry):
            return entry
    return None


def _absolute(document: Mapping[str, Any], name: str) -> str:
    return f"{document.get('id')}{name}" if name.startswith("#") else name


def _as_list(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _read_key(method: Mapping[str, Any]) -> PublicKey | None:
    """The key of a method; None for any kind that is not known."""
    try:
        return from_method(method)
    except ValueError:
        return None
