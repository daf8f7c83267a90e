"""What a record gives away when it is sent: everything in it, since a signed record cannot be cut."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from app.records.jose import unpack
from app.records.model import Record, Subject
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
SCHOOL_WORDS = re.compile(
    r"\b(schools?|colleges?|universit\w*|academ(?:y|ies)|institut\w*|polytechnics?|a\s?&\s?m|escuelas?|colegios?"
    r"|universidad\w*|academias?|liceos?|preparatorias?|facultad\w*|politécnic\w*)\b",
    re.IGNORECASE,
)
SCHOOLING_WORDS = re.compile(
    r"\b(diplomas?|degrees?|bachelor\w*|associate (?:of|in)|associate['’]s|master (?:of|in)|master['’]s|doctor of"
    r"|doctorates?|transcripts?|a\.?a\.?s|b\.?s(?:\.?n|\.?c)?|b\.?a|m\.?b\.?a|ph\.?d|ged|hiset|high school equivalency"
    r"|bachiller\w*|licenciatur\w*|graduad[oa] (?:escolar|en)|grado en|título de|doctorado|maestría)\b",
    re.IGNORECASE,
)
PERSONAL_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "birthdate": "birth_date", "dateofbirth": "birth_date", "dob": "birth_date",
        "address": "address", "streetaddress": "address", "postalcode": "address", "homelocation": "address",
        "email": "email", "emailaddress": "email",
        "phone": "phone", "telephone": "phone", "phonenumber": "phone",
        "givenname": "names", "familyname": "names", "fullname": "names", "patronymicname": "names",
        "additionalname": "names", "familynameprefix": "names",
        "studentid": "student_id", "sisid": "student_id", "sourcedid": "student_id",
        "activitystartdate": "dates", "activityenddate": "dates", "term": "dates", "startdate": "dates",
        "enddate": "dates", "awardeddate": "dates", "graduationdate": "dates",
        "creditsearned": "credits", "licensenumber": "license_number", "role": "role", "narrative": "narrative",
        "image": "picture", "gpa": "grades", "grade": "grades", "score": "grades",
    }
)  # fmt: skip
# Terms of an Open Badges AchievementSubject that say nothing beyond what other codes say.
PLAIN_SUBJECT_KEYS = frozenset({"id", "type", "name", "achievement", "identifier", "result", "source", "@id", "@type"})
# Claims of a JWT or SD-JWT VC that say nothing about its subject beyond what other codes say.
PLAIN_CLAIMS = frozenset(
    {
        "iss", "sub", "iat", "exp", "nbf", "jti", "aud", "cnf", "vct", "vct#integrity", "status", "title",
        "credential_name", "achievement", "description",
    }
)  # fmt: skip
# What stands beside the subject in a W3C credential, or beside `vc` in a JWT, and is not about the learner.
PLAIN_PARTS = PLAIN_CLAIMS | {
    "@context", "id", "type", "issuer", "issuanceDate", "issued", "validFrom", "validUntil", "expirationDate",
    "credentialSubject", "credentialStatus", "credentialSchema", "proof", "name", "image", "evidence", "refreshService",
    "awardedDate", "termsOfUse", "relatedResource", "renderMethod", "confidenceMethod", "vc",
}  # fmt: skip
# Open Badges 3.0, IdentifierTypeEnum, that are told for what they are; of others a number or name of the school's.
IDENTITY_CODES = (
    ("email", "email"), ("phone", "phone"), ("birth", "birth_date"), ("national", "other_facts"),
    ("username", "linkable_id"), ("systemid", "linkable_id"), ("uniqueid", "linkable_id"), ("name", "names"),
)  # fmt: skip
MAX_DEPTH = 60
TO = " – "
"""Between the ends of a span of time."""
MOST_VALUES, LONGEST_VALUE = 10, 80
SPANS = (frozenset({"activitystartdate", "startdate"}), frozenset({"activityenddate", "enddate"}))


def gives_away(record: Record) -> tuple[str, ...]:
    """Codes of all that a record tells besides the skill, those that count most first (`WEIGHTS`)."""
    return in_order(told_by(record))


def in_order(codes: Iterable[str]) -> tuple[str, ...]:
    """Codes, those that count most first."""
    return tuple(sorted(codes, key=lambda code: (-WEIGHTS[code], code)))


def told_by(record: Record) -> Mapping[str, tuple[str, ...]]:
    """What a record tells by code, with the words it tells it in, each once and on one line, a few of many."""
    found: dict[str, dict[str, None]] = {"issuer": dict.fromkeys(_words(record.issuer.name or record.issuer.id))}
    for code, value in (*_from_fields(record), *_from_names(record), *_from_document(_about(record)), *_beside(record)):
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


def _beside(record: Record) -> Iterator[tuple[str, object]]:
    """What stands beside the subject: it goes along, since it is signed with the rest."""
    if record.kind in {"ob1", "ob2"}:
        parts = {key: value for key, value in record.document.items() if key == "narrative"}
    elif record.kind in {"ob3", "vc"}:
        outer = unpack(record.raw.decode().strip()).payload if record.form == "jwt" else {}
        whole = {**record.document, **(outer if isinstance(outer, dict) else {})}
        parts = {key: value for key, value in whole.items() if key not in PLAIN_PARTS}
    else:
        return
    yield from _personal(parts, 0)
    if other := sorted(key for key in map(str, parts) if _plain_key(key) not in PERSONAL_KEYS):
        yield "other_facts", other


def _from_document(document: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    subjects = document.get("credentialSubject")
    for subject in subjects if isinstance(subjects, list) else [subjects]:
        if isinstance(subject, Mapping):
            yield from _personal(subject, 0)
            personal = {key for key in subject if _plain_key(key) in PERSONAL_KEYS}
            if other := sorted(map(str, subject.keys() - PLAIN_SUBJECT_KEYS - personal)):
                yield "other_facts", other
            if subject.get("verifiableCredential"):
                yield "other_achievements", None


def _plain_key(key: object) -> str:
    """A key as every format may write it: `givenName` and `given_name` are one."""
    return str(key).lower().replace("_", "")


def _about(record: Record) -> Mapping[str, Any]:
    """A record's document; the claims of an SD-JWT VC are about its subject, all of them."""
    if record.kind != "sd-jwt-vc":
        return record.document
    return {"credentialSubject": {key: value for key, value in record.document.items() if key not in PLAIN_CLAIMS}}


def _personal(value: object, depth: int) -> Iterator[tuple[str, object]]:
    if depth > MAX_DEPTH:
        yield "other_facts", None
    elif isinstance(value, Mapping):
        yield from _span(value)
        for key, inner in value.items():
            if key in {"achievement", "issuer"}:
                continue  # about the badge and its maker, not about the learner
            if _plain_key(key) in PERSONAL_KEYS and inner not in (None, "", [], {}):
                yield PERSONAL_KEYS[_plain_key(key)], inner
            yield from _personal(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _personal(inner, depth + 1)


def _span(value: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    """From when to when: a few of these together show when a person did nothing of the kind."""
    ends = [_words(found) for names in SPANS for key, found in value.items() if _plain_key(key) in names]
    if len(ends) > 1 and all(ends):
        yield "time_gaps", TO.join(end[0] for end in ends[:2])
