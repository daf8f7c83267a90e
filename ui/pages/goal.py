"""Step 3: the job to aim for. Up to three stand side by side; below them, jobs found in three ways."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QBoxLayout, QScrollArea, QWidget

from app.journey.goal.comparing import Compared
from app.journey.goal.page import WAYS, Findings, GoalPage, Way, findings, goal_page
from app.journey.goal.page import like as like_one
from app.journey.goal.words import sources_lines
from ui.dialogs.pay_place import open_dialog as choose_place
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.choices import Check, Segments
from ui.kit.fields import announce, line_edit
from ui.kit.heard import quietly
from ui.kit.layouts import Flow, clear, column, holding, row
from ui.kit.page import Action, Footer, Page
from ui.kit.ring import bring_into_view
from ui.kit.text import Text
from ui.pages.goal_card import CompareCard, OnJob, cards_across
from ui.pages.goal_changes import Changes
from ui.pages.goal_found import NOTHING, found_list, nothing_found
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session

TYPING_ENDS = 250
"""Milliseconds without a key after which what was typed is looked for."""

ROOM_FOUND = 160
"""Pixels at 100 % text of what is found that should be seen below the search."""


@dataclass
class GoalMemory:
    """What the page keeps while it is drawn anew: how the learner looks for jobs, and what they typed.

    While they are `looking`, what is found stands first; else the jobs compared do. `like` is the job, as its code and
    name, that others like it are asked for.
    """

    way: Way = "from_skills"
    typed: str = ""
    looking: bool = False
    like: tuple[str, str] | None = None


class Goal(Page):
    """What job would you like to aim for?"""

    step = "goal"

    def __init__(self, guide: Guide) -> None:
        words = guide.words
        self.memory = guide.recall("goal", GoalMemory)
        self.guide, self.sources = guide, column()
        super().__init__(
            guide,
            words.text("What job would you like to aim for?"),
            words.text(
                "Compare up to three. Fit and outlook stay apart: one is about you, the other is about the job."
            ),
            self._sources_beside(),
        )
        self.shown: GoalPage | None = None
        self.changes = Changes(guide, self, self._again)
        self.compared = column()
        self.found = column(gap=self.look.px(8))
        self.typing = QTimer(self, singleShot=True, interval=TYPING_ENDS)
        self.typing.timeout.connect(self._find)
        self.only_signed = self._counting()
        above = Flow(self.only_signed, self._pay_place(), gap=self.look.px(24))
        counted = column(holding(above), holding(self.compared), gap=self.look.px(4))
        self._compared, self._found = holding(counted), holding(self.found)
        self.search = self._search()
        self._body = column(self.search, self._compared, self._found, None, gap=self.look.px(14))
        self.lay_out(holding(self._body))
        self._order()
        self.foot(self._footer(None))

    def _sources_beside(self) -> QWidget:
        made = holding(self.sources)
        if not self.guide.look.compact:
            made.setMinimumWidth(self.guide.look.px(430))
        return made

    def arrive(self) -> None:
        """Ask for the jobs compared and for what the chosen way finds."""
        self._ask()
        self._find()

    def _search(self) -> QWidget:
        look, words = self.look, self.words
        self.typed = line_edit(
            look, self.memory.typed, placeholder=words.text("Type a job, such as “phlebotomist”"), search=True
        )
        self.typed.setAccessibleName(words.text("Find a job by name"))
        self.typed.setObjectName("find-job")
        self.typed.textEdited.connect(self._typed)
        self.typed.returnPressed.connect(self._find)
        parts = (
            ("way-name", words.text("By name")),
            ("way-skills", words.text("From what I can do")),
            ("way-onward", words.text("Where people like me go")),
        )
        self.ways = Segments(look, parts, self._way, chosen=WAYS.index(self.memory.way), upright=look.compact)
        if look.compact:
            return holding(column(self.typed, self.ways, gap=look.px(8)))
        line = row(gap=look.px(16))
        line.addWidget(self.typed, 1)
        line.addWidget(self.ways)
        return holding(line)

    def _counting(self) -> Check:
        made = Check(self.look, self.words.text("Count only signed records"), name="only-signed")
        made.clicked.connect(self.changes.count)
        return made

    def _pay_place(self) -> QWidget:
        """Where pay is shown for; a practice learner has pay in the U.S. alone."""
        text = self.words.text("Pay for your state or city")
        made = Button(self.look, text, lambda: choose_place(self.guide), kind="link", size="small", name="pay-place")
        if self.guide.practice:
            made.hide()  # shown without being asked: before it stands in the page, it would be a window
        return made

    def _order(self) -> None:
        """What the learner is busy with stands right below the search, for a screen reader too."""
        first, last = (self._found, self._compared) if self.memory.looking else (self._compared, self._found)
        self._body.removeWidget(last)
        self._body.insertWidget(2, last)
        first.stackUnder(last)
        inside = self.search.layout()
        if self.look.compact and isinstance(inside, QBoxLayout):  # what is found stands right below the field
            inside.removeWidget(self.ways)
            inside.insertWidget(0 if self.memory.looking else 1, self.ways)

    def _look(self) -> None:
        self.memory.looking = True
        self._order()

    def _side_by_side(self) -> None:
        """Back to the jobs compared."""
        self.memory.looking, self.memory.like = False, None
        self._order()
        self._find()
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self.heading, lambda: bring_into_view(self.heading))

    def _typed(self, text: str) -> None:
        self.memory.typed, self.memory.like = text, None
        self._look()
        if self.memory.way != "by_name":
            self.memory.way = "by_name"
            self.ways.choose(WAYS.index("by_name"))
        self.typing.start()

    def _way(self, place: int) -> None:
        self.memory.way, self.memory.like = WAYS[place], None
        self._look()
        self._find()
        if self.memory.way == "by_name":
            self.typed.setFocus()

    def _ask(self) -> None:
        self.guide.run(goal_page, self._show, owner=self, saying=self.words.text("Looking for your skills"))

    def _find(self) -> None:
        way, typed, like = self.memory.way, self.memory.typed, self.memory.like
        self.typing.stop()

        def work(session: "Session", progress: Progress) -> Findings:
            return findings(session, way, typed, progress) if like is None else like_one(session, like[0], progress)

        self.guide.run(
            work,
            self._show_found,
            owner=self,
            saying=self.words.text("Looking through all jobs"),
        )

    def _show(self, page: GoalPage) -> None:
        self.foot(self._footer(page))
        if page == self.shown:
            return
        self.shown = page
        quietly(self.only_signed, checked=page.only_signed)
        self._say_sources(page)
        clear(self.compared)
        cards = [self._card(page, job) for job in page.comparison.jobs]
        if cards:
            self.compared.addWidget(cards_across(self.look, cards))

    def _card(self, page: GoalPage, job: Compared) -> CompareCard:
        chosen = page.goal is not None and page.goal.id == job.code
        do = OnJob(self.changes.aim, self.changes.remove, self._like)
        return CompareCard(self.guide, page.comparison, job, do, chosen=chosen)

    def _say_sources(self, page: GoalPage) -> None:
        clear(self.sources)
        for line in sources_lines(self.words, page.comparison.sources, page.comparison.pay_place):
            told = Text(self.look, line, "caption", "quiet")
            told.setAlignment(Qt.AlignmentFlag.AlignLeading if self.look.compact else Qt.AlignmentFlag.AlignTrailing)
            self.sources.addWidget(told)

    def _show_found(self, found: Findings) -> None:
        focus = QApplication.focusWidget()
        held = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        clear(self.found)
        if found.jobs:
            beside = frozenset(job.code for job in self.shown.comparison.jobs) if self.shown else frozenset[str]()
            like = self.memory.like[1] if self.memory.like else ""
            back = self._side_by_side if self.memory.looking and beside else None
            self.found.addWidget(found_list(self.guide, found, beside, self.changes.compare, back, like))
            announce(self, self.words.count("{number} job found", "{number} jobs found", len(found.jobs)))
        else:
            typed = bool(self.memory.typed.strip())
            self.found.addWidget(nothing_found(self.guide, found, typed=typed))
            if typed or found.way != "by_name":
                announce(self, self.words.text(NOTHING[found.way]))
        self._hold(held)
        if self.memory.looking:
            QTimer.singleShot(0, self, self._into_view)

    def _into_view(self) -> None:
        """Where there is little room, scroll until what was found is seen, as far as what has the keyboard allows."""
        area = next((one for one in self.findChildren(QScrollArea) if one.isAncestorOf(self.search)), None)
        inside = area.widget() if area is not None else None
        if area is None or inside is None:
            return
        bar, focus = area.verticalScrollBar(), QApplication.focusWidget()
        wanted = self._found.mapTo(inside, QPoint(0, self.look.px(ROOM_FOUND))).y() - area.viewport().height()
        if focus is not None and inside.isAncestorOf(focus):
            wanted = min(wanted, focus.mapTo(inside, QPoint(0, 0)).y())
        bar.setValue(max(bar.value(), wanted))

    def _hold(self, name: str) -> None:
        """The keyboard stays in the list where it was; from a job now compared it goes to that job's card."""
        if not name.startswith(("why-", "compare-")):
            return
        names = (name, name.replace("compare-", "goal-"))
        there = (one for wanted in names for one in self.findChildren(QWidget, wanted))
        again = next((one for one in there if one.isEnabled() and one.isVisibleTo(self)), None)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _footer(self, page: GoalPage | None) -> Footer:
        words = self.words
        aim = page.goal if page is not None else None
        off = "" if aim is not None or page is None else words.text("Choose a goal first")
        note = "" if aim is None else words.text("Goal: {name}", name=words.name(aim.name))
        return Footer(Action(words.text("Next: plan the way"), lambda: self.guide.go("plan"), off=off), note)

    def _like(self, code: str, name: str) -> None:
        self.memory.like = code, name
        self._look()
        self._find()
        self.typed.setFocus()

    def _again(self) -> None:
        self._ask()
        self._find()
        self.guide.refresh()


def make_page(guide: Guide) -> Page:
    """The page."""
    return Goal(guide)
