"""Saying in one's own words what shows a thing asked."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.journey.apply.choice import able_to_show, hush
from app.journey.apply.draft import Draft, speak_for, unsay
from app.journey.apply.preparing import asked_claim
from app.journey.apply.standing import ApplyStep, Open, apply_step
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
from ui.unsaved import unsaved_of
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session
    from ui.pages.applying import ApplyPage

Spoken = tuple[ApplyStep, Draft, Change]


class OwnWordsForm(FieldForm):
    """Asks for the words; words that go can be changed or kept home, and a record can take their place."""

    def __init__(self, guide: Guide, memory: ApplyMemory, now: Open, asked: Row) -> None:
        super().__init__(guide)
        self.memory, self.now, self.draft, self.row = memory, now, now.draft, asked
        self.unsaved, self.typing = unsaved_of(guide), f"own_words {asked_claim(asked.asked)}"
        self.text = str(self.unsaved.get(self.typing, asked.own_words or asked.unsaid))

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
        others = self._instead()
        parts: list[Item] = [Paragraph(look, says), self.field, *([Flow(*others, gap=look.px(8))] if others else [])]
        body = holding(column(*parts, gap=look.px(12)))
        title = words.text("What can you say about it?")
        return self.lay_out(title, body, keep, icon="message-square", why=self.row.asked.name)

    def _instead(self) -> list[Button]:
        """Words that go now can stay home, or leave their place to a record that shows the same."""
        look, words = self.guide.look, self.guide.words
        if self.row.how != "own_word":
            return []
        hush_them = Button(look, words.text("Do not send my words"), self._hush, icon="house", name="hush")
        record = Button(look, words.text("Choose a record"), self._record, icon="file-text", name="choose-record")
        found = [hush_them, *([record] if able_to_show(self.now.ready, self.row.requirement) else [])]
        asks(*found)
        return found

    def _hush(self) -> None:
        words, page = self.guide.words, self.memory.page
        self.close()
        if page is not None:
            wishes = hush(self.now.ready.wishes, asked_claim(self.row.asked))
            page.decide(wishes, words.text("Your words stay home."))

    def _record(self) -> None:
        self.close()
        if self.memory.page is not None:
            self.memory.page.choosing.change(self.row)

    def _typed(self, text: str) -> None:
        self.text = text
        self.unsaved.keep(self.typing, text if text != self.row.own_words else "")
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
        self.unsaved.forget(self.typing)
        asked, told = self.row.asked, self.guide.words.text("Your words are kept.")

        def back(session: "Session", _progress: Progress) -> ApplyStep:
            unsay(session, after, asked, change)
            return apply_step(session)

        self._ended(step, told, lambda page: page.renew(back))

    def _ended(self, step: ApplyStep, told: str, undo: Callable[["ApplyPage"], object]) -> None:
        self.wait("")
        self.close()
        if self.memory.page is not None:
            self.memory.page.renewed(step, told, undo)
