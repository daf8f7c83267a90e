"""The Goal page: the jobs compared, the goal, and what the chosen way of looking has found."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from app.journey import progress
from app.journey.goal.aim import compared, goal
from app.journey.goal.comparing import Comparison, compare
from app.journey.goal.finding import ByName, Suggested, by_name, from_what_i_can_do, like_this, make_ready
from app.journey.goal.onward import Onward, Start, starts, where_people_like_me_go
from app.journey.goal.why import Why, why
from app.journey.records.holding import cards
from app.journey.session import Session
from app.journey.skills.counting import counted, counts_only_signed
from pathways.model import Concept

Way = Literal["by_name", "from_skills", "onward"]
WAYS: tuple[Way, ...] = ("by_name", "from_skills", "onward")
Tell = Callable[[int, int], object]


@dataclass(frozen=True)
class Findings:
    """What one way of looking found; `starts` are the jobs that the third way starts from.

    `like` is the code of the job that others like it were asked for.
    """

    way: Way
    jobs: tuple[ByName | Suggested | Onward, ...]
    starts: tuple[Start, ...] = ()
    like: str | None = None


@dataclass(frozen=True)
class GoalPage:
    """What the Goal page shows. `shows_nothing`: no skill is shown yet, so that nothing can be found from skills.

    `only_signed`: nothing but signed records counts, by the learner's choice.
    """

    comparison: Comparison
    goal: Concept | None
    shows_nothing: bool
    only_signed: bool = False


def goal_page(session: Session, tell: Tell = lambda _done, _total: None) -> GoalPage:
    """The jobs compared and the goal; a goal that nothing stands beside is compared, too. `tell` as for `profile`."""
    held = counted(session, tell=tell)
    aim = goal(session)
    codes = compared(session) or ((aim.id,) if aim is not None else ())
    progress.note(session, "goal", compared=len(codes))
    return GoalPage(compare(session, held, codes), aim, not held.held, counts_only_signed(session))


def findings(session: Session, way: Way, typed: str, tell: Tell = lambda _done, _total: None) -> Findings:
    """What a way of looking finds. The first time makes the names of all jobs ready; `tell` hears how far that is."""
    make_ready(session, tell)
    if way == "by_name":
        return Findings(way, by_name(session, typed))
    held = counted(session, tell=tell)
    if way == "from_skills":
        return Findings(way, from_what_i_can_do(session, held))
    begin = starts(session, held)
    return Findings(way, where_people_like_me_go(session, held, begin), begin)


def like(session: Session, code: str, tell: Tell = lambda _done, _total: None) -> Findings:
    """Jobs like one."""
    make_ready(session, tell)
    return Findings("from_skills", like_this(session, counted(session, tell=tell), code), like=code)


def why_this(session: Session, code: str, like: str | None = None) -> Why:
    """All the facts behind one suggestion; `like` is the job it was found by. PathwaysError `occupation_unknown`."""
    kept = cards(session)
    signed = counts_only_signed(session)
    return why(session, counted(session, kept), kept, code, like, signed=signed)
