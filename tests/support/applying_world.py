"""Signed records that show chosen skills, and an opportunity that asks for them, in a real vault."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from practice_world import NOW
from signed_records import COLLEGE_SEED, LEARNER, OB_3, VC_2, signed_badge
from signed_texts import SECONDS, did_jwk, digest, disclosure, sd_jwt
from terminal import CHEAP, PASSPHRASE

from app.applying.holder import holder_of
from app.applying.opportunity import Asked, Opportunity
from app.applying.presentation import Presentation
from app.journey.apply.draft import Draft, prepare_draft
from app.journey.apply.preparing import Prepared, keep, signed
from app.journey.opening import session_of
from app.journey.records.holding import cards, import_paths
from app.journey.session import Session
from app.journey.skills.profile import answer, profile
from app.profile.skills import Answer
from app.trust.proofs import add_proof
from app.vault import vault

ESCO = "http://data.europa.eu/esco/skill/"
TERMS, PRIVATE, SPANISH, FIRST_AID = (
    ESCO + one
    for one in (
        "2806260f-6399-4add-8f11-070141423f9d",
        "51ece34f-c24e-4183-9bf4-9b6f28748aec",
        "0f58a178-1382-4df2-95e8-2b3f90e80e24",
        "1d21f6ad-340f-45da-a0a3-4e83867f47a6",
    )
)
ASKED = (
    Asked("Know basic medical terms", (TERMS,)),
    Asked("Keep patient facts private", (PRIVATE,)),
    Asked("Speak Spanish", (SPANISH,), essential=False),
)
WANTED = Opportunity("Medical Assistant Trainee", "Lakeside Clinic", ASKED)
DATES = {"activityStartDate": "2021-09-27", "activityEndDate": "2025-10-03"}
GRADE = {"result": [{"type": ["Result"], "value": "A-"}]}


def showing(name: str, *concepts: str, issuer: str = "Harbor Care Group", **made: Any) -> dict[str, Any]:
    """A signed badge whose links say just which concepts it shows."""
    links = [{"type": ["Alignment"], "targetName": one[-4:], "targetUrl": one} for one in concepts]
    return signed_badge(name, issuer_name=issuer, achievement={"alignment": links}, **made)


@contextmanager
def holding(place: Path, *records: dict[str, Any]) -> Iterator[Session]:
    """The journey on a fixed day, in a new vault that holds these records."""
    (place / "records").mkdir(parents=True)
    for number, record in enumerate(records):
        (place / "records" / f"{number:03}.json").write_text(json.dumps(record), encoding="utf-8")
    with vault.create(place / "v", PASSPHRASE, cost=CHEAP)[0] as opened, session_of(opened) as journey:
        session = replace(journey, clock=lambda: NOW)
        import_paths(session, [place / "records"])
        yield session


def sign(session: Session, ready: Prepared, labels: Mapping[str, str], *, told: frozenset[str]) -> Presentation:
    """Sign as the page does, and keep it in the ledger."""
    made = signed(session, ready, labels, told=told)
    keep(session, ready, made)
    return made


TITLE, BIRTH = disclosure("title", "Basic medical terms"), disclosure("birthdate", "2000-01-01")


def take_sd_jwt(session: Session, place: Path, **claims: Any) -> None:
    """Take in a record as an SD-JWT about the first thing asked; its birth date can be left out."""
    said = {"iss": did_jwk(), "vct": "https://college.example/terms", "iat": SECONDS, **claims}
    said["_sd"] = [digest(TITLE), digest(BIRTH)]
    (place / "one.txt").write_text(sd_jwt(said, [TITLE, BIRTH], typ="dc+sd-jwt"), encoding="utf-8")
    import_paths(session, [place / "one.txt"])
    held = profile(session, cards(session))
    claim = next(skill.claim for skill in held.skills if skill.claim.text == "Basic medical terms")
    answer(session, claim.id, TERMS, Answer(agreed=True))


def transcript(*inside: dict[str, Any]) -> dict[str, Any]:
    """A signed transcript that holds these records, signed apart."""
    college = holder_of(COLLEGE_SEED)
    whole = {
        "@context": [VC_2, "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json", OB_3],
        "id": "urn:uuid:00000000-0000-4000-8000-000000000001",
        "type": ["VerifiableCredential", "ClrCredential"],
        "name": "All courses",
        "issuer": {"id": college.did, "type": ["Profile"], "name": "Harbor Care Group"},
        "validFrom": "2025-12-12T00:00:00Z",
        "credentialSubject": {"id": LEARNER.did, "type": ["ClrSubject"], "verifiableCredential": [*inside]},
    }
    return add_proof(
        whole,
        seed=COLLEGE_SEED,
        verification_method=college.method,
        purpose="assertionMethod",
        created="2025-12-12T00:00:00Z",
    )


def ready_for(session: Session, one: Draft | Opportunity = WANTED) -> Prepared:
    """An application as the page prepares it."""
    held = cards(session)
    return prepare_draft(session, held, profile(session, held), Draft(one) if isinstance(one, Opportunity) else one)


def key_of(ready: Prepared, title: str) -> str:
    return next(one.key for one in ready.candidates if one.title == title)


def titles(ready: Prepared, keys: Any) -> list[str]:
    names = {one.key: one.title for one in ready.candidates}
    return [names[key] for key in keys]
