"""The dialogs of the Plan page that only tell: a group of needs, one need, one step."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.journey.plan.asked import leaving_out, nearest_lines
from app.journey.plan.gap_list import NeedDetail, NeedGroup, NeedRow, TaughtBy, need_detail, need_groups
from app.journey.plan.kept import StepState
from app.journey.plan.page import Planned
from app.journey.plan.step_details import StepDetail, step_detail
from app.journey.skills.profile import profile
from app.wording import Words
from ui.dialogs.telling import Sheet, Telling
from ui.guide import Guide
from ui.kit.dialog import Dialog
from ui.kit.text import Text
from ui.pages.planning.doings import Doings
from ui.pages.planning.need_dialog import group_dialog, need_sheet
from ui.pages.planning.step_dialog import OnStep, step_sheet
from ui.work.task import Progress, Work

if TYPE_CHECKING:
    from app.journey.session import Session


@dataclass(frozen=True)
class Reading:
    """Opens them."""

    guide: Guide
    do: Doings

    def group(self, found: Planned, group: NeedGroup) -> None:
        """All needs of a group."""

        def make() -> Dialog:
            now = next(one for one in need_groups(self.guide.words, found.ways) if one.state == group.state)
            return group_dialog(self.guide, now, lambda row: self.need(found, row))

        self.guide.open(make(), again=make)

    def need(self, found: Planned, row: NeedRow) -> None:
        """One need in full."""

        def ask(words: Words) -> Work:
            def work(session: "Session", _progress: Progress) -> NeedDetail:
                return need_detail(session, words, profile(session), found.ways, row.id)

            return work

        def lay(detail: NeedDetail) -> Sheet:
            def open_step(one: TaughtBy) -> None:
                self.step(found, one.id, "")

            return need_sheet(self.guide, detail, open_step)

        Telling(self.guide, ask, lay).open()

    def step(self, found: Planned, step: str, kind: str) -> None:
        """One step in full, with its weeks in the way of a kind."""
        way = found.way(kind)

        def ask(words: Words) -> Work:
            def work(session: "Session", _progress: Progress) -> StepDetail:
                return step_detail(session, words, found.ways, step, way)

            return work

        def lay(detail: StepDetail) -> Sheet:
            def mark(state: StepState) -> None:
                telling.close()
                self.do.mark(found, step, detail.title, state)

            def want(wanted: bool) -> None:  # noqa: FBT001  Qt's own form
                self.do.want(found, step, detail.title, wanted=wanted)

            in_plan = way is not None and step in way.ids
            return step_sheet(self.guide, detail, OnStep(mark, want, leave_out if in_plan else None))

        def leave_out() -> None:
            self.leaving_out(found, step, kind)

        telling = Telling(self.guide, ask, lay)
        telling.open()

    def leaving_out(self, found: Planned, step: str, kind: str) -> None:
        """What leaving a step out of a plan would cost."""
        way = found.way(kind)
        if way is None:
            return

        def ask(words: Words) -> Work:
            def work(_session: "Session", progress: Progress) -> tuple[str, ...]:
                return leaving_out(words, found.ways, way, step, lambda: progress(0, None))

            return work

        name = next(one.name for one in way.steps if one.id == step)
        self._lines(ask, lambda words: words.text("Without {step}?", step=name), "scale")

    def why_not(self, found: Planned) -> None:
        """Why the plans leave something untaught, and which one limit would have to go."""
        told = found.view.not_taught

        def ask(words: Words) -> Work:
            def work(_session: "Session", progress: Progress) -> tuple[str, ...]:
                near = nearest_lines(words, found.ways, lambda: progress(0, None))
                return (*told, *near)

            return work

        self._lines(ask, lambda words: words.text("Why do the plans not teach everything?"), "circle-help")

    def _lines(self, ask: Callable[[Words], Work], title: Callable[[Words], str], icon: str) -> None:
        """Sentences that the solver had to be asked for."""

        def lay(lines: tuple[str, ...]) -> Sheet:
            return Sheet(title(self.guide.words), [Text(self.guide.look, one, "row") for one in lines], "", icon)

        Telling[tuple[str, ...]](self.guide, ask, lay).open()
