"""Lists of known issuers and kept pages: what is at hand while this vault is open, and adding to it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.journey.at_hand import AtHand, add_list, add_pages, at_hand, take_out
from app.wording.days import day
from app.wording.lists import told
from ui.dialogs.form import Form
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.dialog import Dialog
from ui.kit.files import choose_file, choose_folder
from ui.kit.layouts import Flow, clear, column, holding, row
from ui.kit.text import Marked, Paragraph, Text
from ui.pages.record_card import brief
from ui.work.desk import Progress, Work

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from app.journey.session import Session

Held = tuple[tuple[AtHand, ...], "datetime"]


def open_dialog(guide: Guide, changed: "Callable[[], object]" = lambda: None) -> None:
    """Show what is at hand; `changed` hears when something was added or taken out."""
    guide.run(held, lambda found: AtHandForm(guide, found, changed).open() if guide.step else None, owner=None)


def held(session: "Session", _progress: Progress) -> Held:
    """What is at hand, and today."""
    return at_hand(session), session.clock()


class AtHandForm(Form):
    """A card for each list or folder. What is added counts at once, until the vault is locked."""

    def __init__(self, guide: Guide, found: Held, changed: "Callable[[], object]") -> None:
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
            "of canceled records. We do not go online for them here. A list stays in your vault. A folder of pages "
            "counts until the vault is locked."
        )
        ways = holding(Flow(lists, pages, gap=look.px(10)))
        body = holding(column(Paragraph(look, says, "row"), holding(self.room), ways, self.wrong, gap=look.px(12)))
        self._fill()
        close = Button(look, words.text("Close"), self.close, kind="primary", name="close")
        return self.lay_out(words.text("Lists and pages at hand"), body, close, kind="tell", icon="list", wide=720)

    def _fill(self) -> None:
        clear(self.room)
        for place, one in enumerate(self.found[0]):
            self.room.addWidget(self._card(place, one))
        if not self.found[0]:
            words = self.guide.words.text("Nothing is at hand yet.")
            self.room.addWidget(Text(self.guide.look, words, "row", "quiet"))

    def _card(self, place: int, one: AtHand) -> QWidget:
        look, words = self.guide.look, self.guide.words
        name = brief(one.name) or words.text("Pages that came with this vault")
        lines = column(Text(look, name, "row", weight="semibold"), Text(look, self._told(one), "caption", "quiet"))
        line = row(gap=look.px(12), margins=(look.px(14), look.px(8), look.px(12), look.px(8)))
        line.addLayout(lines, 1)
        if one.key:
            out = partial(self._take_out, one.key, name)
            says = words.text("Take out {name}", name=name)
            line.addWidget(Button(look, words.text("Take out"), out, size="small", says=says, name=f"take-out-{place}"))
        return Card(look, line)

    def _told(self, one: AtHand) -> str:
        words = self.guide.words
        if one.kind == "list" and (one.why or not one.counted or one.sort != "list"):
            return " ".join(told(words, one.sort, one.number if one.counted else None, one.as_of, one.why, one.name))
        number = (
            words.count("{number} known issuer", "{number} known issuers", one.number)
            if one.kind == "list"
            else words.count("{number} kept page", "{number} kept pages", one.number)
        )
        if one.as_of is None:
            return number
        when = day(words, one.as_of.astimezone(), self.found[1])
        return words.text("{number}. As of {day}.", number=number, day=when)

    def _ask_list(self) -> None:
        words = self.guide.words
        if self.dialog is not None:
            kinds = words.text("Lists of issuers (*.json)")
            choose_file(self.dialog, words.text("Which file is the list?"), kinds, self._add_list)

    def _ask_pages(self) -> None:
        if self.dialog is not None:
            choose_folder(self.dialog, self.guide.words.text("Which folder holds the pages?"), self._add_pages)

    def _add_list(self, file: Path) -> None:
        self._do(lambda session, _progress: add_list(session, file), self.guide.words.text("The list counts now."))

    def _add_pages(self, folder: Path) -> None:
        self._do(lambda session, _progress: add_pages(session, folder), self.guide.words.text("The pages count now."))

    def _take_out(self, key: str, name: str) -> None:
        says = self.guide.words.text("Taken out: {name}.", name=name)
        self._do(lambda session, _progress: take_out(session, key), says)

    def _do(self, change: Work, says: str) -> None:
        def work(session: "Session", progress: Progress) -> Held:
            change(session, progress)
            return held(session, progress)

        def done(found: Held) -> None:
            self.found = found
            self._fault("")
            if self.dialog is not None:
                self._fill()
                self.dialog.first.setFocus()
            self.guide.tell(says)
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
