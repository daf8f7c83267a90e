"""What a record gives away when it is sent: everything in it, since a signed record cannot be cut."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from app.applying.phrases import SCHOOL_WORDS, SCHOOLING_WORDS
from app.applying.written import TO, holds_others, written_in
from app.records.model import Record, Subject
from app.records.reading import read_bytes
from app.records.text import one_line

# How much each thing given away counts, when two sets of records show the same. Whole numbers, so that ties are exact.
# What can be used against a person, or to find them, counts most; what every record has counts nothing.
WEIGHTS: Mapping[str, int] = MappingProxyType(
    {
        "issuer": 0,
        "issue_date": 0,
        "linkable_id": 1,
        "other_skills": 1,
        "end_date": 1,
        "credits": 1,
        "evidence_links": 2,
        "hashed_identity": 2,
        "names": 2,
        "role": 2,
        "narrative": 2,
        "picture": 4,
        "license_number": 4,
        "other_achievements": 4,
        "other_facts": 4,
        "dates": 6,
        "time_gaps": 6,
        "school_name": 6,
        "email": 6,
        "phone": 6,
        "grades": 8,
        "schooling": 8,
        "student_id": 8,
        "address": 10,
        "birth_date": 12,
    }
)
# What the readable page leaves out by default: schooling, school names, dates, gaps in time (DESIGN.md, promise 5).
SKILLS_FIRST_HIDES = frozenset({"schooling", "school_name", "dates", "time_gaps", "grades"})

# Open Badges 3.0, AchievementType: those that say how much schooling a person has.
SCHOOLING_TYPES = frozenset(
    {
        "AssociateDegree", "BachelorDegree", "Degree", "Diploma", "DoctoralDegree", "GeneralEducationDevelopment",
        "MasterDegree", "ProfessionalDoctorate", "ResearchDoctorate", "SecondarySchoolDiploma",
    }
)  # fmt: skip
# Open Badges 3.0, IdentifierTypeEnum, that are told for what they are; of others a number or name of the school's.
IDENTITY_CODES = (
    ("email", "email"), ("address", "address"), ("phone", "phone"), ("birth", "birth_date"),
    ("national", "other_facts"),
    ("username", "linkable_id"), ("systemid", "linkable_id"), ("uniqueid", "linkable_id"), ("name", "names"),
)  # fmt: skip
MOST_VALUES, LONGEST_VALUE = 10, 80


def gives_away(record: Record) -> tuple[str, ...]:
    """Codes of all that a record tells besides the skill, those that count most first (`WEIGHTS`)."""
    return in_order(told_by(record))


def in_order(codes: Iterable[str]) -> tuple[str, ...]:
    """Codes, those that count most first."""
    return tuple(sorted(codes, key=lambda code: (-WEIGHTS[code], code)))


def told_by(record: Record) -> Mapping[str, tuple[str, ...]]:
    """What a record tells by code, with the words it tells it in, each once and on one line, a few of many."""
    found: dict[str, dict[str, None]] = {"issuer": dict.fromkeys(_words(record.issuer.name or record.issuer.id))}
    for code, value in (*_from_fields(record), *_from_names(record), *written_in(record), *_from_members(record)):
        found.setdefault(code, {}).update(dict.fromkeys(_words(value)))
    return {code: tuple(values)[:MOST_VALUES] for code, values in found.items()}


def spans_of(record: Record) -> list[tuple[str, str]]:
    """From when to when a record says that something went on, as written, a few of many."""
    parts = (one.partition(TO) for one in told_by(record).get("time_gaps", ()))
    return [(first, last) for first, _, last in parts]


def _words(value: object) -> tuple[str, ...]:
    """What a value of any shape says, on one line each; of what is nested the code says enough."""
    if isinstance(value, list | tuple):
        return tuple(text for one in value[:MOST_VALUES] for text in _words(one))
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        text = one_line(str(value), LONGEST_VALUE)
        return (text,) if text else ()
    return ()


def _from_fields(record: Record) -> Iterator[tuple[str, object]]:
    if record.valid_from:
        yield "issue_date", record.valid_from
    if record.valid_until:
        yield "end_date", record.valid_until
    if record.awarded and record.awarded[:10] != (record.valid_from or "")[:10]:
        yield "dates", record.awarded
    for result in record.results:
        if result.value or result.level or result.status:
            yield "grades", result.value or result.level or result.status
    for shown in record.evidence:
        yield "evidence_links", shown.url or shown.name
    if len(record.achievements) > 1:
        yield "other_achievements", [one.name for one in record.achievements[1:]]
    if record.id:
        yield "linkable_id", record.id
    for subject in record.subjects:
        yield from _from_subject(subject)


def _from_subject(subject: Subject) -> Iterator[tuple[str, object]]:
    if subject.id:
        yield "linkable_id", subject.id
    if subject.name:
        yield "names", subject.name
    for identity in subject.identities:
        yield ("hashed_identity" if identity.hashed else _identity_code(identity.type)), identity.hash


def _identity_code(kind: str | None) -> str:
    named = (kind or "").lower()
    return next((code for part, code in IDENTITY_CODES if part in named), "student_id")


def _from_names(record: Record) -> Iterator[tuple[str, object]]:
    """Schooling by the achievement's type or title, a school by the issuer's name: a record says neither outright."""
    titles = [record.name, *(achievement.name for achievement in record.achievements)]
    kinds = {achievement.type for achievement in record.achievements}
    schooling = bool(kinds & SCHOOLING_TYPES) or any(SCHOOLING_WORDS.search(title) for title in titles)
    if schooling:
        yield "schooling", record.name
    if record.issuer.name and (schooling or SCHOOL_WORDS.search(record.issuer.name)):
        yield "school_name", record.issuer.name


def _from_members(record: Record) -> Iterator[tuple[str, object]]:
    """What the credentials in a transcript tell: they go with it."""
    if not holds_others(record):
        return
    for one in read_bytes(record.raw, record.source):
        if isinstance(one, Record) and one.raw != record.raw:
            yield from ((code, value) for code, values in told_by(one).items() for value in values or (None,))
