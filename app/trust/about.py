"""Whether a record is about the learner: a key of theirs, or an identity they confirmed."""

import hashlib
from collections.abc import Iterable

from app.records.model import Identity, Record
from app.trust.keys import Finding


def about_me(record: Record, own_keys: frozenset[str] | None, confirmed: Iterable[str]) -> Finding:
    """Whether a subject is one of the learner's DIDs or matches an identity (name, address) they confirmed.

    "not checked" without a vault (`own_keys` is None), where the record names nobody, and where it names someone by
    a name or address that nothing confirmed so far matches: the learner may have more of them.
    """
    if own_keys is None:
        return Finding("not checked", "no_vault")
    ids = [subject.id for subject in record.subjects if subject.id]
    identities = [identity for subject in record.subjects for identity in subject.identities]
    if any(named in own_keys for named in ids):
        return Finding("yes", "subject_is_your_key")
    if any(_matches(identity, text) for identity in identities for text in confirmed):
        return Finding("yes", "subject_is_your_identity")
    if not ids and not identities:
        return Finding("not checked", "subject_not_named")
    if identities:
        return Finding("not checked", "subject_not_confirmed")
    return Finding("no", "subject_is_not_yours")


def _matches(identity: Identity, text: str) -> bool:
    """Whether an identity is a text, or the hash of it with its salt (Open Badges 3.0, IdentityObject)."""
    if not identity.hashed:
        return identity.hash.strip().casefold() == text.strip().casefold()
    algorithm, _, digest = identity.hash.partition("$")
    if algorithm not in {"sha256", "md5"} or not digest:
        return False
    salted = (text + (identity.salt or "")).encode()
    return hashlib.new(algorithm, salted, usedforsecurity=False).hexdigest() == digest.lower()
