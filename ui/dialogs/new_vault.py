"""A new vault: a name, a passphrase, then the recovery code. Nothing is made before the code is kept."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.journey.shelf import LEAST_PASSPHRASE, folder_named
from app.wording.marking import marked
from ui.dialogs.code_panel import CodePanel
from ui.dialogs.form import Form, asks
from ui.dialogs.two_passphrases import TwoPassphrases
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, announce, line_edit
from ui.kit.files import choose_folder
from ui.kit.layouts import Flow, column, holding
from ui.kit.options import Options
from ui.kit.text import Paragraph, Pictured, Text
from ui.pages.door.openings import made
from ui.work.task import Progress

WHY = marked("The vault keeps your records locked. Only the passphrase opens it, and a code that you get next.")
NAME = marked("Others who use this computer can see this name.")


@dataclass
class NewVault:
    """What is typed. `place` is the folder chosen, None for where this computer keeps vaults."""

    name: str = ""
    on_stick: bool = False
    place: Path | None = None
    passphrases: tuple[str, str] = field(default=("", ""), repr=False)
    code: str = field(default="", repr=False)
    wrote: bool = False
    folder: Path = Path()


class NameForm(Form):
    """First: what the vault is called, where it goes, and its passphrase."""

    def __init__(self, guide: Guide, wanted: NewVault) -> None:
        super().__init__(guide)
        self.wanted = wanted

    def draw(self) -> Dialog:
        """Name, place, passphrase twice."""
        look, words, wanted = self.guide.look, self.guide.words, self.wanted
        edit = line_edit(look, wanted.name)
        edit.textChanged.connect(self._named)
        self.name = Field(
            look, words.text("Your name, or what to call the vault"), edit, hint=words.text(NAME), name="name"
        )
        self.both = TwoPassphrases(look, LEAST_PASSPHRASE, *wanted.passphrases)
        self.both.typed.connect(self._typed)
        places = Options(
            look,
            words.text("Where to keep it"),
            (("place-here", words.text("On this computer")), ("place-stick", words.text("On a USB stick"))),
            self._placed,
            chosen=int(wanted.on_stick),
        )
        self.stick = self._stick()
        go_on = Button(look, words.text("Next: the recovery code"), self._go_on, kind="primary", name="to-code")
        asks(edit, self.both, places, go_on)
        body = column(Paragraph(look, words.text(WHY)), self.name, places, self.stick, self.both, gap=look.px(12))
        return self.lay_out(words.text("Start a new vault"), holding(body), go_on, icon="lock")

    def _stick(self) -> QWidget:
        """Which folder of the stick."""
        look, words = self.guide.look, self.guide.words
        self.folder = line_edit(look, str(self.wanted.place or ""))
        self.folder.setReadOnly(True)
        choose = Button(look, words.text("Choose the folder"), self._choose, icon="folder-open", name="choose-place")
        self.where = Field(
            look, words.text("Folder on the stick"), self.folder, name="place", beside=holding(Flow(choose))
        )
        asks(choose)
        if not self.wanted.on_stick:
            self.where.hide()
        return self.where

    def _named(self, name: str) -> None:
        self.wanted.name = name
        self.name.fault("")

    def _typed(self, first: str, second: str) -> None:
        self.wanted.passphrases = first, second

    def _placed(self, place: int) -> None:
        self.wanted.on_stick = bool(place)
        self.where.setVisible(self.wanted.on_stick)

    def _choose(self) -> None:
        if self.dialog is not None:
            choose_folder(self.dialog, self.guide.words.text("Where to keep the vault?"), self._found)

    def _found(self, folder: Path) -> None:
        self.wanted.place = folder
        self.folder.setText(str(folder))
        self.where.fault("")
        self.name.fault("")

    def _go_on(self) -> None:
        wanted = self.wanted
        if not wanted.name.strip():
            self.name.fault(self.guide.words.problem("vault_name_needed", {}))
            return
        if wanted.on_stick and wanted.place is None:
            self.where.fault(self.guide.words.text("Choose the folder first."))
            return
        if not self.both.agree():
            return
        place = wanted.place if wanted.on_stick else None

        def work(_progress: Progress) -> tuple[Path, str]:
            folder = folder_named(wanted.name, place)
            from app.journey.vaults import new_code

            return folder, wanted.code or new_code()

        self.wait(self.guide.words.text("Making a recovery code"))
        self.guide.apart(work, self._made, owner=None, failed=self._refused)

    def _made(self, found: tuple[Path, str]) -> None:
        self.wait("")
        if self.dialog is None:  # closed while the code was made
            return
        self.wanted.folder, self.wanted.code = found
        self.close()
        CodeForm(self.guide, self.wanted).open()

    def _refused(self, error: Exception) -> None:
        self.wait("")
        sentence = self.said(error)
        if sentence and self.dialog is not None:
            self.name.fault(sentence)


class CodeForm(Form):
    """Then: the code; the vault is made once the learner says that they have it."""

    def __init__(self, guide: Guide, wanted: NewVault) -> None:
        super().__init__(guide)
        self.wanted = wanted

    def draw(self) -> Dialog:
        """The code, and the box to check."""
        look, words, wanted = self.guide.look, self.guide.words, self.wanted
        panel = CodePanel(self.guide, wanted.name.strip(), wanted.code, wrote=wanted.wrote)
        panel.kept.connect(self._kept)
        self.make = Button(
            look, words.text("Make the vault"), self._make, kind="primary", icon="check", name="make-vault"
        )
        self.off = Text(look, words.text("Check the box to go on."), "caption", "quiet")
        self.wrong = Pictured(look, "triangle-alert", "", "row", icon_tone="danger")
        self.wrong.hide()
        asks(panel)
        self._kept(wanted.wrote)
        return self.lay_out(
            words.text("Your recovery code"),
            holding(column(panel, self.off, self.wrong, gap=look.px(12))),
            self.make,
            back=self._back,
            icon="key-round",
        )

    def _kept(self, on: bool) -> None:  # noqa: FBT001  Qt's signal
        self.wanted.wrote = on
        self.make.setEnabled(on)
        self.make.setAccessibleDescription("" if on else self.off.text())
        if on or self.off.parent() is not None:  # what stands nowhere yet would come up as a window of its own
            self.off.setVisible(not on)

    def _back(self) -> None:
        self.close()
        NameForm(self.guide, self.wanted).open()

    def _make(self) -> None:
        wanted = self.wanted
        self.wait(self.guide.words.text("Making the vault"))
        self.make.setEnabled(False)
        self.guide.enter(
            made(wanted.folder, wanted.passphrases[0], wanted.code, wanted.name.strip()),
            wanted.name.strip(),
            failed=self._refused,
            folder=wanted.folder,
            entered=lambda: self.guide.tell(self.guide.words.text("Your vault is ready.")),
        )

    def _refused(self, error: Exception) -> None:
        self.wait("")
        sentence = self.said(error)
        if self.dialog is not None and sentence:
            self.make.setEnabled(True)
            self.wrong.setText(sentence)
            self.wrong.show()
            announce(self.wrong, sentence)


def open_dialog(guide: Guide) -> None:
    """Ask for what a new vault needs."""
    NameForm(guide, NewVault()).open()
