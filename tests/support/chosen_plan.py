"""A plan that was chosen, begun and filled in, as the tests of its papers and files need it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from plan_world import course, needs_of, newcomer
from terminal import GOAL

from app.journey.plan.employment_plan import EmploymentPlan, StepNotes, set_employment_plan
from app.journey.plan.ground import Standpoint, Way, standpoint
from app.journey.plan.kept import KeptPlan, choose_plan, kept_plan, mark_step
from app.journey.plan.limits import Limits, set_limits
from app.journey.plan.ways import find_ways, kept_way
from app.journey.session import Session
from pathways.model import Offering

MONDAY = date(2026, 11, 23)
LIMITS = Limits(500.0, 12.0, 2, False, ("Austin, TX",), ("en", "es"))
EVENINGS = Offering(
    place="Austin, TX", language="en", schedule="Mondays 6–8 p.m.; bring ñ, and a “pen”", includes="Books and the exam",
    starts=(date(2026, 11, 23), date(2027, 1, 11)), credential="Card", page="https://school.example/first",
    source="A list", as_of=date(2026, 9, 1),
)  # fmt: skip
FILLED_IN = EmploymentPlan(
    counselor="Pat Lee",
    review_on=date(2027, 1, 15),
    supports=("transport", "child_care"),
    own_supports=("A ride to the test",),
    learner_does="Come to class.\nSend proof.",
    counselor_does="Write the voucher.",
    notes="Calls on Mondays.",
    steps=(StepNotes("first", "WIOA Title I", "Learner signs up by Friday"),),
)


@contextmanager
def chosen() -> Iterator[tuple[Session, Standpoint]]:
    """A newcomer who chose the cheapest plan, is done with one step, began one, and filled the rest in."""
    with newcomer() as (plain, held):
        a, b, c, d, *_ = needs_of(plain, held)
        first = course("first", [a], cost=10, weeks=4, online=False)
        entries = (
            replace(first, step=replace(first.step, offering=EVENINGS)),
            course("second", [b], cost=20.5, weeks=4, needs=["first"], online=True),
            course("third", [c], cost=0, weeks=3),
            course("fourth", [d], cost=30, weeks=2),
        )
        session = replace(plain, catalog=entries)
        set_limits(session, LIMITS)
        way = find_ways(session, held).cheapest
        choose_plan(session, GOAL, way.kind, way.plan, way.schedule, way.start)
        mark_step(session, GOAL, "first", "done")
        mark_step(session, GOAL, "third", "started")
        mark_step(session, GOAL, "fourth", "dropped")
        set_employment_plan(session, GOAL, FILLED_IN)
        yield session, standpoint(session, held, GOAL)


def the_plan(session: Session) -> KeptPlan:
    """The plan kept."""
    found = kept_plan(session, GOAL)
    assert found is not None
    return found


def the_way(session: Session) -> Way:
    """The plan kept, as a way."""
    return kept_way(the_plan(session))
