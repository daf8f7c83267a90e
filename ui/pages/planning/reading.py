"""The dialogs of the Plan page that only tell: a group of needs, one need, one step."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.journey.gap_list import NeedDetail, NeedGroup, NeedRow, TaughtBy, need_detail, need_groups
from app.journey.kept_plan import StepState
from app.journey.plan_page import Planned
from app.journey.skills import profile
from app.journey.step_details import StepDetail, step_detail
from app.wording import Words
from ui.dialogs.telling import Sheet, Telling
from ui.guide import Guide
from ui.kit.dialog import Dialog
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

            return step_sheet(self.guide, detail, OnStep(mark, want))

        telling = Telling(self.guide, ask, lay)
        telling.open()
