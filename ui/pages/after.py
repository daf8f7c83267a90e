"""Step 6: what was sent, what came of it, what comes up and whom to ask."""

from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.files import write_file
from app.journey.after.asking import Ask
from app.journey.after.facts import facts_of
from app.journey.after.ledger import Entry
from app.journey.after.reminders import WITH_A_DAY, Reminder, quiet, speak_up
from app.journey.session import Session
from app.wording.after import reminder_title
from app.wording.days import weekday
from ui.dialogs.people import meet
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.empty import Empty, look_around
from ui.kit.files import choose_new_file
from ui.kit.layouts import clear, column, holding
from ui.kit.page import Action, Footer, Page, Side
from ui.kit.parts import Parts
from ui.pages.sent.entry_row import EntryRow, RowActions, call, named
from ui.pages.sent.held import AfterMemory, Held, read
from ui.pages.sent.side import WIDTH, SideActions, SidePanel
from ui.pages.sent.tiles import Tiles
from ui.work.task import Progress


class AfterPage(Page):
    """The ledger with what came of each entry; at the side what comes up and who could say more."""

    def __init__(self, guide: Guide) -> None:
        words = guide.words
        self.printing = Button(
            guide.look, words.text("Print this list"), self._ask_where, icon="printer", name="print-list"
        )
        super().__init__(
            guide,
            words.text("What did you send, and what came of it?"),
            words.text("This list stays in your vault. “Can be used until” is about the file, not about your record."),
            self.printing,
        )
        self.memory = guide.recall("after", AfterMemory)
        self.panels: list[SidePanel] = []
        self.had_keyboard = ""  # kept until all rows stand, as a second answer may come before
        self.parts: Parts[Entry] | None = None
        self.tiles = QVBoxLayout()
        self.body = column(gap=self.look.px(8))
        inside = holding(self.body)
        says = words.text("Coming up, and who could say more")
        side = Side(self._panel, WIDTH, "bell", says, words.text("Show"))
        self.lay_out(inside, side)
        self.printing.hide()
        if self.memory.held is not None:
            self._show(self.memory.held)

    def arrive(self) -> None:
        """Ask what there is now."""
        self.guide.run(read, self._took, owner=self, saying=self.words.text("Reading your list"))

    def _took(self, held: Held) -> None:
        self.memory.held = held
        self._show(held)

    def _show(self, held: Held) -> None:
        ledger = held.page.ledger
        self.printing.setVisible(bool(ledger))
        if ledger:
            self._show_ledger(held)
        else:
            self._show_empty()
        self.panels = [one for one in self.panels if _there(one)]
        for panel in self.panels:
            panel.show_held(held)
        self._show_foot(held)

    def _show_ledger(self, held: Held) -> None:
        if self.parts is None:
            clear(self.body)
            self.tiles = column()
            self.parts = Parts(self.look, self._row, gap=0, name="more-sent")
            self.body.addWidget(holding(self.tiles))
            self.body.addWidget(Card(self.look, column(self.parts, margins=(1, 1, 1, 1))))
            self.body.addStretch(1)
        clear(self.tiles)
        self.tiles.addWidget(Tiles(self.look, held.page.counts))
        focus = self.window().focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.had_keyboard = self.had_keyboard or focus.objectName()
        self.parts.show_items(held.page.ledger, self.memory.shown, partial(self._stands, self.parts))

    def _row(self, entry: Entry) -> EntryRow:
        held = self.memory.held
        assert held is not None  # noqa: S101  rows are made of what is held
        if self.parts is not None:
            self.memory.shown = self.parts.shown
        called = dict(zip([one.id for one in held.page.ledger], call(self.look, held.page.ledger), strict=True))
        return EntryRow(self.look, entry, held.today, RowActions(self._say, self._see), called[entry.id])

    def _stands(self, parts: Parts[Entry]) -> None:
        """All rows stand: the first has no line above it, and what had the keyboard has it again."""
        held = self.memory.held
        for place, entry in enumerate(held.page.ledger if held else ()):
            row = parts.widget_of(entry)
            if isinstance(row, EntryRow):
                row.rule.setVisible(place > 0)
        if self.had_keyboard:
            QTimer.singleShot(0, parts, partial(self._give_back, parts))  # once what is new is shown

    def _give_back(self, parts: Parts[Entry]) -> None:
        """The keyboard goes to the control of that name that is there now; the one it replaced may not be gone yet."""
        name, self.had_keyboard = self.had_keyboard, ""
        for again in parts.findChildren(QWidget, name) if name else ():
            if again.isVisible():
                again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_empty(self) -> None:
        self.parts = None
        clear(self.body)
        words = self.words
        apply = Button(
            self.look,
            words.text("Go to Apply"),
            lambda: self.guide.go("apply"),
            kind="primary",
            icon_after="arrow-right",
            name="go-apply",
        )
        why = words.text(
            "Once you send something, it stands here: what went to whom, how long you have waited, and what came of it."
        )
        below = look_around(self.guide, lambda: meet(self.guide, self))
        self.body.addWidget(Empty(self.look, "send", words.text("Nothing sent yet"), why, [apply], below=below))
        self.body.addStretch(1)

    def _show_foot(self, held: Held) -> None:
        """To lock is the next thing where there is a list; else it is one thing to do."""
        finish = Action(self.words.text("Lock and finish"), self.guide.lock)
        today = weekday(self.words, held.today.date())
        self.foot(Footer(finish, today) if held.page.ledger else Footer(None, today, (finish,)))

    def _panel(self) -> SidePanel:
        panel = SidePanel(self.look, SideActions(self._act, self._put_aside, self._request, self._remind))
        self.panels.append(panel)
        if self.memory.held is not None:
            panel.show_held(self.memory.held)
        return panel

    def _say(self, entry: Entry, code: str) -> None:
        from ui.dialogs.outcome import OutcomeForm

        held = self.memory.held
        if held is not None:
            OutcomeForm(self.guide, entry, code, named(self.look, entry), held.today).open()

    def _see(self, entry: Entry) -> None:
        from ui.dialogs.seen import SeenForm

        guide, who, held = self.guide, named(self.look, entry), self.memory.held
        if held is None:
            return
        ledger, today = held.page.ledger, held.today
        guide.run(
            lambda session, _progress: facts_of(session, entry),
            lambda facts: SeenForm(guide, entry, facts, who, ledger, today).open(),
            owner=self,
        )

    def _act(self, one: Reminder) -> None:
        """What the button of a reminder does."""
        from ui.pages.sent import drafts

        held = self.memory.held
        entry = held.entry(one.about) if held else None
        if one.code in WITH_A_DAY and entry is not None:
            self._see(entry)
        elif one.code == "thank":
            drafts.thanks(self.guide, one).open()
        elif one.code == "ends_later":
            self._remind()
        elif one.code == "step_started":
            self.guide.go("plan")
        else:
            drafts.renewal(self.guide, one).open()

    def _request(self, ask: Ask) -> None:
        from ui.pages.sent import drafts

        drafts.request(self.guide, ask).open()

    def _remind(self) -> None:
        from ui.dialogs.remind import RemindForm

        if self.memory.held is not None:
            RemindForm(self.guide, self.memory.held.page.remind_days).open()

    def _put_aside(self, one: Reminder) -> None:
        guide, held = self.guide, self.memory.held
        if held is None:
            return
        says = self.words.text(
            "Not shown again: {about}", about=reminder_title(self.words, one.code, one.values, held.today)
        )

        def done(_none: None) -> None:
            guide.tell(says, lambda: guide.run(partial(_speak_up, one.key), lambda _: guide.renew(), owner=None))
            guide.renew()

        guide.run(lambda session, _progress: quiet(session, one.key), done, owner=None)

    def _ask_where(self) -> None:
        words = self.words
        start = Path.home() / words.text("What I sent.html")
        choose_new_file(self, words.text("Save the list"), words.text("Page to print (*.html)"), start, self._write)

    def _write(self, path: Path) -> None:
        held, words, name, practice = self.memory.held, self.words, self.guide.name, self.guide.practice
        if held is None:
            return

        def work(_progress: Progress) -> None:
            from app.journey.after.paper import ledger_paper

            write_file(path, ledger_paper(words, held.page, name=name, on=held.today, practice=practice))

        self.guide.apart(work, lambda _none: self._written(path), owner=self)

    def _written(self, path: Path) -> None:
        self.guide.tell(self.words.text("Saved. It opens in your browser, and you can print it there."))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _speak_up(key: str, session: Session, _progress: Progress) -> None:
    speak_up(session, key)


def _there(panel: SidePanel) -> bool:
    """Whether a panel still stands somewhere: one that was opened in a dialog goes with it."""
    return shiboken6.isValid(panel)


def make_page(guide: Guide) -> Page:
    """The page."""
    return AfterPage(guide)
