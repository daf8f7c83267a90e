"""Step 4: the way there. What the goal needs, the ways to learn it, the cheapest plan and the fastest; choose one."""

import time
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from app.journey.plan.gap_list import NeedRow
from app.journey.plan.kept import KeptStep, StepState
from app.journey.plan.page import Planned, planned
from app.journey.plan.view import PlanView
from app.journey.plan.way_map import Lane, Node
from pathways.plans.fastest import TIME_LIMIT
from ui.guide import Guide
from ui.kit.card import Card, Rule, Scroll
from ui.kit.fields import announce
from ui.kit.heard import quietly
from ui.kit.layouts import clear, column, holding, row
from ui.kit.page import Action, Footer, Page
from ui.kit.turns import Turns
from ui.pages.planning.canvas import Key
from ui.pages.planning.compare import compared
from ui.pages.planning.doings import Doings
from ui.pages.planning.empty import no_goal, no_ways, stopped
from ui.pages.planning.foot import plan_foot
from ui.pages.planning.further import further
from ui.pages.planning.gaps import NeedButton, gap_bar, gap_list
from ui.pages.planning.limits_card import limits_card
from ui.pages.planning.memory import PlanMemory, teacher
from ui.pages.planning.reading import Reading
from ui.pages.planning.ways_list import OnLane
from ui.pages.planning.ways_panel import WaysPanel
from ui.pages.planning.your_plan import OnPlan, your_plan
from ui.work.task import Cancelled, Progress

if TYPE_CHECKING:
    from app.journey.session import Session

GAPS, PLANS, BETWEEN = 252, 384, 14


class Answer(Enum):
    """What the search for ways can end with besides ways."""

    STOPPED = 0


