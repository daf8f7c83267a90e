"""Dialogs that come one after another about one thing: what there is, work that can be stopped, what came of it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Generic, TypeVar

from ui.dialogs.form import Form
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.done_bar import DoneBar
from ui.kit.fields import announce
from ui.kit.layouts import column, holding
from ui.kit.text import Paragraph, Pictured
from ui.work.task import Progress, Task, Work

Stage = TypeVar("Stage", bound=str)
STEPS = 1000
"""How finely the share of work done is told."""
WIDE = 760


class StagedForm(Form, Generic[Stage]):
    """A form of stages. Work that is stopped, or goes wrong, leaves everything as it was and shows the stage before."""

    busy: Stage
    """Which of them shows how far the work is."""

    def __init__(self, guide: Guide, stage: Stage) -> None:
        super().__init__(guide)
        self.stage = stage
        self.wrong, self.done = "", 0
        self._task: Task | None = None
        self._bar: DoneBar | None = None

    def stages(self) -> Mapping[Stage, Callable[[], Dialog]]:
        """What draws each stage."""
        raise NotImplementedError

    def draw(self) -> Dialog:
        """What the stage needs."""
        return self.stages()[self.stage]()

    def turn(self, stage: Stage) -> None:
        """Show another stage; closing the one before is no answer of the learner."""
        self.stage, task = stage, self._task
        if stage != self.busy:
            self._task = None
        if self.dialog is not None:
            self.dialog.accept()
        self.open(partial(self._left, task) if stage == self.busy else None)

    def do(self, work: Work, done: Callable[[Any], object], *, back: Stage) -> None:
        """Work with the open vault that can be stopped; `back` is shown where it was, or where it went wrong."""
        self._begin(partial(self.guide.run, work, done), back)

    def do_alone(self, work: Callable[[Progress], Any], done: Callable[[Any], object], *, back: Stage) -> None:
        """The same without a vault."""
        self._begin(partial(self.guide.apart, work, done), back)

    def _begin(self, start: Callable[..., Task], back: Stage) -> None:
        self.wrong, self.done = "", 0
        failed, stopped = partial(self._failed, back), partial(self.turn, back)
        self._task = start(owner=None, failed=failed, stopped=stopped, told=self._told)
        self.turn(self.busy)

    def draw_busy(self, doing: str, icon: str) -> Dialog:
        """How far the work is, and the way to stop it."""
        look, words = self.guide.look, self.guide.words
        self._bar = DoneBar(look)
        self._show_share()
        safe = words.text("Until it is done, nothing changes.")
        body = holding(column(self._bar, Pictured(look, "save", safe, "row", "quiet"), gap=look.px(12)))
        stop = Button(look, words.text("Cancel"), self.close, icon="x", name="stop-adding")
        made = self.lay_out(doing, body, stop, kind="tell", icon=icon)
        made.first = stop
        return made

    def draw_removing(self, name: str, says: str, remove: Callable[[], object], back: Stage) -> Dialog:
        """The question before something is removed."""
        look, words = self.guide.look, self.guide.words
        out = Button(look, words.text("Remove"), remove, kind="danger", icon="trash-2", name="remove-now")
        made = self.lay_out(
            words.text("Remove {name}?", name=name),
            holding(column(Paragraph(look, says))),
            out,
            back=partial(self.turn, back),
            icon="triangle-alert",
        )
        out.setAutoDefault(False)
        return made

    def _left(self, task: Task | None) -> None:
        """The dialog that shows how far it is was closed: by the learner, unless it is over."""
        if task is not None and task is self._task:
            task.cancel()

    def _told(self, done: int, _total: int | None) -> None:
        self.done = done
        if self.stage == self.busy and self.dialog is not None:
            self._show_share()

    def _show_share(self) -> None:
        words = self.guide.words
        if self._bar is not None:
            self._bar.show_done(self.done, STEPS, words.text("{share} done", share=words.share(self.done / STEPS)))

    def _failed(self, back: Stage, error: Exception) -> None:
        """Nothing has changed: the stage before says why."""
        self.wrong = self.said(error)
        self.turn(back)
        if self.wrong and self.dialog is not None:
            announce(self.dialog, self.wrong)


def share_teller(progress: Progress) -> Callable[[float], None]:
    """Tells a share of the work, 0 to 1, as so many of `STEPS`."""
    return lambda share: progress(int(STEPS * min(1.0, share)), STEPS)
