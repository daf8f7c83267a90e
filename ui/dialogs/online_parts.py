"""What the dialogs of an online check are made of: websites to allow, how far it is, who gave no answer."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.online.wanted import Host
from app.wording import online as said
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.choices import Check
from ui.kit.done_bar import DoneBar
from ui.kit.layouts import column
from ui.kit.parts import Parts
from ui.kit.text import Marked, Text, breakable
from ui.theme.look import Look

MOST_ADDRESSES = 5


class Rows(Parts[Host]):
    """A card for each website with its tick: all of them, as nobody is asked who was not shown.

    `named` shows the addresses too, where these are few.
    """

    def __init__(
        self,
        look: Look,
        hosts: Sequence[Host],
        ticked: Collection[str],
        tick: Callable[[str, bool], object],
        *,
        named: bool = False,
    ) -> None:
        self._ticked, self._tick, self._named = ticked, tick, named
        super().__init__(look, self._row, gap=8)
        self.show_items(hosts, len(hosts))

    def _row(self, host: Host) -> QWidget:
        look, words = self.look, self.look.words
        infers = (*said.infers(words, host.whats), *(host.addresses[:MOST_ADDRESSES] if self._named else ()))
        says = words.text("Ask {website}", website=host.name)
        checked = host.name in self._ticked
        check = Check(look, breakable(host.name), name=f"ask-{host.name}", says=says, checked=checked)
        check.setAccessibleDescription(" ".join(infers))
        check.toggled.connect(partial(self._tick, host.name))
        below = column(
            *(Text(look, line, "caption", "quiet") for line in infers), gap=0, margins=(look.px(28), 0, 0, 0)
        )
        inside = column(check, gap=0, margins=(look.px(14), look.px(4), look.px(14), look.px(8)))
        inside.addLayout(below)
        return Card(look, inside)


def show_chosen(button: Button, text: str, number: int, none: Text) -> None:
    """Say on the button how many it takes; where that is none it is off, and a line says why."""
    button.setText(text)
    button.setAccessibleName(text)
    button.setEnabled(bool(number))
    button.setAccessibleDescription("" if number else none.text())
    none.setVisible(not number)


def show_number(button: Button, number: int, none: Text) -> None:
    """Say on the button how many websites it has asked."""
    text = button.look.words.count("Ask {number} website now", "Ask {number} websites now", number)
    show_chosen(button, text, number, none)


def nobody_chosen(look: Look) -> Text:
    """Stands there where no website is left in."""
    return Text(look, look.words.text("Choose at least one website, or close this."), "row", "quiet")


def show_count(look: Look, bar: DoneBar, done: int, total: int) -> None:
    """Say how many of how many answers came; a total of 0 is not known yet."""
    came = look.words.text("{done} of {total} pages asked for", done=done, total=total)
    bar.show_done(done, total, came if total else look.words.text("The first answer has not come yet."))


def failures(look: Look, failed: Sequence[tuple[str, tuple[str, ...]]], note: str) -> list[QWidget]:
    """Who gave no answer, why, and below what that means."""
    if not failed:
        return []
    made = Parts[tuple[str, tuple[str, ...]]](look, partial(_failure, look), gap=8, name="more-failures")
    made.show_items(failed)
    return [made, Text(look, note, "caption", "quiet")]


def _failure(look: Look, one: tuple[str, tuple[str, ...]]) -> QWidget:
    name, codes = one
    inside = column(gap=look.px(2), margins=(look.px(14), look.px(8), look.px(14), look.px(8)))
    inside.addWidget(Marked(look, "not_checked", name, "row", weight="semibold"))
    for code in codes:
        inside.addWidget(Text(look, said.failure(look.words, code), "row"))
    return Card(look, inside)