class PlanPage(Page):
    """How can you get there?"""

    step = "plan"

    def __init__(self, guide: Guide) -> None:
        words = guide.words
        self._limits = column()
        why = words.text("What you show, what is left to learn, and the ways to learn it.")
        super().__init__(
            guide, words.text("How can you get there?"), why, None if guide.look.compact else holding(self._limits)
        )
        self.memory = guide.recall("plan", PlanMemory)
        self.found: Planned | None = None
        self.do = Doings(guide, self)
        self.read = Reading(guide, self.do)
        self.turns = Turns(self)
        self._asked = 0
        self._focus = ""
        self.panel: WaysPanel | None = None
        self.gaps, self.plans = column(), column()
        self._body = column()
        self.lay_out_apart(holding(self._body))
        self.foot(Footer(Action(words.text("Next: apply"), lambda: guide.go("apply"))))
        if self.memory.found is not None and self.memory.language == words.language:
            self._show(self.memory.found)

    def arrive(self) -> None:
        """Ask for the ways anew: the goal, the skills or the limits may have changed."""
        self.ask()

    def ask(self) -> None:
        """Find the ways on the worker; what was asked before and comes late is dropped."""
        words = self.words
        self._asked += 1
        mine = self._asked

        def work(session: "Session", progress: Progress) -> Planned | Answer | None:
            began = time.monotonic()
            try:
                return planned(session, words, lambda: _tell(progress, time.monotonic() - began))
            except Cancelled:
                return Answer.STOPPED

        self.guide.run(
            work,
            lambda found: self._answered(found) if mine == self._asked else None,
            owner=self,
            saying=words.text("Finding the cheapest and the fastest plan"),
        )

    def _answered(self, found: Planned | Answer | None) -> None:
        if found is Answer.STOPPED:
            self._stopped()
        elif found is None or isinstance(found, Planned):
            changed = self.found is None or found is None or found.view != self.found.view
            self.memory.found, self.memory.language = found, self.words.language
            if changed:
                self._show(found)
            self.found = found
            self.guide.refresh()

    def _stopped(self) -> None:
        if self.found is None:
            self._only(stopped(self.guide, self.ask))
        self.guide.tell(self.words.text("You stopped the search for plans."))

    def _show(self, found: Planned | None) -> None:
        self.found = found
        if found is None:
            self._only(no_goal(self.guide))
            return
        self._remember_focus()
        self.memory.look_at(found.view)
        self.question(self.words.text("How can you get there?"), found.view.headline)
        if self.panel is None:
            self._furnish()
        self.turns.take([self._draw_limits, self._draw_gaps, self._draw_ways, self._draw_plans, self._focus_again])
        self._say_foot()

    def _only(self, widget: QWidget) -> None:
        """Nothing but this stands on the page."""
        self.turns.take([])
        self.panel = None
        clear(self._limits)
        clear(self._body)
        if self.look.compact:  # the limits stood in the body, and are gone with it
            self._limits = column()
        self._body.addWidget(widget)
        self._body.addStretch(1)
        self.foot(Footer())

    def _furnish(self) -> None:
        """The three columns, or what stands for them where there is little room."""
        look, words = self.look, self.words
        body = self._body
        if look.compact:
            self._limits = column()
        clear(body)
        self.gaps, self.plans = column(), column()
        on_lane = OnLane(self._details, lambda lane: self._choose(lane.kind))
        self.panel = WaysPanel(self.guide, self.memory, on_lane, self._look_at_step, self._no_ways)
        middle = Card(look, column(self.panel))
        gaps, plans = holding(self.gaps), holding(self.plans)
        if look.compact:
            body.addWidget(holding(self._limits))
            for part in (gaps, Card(look, column(plans)), middle):
                body.addWidget(part)
            body.setSpacing(look.px(12))
            return
        left = Card(look, column(Scroll(gaps, words.text("What this job needs")), margins=(1, 1, 1, 1)))
        right = Card(look, column(Scroll(plans, words.text("Plans")), margins=(1, 1, 1, 1)))
        left.setFixedWidth(look.px(GAPS))
        right.setFixedWidth(look.px(PLANS))
        across = row(left, gap=look.px(BETWEEN))
        across.addWidget(middle, 1)
        across.addWidget(right)
        body.addWidget(holding(across))

    def _draw_limits(self) -> None:
        look, found = self.look, self.found
        clear(self._limits)
        if found is None:
            return
        card = limits_card(self.guide, found.view.limits, self._ask_limits)
        if not look.compact:
            card.setFixedWidth(look.px(PLANS))
        self._limits.addWidget(card)

    def _draw_gaps(self) -> None:
        found = self.found
        if found is None:
            return
        clear(self.gaps)
        groups, show_all = found.view.groups, partial(self.read.group, found)
        if self.look.compact:
            self.gaps.addWidget(gap_bar(self.guide, groups, show_all))
        else:
            self.gaps.addWidget(gap_list(self.guide, groups, self.memory.need, self._act, show_all))

    def _draw_ways(self) -> None:
        if self.found is not None and self.panel is not None:
            self.panel.show_view(self.found.view)

    def _draw_plans(self) -> None:
        found = self.found
        if found is None:
            return
        clear(self.plans)
        if found.ways.kept is not None:
            on_plan = OnPlan(self._mark, lambda one: self.read.step(found, one.step.id, "kept"), self._plan_again)
            self.plans.addWidget(your_plan(self.guide, found.view, found.ways.kept, on_plan))
            self.plans.addWidget(Rule(self.look))
        self.plans.addWidget(compared(self.guide, found.view, self.memory.kind, self._look_at_plan))
        for line in further(self.guide, found, self.read, self.do):
            self.plans.addWidget(line)
        self.plans.addStretch(1)

    def _say_foot(self) -> None:
        found = self.found
        if found is None:
            return
        kind = self.memory.kind
        self.foot(
            plan_foot(self.guide, found.view, kind, lambda: self._choose(kind), lambda: self.do.save(found, kind))
        )

    def _look_at_plan(self, kind: str) -> None:
        self.memory.kind = kind
        if self.found is not None:
            lane = next((one for one in self.found.view.map.lanes if one.kind == kind), None)
            self.memory.node = (lane.kind, lane.nodes[0].id) if lane and lane.nodes else self.memory.node
        if self.panel is not None:
            self.panel.show_chosen()
        self._say_foot()

    def _look_at_step(self, key: Key) -> None:
        self.memory.node = key
        if self.panel is not None:
            self.panel.show_chosen()

    def _act(self, need: NeedRow) -> None:
        """Look at a step that teaches what was pressed; where the map shows none, tell of the need."""
        found, panel = self.found, self.panel
        if found is None or panel is None:
            return
        self.memory.need = need.id
        for button in self.findChildren(NeedButton):
            quietly(button, checked=button.row.id == need.id)
        key = teacher(found, need.id, self.memory.kind)
        if key is None or not panel.as_map:
            self.read.need(found, need)
            return
        self._look_at_step(key)
        node = self.memory.found_node(found.view)
        if node is not None:
            announce(self, self.words.text("{step}. {what}", step=node[1].name, what=node[1].sentence))

    def _details(self, lane: Lane, node: Node) -> None:
        if self.found is not None:
            self.read.step(self.found, node.id, lane.kind)

    def _mark(self, one: KeptStep, state: StepState) -> None:
        if self.found is not None:
            self.do.mark(self.found, one.step.id, one.step.name, state)

    def _choose(self, kind: str) -> None:
        if self.found is not None:
            self.memory.kind = ""
            self.do.choose(self.found, kind)

    def _plan_again(self) -> None:
        """Make the plan kept anew, as the kind it is."""
        kept = self.found.ways.kept if self.found else None
        if kept is not None:
            self._choose(kept.kind)

    def _no_ways(self, view: PlanView) -> QWidget:
        why = next((one.empty for one in view.columns if one.empty), "")
        return no_ways(self.guide, why, self._ask_limits)

    def _ask_limits(self) -> None:
        if self.found is not None:
            self.do.limits(self.found)

    def _remember_focus(self) -> None:
        focus = QApplication.focusWidget()
        if focus is self.heading and self.awaited:
            self._focus, self.awaited = self.awaited, ""
        else:
            self._focus = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""

    def _focus_again(self) -> None:
        """The keyboard stays where it was, on what stands there now."""
        focus = QApplication.focusWidget()
        there = focus is not None and focus is not self.heading and self.isAncestorOf(focus) and focus.isVisible()
        again = self.findChild(QWidget, self._focus) if self._focus and not there else None
        if again is not None and self.isVisible():
            again.setFocus()


def _tell(progress: Progress, seconds: float) -> None:
    """How much of the time that the search may take is over; raises Cancelled where the learner stopped it."""
    progress(min(int(seconds), int(TIME_LIMIT)), int(TIME_LIMIT))


def make_page(guide: Guide) -> Page:
    """The page."""
    return PlanPage(guide)
