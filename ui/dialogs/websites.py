"""Whom to ask: a tick for each website, with what it could infer. Nobody is asked before the press."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.wording import Words
from app.wording import online as said
from ui.dialogs.form import Form
from ui.dialogs.online_parts import Rows, nobody_chosen, show_number
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.layouts import column, holding
from ui.kit.text import Paragraph, Pictured, Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.online.wanted import Host

Then = Callable[[frozenset[str]], object]


class WebsitesForm(Form):
    """Asks about websites; `then` hears which were left in, or `left` that nobody is to be asked.

    `named` shows the addresses too, where these are few; `note` is said below the websites.
    """

    def __init__(
        self,
        guide: Guide,
        hosts: Sequence["Host"],
        then: Then,
        left: Callable[[], object] = lambda: None,
        *,
        named: bool = False,
        note: Callable[[Words], str] = lambda _words: "",
    ) -> None:
        super().__init__(guide)
        self.hosts, self.then, self.named, self.note = tuple(hosts), then, named, note
        self._left, self._answered = left, False
        self.left_out = set[str]()
        self.ask: Button | None = None
        self.none: Text | None = None

    def show(self) -> None:
        """Ask the learner."""
        self.open(lambda: None if self._answered else self._left())

    def draw(self) -> Dialog:
        """The websites."""
        look, words = self.guide.look, self.guide.words
        self.ask = Button(look, "", self._ask, kind="primary", icon="globe", name="ask-websites")
        ticked = {host.name for host in self.hosts} - self.left_out
        rows = Rows(look, self.hosts, ticked, self._left_in, named=self.named)
        why = words.text("Your records are not sent anywhere. Nobody is asked before you press the button.")
        self.none = nobody_chosen(look)
        parts: list[QWidget] = [rows, Paragraph(look, said.all_see(words), "row"), self.none]
        note = self.note(words)
        if note:
            parts.append(Pictured(look, "info", note, "row", "quiet"))
        body = holding(column(*parts, gap=look.px(12)))
        title = said.asked_heading(words, len(self.hosts)).rstrip(":")
        dialog = self.lay_out(title, body, self.ask, icon="globe", why=why, wide=720)
        self._count()
        return dialog

    def _left_in(self, name: str, on: bool) -> None:  # noqa: FBT001  Qt's own form
        (self.left_out.discard if on else self.left_out.add)(name)
        self._count()

    def _count(self) -> None:
        left = len(self.hosts) - len(self.left_out)
        if self.ask is not None and self.none is not None:
            show_number(self.ask, left, self.none)

    def _ask(self) -> None:
        self._answered = True
        self.close()
        self.then(frozenset(host.name for host in self.hosts) - self.left_out)
