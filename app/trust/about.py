"""Whether a record is about the learner: a key of theirs, or a name or address they confirmed."""

import hashlib
from collections.abc import Iterable

from app.records.model import Identity, Record, Subject
from app.trust.keys import Finding, did_key
from app.trust.public_keys import from_jwk

MAILTO = "mailto:"


def about_me(record: Record, own_keys: frozenset[str] | None, confirmed: Iterable[str]) -> Finding:
    """Whether the subject is one of the learner's DIDs or bears a name or address they confirmed.

    Of several subjects each must be: what was achieved may be another's. "not checked" without a vault (`own_keys` is
    None), where the record names nobody, and where it names someone by a name
    or address that nothing confirmed so far matches: the learner may have more of them. A key that is in no vault here
    can be confirmed like a name: it may be the learner's in another program.
    """
    if own_keys is None:
        return Finding("not checked", "no_vault")
    if _bound_to(record) in own_keys:
        return Finding("yes", "subject_is_your_key")
    known = tuple(confirmed)
    named = [subject for subject in record.subjects if subject.id or subject.identities or clear_names(subject)]
    by_key = [subject for subject in named if subject.id in own_keys]
    by_name = [subject for subject in named if any(is_named(subject, text) for text in known)]
    if named and all(subject in by_key or subject in by_name for subject in named):
        return Finding("yes", "subject_is_your_key" if by_key else "subject_is_your_identity")
    if by_key or by_name or any(subject.identities or clear_names(subject) for subject in named):
        return Finding("not checked", "subject_not_confirmed")
    return Finding("no", "subject_is_not_yours") if named else Finding("not checked", "subject_not_named")


def _bound_to(record: Record) -> str | None:
    """The DID of the key that an SD-JWT VC is bound to, where it names no subject: whoever has it is meant."""
    if record.kind != "sd-jwt-vc" or any(subject.id for subject in record.subjects):
        return None
    bound = record.document.get("cnf")
    try:
        key = from_jwk(bound.get("jwk") if isinstance(bound, dict) else None)
    except ValueError:
        return None
    return did_key(key.data) if key.kind == "Ed25519" else None


def is_named(subject: Subject, text: str) -> bool:
    """Whether a text is what the subject is called: its id, a name or address in the clear, or one that is hashed."""
    if text == subject.id or any(_same(text, name) for name in clear_names(subject)):
        return True
    return any(_is_hash(identity, text) for identity in subject.identities if identity.hashed)


def clear_names(subject: Subject) -> tuple[str, ...]:
    """The names and addresses of a subject that can be read as they stand."""
    named = subject.id or ""
    address = named.removeprefix(MAILTO) if named.startswith(MAILTO) else None
    stated = (subject.name, address, *(one.hash for one in subject.identities if not one.hashed))
    return tuple(dict.fromkeys(name for name in stated if name))


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _is_hash(identity: Identity, text: str) -> bool:
    """Whether an identity is the hash of a text with its salt (Open Badges 3.0, IdentityObject)."""
    algorithm, _, digest = identity.hash.partition("$")
    if algorithm not in {"sha256", "md5"} or not digest:
        return False
    salted = (text + (identity.salt or "")).encode()
    return hashlib.new(algorithm, salted, usedforsecurity=False).hexdigest() == digest.lower()
