"""Maya Torres's eight records before they are signed: a shift lead in a shop who wants to be a medical assistant."""

from installer import practice_skills as skills
from installer.practice_forms import EDDSA, OLD, Draft, achievement, draft, status_entry, subject
from installer.practice_issuers import (
    BRIGHTWAY,
    COLLEGE,
    ELM_HOUSE,
    FIRST_AID_LEAGUE,
    GUILD,
    GUILD_COACH,
    GUILD_STATUS_PLACE,
    JOB_CENTER,
    MAYA,
    Json,
    email_identity,
)


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
    badge = achievement(
        COLLEGE,
        "customer-care-in-clinics",
        name="Customer Care in Clinics",
        kind="Badge",
        description="Welcome patients, listen, explain what comes next and keep what you hear private.",
        criteria="Played four clinic visits with a trained actor and kept a sample file private from start to end.",
        alignments=(
            skills.SERVE,
            skills.LISTEN,
            skills.SERVICE,
            skills.PATIENTS,
            skills.PATIENT_QUESTIONS,
            skills.PRIVACY,
        ),
    )
    return draft(
        "customer-care-in-clinics",
        COLLEGE,
        subject(badge, did=MAYA.id),
        model="2.0",
        suites=(EDDSA,),
        signed="2025-11-14T17:00:00Z",
        until="2035-11-14T17:00:00Z",
    )


def _fall_courses() -> Draft:
    """Courses with grades, term and school: what skills-first leaves out, since the front desk check shows as much."""
    transcript = achievement(
        COLLEGE,
        "fall-2025-courses",
        name="Transcript, Fall 2025",
        kind="LearningProgram",
        description="Three first courses toward a Medical Office diploma.",
        criteria="Passed the final test of each course.",
        alignments=(skills.MEDICAL_OFFICE,),
    )
    office = (skills.COMPUTERS, skills.OFFICE, skills.ADMINISTRATIVE, skills.APPOINTMENTS, skills.BOOKING)
    courses = (
        _course("medical-terms", "Medical Terms 1", "A-", skills.MEDICAL_TERMS),
        _course("office-software", "Office Software for Clinics", "B+", *office),
        _course("body-systems", "Body Systems 1", "B", skills.ANATOMY),
    )
    transcript["resultDescription"] = [described for described, _ in courses]
    about = subject(
        transcript,
        did=MAYA.id,
        name=MAYA.name,
        term="Fall 2025",
        activityStartDate="2025-09-02",
        activityEndDate="2025-12-19",
        creditsEarned=9,
        result=[result for _, result in courses],
    )
    made = draft(
        "fall-2025-courses",
        COLLEGE,
        about,
        model="1.1",
        suites=(EDDSA, OLD),
        signed="2025-12-19T17:00:00Z",
        status=status_entry(COLLEGE, 212),
    )
    made.document["name"] = "Fall 2025 courses"
    return made


def _course(slug: str, name: str, grade: str, *taught: Json) -> tuple[Json, Json]:
    """A course as a result description and the result."""
    address = f"{COLLEGE.web}/courses/{slug}"
    described = {
        "id": address,
        "type": ["ResultDescription"],
        "name": name,
        "resultType": "LetterGrade",
        "alignment": list(taught),
    }
    return described, {"type": ["Result"], "resultDescription": address, "value": grade}


def _front_desk() -> Draft:
    check = achievement(
        JOB_CENTER,
        "front-desk-skills-check",
        name="Front Desk Skills Check",
        kind="Assessment",
        description="Check people in, use medical terms, book visits, keep records and use office programs.",
        criteria="Two hours of watched tasks at a mock front desk; each task done right without help.",
        alignments=(
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
        ),
    )
    return draft(
        "front-desk-skills-check",
        JOB_CENTER,
        subject(check, did=MAYA.id),
        model="2.0",
        suites=(EDDSA,),
        signed="2026-03-06T15:30:00Z",
        until="2036-03-06T15:30:00Z",
    )


