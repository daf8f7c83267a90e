"""What the Plan page asks for: the ways to the goal kept, told in one language; and the plan as a page to keep."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.files import write_file
from app.journey.counting import counted, counts_only_signed
from app.journey.goal import goal
from app.journey.limits import LimitName, limits_offered
from app.journey.papers import labels, plan_page
from app.journey.plan import TELLING, Standpoint, Way, entries_of, steps_for
from app.journey.plan_view import PlanView, plan_view
from app.journey.progress import note
from app.journey.session import Session
from app.journey.ways import Ways, find_ways
from app.wording import Words
from app.wording.papers import FASTEST_PLAN, PLAN
from pathways.model import Plan


@dataclass(frozen=True)
class Planned:
    """The ways to the goal, the page that tells of them, and the limits that the data on learning steps can honor."""

    ways: Ways
    view: PlanView
    offered: tuple[LimitName, ...]

    def way(self, kind: str) -> Way | None:
        """The way of a kind; the cheapest stands for the fastest where it is both."""
        named = {"cheapest": self.ways.cheapest, "fastest": self.ways.fastest}
        return named.get(kind) or next((one for one in self.ways.ways if one.kind == kind), None)


def planned(session: Session, words: Words, between: Callable[[], object] = lambda: None) -> Planned | None:
    """The Plan page for the goal kept, None where there is none; notes for the rail how many plans are ready.

    `between` is called while the solver looks; what it raises ends the search.
    """
    aim = goal(session)
    if aim is None:
        return None
    held = counted(session)
    between()
    ways = find_ways(session, held, aim.id, between=between, only_signed=counts_only_signed(session))
    note(session, "plan", plans=len({one.ids for one in (ways.cheapest, ways.fastest) if one.steps}))
    return Planned(ways, plan_view(session, words, ways), limits_offered(steps_for(session, aim.id)))


def plan_bytes(
    session: Session, words: Words, stand: Standpoint, found: Plan, name: str, *, only_signed: bool = False
) -> bytes:
    """A plan as one HTML file that needs nothing else; `name` is whose it is, `only_signed` what counted."""
    from app.applying.plan_document import plan_html
    from pathways.pack.store import attributions

    page = plan_page(
        words,
        stand.first(TELLING),
        found,
        name=name,
        on=session.clock(),
        entries=entries_of(session, found),
        credits_owed=attributions(session.pack),
        practice=session.practice,
        only_signed=only_signed,
    )
    table = {**PLAN, **FASTEST_PLAN} if found.aim == "time" else PLAN
    return plan_html(page, labels(words, table))


def save_plan(session: Session, words: Words, found: Planned, kind: str, name: str, file: Path) -> None:
    """Write the plan of a kind to a file. PersonError `disk_full`, `cannot_write` …"""
    way = found.way(kind) or found.ways.cheapest
    ways = found.ways
    write_file(file, plan_bytes(session, words, ways.stand, way.plan, name, only_signed=ways.only_signed))
