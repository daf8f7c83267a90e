"""What a record gives away when it is sent: everything in it, since a signed record cannot be cut."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from app.records.model import Record

# How much each thing given away counts, when two sets of records show the same. Whole numbers, so that ties are exact.
# What can be used against a person, or to find them, counts most; what every record has counts nothing.
WEIGHTS: Mapping[str, int] = MappingProxyType(
    {
        "issuer": 0,
        "issue_date": 0,
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
# What the readable page leaves out by default: schooling, school names, dates (DESIGN.md, promise 5).
SKILLS_FIRST_HIDES = frozenset({"schooling", "school_name", "dates", "grades"})

# Open Badges 3.0, AchievementType: those that say how much schooling a person has.
SCHOOLING_TYPES = frozenset(
    {
        "AssociateDegree", "BachelorDegree", "Degree", "Diploma", "DoctoralDegree", "GeneralEducationDevelopment",
        "MasterDegree", "ProfessionalDoctorate", "ResearchDoctorate", "SecondarySchoolDiploma",
    }
)  # fmt: skip
SCHOOL_WORDS = re.compile(
    r"\b(school|college|universit\w*|academy|institut\w*|polytechnic|escuela|colegio|universidad\w*|academia)\b",
    re.IGNORECASE,
)
SCHOOLING_WORDS = re.compile(
    r"\b(diploma|degree|bachelor\w*|associate of|master of|doctor of|ged|transcript|bachillerato|licenciatura)\b",
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
PLAIN_CLAIMS = frozenset({"iss", "sub", "iat", "exp", "nbf", "jti", "aud", "cnf", "vct", "vct#integrity", "status"})
MAX_DEPTH = 60


def gives_away(record: Record) -> tuple[str, ...]:
    """Codes of all that a record tells besides the skill, those that count most first (`WEIGHTS`)."""
    found = {"issuer", *_from_fields(record), *_from_names(record), *_from_document(_about(record))}
    return tuple(sorted(found, key=lambda code: (-WEIGHTS[code], code)))


def weight(codes: Iterable[str]) -> int:
    """How much a record's codes count together."""
    return sum(WEIGHTS[code] for code in codes)


def _from_fields(record: Record) -> Iterator[str]:
    if record.valid_from:
        yield "issue_date"
    if record.valid_until:
        yield "end_date"
    if record.awarded and record.awarded[:10] != (record.valid_from or "")[:10]:
        yield "dates"
    if any(result.value or result.level or result.status for result in record.results):
        yield "grades"
    if record.evidence:
        yield "evidence_links"
    if len(record.achievements) > 1:
        yield "other_achievements"
    for subject in record.subjects:
        if subject.name:
            yield "names"
        yield from (
            "hashed_identity" if identity.hashed else _identity_code(identity.type) for identity in subject.identities
        )


def _identity_code(kind: str | None) -> str:
    named = (kind or "").lower()
    if "email" in named:
        return "email"
    return "names" if "name" in named else "student_id"


def _from_names(record: Record) -> Iterator[str]:
    """Schooling by the achievement's type or title, a school by the issuer's name: a record says neither outright."""
    titles = [record.name, *(achievement.name for achievement in record.achievements)]
    kinds = {achievement.type for achievement in record.achievements}
    if kinds & SCHOOLING_TYPES or any(SCHOOLING_WORDS.search(title) for title in titles):
        yield "schooling"
    if SCHOOL_WORDS.search(record.issuer.name or ""):
        yield "school_name"


def _from_document(document: Mapping[str, Any]) -> Iterator[str]:
    subjects = document.get("credentialSubject")
    for subject in subjects if isinstance(subjects, list) else [subjects]:
        if isinstance(subject, Mapping):
            yield from _personal(subject, 0)
            if subject.keys() - PLAIN_SUBJECT_KEYS - {key for key in subject if _plain_key(key) in PERSONAL_KEYS}:
                yield "other_facts"
            if subject.get("verifiableCredential"):
                yield "other_achievements"


def _plain_key(key: object) -> str:
    """A key as every format may write it: `givenName` and `given_name` are one."""
    return str(key).lower().replace("_", "")


def _about(record: Record) -> Mapping[str, Any]:
    """A record's document; the claims of an SD-JWT VC are about its subject, all of them."""
    if record.kind != "sd-jwt-vc":
        return record.document
    return {"credentialSubject": {key: value for key, value in record.document.items() if key not in PLAIN_CLAIMS}}


def _personal(value: object, depth: int) -> Iterator[str]:
    if depth > MAX_DEPTH:
        yield "other_facts"
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key in {"achievement", "issuer"}:
                continue  # about the badge and its maker, not about the learner
            if _plain_key(key) in PERSONAL_KEYS and inner not in (None, "", [], {}):
                yield PERSONAL_KEYS[_plain_key(key)]
            yield from _personal(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _personal(inner, depth + 1)
