"""Step 5: one application. What is asked, what shows it, what else that gives away, and what stays home."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.journey.apply.draft import Draft, keep_draft
from app.journey.apply.standing import ApplyStep, Open, apply_step, decide
from app.journey.steps import First
from ui.dialogs.people import meet
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.empty import first_needed
from ui.kit.layouts import clear, holding
from ui.kit.page import Action, Footer, Page, Side
from ui.kit.text import Text
from ui.pages.apply.beginning import Beginning
from ui.pages.apply.choosing import Choosing
from ui.pages.apply.memory import ApplyMemory
from ui.pages.apply.opened import MORE, Opened
from ui.pages.apply.side import SidePanel
from ui.pages.apply.start import Start, StartActions
from ui.pages.apply.table import RowActions
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.applying.candidate import Wishes
    from app.journey.session import Session

NAMED = 40
"""A reader with a longer name is not named in the question."""


class ApplyPage(Page):
    """The start, the table, or what comes first; the application itself is kept in the vault."""

    def __init__(self, guide: Guide) -> None:
        words = guide.words
        self.memory = guide.recall("apply", ApplyMemory)
        self.memory.drawn = self
        self.another = Button(
            guide.look,
            words.text("Use another posting…"),
            self._another,
            icon="file",
            name="another-posting",
        )
        super().__init__(guide, words.text("What should they get to see?"), "", self.another)
        self.beginning, self.choosing = Beginning(self), Choosing(self)
        self.panels: list[SidePanel] = []
        self.start: Start | None = None
        self.room = QVBoxLayout()
        self.room.setContentsMargins(0, 0, 0, 0)
        self.room.setSpacing(self.look.px(12))
        says, button = words.text("What they will see, and what stays home"), words.text("See and change")
        self.lay_out(holding(self.room), Side(self._panel, 336, "eye", says, button))
        self._draw()

    def arrive(self) -> None:
        """Ask how the application stands now."""
        self.guide.run(
            apply_step,
            self.found,
            owner=self,
            saying=self.words.text("Looking at your records"),
        )

    def found(self, step: ApplyStep) -> None:
        """Draw it anew where it stands otherwise than before."""
        if step != self.memory.step:
            self.memory.step = step
            self._draw()

    def _draw(self) -> None:
        """Draw what is known now; the keyboard stays where it was."""
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None and self._has(focus) else ""
        clear(self.room)
        self.start = None
        step, now = self.memory.step, self.memory.open
        self.another.setVisible(now is not None)
        self.show_side(shown=now is not None)
        if now is not None:
            self._draw_open(now)
        elif step is None:
            self.room.addWidget(Text(self.look, self.words.text("We look at your records."), "body", "quiet"))
        elif step.first is not None:
            self._draw_first(step.first)
        else:
            self._draw_start()
        self.room.addStretch(1)
        if name:
            self._focus(name)

    def _has(self, widget: QWidget) -> bool:
        return self.isAncestorOf(widget) or any(panel.isAncestorOf(widget) for panel in self._drawn_panels())

    def _focus(self, name: str) -> None:
        """Back to the control of that name, else to what stands for the same row now, else to the question."""
        place = name.rpartition("-")[2]
        for wanted in (name, f"yes-{place}", f"change-{place}", f"say-{place}", "posting-title"):
            for ground in (self, *self._drawn_panels()):
                found = [one for one in ground.findChildren(QWidget, wanted) if not one.isHidden()]
                if found:
                    found[-1].setFocus()
                    return
        self.heading.setFocus()

    def _draw_first(self, first: First) -> None:
        self.question(self.words.text("What should they get to see?"), self.words.text("You decide, thing by thing."))
        self.room.addWidget(first_needed(self.guide, first, lambda: meet(self.guide, self)))
        self.foot(Footer())

    def _draw_start(self) -> None:
        words = self.words
        self.question(
            words.text("What are you applying for?"),
            words.text("We look for the fewest records that answer it. Nothing is sent."),
        )
        do = self.beginning
        self.start = Start(
            self.guide, self.memory, StartActions(do.file, do.paste, do.go_on, do.drop, do.practice, do.let_go)
        )
        self.room.addWidget(self.start)
        self.foot(Footer(Action(words.text("Show what fits"), self.beginning.form)))

    def _draw_open(self, now: Open) -> None:
        words, table = self.words, now.table
        named = len(table.organisation) <= NAMED
        self.question(
            words.text("What should {organisation} get to see?", organisation=table.organisation)
            if named
            else words.text("What should they get to see?"),
            words.count(
                "{title}, {organisation}. They ask for {number} thing.",
                "{title}, {organisation}. They ask for {number} things.",
                len(table.rows),
                title=table.title,
                organisation=table.organisation,
            ),
        )
        to = self.choosing
        rows = RowActions(to.change, to.speak, to.answer)
        self.room.addWidget(
            Opened(self.guide, self.memory, now, rows, more=self._more, others=to.others, versions=to.versions)
        )
        for panel in self._drawn_panels():
            panel.draw(now)
        self._foot_open(now)

    def _foot_open(self, now: Open) -> None:
        words = self.words
        off = "" if now.table.summary.answered else words.text("Nothing of yours goes yet.")
        note = "" if self.look.compact else words.text("You can look at it all before you sign")
        preview = Action(words.text("Preview"), self.choosing.preview, "eye")
        self.foot(Footer(Action(words.text("Sign and save"), self.choosing.sign, off=off), note, (preview,)))

    def _another(self) -> None:
        self.beginning.another()

    def _more(self) -> None:
        self.memory.rows += MORE
        self._draw()

    def _panel(self) -> QWidget:
        panel = SidePanel(self.guide, self.choosing.throw)
        self.panels.append(panel)
        if self.memory.open is not None:
            panel.draw(self.memory.open)
        return panel

    def _drawn_panels(self) -> list[SidePanel]:
        self.panels = [panel for panel in self.panels if shiboken6.isValid(panel)]
        return self.panels

    def start_again(self, one: Draft, told: str) -> None:
        """Make the application another one, and say so."""
        if self.memory.open is not None:
            old = self.memory.open.draft
            self.keep(one, lambda _step: self.told(told, lambda page: page.back_to(old)))

    def back_to(self, one: Draft) -> None:
        """Make the application as it was."""
        self.keep(one)

    def keep(self, one: Draft, done: Callable[[ApplyStep], object] = lambda _step: None) -> None:
        """Keep the application in the vault and draw it."""

        def work(session: "Session", _progress: Progress) -> ApplyStep:
            keep_draft(session, one)
            return apply_step(session)

        self.renew(work, done)

    def renew(
        self,
        work: Callable[["Session", Progress], ApplyStep],
        done: Callable[[ApplyStep], object] = lambda _step: None,
    ) -> None:
        """Do something that may change all of the page, and draw it anew."""

        def found(step: ApplyStep) -> None:
            self.found(step)
            self.guide.refresh()
            done(step)

        self.guide.run(work, found, owner=self, saying=self.words.text("Looking at your records"))

    def told(self, words: str, undo: Callable[["ApplyPage"], object]) -> None:
        """Tell what happened; it is taken back by whichever page is there by then."""
        memory = self.memory

        def back() -> None:
            if memory.page is not None:
                undo(memory.page)

        self.guide.tell(words, back)

    def decide(self, wishes: "Wishes", told: str) -> None:
        """Take other wishes, and say what that was."""
        now, step = self.memory.open, self.memory.step
        if now is None or step is None:
            return
        old = now.draft

        def decided(after: Open) -> None:
            self.found(replace(step, open=after))
            self.guide.refresh()
            self.told(told, lambda page: page.back_to(old))

        self.guide.run(lambda session, _progress: decide(session, now, wishes), decided, owner=self)

    def renewed(self, step: ApplyStep, told: str, undo: Callable[["ApplyPage"], object]) -> None:
        """A dialog has changed the application."""
        self.found(step)
        self.guide.refresh()
        self.told(told, undo)

    def signed(self, step: ApplyStep) -> None:
        """The application is signed and saved: the next one may begin."""
        self.found(step)
        self.guide.refresh()


def make_page(guide: Guide) -> Page:
    """The page."""
    return ApplyPage(guide)
