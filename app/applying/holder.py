"""The learner as signer: a did:key for one opportunity, and moments as proofs write them."""

from dataclasses import dataclass
from datetime import UTC, datetime

from app.trust.keys import did_key, did_key_method

PRACTICE = "Practice"


@dataclass(frozen=True)
class Holder:
    """Who signs: an Ed25519 seed (32 bytes), its did:key and its verification method."""

    seed: bytes
    did: str
    method: str


def holder_of(seed: bytes) -> Holder:
    """The did:key holder of an Ed25519 seed (32 bytes)."""
    from nacl.signing import SigningKey

    public = bytes(SigningKey(seed).verify_key)
    return Holder(seed, did_key(public), did_key_method(public))


def moment_text(when: datetime) -> str:
    """An aware moment as xsd:dateTime in UTC, to the second."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def marked_practice(name: str, *, practice: bool) -> str:
    """A name that goes into signed bytes; a practice learner's says so first, in one fixed word for every language."""
    return f"{PRACTICE}: {name}" if practice else name
