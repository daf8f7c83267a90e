"""How far an asking of websites is, with a way to stop it; the dialog goes by itself once the asking is over."""

from collections.abc import Callable
from functools import partial
from typing import Any

from app.wording.marking import marked
from ui.dialogs.form import Form
from ui.dialogs.online_parts import show_count
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.done_bar import DoneBar
from ui.kit.layouts import column, holding
from ui.kit.text import Pictured
from ui.work.task import Task, Work

TURNS = 4
"""A website sends on, its page or list names others, and these send on: more is no way to what was looked for."""
KEPT_AS_IT_COMES = marked("What comes is kept with its day, even if you stop.")
KEPT_AT_THE_END = marked("If you stop, nothing of it is kept.")
KEPT_WHEN_CHOSEN = marked("Nothing is kept before you say so.")


class AskingForm(Form):
    """Asks so many websites; `keeps` says what becomes of what came where the learner stops."""

    def __init__(self, guide: Guide, websites: int, keeps: str) -> None:
        super().__init__(guide)
        self.websites, self.keeps = websites, keeps
        self.counted = (0, 0)
        self._task: Task | None = None
        self._bar: DoneBar | None = None

    def draw(self) -> Dialog:
        """How many answers came, and the one thing to do."""
        look, words = self.guide.look, self.guide.words
        self._bar = DoneBar(look)
        show_count(look, self._bar, *self.counted)
        keeps = Pictured(look, "save", words.text(self.keeps), "row", "quiet")
        stop = Button(look, words.text("Stop asking"), self.close, icon="x", name="stop-asking")
        title = words.count("Asking {number} website…", "Asking {number} websites…", self.websites)
        body = holding(column(self._bar, keeps, gap=look.px(12)))
        made = self.lay_out(title, body, stop, kind="tell", icon="globe")
        made.first = stop
        return made

    def ask(
        self,
        work: Work,
        done: Callable[[Any], object],
        stopped: Callable[[], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """The learner said whom to ask: now, and not before, questions go out. `stopped` hears that they ended it."""
        self.guide.asking(self.websites)
        self._task = self.guide.run(
            work,
            partial(self._over, done),
            owner=None,
            failed=partial(self._over, failed or self.guide.fail),
            saying=self.guide.words.text("Asking websites"),
            told=self._told,
            stopped=partial(self._over, lambda _none: stopped(), None),
        )
        self.open(self._left)

    def _left(self) -> None:
        """It was closed: by the learner, unless the asking is over."""
        if self._task is not None:
            self._task.cancel()

    def _told(self, done: int, total: int | None) -> None:
        self.counted = (done, total or 0)
        if self._bar is not None and self.dialog is not None:
            show_count(self.guide.look, self._bar, *self.counted)

    def _over(self, then: Callable[[Any], object], came: object) -> None:
        self.guide.asking(0)
        self._task = None
        self.close()
        self.guide.refresh()  # the rail says when websites were last asked
        then(came)
