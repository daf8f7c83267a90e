"""The window: what is open, which step is shown, and the work that pages hand to the worker."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from app.preferences import Preferences
from app.wording import Words
from ui.frame import ahead
from ui.frame.asked_for import open_later, top_actions
from ui.frame.covers import Covers
from ui.frame.furniture import Furniture, Place, furnish
from ui.frame.keys import bind_keys, pressed_by
from ui.frame.latch import Latch
from ui.frame.memories import Memories
from ui.frame.pages import put_back, show_page
from ui.frame.progress import Told, told
from ui.frame.rest import Rest
from ui.frame.telling import Said, Telling
from ui.frame.under_way import UnderWay
from ui.guide import Door
from ui.kit.dialog import Cover, Dialog
from ui.kit.page import Page
from ui.kit.ring import FocusRing
from ui.kit.tabbing import to_next
from ui.pages.steps import STEPS
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
        self.ring = FocusRing(look, self)
        self.place = Place()
        self.memories = Memories()
        self.covers = Covers()
        self.latch = Latch(self)
        self.pages: dict[str, Page] = {}
        self.furniture: Furniture
        self.rest = Rest(self.desk, self.latch.idle)
        self.garbage = Garbage(self.rest.seconds)
        self.telling = Telling(self)
        self._ahead = False
        self.under_way = UnderWay(self.desk, lambda: self.furniture.foot, self.latch.idle.check)
        bind_keys(self)
        self.setMinimumSize(640, 480)
        self.build()

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
        stopped: Callable[[], object] = lambda: None,
        saying: str = "",
        told: Callable[[int, int | None], object] = lambda _done, _total: None,
    ) -> Task:
        """Do work on the worker that needs no open vault."""
        return self.desk.apart(work, done, failed or self.fail, stopped=stopped, owner=owner, saying=saying, told=told)

    def go(self, step: str) -> None:
        """Turn to a step."""
        self.place = self.place.at(step)
        self.tell("")
        show_page(self)
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
        self._look = self.ring.look = look
        lifted, said = self.covers.lift(), self.said
        self.build()
        self.telling.again(said)
        put_back(self, lifted, name)

    def build(self) -> None:
        """Make all furniture and the page shown.

        What stood there before stays the window's child until Qt deletes it: taken out, it would leave PySide with
        what stands for its place in the layout, which Qt has freed, and the program would end at a later change.
        """
        self.pages.clear()
        self.setPalette(palette(self._look))
        self.setFont(self._look.font("body"))
        self.telling.said = Said()
        self.furniture = furnish(self, top_actions(self))
        self.furniture.root.setStyleSheet(sheet(self._look))  # not the window's: no style is worked out for what goes
        self.setCentralWidget(self.furniture.root)
        self.setWindowTitle(self.words.text("Pathfolio"))
        show_page(self)
        self.refresh()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  Qt's own
        """Tab goes as the window is read."""
        return to_next(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as Space does; Qt lets it press filled buttons alone."""
        button = pressed_by(event)
        if button is not None:
            button.click()
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
            QTimer.singleShot(ahead.AFTER, self, lambda: ahead.look(self))
        handle = self.windowHandle()
        if handle is not None:
            self.latch.idle.watch(handle)
            self.ring.watch(handle)

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

    def back(self) -> None:
        """Turn to the step before."""
        self.go(STEPS[max(0, STEPS.index(self.place.step) - 1)])

    def leave_practice(self) -> None:
        """Ask before the practice learner goes with all that was done as them; once, however often it is pressed."""
        if self.cover is None or self.cover.dialog.objectName() != "leave-practice-dialog":
            open_later(self, "leave_practice")

    def help(self) -> None:
        """Open the help for the page shown."""
        open_later(self, "help")

    def choose_text_size(self, size: int) -> None:
        """Take another text size, in percent."""
        if size != self.preferences.text_size:
            self.prefer(replace(self.preferences, text_size=size))

    def _rail(self, now: Told) -> None:
        if self.place.is_open:
            self.place = self.place.saying(now)
            self.furniture.show_step(self.place)
