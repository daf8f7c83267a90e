"""Renee Brooks's records before they are signed: a veteran, communications technician, who is moving into IT support.

Six files hold eight records. Her service is named without a branch or a unit.
"""

from installer import practice_skills as skills
from installer.practice_forms import EDDSA, OLD, Draft, achievement, draft, status_entry, subject, transcript
from installer.practice_issuers import (
    LIBRARY,
    RENEE,
    REPAIR_BOARD,
    SERVICE_RECORDS,
    SERVICE_TRAINING,
    SERVICE_VEHICLES,
    TECH_COLLEGE,
    email_identity,
)


def drafts() -> tuple[Draft, ...]:
    """All six files, in the order of the cards."""
    return (_help_desk(), _service(), _service_courses(), _repair(), _library(), _vehicles())


def _help_desk() -> Draft:
    badge = achievement(
        TECH_COLLEGE,
        "help-desk-basics",
        name="Help Desk Basics",
        kind="Badge",
        description="Take a call, find out what is wrong, fix it or pass it on, and tell the caller what was done.",
        criteria="Closed twenty practice calls; five of them were watched from start to end.",
        alignments=(
            skills.SUPPORT,
            skills.FIX_SOFTWARE,
            skills.WORK_WITH_IT,
            skills.SERVICE,
            skills.LISTEN,
            skills.ICT_SUPPORT,
        ),
    )
    return draft(
        "help-desk-basics",
        TECH_COLLEGE,
        subject(badge, did=RENEE.id),
        model="2.0",
        suites=(EDDSA,),
        signed="2026-05-22T17:00:00Z",
    )


def _service() -> Draft:
    job = achievement(
        SERVICE_RECORDS,
        "communications-technician",
        name="Communications Technician, 8 years",
        kind="ext:ServiceStatement",
        description="Kept radios, phone lines and field networks running for up to 200 people, and led a team of four.",
        criteria="Eight years of service, completed; taken from the service record.",
        alignments=(
            skills.TELECOMMUNICATIONS,
            skills.MONITOR_NETWORKS,
            skills.OPERATE_RADIOS,
            skills.ELECTRONICS,
            skills.EQUIPMENT,
            skills.COORDINATE,
            skills.TWO_WAY_RADIO,
        ),
        tags=("Computer troubleshooting", "Instruct others", "Stand watch"),
    )
    about = subject(
        job,
        did=RENEE.id,
        name=RENEE.name,
        role="Communications Technician",
        activityStartDate="2016-08-15",
        activityEndDate="2024-08-14",
    )
    return draft(
        "communications-technician",
        SERVICE_RECORDS,
        about,
        model="1.1",
        suites=(EDDSA,),
        signed="2024-08-14T15:00:00Z",
    )


def _service_courses() -> Draft:
    """What a service member takes along: courses, each signed, and the transcript signed around them."""
    network = achievement(
        SERVICE_TRAINING,
        "network-operator",
        name="Network Operator Course",
        kind="Course",
        description="Twelve weeks: cables, routers, addresses, and finding out why a line is down.",
        criteria="Built a small network and brought it back after five planned faults.",
        alignments=(skills.NETWORKS, skills.COMPUTERS, skills.READ_TECHNICAL),
    )
    leader = achievement(
        SERVICE_TRAINING,
        "team-leader",
        name="Team Leader Course",
        kind="Course",
        description="Four weeks: plan the work of a small team, teach a task and look after people.",
        criteria="Led a team through a three-day exercise.",
        alignments=(skills.LEAD_A_TEAM, skills.INSTRUCT),
    )
    return transcript(
        "service-courses",
        SERVICE_TRAINING,
        name="Service courses",
        did=RENEE.id,
        signed="2024-08-01T15:00:00Z",
        members=tuple(
            draft(
                slug,
                SERVICE_TRAINING,
                subject(course, did=RENEE.id),
                model="2.0",
                suites=(EDDSA,),
                signed=signed,
            )
            for slug, course, signed in (
                ("network-operator", network, "2017-02-24T15:00:00Z"),
                ("team-leader", leader, "2020-10-09T15:00:00Z"),
            )
        ),
    )


def _repair() -> Draft:
    """Good for three years, as such certificates are."""
    certificate = achievement(
        REPAIR_BOARD,
        "computer-repair",
        name="Computer Repair Technician",
        kind="Certification",
        description="Build, test and mend desktop and laptop computers.",
        criteria="Two exams, each of ninety minutes.",
        alignments=(skills.INSTALL_HARDWARE, skills.MAINTAIN_HARDWARE, skills.TEST_HARDWARE),
    )
    return draft(
        "computer-repair",
        REPAIR_BOARD,
        subject(certificate, did=RENEE.id),
        model="2.0",
        suites=(OLD,),
        signed="2022-05-10T16:00:00Z",
        until="2025-05-09T23:59:59Z",
    )


def _library() -> Draft:
    """About an e-mail address; the library's own document is not at hand, so nobody can check who signed."""
    thanks = achievement(
        LIBRARY,
        "computer-help-volunteer",
        name="Computer Help Volunteer, 40 hours",
        kind="CommunityService",
        description="Sat with visitors at the library's computers and showed them how to do what they came for.",
        criteria="Forty hours signed for by the librarian.",
        alignments=(skills.TEACH_COMPUTERS,),
        tags=("Install computer software",),
    )
    about = subject(thanks, did=None, identifier=[email_identity(RENEE)])
    return draft("computer-help-volunteer", LIBRARY, about, model="1.1", suites=(OLD,), signed="2025-06-20T16:00:00Z")


def _vehicles() -> Draft:
    """Good only while in the service: canceled, as every such permit is, on the day she left."""
    permit = achievement(
        SERVICE_VEHICLES,
        "vehicle-permit",
        name="Service Vehicle Permit",
        kind="License",
        description="Drive light trucks of the service.",
        criteria="A driving test, and a class on loading a truck.",
        tags=("Drive vehicles",),
    )
    return draft(
        "vehicle-permit",
        SERVICE_VEHICLES,
        subject(permit, did=RENEE.id),
        model="2.0",
        suites=(EDDSA,),
        signed="2018-03-05T15:00:00Z",
        status=status_entry(SERVICE_VEHICLES, 30),
    )
