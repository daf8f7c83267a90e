"""One record in full: every fact with its reason, what it says, and what can be done with it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from shiboken6 import isValid

from app.journey.records import holding as records
from app.journey.records.about_you import confirm
from app.journey.records.details import Details, details
from app.journey.records.files import save_copy
from app.wording import Words
from app.wording.addresses import readable
from ui.dialogs import at_hand, newer, online, record_file
from ui.dialogs.record_about_you import Saying, about_you
from ui.dialogs.record_answers import answers
from ui.dialogs.record_more import inside_it, more_about, says_you_can
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.fields import Field
from ui.kit.files import choose_new_file
from ui.kit.layouts import clear, column, holding
from ui.pages.record_card import brief
from ui.pages.record_changes import remove
from ui.work.task import Progress, Work

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from app.journey.session import Session

WIDE, TALL = 968, 772


def open_dialog(guide: Guide, key: str, removed: Callable[[], object] = lambda: None) -> None:
    """Ask for everything about a record, then show it; `removed` hears if the learner removes it."""
    guide.run(all_of(guide.words, key), lambda found: RecordDetails(guide, found, removed).open(), owner=None)


def all_of(words: Words, key: str) -> Work:
    """Everything about a record."""
    return lambda session, _progress: details(session, words, key)


class RecordDetails:
    """The dialog of one record: it asks anew when the learner says something about it, or reads another language."""

    def __init__(self, guide: Guide, found: Details, removed: Callable[[], object]) -> None:
        self.guide, self.found, self.language = guide, found, guide.words.language
        self.removed = removed
        self.key = found.card.key
        self.dialog: Dialog | None = None
        self.body: QVBoxLayout | None = None

    def open(self) -> None:
        """Show it."""
        self.guide.open(self._draw(), again=self._draw)

    def _draw(self) -> Dialog:
        look, words, card = self.guide.look, self.guide.words, self.found.card
        self.body = column()
        show = Button(look, words.text("Show the file as it came"), self._show_file, icon="file", name="show-file")
        save = Button(look, words.text("Save a copy…"), self._save, icon="download", name="save-copy")
        away = Button(look, words.text("Remove from vault"), self._remove, kind="danger", name="remove-record")
        close = Button(look, words.text("Close"), kind="primary", name="close")
        self.dialog = Dialog(
            look,
            brief(card.name),
            holding(self.body),
            [show, save, *self._renew(), away, close],
            why=self.found.heading,
            head_icon=card.icon,
            wide=WIDE,
            tall=TALL,
            flush=True,
            first=close,
            of=self.key,
        )
        close.clicked.connect(self.dialog.accept)
        self._fill()
        if self.language != words.language:
            self._ask_again()
        return self.dialog

    def _renew(self) -> list[Button]:
        """The way to a newer version, where its issuer may offer one."""
        if self.guide.practice or not self.found.renewable:
            return []
        text = self.guide.words.text("Look for a newer version…")
        return [Button(self.guide.look, text, self._newer, icon="globe", name="look-for-newer")]

    def _newer(self) -> None:
        newer.open_dialog(self.guide, self.key, self._replaced)

    def _replaced(self) -> None:
        """A newer version has taken its place."""
        if self.dialog is not None and isValid(self.dialog):
            self.dialog.accept()

    def _fill(self) -> None:
        look, found = self.guide.look, self.found
        if self.body is None:
            return
        clear(self.body)
        panel = about_you(look, found.named, Saying(self._mine, self._not_mine))
        ask = None if self.guide.practice else self._online
        self.body.addWidget(answers(look, found.questions, panel, self._lists, ask))
        self.body.addWidget(says_you_can(look, found))
        if found.inside:
            self.body.addWidget(
                inside_it(look, found.inside, lambda key: open_dialog(self.guide, key, self._ask_again))
            )
        self.body.addWidget(more_about(look, found.about))

    def _lists(self) -> None:
        at_hand.open_dialog(self.guide, self._ask_again)

    def _online(self) -> None:
        online.open_dialog(self.guide, self.key, self._ask_again)

    def _open_inner(self, key: str) -> None:
        open_dialog(self.guide, key, self._ask_again)

    def _ask_again(self) -> None:
        self.language = self.guide.words.language
        self.guide.run(all_of(self.guide.words, self.key), self._again, owner=self.dialog)

    def _again(self, found: Details) -> None:
        self.found = found
        self._fill()
        if self.dialog is not None:
            self.dialog.about(found.heading)
            self.dialog.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mine(self, text: str, field: Field | None) -> None:
        """Keep that the learner is meant by a text, if the record is about them by it."""
        words = self.guide.words
        if not text.strip():
            if field is not None:
                field.fault(words.text("Type a name or an address first."))
            return

        def done(fits: bool) -> None:  # noqa: FBT001  what the worker found
            if fits:
                self._said(words.text("Kept: “{text}” is you.", text=readable(words, text.strip())))
            elif field is not None and isValid(field):
                field.fault(words.text("The record names someone else, or spells it another way."))

        self.guide.run(lambda session, _progress: confirm(session, self.key, text), done, owner=self.dialog)

    def _not_mine(self, text: str) -> None:
        def work(session: "Session", _progress: Progress) -> bool:
            return records.forget_identity(session, text)

        says = self.guide.words.text("Taken back: “{text}” is not you.", text=readable(self.guide.words, text))
        self.guide.run(work, lambda _known: self._said(says), owner=self.dialog)

    def _said(self, words: str) -> None:
        self.guide.tell(words)
        self.guide.renew()
        self._ask_again()

    def _show_file(self) -> None:
        record_file.open_dialog(self.guide, self.key, self.found.card.name, self._save)

    def _save(self) -> None:
        """Ask where to, write it, and say so."""
        words = self.guide.words
        start = Path.home() / self.found.file
        kinds = words.text("Record ({kinds})", kinds=f"*{start.suffix}")
        if self.dialog is not None:
            choose_new_file(self.dialog, words.text("Where to keep the copy?"), kinds, start, self._write)

    def _write(self, file: Path) -> None:
        def work(session: "Session", _progress: Progress) -> None:
            save_copy(session, self.key, file)

        says = self.guide.words.text("Saved: {file}", file=str(file))
        self.guide.run(work, lambda _none: self.guide.tell(says), owner=None)

    def _remove(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        remove(self.guide, [self.key], self.found.card.name, self.removed)
