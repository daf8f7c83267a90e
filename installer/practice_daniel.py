"""Daniel Novak's records before they are signed: a parent who kept the books before, and is going back to it.

Six files hold eight records.
"""

from installer import practice_skills as skills
from installer.practice_forms import EDDSA, OLD, Draft, achievement, draft, status_entry, subject, transcript
from installer.practice_issuers import (
    ADULT_SCHOOL,
    BOOKKEEPERS,
    COLLEGE,
    DANIEL,
    NOTARIES,
    PARENTS_CLUB,
    PLUMBING,
    Json,
    email_identity,
)


def drafts() -> tuple[Draft, ...]:
    """All six files, in the order of the cards."""
    return (_refresher(), _bookkeeper(), _courses(), _software(), _treasurer(), _notary())


def _refresher() -> Draft:
    badge = achievement(
        ADULT_SCHOOL,
        "back-to-the-books",
        name="Back to the Books",
        kind="MicroCredential",
        description="Six weeks of today's bookkeeping on a computer, for people who did it before.",
        criteria="Kept the books of a made-up shop for one month and handed them in without a fault.",
        alignments=(skills.ACCOUNTING_SYSTEMS, skills.OPERATE_COMPUTERS, skills.ADMINISTRATIVE),
    )
    return draft(
        "back-to-the-books",
        ADULT_SCHOOL,
        subject(badge, did=DANIEL.id),
        model="2.0",
        suites=(EDDSA,),
        signed="2026-06-12T17:00:00Z",
    )


def _bookkeeper() -> Draft:
    job = achievement(
        PLUMBING,
        "bookkeeper",
        name="Bookkeeper, 6 years",
        kind="ext:EmployerStatement",
        description="Kept the books of a plumbing firm with fourteen workers, from the first receipt to the bank.",
        criteria="Six years in the job; said by the owner.",
        alignments=(
            skills.RECONCILE,
            skills.VERIFY,
            skills.ACCOUNT_RECORDS,
            skills.FILE,
            skills.INVOICES,
            skills.RECEIVABLES,
        ),
        tags=("Accounting software", "Answer the phone"),
    )
    about = subject(
        job,
        did=DANIEL.id,
        name=DANIEL.name,
        role="Bookkeeper",
        activityStartDate="2013-03-04",
        activityEndDate="2019-05-31",
    )
    return draft("bookkeeper", PLUMBING, about, model="1.1", suites=(EDDSA,), signed="2019-05-31T16:00:00Z")


def _courses() -> Draft:
    """Courses with grades, each signed, and the transcript signed around them."""
    return transcript(
        "accounting-courses",
        COLLEGE,
        name="Accounting courses",
        did=DANIEL.id,
        signed="2012-12-21T17:00:00Z",
        members=(
            _course("accounting-1", "Accounting 1", "A-", "2012-05-18", skills.ECONOMICS, skills.ENTRIES),
            _course("business-math", "Business Math", "B", "2012-12-14", skills.MATHEMATICS, skills.MATHEMATICS_KNOWN),
        ),
    )


def _course(slug: str, name: str, grade: str, ended: str, *taught: Json) -> Draft:
    course = achievement(
        COLLEGE,
        slug,
        name=name,
        kind="Course",
        description="One term, two evenings a week.",
        criteria="Passed the final test.",
        alignments=taught,
    )
    result = f"{COLLEGE.web}/courses/{slug}"
    course["resultDescription"] = [
        {"id": result, "type": ["ResultDescription"], "name": "Grade", "resultType": "LetterGrade"}
    ]
    about = subject(
        course,
        did=DANIEL.id,
        activityEndDate=ended,
        result=[{"type": ["Result"], "resultDescription": result, "value": grade}],
    )
    return draft(slug, COLLEGE, about, model="2.0", suites=(EDDSA,), signed=f"{ended}T17:00:00Z")


def _software() -> Draft:
    """Good for two years, as certificates for software are: what it shows is out of date, not gone."""
    certificate = achievement(
        BOOKKEEPERS,
        "bookkeeping-software-user",
        name="Bookkeeping Software User",
        kind="Certification",
        description="Set up accounts, enter bills and print the month's figures with bookkeeping software.",
        criteria="One exam of fifty tasks at the computer.",
        alignments=(skills.CALCULATE,),
        tags=("QuickBooks",),
    )
    return draft(
        "bookkeeping-software-user",
        BOOKKEEPERS,
        subject(certificate, did=DANIEL.id),
        model="1.1",
        suites=(OLD,),
        signed="2018-02-19T16:00:00Z",
        until="2020-02-18T23:59:59Z",
    )


def _treasurer() -> Draft:
    """About an e-mail address; the club's own document is not at hand, so nobody can check who signed."""
    thanks = achievement(
        PARENTS_CLUB,
        "treasurer",
        name="Treasurer, 3 years",
        kind="CommunityService",
        description="Took in dues and gifts, paid the bills of the school fair and told the parents where it all went.",
        criteria="Three years; two parents looked through the books each June.",
        alignments=(skills.COLLECT, skills.PREPARE_CASH, skills.BUDGETS),
        tags=("Write reports for the board",),
    )
    about = subject(thanks, did=None, identifier=[email_identity(DANIEL)])
    return draft("treasurer", PARENTS_CLUB, about, model="1.1", suites=(OLD,), signed="2025-06-30T16:00:00Z")


def _notary() -> Draft:
    """Handed back when he left the job, so its office canceled it."""
    seal = achievement(
        NOTARIES,
        "notary",
        name="Notary Public",
        kind="License",
        description="See people sign, and put a seal to it.",
        criteria="A class, an exam and an oath.",
        tags=("Sign contracts",),
    )
    return draft(
        "notary",
        NOTARIES,
        subject(seal, did=DANIEL.id),
        model="2.0",
        suites=(OLD,),
        signed="2016-09-12T15:00:00Z",
        status=status_entry(NOTARIES, 411),
    )
