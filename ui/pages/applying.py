"""Step 5: one application. What is asked, what shows it, what else that gives away, and what stays home."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.applying.form import read_form
from app.applying.opportunity import Opportunity
from app.applying.postings.correcting import opportunity_of
from app.applying.postings.model import Posting
from app.applying.postings.reading import read_posting
from app.errors import PersonError
from app.journey.apply_choice import Switch
from app.journey.apply_choice_words import switch_name
from app.journey.apply_draft import Draft, forget_draft, keep_draft
from app.journey.apply_step import ApplyStep, Open, alternatives, apply_step, ask_again, decide, say_meaning
from app.journey.apply_table import Row
from app.journey.steps import First
from ui.dialogs.people import meet
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.empty import first_needed
from ui.kit.layouts import clear, holding
from ui.kit.page import Action, Footer, Page, Side
from ui.kit.text import Text
from ui.pages.apply.memory import ROWS, ApplyMemory, How, Typed
from ui.pages.apply.opened import MORE, Opened
from ui.pages.apply.side import SidePanel
from ui.pages.apply.start import Start, StartActions
from ui.pages.apply.table import RowActions
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.applying.tailoring import Wishes
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
            guide.look, words.text("Use another posting…"), self._another, icon="file", name="another-posting"
        )
        super().__init__(guide, words.text("What should they get to see?"), "", self.another)
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
            lambda session, _progress: apply_step(session),
            self._found,
            owner=self,
            saying=self.words.text("Looking at your records"),
        )

    def _found(self, step: ApplyStep) -> None:
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
        self.start = Start(self.guide, self.memory, StartActions(self._file, self._paste, self._practice))
        self.room.addWidget(self.start)
        self.foot(Footer(Action(words.text("Show what fits"), self._form)))

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
        do = RowActions(self._change, self._speak, self._answer)
        self.room.addWidget(
            Opened(self.guide, self.memory, now, do, more=self._more, others=self._others, versions=self._versions)
        )
        for panel in self._drawn_panels():
            panel.draw(now)
        self._foot_open(now)

    def _foot_open(self, now: Open) -> None:
        words = self.words
        off = "" if now.table.summary.answered else words.text("Nothing of yours goes yet.")
        note = "" if self.look.compact else words.text("You see both files before anything leaves")
        preview = Action(words.text("Preview"), self._preview, "eye")
        self.foot(Footer(Action(words.text("Sign and save"), self._sign, off=off), note, (preview,)))

    def _more(self) -> None:
        self.memory.rows += MORE
        self._draw()

    def _panel(self) -> QWidget:
        panel = SidePanel(self.guide, self._throw)
        self.panels.append(panel)
        if self.memory.open is not None:
            panel.draw(self.memory.open)
        return panel

    def _drawn_panels(self) -> list[SidePanel]:
        self.panels = [panel for panel in self.panels if shiboken6.isValid(panel)]
        return self.panels

    def _file(self, path: Path) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, PersonError) and self.start is not None:
                self.start.file.fault(self.words.problem(error.code, error.values))
            else:
                self.guide.fail(error)

        self.guide.run(lambda _session, _progress: read_posting(path), self._read, owner=self, failed=failed)

    def _paste(self) -> None:
        from ui.dialogs.posting_paste import PostingPasteForm

        PostingPasteForm(self.guide, self._read).open()

    def _read(self, posting: Posting) -> None:
        """A file made for this asks for just what it says; anything else is put right by the learner first."""
        from ui.dialogs.posting_found import FoundForm

        if posting.shape == "pathfolio":
            self._begin(opportunity_of(posting))
        else:
            FoundForm(self.guide, posting, self._begin).open()

    def _practice(self) -> None:
        step = self.memory.step
        if step is not None and step.posting is not None:
            self._begin(step.posting)

    def _form(self) -> None:
        found = read_form(self.memory.typed.form)
        if isinstance(found, Opportunity):
            self._begin(found)
        elif self.start is not None:
            self.start.form.faults(found)

    def _begin(self, wanted: Opportunity) -> None:
        memory, step = self.memory, self.memory.step
        typed = memory.typed.name
        name = typed if typed is not None else step.name if step is not None else ""

        def begun(_step: ApplyStep) -> None:
            memory.typed, memory.before, memory.rows, memory.how = Typed(name=typed), None, ROWS, How()
            if wanted.ignored:
                self.guide.tell(
                    self.words.text("These parts of the file were not used: {names}.", names=wanted.ignored)
                )
            self.heading.setFocus()

        self._keep(Draft(wanted, name=" ".join(name.split())), begun)

    def _another(self) -> None:
        now = self.memory.open
        if now is None:
            return
        memory, old = self.memory, now.draft

        def work(session: "Session", _progress: Progress) -> ApplyStep:
            forget_draft(session)
            return apply_step(session)

        def aside(step: ApplyStep) -> None:
            memory.before = old.wanted
            self._found(step)
            self._told(self.words.text("The posting is put aside."), lambda page: page.back_to(old))
            self.heading.setFocus()

        self.guide.run(work, aside, owner=self)

    def start_again(self, one: Draft, told: str) -> None:
        """Make the application another one, and say so."""
        if self.memory.open is not None:
            old = self.memory.open.draft
            self._keep(one, lambda _step: self._told(told, lambda page: page.back_to(old)))

    def back_to(self, one: Draft) -> None:
        """Make the application as it was."""
        self._keep(one, lambda _step: None)

    def _keep(self, one: Draft, done: Callable[[ApplyStep], object]) -> None:
        def work(session: "Session", _progress: Progress) -> ApplyStep:
            keep_draft(session, one)
            return apply_step(session)

        self._renew(work, done)

    def _renew(self, work: Callable[["Session", Progress], ApplyStep], done: Callable[[ApplyStep], object]) -> None:
        """Do something that may change all of the page, and draw it anew."""

        def found(step: ApplyStep) -> None:
            self._found(step)
            self.guide.refresh()
            done(step)

        self.guide.run(work, found, owner=self, saying=self.words.text("Looking at your records"))

    def _told(self, words: str, undo: Callable[["ApplyPage"], object]) -> None:
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
            self._found(replace(step, open=after))
            self.guide.refresh()
            self._told(told, lambda page: page.back_to(old))

        self.guide.run(lambda session, _progress: decide(session, now, wishes), decided, owner=self)

    def _throw(self, one: Switch) -> None:
        state = self.words.text("Off") if one.on else self.words.text("On")
        name = switch_name(self.words, one)
        self.decide(one.flipped, self.words.text("{name}: {state}", name=name, state=state))

    def _answer(self, one: Row, agreed: bool) -> None:  # noqa: FBT001  the learner's yes or no
        if one.guess is None:
            return
        asked, concept = one.asked, one.guess.matches[0].concept
        told = (
            self.words.text("You said yes: “{concept}”.", concept=concept.name)
            if agreed
            else self.words.text("You said no to “{concept}”.", concept=concept.name)
        )

        def work(session: "Session", _progress: Progress) -> ApplyStep:
            say_meaning(session, asked, concept.id, agreed=agreed)
            return apply_step(session)

        self._renew(work, lambda _step: self._told(told, lambda page: page.ask_again(one, concept.id)))

    def ask_again(self, one: Row, concept_id: str) -> None:
        """Take a yes or no back."""

        def work(session: "Session", _progress: Progress) -> ApplyStep:
            ask_again(session, one.asked, concept_id)
            return apply_step(session)

        self._renew(work, lambda _step: None)

    def _change(self, one: Row) -> None:
        from ui.dialogs.apply_other import OtherForm

        now = self.memory.open
        if now is not None:
            self.guide.run(
                lambda _session, _progress: alternatives(now.ready, one.requirement),
                lambda ways: OtherForm(self.guide, self.memory, now, one, ways).open(),
                owner=self,
            )

    def _speak(self, one: Row) -> None:
        from ui.dialogs.apply_own_words import OwnWordsForm

        if self.memory.open is not None:
            OwnWordsForm(self.guide, self.memory, self.memory.open.draft, one).ask()

    def renewed(self, step: ApplyStep, told: str, undo: Callable[["ApplyPage"], object]) -> None:
        """A dialog has changed the application."""
        self._found(step)
        self.guide.refresh()
        self._told(told, undo)

    def signed(self, step: ApplyStep) -> None:
        """The application is signed and saved: the next one may begin."""
        self._found(step)
        self.guide.refresh()

    def renew(self, work: Callable[["Session", Progress], ApplyStep]) -> None:
        """Do something that may change all of the page."""
        self._renew(work, lambda _step: None)

    def _others(self) -> None:
        from ui.dialogs.apply_others import OthersForm

        if self.memory.open is not None:
            OthersForm(self.guide, self.memory, self.memory.open).open()

    def _versions(self) -> None:
        from ui.dialogs.apply_versions import VersionsForm

        if self.memory.open is not None:
            VersionsForm(self.guide, self.memory, self.memory.open).open()

    def _preview(self) -> None:
        from ui.dialogs.apply_preview import PreviewForm

        if self.memory.open is not None:
            PreviewForm(self.guide, self.memory.how, self.memory.open).show()

    def _sign(self) -> None:
        from ui.dialogs.apply_sign import SignForm

        if self.memory.open is not None:
            SignForm(self.guide, self.memory, self.memory.open).show()


def make_page(guide: Guide) -> Page:
    """The page."""
    return ApplyPage(guide)
