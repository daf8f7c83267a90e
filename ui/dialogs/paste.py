"""Pasting the text of a record, or a link to one: its website is asked only where the learner says so."""

from typing import TYPE_CHECKING

from app.journey.records import holding as records
from app.journey.records.holding import Imported
from app.journey.records.import_report import import_report
from ui.dialogs import links
from ui.dialogs.form import FieldForm, asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, text_edit
from ui.kit.layouts import column, holding
from ui.pages.record_changes import came_in, memory_of
from ui.work.task import Progress, Task

if TYPE_CHECKING:
    from app.journey.session import Session


class PasteForm(FieldForm):
    """Asks for the text; what is typed stays while the window is drawn anew, and over a lock."""

    def __init__(self, guide: Guide) -> None:
        super().__init__(guide)
        self.memory = memory_of(guide)
        self.task: Task | None = None

    def ask(self) -> None:
        """Show it; once it is closed, what was typed is gone."""
        self.open(lambda: self._keep(""))

    def draw(self) -> Dialog:
        """The dialog."""
        look, words = self.guide.look, self.guide.words
        edit = text_edit(look, self.memory.pasted, lines=8)
        edit.textChanged.connect(lambda: self._keep(edit.toPlainText()))
        hint = (
            words.text(
                "Only have a link? Open it in your browser and save the record as a file. Then choose that file here. "
                "We do not go online."
            )
            if self.guide.practice
            else words.text("Only have a link? Paste it. You see whom we would ask before we go online.")
        )
        self.field = Field(look, words.text("The text of the record"), edit, hint=hint, name="pasted")
        add = Button(look, words.text("Add"), self._add, kind="primary", icon="plus", name="add-pasted")
        asks(edit, add)
        made = self.lay_out(
            words.text("Paste a link or text"),
            holding(column(self.field)),
            add,
            icon="clipboard-paste",
            why=words.text("Some records come as text in an e-mail or on a web page."),
        )
        made.first = edit
        return made

    def _keep(self, typed: str) -> None:
        self.memory.pasted = typed

    def _add(self) -> None:
        if not self.memory.pasted.strip():
            self.fault(self.guide.words.text("Paste something first."))
            return
        text = self.memory.pasted

        def work(session: "Session", progress: Progress) -> Imported:
            return records.import_text(session, text, progress)

        says = self.guide.words.text("Reading the text")
        self.wait(says)
        self.guide.run(work, self._came, owner=None, failed=self.failed, stopped=lambda: self.wait(""), saying=says)

    def _came(self, came: Imported) -> None:
        self._told(came)
        if came.links and self.dialog is not None and not self.guide.practice and links.can_be_asked(came):
            links.get_records(self.guide, came, self._told)

    def _told(self, came: Imported) -> None:
        """Tell what came at the foot of the window; that nothing did, beside the field, with what was typed."""
        self.wait("")
        if came.added or came.known or came.keys:
            self.close()
            came_in(self.guide, came)
        else:
            lines = import_report(self.guide.words, came).lines
            self.fault(" ".join(dict.fromkeys(line.text for line in lines)))
