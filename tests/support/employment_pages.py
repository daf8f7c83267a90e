"""An employment plan's page that the tests of its papers share; figures are made up."""

from app.applying.employment_document import EmploymentPage, Fact, Objective, PaperStep, ShownBy
from app.wording.employment import EMPLOYMENT

LABELS = EMPLOYMENT
CPR = PaperStep(
    "1. CPR card",
    "Started",
    (Fact("Provider", "Practice Rescue Group"), Fact("Price", "$45, seen in 2026"), Fact("Schedule", "Not known")),
    (Fact("Who pays", "WIOA voucher"), Fact("Who does what", "")),
    ("This pays for the exam alone.",),
)
VITALS = PaperStep(
    "2. Vital signs",
    "",
    (Fact("Provider", "Practice Adult School"), Fact("Price", "Free"), Fact("Schedule", "Monday nights")),
    (Fact("Who pays", ""), Fact("Who does what", "")),
)
PAGE = EmploymentPage(
    language="en-US",
    name="Maya Torres",
    goal="Medical Assistants",
    goal_code="31-9092.00",
    made_on="March 10, 2026",
    summary="You show 2 of the 6 things this job needs, and 1 in part.",
    facts=(Fact("Begins", "March 16, 2026"), Fact("Review date", ""), Fact("Counselor", "")),
    blocks=("shown", "shown", "partly", "missing", "missing", "unknown"),
    shown=(
        ShownBy("Greet patients and visitors", "shown", "Customer Care in Clinics", "Signed, issuer known"),
        ShownBy("First aid and CPR", "partly", "CPR and First Aid", "Signed, expired Jan 31", "It is out of date."),
    ),
    objectives=(
        Objective("First aid and CPR", "partly", "Partly there", "1. CPR card"),
        Objective("Take vital signs", "missing", "To learn", "2. Vital signs"),
    ),
    steps_title="The cheapest next steps",
    steps=(CPR, VITALS),
    no_steps="There is no step to plan with the courses on this list.",
    figures="Price: $45. Time: 6 weeks.",
    proof="Proven cheapest.",
    left_over=(("No course on this list teaches", ("Draw blood",)), ("Not known yet", ("Calm upset patients",))),
    supports=("Child care", "A ride to the test"),
    duties=(Fact("The learner will", "Come to class.\nSend proof."), Fact("The counselor will", "")),
    notes="",
    sources=(("CPR card: Price (seen in 2026)", "https://example.org/cpr"),),
    attributions=("This page includes information from a made-up database.",),
    practice=True,
)
