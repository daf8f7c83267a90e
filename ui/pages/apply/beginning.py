"""How an application begins: from a file, pasted words, the practice posting or the form; and putting it aside."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6

from app.applying.form import read_form
from app.applying.opportunity import Opportunity
from app.applying.postings.correcting import opportunity_of
from app.applying.postings.model import Posting
from app.applying.postings.reading import read_posting
from app.errors import PersonError
from app.journey.apply.draft import Draft, corrected, forget_draft
from app.journey.apply.standing import ApplyStep, apply_step
from ui.pages.apply.left import FOUND
from ui.pages.apply.memory import ROWS, How, Typed
from ui.unsaved import unsaved_of
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session
    from ui.pages.applying import ApplyPage


class Beginning:
    """What the start of the page does."""

    def __init__(self, page: "ApplyPage") -> None:
        self.page, self.guide, self.words, self.memory = page, page.guide, page.words, page.memory

    def file(self, path: Path) -> None:
        """Read a posting; what is wrong with the file stands beside it."""

        def failed(error: Exception) -> None:
            if isinstance(error, PersonError) and self.page.start is not None:
                self.page.start.file.fault(self.words.problem(error.code, error.values))
            else:
                self.guide.fail(error)

        self.guide.run(lambda _session, _progress: read_posting(path), self.read, owner=self.page, failed=failed)

    def paste(self) -> None:
        """Ask for the words of a posting."""
        from ui.dialogs.posting_paste import PostingPasteForm

        PostingPasteForm(self.guide, self.read).open()

    def read(self, posting: Posting) -> None:
        """A file made for this asks for just what it says; anything else is put right by the learner first."""
        from ui.dialogs.posting_found import FoundForm

        if posting.shape == "pathfolio":
            self.begin(opportunity_of(posting))
        else:
            FoundForm(self.guide, posting, self.begin).open(self._left)

    def go_on(self) -> None:
        """Open the list of a posting again as it was left."""
        from ui.dialogs.posting_found import go_on

        try:
            go_on(self.guide, self.begin).open(self._left)
        except PersonError as error:
            self.drop()
            self.guide.tell(self.words.problem(error.code, error.values))

    def drop(self) -> None:
        """Forget a posting that was being put right."""
        unsaved_of(self.guide).forget(FOUND)
        self._left()

    def _left(self) -> None:
        """Show or take away what was left half-way."""
        start = self.page.start
        if start is not None and shiboken6.isValid(start):
            start.show_left()

    def practice(self) -> None:
        """Take what the practice learner can apply for."""
        step = self.memory.step
        if step is not None and step.posting is not None:
            self.begin(step.posting)

    def let_go(self) -> None:
        """Forget an application that was begun and cannot be read."""

        def work(session: "Session", _progress: Progress) -> ApplyStep:
            forget_draft(session)
            return apply_step(session)

        self.page.renew(work)

    def form(self) -> None:
        """Take what is typed, or say what is wrong with it."""
        found = read_form(self.memory.typed.form)
        if isinstance(found, Opportunity):
            self.begin(found, self.memory.before if self.memory.typed.taken else None)
        elif self.page.start is not None:
            self.page.start.form.faults(found)

    def begin(self, wanted: Opportunity, before: Draft | None = None) -> None:
        """Keep it in the vault and show what answers it; `before` is the application that it puts right."""
        memory, step = self.memory, self.memory.step
        typed = memory.typed.name
        name = typed if typed is not None else step.name if step is not None else ""

        def begun(_step: ApplyStep) -> None:
            memory.typed, memory.before, memory.rows = Typed(name=typed), None, ROWS
            if before is None:
                memory.how = How()
            if wanted.ignored:
                self.guide.tell(
                    self.words.text("These parts of the file were not used: {names}.", names=wanted.ignored)
                )
            self.page.heading.setFocus()

        self.page.keep(replace(corrected(before, wanted), name=" ".join(name.split())), begun)

    def another(self) -> None:
        """Put the posting aside."""
        now = self.memory.open
        if now is None:
            return
        memory, old = self.memory, now.draft

        def work(session: "Session", _progress: Progress) -> ApplyStep:
            forget_draft(session)
            return apply_step(session)

        def aside(step: ApplyStep) -> None:
            memory.before = old
            self.page.found(step)
            self.guide.refresh()
            self.page.told(self.words.text("The posting is put aside."), lambda page: page.back_to(old))
            self.page.heading.setFocus()

        self.guide.run(work, aside, owner=self.page)
