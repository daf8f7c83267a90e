"""The eight practice records before they are signed: who says what about Maya Torres."""

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from app.trust.proofs import Suite
from installer import practice_skills as skills
from installer.practice_issuers import (
    BRIGHTWAY,
    COLLEGE,
    ELM_HOUSE,
    FIRST_AID_LEAGUE,
    GUILD,
    GUILD_COACH,
    GUILD_STATUS_LIST,
    GUILD_STATUS_PLACE,
    JOB_CENTER,
    MAYA_DID,
    MAYA_EMAIL,
    Issuer,
    Json,
)

VC_1 = "https://www.w3.org/2018/credentials/v1"
VC_2 = "https://www.w3.org/ns/credentials/v2"
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
ED25519_2020 = "https://w3id.org/security/suites/ed25519-2020/v1"
DATA_INTEGRITY = "https://w3id.org/security/data-integrity/v2"
STATUS = "https://www.w3.org/ns/credentials/status/v1"
MADE_UP = "Practice record: the people and places in it are made up."

EDDSA: Suite = "eddsa-rdfc-2022"
OLD: Suite = "Ed25519Signature2020"


@dataclass(frozen=True)
class Draft:
    """A record before its proofs: `signer` is whose key signs, which need not be the issuer's."""

    file: str
    document: Json
    signer: Issuer
    suites: tuple[Suite, ...]
    signed: str


def drafts() -> tuple[Draft, ...]:
    """All eight, in the order of the cards."""
    return (
        _customer_care(),
        _fall_courses(),
        _front_desk(),
        _shift_supervisor(),
        _stock_and_till(),
        _team_coach(),
        _first_aid(),
        _elm_house(),
    )


def _customer_care() -> Draft:
    badge = _achievement(
        COLLEGE,
        "customer-care-in-clinics",
        "Customer Care in Clinics",
        "Badge",
        "Welcome patients, listen, explain what comes next and keep what you hear private.",
        "Played four clinic visits with a trained actor and kept a sample file private from start to end.",
        [
            skills.SERVE,
            skills.LISTEN,
            skills.SERVICE,
            skills.PATIENTS,
            skills.PATIENT_QUESTIONS,
            skills.PRIVACY,
        ],
    )
    return _draft(
        "customer-care-in-clinics",
        COLLEGE,
        "2.0",
        (EDDSA,),
        "2025-11-14T17:00:00Z",
        {"id": MAYA_DID, "type": ["AchievementSubject"], "achievement": badge},
        until="2035-11-14T17:00:00Z",
    )


def _fall_courses() -> Draft:
    office = [skills.COMPUTERS, skills.OFFICE, skills.ADMINISTRATIVE, skills.APPOINTMENTS, skills.BOOKING]
    courses = (
        ("medical-terms", "Medical Terms 1", "A-", [skills.MEDICAL_TERMS]),
        ("office-software", "Office Software for Clinics", "B+", office),
        ("body-systems", "Body Systems 1", "B", [skills.ANATOMY]),
    )
    transcript = _achievement(
        COLLEGE,
        "fall-2025-courses",
        "Fall 2025 courses",
        "LearningProgram",
        "Transcript of three first courses toward a Medical Office diploma.",
        "Passed the final test of each course.",
        [skills.MEDICAL_OFFICE],
    )
    transcript["resultDescription"] = [
        {
            "id": f"{COLLEGE.web}/courses/{slug}",
            "type": ["ResultDescription"],
            "name": name,
            "resultType": "LetterGrade",
            "alignment": taught,
        }
        for slug, name, _, taught in courses
    ]
    results = [
        {"type": ["Result"], "resultDescription": f"{COLLEGE.web}/courses/{slug}", "value": grade}
        for slug, _, grade, _ in courses
    ]
    subject = {
        "id": MAYA_DID,
        "type": ["AchievementSubject"],
        "name": "Maya Torres",
        "term": "Fall 2025",
        "activityStartDate": "2025-09-02",
        "activityEndDate": "2025-12-19",
        "creditsEarned": 9,
        "achievement": transcript,
        "result": results,
    }
    return _draft(
        "fall-2025-courses",
        COLLEGE,
        "1.1",
        (EDDSA, OLD),
        "2025-12-19T17:00:00Z",
        subject,
        status=_status(f"{COLLEGE.web}/status/1", 212),
    )