def _shift_supervisor() -> Draft:
    job = achievement(
        BRIGHTWAY,
        "shift-supervisor",
        name="Shift Supervisor, 4 years",
        kind="ext:EmployerStatement",
        description="Ran the front of a neighborhood market with up to nine people a shift.",
        criteria="Four years in the job; said by the store manager.",
        alignments=(
            skills.GREET,
            skills.ANSWER_QUESTIONS,
            skills.STOCK,
            skills.SCHEDULES,
            skills.TRAIN,
            skills.CLEAN,
            skills.SERVICE_ORIENTATION,
            skills.COORDINATE,
        ),
        tags=("Balance the till", "Training new employees", "Resolve customer complaints"),
    )
    about = subject(
        job,
        did=MAYA.id,
        name=MAYA.name,
        role="Shift Supervisor",
        activityStartDate="2021-09-27",
        activityEndDate="2025-10-03",
    )
    return draft("shift-supervisor", BRIGHTWAY, about, model="1.1", suites=(EDDSA,), signed="2025-10-03T16:00:00Z")


def _stock_and_till() -> Draft:
    address = f"{GUILD.web}/achievements/stock-and-till/level"
    badge = achievement(
        GUILD,
        "stock-and-till",
        name="Stock and Till",
        kind="MicroCredential",
        description="Count stock, order before it runs out, and close a till that adds up.",
        criteria="Three counts and three till closings checked by the guild.",
        alignments=(skills.STOCK_LEVEL, skills.ORDER_SUPPLIES, skills.CASH_REGISTER),
    )
    levels = (("helped", "With help"), ("alone", "Alone"), ("teaches", "Can teach it"))
    badge["resultDescription"] = [
        {
            "id": address,
            "type": ["ResultDescription"],
            "name": "Level",
            "resultType": "RubricCriterionLevel",
            "rubricCriterionLevel": [
                {"id": f"{address}/{slug}", "type": ["RubricCriterionLevel"], "name": name, "level": name}
                for slug, name in levels
            ],
            "alignment": [skills.SALES_RECORDS],
        }
    ]
    reached = {
        "type": ["Result"],
        "resultDescription": address,
        "achievedLevel": f"{address}/teaches",
        "status": "Completed",
    }
    return draft(
        "stock-and-till",
        GUILD,
        subject(badge, did=MAYA.id, result=[reached]),
        model="1.1",
        suites=(OLD,),
        signed="2022-06-11T15:00:00Z",
        status=status_entry(GUILD, GUILD_STATUS_PLACE),
    )


def _team_coach() -> Draft:
    """Names the guild as issuer, and a coach signed it with a key of their own that the guild does not list."""
    badge = achievement(
        GUILD,
        "team-coach",
        name="Team Coach",
        kind="Badge",
        description="Lead short team meetings and show new people how the floor is set.",
        criteria="Led three opening huddles and one planogram reset with a new team.",
        alignments=(skills.RESET, skills.ENDCAP, skills.HUDDLE),
        tags=("Facing up a bay",),
    )
    watched = {
        "type": ["Evidence"],
        "name": "Three huddles, watched",
        "narrative": "A guild coach watched three opening huddles at the store.",
    }
    return draft(
        "team-coach",
        GUILD,
        subject(badge, did=MAYA.id),
        model="1.1",
        suites=(OLD,),
        signed="2023-05-02T15:00:00Z",
        signer=GUILD_COACH,
        evidence=[watched],
    )


def _first_aid() -> Draft:
    card = achievement(
        FIRST_AID_LEAGUE,
        "cpr-and-first-aid",
        name="CPR and First Aid",
        kind="Certification",
        description="Give first aid and CPR to adults and children until help comes.",
        criteria="Six-hour class with a skills test on a training doll.",
        alignments=(skills.GIVE_FIRST_AID, skills.FIRST_AID),
    )
    return draft(
        "cpr-and-first-aid",
        FIRST_AID_LEAGUE,
        subject(card, did=MAYA.id),
        model="2.0",
        suites=(OLD,),
        signed="2024-02-01T18:00:00Z",
        until="2026-01-31T23:59:59Z",
    )


def _elm_house() -> Draft:
    """About an e-mail address, since Maya had no key yet; its issuer's key stands in an address and nowhere else."""
    thanks = achievement(
        ELM_HOUSE,
        "volunteer-60-hours",
        name="Volunteer, 60 hours",
        kind="CommunityService",
        description="Sat with residents, helped at meals and walked along with the nurse on the evening round.",
        criteria="Sixty hours signed for by the head of the house.",
        tags=("Giving medication", "Help residents at meals", "Memory box afternoons"),
    )
    about = subject(thanks, did=None, identifier=[email_identity(MAYA)])
    return draft("elm-house-volunteer", ELM_HOUSE, about, model="2.0", suites=(EDDSA,), signed="2019-08-30T16:00:00Z")
