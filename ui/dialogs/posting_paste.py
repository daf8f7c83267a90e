"""Pasting the words of a posting."""

from collections.abc import Callable

from app.applying.postings.model import Posting
from app.applying.postings.reading import posting_from_text
from ui.dialogs.form import FieldForm, asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, text_edit
from ui.kit.layouts import column, holding
from ui.unsaved import unsaved_of

LINES = 10
PASTED = "posting_pasted"


class PostingPasteForm(FieldForm):
    """Asks for the words; `read` hears what they come to."""

    def __init__(self, guide: Guide, read: Callable[[Posting], object]) -> None:
        super().__init__(guide)
        self._read, self.unsaved = read, unsaved_of(guide)
        self.typed = str(self.unsaved.get(PASTED, ""))

    def draw(self) -> Dialog:
        """One large field."""
        look, words = self.guide.look, self.guide.words
        edit = text_edit(look, self.typed, lines=LINES)
        edit.textChanged.connect(lambda: self._type(edit.toPlainText()))
        hint = words.text("Copy all of it. We look for what they ask for; you put it right afterwards.")
        self.field = Field(look, words.text("The words of the posting"), edit, hint=hint, name="posting-text")
        go = Button(look, words.text("Find what they ask for"), self._go, kind="primary", name="read-posting")
        asks(edit, go)
        body = holding(column(self.field))
        return self.lay_out(words.text("Paste the posting"), body, go, icon="clipboard-paste", wide=720)

    def _type(self, text: str) -> None:
        self.typed = text
        self.unsaved.keep(PASTED, text)
        self.fault("")

    def _go(self) -> None:
        words, typed = self.guide.words, self.typed
        if not typed.strip():
            self.fault(words.text("Paste the words of the posting first."))
            return
        self.wait(words.text("Reading the posting"))
        self.guide.run(lambda _session, _progress: posting_from_text(typed), self._done, owner=None, failed=self.failed)

    def _done(self, found: Posting) -> None:
        self.wait("")
        self.unsaved.forget(PASTED)
        self.close()
        self._read(found)
