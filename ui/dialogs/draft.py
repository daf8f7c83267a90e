"""A text to copy: a request, a note of thanks. The learner may change it first; Pathfolio sends nothing."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from app.wording import Words
from ui.dialogs.form import Form
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, text_edit
from ui.kit.layouts import column, holding
from ui.kit.text import Paragraph
from ui.unsaved import unsaved_of

LINES = 13


class DraftForm(Form):
    """The draft in a field. What the learner changed is kept when the language is another one; else it follows.

    `about` tells it from other drafts.
    """

    def __init__(
        self,
        guide: Guide,
        about: str,
        title: Callable[[Words], str],
        draft: Callable[[Words], str],
        could_ask: tuple[str, ...] = (),
    ) -> None:
        super().__init__(guide)
        self.title, self.draft, self.could_ask = title, draft, could_ask
        self.unsaved, self.typing = unsaved_of(guide), f"draft {about}"
        self.typed: str | None = self.unsaved.get(self.typing)

    def draw(self) -> Dialog:
        """The text, and the button that copies it."""
        look, words = self.guide.look, self.guide.words
        text = self.draft(words)
        self.edit = text_edit(look, text if self.typed is None else self.typed, lines=LINES)
        self.edit.textChanged.connect(lambda: self._keep(text))
        field = Field(look, words.text("Your text"), self.edit, hint=words.text("You can change it."), name="draft")
        copy = Button(look, words.text("Copy the text"), self._copy, kind="primary", icon="copy", name="copy-draft")
        why = words.text("Pathfolio sends nothing. Copy the text into an e-mail or a letter.")
        parts = [Paragraph(look, why)]
        if self.could_ask:
            parts.append(Paragraph(look, words.text("You could ask: {names}.", names=self.could_ask), tone="quiet"))
        body = holding(column(*parts, field, gap=look.px(10)))
        return self.lay_out(self.title(words), body, copy, cancel=words.text("Close"), icon="mail")

    def _keep(self, draft: str) -> None:
        text = self.edit.toPlainText()
        self.typed = None if text == draft else text
        self.unsaved.keep(self.typing, self.typed)
        if self.dialog is not None:
            self.dialog.tell("")

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.edit.toPlainText())
        self.guide.tell(self.guide.words.text("Copied. You can paste it anywhere now."))
