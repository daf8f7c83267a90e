"""Whom to ask: a tick for each website, with what it could infer. Nobody is asked before the press."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.wording import online as said
from ui.dialogs.form import Form
from ui.dialogs.online_parts import Rows, show_number
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.layouts import column, holding
from ui.kit.text import Paragraph

if TYPE_CHECKING:
    from app.online.wanted import Host

Then = Callable[[frozenset[str]], object]


class WebsitesForm(Form):
    """Asks about websites; `then` hears which were left in. `named` shows the addresses too, where these are few."""

    def __init__(self, guide: Guide, hosts: Sequence["Host"], then: Then, *, named: bool = False) -> None:
        super().__init__(guide)
        self.hosts, self.then, self.named = tuple(hosts), then, named
        self.left_out = set[str]()
        self.ask: Button | None = None

    def draw(self) -> Dialog:
        """The websites."""
        look, words = self.guide.look, self.guide.words
        self.ask = Button(look, "", self._ask, kind="primary", icon="globe", name="ask-websites")
        ticked = {host.name for host in self.hosts} - self.left_out
        rows = Rows(look, self.hosts, ticked, self._left_in, named=self.named)
        why = words.text("Your records are not sent anywhere. Nobody is asked before you press the button.")
        body = holding(column(rows, Paragraph(look, said.all_see(words), "row"), gap=look.px(12)))
        title = said.asked_heading(words, len(self.hosts)).rstrip(":")
        dialog = self.lay_out(title, body, self.ask, icon="globe", why=why, wide=720)
        self._count()
        return dialog

    def _left_in(self, name: str, on: bool) -> None:  # noqa: FBT001  Qt's own form
        (self.left_out.discard if on else self.left_out.add)(name)
        self._count()

    def _count(self) -> None:
        left = len(self.hosts) - len(self.left_out)
        if self.ask is not None:
            show_number(self.ask, left)

    def _ask(self) -> None:
        self.close()
        self.then(frozenset(host.name for host in self.hosts) - self.left_out)
