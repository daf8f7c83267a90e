"""Whether what a record says is of the kind that is asked for: a badge for a language is no licence and no years."""

from collections.abc import Iterator
from datetime import date

from app.applying.disclosure import SCHOOLING_TYPES, spans_of
from app.applying.opportunity import Asked
from app.applying.postings.cues import CREDENTIAL, LICENCE
from app.applying.postings.folding import fold
from app.profile.claims import SkillClaim
from app.records.model import Achievement, Item, Record

# Open Badges 3.0, AchievementType.
LICENCE_TYPES = frozenset({"License"})
CREDENTIAL_TYPES = (
    LICENCE_TYPES
    | SCHOOLING_TYPES
    | {
        "ApprenticeshipCertificate", "Certificate", "CertificateOfCompletion", "Certification", "JourneymanCertificate",
        "MasterCertificate", "MicroCredential", "QualityAssuranceCredential",
    }
)  # fmt: skip
# Types that say nothing of what it is.
OF_ANY_KIND = frozenset({"Achievement", "Badge"})
DAYS, SLACK = 365.25, 31
"""Days in a year, and how many may lack, as spans are written by months: of a short time a tenth at most."""
LEAST_DAYS = 28
"""Where no number of years is asked, a month is a time of work."""


def fits(asked: Asked, record: Record, claim: SkillClaim) -> bool:
    """Whether a claim of a record can show a thing asked of this kind, by the record's own type, name and dates.

    Years are shown by a span of dates that is long enough, a licence or credential by what is one and says so: by its
    type, and by words in its name only where it states none (a class for a licence is none).
    """
    if asked.kind == "skill":
        return True
    if asked.kind == "years":
        wanted = (asked.years or 0) * DAYS
        return any(days >= max(LEAST_DAYS, wanted - min(SLACK, wanted / 10)) for days in _spans(record, claim))
    types = LICENCE_TYPES if asked.kind == "licence" else CREDENTIAL_TYPES
    stated = [one.type for one in _achievements(record, claim) if one.type and one.type not in OF_ANY_KIND]
    kinds = {"license"} if asked.kind == "licence" else {"license", "certificate"}
    if any(one in types for one in stated) or any(one.kind in kinds for one in _items(record, claim)):
        return True
    return not stated and any(
        LICENCE.search(fold(name)) or (asked.kind == "credential" and CREDENTIAL.search(fold(name)))
        for name in _names(record, claim)
    )


def _achievements(record: Record, claim: SkillClaim) -> list[Achievement]:
    """The achievements that the claim stands in; a result is of all of them."""
    within = [
        one
        for one in record.achievements
        if claim.alignment in one.alignments or claim.text in one.tags or claim.text == one.name
    ]
    return within or (list(record.achievements) if claim.origin == "result" else [])


def _items(record: Record, claim: SkillClaim) -> list[Item]:
    return [one for one in record.items if one.name == claim.text]


def _names(record: Record, claim: SkillClaim) -> Iterator[str]:
    yield from (one.name for one in _achievements(record, claim))
    if len(record.achievements) == 1:
        yield record.name


def _spans(record: Record, claim: SkillClaim) -> Iterator[int]:
    """Days from beginning to end, of the record or of the claim's own entry in it."""
    written = [*spans_of(record), *((one.start, one.end) for one in _items(record, claim))]
    for first, last in written:
        start, end = _day(first), _day(last)
        if start and end:
            yield (end - start).days


def _day(written: str | None) -> date | None:
    """The day in a date as a record writes it, a month or a year at its first day; None where it is none."""
    parts = (written or "")[:10].split("-")
    if not 1 <= len(parts) <= 3 or not all(one.isascii() and one.isdecimal() for one in parts):
        return None
    try:
        return date(*(*map(int, parts), *(1,) * (3 - len(parts))))
    except (ValueError, OverflowError):
        return None
