"""How long plans about time take: both plans of the practice learner, and the fastest over many made-up steps."""

from collections.abc import Iterator
from random import Random

from app.journey.opening import practice
from app.journey.plan.ground import both, ground_of, standpoint
from app.journey.plan.ways import find_ways
from app.journey.skills.profile import profile
from bench.timing import Row, timed
from pathways.model import Concept, Figure, GapItem, LearningStep, Requirement
from pathways.plans import Timed, fastest
from pathways.plans.pace import Pace

PLANS = "Plans about time"
STEP_COUNTS = (1_000, 5_000)
NEEDS = 40
PACE = Pace(hours_a_week=20, at_once=2)


def rows() -> Iterator[Row]:
    """Every row: the practice learner first, then catalogs that grow."""
    with practice() as (session, learner):
        found = profile(session)
        ground = ground_of(session, standpoint(session, found, learner.goal))
        find_ways(session, found)
        yield Row(PLANS, "cheapest and fastest, both with their weeks", "ms", timed(lambda: both(ground), 7))
        yield Row(PLANS, "every way of the Plan page", "ms", timed(lambda: find_ways(session, found), 7))
    for count in STEP_COUNTS:
        yield from _fastest(count)


def _fastest(count: int) -> Iterator[Row]:
    gap, steps = made_up_gap(), made_up_steps(count)
    hasty = fastest(gap, steps, pace=PACE, among=None, time_limit=0)
    first = timed(lambda: fastest(gap, steps, pace=PACE, among=None, time_limit=0), 3)
    yield Row(PLANS, f"fastest over {count:,} steps, first answer", "ms", first, note=_note(hasty))
    last = fastest(gap, steps, pace=PACE, among=None)
    whole = timed(lambda: fastest(gap, steps, pace=PACE, among=None), 3)
    yield Row(PLANS, f"fastest over {count:,} steps, 5 s at most", "ms", whole, note=_note(last))


def _note(found: Timed) -> str:
    proof = "proven best" if found.plan.proven else f"not proven best, bound {found.plan.bound:.0f}"
    return f"{found.schedule.weeks} weeks, {proof}"


def made_up_gap() -> tuple[GapItem, ...]:
    """Forty things to learn, all of one weight."""
    concepts = (Concept(f"need-{number}", f"Need {number}", "activity") for number in range(NEEDS))
    return tuple(GapItem(Requirement(one, 1.0, "made up"), "missing", "not_shown") for one in concepts)


def made_up_steps(count: int) -> list[LearningStep]:
    """Courses that teach one to six of the needs; one in five waits for another, one in ten lacks a price or weeks."""
    random = Random(count)  # noqa: S311 - made-up content
    return [_made_up(number, random) for number in range(count)]


def _made_up(number: int, random: Random) -> LearningStep:
    teaches = tuple(f"need-{one}" for one in random.sample(range(NEEDS), random.randint(1, 6)))
    cost = None if random.random() < 0.1 else round(random.uniform(20, 120) * len(teaches) ** 0.8, 2)
    hours = float(random.randint(8, 120))
    weeks = None if random.random() < 0.1 else float(max(1, round(hours / random.randint(3, 15))))
    before = (f"step-{random.randrange(number)}",) if number and random.random() < 0.2 else ()
    return LearningStep(
        f"step-{number}", f"Step {number}", "course", None, Figure(cost), Figure(hours), Figure(weeks), teaches, before
    )
