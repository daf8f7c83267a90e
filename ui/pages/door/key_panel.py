"""The passphrase of the vault that is chosen, and what to press."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.journey.shelf import VaultHere
from ui.kit.buttons import Button
from ui.kit.fields import Field, Secret, announce
from ui.kit.layouts import Flow, column, holding
from ui.kit.text import Pictured, Text
from ui.pages.door.memory import DoorMemory, vault_name
from ui.theme.look import Look


class KeyPanel(QWidget):
    """A field, Unlock, the way in by recovery code; `show_state` says what is going on and what was refused."""

    def __init__(
        self,
        look: Look,
        memory: DoorMemory,
        vault: VaultHere,
        unlock: Callable[[], object],
        recover: Callable[[], object],
    ) -> None:
        super().__init__()
        words = look.words
        self.look, self.memory, self._open = look, memory, unlock
        self.edit = passphrase_edit(look, memory.typed)
        self.field = Field(
            look, words.text("Passphrase for {name}", name=vault_name(words, vault)), self.edit, name="passphrase"
        )
        self.capitals = Text(look, words.text("Caps Lock seems to be on."), "caption", "partly", weight="semibold")
        self.capitals.hide()
        self.unlock = Button(
            look, words.text("Unlock"), self._unlock, kind="primary", size="large", icon="key-round", name="unlock"
        )
        self.recover = Button(look, words.text("I have a recovery code"), recover, size="large", name="recovery-code")
        self.busy = Pictured(look, "hourglass", words.text("Opening the vault"), "row", "quiet")
        self.edit.textChanged.connect(self._typed)
        self.edit.returnPressed.connect(self._unlock)
        self.edit.capitals.connect(self._capitals)
        buttons = holding(Flow(self.unlock, self.recover, gap=look.px(14)))
        self.setLayout(column(self.field, self.capitals, buttons, self.busy, gap=look.px(10)))
        self.show_state()

    def show_state(self) -> None:
        """Busy or not; what was refused stands beside the field, which has the keyboard again."""
        opening, refused = self.memory.opening, self.memory.refused
        for part in (self.edit, self.unlock, self.recover):
            part.setEnabled(not opening)
        self.busy.setVisible(opening)
        if refused is not None and refused.key.passphrase and not refused.ways_out:
            self.field.fault(refused.sentence(self.look.words))
            self.edit.selectAll()

    def take_keyboard(self) -> None:
        """Let people type at once."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, text: str) -> None:
        self.memory.typed, self.memory.refused = text, None
        self.field.fault("")

    def _capitals(self, on: bool) -> None:  # noqa: FBT001  Qt's signal
        if on and not self.capitals.isVisible():
            announce(self.capitals, self.capitals.text())
        self.capitals.setVisible(on)

    def _unlock(self) -> None:
        if self.memory.typed:
            self._open()
        else:
            self.field.fault(self.look.words.text("Type the passphrase first."))


def passphrase_edit(look: Look, text: str = "", *, again: bool = False) -> Secret:
    """An input for a passphrase; `again` for the second time it is asked for."""
    words = look.words
    says = words.text("Show the passphrase"), words.text("Hide the passphrase")
    if again:
        says = words.text("Show the passphrase you typed again"), words.text("Hide the passphrase you typed again")
    return Secret(look, text, show=words.text("Show"), hide=words.text("Hide"), says=says)
