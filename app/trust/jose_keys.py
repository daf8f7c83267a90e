"""The key that a JWS names: by `kid`, in its header, or as the one key its issuer has. Nothing is ever fetched.

`jku` and `x5u` are not followed, by whatever means: an address in a header is the writer's own choice.
"""

import hashlib
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

from app.records.jose import Jws
from app.records.text import one_line
from app.trust.documents import Documents, HeldDocument
from app.trust.keys import Finding, find_key, key_away, keys_of
from app.trust.public_keys import PublicKey, UnknownKindError, from_certificate, from_jwk

MAX_KEYS = 16
MAX_CERTIFICATE = 20_000

_SELF_PROVING = ("did:key:", "did:jwk:")


@dataclass(frozen=True)
class Signer:
    """A key that may have made a signature: its method where it has one, and what its place says of whose it is."""

    key: PublicKey
    method: str = ""
    origin: Finding | None = None


def signers(jws: Jws, issuer: str, documents: Documents) -> tuple[Signer, ...] | Finding:
    """The keys a JWS can have been signed with, or why none can be had.

    A `kid` that leads to a key decides; else the key in the header, which proves that the text is whole and nothing
    about its issuer; else, where no key is named at all, those that the issuer has.
    """
    named = jws.header.get("kid")
    if isinstance(named, str) and named:
        by_name = _by_name(named, issuer, documents, jws)
        if not isinstance(by_name, Finding) or by_name.answer == "no":
            return by_name if isinstance(by_name, Finding) else (by_name,)
    if "jwk" in jws.header or "x5c" in jws.header:
        found = _of_header(jws) if "jwk" in jws.header else _of_certificate(jws)
        return found if isinstance(found, Finding) else (_made_of(found, issuer, documents),)
    if named is not None:
        return key_away(named if isinstance(named, str) and ":" in named else issuer)
    return tuple(islice(_of_issuer(issuer, documents, jws), MAX_KEYS)) or key_away(issuer)


def keys_named(jwks: object, jws: Jws, kid: str) -> Iterator[PublicKey]:
    """The keys of a JWK set that go by a name and are for verifying signatures such as that of a JWS."""
    for jwk in _jwks(jwks):
        if kid in _kid(jwk) and (key := _verifying(jwk, jws)) is not None:
            yield key


def all_keys(jwks: object) -> Iterator[PublicKey]:
    """Every key of a JWK set that is of a kind known here."""
    for jwk in _jwks(jwks):
        with suppress(ValueError):
            yield from_jwk(jwk)


def _by_name(name: str, issuer: str, documents: Documents, jws: Jws) -> Signer | Finding:
    if issuer.startswith(_SELF_PROVING) and ":" not in name:
        name = issuer
    served = _served(name, issuer, documents, jws) if name.startswith("https://") else None
    if served is not None:
        return served
    if ":" in name:
        found = find_key(name, documents)
        return found if isinstance(found, Finding) else Signer(found, name)
    fragment = name.removeprefix("#")
    for signer, names in _listed(issuer, documents, jws):
        # A key that has no name is the one key its issuer serves; whether it fits shows in the signature.
        if fragment in names or not names:
            return signer
    return key_away(issuer)


def _served(name: str, issuer: str, documents: Documents, jws: Jws) -> Signer | None:
    """The JWK, or the one of a JWK set, that an address gives (Open Badges 3.0, section 8.2.3); None for none."""
    address, _, fragment = name.partition("#")
    for place in dict.fromkeys((name, address)):
        held = documents.get(place, "keys")
        for jwk in _jwks(held.content) if held else ():
            alone = "keys" not in held.content if held else False
            if (alone or {name, fragment}.intersection(_kid(jwk))) and (key := _verifying(jwk, jws)):
                return Signer(key, name, _served_by(issuer, address, held))
    return None


def _served_by(issuer: str, address: str, held: HeldDocument | None) -> Finding | None:
    """Whether an address is the issuer's own: the very one that names it, or one below it.

    Below a website as a whole there are the pages of everyone who has one there: of these only its well-known ones.
    """
    plain = issuer.startswith("https://") and not set("?#") & set(issuer) and ".." not in address
    home = issuer.rstrip("/") + "/"
    whole_site = home.count("/") == 3
    below = address == issuer or address.startswith(f"{home}.well-known/" if whole_site else home)
    if plain and below and "%" not in address and "\\" not in address:
        return Finding("yes", "key_is_theirs", {"named": issuer}, held.as_of if held else None)
    return None


def _of_issuer(issuer: str, documents: Documents, jws: Jws) -> Iterator[Signer]:
    """The keys that an issuer has, where the header names none."""
    if issuer.startswith(_SELF_PROVING):
        found = find_key(issuer, documents)
        if not isinstance(found, Finding):
            yield Signer(found, issuer)
        return
    yield from (signer for signer, _ in _listed(issuer, documents, jws))


