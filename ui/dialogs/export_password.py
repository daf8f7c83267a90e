"""The password of an export that another wallet locked."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.journey.records import holding as records
from app.journey.records.holding import Imported
from app.wording.marking import marked
from ui.dialogs.form import FieldForm, asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.fields import Field
from ui.kit.layouts import column, holding
from ui.kit.text import Paragraph
from ui.pages.door.key_panel import passphrase_edit
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session

WHAT = marked(
    "The wallet that made this file locked it. You chose the password there. We use it once to open the file, and do "
    "not keep it."
)


class ExportPasswordForm(FieldForm):
    """Asks for the password and takes the files in again; `then` hears what came of it, before it closes."""

    def __init__(self, guide: Guide, files: tuple[str, ...], then: Callable[[Imported], object]) -> None:
        super().__init__(guide)
        self.files, self.then, self.typed = files, then, ""

    def draw(self) -> Dialog:
        """One field."""
        look, words = self.guide.look, self.guide.words
        edit = passphrase_edit(look, self.typed)
        edit.textChanged.connect(self._keep)
        names = ", ".join(Path(file).name for file in self.files)
        self.field = Field(look, words.text("Password of the export"), edit, hint=names, name="export-password")
        unlock = Button(look, words.text("Open the file"), self._open, kind="primary", icon="check", name="open-export")
        asks(edit, unlock)
        made = self.lay_out(
            words.text("This file is locked with a password"),
            holding(column(Paragraph(look, words.text(WHAT)), self.field, gap=look.px(12))),
            unlock,
            icon="key-round",
        )
        made.first = edit
        return made

    def _keep(self, typed: str) -> None:
        self.typed = typed
        self.field.fault("")

    def _open(self) -> None:
        words, password = self.guide.words, self.typed
        if not password:
            self.field.fault(words.text("Type the password first."))
            return
        paths = [Path(file) for file in self.files]

        def work(session: "Session", progress: Progress) -> Imported:
            return records.import_paths(session, paths, progress, password=password)

        self.wait(words.text("Opening the file"))
        self.guide.run(work, self._came, owner=None, failed=self.failed, stopped=lambda: self.wait(""))

    def _came(self, came: Imported) -> None:
        self.wait("")
        if not self.guide.step:
            return
        if came.locked and not (came.added or came.known):
            self.fault(self.guide.words.problem("export_wrong_password", {}))
            return
        self.then(came)
        self.close()
