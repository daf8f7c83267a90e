"""How a presentation is made: its form of proof, the key that signs it, and until when it counts."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from app.errors import PersonError

ProofForm = Literal["eddsa-rdfc-2022", "Ed25519Signature2020", "vp+jwt"]
PROOF_FORMS: tuple[ProofForm, ...] = ("eddsa-rdfc-2022", "Ed25519Signature2020", "vp+jwt")
"""A presentation of VC Data Model 2.0 with a proof in it, one of 1.1, and a JWT (VC-JOSE-COSE)."""
KeyChoice = Literal["bound", "new"]
"""The key that a chosen record is bound to where the vault has it, or one for this opportunity alone."""
KEY_CHOICES: tuple[KeyChoice, ...] = ("bound", "new")

SOON, FAR = 1970, 3000
"""Years between which the calendars of all computers know every hour."""


@dataclass(frozen=True)
class Making:
    """How a presentation is made; `ends` is aware, None for one that states no end."""

    proof: ProofForm = "eddsa-rdfc-2022"
    key: KeyChoice = "bound"
    ends: datetime | None = None


PLAIN_MAKING = Making()


def end_of(day: date) -> datetime:
    """The last second of a day by this computer's clock, aware. PersonError end_is_past, end_too_far (day)."""
    if not SOON <= day.year < FAR:
        raise PersonError("end_is_past" if day.year < FAR else "end_too_far", day=day)
    return datetime.combine(day, time(23, 59, 59)).astimezone()
