"""A new passphrase for the open vault."""

from typing import TYPE_CHECKING

from app.journey.shelf import LEAST_PASSPHRASE
from app.wording.marking import marked
from ui.dialogs.form import Form, asks
from ui.dialogs.two_passphrases import TwoPassphrases
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.layouts import column, holding
from ui.kit.text import Paragraph
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session

FORGOTTEN = marked("The code opened your vault. Choose a new passphrase now, so that you can open it without the code.")
CHANGE = marked(
    "From then on, the new passphrase opens the vault. The recovery code stays the same. A backup from before still "
    "opens with the old passphrase."
)


class PassphraseForm(Form):
    """Asks for the new passphrase; `forgotten`: the vault was opened with its recovery code."""

    def __init__(self, guide: Guide, *, forgotten: bool = False) -> None:
        super().__init__(guide)
        self.forgotten = forgotten
        self.typed = ("", "")

    def draw(self) -> Dialog:
        """Two fields."""
        look, words = self.guide.look, self.guide.words
        self.both = TwoPassphrases(look, LEAST_PASSPHRASE, *self.typed)
        self.both.typed.connect(self._keep)
        save = Button(
            look, words.text("Change the passphrase"), self._save, kind="primary", icon="check", name="save-passphrase"
        )
        asks(self.both, save)
        return self.lay_out(
            words.text("Choose a new passphrase"),
            holding(
                column(Paragraph(look, words.text(FORGOTTEN if self.forgotten else CHANGE)), self.both, gap=look.px(12))
            ),
            save,
            cancel=words.text("Not now") if self.forgotten else "",
            icon="key-round",
        )

    def _keep(self, first: str, second: str) -> None:
        self.typed = first, second

    def _save(self) -> None:
        if not self.both.agree():
            return
        passphrase = self.typed[0]

        def work(session: "Session", _progress: Progress) -> None:
            from app.journey.vaults import change_passphrase

            change_passphrase(session, passphrase)

        self.wait(self.guide.words.text("Changing the passphrase"))
        self.guide.run(work, self._saved, owner=None, failed=self._refused)

    def _saved(self, _none: None) -> None:
        self.wait("")
        self.close()
        self.guide.tell(self.guide.words.text("The new passphrase opens the vault from now on."))

    def _refused(self, error: Exception) -> None:
        self.wait("")
        if self.dialog is not None and (sentence := self.said(error)):
            self.both.fault(sentence)
