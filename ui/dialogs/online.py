"""Checking online: who would be asked, said before anybody is; asking them; and what came of it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QWidget

from app.journey.records.online import Question, question
from app.online.wanted import Host, Shown, seen, unseen
from app.wording import online as said
from ui.dialogs.asking import KEPT_AS_IT_COMES, AskingForm
from ui.dialogs.form import Form
from ui.dialogs.online_asking import Asked, ask
from ui.dialogs.online_parts import Rows, failures, nobody_chosen, show_number
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.layouts import Flow, column, holding
from ui.kit.text import Paragraph, Text
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session

Stage = Literal["question", "answers"]


def open_dialog(guide: Guide, key: str | None = None, changed: Callable[[], object] = lambda: None) -> None:
    """Find out who would be asked, for one record or for all, and ask the learner; nobody is asked by that.

    `changed` hears when something that websites said is kept.
    """
    keys = None if key is None else (key,)

    def work(session: "Session", progress: Progress) -> Question | None:
        found = question(session, keys, progress.stop)
        return None if progress.cancelled else found

    def show(found: Question | None) -> None:
        if guide.step and found is not None:
            OnlineForm(guide, found, keys, changed).open()

    guide.run(work, show, owner=None, saying=guide.words.text("Looking who would be asked"))


class OnlineForm(Form):
    """The question whom to ask; and after the asking the answers, with the next question where there is one.

    `shown` is all that was ever shown of a website, `allowed` and `left_out` are what the learner said of it.
    """

    def __init__(
        self, guide: Guide, found: Question, keys: tuple[str, ...] | None, changed: Callable[[], object]
    ) -> None:
        super().__init__(guide)
        self.found, self.keys, self._changed = found, keys, changed
        self.stage: Stage = "question"
        self.hosts: tuple[Host, ...] = found.hosts
        self.ticked = {host.name for host in found.hosts}
        self.shown: Shown = {}
        self.allowed = frozenset[str]()
        self.left_out = frozenset[str]()
        self.came = Asked()

    def draw(self) -> Dialog:
        """What the stage needs."""
        return self._question() if self.stage == "question" else self._answers()

    def _question(self) -> Dialog:
        words = self.guide.words
        if not self.hosts:
            return self._nothing()
        why = said.asked_about(words, len(self.hosts), self.found.records)
        promise = words.text("Your records are not sent anywhere. Nobody is asked before you press the button.")
        first = Text(self.guide.look, promise, "row")
        return self._consent(words.text("Check online"), why, [first, *self._rows()])

    def _nothing(self) -> Dialog:
        look, words = self.guide.look, self.guide.words
        one = self.keys is not None
        says = (
            words.text("There is nothing to ask a website about this record now.")
            if one
            else words.text("There is nothing to ask a website about your records now.")
        )
        last = self.found.last
        parts: list[QWidget] = [Paragraph(look, says)]
        if last is not None:
            parts.append(Text(look, words.text("Websites were last asked on {day}.", day=last.astimezone()), "row"))
        body = holding(column(*parts, holding(Flow(self._offline())), gap=look.px(12)))
        return self.lay_out(words.text("Check online"), body, self._close_button(), kind="tell", icon="globe")

    def _answers(self) -> Dialog:
        words, came = self.guide.words, self.came
        shows = words.text("Your cards show what came, with its day.") if came.had else words.text("Nothing is lost.")
        note = words.text("What they would tell stays “not checked”. You can ask again later.")
        parts = [Text(self.guide.look, shows, "row"), *failures(self.guide.look, came.failed, note)]
        title = words.text("You stopped the check") if came.stopped else words.text("What the websites said")
        why = " ".join(said.outcome(words, came.had, came.not_had))
        if not self.hosts:
            body = holding(column(*parts, gap=self.guide.look.px(12)))
            return self.lay_out(title, body, self._close_button(), kind="tell", icon="globe", why=why, wide=720)
        more = Text(self.guide.look, said.more_heading(words, len(self.hosts)), "group")
        return self._consent(title, why, [*parts, more, *self._rows()])

    def _rows(self) -> list[QWidget]:
        look, words = self.guide.look, self.guide.words
        return [Rows(look, self.hosts, self.ticked, self._tick), Text(look, said.all_see(words), "caption", "quiet")]

    def _consent(self, title: str, why: str, parts: Sequence[QWidget]) -> Dialog:
        """The websites, each with a tick, and the one button that has them asked."""
        look, words = self.guide.look, self.guide.words
        self.now = Button(look, "", self._ask, kind="primary", icon="globe", name="ask-websites")
        self.none = nobody_chosen(look)
        links = [holding(Flow(self._offline()))] if self.stage == "question" else []
        body = holding(column(*parts, self.none, *links, gap=look.px(12)))
        cancel = words.text("Close") if self.stage == "answers" else ""
        made = self.lay_out(title, body, self.now, cancel=cancel, icon="globe", why=why, wide=720)
        self._show_whether()
        return made

    def _offline(self) -> Button:
        """The way for those who stay offline."""
        says = self.guide.words.text("Use pages or lists from a file instead")
        return Button(self.guide.look, says, self._lists, kind="link", size="small", name="at-hand")

    def _lists(self) -> None:
        from ui.dialogs.at_hand import open_dialog as open_lists

        self.close()
        open_lists(self.guide, self._changed)

    def _close_button(self) -> Button:
        return Button(self.guide.look, self.guide.words.text("Close"), self.close, kind="primary", name="close")

    def _tick(self, name: str, on: bool) -> None:  # noqa: FBT001  Qt's own
        (self.ticked.add if on else self.ticked.discard)(name)
        self._show_whether()

    def _show_whether(self) -> None:
        show_number(self.now, len(self.ticked), self.none)

    def _ask(self) -> None:
        """The learner said whom to ask: now, and not before, questions go out."""
        names = {host.name for host in self.hosts}
        self.allowed |= self.ticked & names
        self.left_out = (self.left_out | names) - self.allowed
        self.shown = seen(self.hosts, self.shown)
        self.close()
        AskingForm(self.guide, len(self.ticked), KEPT_AS_IT_COMES).ask(
            ask(self.allowed, self.keys),
            self._came,
            partial(self._came, Asked(stopped=True)),
            self._failed,
        )

    def _came(self, came: Asked) -> None:
        self.came = came
        self.hosts = tuple(host for host in unseen(came.more, self.shown) if host.name not in self.left_out)
        self.ticked = {host.name for host in self.hosts}
        self.stage = "answers"
        self.open()
        self.guide.renew()
        self._changed()

    def _failed(self, error: Exception) -> None:
        """What could not be kept, or a fault of ours; what came before is kept."""
        self.guide.fail(error)
        self.guide.renew()
        self._changed()
