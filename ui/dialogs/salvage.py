"""Saving what can still be read of a damaged vault into a new one."""

from typing import TYPE_CHECKING

from app.journey.shelf import free_folder, vaults_in
from app.wording.marking import marked
from ui.dialogs.form import Form, asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.layouts import column, holding
from ui.kit.text import Paragraph, Pictured
from ui.pages.door.memory import DoorMemory, Refused, vault_name
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.vaults import Kept

WHY = marked(
    "We can copy what is still whole into a new vault. The same passphrase and recovery code open it. The damaged "
    "vault stays as it is, so nothing more is lost. If you have a backup, that may hold more."
)


class SalvageForm(Form):
    """Before: what will be done. After: what was saved, and what was not."""

    def __init__(self, guide: Guide, door: DoorMemory, refused: Refused) -> None:
        super().__init__(guide)
        self.door, self.refused = door, refused
        self.kept: Kept | None = None

    def draw(self) -> Dialog:
        """The question, or the answer."""
        return self._ask() if self.kept is None else self._told(self.kept)

    def _ask(self) -> Dialog:
        look, words = self.guide.look, self.guide.words
        save = Button(look, words.text("Save what can be read"), self._save, kind="primary", name="save-readable")
        self.wrong = Pictured(look, "triangle-alert", "", "row", icon_tone="danger")
        self.wrong.hide()
        asks(save)
        body = holding(column(Paragraph(look, words.text(WHY)), self.wrong, gap=look.px(12)))
        return self.lay_out(words.text("Part of this vault is damaged"), body, save, icon="life-buoy")

    def _told(self, kept: "Kept") -> Dialog:
        look, words = self.guide.look, self.guide.words
        lines = [
            words.count("{number} record was saved.", "{number} records were saved.", kept.records),
            words.count(
                "{number} other thing was saved, like an answer or a plan step.",
                "{number} other things were saved, like answers and plan steps.",
                kept.saved - kept.records,
            ),
            words.count("{number} thing could not be read.", "{number} things could not be read.", kept.lost),
            words.text("The new vault is here: {folder}", folder=str(kept.folder)),
        ]
        go_on = Button(look, words.text("Open the new vault"), self._open, kind="primary", name="open-saved")
        asks(go_on)
        body = holding(column(*(Paragraph(look, line) for line in lines), gap=look.px(8)))
        return self.lay_out(words.text("Saved"), body, go_on, cancel=words.text("Close"), icon="life-buoy")

    def _save(self) -> None:
        words, refused = self.guide.words, self.refused
        name = words.text("{name}, saved", name=vault_name(words, refused.vault))
        place = refused.vault.folder.parent if refused.vault in self.door.elsewhere else None

        def work(_progress: Progress) -> "Kept":
            from app.journey import vaults

            into, key = free_folder(name, place), refused.key
            if key.code:
                return vaults.save_readable_with_code(refused.vault.folder, key.code, into)
            return vaults.save_readable(refused.vault.folder, key.passphrase, into)

        self.wait(words.text("Saving what can be read"))
        self.guide.apart(work, self._saved, owner=None, failed=self._refused)

    def _saved(self, kept: "Kept") -> None:
        self.wait("")
        self.kept = kept
        if self.dialog is not None:
            self.close()
            self.open(self._offer)
        else:
            self._offer()

    def _offer(self) -> None:
        """Put the new vault on the door's list."""
        if self.kept is not None and self.door.page is not None:
            self.door.page.offer(vaults_in(self.kept.folder))

    def _open(self) -> None:
        if self.kept is not None and self.door.page is not None:
            found, page = vaults_in(self.kept.folder)[0], self.door.page
            self.close()
            page.open_with(found, self.refused.key)

    def _refused(self, error: Exception) -> None:
        self.wait("")
        sentence = self.said(error)
        if sentence and self.dialog is not None:
            self.wrong.setText(sentence)
            self.wrong.show()


def open_dialog(guide: Guide, door: DoorMemory, refused: Refused) -> None:
    """Offer to save what can be read."""
    SalvageForm(guide, door, refused).open()
