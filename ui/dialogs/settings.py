"""How this computer's window is used, and what belongs to the open vault."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.preferences import LOCK_AFTER, TEXT_SIZES, THEMES
from app.wording.languages import LANGUAGE_NAMES
from app.wording.marking import marked
from ui.dialogs.form import Form
from ui.dialogs.identities import IdentityList
from ui.dialogs.passphrase import PassphraseForm
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Rule
from ui.kit.choices import Check
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, line_edit
from ui.kit.layouts import Flow, clear, column, holding
from ui.kit.options import Options
from ui.kit.text import Paragraph, Text
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session

COUNTS_CHOICES = (30, 90, 180, 365)
"""Days for which what a website said can be let count."""
COLORS = {
    "system": marked("As this computer"),
    "light": marked("Light"),
    "dark": marked("Dark"),
    "contrast": marked("High contrast"),
}


@dataclass(frozen=True)
class OfVault:
    """What the open vault says: the learner's name, names and addresses that are theirs, when it was last backed up.

    What websites said counts for `counts` days.
    """

    name: str
    identities: tuple[str, ...]
    backed_up_at: datetime | None
    counts: int


def read_vault(session: "Session", _progress: Progress) -> OfVault:
    """Ask the vault, on the worker."""
    from app.journey.issuers.at_hand import counts_days
    from app.journey.records.holding import identities
    from app.journey.vaults import backed_up_at, whose

    return OfVault(whose(session).name, identities(session), backed_up_at(session), counts_days(session))


class SettingsForm(Form):
    """What is chosen counts at once; there is nothing to confirm."""

    def __init__(self, guide: Guide) -> None:
        super().__init__(guide)
        self.held: OfVault | None = None
        self.typed = ""

    def draw(self) -> Dialog:
        """The window's part, then the vault's."""
        look, words = self.guide.look, self.guide.words
        self.vault_room = QVBoxLayout()
        body = column(Text(look, words.text("This window"), "group"), *self._choices(), gap=look.px(16))
        if self.guide.step:
            body.addWidget(Rule(look))
            body.addLayout(self.vault_room)
            self._ask_vault()
        body.addWidget(Rule(look))
        about = Button(look, words.text("About Pathfolio"), self._about, kind="link", name="about")
        data = Button(look, words.text("Career data"), self._data, kind="link", name="career-data")
        links = [data, about]
        if self.guide.step:
            text = words.text("Lists and pages at hand")
            links.insert(0, Button(look, text, self._lists, kind="link", name="at-hand"))
        body.addWidget(holding(Flow(*links, gap=look.px(10))))
        close = Button(look, words.text("Close"), self.close, kind="primary", name="close")
        close.setAutoDefault(False)  # Enter in a field saves it, and must not close
        return self.lay_out(words.text("Settings"), holding(body), close, kind="tell", icon="settings")

    def _data(self) -> None:
        from ui.dialogs import career_data

        career_data.open_dialog(self.guide)

    def _lists(self) -> None:
        from ui.dialogs.at_hand import open_dialog

        open_dialog(self.guide)

    def _choices(self) -> list[QWidget]:
        return [self._languages(), *self._looks(), self._locking(), self._practice()]

    def _languages(self) -> QWidget:
        guide, words = self.guide, self.guide.words
        codes = list(LANGUAGE_NAMES)
        return Options(
            guide.look,
            words.text("Language"),
            [(f"language-{code}", name) for code, name in LANGUAGE_NAMES.items()],
            lambda place: guide.prefer(replace(guide.preferences, language=codes[place])),
            chosen=codes.index(words.language) if words.language in codes else 0,
        )

    def _looks(self) -> list[QWidget]:
        guide, look, words = self.guide, self.guide.look, self.guide.words
        chosen = guide.preferences
        return [
            Options(
                look,
                words.text("Text size"),
                [(f"text-{size}", words.share(size / 100)) for size in TEXT_SIZES],
                lambda place: guide.prefer(replace(guide.preferences, text_size=TEXT_SIZES[place])),
                chosen=TEXT_SIZES.index(chosen.text_size),
            ),
            Options(
                look,
                words.text("Colors"),
                [(f"theme-{theme}", words.text(COLORS[theme])) for theme in THEMES],
                lambda place: guide.prefer(replace(guide.preferences, theme=THEMES[place])),
                chosen=THEMES.index(chosen.theme),
            ),
        ]

    def _locking(self) -> QWidget:
        guide, words = self.guide, self.guide.words
        return Options(
            guide.look,
            words.text("Lock the vault when nobody has used the window for"),
            [(f"lock-{after}", words.count("{number} minute", "{number} minutes", after)) for after in LOCK_AFTER],
            lambda place: guide.prefer(replace(guide.preferences, lock_after=LOCK_AFTER[place])),
            chosen=LOCK_AFTER.index(guide.preferences.lock_after),
        )

    def _practice(self) -> QWidget:
        guide = self.guide
        shown = guide.preferences.show_practice
        made = Check(guide.look, guide.words.text("Show practice learners"), name="show-practice", checked=shown)
        made.toggled.connect(lambda on: guide.prefer(replace(guide.preferences, show_practice=on)))
        return made

    def _ask_vault(self) -> None:
        if self.held is not None:
            self._show_vault(self.held)
        if not self.guide.practice:
            self.guide.run(read_vault, self._show_vault, owner=None)
        else:
            words = self.guide.words.text(
                "This is a practice vault. It has no passphrase, and it is gone when you leave."
            )
            self.vault_room.addWidget(Paragraph(self.guide.look, words))

    def _show_vault(self, held: OfVault) -> None:
        if self.dialog is None and self.held is not None:
            return
        first, self.held = self.held is None, held
        if first and not self.typed:
            self.typed = held.name
        if self.dialog is None:
            return
        clear(self.vault_room)
        look, words = self.guide.look, self.guide.words
        self.vault_room.setSpacing(look.px(14))
        self.vault_room.addWidget(Text(look, words.text("Your vault"), "group"))
        for part in (self._name(), self._identities(held), self._counts(held), self._keys(), self._where(held)):
            self.vault_room.addWidget(part)

    def _name(self) -> QWidget:
        look, words = self.guide.look, self.guide.words
        edit = line_edit(look, self.typed)
        edit.textChanged.connect(self._keep)
        edit.returnPressed.connect(self._save_name)
        save = Button(look, words.text("Save the name"), self._save_name, icon="save", name="save-name")
        hint = words.text("It stands at the top of the window and on what you print.")
        return Field(look, words.text("Your name"), edit, hint=hint, name="own-name", beside=holding(Flow(save)))

    def _keep(self, text: str) -> None:
        self.typed = text

    def _save_name(self) -> None:
        name = " ".join(self.typed.split())

        def work(session: "Session", _progress: Progress) -> None:
            from app.journey.vaults import set_name

            set_name(session, name)

        self.guide.run(work, lambda _none: self.guide.called(name), owner=None)

    def _identities(self, held: OfVault) -> QWidget:
        return IdentityList(self.guide, held.identities, self._again)

    def _again(self) -> None:
        """Ask the vault again after a change."""
        self.guide.run(read_vault, self._show_vault, owner=None)

    def _counts(self, held: OfVault) -> QWidget:
        """For how long a "yes" that a website gave stays a "yes"."""
        words = self.guide.words
        days = tuple(sorted({*COUNTS_CHOICES, held.counts}))
        return Options(
            self.guide.look,
            words.text("What a website said counts for"),
            [(f"counts-{one}", words.count("{number} day", "{number} days", one)) for one in days],
            lambda place: self._set_counts(days[place]),
            chosen=days.index(held.counts),
        )

    def _set_counts(self, days: int) -> None:
        def work(session: "Session", _progress: Progress) -> None:
            from app.journey.issuers.at_hand import set_counts_days

            set_counts_days(session, days)

        def done(_none: object) -> None:
            if self.held is not None:
                self.held = replace(self.held, counts=days)
            self.guide.renew()

        self.guide.run(work, done, owner=None)

    def _keys(self) -> QWidget:
        look, words = self.guide.look, self.guide.words
        made = (
            (words.text("Change the passphrase"), self._passphrase, "key-round", "change-passphrase"),
            (words.text("New recovery code"), self._code, "life-buoy", "new-code"),
            (words.text("Back up"), self._back_up, "download", "back-up"),
        )
        return holding(Flow(*(Button(look, text, do, icon=icon, name=name) for text, do, icon, name in made)))

    def _where(self, held: OfVault) -> QWidget:
        look, words = self.guide.look, self.guide.words
        when = held.backed_up_at
        backup = (
            words.text("Last backup: {day}", day=when.astimezone())
            if when is not None
            else words.text("There is no backup yet. If this computer breaks, the vault is lost.")
        )
        folder = words.text("The vault is here: {folder}", folder=str(self.guide.folder or ""))
        show = Button(look, words.text("Open the folder"), self._show_folder, icon="folder-open", name="open-folder")
        return holding(
            column(Text(look, backup, "row"), Text(look, folder, "row"), holding(Flow(show)), gap=look.px(8))
        )

    def _passphrase(self) -> None:
        PassphraseForm(self.guide).open()

    def _code(self) -> None:
        from ui.dialogs import new_code

        new_code.open_dialog(self.guide, self._called())

    def _back_up(self) -> None:
        from ui.dialogs import back_up

        if self.dialog is not None:
            back_up.ask(self.guide, self.dialog, self._called(), self._again)

    def _called(self) -> str:
        """What the vault is called: by the learner's name, else by its folder."""
        folder = self.guide.folder
        return (self.held.name if self.held else "") or (folder.name if folder else "")

    def _show_folder(self) -> None:
        if self.guide.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.guide.folder)))

    def _about(self) -> None:
        from ui.dialogs import about

        about.open_dialog(self.guide)


def open_dialog(guide: Guide) -> None:
    """Show the settings."""
    SettingsForm(guide).open()
