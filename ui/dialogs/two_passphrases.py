"""A new passphrase, typed twice so that a slip does not lock anybody out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.wording.marking import marked
from ui.kit.fields import Field
from ui.kit.layouts import column
from ui.pages.door.key_panel import passphrase_edit
from ui.theme.look import Look

ADVICE = marked("Use {least} letters or more. Three or four words that only you would put together work well.")


class TwoPassphrases(QWidget):
    """Two fields; `typed` hears both after each key."""

    typed = Signal(str, str)

    def __init__(self, look: Look, least: int, first: str = "", second: str = "") -> None:
        super().__init__()
        words = look.words
        self.look, self.least = look, least
        self.first, self.second = passphrase_edit(look, first), passphrase_edit(look, second, again=True)
        self.one = Field(
            look,
            words.text("New passphrase"),
            self.first,
            hint=words.text(ADVICE, least=least),
            name="new-passphrase",
        )
        self.two = Field(look, words.text("The same passphrase again"), self.second, name="passphrase-again")
        for edit, field in ((self.first, self.one), (self.second, self.two)):
            edit.textChanged.connect(self._changed)
            edit.textChanged.connect(lambda _text, field=field: field.fault(""))
        self.setLayout(column(self.one, self.two, gap=look.px(8)))

    def agree(self) -> bool:
        """Whether both are there, long enough and the same; says beside the field what is wrong."""
        words, first = self.look.words, self.first.text()
        if len(first) < self.least:
            self.one.fault(words.problem("passphrase_short", {"least": self.least}))
        elif self.second.text() != first:
            self.two.fault(words.text("The two are not the same. Type it again."))
        else:
            return True
        return False

    def fault(self, sentence: str) -> None:
        """Say what else is wrong."""
        self.one.fault(sentence)

    def _changed(self) -> None:
        self.typed.emit(self.first.text(), self.second.text())
