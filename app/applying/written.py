"""What stands written in a record and tells something of a person: keys that say so, words in texts, and all else.

A record goes whole, so every part of it is gone through: its subject, what stands beside that, and what its issuer
writes of the achievement and of itself, where terms of a record's own could hold anything.
"""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal

from app.applying.phrases import is_email, told_in
from app.records.jose import unpack
from app.records.model import Record

Room = Literal["person", "evidence", "achievement", "issuer"]
Told = tuple[str, object]
PERSONAL_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "birthdate": "birth_date", "dateofbirth": "birth_date", "dob": "birth_date", "birthday": "birth_date",
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
        "statuslistindex": "linkable_id", "idx": "linkable_id",
    }
)  # fmt: skip
# What an achievement or an issuer may have of its own; a birth date, a term or a grade there is somebody's.
_NOBODYS: Mapping[Room, frozenset[str]] = {
    "person": frozenset(),
    "evidence": frozenset(),
    "achievement": frozenset({"narrative", "picture", "credits", "address", "role"}),
    "issuer": frozenset({"address", "email", "phone", "picture", "narrative", "names", "student_id", "role"}),
}
_ROOMS: Mapping[str, Room] = {
    "achievement": "achievement", "badge": "achievement", "issuer": "issuer", "creator": "issuer",
    "evidence": "evidence",
}  # fmt: skip
_TEXTS = frozenset({"description", "narrative", "caption"})
_SKIPPED = frozenset({"@context", "proof", "alignment", "alignments"})
# Terms of an Open Badges AchievementSubject that say nothing beyond what other codes say.
_SUBJECT = frozenset(
    {"id", "type", "name", "achievement", "identifier", "result", "source", "verifiableCredential", "@id", "@type"}
)
# Claims of a JWT or SD-JWT VC that say nothing about its subject beyond what other codes say.
_CLAIMS = frozenset(
    {
        "iss", "sub", "iat", "exp", "nbf", "jti", "aud", "cnf", "vct", "vct#integrity", "status", "title",
        "credential_name", "achievement", "description",
    }
)  # fmt: skip
# What stands beside the subject in a W3C credential, or beside `vc` in a JWT, and is not about the learner.
_PARTS = _CLAIMS | {
    "@context", "id", "type", "issuer", "issuanceDate", "issued", "validFrom", "validUntil", "expirationDate",
    "credentialSubject", "credentialStatus", "credentialSchema", "proof", "name", "image", "evidence", "refreshService",
    "awardedDate", "termsOfUse", "relatedResource", "renderMethod", "confidenceMethod", "vc",
}  # fmt: skip
# Open Badges 2.0 and 1.x, Assertion.
_ASSERTION = frozenset(
    {
        "@context", "id", "type", "uid", "recipient", "badge", "verify", "verification", "issuedOn", "expires", "image",
        "evidence", "narrative", "revoked", "revocationReason", "related", "version", "@language", "endorsement",
        "salt", "issuer", "issued_on",
    }
)  # fmt: skip
# Open Badges 3.0 and 2.0, Achievement and Profile.
_OF_ROOM: Mapping[str, frozenset[str]] = {
    "achievement": frozenset(
        {
            "@id", "@type", "id", "type", "name", "description", "criteria", "image", "alignment", "alignments", "tag",
            "tags", "achievementType", "creator", "issuer", "creditsAvailable", "fieldOfStudy", "humanCode",
            "inLanguage", "@language", "language", "otherIdentifier", "related", "resultDescription", "specialization",
            "version", "endorsement", "endorsementJwt", "@context", "criteriaUrl", "criteria_url",
        }
    ),
    "issuer": frozenset(
        {
            "@id", "@type", "id", "type", "name", "description", "url", "image", "email", "phone", "address",
            "telephone", "official", "parentOrg", "otherIdentifier", "publicKey", "revocationList", "verification",
            "endorsement", "endorsementJwt", "@context", "@language", "version", "related", "additionalName",
            "familyName", "givenName", "familyNamePrefix", "honorificPrefix", "honorificSuffix", "patronymicName",
            "location", "sameAs", "origin", "org", "contact",
        }
    ),
}  # fmt: skip
# Told by the fields that a record was read into.
_ELSEWHERE = frozenset({"credentialSubject", "recipient", "vc", "awardedDate"})
MAX_DEPTH = 60
TO = " – "
"""Between the ends of a span of time."""
_SPANS = (frozenset({"activitystartdate", "startdate"}), frozenset({"activityenddate", "enddate"}))


