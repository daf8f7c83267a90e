"""Beside the groups: the guesses to answer, and what else is open."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.wording import Words
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Rule
from ui.kit.layouts import Flow, column, holding
from ui.kit.panel import Panel
from ui.kit.text import Pictured
from ui.pages.skill.guesses import Else, GuessList
from ui.pages.skill.kept import SkillsKept


@dataclass(frozen=True)
class Leads:
    """What opens from the side: the search for another meaning, and the lists of what is left."""

    something_else: Else
    also: Callable[[], object]
    unplaced: Callable[[], object]
    denied: Callable[[], object]


def waiting_words(words: Words, kept: SkillsKept) -> str:
    """How many guesses wait."""
    number = len(kept.guesses(also=False))
    if not number:
        return words.text("No guess waits for you")
    return words.count("{number} guess needs your yes or no", "{number} guesses need your yes or no", number)


class LeftOver(QWidget):
    """Links to the lists of what is left; a link to nothing is not there."""

    def __init__(self, guide: Guide, kept: SkillsKept, leads: Leads) -> None:
        super().__init__()
        self.kept, self.words = kept, guide.words
        self.links = {
            "also": Button(guide.look, "", leads.also, kind="link", size="small", name="also"),
            "unplaced": Button(guide.look, "", leads.unplaced, kind="link", size="small", name="unplaced"),
            "denied": Button(guide.look, "", leads.denied, kind="link", size="small", name="denied"),
        }
        self.setLayout(Flow(*self.links.values(), gap=guide.look.px(8)))
        kept.changed.connect(self.draw)
        self.draw()

    def draw(self) -> None:
        """Say how many there are of each."""
        page = self.kept.known.page if self.kept.known else None
        counts = {
            "also": len(self.kept.guesses(also=True)),
            "unplaced": len(page.unplaced) if page else 0,
            "denied": len(page.denied) if page else 0,
        }
        for name, number in counts.items():
            text, says = _link_words(self.words, name, number)
            self.links[name].setText(text)
            self.links[name].setAccessibleName(says)
            self.links[name].setVisible(number > 0)


def _link_words(words: Words, name: str, number: int) -> tuple[str, str]:
    """What a link says, in short and in full."""
    if name == "also":
        return (
            words.count("{number} more guess", "{number} more guesses", number),
            words.count("{number} guess more, if you like", "{number} guesses more, if you like", number),
        )
    if name == "unplaced":
        return (
            words.text("{number} not placed", number=number),
            words.count("{number} thing we could not place", "{number} things we could not place", number),
        )
    return (
        words.text("{number} answered no", number=number),
        words.count("{number} guess you said no to", "{number} guesses you said no to", number),
    )


class SidePanel(Panel):
    """The panel at the side."""

    def __init__(self, guide: Guide, kept: SkillsKept, leads: Leads) -> None:
        look = guide.look
        self.kept, self.words = kept, guide.words
        self.says = Pictured(look, "message-square", "", "group", icon_tone="primary", size=20)
        head = holding(column(self.says, margins=(look.px(16), look.px(11), look.px(16), look.px(11))))
        left = LeftOver(guide, kept, leads)
        left.setContentsMargins(look.px(12), look.px(6), look.px(12), look.px(6))
        guesses = GuessList(guide, kept, leads.something_else)
        super().__init__(look, head, holding(column(guesses, None, Rule(look), left)))
        kept.changed.connect(self.draw)
        self.draw()

    def draw(self) -> None:
        """Say how many guesses wait."""
        self.says.setText(waiting_words(self.words, self.kept))
