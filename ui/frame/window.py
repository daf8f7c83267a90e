"""The window: what is open, which step is shown, and the work that pages hand to the worker."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QMainWindow, QRadioButton, QWidget

from app.preferences import Preferences
from app.wording import Words
from ui.frame import ahead
from ui.frame.bars import TopActions
from ui.frame.covers import Covers
from ui.frame.furniture import Furniture, Place, furnish
from ui.frame.keys import bind_keys
from ui.frame.latch import Latch
from ui.frame.memories import Memories
from ui.frame.progress import Told, told
from ui.frame.telling import Said, Telling
from ui.frame.under_way import UnderWay
from ui.guide import Door
from ui.kit.dialog import Cover, Dialog
from ui.kit.fields import announce
from ui.kit.page import Page
from ui.kit.ring import FocusRing
from ui.kit.tabbing import to_next
from ui.pages.steps import STEPS, page_of
from ui.theme.look import Look
from ui.theme.sheet import palette, sheet
from ui.work.desk import Desk, Opening
from ui.work.garbage import Garbage
from ui.work.task import Progress, Task, Work


class Window(QMainWindow):
    """The one window; its pages know it as their `Guide`."""

    preferred = Signal(object)
    """The learner chose other Preferences."""

    def __init__(self, preferences: Preferences, look: Look) -> None:
        super().__init__()
        self.preferences, self._look = preferences, look
        self.desk = Desk()
        self.ring = FocusRing(look)
        self.place = Place()
        self.memories = Memories()
        self.covers = Covers()
        self.latch = Latch(self)
        self.pages: dict[str, Page] = {}
        self.furniture: Furniture
        self._worked = self.latch.idle.clock()
        self.desk.ended.connect(self._note_worked)
        self.garbage = Garbage(self._rested)
        self.telling = Telling(self)
        self._ahead = False
        self.under_way = UnderWay(self.desk, lambda: self.furniture.foot, self.latch.idle.check)
        bind_keys(self)
        self.setMinimumSize(640, 480)
        self.build()

    def _note_worked(self, _task: Task) -> None:
        self._worked = self.latch.idle.clock()

    def _rested(self) -> float:
        """Seconds without anybody there or any work: what a long import found is still drawn for a while after it."""
        idle = self.latch.idle
        return 0.0 if self.desk.busy else min(idle.rested, idle.clock() - self._worked)

    @property
    def look(self) -> Look:
        """How to draw."""
        return self._look

    @property
    def words(self) -> Words:
        """The learner's language."""
        return self._look.words

    @property
    def practice(self) -> bool:
        """Whether the learner is made up."""
        return self.place.practice

    @property
    def name(self) -> str:
        """What the learner is called."""
        return self.place.name if self.place.is_open else ""

    @property
    def step(self) -> str:
        """The step shown; empty at the door."""
        return self.place.step if self.place.is_open else ""

    @property
    def folder(self) -> Path | None:
        """The folder of the vault that is open."""
        return self.place.folder

    @property
    def door(self) -> Door:
        """What the door knows of before."""
        return self.latch.door

    @property
    def said(self) -> Said:
        """What was told last."""
        return self.telling.said

    @property
    def cover(self) -> Cover | None:
        """The dialog on top, with what lies between it and the page."""
        return self.covers.top

    def run(
        self,
        work: Work,
        done: Callable[[Any], object],
        *,
        owner: QObject | None,
        failed: Callable[[Exception], object] | None = None,
        stopped: Callable[[], object] = lambda: None,
        saying: str = "",
        told: Callable[[int, int | None], object] = lambda _done, _total: None,
    ) -> Task:
        """Do work with the open vault on the worker."""
        return self.desk.run(work, done, failed or self.fail, stopped=stopped, owner=owner, saying=saying, told=told)

    def apart(
        self,
        work: Callable[[Progress], Any],
        done: Callable[[Any], object],
        *,
        owner: QObject | None,
        failed: Callable[[Exception], object] | None = None,
        saying: str = "",
    ) -> Task:
        """Do work on the worker that needs no open vault."""
        return self.desk.apart(work, done, failed or self.fail, owner=owner, saying=saying)

    def go(self, step: str) -> None:
        """Turn to a step."""
        self.place = self.place.at(step)
        self.tell("")
        self._show_page()
        self.refresh()

    def open(
        self,
        dialog: Dialog,
        on_close: Callable[[], object] | None = None,
        *,
        again: Callable[[], Dialog | None] | None = None,
    ) -> None:
        """Show a dialog over everything but the practice band."""
        self.covers.open(self.furniture.below_band, dialog, on_close, again)

    def tell(self, words: str, undo: Callable[[], object] | None = None) -> None:
        """Say what happened, and offer to take it back."""
        self.telling.tell(words, undo)

    def fail(self, error: Exception) -> None:
        """Say what went wrong."""
        self.telling.fail(error)

    def take_back(self) -> None:
        """Undo what was told last, where it can be."""
        self.telling.take_back()

    def asking(self, websites: int) -> None:
        """So many websites may be asked from now on; 0: no more. Asking ends with the vault that it is for."""
        if self.place.is_open:
            self.place = replace(self.place, asking=websites)
            self.furniture.show_step(self.place)

    def refresh(self) -> None:
        """Ask what the rail has to say now."""
        if self.place.is_open:
            step = self.place.step
            self.desk.run(lambda session, progress: told(session, step, progress), self._rail, self.fail, owner=self)

    def renew(self) -> None:
        """Something in the vault is not as it was: the page shown and the rail ask anew."""
        page = self.furniture.stack.currentWidget()
        if self.place.is_open and isinstance(page, Page):
            page.arrive()
        self.refresh()

    def recall(self, name: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401  each page has its own kind
        """What a page keeps while it is drawn anew."""
        return self.memories.recall(name, make)

    def enter(
        self,
        opening: Opening,
        name: str,
        *,
        failed: Callable[[Exception], object],
        folder: Path | None = None,
        entered: Callable[[], object] | None = None,
    ) -> None:
        """Open a vault on the worker, and turn to the step where the learner left it."""
        self.latch.enter(opening, name, failed, folder, entered)

    def called(self, name: str) -> None:
        """Say another name in the bar above."""
        self.place = replace(self.place, name=name)
        self.redraw(self._look)

    def lock(self) -> None:
        """Lock the vault and go back to the door; work under way is stopped first and loses nothing kept."""
        self.latch.lock("person")

    def redraw(self, look: Look) -> None:
        """Draw everything anew: in another language, text size, theme or room. The page and its focus stay."""
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None else ""
        self._look = look
        self.ring.look = look
        lifted = self.covers.lift()
        said = self.said
        self.build()
        self.telling.again(said)
        for make, on_close in lifted:
            if (dialog := make()) is not None:
                self.open(dialog, on_close, again=make)
        again = (self.cover or self.furniture.root).findChild(QWidget, name) if name else None
        if again is not None:
            again.setFocus()
        elif self.cover is None:
            self.pages[self.step or "welcome"].awaited = name

    def build(self) -> None:
        """Make all furniture and the page shown.

        What stood there before stays the window's child until Qt deletes it: taken out, it would leave PySide with
        what stands for its place in the layout, which Qt has freed, and the program would end at a later change.
        """
        self.pages.clear()
        self.setPalette(palette(self._look))
        self.setFont(self._look.font("body"))
        self.telling.said = Said()
        self.furniture = furnish(self, self._top_actions())
        self.furniture.root.setStyleSheet(sheet(self._look))  # not the window's: no style is worked out for what goes
        self.setCentralWidget(self.furniture.root)
        self.setWindowTitle(self.words.text("Pathfolio"))
        self._show_page()
        self.refresh()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  Qt's own
        """Tab goes as the window is read."""
        return to_next(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as Space does; Qt lets it press filled buttons alone."""
        focus = QApplication.focusWidget()
        choice = isinstance(focus, QCheckBox | QRadioButton)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if enter and isinstance(focus, QAbstractButton) and not choice:
            focus.click()
        else:
            super().keyPressEvent(event)

    def prefer(self, chosen: Preferences) -> None:
        """Take and keep other preferences."""
        self.preferences = chosen
        self.preferred.emit(chosen)

    def showEvent(self, event: QShowEvent) -> None:
        """Hear of every key and move of the mouse from now on."""
        super().showEvent(event)
        if not self._ahead:
            self._ahead = True
            QTimer.singleShot(ahead.AFTER, self, self._look_ahead)
        handle = self.windowHandle()
        if handle is not None:
            self.latch.idle.watch(handle)
            self.ring.watch(handle)

    def _look_ahead(self) -> None:
        ahead.make_kinds(self)
        self.desk.apart(lambda _progress: ahead.load(), lambda _none: None, self.fail, owner=self)
        self.desk.apart(lambda _progress: ahead.tidy(), lambda _none: None, self.fail, owner=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold where the room for this text size has become little or enough."""
        super().resizeEvent(event)
        wanted = replace(self._look, width=event.size().width())
        if wanted.compact != self._look.compact:
            self.redraw(wanted)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop work at its next step, keep what is half typed, lock the vault, then go."""
        self.latch.keep_typed()
        self.under_way.stop()
        self.latch.idle.stop()
        self.desk.stop()
        self.garbage.stop()
        super().closeEvent(event)

    def _show_page(self) -> None:
        step = self.place.step if self.place.is_open else "welcome"
        page = self.pages.get(step)
        if page is None:
            page = self.pages[step] = page_of(step)(self)
            page.foot_changed.connect(lambda page=page: self._foot(page))
            self.furniture.stack.addWidget(page)
        self.furniture.stack.setCurrentWidget(page)
        self.furniture.show_step(self.place)
        self._foot(page)
        page.arrive()
        page.heading.setFocus()
        announce(page.heading, page.heading.text())

    def _foot(self, page: Page) -> None:
        if self.furniture.foot is not None and self.furniture.stack.currentWidget() is page:
            self.furniture.foot.show_footer(page.footer, first=self.place.step == STEPS[0])

    def back(self) -> None:
        """Turn to the step before."""
        self.go(STEPS[max(0, STEPS.index(self.place.step) - 1)])

    def leave_practice(self) -> None:
        """Ask before the practice learner goes with all that was done as them; once, however often it is pressed."""
        if self.cover is None or self.cover.dialog.objectName() != "leave-practice-dialog":
            self._open_later("leave_practice")

    def _top_actions(self) -> TopActions:
        return TopActions(
            lock=self.lock,
            help=self.help,
            settings=lambda: self._open_later("settings"),
            about=lambda: self._open_later("about"),
            language=lambda code: self.prefer(replace(self.preferences, language=code)),
            text_size=self.choose_text_size,
        )

    def _open_later(self, name: str) -> None:
        """Open a dialog of the frame, loaded when it is first asked for."""
        import_module(f"ui.dialogs.{name}").open_dialog(self)

    def help(self) -> None:
        """Open the help for the page shown."""
        self._open_later("help")

    def choose_text_size(self, size: int) -> None:
        """Take another text size, in percent."""
        if size != self.preferences.text_size:
            self.prefer(replace(self.preferences, text_size=size))

    def _rail(self, now: Told) -> None:
        if self.place.is_open:
            self.place = self.place.saying(now)
            self.furniture.show_step(self.place)