def written_in(record: Record) -> Iterator[Told]:
    """Codes of `disclosure.WEIGHTS` with the values that a record's document tells them by, each as often as it stands.

    A code whose words say nothing more has None.
    """
    document = _about(record)
    for subject in _subjects(document):
        yield from _walk(subject, "person", 0)
        yield from _others(subject, _SUBJECT)
        if subject.get("verifiableCredential"):
            yield "other_achievements", None
    if record.kind in {"ob1", "ob2"}:
        yield from _beside(record.document, _ASSERTION)
    elif record.kind in {"ob3", "vc"}:
        outer = unpack(record.raw.decode().strip()).payload if record.form == "jwt" else {}
        yield from _beside({**record.document, **(outer if isinstance(outer, dict) else {})}, _PARTS)
    elif record.kind == "sd-jwt-vc":
        plain = {key: value for key, value in record.document.items() if key in _CLAIMS}
        yield from _walk(plain, "person", 0)


def holds_others(record: Record) -> bool:
    """Whether other credentials stand in a record, as in a transcript."""
    return any(subject.get("verifiableCredential") for subject in _subjects(record.document))


def _subjects(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    found = document.get("credentialSubject")
    return [one for one in (found if isinstance(found, list) else [found]) if isinstance(one, Mapping)]


def _about(record: Record) -> Mapping[str, Any]:
    """A record's document; the claims of an SD-JWT VC are about its subject, all of them."""
    if record.kind != "sd-jwt-vc":
        return record.document
    return {"credentialSubject": {key: value for key, value in record.document.items() if key not in _CLAIMS}}


def _beside(whole: Mapping[str, Any], plain: Collection[str]) -> Iterator[Told]:
    """What stands beside the subject: it goes along, since it is signed with the rest."""
    parts = {key: value for key, value in whole.items() if key not in _ELSEWHERE}
    yield from _walk(parts, "person", 0)
    yield from _others(parts, plain)


def _others(value: Mapping[str, Any], plain: Collection[str]) -> Iterator[Told]:
    """Keys that nobody here knows: facts of another kind."""
    known = {key for key in value if key in plain or _plain_key(key) in PERSONAL_KEYS}
    if other := sorted(map(str, value.keys() - known)):
        yield "other_facts", other


def _plain_key(key: object) -> str:
    """A key as every format may write it: `givenName` and `given_name` are one."""
    return str(key).lower().replace("_", "").replace("-", "")


def _walk(value: object, room: Room, depth: int) -> Iterator[Told]:
    """All that is told in a value: `room` is what it is about."""
    if depth > MAX_DEPTH:
        yield "other_facts", None
    elif isinstance(value, Mapping):
        yield from _span(value)
        for key, inner in value.items():
            if key not in _SKIPPED and inner not in (None, "", [], {}):
                yield from _of_key(_plain_key(key), inner, room)
                yield from _step(str(key), inner, room, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner, room, depth + 1)


def _step(key: str, inner: object, room: Room, depth: int) -> Iterator[Told]:
    """Go on inside; an achievement and an issuer are about themselves, and what has no place in them is told."""
    inside = _ROOMS.get(key, room)
    if inside in _OF_ROOM and inside != room:
        for one in inner if isinstance(inner, list) else [inner]:
            if isinstance(one, Mapping):
                yield from _others(one, _OF_ROOM[inside])
    yield from _walk(inner, inside, depth)


def _of_key(plain: str, inner: object, room: Room) -> Iterator[Told]:
    code = PERSONAL_KEYS.get(plain)
    if code == "address" and isinstance(inner, str) and is_email(inner):
        code = "email"
    if code is not None and code not in _NOBODYS[room]:
        yield code, inner
    if plain in _TEXTS and isinstance(inner, str):
        if plain == "description" and room == "evidence":
            yield "narrative", inner
        # what describes a whole record speaks of its kind; what was done, and a story, of the one who did it
        of_one = room == "evidence" or (room == "person" and plain == "narrative")
        yield from ((code, inner) for code in told_in(inner, of_one=of_one) if _counts(code, room, plain))


def _counts(code: str, room: Room, text: str) -> bool:
    """What must be scored for an achievement is nobody's grade, and its maker's address and school are its own."""
    if room == "issuer":
        return code == "birth_date"
    return room != "achievement" or code != "grades" or text == "description"


def _span(value: Mapping[str, Any]) -> Iterator[Told]:
    """From when to when: a few of these together show when a person did nothing of the kind."""
    ends = [
        str(found)
        for names in _SPANS
        for key, found in value.items()
        if _plain_key(key) in names and isinstance(found, str | int) and str(found).strip()
    ]
    if len(ends) > 1:
        yield "time_gaps", TO.join(ends[:2])
