"""Step 3: the job to aim for. Up to three stand side by side; below them, jobs found in three ways."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.journey import goal as goals
from app.journey.career_words import sources_lines
from app.journey.comparing import Compared
from app.journey.goal_page import WAYS, Findings, GoalPage, Way, findings, goal_page
from ui.guide import Guide
from ui.kit.choices import Segments
from ui.kit.fields import announce, line_edit
from ui.kit.layouts import clear, column, holding, row
from ui.kit.page import Action, Footer, Page
from ui.kit.text import Text
from ui.pages.goal_card import CompareCard, cards_across
from ui.pages.goal_found import NOTHING, found_list, nothing_found

TYPING_ENDS = 250
"""Milliseconds without a key after which what was typed is looked for."""


@dataclass
class GoalMemory:
    """What the page keeps while it is drawn anew: how the learner looks for jobs, and what they typed."""

    way: Way = "from_skills"
    typed: str = ""


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
        self.compared = column()
        self.found = column(gap=self.look.px(8))
        self.typing = QTimer(self, singleShot=True, interval=TYPING_ENDS)
        self.typing.timeout.connect(self._find)
        body = column(self._search(), self.compared, self.found, None, gap=self.look.px(14))
        self.lay_out(holding(body))
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
        self.typed = line_edit(look, self.memory.typed, placeholder=words.text("Type a job, such as “phlebotomist”"))
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

    def _typed(self, text: str) -> None:
        self.memory.typed = text
        if self.memory.way != "by_name":
            self.memory.way = "by_name"
            self.ways.choose(WAYS.index("by_name"))
        self.typing.start()

    def _way(self, place: int) -> None:
        self.memory.way = WAYS[place]
        self._find()
        if self.memory.way == "by_name":
            self.typed.setFocus()

    def _ask(self) -> None:
        self.guide.run(lambda session, _progress: goal_page(session), self._show, owner=self)

    def _find(self) -> None:
        way, typed = self.memory.way, self.memory.typed
        self.typing.stop()
        self.guide.run(
            lambda session, progress: findings(session, way, typed, progress),
            self._show_found,
            owner=self,
            saying=self.words.text("Looking through all jobs"),
        )

    def _show(self, page: GoalPage) -> None:
        self.foot(self._footer(page))
        if page == self.shown:
            return
        self.shown = page
        self._say_sources(page)
        clear(self.compared)
        cards = [self._card(page, job) for job in page.comparison.jobs]
        if cards:
            self.compared.addWidget(cards_across(self.look, cards))

    def _card(self, page: GoalPage, job: Compared) -> CompareCard:
        chosen = page.goal is not None and page.goal.id == job.code
        return CompareCard(self.guide, page.comparison, job, chosen=chosen, aim=self._aim, remove=self._remove)

    def _say_sources(self, page: GoalPage) -> None:
        clear(self.sources)
        for line in sources_lines(self.words, page.comparison.sources):
            told = Text(self.look, line, "caption", "quiet")
            told.setAlignment(Qt.AlignmentFlag.AlignLeading if self.look.compact else Qt.AlignmentFlag.AlignTrailing)
            self.sources.addWidget(told)

    def _show_found(self, found: Findings) -> None:
        focus = QApplication.focusWidget()
        held = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        clear(self.found)
        if found.jobs:
            beside = frozenset(job.code for job in self.shown.comparison.jobs) if self.shown else frozenset[str]()
            self.found.addWidget(found_list(self.guide, found, beside, self._compare))
            announce(self, self.words.count("{number} job found", "{number} jobs found", len(found.jobs)))
        else:
            typed = bool(self.memory.typed.strip())
            self.found.addWidget(nothing_found(self.guide, found, typed=typed))
            if typed or found.way != "by_name":
                announce(self, self.words.text(NOTHING[found.way]))
        self._hold(held)

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

    def _compare(self, code: str, name: str) -> None:
        said = self.words.text("{name} stands beside the others now.", name=name)
        self.guide.run(
            lambda session, _progress: goals.add_compared(session, code),
            lambda before: self._changed(said, lambda: self._set_compared(before)),
            owner=self,
        )

    def _remove(self, code: str, name: str) -> None:
        said = self.words.text("{name} is taken away.", name=name)
        self.guide.run(
            lambda session, _progress: goals.remove_compared(session, code),
            lambda before: self._changed(said, lambda: self._set_compared(before)),
            owner=self,
        )

    def _set_compared(self, codes: tuple[str, ...]) -> None:
        self.guide.run(
            lambda session, _progress: goals.set_compared(session, codes), lambda _before: self._again(), owner=self
        )

    def _aim(self, code: str | None, name: str) -> None:
        said = self.words.text("Your goal is now: {name}.", name=name)
        self.guide.run(
            lambda session, _progress: goals.set_goal(session, code),
            lambda before: self._changed(said, lambda: self._set_goal(before)),
            owner=self,
        )

    def _set_goal(self, code: str | None) -> None:
        self.guide.run(
            lambda session, _progress: goals.set_goal(session, code), lambda _before: self._again(), owner=self
        )

    def _changed(self, said: str, undo: Callable[[], object]) -> None:
        self.guide.tell(said, undo)
        self._again()

    def _again(self) -> None:
        self._ask()
        self._find()
        self.guide.refresh()


def make_page(guide: Guide) -> Page:
    """The page."""
    return Goal(guide)
