"""The practice learners' records and their checks, as tests ask for them."""

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
MAYA = practice.LEARNERS[0]
GOOD = {
    "format": ("yes", "all_defined"),
    "signature": ("yes", "sound"),
    "issuer_binding": ("yes", "key_names_itself"),
    "known_issuer": ("yes", "issuer_listed"),
    "in_force": ("yes", "no_end_date"),
    "status": ("yes", "no_status_entry"),
    "about_me": ("yes", "subject_is_your_key"),
}
LISTED_KEY = {"issuer_binding": ("yes", "key_is_theirs")}
NOT_LISTED = {"known_issuer": ("no", "issuer_not_listed")}
NOBODY_CAN_CHECK = {
    **NOT_LISTED,
    "signature": ("not checked", "key_not_at_hand"),
    "issuer_binding": ("not checked", "no_sound_proof"),
    "about_me": ("yes", "subject_is_your_identity"),
}
EDDSA, OLD = "eddsa-rdfc-2022", "Ed25519Signature2020"
# learner -> name of a record -> data model, suites, answers that are not the usual good ones, evidence
WORLD = {
    "maya": {
        "Customer Care in Clinics": ("2.0", [EDDSA], {"in_force": ("yes", "in_force")}, 4),
        "Fall 2025 courses": ("1.1", [EDDSA, OLD], {"status": ("not checked", "status_list_not_at_hand")}, 4),
        "Front Desk Skills Check": ("2.0", [EDDSA], {**NOT_LISTED, "in_force": ("yes", "in_force")}, 3),
        "Shift Supervisor, 4 years": ("1.1", [EDDSA], NOT_LISTED, 3),
        "Stock and Till": ("1.1", [OLD], {**LISTED_KEY, "status": ("yes", "not_canceled")}, 4),
        "Team Coach": ("1.1", [OLD], {"issuer_binding": ("no", "key_not_listed")}, 2),
        "CPR and First Aid": ("2.0", [OLD], {"in_force": ("no", "expired")}, 4),
        "Volunteer, 60 hours": (
            "2.0",
            [EDDSA],
            {
                **NOT_LISTED,
                "issuer_binding": ("not checked", "key_only_in_address"),
                "about_me": ("yes", "subject_is_your_identity"),
            },
            2,
        ),
    },
    "renee": {
        "Help Desk Basics": ("2.0", [EDDSA], {}, 4),
        "Communications Technician, 8 years": ("1.1", [EDDSA], NOT_LISTED, 3),
        "Service courses": ("2.0", [EDDSA], LISTED_KEY, 4),
        "Network Operator Course": ("2.0", [EDDSA], LISTED_KEY, 4),
        "Team Leader Course": ("2.0", [EDDSA], LISTED_KEY, 4),
        "Computer Repair Technician": ("2.0", [OLD], {"in_force": ("no", "expired")}, 4),
        "Computer Help Volunteer, 40 hours": ("1.1", [OLD], NOBODY_CAN_CHECK, 2),
        "Service Vehicle Permit": ("2.0", [EDDSA], {**NOT_LISTED, "status": ("no", "revoked")}, None),
    },
    "daniel": {
        "Back to the Books": ("2.0", [EDDSA], {}, 4),
        "Bookkeeper, 6 years": ("1.1", [EDDSA], NOT_LISTED, 3),
        "Accounting courses": ("2.0", [EDDSA], {}, 4),
        "Accounting 1": ("2.0", [EDDSA], {}, 4),
        "Business Math": ("2.0", [EDDSA], {}, 4),
        "Bookkeeping Software User": ("1.1", [OLD], {**LISTED_KEY, "in_force": ("no", "expired")}, 4),
        "Treasurer, 3 years": ("1.1", [OLD], NOBODY_CAN_CHECK, 2),
        "Notary Public": ("2.0", [OLD], {**NOT_LISTED, "status": ("no", "revoked")}, None),
    },
}
EVERY_RECORD = [(learner, name) for learner, records in WORLD.items() for name in records]


def records(learner: str) -> dict[str, Record]:
    """All records of a learner's files, those inside a transcript too, by name."""
    found = list(read_path(practice.practice_learner(learner).records))
    assert all(isinstance(one, Record) for one in found)
    return {one.name: one for one in found}


def record(name: str, learner: str = MAYA) -> Record:
    return records(learner)[name]


def checks(one: Record, now: datetime = NOW, learner: str = MAYA) -> tuple[Check, ...]:
    known = practice.practice_learner(learner)
    return check_record(
        one,
        now=now,
        documents=load_documents(practice.practice_documents(), as_of=practice.AS_OF),
        registries=[load_registry(practice.practice_registry(), as_of=practice.AS_OF)],
        own_keys=frozenset({did_key(bytes(SigningKey(known.seed).verify_key))}),
        confirmed_identities=[known.email],
        counts_for=None,
    )


def answers(one: Record, now: datetime = NOW, learner: str = MAYA) -> dict[str, tuple[str, str]]:
    return {check.check: (check.answer, check.reason) for check in checks(one, now, learner)}
