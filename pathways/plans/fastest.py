"""The fastest way to close a gap: which steps, and in which weeks.

Two questions take turns. The first chooses steps that could be over within a number of weeks (`choosing`). The second
lays the chosen steps out (`exact`). Where they do not fit, the first learns which of them cannot be together and is
asked again; once it has no answer, no choice fits, and the number of weeks is a proven bound (logic-based Benders
decomposition, Hooker and Ottosson 2003).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from time import monotonic

from pathways.errors import PathwaysError
from pathways.model import GapItem, LearningStep, Plan
from pathways.plans.calendar import Schedule, last_week, place, written_out
from pathways.plans.cheapest import SETS_APART, least_cost, without_late
from pathways.plans.choosing import LEAST_TIME, Choosing
from pathways.plans.clashing import apart, clashes, fewest
from pathways.plans.conditions import left_out_costs
from pathways.plans.exact import fits
from pathways.plans.jobs import NEVER, Jobs, jobs_of
from pathways.plans.lessening import lessened
from pathways.plans.pace import Pace, is_timed, time_measures
from pathways.plans.question import Question, Wishes, plan_of, question, spent
from pathways.solver import Row

TIME_LIMIT = 5.0
PART = 1 / 3
"""The share of the time left that one question may take."""
MOST_CHEAPER = 20
"""How many choices as fast are laid out to find the cheapest of them."""


@dataclass(frozen=True)
class Timed:
    """A plan with its weeks; the plan's `weeks`, `bound` and `proven` speak of time."""

    plan: Plan
    schedule: Schedule


def fastest(
    gap: Iterable[GapItem],
    steps: Iterable[LearningStep],
    *,
    pace: Pace,
    among: int | None = SETS_APART,
    wishes: Wishes | None = None,
    budget: float | None = None,
    begun: Mapping[str, int] | None = None,
    first_monday: date | None = None,
    time_limit: float = TIME_LIMIT,
    between: Callable[[], object] = lambda: None,
) -> Timed:
    """Choose steps that teach every requirement that priced and timed steps can teach, over in the fewest weeks.

    What must be covered is as in `cheapest`, also under a budget in dollars. A step is timed where its weeks are known
    and, if the pace limits the hours a week, its hours; others come in only when chosen, and their time comes on top.
    `begun` gives, by step id, the weeks gone by since a step was begun; such steps must be among those chosen. Ties go
    to less money, then fewer hours, then fewer steps, as far as the time reaches. When `time_limit` (seconds) ends
    first, `proven` is false and `bound` is the weeks that no choice can beat. `between` is called between questions to
    the solver; what it raises ends the search.
    With the Monday of the first week, steps begin only in the weeks of their start days.
    Errors: `step_unknown`, `chosen_over_budget`, `no_answer_in_time`, `starts_clash` where no choice is found that can
    be laid out on the start days.
    """
    end = monotonic() + time_limit
    said, going = wishes or Wishes(), begun or {}
    asked = _question(gap, steps, pace, among, said, budget, first_monday, going)
    search = search_of(asked, jobs_of(asked.steps, pace, going, first_monday, said.done), end, between)
    chosen = plan_of(asked, search.taken, proven=search.proven, bound=search.low)
    laid_out = written_out([one.step for one in chosen.steps], pace, search.starts, going)
    return Timed(replace(chosen, weeks=search.weeks, aim="time"), laid_out)


def _question(
    gap: Iterable[GapItem],
    steps: Iterable[LearningStep],
    pace: Pace,
    among: int | None,
    wishes: Wishes,
    budget: float | None,
    first_monday: date | None,
    begun: Mapping[str, int],
) -> Question:
    every = tuple(steps)
    asked = question(
        gap,
        every,
        among=among,
        wishes=without_late(every, wishes, pace, first_monday, begun),
        budget=budget,
        known=lambda one: one.cost.value is not None and is_timed(one, pace),
        first_monday=first_monday,
        begun=begun,
    )
    return lessened(asked, lambda one: time_measures(one, pace), cheap=False)


