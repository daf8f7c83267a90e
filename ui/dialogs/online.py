"""Check online now: whom to ask about records, asking those left in, and what came of it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.journey.online import Came, Question, ask_allowed, question
from app.online.wanted import Shown, seen, unseen
from app.wording import online as said
from ui.dialogs.form import Form
from ui.dialogs.websites import WebsitesForm
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.layouts import column, holding
from ui.kit.text import Marked, Paragraph, Text
from ui.work.desk import Progress

if TYPE_CHECKING:
    from app.journey.session import Session
    from app.online.wanted import Host

Changed = Callable[[], object]
MOST_FAILURES = 12
"""Pages that did not come and are named; a silent school may have hundreds."""


@dataclass(frozen=True)
class Go:
    """One check online, over several questions: of which records, who was shown and who was left in until now."""

    keys: Collection[str] | None
    changed: Changed
    shown: Shown = field(default_factory=dict)
    allowed: frozenset[str] = frozenset()


def open_dialog(guide: Guide, changed: Changed, keys: Collection[str] | None = None) -> None:
    """Ask whom to ask about all records, or those named; `changed` hears when answers came. Nobody is asked before."""
    go = Go(keys, changed)

    def show(found: Question) -> None:
        if guide.step and found.hosts:
            ask_whom(guide, found.hosts, go)
        elif guide.step:
            NothingForm(guide).open()

    says = guide.words.text("Looking what could be asked")
    guide.run(lambda session, _progress: question(session, keys), show, owner=None, saying=says)


def ask_whom(guide: Guide, hosts: "tuple[Host, ...]", go: Go) -> None:
    """Show these websites, and ask those that are left in."""
    WebsitesForm(guide, hosts, lambda left_in: _ask(guide, hosts, left_in, go)).open()


def _ask(guide: Guide, hosts: "tuple[Host, ...]", left_in: frozenset[str], before: Go) -> None:
    go = replace(before, shown=seen(hosts, before.shown), allowed=before.allowed | left_in)

    def tell_all() -> None:
        if guide.step:
            guide.renew()
            go.changed()

    def done(came: Came) -> None:
        tell_all()
        if guide.step:
            CameForm(guide, came, go).open()

    def work(session: "Session", progress: Progress) -> Came:
        return ask_allowed(session, go.allowed, progress, go.keys)

    # What came counts at once, also where the learner stopped half-way.
    guide.run(work, done, owner=None, stopped=tell_all, saying=guide.words.text("Asking websites"))


class NothingForm(Form):
    """Says that no website could tell more."""

    def draw(self) -> Dialog:
        """One sentence."""
        look, words = self.guide.look, self.guide.words
        close = Button(look, words.text("Close"), self.close, kind="primary", name="close")
        body = holding(column(Paragraph(look, words.text("No website could tell more about your records now."))))
        return self.lay_out(words.text("Nothing to ask"), body, close, kind="tell", icon="globe")


class CameForm(Form):
    """What came of asking; and who would have to be asked besides."""

    def __init__(self, guide: Guide, came: Came, go: Go) -> None:
        super().__init__(guide)
        self.came, self.go = came, go

    def draw(self) -> Dialog:
        """One or two sentences, and the pages that did not come."""
        look, words = self.guide.look, self.guide.words
        new, title = unseen(self.came.more, self.go.shown), words.text("The websites were asked")
        body = holding(column(*self._lines(len(new)), gap=look.px(10)))
        if not new:
            close = Button(look, words.text("Close"), self.close, kind="primary", name="close")
            return self.lay_out(title, body, close, kind="tell", icon="globe", wide=720)
        see = Button(look, words.text("See which"), self._more, kind="primary", icon="globe", name="see-more-websites")
        return self.lay_out(title, body, see, cancel=words.text("Close"), icon="globe", wide=720)

    def _lines(self, more: int) -> list[QWidget]:
        look, words, came = self.guide.look, self.guide.words, self.came
        lines: list[QWidget] = [Paragraph(look, " ".join(said.outcome(words, came.had, len(came.not_had))))]
        for page in came.not_had[:MOST_FAILURES]:
            line = words.text("{website}: {why}", website=page.address, why=said.failure(words, page.failure))
            lines.append(Marked(look, "not_checked", line, "row"))
        rest = len(came.not_had) - MOST_FAILURES
        if rest > 0:
            lines.append(Text(look, words.count("And {number} more.", "And {number} more.", rest), "row", "quiet"))
        if more:
            one = "{number} more website would have to be asked."
            says = words.count(one, "{number} more websites would have to be asked.", more)
            lines.append(Text(look, says, "row", weight="semibold"))
        return lines

    def _more(self) -> None:
        self.close()
        ask_whom(self.guide, unseen(self.came.more, self.go.shown), self.go)