def _listed(issuer: str, documents: Documents, jws: Jws) -> Iterator[tuple[Signer, set[str]]]:
    """The keys of an issuer's document, of JWK sets it serves, and the names each goes by."""
    for method, key in keys_of(issuer, documents):
        jwk = method.get("publicKeyJwk")
        names = {str(method.get("id")).rpartition("#")[2], *_kid(jwk)}
        yield Signer(key, f"{issuer}#{str(method.get('id')).rpartition('#')[2]}"), names
    for address in (issuer, _metadata_address(issuer)):
        held = documents.get(address, "keys") if address else None
        for jwk in _jwks(held.content, issuer) if held and address else ():
            if (served := _verifying(jwk, jws)) is not None:
                own = Finding("yes", "key_is_theirs", {"named": issuer}, held.as_of if held else None)
                yield Signer(served, issuer, own if issuer.startswith("https://") else None), set(_kid(jwk))


def _metadata_address(issuer: str) -> str | None:
    """Where an issuer's keys stand for SD-JWT VC (its section 5, JWT VC Issuer Metadata)."""
    if not issuer.startswith("https://") or set("?#") & set(issuer):
        return None
    host, slash, path = issuer.removeprefix("https://").partition("/")
    return f"https://{host}/.well-known/jwt-vc-issuer{slash}{path}".rstrip("/")


def _jwks(content: object, issuer: str | None = None) -> list[Mapping[str, Any]]:
    """The JWKs of a document: one alone, a set, or the set in an issuer's metadata that names that issuer."""
    if not isinstance(content, Mapping):
        return []
    if isinstance(content.get("jwks"), Mapping):
        return _jwks(content["jwks"]) if content.get("issuer") == issuer else []
    listed = content.get("keys", [content] if "kty" in content else [])
    return [jwk for jwk in listed[:100] if isinstance(jwk, Mapping)] if isinstance(listed, list) else []


def _kid(jwk: object) -> list[str]:
    name = jwk.get("kid") if isinstance(jwk, Mapping) else None
    return [name] if isinstance(name, str) else []


def _verifying(jwk: Mapping[str, Any], jws: Jws) -> PublicKey | None:
    """The key of a JWK that is for verifying signatures of this algorithm (RFC 7517, section 4)."""
    operations = jwk.get("key_ops", ["verify"])
    for_this = jwk.get("use", "sig") == "sig" and isinstance(operations, list) and "verify" in operations
    if not for_this or jwk.get("alg", jws.header.get("alg")) != jws.header.get("alg"):
        return None
    try:
        return from_jwk(jwk)
    except ValueError:
        return None


def _made_of(signer: Signer, issuer: str, documents: Documents) -> Signer:
    """A key in a header is the issuer's own where the issuer's name is made of that very key."""
    own = issuer.startswith(_SELF_PROVING) and find_key(issuer, documents) == signer.key
    return Signer(signer.key, issuer) if own else signer


def _of_header(jws: Jws) -> Signer | Finding:
    jwk = jws.header["jwk"]
    try:
        from_jwk(jwk)
    except UnknownKindError:
        return Finding("not checked", "unsupported_key", {"key": "jwk"})
    except ValueError:
        return Finding("no", "bad_key", {"key": "jwk"})
    key = _verifying(jwk, jws)
    return Signer(key) if key else Finding("no", "key_not_for_suite", {"key": "jwk"})


def _of_certificate(jws: Jws) -> Signer | Finding:
    """The key of the first certificate: enough to check the signature. Nobody follows its chain here."""
    chain, stated = jws.header["x5c"], jws.header.get("x5t#S256")
    try:
        first = chain[0] if isinstance(chain, list) and chain else None
        if not isinstance(first, str) or len(first) > MAX_CERTIFICATE:
            raise ValueError("x5c")
        der = b64decode(first, validate=True)
        key, organisation = from_certificate(der), organisation_of(der)
    except UnknownKindError:
        return Finding("not checked", "unsupported_key", {"key": "x5c"})
    except ValueError:
        return Finding("no", "bad_key", {"key": "x5c"})
    digest = urlsafe_b64encode(hashlib.sha256(der).digest()).decode().rstrip("=")
    if stated is not None and stated != digest:
        return Finding("no", "bad_proof")
    return Signer(key, "", _sealed(organisation))


def _sealed(organisation: str) -> Finding:
    return Finding("not checked", "seal_not_followed", {"organisation": organisation})


def organisation_of(der: bytes) -> str:
    """Whom a certificate names, fit to be shown: its organisation, else its common name. It proves nothing."""
    from cryptography.x509 import load_der_x509_certificate
    from cryptography.x509.oid import NameOID

    subject = load_der_x509_certificate(der).subject
    named = [
        *subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME),
        *subject.get_attributes_for_oid(NameOID.COMMON_NAME),
    ]
    return one_line(str(named[0].value)) if named else "?"
