"""Any other W3C credential: what it says was achieved, where it says so in a way that many issuers share."""

from app.records.envelope import Claims, evidence_of, is_credential, record, subjects_of
from app.records.fields import Faults
from app.records.model import Record
from app.records.parts import Part


def read(part: Part) -> tuple[Record, ...]:
    """The record of a W3C credential; nothing for any other object."""
    if not is_credential(part.value):
        return ()
    faults = Faults()
    subjects = subjects_of(part.value, faults)
    claims = Claims(evidence=evidence_of(part.value, *subjects, faults=faults))
    return (record(part, "vc", claims, faults),)
