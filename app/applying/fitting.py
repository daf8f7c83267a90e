"""Whether what a record says is of the kind that is asked for: a badge for a language is no licence and no years."""

from collections.abc import Iterator
from datetime import date

from app.applying.disclosure import SCHOOLING_TYPES, spans_of
from app.applying.opportunity import Asked
from app.applying.postings.cues import CREDENTIAL, LICENCE, other_ways, years_in
from app.applying.postings.folding import fold
from app.profile.claims import SkillClaim
from app.records.model import Achievement, Item, Record
from app.records.text import one_line

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
    type, and by words in its name only where it states none (a class for a licence is none). Where the words of what is
    asked take one or another, either will do.
    """
    if asked.kind == "skill":
        return True
    words = fold(asked.name)
    ways = {asked.kind} | other_ways(words)
    years = asked.years or years_in(words)
    long = years is not None or asked.kind == "years"
    return ("years" in ways and long and _lasts(record, claim, years or 0)) or any(
        _is_one(record, claim, licence=way == "licence") for way in ways - {"years"}
    )


def _lasts(record: Record, claim: SkillClaim, years: float) -> bool:
    wanted = years * DAYS
    return any(days >= max(LEAST_DAYS, wanted - min(SLACK, wanted / 10)) for days in _spans(record, claim))


def _is_one(record: Record, claim: SkillClaim, *, licence: bool) -> bool:
    """Whether it is a licence, or else a credential of any kind, which a licence is too."""
    types, kinds = (LICENCE_TYPES, {"license"}) if licence else (CREDENTIAL_TYPES, {"license", "certificate"})
    stated = [one.type for one in _achievements(record, claim) if one.type and one.type not in OF_ANY_KIND]
    if any(one in types for one in stated) or any(one.kind in kinds for one in _items(record, claim)):
        return True
    return not stated and any(
        LICENCE.search(fold(name)) or (not licence and CREDENTIAL.search(fold(name))) for name in _names(record, claim)
    )


def plain(text: str) -> str:
    """Words as they are compared where nobody knows what they mean: the very same ones show a thing."""
    return one_line(text).casefold()


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
