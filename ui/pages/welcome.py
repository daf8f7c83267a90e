"""The door: whose vault to open, a new one, or a practice learner."""

from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import PersonError
from app.journey.shelf import VaultHere, vaults_here, vaults_in
from pathways.errors import PathwaysError
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card, Rule, Scroll
from ui.kit.fields import announce
from ui.kit.files import choose_folder
from ui.kit.layouts import Flow, clear, column, holding, row
from ui.kit.page import Page
from ui.kit.text import Pictured, Text
from ui.pages.door.choices import vault_cards
from ui.pages.door.key_panel import KeyPanel
from ui.pages.door.memory import DoorMemory, Refused, vault_name
from ui.pages.door.openings import Key, Person, opened_with, practice_people
from ui.pages.door.promises import promise_panel, promises

COLUMN = 520
"""Width of what is to do at the door, in pixels at 100 % text."""
WIDEST = 680
"""Its width at most where it has the window for itself."""


class WelcomePage(Page):
    """Whose vault shall we open?"""

    def __init__(self, guide: Guide) -> None:
        words = guide.words
        super().__init__(guide, words.text("Whose vault shall we open?"), "")
        self.memory = guide.recall("door", DoorMemory)
        self.memory.page = self
        self.key: KeyPanel | None = None
        self.parts = column(gap=self.look.px(12))
        self.key_room = QVBoxLayout()
        self._lay_out()
        if self.memory.here is None:  # a look into one small folder, quicker than the worker's answer
            self._know(vaults_here())
        self._fill()

    def _lay_out(self) -> None:
        look = self.look
        inside = column(self.heading, look.px(2), self.why, look.px(16), self.parts)
        if look.compact:
            inside.addSpacing(look.px(24))
            inside.addLayout(promises(look))
            inside.addStretch(1)
            narrow = holding(inside)
            narrow.setMaximumWidth(look.px(WIDEST))
            across = row(narrow, margins=(look.margin, look.px(14), look.margin, look.px(14)))
            self.setLayout(column(Scroll(holding(across), self.heading.text())))
            return
        middle = holding(inside)
        middle.setFixedWidth(look.px(COLUMN))
        door = Scroll(holding(column(None, row(None, middle, None), None)), self.heading.text())
        across = row(promise_panel(look), door)
        across.setStretch(0, 5)
        across.setStretch(1, 7)
        self.setLayout(across)

    def arrive(self) -> None:
        """Look again which vaults there are: others come and go."""
        self.guide.apart(lambda _progress: vaults_here(), self._found, owner=self)

    def _found(self, here: tuple[VaultHere, ...]) -> None:
        if here != self.memory.here:
            self._know(here)
            self._fill()
        if self.key is not None and self.window().focusWidget() is self.heading:
            self.key.take_keyboard()

    def _know(self, here: tuple[VaultHere, ...]) -> None:
        memory, last = self.memory, self.guide.door.folder
        memory.here = here
        if memory.vault is None:
            known = [one.folder for one in memory.vaults]
            memory.choose(last if last in known else known[0] if known else None)

    def _fill(self) -> None:
        """Draw what there is to do."""
        clear(self.parts)
        self.key = None
        self.key_room = QVBoxLayout()
        for part in (self._note(), self._mend()):
            if part is not None:
                self.parts.addWidget(part)
        if self.memory.vaults:
            self._choices()
        else:
            self._first_start()

    def _note(self) -> QWidget | None:
        """Why the door is shown, where the learner did not come here on their own."""
        says = self.memory.said
        if not says and self.guide.door.locked_by == "rest":
            says = self.words.text(
                "Nobody touched a key or the mouse for {minutes} minutes, so the vault was locked. Your work is saved.",
                minutes=self.guide.preferences.lock_after,
            )
        if not says:
            return None
        return Card(self.look, row(Pictured(self.look, "info", says), margins=(14, 10, 14, 10)), ground="blue_fill")

    def _mend(self) -> QWidget | None:
        """What can be done about a vault that is damaged."""
        look, words, refused = self.look, self.words, self.memory.refused
        if refused is None or not refused.ways_out:
            return None
        says = Pictured(look, "triangle-alert", refused.sentence(words), "row", icon_tone="danger")
        ways = {
            "save": (words.text("Save what can be read"), self._save_readable, "life-buoy"),
            "restore": (words.text("Bring back a backup"), self._restore, "history"),
        }
        buttons = [
            Button(look, text, do, kind="forward", icon=icon, name=f"mend-{way}")
            for way, (text, do, icon) in ways.items()
            if way in refused.ways_out
        ]
        for button in buttons:  # one of them is offered for any vault, too
            button.setAccessibleDescription(says.text())
        inside = column(says, holding(Flow(*buttons, gap=look.px(10))), gap=look.px(10), margins=(14, 12, 14, 12))
        return Card(look, inside)

    def _choices(self) -> None:
        words = self.words
        self.question(words.text("Whose vault shall we open?"), words.text("Pick one, then type the passphrase."))
        self.parts.addWidget(vault_cards(self.look, self.memory, self._chose, self._elsewhere))
        self.parts.addSpacing(self.look.px(8))
        self.parts.addWidget(holding(self.key_room))
        self._show_key()
        self.parts.addSpacing(self.look.px(8))
        self.parts.addWidget(Rule(self.look))
        self.parts.addSpacing(self.look.px(4))
        self.parts.addWidget(self._side_by_side(self._new_button("forward"), *self._practice_button()))
        self.parts.addWidget(self._shared())
        self.parts.addWidget(holding(Flow(self._received_button(), self._restore_button(), gap=self.look.px(12))))

    def _first_start(self) -> None:
        words = self.words
        self.question(
            words.text("New here?"),
            words.text("A vault is a locked place for your records. Make one, or look around first."),
        )
        start = Flow(self._new_button("primary"), *self._practice_button(), gap=self.look.px(14))
        self.parts.addWidget(holding(start))
        self.parts.addWidget(Rule(self.look))
        text = words.text("Open a vault on a USB stick")
        stick = Button(self.look, text, self._elsewhere, icon="usb", name="vault-elsewhere")
        self.parts.addWidget(holding(Flow(stick, self._restore_button(), gap=self.look.px(12))))
        self.parts.addWidget(holding(Flow(self._received_button())))
        self.parts.addWidget(self._shared())

    def _side_by_side(self, *buttons: Button) -> QWidget:
        """Buttons of one width; where there is little room they go on in a new line."""
        if self.look.compact:
            return holding(Flow(*buttons, gap=self.look.px(12)))
        made = row(*buttons, gap=self.look.px(12))
        for place in range(len(buttons)):
            made.setStretch(place, 1)
        return holding(made)

    def _new_button(self, kind: str) -> Button:
        text = self.words.text("Start a new vault")
        if kind == "primary":
            return Button(self.look, text, self._new, kind="primary", size="large", icon="plus", name="new-vault")
        return Button(self.look, text, self._new, kind="forward", icon="plus", name="new-vault")

    def _practice_button(self) -> list[Button]:
        """None where this computer is told to show no made-up people."""
        if not self.guide.preferences.show_practice:
            return []
        text = self.words.text("Try a practice learner")
        return [Button(self.look, text, self._practice, kind="forward", icon="users", name="practice")]

    def _restore_button(self) -> Button:
        text = self.words.text("Bring back a backup")
        return Button(self.look, text, self._restore, kind="link", name="restore")

    def _received_button(self) -> Button:
        """For who was sent something, and has no vault."""
        text = self.words.text("Check something I was sent")
        return Button(self.look, text, self._received, icon="shield-check", name="received")

    def _shared(self) -> Text:
        says = self.words.text("On a shared computer? Keep the vault on your own stick, and lock it when you leave.")
        return Text(self.look, says, "caption", "quiet")

    def _chose(self, vault: VaultHere) -> None:
        if vault.folder != self.memory.chosen:
            self.memory.choose(vault.folder)
            self._show_key()

    def _show_key(self) -> None:
        clear(self.key_room)
        self.key = None
        if self.memory.vault is not None:
            self.key = KeyPanel(self.look, self.memory, self.memory.vault, self._unlock, self._recover)
            self.key_room.addWidget(self.key)
        else:
            text = self.words.text("Choose its folder")
            choose = Button(
                self.look, text, self._elsewhere, kind="primary", size="large", icon="folder-open", name="choose-folder"
            )
            self.key_room.addWidget(holding(Flow(choose)))

    def _unlock(self) -> None:
        if self.memory.vault is not None and not self.memory.opening:
            self.open_with(self.memory.vault, Key(passphrase=self.memory.typed))

    def open_with(self, vault: VaultHere, key: Key) -> None:
        """Open a vault on the worker; the page says so meanwhile, and what kept it shut."""
        guide, memory = self.guide, self.memory
        memory.opening, memory.refused, memory.said = True, None, ""
        if self.key is not None:
            self.key.show_state()
        announce(self, self.words.text("Opening the vault"))
        guide.enter(
            opened_with(vault.folder, key),
            vault_name(self.words, vault),
            failed=partial(_refuse, guide, memory, vault, key),
            folder=vault.folder,
        )

    def show_refused(self) -> None:
        """Say what kept the vault shut."""
        refused = self.memory.refused
        if refused is not None and refused.ways_out:
            self._fill()
            announce(self, refused.sentence(self.words))
            mend = next((one for one in self.findChildren(Button) if one.objectName().startswith("mend-")), None)
            if mend is not None:
                mend.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.key is not None:
            self.key.show_state()

    def offer(self, vaults: tuple[VaultHere, ...], said: str = "") -> None:
        """Put vaults on the list and choose the first of them."""
        self.memory.said = said
        self.memory.add(vaults)
        self._fill()
        if said:
            announce(self, said)
        if self.key is not None:
            self.key.take_keyboard()

    def _elsewhere(self) -> None:
        self.memory.choose(None)
        if self.memory.vaults:
            self._show_key()
        choose_folder(self, self.words.text("Where is the vault?"), self._look_in)

    def _look_in(self, folder: Path) -> None:
        self.guide.apart(lambda _progress: vaults_in(folder), self.offer, owner=self, failed=self._not_there)

    def _not_there(self, error: Exception) -> None:
        if not isinstance(error, PersonError):
            self.guide.fail(error)
            return
        self.memory.said = self.words.problem(error.code, error.values)
        self._fill()
        announce(self, self.memory.said)

    def _practice(self) -> None:
        self.guide.apart(practice_people, self._meet, owner=self)

    def _meet(self, people: tuple[Person, ...]) -> None:
        from ui.dialogs.people import PeopleForm

        PeopleForm(self.guide, people).open()

    def _new(self) -> None:
        from ui.dialogs import new_vault

        new_vault.open_dialog(self.guide)

    def _recover(self) -> None:
        from ui.dialogs import recovery

        if self.memory.vault is not None:
            recovery.RecoveryForm(self.guide, self.memory, self.memory.vault).open()

    def _restore(self) -> None:
        from ui.dialogs import restore

        restore.open_dialog(self.guide, self.memory)

    def _received(self) -> None:
        from ui.dialogs import received

        received.open_dialog(self.guide)

    def _save_readable(self) -> None:
        from ui.dialogs import salvage

        if self.memory.refused is not None:
            salvage.open_dialog(self.guide, self.memory, self.memory.refused)


def _refuse(guide: Guide, memory: DoorMemory, vault: VaultHere, key: Key, error: Exception) -> None:
    """What kept a vault shut is kept for the door as it is drawn now; anything but a person's error is a bug."""
    memory.opening = False
    if isinstance(error, PersonError | PathwaysError):
        memory.refused = Refused(error, vault, key)
    if memory.page is not None and shiboken6.isValid(memory.page):
        memory.page.show_refused()
    if memory.refused is None:
        guide.fail(error)


def make_page(guide: Guide) -> Page:
    """The page."""
    return WelcomePage(guide)
