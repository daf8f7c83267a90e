"""Lists of known issuers and kept pages: what is at hand while this vault is open, and adding to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.journey.issuers.asking import ListCame, ListQuestion, list_question
from app.journey.issuers.at_hand import AtHand, add_list, add_pages, at_hand, take_out
from app.journey.records.online import pages_kept
from app.online.pages import Page
from ui.dialogs.form import Form
from ui.dialogs.list_address import AddressForm
from ui.dialogs.list_asking import Hearing, ask_for_list, sentence
from ui.dialogs.list_card import Does, list_card
from ui.dialogs.website_pages import Gave, card
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.files import choose_file, choose_folder
from ui.kit.layouts import Flow, clear, column, holding
from ui.kit.text import Marked, Paragraph, Text
from ui.work.task import Progress, Work

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from app.journey.session import Session


@dataclass(frozen=True)
class Held:
    """What is at hand, what websites said, and today."""

    lists: tuple[AtHand, ...]
    pages: tuple[Page, ...]
    today: datetime


def open_dialog(guide: Guide, changed: Callable[[], object] = lambda: None) -> None:
    """Show what is at hand; `changed` hears when something was added or taken out."""
    guide.run(held, lambda found: AtHandForm(guide, found, changed).open() if guide.step else None, owner=None)


def held(session: "Session", _progress: Progress) -> Held:
    """What is at hand, on the worker."""
    return Held(at_hand(session), pages_kept(session), session.clock())


class AtHandForm(Form):
    """A card for each list or folder, and one for what websites said. What is added counts at once."""

    def __init__(self, guide: Guide, found: Held, changed: Callable[[], object]) -> None:
        super().__init__(guide)
        self.found, self._changed = found, changed
        self.room: QVBoxLayout = column()

    def draw(self) -> Dialog:
        """The cards, and two ways to add."""
        look, words = self.guide.look, self.guide.words
        self.room = column(gap=look.px(8))
        self.wrong = Marked(look, "broken", "", "row", "danger", weight="semibold")
        self.wrong.hide()
        lists = Button(look, words.text("Add a list…"), self._ask_list, kind="forward", icon="list", name="add-list")
        text = words.text("Add a folder of kept pages…")
        pages = Button(look, text, self._ask_pages, kind="forward", icon="folder-open", name="add-pages")
        says = words.text(
            "A list names schools and employers that are known. Kept pages are copies of an issuer’s keys and of lists "
            "of canceled records. Nobody is asked before you say so. Your lists stay in the vault. A folder of pages "
            "counts until the vault is locked."
        )
        ways = holding(Flow(*((lists, pages) if self.guide.practice else (lists, self._web(), pages)), gap=look.px(10)))
        self.websites = column()
        parts = [Paragraph(look, says, "row"), holding(self.room), ways]
        if not self.guide.practice:
            parts += [Text(look, words.text("What websites said"), "group"), holding(self.websites)]
        body = holding(column(*parts, self.wrong, gap=look.px(12)))
        self._fill()
        close = Button(look, words.text("Close"), self.close, kind="primary", name="close")
        return self.lay_out(words.text("Lists and pages at hand"), body, close, kind="tell", icon="list", wide=720)

    def _web(self) -> Button:
        says = self.guide.words.text("Add a list by its web address…")
        return Button(self.guide.look, says, self._ask_address, kind="forward", icon="globe", name="add-list-address")

    def _fill(self) -> None:
        clear(self.room)
        clear(self.websites)
        if not self.guide.practice:
            self.websites.addWidget(card(self.guide, self.found.pages, self.found.today, self._do))
        does = Does(self._take_out, None if self.guide.practice else self._ask_again)
        for place, one in enumerate(self.found.lists):
            self.room.addWidget(list_card(self.guide.look, one, place, self.found.today, does))
        if not self.found.lists:
            words = self.guide.words.text("Nothing is at hand yet.")
            self.room.addWidget(Text(self.guide.look, words, "row", "quiet"))

    def _ask_list(self) -> None:
        words = self.guide.words
        if self.dialog is not None:
            kinds = words.text("Lists of issuers (*.json)")
            choose_file(self.dialog, words.text("Which file is the list?"), kinds, self._add_list)

    def _ask_pages(self) -> None:
        if self.dialog is not None:
            choose_folder(self.dialog, self.guide.words.text("Which folder holds the pages?"), self._add_pages)

    def _add_list(self, file: Path) -> None:
        self._change(lambda session, _progress: add_list(session, file), self.guide.words.text("The list counts now."))

    def _add_pages(self, folder: Path) -> None:
        says = self.guide.words.text("The pages count now.")
        self._change(lambda session, _progress: add_pages(session, folder), says)

    def _ask_address(self) -> None:
        AddressForm(self.guide, self._tell).open()

    def _ask_again(self, source: str) -> None:
        """Ask for a list that is kept, and for those that it names."""

        def work(session: "Session", _progress: Progress) -> ListQuestion:
            return list_question(session, source)

        def show(asked: ListQuestion) -> None:
            ask_for_list(self.guide, asked, Hearing(came, stopped))

        def came(found: ListCame) -> None:
            self._tell(sentence(self.guide.words, found))

        def stopped() -> None:
            self._tell(self.guide.words.text("You stopped. The list stays as it was."))

        self.guide.run(work, show, owner=self.dialog, failed=self._refused)

    def _tell(self, says: str) -> None:
        """Show what there is now, and what happened."""
        self._change(lambda _session, _progress: None, says)

    def _take_out(self, key: str, name: str) -> None:
        says = self.guide.words.text("Taken out: {name}.", name=name)
        self._change(lambda session, _progress: take_out(session, key), says)

    def _change(self, change: Work, says: str) -> None:
        self._do(change, lambda _gave: says)

    def _do(
        self,
        change: Callable[["Session", Progress], Gave],
        says: Callable[[Gave], str],
        undo: Callable[[Gave], Callable[[], object] | None] = lambda _gave: None,
    ) -> None:
        """Change something, tell it and offer to take it back, by what the change gave."""

        def work(session: "Session", progress: Progress) -> tuple[Gave, Held]:
            gave = change(session, progress)
            return gave, held(session, progress)

        def done(came: tuple[Gave, Held]) -> None:
            gave, self.found = came
            self._fault("")
            if self.dialog is not None:
                self._fill()
                self.dialog.first.setFocus()
            self.guide.tell(says(gave), undo(gave))
            self.guide.renew()
            self._changed()

        self.guide.run(work, done, owner=self.dialog, failed=self._refused)

    def _refused(self, error: Exception) -> None:
        said = self.said(error)
        if said:
            self._fault(said)

    def _fault(self, words: str) -> None:
        if self.dialog is not None:
            self.wrong.setText(words)
            self.wrong.setVisible(bool(words))