def _front_desk() -> Draft:
    check = _achievement(
        JOB_CENTER,
        "front-desk-skills-check",
        "Front Desk Skills Check",
        "Assessment",
        "Check people in, use medical terms, book visits, keep records and use office programs at a clinic.",
        "Two hours of watched tasks at a mock front desk; each task done right without help.",
        [
            skills.MEDICAL_TERMS,
            skills.APPOINTMENTS,
            skills.BOOKING,
            skills.CHECK_IN,
            skills.COMPUTERS,
            skills.OFFICE,
            skills.SPREADSHEETS,
            skills.ADMINISTRATIVE,
            skills.CLERICAL,
            skills.MEDICAL_OFFICE,
            skills.MEDICAL_RECORDS,
        ],
    )
    subject = {"id": MAYA_DID, "type": ["AchievementSubject"], "achievement": check}
    return _draft(
        "front-desk-skills-check",
        JOB_CENTER,
        "2.0",
        (EDDSA,),
        "2026-03-06T15:30:00Z",
        subject,
        until="2036-03-06T15:30:00Z",
    )


def _shift_supervisor() -> Draft:
    job = _achievement(
        BRIGHTWAY,
        "shift-supervisor",
        "Shift Supervisor, 4 years",
        "ext:EmployerStatement",
        "Ran the front of a neighborhood market with up to nine people a shift.",
        "Four years in the job; said by the store manager.",
        [
            skills.GREET,
            skills.ANSWER_QUESTIONS,
            skills.STOCK,
            skills.SCHEDULES,
            skills.TRAIN,
            skills.CLEAN,
            skills.SERVICE_ORIENTATION,
            skills.COORDINATE,
        ],
        ["Balance the till", "Training new employees", "Resolve customer complaints"],
    )
    subject = {
        "id": MAYA_DID,
        "type": ["AchievementSubject"],
        "name": "Maya Torres",
        "role": "Shift Supervisor",
        "activityStartDate": "2021-09-27",
        "activityEndDate": "2025-10-03",
        "achievement": job,
    }
    return _draft(
        "shift-supervisor",
        BRIGHTWAY,
        "1.1",
        (EDDSA,),
        "2025-10-03T16:00:00Z",
        subject,
    )


def _stock_and_till() -> Draft:
    badge = _achievement(
        GUILD,
        "stock-and-till",
        "Stock and Till",
        "MicroCredential",
        "Count stock, order before it runs out, and close a till that adds up.",
        "Three counts and three till closings checked by the guild.",
        [skills.STOCK_LEVEL, skills.ORDER_SUPPLIES, skills.CASH_REGISTER],
    )
    address = f"{GUILD.web}/achievements/stock-and-till"
    badge["resultDescription"] = [
        {
            "id": f"{address}/level",
            "type": ["ResultDescription"],
            "name": "Level",
            "resultType": "RubricCriterionLevel",
            "rubricCriterionLevel": [
                {"id": f"{address}/level/{slug}", "type": ["RubricCriterionLevel"], "name": name, "level": name}
                for slug, name in (("helped", "With help"), ("alone", "Alone"), ("teaches", "Can teach it"))
            ],
            "alignment": [skills.SALES_RECORDS],
        }
    ]
    result = {
        "type": ["Result"],
        "resultDescription": f"{address}/level",
        "achievedLevel": f"{address}/level/teaches",
        "status": "Completed",
    }
    subject = {"id": MAYA_DID, "type": ["AchievementSubject"], "achievement": badge, "result": [result]}
    return _draft(
        "stock-and-till",
        GUILD,
        "1.1",
        (OLD,),
        "2022-06-11T15:00:00Z",
        subject,
        status=_status(GUILD_STATUS_LIST, GUILD_STATUS_PLACE),
    )


