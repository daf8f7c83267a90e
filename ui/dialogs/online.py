"""Check online now: which websites would be asked and what each could infer, asking those left in, and what came."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.journey.online import Came, Question, ask_allowed, question
from app.online.wanted import Shown, seen, unseen
from app.wording import online as said
from ui.dialogs.form import Form, asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.choices import Check
from ui.kit.dialog import Dialog
from ui.kit.layouts import column, holding
from ui.kit.parts import Parts
from ui.kit.text import Marked, Paragraph, Text
from ui.work.desk import Progress

if TYPE_CHECKING:
    from app.journey.session import Session
    from app.online.wanted import Host

Changed = Callable[[], object]
MOST_FAILURES = 12
"""Pages that did not come and are named; a silent school may have hundreds."""


def open_dialog(guide: Guide, changed: Changed, keys: Collection[str] | None = None) -> None:
    """Ask whom to ask about all records, or those named; `changed` hears when answers came. Nobody is asked before."""
    guide.run(
        lambda session, _progress: question(session, keys),
        lambda found: OnlineForm(guide, found, Go(keys, changed)).open() if guide.step else None,
        owner=None,
        saying=guide.words.text("Looking what could be asked"),
    )


@dataclass(frozen=True)
class Go:
    """One check online, over several questions: of which records, who was shown and who was left in until now."""

    keys: Collection[str] | None
    changed: Changed
    shown: Shown = field(default_factory=dict)
    allowed: frozenset[str] = frozenset()


class OnlineForm(Form):
    """A tick for each website."""

    def __init__(self, guide: Guide, found: Question, go: Go) -> None:
        super().__init__(guide)
        self.found, self.go = found, go
        self.left_out = set[str]()
        self.ask: Button | None = None

    def draw(self) -> Dialog:
        """The websites, or that there is nothing to ask."""
        look, words, found = self.guide.look, self.guide.words, self.found
        if not found.hosts:
            close = Button(look, words.text("Close"), self.close, kind="primary", name="close")
            says = words.text("No website could tell more about your records now.")
            body = holding(column(Paragraph(look, says)))
            return self.lay_out(words.text("Nothing to ask"), body, close, kind="tell", icon="globe")
        self.ask = Button(look, "", self._ask, kind="primary", icon="globe", name="ask-websites")
        asks(self.ask)
        rows = Parts["Host"](look, self._row, name="more-websites")
        rows.show_items(found.hosts)
        why = words.text("Your records are not sent anywhere. Nobody is asked before you press the button.")
        body = holding(column(rows, Paragraph(look, said.all_see(words), "row"), gap=look.px(12)))
        dialog = self.lay_out(
            said.asked_heading(words, len(found.hosts)).rstrip(":"), body, self.ask, icon="globe", why=why, wide=720
        )
        self._count()
        return dialog

    def _row(self, host: "Host") -> QWidget:
        look, words = self.guide.look, self.guide.words
        tick = Check(look, host.name, name=f"ask-{host.name}", checked=host.name not in self.left_out)
        tick.toggled.connect(lambda on: self._left_in(host.name, on))
        asks(tick)
        lines = [Text(look, line, "caption", "quiet") for line in said.infers(words, host.whats)]
        inside = column(tick, *lines, gap=look.px(2))
        inside.setContentsMargins(look.px(14), look.px(6), look.px(14), look.px(8))
        return Card(look, inside)

    def _left_in(self, name: str, on: bool) -> None:  # noqa: FBT001  Qt's own form
        (self.left_out.discard if on else self.left_out.add)(name)
        self._count()

    def _count(self) -> None:
        left = len(self.found.hosts) - len(self.left_out)
        if self.ask is not None:
            text = self.guide.words.count("Ask {number} website now", "Ask {number} websites now", left)
            self.ask.setText(text)
            self.ask.setAccessibleName(text)
            self.ask.setEnabled(bool(left))

    def _ask(self) -> None:
        hosts, words = self.found.hosts, self.guide.words
        allowed = self.go.allowed | {host.name for host in hosts} - self.left_out
        go = replace(self.go, shown=seen(hosts, self.go.shown), allowed=allowed)

        def work(session: "Session", progress: Progress) -> Came:
            return ask_allowed(session, allowed, progress, go.keys)

        def done(came: Came) -> None:
            if self.guide.step:
                self._tell_all()
                CameForm(self.guide, came, go).open()

        self.close()
        self.guide.run(work, done, owner=None, stopped=self._tell_all, saying=words.text("Asking websites"))

    def _tell_all(self) -> None:
        """What came counts at once, also where the learner stopped half-way."""
        if self.guide.step:
            self.guide.renew()
            self.go.changed()


class CameForm(Form):
    """What came of asking; and who would have to be asked besides."""

    def __init__(self, guide: Guide, came: Came, go: Go) -> None:
        super().__init__(guide)
        self.came, self.go = came, go

    def draw(self) -> Dialog:
        """One or two sentences, and the pages that did not come."""
        look, words, came = self.guide.look, self.guide.words, self.came
        parts: list[QWidget] = [Paragraph(look, " ".join(said.outcome(words, came.had, len(came.not_had))))]
        for page in came.not_had[:MOST_FAILURES]:
            line = words.text("{website}: {why}", website=page.address, why=said.failure(words, page.failure))
            parts.append(Marked(look, "not_checked", line, "row"))
        rest = len(came.not_had) - MOST_FAILURES
        if rest > 0:
            parts.append(Text(look, words.count("And {number} more.", "And {number} more.", rest), "row", "quiet"))
        new = unseen(came.more, self.go.shown)
        title, body = words.text("The websites were asked"), holding(column(*parts, gap=look.px(10)))
        if not new:
            close = Button(look, words.text("Close"), self.close, kind="primary", name="close")
            return self.lay_out(title, body, close, kind="tell", icon="globe", wide=720)
        says = words.count(
            "{number} more website would have to be asked.", "{number} more websites would have to be asked.", len(new)
        )
        parts.append(Text(look, says, "row", weight="semibold"))
        body = holding(column(*parts, gap=look.px(10)))
        see = Button(look, words.text("See which"), self._more, kind="primary", icon="globe", name="see-more-websites")
        return self.lay_out(title, body, see, cancel=words.text("Close"), icon="globe", wide=720)

    def _more(self) -> None:
        new = unseen(self.came.more, self.go.shown)
        self.close()
        OnlineForm(self.guide, Question(new, 0), self.go).open()
