"""Step 1: what others have said the learner can do."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.journey.progress import found_in_records
from app.journey.records import holding as records
from app.journey.records.cards import record_cards, summary
from app.journey.records.newer import may_be_renewed
from app.wording import Words
from ui.dialogs import newer, online, paste, record_details, removed_records
from ui.dialogs.people import meet
from ui.dialogs.read_back import ask_file
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.drop import DropOn, Dropped
from ui.kit.files import choose_files, choose_folder
from ui.kit.layouts import Flow, column, holding
from ui.kit.page import Action, Footer, Page, Side
from ui.pages.record_card import details_name
from ui.pages.record_changes import HEADING, Shown, add_files, add_text, memory_of
from ui.pages.record_empty import no_records
from ui.pages.record_list import RecordList
from ui.pages.record_side import WIDTH, Adding, DropArea, Sum, ask_button, newer_button
from ui.work.task import Progress, Work

if TYPE_CHECKING:
    from app.journey.session import Session
    from ui.kit.empty import Empty


class RecordsPage(Page):
    """Cards of records, each with what was checked of it."""

    def __init__(self, guide: Guide) -> None:
        words = guide.words
        super().__init__(
            guide,
            words.text("What have others said you can do?"),
            words.text("Each card shows what was checked, one fact at a time. Open a card to see why."),
        )
        self.memory = memory_of(guide)
        self.shown: Shown | None = None
        self.add = Adding(self._choose_files, self._choose_folder, self._paste, lambda: ask_file(guide, self))
        self.area: DropArea | None = None
        self.sum: Sum | None = None
        self.empty: Empty | None = None
        self.list = RecordList(self.look, self.memory, self._open_details)
        self.removed = Button(self.look, "", self._open_removed, kind="link", size="small", name="removed-records")
        self.removed.hide()
        self.online = ask_button(self.look, self._online)  # where the sum lies behind a button that adds records
        self.newer = newer_button(self.look, self._newer)
        for hidden in (self.online, self.newer):
            hidden.hide()
        below = holding(Flow(self.online, self.newer, self.removed, gap=self.look.px(10)))
        self.body = column(self.list, below, None, gap=self.look.px(8))
        says = words.text("Add records")
        self.lay_out(holding(self.body), Side(self._panel, WIDTH, "award", says, says, title=says))
        self.show_side(shown=False)
        DropOn(self, self._held_over, self._dropped)
        kept = self.memory.shown
        if kept is not None and kept.language == self.words.language:
            self._show(kept)

    def arrive(self) -> None:
        """Look through the records."""
        self.guide.run(look_through(self.words), self._show, owner=self, saying=self.words.text("Checking records"))

    def _show(self, shown: Shown) -> None:
        """Draw what there is; what stands there already stays."""
        before, self.shown, self.memory.shown = self.shown, shown, shown
        if before != shown or self.memory.focus:
            self._next_to_what_went(before, shown)
            self._fill(shown)

    def _fill(self, shown: Shown) -> None:
        self._show_empty(shown)
        self.list.setVisible(bool(shown.cards))
        self.list.show_cards(shown.cards, self._focus)
        self.show_side(shown=bool(shown.cards))
        self.side_says(shown.total.title)
        if self.sum is not None and isValid(self.sum):
            self.sum.show_sum(shown.total)
        says = self.words.count("See {number} removed record", "See {number} removed records", shown.removed)
        self.removed.setText(says)
        self.removed.setAccessibleName(says)
        self.removed.setVisible(bool(shown.removed))
        asks = not self.guide.practice and bool(shown.cards)
        self.online.setVisible(self.look.compact and asks)
        self.newer.setVisible(asks and shown.renewable)
        self.foot(self._footer(shown))

    def _show_empty(self, shown: Shown) -> None:
        if self.empty is not None:
            self.empty.hide()
            self.empty.deleteLater()
            self.empty = None
        if not shown.cards:
            self.empty = no_records(self.guide, self.add, self._practice)
            self.body.insertWidget(0, self.empty)

    def _footer(self, shown: Shown) -> Footer:
        words = self.words
        go_on = Action(words.text("Next: see my skills"), lambda: self.guide.go("skills"))
        if not shown.cards:
            return Footer(note=words.text("No records? Say in your own words what you can do."), extra=(go_on,))
        note = words.count(
            "We found {number} skill in these records", "We found {number} skills in these records", shown.skills
        )
        return Footer(go_on, note=note)

    def _next_to_what_went(self, before: Shown | None, shown: Shown) -> None:
        """Where the card went whose details were open last, the keyboard goes to the one after it."""
        opened, order = self.memory.opened, self.list.order
        there = {card.key for card in shown.cards}
        if before is None or opened in there or opened not in order:
            return
        at = order.index(opened)
        near = next((key for key in (*order[at:], *reversed(order[:at])) if key in there), "")
        self.memory.opened, self.memory.focus = "", near or HEADING

    def _focus(self) -> None:
        """Take the keyboard to the card that it was promised to, unless a dialog has it."""
        awaited = self.awaited if self.heading.hasFocus() else ""
        wanted = details_name(self.memory.focus) if self.memory.focus else awaited
        if wanted and not _in_dialog(QApplication.focusWidget()):
            self.memory.focus = self.awaited = ""
            button = self.findChild(QWidget, wanted)
            (button or self.heading).setFocus(Qt.FocusReason.OtherFocusReason)

    def _panel(self) -> QWidget:
        """Where to drop, and the sum; at the side, or in a dialog where there is little room."""
        self.area = DropArea(self.look, self.add)
        self.sum = Sum(self.look, None if self.guide.practice else self._online)
        if self.shown is not None:
            self.sum.show_sum(self.shown.total)
        return holding(column(self.area, self.sum, None, gap=self.look.px(14)))

    def _held_over(self, held: int) -> None:
        if self.area is not None and isValid(self.area):
            self.area.held_over(held=bool(held))
        if self.empty is not None:
            self.empty.on("dropping" if held else "dashed")

    def _dropped(self, found: Dropped) -> None:
        if found.files:
            add_files(self.guide, found.files)
        else:
            add_text(self.guide, found.text)

    def _choose_files(self) -> None:
        words = self.words
        every = "*.json *.jsonld *.jwt *.jws *.sd-jwt *.txt *.png *.svg *.jpg *.jpeg *.webp *.gif *.pdf *.zip *.tar"
        kinds = (words.text("All files (*)"), words.text("Records ({kinds})", kinds=every))
        choose_files(self, words.text("Which files are your records?"), kinds, self._take)

    def _choose_folder(self) -> None:
        choose_folder(self, self.words.text("Which folder holds your records?"), lambda folder: self._take((folder,)))

    def _take(self, paths: tuple[Path, ...]) -> None:
        self.close_side()
        add_files(self.guide, paths)

    def _paste(self) -> None:
        self.close_side()
        paste.PasteForm(self.guide).ask()

    def _online(self) -> None:
        self.close_side()
        online.open_dialog(self.guide)

    def _newer(self) -> None:
        self.close_side()
        newer.open_dialog(self.guide)

    def _open_details(self, key: str) -> None:
        self.memory.opened = key
        record_details.open_dialog(self.guide, key)

    def _open_removed(self) -> None:
        removed_records.open_dialog(self.guide)

    def _practice(self) -> None:
        meet(self.guide, self)


def look_through(words: Words) -> Work:
    """What the page shows, worked out with the open vault."""

    def work(session: "Session", progress: Progress) -> Shown:
        cards = records.cards(session, progress)
        return Shown(
            words.language,
            record_cards(words, cards),
            summary(words, cards),
            found_in_records(session),
            len(records.removed(session)),
            any(may_be_renewed(card.record) for card in cards),
        )

    return work


def _in_dialog(widget: QWidget | None) -> bool:
    while widget is not None and not isinstance(widget, Dialog):
        widget = widget.parentWidget()
    return widget is not None


def make_page(guide: Guide) -> Page:
    """The page."""
    return RecordsPage(guide)
