"""How long the career data takes: opening, matching words, ranking, needs, gap and plans."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from app.applying.opportunity import read_opportunity
from app.journey.goal.comparing import compare
from app.journey.goal.finding import by_name, from_what_i_can_do, make_ready
from app.journey.goal.onward import starts, where_people_like_me_go
from app.journey.opening import practice
from app.journey.plan.ground import TELLING, Standpoint, plan, standpoint
from app.journey.practice import PracticeLearner
from app.journey.session import Session
from app.journey.skills.profile import profile
from app.places import careers_pack
from app.profile.skills import Profile
from bench.timing import Row, timed, timed_fresh
from pathways.gaps import gap
from pathways.matching import match_text
from pathways.matching.names import name_index
from pathways.model import Figure, LearningStep
from pathways.pack.occupations import occupations
from pathways.pack.store import Pack, open_pack
from pathways.plans import cheapest
from pathways.requirements import requirements
from pathways.similarity import like, like_all, rank_careers

OPEN, WORDS, CAREERS, GOAL, PLANS = "Career data", "Words matched", "Careers", "Goal page", "Needs, gap and plan"
TYPED = (
    "n",
    "phleb",
    "nurse",
    "medical ass",
    "truck driver",
    "manager",
    "cna",
    "31-90",
    "phlebotamist",
    "mediacl asistant",
)
PHRASES = (
    "greet patients", "take blood pressure", "make appointments", "count stock", "customer service", "Excel",
    "first aid and CPR", "train new staff", "speak Spanish", "registered nurse", "forklift driving", "patience",
    "close the till", "clean rooms", "care for older people", "write reports", "medical terms", "project management",
    "xylophone repair on Mars", "keep patient records private",
)  # fmt: skip
STEP_COUNTS = (1_000, 5_000)
LIKE_COUNT = 50


def rows() -> Iterator[Row]:
    """Every row, for the practice learner and her goal."""
    with practice() as (session, learner):
        found = profile(session)
        yield from _opening()
        yield from _matching(session, learner)
        yield from _ranking(session, found)
        yield from _goal_page(session, learner, found)
        yield from _planning(session, learner, found)


def fresh_pack() -> Pack:
    """The shipped pack with nothing read from it yet."""
    return replace(open_pack(careers_pack()), facts={})


def _opening() -> Iterator[Row]:
    yield Row(OPEN, "open the pack", "ms", timed(lambda: fresh_pack().close(), 20))
    yield Row(OPEN, "read all 1,016 occupations", "ms", timed_fresh(fresh_pack, occupations, 7))


def _matching(session: Session, learner: PracticeLearner) -> Iterator[Row]:
    asked = tuple(one.name for one in read_opportunity(learner.opportunity).asked)
    phrases = (*PHRASES, *asked)
    yield Row(WORDS, "index every name, once", "ms", timed_fresh(fresh_pack, name_index, 3))
    name_index(session.pack)
    taken = timed(lambda: [match_text(session.pack, one) for one in phrases], 7, share=len(phrases))
    yield Row(WORDS, f"one phrase, mean of {len(phrases)}", "ms", taken)


def _ranking(session: Session, found: Profile) -> Iterator[Row]:
    pack, held = session.pack, found.held
    codes = [one.code for one in occupations(pack)]
    yield Row(
        CAREERS,
        "rank all for the learner, first time",
        "ms",
        timed_fresh(fresh_pack, lambda new: rank_careers(new, held), 3),
    )
    rank_careers(pack, held)
    yield Row(CAREERS, "rank all for the learner, again", "ms", timed(lambda: rank_careers(pack, held), 15))
    yield Row(
        CAREERS, "careers like one, first time", "ms", timed_fresh(fresh_pack, lambda new: like(new, codes[0]), 3)
    )
    some = codes[:: len(codes) // LIKE_COUNT][:LIKE_COUNT]
    again = timed(lambda: [like(pack, one) for one in some], 5, share=len(some))
    yield Row(CAREERS, f"careers like one, again, mean of {len(some)}", "ms", again)
    yield Row(CAREERS, "careers like each of 1,016, together", "ms", timed(lambda: like_all(pack), 3))


def _goal_page(session: Session, learner: PracticeLearner, found: Profile) -> Iterator[Row]:
    """What the learner waits for on the Goal page."""
    yield Row(
        GOAL,
        "make ready to find jobs, once",
        "ms",
        timed_fresh(lambda: replace(session, pack=fresh_pack()), make_ready, 3),
        note="ahead, on another thread; can be stopped",
    )
    make_ready(session)
    taken = timed(lambda: [by_name(session, one) for one in TYPED], 7, share=len(TYPED))
    yield Row(GOAL, f"jobs by name as typed, mean of {len(TYPED)}", "ms", taken)
    yield Row(GOAL, "jobs from what I can do", "ms", timed(lambda: from_what_i_can_do(session, found), 7))
    begin = starts(session, found)
    yield Row(GOAL, "where people like me go", "ms", timed(lambda: where_people_like_me_go(session, found, begin), 7))
    codes = (learner.goal, "29-2061.00", "43-6013.00")
    yield Row(GOAL, "compare three jobs", "ms", timed(lambda: compare(session, found, codes), 15))


def _planning(session: Session, learner: PracticeLearner, found: Profile) -> Iterator[Row]:
    goal, pack = learner.goal, session.pack
    stand = standpoint(session, found, goal)
    yield Row(
        PLANS, "what the goal needs, first time", "ms", timed_fresh(fresh_pack, lambda new: requirements(new, goal), 7)
    )
    yield Row(PLANS, "what the goal needs, again", "ms", timed(lambda: requirements(pack, goal), 15))
    yield Row(
        PLANS,
        "gap, first time",
        "ms",
        timed_fresh(fresh_pack, lambda new: gap(stand.needs, found.held, found.guesses, new), 3),
    )
    yield Row(PLANS, "gap, again", "ms", timed(lambda: gap(stand.needs, found.held, found.guesses, pack), 15))
    yield Row(PLANS, "plan over catalog and programs", "ms", timed(lambda: plan(session, stand), 7))
    for count in STEP_COUNTS:
        yield _large_plan(stand, count)


def _large_plan(stand: Standpoint, count: int) -> Row:
    steps = made_up_steps(stand, count)
    answer = cheapest(stand.gap, steps, among=TELLING)
    note = f"{'proven best' if answer.proven else 'not proven best'}, {len(answer.steps)} steps chosen"
    taken = timed(lambda: cheapest(stand.gap, steps, among=TELLING), 5)
    return Row(PLANS, f"plan over {count:,} made-up steps", "ms", taken, note=note)


def made_up_steps(stand: Standpoint, count: int) -> list[LearningStep]:
    """Steps that teach one to six of the goal's needs; one in five waits for another, one in ten has no price."""
    random = Random(count)  # noqa: S311 - made-up content
    needed = [item.requirement.concept.id for item in stand.gap]
    return [_made_up(number, needed, random) for number in range(count)]


def _made_up(number: int, needed: list[str], random: Random) -> LearningStep:
    teaches = random.sample(needed, random.randint(1, 6))
    cost = None if random.random() < 0.1 else round(random.uniform(20, 120) * len(teaches) ** 0.8, 2)
    before = (f"step-{random.randrange(number)}",) if number and random.random() < 0.2 else ()
    return LearningStep(
        f"step-{number}", f"Step {number}", "course", None, Figure(cost), Figure(float(random.randint(2, 80))),
        Figure(None), tuple(teaches), before,
    )  # fmt: skip