def _team_coach() -> Draft:
    badge = _achievement(
        GUILD,
        "team-coach",
        "Team Coach",
        "Badge",
        "Lead short team meetings and show new people how the floor is set.",
        "Led three opening huddles and one planogram reset with a new team.",
        [skills.RESET, skills.ENDCAP, skills.HUDDLE],
        ["Facing up a bay"],
    )
    watched = {
        "type": ["Evidence"],
        "name": "Three huddles, watched",
        "narrative": "A guild coach watched three opening huddles at the store.",
    }
    subject = {"id": MAYA_DID, "type": ["AchievementSubject"], "achievement": badge}
    made = _draft("team-coach", GUILD, "1.1", (OLD,), "2023-05-02T15:00:00Z", subject, signer=GUILD_COACH)
    made.document["evidence"] = [watched]
    return made


def _first_aid() -> Draft:
    card = _achievement(
        FIRST_AID_LEAGUE,
        "cpr-and-first-aid",
        "CPR and First Aid",
        "Certification",
        "Give first aid and CPR to adults and children until help comes.",
        "Six-hour class with a skills test on a training doll.",
        [skills.GIVE_FIRST_AID, skills.FIRST_AID],
    )
    subject = {"id": MAYA_DID, "type": ["AchievementSubject"], "achievement": card}
    return _draft(
        "cpr-and-first-aid",
        FIRST_AID_LEAGUE,
        "2.0",
        (OLD,),
        "2024-02-01T18:00:00Z",
        subject,
        until="2026-01-31T23:59:59Z",
    )


def _elm_house() -> Draft:
    thanks = _achievement(
        ELM_HOUSE,
        "volunteer-60-hours",
        "Volunteer, 60 hours",
        "CommunityService",
        "Sat with residents, helped at meals and walked along with the nurse on the evening round.",
        "Sixty hours signed for by the head of the house.",
        [],
        ["Giving medication", "Help residents at meals", "Memory box afternoons"],
    )
    identity = {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": "sha256$" + hashlib.sha256(f"{MAYA_EMAIL}practice".encode()).hexdigest(),
        "identityType": "emailAddress",
        "salt": "practice",
    }
    subject = {"type": ["AchievementSubject"], "identifier": [identity], "achievement": thanks}
    return _draft("elm-house-volunteer", ELM_HOUSE, "2.0", (EDDSA,), "2019-08-30T16:00:00Z", subject)


def _achievement(
    issuer: Issuer,
    slug: str,
    name: str,
    kind: str,
    description: str,
    criteria: str,
    alignments: list[Json],
    tags: list[str] | None = None,
) -> Json:
    shown: Mapping[str, object] = {"alignment": alignments, "tag": tags}
    return {
        "id": f"{issuer.web}/achievements/{slug}",
        "type": ["Achievement"],
        "achievementType": kind,
        "name": name,
        "description": description,
        "criteria": {"narrative": criteria},
        **{key: value for key, value in shown.items() if value},
    }


def _draft(
    slug: str,
    issuer: Issuer,
    model: Literal["1.1", "2.0"],
    suites: tuple[Suite, ...],
    signed: str,
    subject: Json,
    *,
    until: str | None = None,
    status: Json | None = None,
    signer: Issuer | None = None,
) -> Draft:
    begins, ends = ("issuanceDate", "expirationDate") if model == "1.1" else ("validFrom", "validUntil")
    document: Json = {
        "@context": _contexts(model, suites, with_status=status is not None),
        "id": uuid.uuid5(uuid.NAMESPACE_URL, f"{issuer.web}/records/{slug}").urn,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": subject["achievement"]["name"],
        "description": MADE_UP,
        "issuer": {"id": issuer.id, "type": ["Profile"], "name": issuer.name},
        begins: signed,
    }
    optional = {ends: until, "credentialStatus": status}
    document |= {key: value for key, value in optional.items() if value}
    return Draft(f"{slug}.json", {**document, "credentialSubject": subject}, signer or issuer, suites, signed)


def _contexts(model: Literal["1.1", "2.0"], suites: tuple[Suite, ...], *, with_status: bool) -> list[str]:
    """VC 2.0's own context holds Data Integrity proofs and status lists; VC 1.1 needs one more for each."""
    old = model == "1.1"
    return [
        VC_1 if old else VC_2,
        OPEN_BADGES,
        *([STATUS] if old and with_status else []),
        *([DATA_INTEGRITY] if old and EDDSA in suites else []),
        *([ED25519_2020] if OLD in suites else []),
    ]


def _status(address: str, place: int) -> Json:
    return {
        "id": f"{address}#{place}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(place),
        "statusListCredential": address,
    }
