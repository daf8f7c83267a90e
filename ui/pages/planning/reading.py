"""The dialogs of the Plan page that only tell: a group of needs, one need, one step."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.journey.gap_list import NeedDetail, NeedGroup, NeedRow, TaughtBy, need_detail
from app.journey.kept_plan import StepState
from app.journey.plan_page import Planned
from app.journey.skills import profile
from app.journey.step_details import StepDetail, step_detail
from ui.guide import Guide
from ui.pages.planning.doings import Doings
from ui.pages.planning.need_dialog import group_dialog, need_dialog
from ui.pages.planning.step_dialog import OnStep, step_dialog
from ui.work.desk import Progress

if TYPE_CHECKING:
    from app.journey.session import Session


@dataclass(frozen=True)
class Reading:
    """Opens them for one page, its `owner`."""

    guide: Guide
    owner: QWidget
    do: Doings

    def group(self, found: Planned, group: NeedGroup) -> None:
        """All needs of a group."""
        self.guide.open(group_dialog(self.guide, group, lambda row: self.need(found, row)))

    def need(self, found: Planned, row: NeedRow) -> None:
        """One need in full."""
        words = self.guide.words

        def work(session: "Session", _progress: Progress) -> NeedDetail:
            return need_detail(session, words, profile(session), found.ways, row.id)

        def show(detail: NeedDetail) -> None:
            def open_step(one: TaughtBy) -> None:
                self.step(found, one.id, "")

            self.guide.open(need_dialog(self.guide, detail, open_step))

        self.guide.run(work, show, owner=self.owner)

    def step(self, found: Planned, step: str, kind: str) -> None:
        """One step in full, with its weeks in the way of a kind."""
        words, way = self.guide.words, found.way(kind)

        def work(session: "Session", _progress: Progress) -> StepDetail:
            return step_detail(session, words, found.ways, step, way)

        def show(detail: StepDetail) -> None:
            def mark(state: StepState) -> None:
                dialog.accept()
                self.do.mark(found, step, detail.title, state)

            def want(wanted: bool) -> None:  # noqa: FBT001  Qt's own form
                self.do.want(found, step, detail.title, wanted=wanted)

            dialog = step_dialog(self.guide, detail, OnStep(mark, want))
            self.guide.open(dialog)

        self.guide.run(work, show, owner=self.owner)
