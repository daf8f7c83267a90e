"""Saying in one's own words what shows a thing asked."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.journey.apply.draft import Draft, speak_for, unsay
from app.journey.apply.preparing import asked_claim
from app.journey.apply.standing import ApplyStep, apply_step
from app.journey.apply.table import Row
from app.journey.skills.changes import Change
from ui.dialogs.form import FieldForm, asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, text_edit
from ui.kit.layouts import Flow, Item, column, holding
from ui.kit.text import Paragraph
from ui.pages.apply.memory import ApplyMemory
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session
    from ui.pages.applying import ApplyPage

Spoken = tuple[ApplyStep, Draft, Change]


class OwnWordsForm(FieldForm):
    """Asks for the words; words given here before can be changed or taken back."""

    def __init__(self, guide: Guide, memory: ApplyMemory, draft: Draft, asked: Row) -> None:
        super().__init__(guide)
        self.memory, self.draft, self.row = memory, draft, asked
        self.text = asked.own_words

    def ask(self) -> None:
        """Open, with the keyboard in the field."""
        self.open()
        self.field.edit.setFocus()

    def draw(self) -> Dialog:
        """One field."""
        look, words = self.guide.look, self.guide.words
        edit = text_edit(look, self.text, lines=4)
        edit.textChanged.connect(lambda: self._typed(edit.toPlainText()))
        hint = words.text("They read it just as you write it, marked as your own word.")
        self.field = Field(look, words.text("In your own words"), edit, hint=hint, name="own-words")
        keep = Button(look, words.text("Keep my words"), self._keep, kind="primary", name="keep-words")
        asks(edit, keep)
        says = words.text("A sentence or two will do. Say what you did, where, and how often.")
        parts: list[Item] = [Paragraph(look, says), self.field, *self._back()]
        body = holding(column(*parts, gap=look.px(12)))
        title = words.text("What can you say about it?")
        return self.lay_out(title, body, keep, icon="message-square", why=self.row.asked.name)

    def _back(self) -> list[Flow]:
        """Words given for this alone can be taken back; those of the Skills page are changed there."""
        if asked_claim(self.row.asked) not in self.draft.said:
            return []
        words = self.guide.words
        back = Button(self.guide.look, words.text("Take my words back"), self._unsay, icon="undo-2", name="unsay")
        asks(back)
        return [Flow(back)]

    def _typed(self, text: str) -> None:
        self.text = text
        if self.field.wrong.text():
            self.field.fault("")

    def _keep(self) -> None:
        before, asked, text = self.draft, self.row.asked, self.text

        def work(session: "Session", _progress: Progress) -> Spoken:
            after, change = speak_for(session, before, asked, text)
            return apply_step(session), after, change

        self.wait(self.guide.words.text("Keeping your words"))
        self.guide.run(work, self._kept, owner=None, failed=self.failed)

    def _kept(self, spoken: Spoken) -> None:
        step, after, change = spoken
        asked, told = self.row.asked, self.guide.words.text("Your words are kept.")

        def back(session: "Session", _progress: Progress) -> ApplyStep:
            unsay(session, after, asked, change)
            return apply_step(session)

        self._ended(step, told, lambda page: page.renew(back))

    def _unsay(self) -> None:
        before, asked = self.draft, self.row.asked

        def work(session: "Session", _progress: Progress) -> ApplyStep:
            unsay(session, before, asked)
            return apply_step(session)

        def done(step: ApplyStep) -> None:
            self._ended(step, self.guide.words.text("Your words stay home."), lambda page: page.back_to(before))

        self.guide.run(work, done, owner=None)

    def _ended(self, step: ApplyStep, told: str, undo: Callable[["ApplyPage"], object]) -> None:
        self.wait("")
        self.close()
        if self.memory.page is not None:
            self.memory.page.renewed(step, told, undo)
