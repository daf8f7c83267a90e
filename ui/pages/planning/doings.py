"""What the Plan page changes in the vault: the plan chosen, how far a step is, the limits. Each can be undone."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.journey.plan import kept as kept_plan
from app.journey.plan.asked import could_have
from app.journey.plan.employment_plan import EmploymentPlan, employment_plan, set_employment_plan
from app.journey.plan.handed import Before, read_plan_from, take_back, take_in
from app.journey.plan.kept import Snapshot, StepState
from app.journey.plan.limits import Limits, set_limits
from app.journey.plan.page import Planned, save_plan
from app.journey.plan.proven_done import say_not_done
from app.wording.plans import chosen_words, marked_words
from ui.guide import Guide
from ui.pages.planning.employment_form import EmploymentForm
from ui.pages.planning.limits_form import LimitsForm
from ui.pages.planning.save_form import OnPaper, SaveForm
from ui.pages.planning.what_if_form import WhatIfForm
from ui.work.task import Progress, Work

if TYPE_CHECKING:
    from app.journey.session import Session


class Doings:
    """For one page, its `owner`; what is changed is told also where that was drawn anew meanwhile."""

    def __init__(self, guide: Guide, owner: QWidget) -> None:
        self.guide, self.owner = guide, owner

    def choose(self, found: Planned, kind: str) -> None:
        """Make a way the learner's plan."""
        way, goal = found.way(kind), found.ways.stand.needs.occupation.id
        if way is None:
            return

        def work(session: "Session", _progress: Progress) -> Snapshot:
            return kept_plan.choose_plan(session, goal, kind, way.plan, way.schedule, way.start)

        self._do(work, chosen_words(self.guide.words, kind))

    def mark(self, found: Planned, step: str, name: str, state: StepState) -> None:
        """Say how far a step of the plan is."""
        goal = found.ways.stand.needs.occupation.id

        def work(session: "Session", _progress: Progress) -> Snapshot:
            return kept_plan.mark_step(session, goal, step, state)

        self._do(work, marked_words(self.guide.words, state, name))

    def want(self, found: Planned, step: str, name: str, *, wanted: bool) -> None:
        """Take a step into every plan, or no longer."""
        words = self.guide.words
        said = (
            words.text("{step} will be in every plan.", step=name)
            if wanted
            else words.text("{step} is no longer put into every plan.", step=name)
        )
        self.guide.run(
            self._wanting(found, step, wanted=wanted),
            lambda _none: self._told(said, self._wanting(found, step, wanted=not wanted)),
            owner=None,
        )

    def limits(self, found: Planned) -> None:
        """Ask for other limits."""
        LimitsForm(self.guide, found.ways.limits, found.offered, self._limits_kept).open()

    def what_if(self, found: Planned) -> None:
        """Ask what would be different, and show the other plan beside the one there is."""
        WhatIfForm(self.guide, found.ways, could_have(found.ways), self.keep_limits).open()

    def keep_limits(self, wanted: Limits) -> None:
        """Plan within these limits from now on."""
        self.guide.run(lambda session, _progress: set_limits(session, wanted), self._limits_kept, owner=None)

    def _limits_kept(self, before: Limits | None) -> None:
        said = self.guide.words.text("Your limits are kept. We look for plans within them.")
        self._told(said, lambda session, _progress: set_limits(session, before))

    def not_finished(self, step: str, name: str) -> None:
        """Say that no record shows a step finished; plans take it up again."""
        words = self.guide.words

        def done(_before: bool) -> None:  # noqa: FBT001  what was said before
            said = words.text("{step} is not finished. Plans can take it up again.", step=name)
            self._told(said, lambda session, _progress: say_not_done(session, step, no=False))

        self.guide.run(lambda session, _progress: say_not_done(session, step), done, owner=None)

    def save(self, found: Planned, kind: str) -> None:
        """Ask what to keep a plan as."""
        words, name = self.guide.words, self.guide.name

        def write(file: Path) -> None:
            self.guide.run(
                lambda session, _progress: save_plan(session, words, found, kind, name, file),
                lambda _none: self.guide.tell(words.text("Plan written: {file}", file=str(file))),
                owner=self.owner,
            )

        do = OnPaper(write, lambda: self.fill_in(found, kind), self.take_in)
        SaveForm(self.guide, found.view.goal, do).open()

    def fill_in(self, found: Planned, kind: str) -> None:
        """Ask for what a counselor adds to the paper."""
        goal, way = found.ways.stand.needs.occupation.id, found.way(kind)
        steps = way.steps if way is not None else ()

        def kept(before: EmploymentPlan) -> None:
            def back(session: "Session", _progress: Progress) -> None:
                set_employment_plan(session, goal, before)

            self._told(self.guide.words.text("What you filled in is kept with the plan."), back)

        def ask(now: EmploymentPlan) -> None:
            EmploymentForm(self.guide, goal, now, steps, kept).open()

        self.guide.run(lambda session, _progress: employment_plan(session, goal), ask, owner=self.owner)

    def take_in(self, file: Path) -> None:
        """Make a plan from a file the plan kept."""
        words = self.guide.words

        def work(session: "Session", _progress: Progress) -> Before:
            return take_in(session, read_plan_from(file))

        def taken(before: Before) -> None:
            said = words.text("The plan from {file} is yours now, with its goal and limits.", file=file.name)
            self._told(said, lambda session, _progress: take_back(session, before))

        self.guide.run(work, taken, owner=None)

    def _wanting(self, found: Planned, step: str, *, wanted: bool) -> Work:
        goal = found.ways.stand.needs.occupation.id

        def work(session: "Session", _progress: Progress) -> None:
            kept_plan.want_step(session, goal, step, wanted=wanted)

        return work

    def _do(self, work: Work, said: str) -> None:
        """Change the plan; the plan as it was is put back on undo."""

        def done(before: Snapshot) -> None:
            self._told(said, lambda session, _progress: kept_plan.put_back(session, before))

        self.guide.run(work, done, owner=None)

    def _told(self, said: str, back: Work) -> None:
        """Say what happened; on undo do `back`, also where the window was drawn anew meanwhile."""
        self.guide.tell(said, lambda: self.guide.run(back, lambda _none: self.guide.renew(), owner=None))
        self.guide.renew()
