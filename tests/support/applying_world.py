"""Signed records that show chosen skills, and an opportunity that asks for them, in a real vault."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from practice_world import NOW
from signed_records import signed_badge
from terminal import CHEAP, PASSPHRASE

from app.applying.opportunity import Asked, Opportunity
from app.journey.apply import Prepared
from app.journey.apply_draft import Draft, prepare_draft
from app.journey.opening import session_of
from app.journey.records import cards, import_paths
from app.journey.session import Session
from app.journey.skills import profile
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


def ready_for(session: Session, one: Draft | Opportunity = WANTED) -> Prepared:
    """An application as the page prepares it."""
    held = cards(session)
    return prepare_draft(session, held, profile(session, held), Draft(one) if isinstance(one, Opportunity) else one)


def key_of(ready: Prepared, title: str) -> str:
    return next(one.key for one in ready.candidates if one.title == title)


def titles(ready: Prepared, keys: Any) -> list[str]:
    names = {one.key: one.title for one in ready.candidates}
    return [names[key] for key in keys]
