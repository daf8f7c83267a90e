"""What the Plan page asks for: the ways to the goal kept, told in one language; and the plan as a page to keep."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.files import write_file
from app.journey.goal.aim import goal
from app.journey.plan.calendar import plan_calendar
from app.journey.plan.employment_paper import PaperKind, employment_paper
from app.journey.plan.ground import Way, steps_for
from app.journey.plan.handed import handed_on
from app.journey.plan.limits import LimitName, limits_offered
from app.journey.plan.view import PlanView, plan_view
from app.journey.plan.ways import Ways, find_ways
from app.journey.progress import note
from app.journey.records.holding import cards
from app.journey.session import Session
from app.journey.skills.counting import counted, counts_only_signed
from app.wording import Words


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
    seen = cards(session, lambda _done, _of: between())
    held = counted(session, seen, tell=lambda _done, _of: between())
    between()
    ways = find_ways(session, held, aim.id, between=between, only_signed=counts_only_signed(session), seen=seen)
    note(session, "plan", plans=len({one.ids for one in (ways.cheapest, ways.fastest) if one.steps}))
    return Planned(ways, plan_view(session, words, ways), limits_offered(steps_for(session, aim.id)))


def save_plan(session: Session, words: Words, found: Planned, kind: str, name: str, file: Path) -> None:
    """Write the plan of a kind: by its ending as a PDF, a calendar, a plan file, else a web page.

    PersonError `disk_full`, `cannot_write` …, `pdf_not_available`, `plan_empty`.
    """
    way = found.way(kind) or found.ways.cheapest
    write_file(file, _as_file(session, words, found.ways, way, name, file.suffix.lower()))


def _as_file(session: Session, words: Words, ways: Ways, way: Way, name: str, ending: str) -> bytes:
    if ending == ".ics":
        return plan_calendar(session, words, ways.stand, way, name)
    if ending == ".json":
        return handed_on(session, ways.stand, way, ways.kept)
    paper: PaperKind = "pdf" if ending == ".pdf" else "html"
    return employment_paper(session, words, ways.stand, way, name, kind=paper, only_signed=ways.only_signed)
