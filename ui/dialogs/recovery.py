"""Opening a vault with the recovery code, by those who forgot the passphrase."""

from app.errors import PersonError
from app.journey.shelf import VaultHere
from app.wording.marking import marked
from ui.dialogs.form import Form, asks
from ui.dialogs.passphrase import PassphraseForm
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, line_edit
from ui.kit.layouts import column, holding
from ui.kit.text import Paragraph
from ui.pages.door.memory import DoorMemory, Refused, vault_name
from ui.pages.door.openings import Key, opened_with

WHY = marked(
    "You got this code when the vault was made. It has letters and digits in groups of four. Spaces, dashes and small "
    "letters are fine."
)


class RecoveryForm(Form):
    """Asks for the code of a vault; what is damaged goes back to the door, which can do something about it."""

    def __init__(self, guide: Guide, door: DoorMemory, vault: VaultHere) -> None:
        super().__init__(guide)
        self.door, self.vault, self.typed = door, vault, ""

    def draw(self) -> Dialog:
        """One field."""
        look, words = self.guide.look, self.guide.words
        edit = line_edit(look, self.typed)
        edit.textChanged.connect(self._keep)
        self.field = Field(look, words.text("Recovery code"), edit, name="code")
        unlock = Button(
            look, words.text("Unlock"), self._unlock, kind="primary", icon="key-round", name="unlock-with-code"
        )
        asks(edit, unlock)
        return self.lay_out(
            words.text("Open {name} with the recovery code", name=vault_name(words, self.vault)),
            holding(column(Paragraph(look, words.text(WHY)), self.field, gap=look.px(12))),
            unlock,
            icon="life-buoy",
        )

    def _keep(self, code: str) -> None:
        self.typed = code
        self.field.fault("")

    def _unlock(self) -> None:
        guide = self.guide
        if not self.typed.strip():
            self.field.fault(guide.words.text("Type the code first."))
            return
        self.wait(guide.words.text("Opening the vault"))
        guide.enter(
            opened_with(self.vault.folder, Key(code=self.typed)),
            vault_name(guide.words, self.vault),
            failed=self._refused,
            folder=self.vault.folder,
            entered=lambda: PassphraseForm(guide, forgotten=True).open(),
        )

    def _refused(self, error: Exception) -> None:
        self.wait("")
        sentence = self.said(error)
        refused = Refused(error, self.vault, Key(code=self.typed)) if isinstance(error, PersonError) else None
        if refused is not None and refused.ways_out:
            self.close()
            self.door.refused = refused
            if self.door.page is not None:
                self.door.page.show_refused()
        elif self.dialog is not None:
            self.field.fault(sentence)
