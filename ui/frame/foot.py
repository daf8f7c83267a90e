"""The bar below every page: back, what happened last, work under way, and the one next thing to do."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from ui.kit.buttons import Button
from ui.kit.card import Plain
from ui.kit.layouts import clear, column, inside, row
from ui.kit.page import Action, Footer
from ui.kit.text import Line, Pictured, Text
from ui.theme.look import Look
from ui.work.task import Task

ESTIMATE_AFTER = 2.0
"""Seconds of work before its end can be guessed honestly."""


class FootBar(Plain):
    """Speaks for the page shown (`show_footer`), for what happened (`tell`) and for work under way (`work_on` …)."""

    def __init__(self, look: Look, back: Callable[[], object] | None) -> None:
        super().__init__(look, look.colors.card, line="above")
        self.back = Button(look, look.words.text("Back"), back, icon="arrow-left", name="back")
        self.told = Pictured(look, "check", "", "caption", "quiet", size=16)
        self.undo = Button(look, look.words.text("Undo"), size="small", icon="undo-2", kind="forward", name="undo")
        self.undo.clicked.connect(lambda *_: self._taken_back())
        self.working = _Working(look)
        self.end = row(gap=look.px(12))
        self._taken_back: Callable[[], object] = lambda: None
        for hidden in (self.told, self.undo, self.working):
            hidden.hide()
        self._lay_out(look)

    def _lay_out(self, look: Look) -> None:
        happened = row(self.told, self.undo, self.working, gap=look.px(12))
        happened.setStretchFactor(self.told, 1)
        margins = (look.margin, look.px(8), look.margin, look.px(8))
        if look.compact:
            below = row(self.back, self.end, gap=look.px(12))
            below.setStretch(1, 1)
            self.setLayout(column(happened, below, gap=look.px(4), margins=margins))
        else:
            line = row(self.back, happened, self.end, gap=look.px(16), margins=margins)
            line.setStretch(1, 1)
            self.setLayout(line)
        self.setMinimumHeight(look.px(60 if look.compact else 68))

    def show_footer(self, footer: Footer, *, first: bool) -> None:
        """Put a page's actions at the end of the bar; the first page has no way back."""
        self.back.setVisible(not first)
        focus = QApplication.focusWidget()
        held = focus.objectName() if focus is not None and self.end.indexOf(focus) >= 0 else ""
        clear(self.end)
        self.end.addStretch(1)
        look, primary = self.look, footer.primary
        roomy = look.scale == 1 or not look.compact
        note = primary.off if primary is not None and primary.off else footer.note if roomy else ""
        for place, action in enumerate(footer.extra):
            self.end.addWidget(Button(look, action.text, action.do, icon=action.icon, name=f"extra-{place}"))
        if note:
            self.end.addWidget(Line(look, note, "row", "quiet"))
        if primary is not None:
            self.end.addWidget(_next(look, primary))
        self._hold(held)

    def _hold(self, name: str) -> None:
        """The keyboard stays where it was; else it would go to the first control of the window."""
        made = (one for one in inside(self.end) if name and one.objectName() == name)
        if isinstance(again := next(made, None), QWidget):
            (again if again.isEnabled() else self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, words: str, undo: Callable[[], object] | None, *, wrong: bool) -> None:
        """Say what happened, or what went wrong; offer to take it back."""
        self.told.icon = "triangle-alert" if wrong else "check"
        self.told.tone("ink" if wrong else "quiet")
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self.undo.setVisible(undo is not None)
        self._taken_back = undo or (lambda: None)

    def work_on(self, task: Task) -> None:
        """Show that work is under way."""
        self.working.begin(task)

    def work_told(self, task: Task, done: int, total: int | None) -> None:
        """Show how far it is."""
        self.working.told(task, done, total)

    def work_over(self) -> None:
        """No work is under way."""
        self.working.hide()


def _next(look: Look, action: Action) -> Button:
    button = Button(look, action.text, action.do, kind="primary", icon=action.icon, name="next")
    button.setEnabled(not action.off)
    button.setAccessibleDescription(action.off)
    return button


class _Working(Plain):
    def __init__(self, look: Look) -> None:
        super().__init__(look, look.colors.card)
        words = look.words
        self.says = Text(look, "", "caption", "quiet")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words.text("Progress"))
        self.bar.setFixedWidth(look.px(140))
        self.cancel = Button(look, words.text("Cancel"), self._cancel, size="small", name="cancel-work")
        self._task: Task | None = None
        self._since = 0.0
        self.setLayout(row(self.says, self.bar, self.cancel, gap=look.px(10)))

    def begin(self, task: Task) -> None:
        """Show the work; how long it takes is not known yet."""
        self._task, self._since = task, time.monotonic()
        self.says.setText(task.saying or self.look.words.text("Working"))
        self.bar.hide()
        self.show()

    def told(self, task: Task, done: int, total: int | None) -> None:
        """Show how far it is, and once that can be said, how long it still takes."""
        if self._task is not task:
            self.begin(task)
        if total:
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            self.bar.show()
        self.says.setText(self._sentence(task.saying, done, total))

    def _sentence(self, saying: str, done: int, total: int | None) -> str:
        words, spent = self.look.words, time.monotonic() - self._since
        if not total:
            return words.text("{saying}: {done}", saying=saying, done=done)
        if spent < ESTIMATE_AFTER or not done:
            return words.text("{saying}: {done} of {total}", saying=saying, done=done, total=total)
        left = max(1, round(spent / done * (total - done)))
        return words.count(
            "{saying}: {done} of {total}, about a second left",
            "{saying}: {done} of {total}, about {number} seconds left",
            left,
            saying=saying,
            done=done,
            total=total,
        )

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