@dataclass
class Search:
    """What is known so far: `low` weeks that no choice can beat, and the best choice found with its start weeks.

    `sure` is whether it is proven that no more can be covered within the budget.
    """

    choosing: Choosing
    end: float
    sure: bool
    low: int
    weeks: int = -1
    taken: frozenset[str] = frozenset()
    starts: Mapping[str, int] = field(default_factory=dict)
    between: Callable[[], object] = lambda: None

    def time(self, part: float = 1.0) -> float:
        """Seconds left, or a part of them, as the solver takes them: asked for before every question."""
        self.between()
        return max(LEAST_TIME, part * (self.end - monotonic()))

    @property
    def proven(self) -> bool:
        """Whether no choice is faster."""
        return self.sure and self.low == self.weeks

    @property
    def going(self) -> bool:
        """Whether there is something left to find and time for it."""
        return self.low < self.weeks and monotonic() < self.end

    def consider(self, taken: frozenset[str], starts: Mapping[str, int] | None = None) -> int:
        """Lay a choice out and keep it if it is the best so far; its weeks."""
        jobs = self.choosing.jobs.some(taken)
        found = place(jobs) if starts is None else starts
        if len(found) < len(taken):
            return NEVER
        weeks = last_week(jobs.by_id, found)
        if self.weeks < 0 or weeks < self.weeks:
            self.taken, self.starts, self.weeks = taken, found, weeks
        return weeks

    def find(self) -> None:
        """Look for any choice that can be laid out where start days stand against the first.

        Where none can that covers everything, as little as can be is left out. Error: `starts_clash`.
        """
        cuts: list[Row] = []
        while self.weeks < 0:
            taken = self.choosing.choose(None, cuts, self.time())
            if taken is None and self.choosing.left_out:
                raise PathwaysError("starts_clash")
            if taken is None:
                self.leave_out()
                continue
            some = self.choosing.jobs.some(taken)
            found = fits(some, some.horizon, self.time())
            if found.starts is not None:
                self.consider(taken, found.starts)
            elif self.end < monotonic():
                raise PathwaysError("starts_clash")
            else:
                cuts.append(self.cut(taken, some.horizon) if found.decided else self.apart(taken))

    def leave_out(self) -> None:
        """Go on with the most that can be laid out. Error: `starts_clash`."""
        self.choosing, taken, sure = _with_less(self.choosing.asked, self.choosing.jobs, self.end)
        if not self.choosing.left_out:
            raise PathwaysError("starts_clash")
        self.sure, self.low = self.sure and sure, self.choosing.least()
        self.consider(taken)

    def run(self) -> None:
        """Raise `low` and lower `weeks` until they meet or the time is over; then look for the cheapest as fast."""
        self.rise()
        self.sink()
        for weeks in range(self.low, self.weeks):
            if not self.going or weeks >= self.weeks:
                break
            if self.fits_none(weeks) and self.low == weeks:
                self.low = weeks + 1
        self.cheapen()

    def rise(self) -> None:
        """Raise `low` to the first number of weeks in which parts of steps could be over, by halving."""
        high = self.weeks
        while self.low < high and self.going:
            middle = (self.low + high - 1) // 2
            try:
                could = self.choosing.possible(middle, self.time(PART))
            except PathwaysError:
                return
            if could:
                high = middle
            else:
                self.low = middle + 1

    def sink(self) -> None:
        """Lower `weeks` by halving: lay out what could be over within the middle. Raise `low` where nothing could."""
        floor = self.low
        while floor < self.weeks and self.going:
            middle = (floor + self.weeks - 1) // 2
            found, sure = self.asked_for(middle, ())
            if found is None and sure:
                self.low = middle + 1
            if found is None or self.consider(found) > middle:
                floor = middle + 1

    def asked_for(self, weeks: int, cuts: Iterable[Row]) -> tuple[frozenset[str] | None, bool]:
        """A choice that could be over within `weeks`, and whether None is proven."""
        try:
            return self.choosing.choose(weeks, cuts, self.time(PART)), True
        except PathwaysError:
            return None, False

    def fits_none(self, weeks: int) -> bool:
        """Whether it is proven that no choice fits into `weeks`; a choice that does is kept."""
        cuts: list[Row] = []
        sure = True
        while self.going:
            taken, told = self.asked_for(weeks, cuts)
            if taken is None:
                return sure and told
            found = fits(self.choosing.jobs.some(taken), weeks, self.time(PART))
            if found.starts is not None:
                self.consider(taken, found.starts)
                return False
            sure = sure and found.decided
            cuts.append(self.cut(taken, weeks) if found.decided else self.apart(taken))
        return False

    def cut(self, taken: frozenset[str], weeks: int) -> Row:
        """Of a choice that does not fit, as few steps as still do not fit may not be taken together."""
        jobs = self.choosing.jobs
        return self.apart(fewest(jobs, taken, weeks, lambda: min(1.0, self.time(PART))))

    def apart(self, taken: frozenset[str]) -> Row:
        """Not all of these."""
        return apart(self.choosing.asked, self.choosing.jobs, taken)

    def cheapen(self) -> None:
        """Look for the cheapest choice that is as fast, then of fewest hours and steps."""
        cuts: list[Row] = []
        for _ in range(MOST_CHEAPER):
            taken = self.choosing.cheapest(self.weeks, cuts, self.end) if monotonic() < self.end else None
            if taken is None:
                return
            found = fits(self.choosing.jobs.some(taken), self.weeks, self.time(PART))
            if found.starts is not None:
                self.taken, self.starts = taken, found.starts
                return
            cuts.append(self.cut(taken, self.weeks) if found.decided else self.apart(taken))


def search_of(asked: Question, jobs: Jobs, end: float, between: Callable[[], object] = lambda: None) -> Search:
    """The search over, with what it found by `end` (as `monotonic` tells it).

    Errors: `chosen_over_budget`, `no_answer_in_time`, `starts_clash`.
    """
    search = _begun_search(asked, jobs, end)
    search.between = between
    if search.weeks < 0:
        search.find()
    search.run()
    return search


def _begun_search(asked: Question, jobs: Jobs, end: float) -> Search:
    """Begin with a choice at hand. Where it costs more than the budget, ask what the budget pays for."""
    choosing, sure = Choosing(asked, jobs), True
    taken = choosing.at_hand()
    if taken is None or (asked.budget is not None and spent(asked, taken) > asked.most):
        try:
            taken = choosing.choose(None, (), max(LEAST_TIME, PART * (end - monotonic())))
        except PathwaysError:
            taken = None
        if taken is None:
            choosing, taken, sure = _with_less(asked, jobs, end)
    search = Search(choosing, end, sure, choosing.least())
    search.consider(taken)
    return search


def _with_less(asked: Question, jobs: Jobs, end: float) -> tuple[Choosing, frozenset[str], bool]:
    """The most that the budget pays for and the start days allow, and whether that is proven."""
    first = least_cost(asked, max(LEAST_TIME, end - monotonic()), clashes(asked, jobs))
    covered = {concept for one in asked.steps if one.id in first.taken for concept in one.teaches}
    lost = dict(zip(asked.wanted, left_out_costs(asked), strict=True))
    left_out = sum(count for concept, count in lost.items() if concept not in covered)
    return Choosing(asked, jobs, left_out), first.taken, first.proven or not left_out
