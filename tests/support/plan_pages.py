"""A plan and English labels that the tests of the plan's page share; figures are made up."""

from app.applying.plan_document import PlanPage
from pathways.model import Concept, Figure, GapItem, LearningStep, Plan, PlannedStep, Requirement

LABELS = {
    "practice": "Practice",
    "practice_sentence": "This learner is made up. Nobody can use this as proof.",
    "plan_for": "Plan for",
    "goal": "Goal:",
    "made_on": "Made on",
    "where_you_stand": "Where you stand",
    "state_shown": "You show",
    "state_partly": "Partly there",
    "state_missing": "To learn",
    "state_unknown": "Unknown",
    "steps": "What to do next",
    "no_steps": "There is nothing left to learn in the list of courses.",
    "step": "Step",
    "cost": "Cost",
    "time": "Time",
    "why": "Teaches",
    "free": "Free",
    "not_known": "Not known",
    "at_least": "At least",
    "total": "Total",
    "proven": "Proven best: among the courses with a known price, no other choice costs less.",
    "not_proven": "This is the best choice found so far. A cheaper one may exist.",
    "inferred": "Guessed from the jobs this program prepares for",
    "online": "online",
    "beyond_budget": "Beyond the budget",
    "not_covered": "No course in the list teaches these",
    "only_unpriced": "Only courses without a known price teach these",
    "only_untimed": "Only courses without a known length teach these",
    "sources": "Where the figures come from",
    "seen_in": "seen in",
    "credits": "Credits",
    "made_with": "Made with Pathfolio.",
}


def _gap(number: int, name: str, state: str, reason: str = "as_held") -> GapItem:
    concept = Concept(f"c{number}", name, "activity")
    return GapItem(Requirement(concept, 1.0, "test"), state, reason)


GAP = (
    _gap(1, "Greet patients and visitors", "shown"),
    _gap(2, "Book appointments", "shown"),
    _gap(3, "First aid and CPR", "partly"),
    _gap(4, "Take vital signs", "missing"),
    _gap(5, "Draw blood", "missing"),
    _gap(6, "Calm upset patients", "unknown"),
)
CPR = LearningStep(
    "cpr", "CPR card", "certificate", "Practice Rescue Group", Figure(45.0, "https://example.org/cpr", 2026),
    Figure(4.0), Figure(0.2), ("c3",),
)  # fmt: skip
VITALS = LearningStep(
    "vitals", "Vital signs", "course", "Practice Adult School", Figure(0.0, "https://example.org/adult", 2026),
    Figure(48.0, "https://example.org/adult", 2026), Figure(6.0), ("c4",), online=True,
)  # fmt: skip
BLOOD = LearningStep(
    "blood", "Draw blood", "course", None, Figure(None), Figure(None), Figure(None), ("c5",), known_by="cip_soc"
)
PLAN = Plan(
    (PlannedStep(CPR, ("c3",)), PlannedStep(VITALS, ("c4",)), PlannedStep(BLOOD, ("c5",))),
    cost=1445.5, hours=52.0, weeks=6.2, proven=True, bound=1445.5, unpriced=(BLOOD,), uncovered=("c6",),
)  # fmt: skip
PAGE = PlanPage(
    language="en-US",
    name="Maya Torres",
    goal="Medical Assistants",
    made_on="March 10, 2026",
    summary="You show 2 of the 6 things this job needs, and 1 in part.",
    gap=GAP,
    plan=PLAN,
    names={item.requirement.concept.id: item.requirement.concept.name for item in GAP},
    reasons={"c3": "The card expired on January 31, 2026.", "c6": "Nobody has rated this yet."},
    notes={"cpr": "This pays for the exam alone."},
    attributions=("This page includes information from a made-up database.",),
    practice=True,
)
