"""Bringing a backup back as a vault of its own."""

from pathlib import Path

from app.journey.shelf import VaultHere, folder_named, vaults_in
from app.wording.marking import marked
from ui.dialogs.form import Form, asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, line_edit
from ui.kit.files import choose_file
from ui.kit.layouts import Flow, column, holding
from ui.kit.text import Paragraph
from ui.pages.door.memory import DoorMemory
from ui.work.task import Progress

WHY = marked(
    "A backup is one file whose name ends in .pathfolio. It comes back as a vault of its own, so no vault that is here "
    "changes. The passphrase and the recovery code of that time open it."
)
ABOUT_THE_NAME = ("vault_name_needed", "vault_name_taken", "vault_exists", "folder_not_empty")


class RestoreForm(Form):
    """Asks for the file and for a name."""

    def __init__(self, guide: Guide, door: DoorMemory) -> None:
        super().__init__(guide)
        self.door = door
        self.file, self.name = "", ""

    def draw(self) -> Dialog:
        """File, name."""
        look, words = self.guide.look, self.guide.words
        file, name = line_edit(look, self.file), line_edit(look, self.name)
        file.textChanged.connect(self._filed)
        name.textChanged.connect(self._named)
        choose = Button(look, words.text("Choose the file"), self._choose, icon="folder-open", name="choose-backup")
        self.which = Field(look, words.text("Backup file"), file, name="backup-file", beside=holding(Flow(choose)))
        self.called = Field(look, words.text("What to call the vault"), name, name="restored-name")
        bring = Button(
            look, words.text("Bring it back"), self._bring, kind="primary", icon="history", name="bring-back"
        )
        asks(file, name, choose, bring)
        body = holding(column(Paragraph(look, words.text(WHY)), self.which, self.called, gap=look.px(12)))
        return self.lay_out(words.text("Bring back a backup"), body, bring, icon="history")

    def _filed(self, text: str) -> None:
        self.file = text
        self.which.fault("")

    def _named(self, text: str) -> None:
        self.name = text
        self.called.fault("")

    def _choose(self) -> None:
        words = self.guide.words
        if self.dialog is not None:
            title, kinds = words.text("Choose the backup file"), words.text("Backup (*.pathfolio)")
            choose_file(self.dialog, title, kinds, self._found)

    def _found(self, file: Path) -> None:
        edits = self.which.edit, self.called.edit
        for edit, text in zip(edits, (str(file), self.name or file.stem), strict=True):
            edit.setProperty("text", text)

    def _bring(self) -> None:
        words = self.guide.words
        if not self.file.strip():
            self.which.fault(words.text("Choose the file first."))
            return
        file, name = Path(self.file), self.name

        def work(_progress: Progress) -> tuple[VaultHere, ...]:
            folder = folder_named(name)
            from app.journey.vaults import restore

            restore(file, folder)
            return vaults_in(folder)

        self.wait(words.text("Bringing the backup back"))
        self.guide.apart(work, self._back, owner=None, failed=self._refused)

    def _back(self, vaults: tuple[VaultHere, ...]) -> None:
        self.wait("")
        self.close()
        if self.door.page is not None:
            self.door.page.offer(
                vaults, self.guide.words.text("The backup is back. Type the passphrase that it had then.")
            )

    def _refused(self, error: Exception) -> None:
        self.wait("")
        sentence = self.said(error)
        if not sentence or self.dialog is None:
            return
        about_name = getattr(error, "code", "") in ABOUT_THE_NAME
        (self.called if about_name else self.which).fault(sentence)


def open_dialog(guide: Guide, door: DoorMemory) -> None:
    """Ask for the backup."""
    RestoreForm(guide, door).open()
