"""The practice learner's records and their checks, as tests ask for them."""

from datetime import UTC, datetime

from nacl.signing import SigningKey

from app.journey import practice
from app.records.model import Check, Record
from app.records.reading import read_path
from app.trust.documents import load_documents
from app.trust.keys import did_key
from app.trust.registries import load_registry
from app.trust.seven import check_record

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
LATER = datetime(2035, 1, 1, tzinfo=UTC)


def record(name: str) -> Record:
    (found,) = read_path(practice.practice_learner().records / f"{name}.json")
    assert isinstance(found, Record)
    return found


def checks(one: Record, now: datetime = NOW) -> tuple[Check, ...]:
    learner = practice.practice_learner()
    return check_record(
        one,
        now=now,
        documents=load_documents(practice.practice_documents(), as_of=practice.AS_OF),
        registries=[load_registry(practice.practice_registry(), as_of=practice.AS_OF)],
        own_keys=frozenset({did_key(bytes(SigningKey(learner.seed).verify_key))}),
        confirmed_identities=[learner.email],
    )
